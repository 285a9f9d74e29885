"""What may pass through the socket: the messages that our pages need inwards, and outwards nothing about the machine.

Streamlit's protocol has more than a public page needs. Any browser may ask it to empty the caches of all visitors, to
tell the state of the repository, or to write files; and each visit is told the folder of the script, the version of
Python and a number made from the machine's own.
"""

from __future__ import annotations

from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

NEEDED = {"rerun_script", "stop_script", "app_heartbeat", "file_urls_request", "backend_operation_request"}
MACHINE = {
    "user_info": ("installation_id", "installation_id_v3", "installation_id_v4"),
    "environment_info": ("python_version", "server_os", "has_display"),
}
FOLDER = str(Path(__file__).parent.parent.parent.parent).encode()
# A message that says something of the machine or of the visit itself is short; what is longer isn't looked through.
SHORT = 2**16
UPLOADS = b"upload_file/"


class NotUnderstoodError(ValueError):
    """It isn't a message of Streamlit's protocol."""


def is_needed(data: bytes) -> bool:
    """Whether the front end sends such a message for our pages. Raises `NotUnderstoodError` if it is none at all."""
    message = BackMsg()
    try:
        message.ParseFromString(data)
    except Exception as error:
        raise NotUnderstoodError from error
    kind = message.WhichOneof("type")
    if kind == "backend_operation_request":
        return message.backend_operation_request.WhichOneof("payload") == "deferred_file"
    return kind in NEEDED


def outward(data: bytes) -> tuple[bytes, str]:
    """A message to the browser without what is nobody's business, and the visit's id where the message tells it."""
    if len(data) > SHORT or not (FOLDER in data or UPLOADS in data):
        return data, ""
    message = ForwardMsg()
    message.ParseFromString(data)
    if message.WhichOneof("type") == "new_session":
        session = message.new_session
        session.main_script_path = Path(session.main_script_path).name
        for part, fields in MACHINE.items():
            for name in fields:
                getattr(session.initialize, part).ClearField(name)
        return message.SerializeToString(), session.initialize.session_id
    if message.WhichOneof("type") == "file_urls_response":
        urls = message.file_urls_response.file_urls
        return data, urls[0].upload_url.rsplit("/", 2)[1] if urls else ""
    return data, ""
