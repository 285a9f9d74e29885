"""What is added to every answer, and which doors are closed, without a browser."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pages.shell.middleware import HEADERS, ClosedDoors, SecurityHeaders
from tests.pages.served import reads_everything, request, status


def test_every_answer_has_the_headers_but_keeps_its_own():
    headers = dict(request(SecurityHeaders(reads_everything))[0]["headers"])
    assert set(HEADERS) <= set(headers)
    assert headers[b"x-content-type-options"] == b"own"


def directives():
    policy = HEADERS[b"content-security-policy"].decode()
    assert policy == policy.strip(), "a header with spaces at its end breaks the answer"
    return {words[0]: set(words[1:]) for words in map(str.split, policy.split(";"))}


def test_nothing_may_be_loaded_from_another_host():
    """A source is this server, something in the page itself, or one script by its hash: no host, no scheme of one."""
    sources = set().union(*directives().values())
    assert {source for source in sources if not source.startswith("'sha256-")} <= {
        *("'self'", "'none'", "data:", "blob:", "'unsafe-inline'")
    }


def test_what_is_not_named_is_closed():
    assert directives()["default-src"] == {"'none'"}
    assert directives()["connect-src"] == {"'self'"}, "a socket to this server is 'self', to any other forbidden"
    assert not directives()["script-src"] & {"'unsafe-inline'", "'unsafe-eval'", "data:"}


async def streamlit(scope, _, send):
    """An application that answers with what it was asked, and sends the browser to the host that the request names."""
    asked = dict(scope["headers"])
    headers = [
        (b"location", b"http://" + asked.get(b"host", b"here") + b"/healthy?a=1#b"),
        (b"Access-Control-Allow-Origin", asked.get(b"origin", b"none")),
    ]
    await send({"type": "http.response.start", "status": 307, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


@pytest.mark.parametrize("host", [b"evil.test", b"evil.test:80", b"127.0.0.1:8501", b"a@evil.test"])
def test_no_answer_leads_to_the_host_that_a_request_names(host):
    answer = request(SecurityHeaders(streamlit), headers=[(b"host", host)])[0]
    assert dict(answer["headers"])[b"location"] == b"/healthy?a=1#b"


@pytest.mark.parametrize("way", [b"./?k=1", b"../mcp", b"/convolution", b"?only"])
def test_relative_ways_stay_as_they_are(way):
    async def leads(_, __, send):
        await send({"type": "http.response.start", "status": 301, "headers": [(b"Location", way)]})

    assert dict(request(SecurityHeaders(leads))[0]["headers"])[b"location"] == way


def test_other_sites_are_given_nothing_and_are_not_asked_about():
    seen = []

    async def looks(scope, receive, send):
        seen.extend(name for name, _ in scope["headers"])
        await streamlit(scope, receive, send)

    answer = request(SecurityHeaders(looks), headers=[(b"origin", b"http://evil.test"), (b"host", b"here")])[0]
    assert seen == [b"host"]
    assert not [name for name, _ in answer["headers"] if name.lower().startswith(b"access-control")]


SHUT = [
    *("_stcore/metrics", "_stcore/metrics/", "_stcore/script-health-check", "_stcore/agent/mcp", "_stcore/new-one"),
    *("_stcore/agent/openapi.json", "_stcore", "component/any/index.html", "auth/login", "auth/logout"),
    *("oauth2callback", "_stcore/upload_file", "_stcore/upload_file/one", "_stcore/health/x"),
]
OPEN = [
    *("", "convolution", "_stcore/health", "_stcore/host-config", "_stcore/upload_file/a/b", "media/x.png"),
    *("static/js/index.js", "healthy", "home", "_stcore/bidi-components/a/b.js", "convolution/_stcore/health"),
]


@pytest.mark.parametrize("base", ["/", "/demo/", "/a/b/"])
@pytest.mark.parametrize(("paths", "expected"), [(SHUT, 404), (OPEN, 204)])
def test_doors_without_a_page_behind_them_are_closed(base, paths, expected):
    for path in paths:
        for method in ("GET", "HEAD", "OPTIONS", "POST"):
            answer = request(ClosedDoors(reads_everything), f"{base}{path}", method)
            assert status(answer) == expected, (path, method)


ROUTES = {
    # ours
    *("/healthy", "/home", "/payload/{key}"),
    # the front end needs them
    *("/_stcore/health", "/_stcore/host-config", "/_stcore/stream", "/_stcore/upload_file/{session_id}/{file_id}"),
    *("/media/{file_id:path}", "/_stcore/bidi-components/{path:path}", ""),
    # closed: nobody's business, or nothing behind it here
    *("/_stcore/metrics", "/component/{path:path}", "/auth/login", "/auth/logout", "/oauth2callback"),
    *("/_stcore/agent/interact", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp"),
}
LISTED = """
import json, app
print("[" + ",".join(json.dumps(route.path) for route in app.app._build_starlette_app().routes) + "]")
"""


def test_every_route_that_is_served_is_known_here():
    """A new version of Streamlit may bring new doors: each is to be opened, or left closed, on purpose."""
    root = Path(__file__).parent.parent.parent
    done = subprocess.run([sys.executable, "-c", LISTED], cwd=root, capture_output=True, text=True, check=True)
    assert set(json.loads(done.stdout.splitlines()[-1])) == ROUTES
