"""A visitor without a browser: Streamlit's own messages over a real socket, to this machine alone."""

import time
import urllib.error
import urllib.request
from contextlib import contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

PATIENCE = 60


class Visitor:
    """One open page. `session`: the id of its session once a run has begun; `messages`: all that have come."""

    def __init__(self, socket):
        self.socket = socket
        self.session = None
        self.messages = []

    def send(self, message):
        self.socket.send(message.SerializeToString())

    def rerun(self, page="", query=""):
        self.send(run(page, query))

    def receive(self, timeout=PATIENCE):
        message = ForwardMsg.FromString(self.socket.recv(timeout=timeout))
        if message.WhichOneof("type") == "new_session":
            self.session = message.new_session.initialize.session_id
        self.messages.append(message)
        return message

    def until(self, kind, seconds=PATIENCE):
        """Receives until a message of that kind; returns it."""
        end = time.monotonic() + seconds
        while True:
            message = self.receive(max(0.01, end - time.monotonic()))
            if message.WhichOneof("type") == kind:
                return message

    def look(self, page="", query=""):
        """Opens a page and waits until it is complete; the seconds that took."""
        began = time.monotonic()
        self.rerun(page, query)
        self.until("script_finished")
        return time.monotonic() - began

    def answers(self, seconds=PATIENCE):
        """How long a small request takes: an address to send a file to."""
        began = time.monotonic()
        message = BackMsg()
        message.file_urls_request.request_id = "x"
        message.file_urls_request.file_names.append("picture.png")
        self.send(message)
        self.until("file_urls_response", seconds)
        return time.monotonic() - began


def run(page="", query=""):
    """What a browser sends to have a page run."""
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.query_string = query
    message.rerun_script.context_info.url = f"http://127.0.0.1/{page}?{query}"
    return message


@contextmanager
def visiting(address, headers=None, session=None, origin=None):
    """An open socket to the server at that address, closed cleanly at the end."""
    assert address.startswith("http://127.0.0.1:"), "nobody else is visited"
    words = ["streamlit", "x", *([session] if session else [])]
    url = address.replace("http", "ws") + "/_stcore/stream"
    socket = connect(url, subprotocols=words, additional_headers=headers, origin=origin, max_size=None, proxy=None)
    with socket:
        yield Visitor(socket)


def closed_with(visitor, seconds=10):
    """Receives until the server closes the socket; the code and the reason it gives."""
    try:
        while True:
            visitor.socket.recv(timeout=seconds)
    except ConnectionClosed as closed:
        return closed.rcvd.code, closed.rcvd.reason


def put(address, session, data, name="file-1", cookie=None, also=""):
    """Sends a file as the browser does; status and text of the answer."""
    boundary = "----part"
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n'
    body = head.encode() + data + f"\r\n--{boundary}--\r\n".encode()
    request = urllib.request.Request(  # noqa: S310, our own server
        f"{address}/_stcore/upload_file/{session}/{name}", data=body, method="PUT"
    )
    request.add_header("content-type", f"multipart/form-data; boundary={boundary}")
    cookie = cookie or token(address)
    request.add_header("cookie", "; ".join(filter(None, (f"_streamlit_xsrf={cookie}", also))))
    request.add_header("x-xsrftoken", cookie)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310, our own server
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read().decode()


def token(address):
    """The word against forged requests that the server gives each browser."""
    with urllib.request.urlopen(f"{address}/_stcore/health", timeout=PATIENCE) as answer:  # noqa: S310, our own server
        return answer.headers["set-cookie"].split("=", 1)[1].split(";")[0]


def ask(url):
    """The body of an answer."""
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310, our own server
        return answer.read()
