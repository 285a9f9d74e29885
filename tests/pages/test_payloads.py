"""What browsers ask for by its address: who is given it, in which form, for how long, and what is refused."""

import gzip
import logging
import os
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from pages.shell import payloads
from tests.pages import served
from viz.hosts.streamlit.parcels import EVERYBODY, Parcels, Recipe, key_of, token_of

MINE, THEIRS = token_of("my visit"), token_of("their visit")
FLAT = b"flat " * 500


class Server:
    """The route by itself, with a shelf of its own."""

    def __init__(self, shelf):
        self.shelf = shelf
        self.app = Starlette(routes=[Route(f"{base}{payloads.PATH}", payloads.payload) for base in ("", "/base")])

    def get(self, key, *, base="", **headers):
        """What a browser is answered: status, headers by name, body as it travels."""
        said = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
        answers = []

        async def noting(message):
            answers.append(message)

        async def app(scope, receive, _):
            await self.app(scope, receive, noting)

        with suppress(Exception):  # what has been answered with 500 the server hands on, for its log
            served.request(app, f"{base}/payload/{key}", "GET", (b"",), headers=said)
        found = {name.decode(): value.decode() for name, value in answers[0]["headers"]}
        return answers[0]["status"], found, b"".join(each.get("body", b"") for each in answers)


@pytest.fixture
def server(monkeypatch):
    shelf = Parcels()
    monkeypatch.setattr(payloads, "PARCELS", shelf)
    return Server(shelf)


def recipe(make, *, public=True):
    return Recipe(key_of(os.urandom(8)), make, public=public)


def raising(error):
    def make():
        raise error

    return make


@pytest.mark.parametrize(
    "key",
    [
        "0" * 40,
        "0" * 39,
        "0" * 41,
        "",
        "A" * 40,
        "٣" * 40,
        "0" * 40 + ".jpg",
        "..%2f..%2fapp.py",
        "0" * 40 + "\n",
        ".png",
    ],
    ids=ascii,
)
def test_what_is_no_key_or_nobodys_is_not_found_and_that_is_not_kept(server, key):
    server.shelf.offer_made(b"something else", EVERYBODY)
    status, headers, body = server.get(key)
    assert (status, body) == (404, b"Not Found" if key == "" else b"Not found")
    assert key == "" or headers["cache-control"] == "no-store"


@pytest.mark.parametrize("base", ["", "/base"])
def test_what_everybody_may_have_is_given_and_kept_for_ever(server, base):
    key = server.shelf.offer_made(b"a sample", EVERYBODY)
    for headers in ({}, {"x_visit": MINE}, {"x_visit": "é" * 9}):
        status, found, body = server.get(key, base=base, **headers)
        assert (status, body) == (200, b"a sample")
        assert found["content-type"] == "application/octet-stream"
        assert found["content-length"] == "8"
        assert {"public", "immutable", "max-age=31536000"} == set(found["cache-control"].split(", "))
        assert (found["etag"], found["vary"]) == (f'"{key}"', "accept-encoding")


def test_what_is_a_visits_own_is_given_to_that_visit_alone_and_kept_by_nobody_else(server):
    made = []
    own = recipe(lambda: made.append(1) or b"mine", public=False)
    keys = [server.shelf.offer(own, MINE), server.shelf.offer_made(b"mine", MINE)]
    for key in keys:
        for stranger in (
            {},
            {"x_visit": ""},
            {"x_visit": THEIRS},
            {"x_visit": MINE[:-1]},
            {"cookie": f"x-visit={MINE}"},
        ):
            status, headers, body = server.get(key, **stranger)
            assert (status, headers["cache-control"], body) == (404, "no-store", b"Not found")
    assert made == [], "a stranger has nothing made"
    for key in keys:
        status, headers, body = server.get(key, x_visit=MINE)
        assert (status, body) == (200, b"mine")
        assert "public" not in headers["cache-control"]
        assert re.search("no-store|private", headers["cache-control"])


def test_a_stranger_who_knows_the_mark_of_a_visits_own_is_not_even_told_that_it_is_there(server):
    key = server.shelf.offer_made(b"mine", MINE)
    assert server.get(key, if_none_match=f'"{key}"')[0] == 404
    server.shelf.left(MINE)
    assert server.get(key, x_visit=MINE)[0] == 404


