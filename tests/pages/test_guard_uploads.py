"""What a visit may send, what all may hold together, and whether a refusal arrives, without a server."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from pages.shell.guard import answers as ways_back
from pages.shell.guard import refusals, uploads, visits
from pages.shell.guard.uploads import Bounds, UploadQuota
from tests.pages.served import PATH, reads_everything, request, status, text


@pytest.fixture(autouse=True)
def connected(monkeypatch):
    """Every visit is there, and nothing is held; a test may say otherwise."""
    monkeypatch.setattr(visits, "is_there", lambda _: True)
    monkeypatch.setattr(uploads, "held", lambda: 0)


def quota(app=reads_everything, **bounds):
    return UploadQuota(app, Bounds(**bounds))


def test_so_many_files_and_no_more():
    app = quota(most_files=3)
    assert [status(request(app)) for _ in range(5)] == [204, 204, 204, 429, 429]


def test_so_many_bytes_and_no_more():
    app = quota(most_bytes=25)
    assert [status(request(app)) for _ in range(4)] == [204, 204, 429, 429]


def test_a_body_in_many_parts_is_stopped_on_its_way():
    app = quota(most_bytes=100)
    answers = request(app, parts=[b"x" * 60] * 50)
    assert status(answers) == 429
    assert text(answers).startswith("This visit has sent")


def test_each_session_has_its_own_quota():
    app = quota(most_files=1)
    paths = [f"/_stcore/upload_file/session-{number}/file" for number in range(4)]
    assert [status(request(app, path)) for path in paths] == [204] * 4


@pytest.mark.parametrize(("path", "method"), [("/", "GET"), (PATH, "DELETE"), ("/_stcore/health", "PUT")])
def test_other_requests_are_not_counted(path, method):
    app = quota(most_files=0)
    assert status(request(app, path, method)) == 204


def test_the_memory_of_sessions_is_bounded():
    app = quota()
    for number in range(1200):
        request(app, f"/_stcore/upload_file/{number}/file")
    assert len(app.sent) <= 1000


def announced(parts):
    return [(b"content-length", str(sum(map(len, parts))).encode())]


def test_networks_are_counted_apart_from_pictures():
    app = quota(most_bytes=20_000_000, most_large=60_000_000)
    network, picture = [b"x" * 1_000_000] * 25, [b"x" * 9_000_000]
    for parts in (network, picture, network, picture):
        assert status(request(app, parts=parts, headers=announced(parts))) == 204
    assert status(request(app, parts=network, headers=announced(network))) == 429, "the third network is too much"


@pytest.mark.parametrize("headers", [[], [(b"content-length", b"1")], [(b"content-length", b"x")]])
def test_a_network_in_parts_weighs_what_it_weighs_whatever_it_announces(headers):
    app = quota()
    request(app, parts=[b"x" * 7_000_000] * 5, headers=headers)
    sent = app.sent["session-1"]
    assert (sent.files, sent.small, sent.large) == (1, 0, 35_000_000)


def test_small_files_announced_as_large_gain_nothing():
    app = quota(most_large=30)
    assert status(request(app, parts=[b"x" * 31], headers=[(b"content-length", b"99999999")])) == 429


class Body:
    """A body that is sent whether anybody reads it or not; `left`: parts that nobody has taken."""

    def __init__(self, parts):
        self.left = [{"type": "http.request", "body": part, "more_body": True} for part in parts]
        self.left[-1]["more_body"] = False

    async def receive(self):
        return self.left.pop(0) if self.left else {"type": "http.disconnect"}


def sent_by(app, parts, headers=(), path=PATH):
    """Statuses and texts as the visitor gets them, each with the number of parts that were still to be sent."""
    body, heard = Body(parts), []

    async def send(message):
        heard.append((message, len(body.left)))

    scope = {"type": "http", "path": path, "method": "PUT", "headers": list(headers)}
    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, app(scope, body.receive, send)).result()
    return heard


def test_who_is_not_connected_is_refused_before_the_body_is_read_and_not_counted(monkeypatch):
    monkeypatch.setattr(visits, "is_there", lambda visit: visit == "session-1")
    app = quota()
    heard = sent_by(app, [b"x" * 1000] * 40, path="/_stcore/upload_file/nobody/file")
    (start, left), (sentence, still_left), (end, at_the_end) = heard
    assert (start["status"], left, still_left) == (400, 40, 40), "answered before anything was read"
    assert sentence["body"] == b"This page is no longer connected to the server. Reload it and send the file again."
    assert (sentence["more_body"], end["body"], at_the_end) == (True, b"", 0), "and ended when all had been sent"
    assert app.sent == {}


@pytest.mark.parametrize("bounds", [{"most_bytes": 3_000}, {"most_files": 0}, {"most_together": 3_000}])
def test_what_is_announced_to_be_too_much_is_refused_before_it_is_read(bounds):
    app, parts = quota(**bounds), [b"x" * 1000] * 4
    (start, left), *_ = heard = sent_by(app, parts, announced(parts))
    assert (start["status"] in (429, 503), left) == (True, 4)
    assert heard[-1][1] == 0
    assert app.sent.get("session-1", uploads.Sent()) == uploads.Sent()


@pytest.mark.parametrize("bounds", [{"most_bytes": 2_500}, {"most_together": 2_500}])
def test_a_refusal_in_mid_stream_ends_with_an_answer(bounds):
    heard = sent_by(quota(**bounds), [b"x" * 1000] * 9)
    assert heard[0][0]["status"] in (429, 503)
    assert 0 < heard[0][1] < 9
    assert heard[1][0]["body"].endswith(b".")
    assert (heard[-1][0].get("more_body", False), heard[-1][1]) == (False, 0)
    assert len([message for message, _ in heard if message["type"] == "http.response.start"]) == 1


def test_nobody_is_listened_to_for_ever(monkeypatch):
    monkeypatch.setattr(ways_back, "MOST_BYTES", 5_000)
    heard = sent_by(quota(most_files=0), [b"x" * 1000] * 90)
    assert heard[-1][1] == 85


def test_a_refusal_by_streamlit_itself_arrives_too():
    async def refuses(_, __, send):
        await send({"type": "http.response.start", "status": 403, "headers": []})
        await send({"type": "http.response.body", "body": b"no"})

    heard = sent_by(quota(refuses), [b"x"] * 7)
    assert [left for _, left in heard] == [7, 7, 0]


def test_a_file_that_is_larger_than_the_server_takes_is_refused_by_its_announcement():
    (start, left), (sentence, _), _ = sent_by(quota(), [b"x"] * 3, [(b"content-length", b"900000000")])
    assert (start["status"], left) == (413, 3)
    assert sentence["body"].startswith(b"A file may have ")


def test_all_visits_together_hold_no_more_than_the_total(monkeypatch):
    held = []
    monkeypatch.setattr(uploads, "held", lambda: sum(held))
    app = quota(most_together=100)

    async def keeps(scope, receive, send):
        await reads_everything(scope, receive, send)
        held.append(40)

    app.app = keeps
    paths = [f"/_stcore/upload_file/session-{number}/file" for number in range(6)]
    assert [status(request(app, path, parts=[b"x" * 20] * 2)) for path in paths] == [204, 204, *[503] * 4]
    assert app.sent["session-5"] == uploads.Sent(), "what didn't fit is not the visit's fault"


def test_for_lack_of_room_visits_that_nobody_is_connected_to_end_one_by_one(monkeypatch):
    held = {"gone": 40, "longer gone": 40, "here": 10}
    monkeypatch.setattr(uploads, "held", lambda: sum(held.values()))
    ended = []

    def make_room():
        for visit in [name for name in held if name != "here"]:
            del held[visit]
            ended.append(visit)
            yield visit

    monkeypatch.setattr(visits, "make_room", make_room)
    app = quota(most_together=100)
    assert status(request(app, parts=[b"x" * 5])) == 204
    assert ended == []
    assert status(request(app, parts=[b"x" * 30])) == 204
    assert ended == ["gone"]
    assert status(request(app, parts=[b"x" * 95])) == 503


def test_an_announcement_alone_keeps_nobody_out():
    app = quota(most_together=1_000)

    async def meanwhile(scope, receive, send):
        if scope["path"] == PATH:
            assert status(await_other(app)) == 204
        await reads_everything(scope, receive, send)

    app.app = meanwhile
    assert status(request(app, parts=[b"x" * 10], headers=[(b"content-length", b"900")])) == 204


def await_other(app):
    return request(app, "/_stcore/upload_file/other/file", parts=[b"x" * 600])


@pytest.mark.parametrize(
    ("said", "bytes_"),
    [("", 1_000_000_000), ("5", 5_000_000), ("0.5", 500_000), ("0", 0), ("many", 10**9), ("-1", 10**9), ("nan", 10**9)],
)
def test_the_total_is_set_by_whoever_runs_the_server(monkeypatch, said, bytes_):
    monkeypatch.setenv("CONVOSCOPE_MOST_UPLOADS_MB", said)
    assert Bounds.of_the_server().most_together == bytes_


def test_a_page_is_told_once_however_many_files_are_refused(monkeypatch):
    reruns = []

    class Session:
        _client_state = "as it was"

        def request_rerun(self, state):
            reruns.append(state)

    class House:
        def exists(self):
            return True

        def instance(self):
            return self

        def get_app_session(self, visit):
            return Session() if visit == "session-1" else None

    monkeypatch.setattr(refusals, "Runtime", House())
    monkeypatch.setattr(refusals, "_untold", {})
    app = quota(most_files=0)
    for _ in range(5):
        assert status(request(app)) == 429
    assert reruns == ["as it was"]
    assert refusals._untold["session-1"].key == "too_much"
    request(app, "/_stcore/upload_file/nobody/file")
    assert list(refusals._untold) == ["session-1"]
    refusals.forget("session-1")
    assert refusals.untold() is None
