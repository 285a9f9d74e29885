"""What the configuration of nginx does, before two small servers that say who they are: who answers, what is kept."""

import contextlib
import http.server
import threading
import tomllib
import urllib.error
import urllib.request

import pytest

from tests.deploy.proxy import ABSENT, FILE, NGINX, ROOT, proxied

pytestmark = pytest.mark.skipif(NGINX is None, reason=ABSENT)
FOREVER = "max-age=31536000, immutable"
SAID = {
    "/payload/everybodys": f"public, {FOREVER}",
    "/payload/mine": f"private, {FOREVER}",
    "/payload/silent": None,
    "/static/js/index.js": f"public, immutable, {FOREVER}",
    "/convolution": "no-cache",
}


class Answering(http.server.BaseHTTPRequestHandler):
    """Says its server's name, and keeps what it was asked."""

    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_response(404 if self.path.endswith("missing") else 200)
        if said := SAID.get(self.path):
            self.send_header("Cache-Control", said)
        self.end_headers()
        self.wfile.write(self.server.name.encode())

    def do_PUT(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def answering(name):
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        server.name, server.asked = name, []
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def hall():
    """The address of nginx, and the two servers behind it."""
    with answering("first") as first, answering("second") as second:
        ports = [server.server_address[1] for server in (first, second)]
        with proxied(ports) as address:
            yield address, first, second


def ask(url, cookie="", data=None):
    """Status, headers and body."""
    request = urllib.request.Request(url, data=data, method="PUT" if data is not None else "GET")  # noqa: S310, ours
    request.add_header("Cookie", cookie)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310, our own server
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.headers, refusal.read().decode()


def test_new_visitors_are_spread_and_each_meets_the_same_replica_again(hall):
    """Whatever their address: all of a hall have the same one."""
    names = []
    for _ in range(10):
        _, headers, name = ask(f"{hall[0]}/convolution")
        cookie = headers["Set-Cookie"].split(";")[0]
        assert cookie == f"convoscope_replica={name}"
        assert {ask(f"{hall[0]}/feature_maps", cookie)[2] for _ in range(4)} == {name}
        assert ask(f"{hall[0]}/_stcore/upload_file/a/b", cookie, b"x" * 100_000)[::2] == (200, name)
        names.append(name)
    assert names.count("first") == 5


def test_a_cookie_that_names_no_replica_is_no_harm(hall):
    assert {ask(f"{hall[0]}/", "convoscope_replica=http://elsewhere")[2] for _ in range(4)} == {"first", "second"}


def test_when_a_replica_is_gone_the_other_answers_and_is_named_from_then_on(hall):
    address, first, _ = hall
    first.shutdown()
    first.server_close()
    for _ in range(4):
        status, headers, name = ask(f"{address}/convolution", "convoscope_replica=first")
        assert (status, name) == (200, "second")
        assert headers["Set-Cookie"].startswith("convoscope_replica=second;")
        assert ask(f"{address}/healthy")[::2] == (200, "second")


def test_kept_is_what_is_everybodys_and_never_changes(hall):
    address, *servers = hall
    for path in SAID:
        for cookie in ("convoscope_replica=first", "convoscope_replica=second", ""):
            assert ask(address + path, cookie)[0] == 200
    times = {path: sum(server.asked.count(path) for server in servers) for path in SAID}
    kept = {"/payload/everybodys": 1, "/static/js/index.js": 1}
    assert times == dict.fromkeys(SAID, 3) | kept


def test_whatever_is_kept_binds_nobody_to_a_replica(hall):
    for path in ("/payload/everybodys", "/static/js/index.js"):
        for cache in ("MISS", "HIT"):
            headers = ask(hall[0] + path)[1]
            assert (headers["Set-Cookie"], headers["X-Cache"]) == (None, cache)
            assert headers["Cache-Control"] == SAID[path]


def test_what_is_not_there_is_asked_for_again(hall):
    assert [ask(f"{hall[0]}/payload/missing")[0] for _ in range(3)] == [404] * 3
    assert sum(server.asked.count("/payload/missing") for server in hall[1:]) == 3


def test_bodies_may_be_as_large_as_the_server_takes_and_only_where_it_takes_any():
    most = tomllib.loads((ROOT / ".streamlit/config.toml").read_text())["server"]["maxUploadSize"]
    assert f"client_max_body_size {most + 1}m;" in FILE.read_text()


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [("/convolution", 60_000, 200), ("/convolution", 70_000, 413), ("/_stcore/upload_file/a/b", 15_000_000, 200)],
)
def test_bodies_are_bounded(hall, path, size, status):
    assert ask(hall[0] + path, data=b"x" * size)[0] == status