def test_who_has_it_is_sent_nothing_and_has_nothing_made(server):
    made = []
    key = server.shelf.offer(recipe(lambda: made.append(1) or b"one"), MINE)
    status, headers, body = server.get(key, if_none_match=f'"{key}"')
    assert (status, body, made) == (304, b"", [])
    assert headers["etag"] == f'"{key}"'
    assert "immutable" in headers["cache-control"]
    assert server.get(key, if_none_match='"another"')[::2] == (200, b"one")


def test_the_second_who_takes_gzip_is_given_it_compressed_and_others_never(server):
    key = server.shelf.offer(recipe(lambda: FLAT), MINE)
    for _ in range(2):
        assert server.get(key)[1]["content-encoding"] == "identity"
    again = server.shelf.offer(recipe(lambda: FLAT), MINE)
    encodings = []
    for _ in range(3):
        status, headers, body = server.get(again, accept_encoding="br, gzip, deflate")
        encodings.append(headers["content-encoding"])
        assert (status, int(headers["content-length"])) == (200, len(body))
        assert (gzip.decompress(body) if encodings[-1] == "gzip" else body) == FLAT
    assert encodings == ["identity", "gzip", "gzip"]
    for taken in ({}, {"accept_encoding": "br"}):
        _, headers, body = server.get(again, **taken)
        assert (headers["content-encoding"], body) == ("identity", FLAT)


def test_what_does_not_shrink_travels_as_it_is(server):
    noise = os.urandom(3000)
    key = server.shelf.offer_made(noise, EVERYBODY)
    for _ in range(3):
        _, headers, body = server.get(key, accept_encoding="gzip")
        assert (headers["content-encoding"], body) == ("identity", noise)


def test_a_picture_is_asked_for_by_a_name_of_its_own(server):
    key = server.shelf.offer_made(b"\x89PNG", EVERYBODY)
    status, headers, body = server.get(f"{key}.png")
    assert (status, headers["content-type"], body) == (200, "image/png", b"\x89PNG")
    assert server.get(f"{key}.png.png")[0] == 404
    own = server.shelf.offer_made(b"mine", MINE)
    assert server.get(f"{own}.png")[0] == 404


def test_a_script_is_given_as_one_for_ever(server):
    key = server.shelf.keep(b"export default 1;")
    status, headers, body = server.get(f"{key}.js")
    assert (status, body) == (200, b"export default 1;")
    assert headers["content-type"].startswith("text/javascript")
    assert "immutable" in headers["cache-control"]


def test_where_too_many_wait_one_is_told_to_come_back_and_is_given_it_then(server):
    busy = [raising(TimeoutError("pool of 3, /srv/secret"))]
    key = server.shelf.offer(recipe(lambda: busy.pop()() if busy else b"at last"), MINE)
    status, headers, body = server.get(key)
    assert (status, headers["cache-control"], body) == (503, "no-store", b"Busy")
    assert 0 < int(headers["retry-after"]) < 10
    assert server.get(key)[::2] == (200, b"at last")


@pytest.mark.parametrize("error", [ValueError("secret"), MemoryError("secret"), KeyError("secret"), OSError("/secret")])
def test_what_fails_is_told_without_any_of_our_words_about_it(server, error, caplog):
    key = server.shelf.offer(recipe(raising(error)), MINE)
    with caplog.at_level(logging.CRITICAL):
        status, headers, body = server.get(key)
    assert status == 500
    assert b"secret" not in body
    assert b"Traceback" not in body
    assert "max-age" not in headers.get("cache-control", "")
    assert "etag" not in headers


def test_what_was_let_go_of_meanwhile_is_not_found(server, monkeypatch):
    key = server.shelf.offer_made(b"content", EVERYBODY)
    find = server.shelf.find

    def found_and_lost(key, token):
        parcel = find(key, token)
        monkeypatch.setattr(server.shelf, "body", lambda *_, **__: None)
        return parcel

    monkeypatch.setattr(server.shelf, "find", found_and_lost)
    status, headers, _ = server.get(key)
    assert (status, headers["cache-control"]) == (404, "no-store")


def test_many_who_ask_at_once_are_all_given_the_same(server):
    made = []
    key = server.shelf.offer(recipe(lambda: made.append(1) or FLAT), MINE)
    clients = [Server(server.shelf) for _ in range(12)]
    with ThreadPoolExecutor(12) as threads:
        answers = list(threads.map(lambda client: client.get(key), clients))
    assert {(status, body) for status, _, body in answers} == {(200, FLAT)}
    assert made == [1]


def test_until_somebody_answers_everything_is_sent_along(server):
    assert not server.shelf.served
    payloads.begin()
    assert server.shelf.served
