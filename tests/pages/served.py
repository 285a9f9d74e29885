"""A request to an application without a server: its body in parts, and what comes back."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.shell.guard import messages

PATH = "/_stcore/upload_file/session-1/file-1"


async def reads_everything(_, receive, send):
    """A server that reads the whole body and answers 204; a broken connection ends it without an answer."""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        if not message.get("more_body"):
            break
    await send({"type": "http.response.start", "status": 204, "headers": [(b"x-content-type-options", b"own")]})
    await send({"type": "http.response.body", "body": b""})


def request(app, path=PATH, method="PUT", parts=(b"x" * 10,), kind="http", headers=()):
    """Sends a body in parts; what came back."""
    waiting = [
        {"type": "http.request", "body": part, "more_body": index < len(parts) - 1} for index, part in enumerate(parts)
    ]
    answers = []

    async def receive():
        return waiting.pop(0)

    async def send(message):
        answers.append(message)

    # In a thread of its own: while a browser test's Playwright is open, this one has a running event loop.
    work = app({"type": kind, "path": path, "method": method, "headers": list(headers)}, receive, send)
    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, work).result()
    return answers


def status(answers):
    return answers[0]["status"] if answers else None


def text(answers):
    return b"".join(answer.get("body", b"") for answer in answers).decode()


def beginning(session="abc"):
    """The first that Streamlit tells a visit, with all it would tell of the machine."""
    message = ForwardMsg()
    message.new_session.main_script_path = f"{messages.FOLDER.decode()}/pages/shell/frame.py"
    message.new_session.name = "frame"
    initialize = message.new_session.initialize
    initialize.session_id = session
    initialize.user_info.installation_id_v3 = "made from this machine"
    initialize.environment_info.python_version = "3.11.2"
    initialize.environment_info.streamlit_version = "1.67.0"
    initialize.environment_info.server_os = "Linux"
    return message.SerializeToString()
