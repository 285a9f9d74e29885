"""Bytes that travel by address: who may have them, and that they are made once."""

import hashlib
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.viz.shelf import MINE, THEIRS, given_to, noise, recipe
from viz.hosts.streamlit import parcels
from viz.hosts.streamlit.parcels import EVERYBODY, KEY, Parcels, Recipe, key_of, token_of


def test_a_key_is_that_of_the_content_and_of_nothing_else():
    shelf = Parcels()
    key = hashlib.sha256(b"one").hexdigest()[:40]
    assert shelf.offer_made(b"one", MINE) == shelf.offer_made(b"one", EVERYBODY) == key
    assert shelf.offer_made(b"two", MINE) != key_of(b"one")
    assert len(shelf) == 2
    assert KEY.fullmatch(key_of(b""))


def test_a_token_is_one_visits_and_nobody_guesses_it(monkeypatch):
    assert token_of("a") == token_of("a") != token_of("b")
    assert len(bytes.fromhex(token_of("a"))) == 16
    before = token_of("a")
    monkeypatch.setattr(parcels, "_SECRET", bytes(32))
    assert token_of("a") != before, "it hangs on what only this process knows"
    assert EVERYBODY not in {token_of(""), token_of("a")}


@pytest.mark.parametrize(
    "stranger",
    [EVERYBODY, THEIRS, MINE[:-1], MINE.upper() + " ", "*"],
    ids=["nobody", "another", "shortened", "in capitals", "any"],  # tokens differ from process to process
)
def test_a_stranger_gets_nothing_of_a_visits_own(stranger):
    shelf = Parcels()
    made, (own, times) = shelf.offer_made(b"mine", MINE), recipe("own", public=False)
    shelf.offer(own, MINE)
    assert [given_to(shelf, key, stranger) for key in (made, own.key)] == [None, None]
    assert times == []
    assert [given_to(shelf, key) for key in (made, own.key)] == [b"mine", b"made"]


def test_two_visits_with_the_same_of_their_own_both_get_it_until_they_leave():
    shelf = Parcels()
    for token in (MINE, THEIRS):
        key = shelf.offer_made(b"the same upload", token)
    shelf.left(MINE)
    assert (given_to(shelf, key, MINE), given_to(shelf, key, THEIRS)) == (None, b"the same upload")
    shelf.left(THEIRS)
    assert (given_to(shelf, key, THEIRS), len(shelf), shelf.weight) == (None, 0, 0)


@pytest.mark.parametrize("order", [(MINE, EVERYBODY), (EVERYBODY, MINE)])
def test_what_everybody_may_have_anyway_is_nobodys_own(order):
    shelf = Parcels()
    for token in order:
        key = shelf.offer_made(b"a sample, sent in again", token)
    assert shelf.find(key, "").public
    shelf.left(MINE)
    assert given_to(shelf, key, "") == b"a sample, sent in again"


def test_a_visit_that_leaves_takes_only_its_own_along():
    shelf = Parcels()
    keys = [shelf.offer_made(content, token) for content, token in ((b"1", MINE), (b"2", THEIRS), (b"3", EVERYBODY))]
    own, _ = recipe("own", public=False)
    keys.append(shelf.offer(own, MINE))
    given_to(shelf, own.key)
    shelf.left(MINE)
    shelf.left("somebody who was never here")
    assert [given_to(shelf, key, THEIRS) for key in keys] == [None, b"2", b"3", None]
    assert (len(shelf), shelf.weight) == (2, 2)


def test_what_is_made_is_made_when_it_is_asked_for_and_once():
    shelf, (one, made) = Parcels(), recipe("one")
    for _ in range(3):
        shelf.offer(one, MINE)
    assert (made, shelf.weight) == ([], 0)
    assert [given_to(shelf, one.key, "") for _ in range(3)] == [b"made"] * 3
    assert (made, shelf.weight) == (["one"], 4)


def test_many_who_ask_at_the_same_moment_wait_for_one():
    shelf, made, many = Parcels(), [], 16
    together = threading.Barrier(many)

    def make():
        made.append(threading.get_ident())
        return noise(1000)

    key = shelf.offer(Recipe(key_of(b"one"), make, public=True), MINE)

    def ask(packed):
        together.wait()
        return given_to(shelf, key, "", packed=packed)

    with ThreadPoolExecutor(many) as threads:
        found = list(threads.map(ask, [number % 2 == 0 for number in range(many)]))
    assert (set(found), len(made), shelf.weight) == ({noise(1000)}, 1, 1000)


def test_while_one_is_made_others_are_given():
    shelf, begun, go_on = Parcels(), threading.Event(), threading.Event()

    def make():
        begun.set()
        assert go_on.wait(20)
        return b"slow"

    slow = shelf.offer(Recipe(key_of(b"slow"), make, public=True), MINE)
    other = shelf.offer_made(b"other", EVERYBODY)
    with ThreadPoolExecutor(1) as threads:
        waited = threads.submit(given_to, shelf, slow, "")
        assert begun.wait(20)
        assert given_to(shelf, other, "") == b"other"
        go_on.set()
        assert waited.result() == b"slow"


def test_what_could_not_be_made_is_tried_again_for_the_next_who_asks():
    shelf, answers = Parcels(), [TimeoutError(), ValueError(), b"at last"]

    def make():
        answer = answers.pop(0)
        if isinstance(answer, bytes):
            return answer
        raise answer

    key = shelf.offer(Recipe(key_of(b"one"), make, public=True), MINE)
    for error in (TimeoutError, ValueError):
        with pytest.raises(error):
            given_to(shelf, key, "")
    assert given_to(shelf, key, "") == b"at last"


def test_what_was_let_go_of_is_made_again_and_what_cannot_be_is_gone():
    shelf, (one, made) = Parcels(budget=100), recipe("one", noise(60))
    shelf.offer(one, MINE)
    assert given_to(shelf, one.key) == noise(60)
    content = shelf.offer_made(noise(80, 1), EVERYBODY)
    assert (shelf.weight, shelf.find(one.key, "").held) == (80, None)
    assert given_to(shelf, one.key) == noise(60)
    assert (made, shelf.weight) == (["one", "one"], 60)
    assert shelf.find(content, "") is None
    shelf.offer_made(noise(80, 1), EVERYBODY)
    assert given_to(shelf, content) == noise(80, 1), "offered anew, it is there anew"


def test_who_found_it_before_it_was_let_go_of_is_still_given_it():
    shelf = Parcels(budget=100)
    found = shelf.find(shelf.offer_made(noise(80, 1), EVERYBODY), "")
    shelf.offer_made(noise(80, 2), EVERYBODY)
    assert shelf.body(found, packed=False) == (noise(80, 1), False)
    assert (len(shelf), shelf.weight) == (1, 80), "that is held by nobody here"
