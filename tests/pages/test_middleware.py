"""What the middleware adds and refuses, without a browser."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from pages.shell.middleware import HEADERS, SecurityHeaders, UploadQuota

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


def test_every_answer_has_the_headers_but_keeps_its_own():
    headers = dict(request(SecurityHeaders(reads_everything))[0]["headers"])
    assert set(HEADERS) <= set(headers)
    assert headers[b"x-content-type-options"] == b"own"


def test_nothing_may_be_loaded_from_another_host():
    policy = HEADERS[b"content-security-policy"].decode()
    assert "http" not in policy.replace("https:", "x") or "http:" not in policy
    assert "*" not in policy
    assert policy == policy.strip(), "a header with spaces at its end breaks the answer"


def test_so_many_files_and_no_more():
    app = UploadQuota(reads_everything, most_files=3)
    assert [status(request(app)) for _ in range(5)] == [204, 204, 204, 429, 429]


def test_so_many_bytes_and_no_more():
    app = UploadQuota(reads_everything, most_bytes=25)
    assert [status(request(app)) for _ in range(4)] == [204, 204, None, 429]


def test_a_body_in_many_parts_is_stopped_on_its_way():
    app = UploadQuota(reads_everything, most_bytes=100)
    assert status(request(app, parts=[b"x" * 60] * 50)) is None


def test_each_session_has_its_own_quota():
    app = UploadQuota(reads_everything, most_files=1)
    paths = [f"/_stcore/upload_file/session-{number}/file" for number in range(4)]
    assert [status(request(app, path)) for path in paths] == [204] * 4


@pytest.mark.parametrize(("path", "method"), [("/", "GET"), (PATH, "DELETE"), ("/_stcore/health", "PUT")])
def test_other_requests_are_not_counted(path, method):
    app = UploadQuota(reads_everything, most_files=0)
    assert status(request(app, path, method)) == 204


def test_the_memory_of_sessions_is_bounded():
    app = UploadQuota(reads_everything)
    for number in range(1200):
        request(app, f"/_stcore/upload_file/{number}/file")
    assert len(app.sent) <= 1000


def announced(parts):
    return [(b"content-length", str(sum(map(len, parts))).encode())]


def test_networks_are_counted_apart_from_pictures():
    app = UploadQuota(reads_everything, most_bytes=20_000_000, most_large=60_000_000)
    network, picture = [b"x" * 1_000_000] * 25, [b"x" * 9_000_000]
    for parts in (network, picture, network, picture):
        assert status(request(app, parts=parts, headers=announced(parts))) == 204
    assert status(request(app, parts=network, headers=announced(network))) is None, "the third network is too much"


@pytest.mark.parametrize("headers", [[], [(b"content-length", b"1")], [(b"content-length", b"x")]])
def test_a_network_in_parts_weighs_what_it_weighs_whatever_it_announces(headers):
    app = UploadQuota(reads_everything)
    request(app, parts=[b"x" * 7_000_000] * 5, headers=headers)
    sent = app.sent["session-1"]
    assert (sent.files, sent.small, sent.large) == (1, 0, 35_000_000)


def test_small_files_announced_as_large_gain_nothing():
    app = UploadQuota(reads_everything, most_large=30)
    assert status(request(app, parts=[b"x" * 31], headers=[(b"content-length", b"99999999")])) is None
