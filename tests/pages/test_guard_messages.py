"""Which of Streamlit's messages pass inwards, and what of the machine doesn't pass outwards."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.shell.guard import messages
from tests.pages.served import beginning


def of_kind(name, **fields):
    message = BackMsg()
    part = getattr(message, name)
    if hasattr(part, "SetInParent"):
        part.SetInParent()
        for field, value in fields.items():
            getattr(part, field).SetInParent() if value is None else setattr(part, field, value)
    else:
        setattr(message, name, True)
    return message.SerializeToString()


KINDS = [field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields]


@pytest.mark.parametrize("kind", KINDS)
def test_only_messages_that_the_pages_need_pass(kind):
    """Whatever Streamlit adds stays outside until somebody needs it. Emptying everybody's caches is for nobody."""
    needed = {"rerun_script", "stop_script", "app_heartbeat", "file_urls_request"}
    assert messages.is_needed(of_kind(kind)) is (kind in needed)


def test_of_the_operations_only_downloads_pass():
    operations = [field.name for field in BackMsg().backend_operation_request.DESCRIPTOR.oneofs[0].fields]
    passing = [name for name in operations if messages.is_needed(of_kind("backend_operation_request", **{name: None}))]
    assert passing == ["deferred_file"]


def test_a_visit_is_told_nothing_of_the_machine():
    data, visit = messages.outward(beginning())
    message = ForwardMsg.FromString(data)
    assert visit == message.new_session.initialize.session_id == "abc"
    assert message.new_session.main_script_path == "frame.py"
    assert message.new_session.initialize.HasField("user_info"), "the front end reads it"
    for secret in (messages.FOLDER, b"made from", b"3.11.2", b"Linux"):
        assert secret not in data


def test_other_messages_stay_as_they_are():
    message = ForwardMsg()
    message.delta.new_element.markdown.body = "x" * 99
    assert messages.outward(message.SerializeToString()) == (message.SerializeToString(), "")
    large = b"\xff" + messages.FOLDER * (messages.SHORT // len(messages.FOLDER) + 1)
    assert messages.outward(large) == (large, "")


def test_the_visit_is_known_from_the_address_it_sends_files_to():
    message = ForwardMsg()
    message.file_urls_response.file_urls.add(upload_url="/_stcore/upload_file/some-visit/a-file")
    assert messages.outward(message.SerializeToString())[1] == "some-visit"
