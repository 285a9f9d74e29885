"""Bytes that travel by address: how many are held, compressed and let go of, and that they never become others."""

import gzip
import random
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from tests.viz.shelf import MINE, THEIRS, given_to, held, noise, recipe
from viz.hosts.streamlit import parcels
from viz.hosts.streamlit.parcels import EVERYBODY, Parcel, Parcels, Recipe, key_of


def test_what_was_asked_for_least_recently_goes_first():
    shelf = Parcels(budget=100)
    first, second, third = (shelf.offer_made(noise(40, seed), EVERYBODY) for seed in (1, 2, 3))
    assert shelf.find(first, "") is None
    given_to(shelf, second)
    fourth = shelf.offer_made(noise(40, 4), EVERYBODY)
    assert [shelf.find(key, "") is not None for key in (second, third, fourth)] == [True, False, True]


def test_one_larger_than_all_may_weigh_is_given_all_the_same():
    shelf = Parcels(budget=100)
    small, large = shelf.offer_made(b"small", EVERYBODY), shelf.offer_made(noise(500), EVERYBODY)
    assert (given_to(shelf, large), shelf.find(small, "")) == (noise(500), None)
    assert given_to(shelf, shelf.offer_made(b"next", EVERYBODY)) == b"next"
    assert (len(shelf), shelf.weight) == (1, 4)


def test_no_more_are_known_than_may_be_and_recipes_go_too():
    shelf = Parcels(most=3)
    keys = [shelf.offer(recipe(f"number {number}")[0], MINE) for number in range(5)]
    assert [shelf.find(key, "") is not None for key in keys] == [False, False, True, True, True]


def test_it_is_compressed_for_the_second_who_takes_that_and_opened_for_who_does_not():
    shelf, content = Parcels(), b"flat " * 500
    key = shelf.offer(recipe("flat", content)[0], MINE)
    parcel = shelf.find(key, "")
    assert shelf.body(parcel, packed=True) == (content, False), "the first is not kept waiting"
    assert shelf.body(parcel, packed=False) == (content, False)
    found, small = shelf.body(parcel, packed=True)
    assert (small, gzip.decompress(found), shelf.weight) == (True, content, len(found))
    assert shelf.body(parcel, packed=False) == (content, False)
    assert shelf.body(parcel, packed=True) == (found, True)


def test_what_does_not_shrink_is_tried_once_and_stays(monkeypatch):
    tried = []
    compress = parcels._compressed
    monkeypatch.setattr(parcels, "_compressed", lambda content: tried.append(1) or compress(content))
    shelf, content = Parcels(), noise(3000)
    parcel = shelf.find(shelf.offer_made(content, EVERYBODY), "")
    assert [shelf.body(parcel, packed=True) for _ in range(4)] == [(content, False)] * 4
    assert (tried, shelf.weight) == ([1], 3000)


def test_the_same_bytes_are_compressed_alike_every_time():
    packed = []
    for _ in range(2):
        shelf = Parcels()
        parcel = shelf.find(shelf.offer_made(b"flat " * 500, EVERYBODY), "")
        packed.append(shelf.body(parcel, packed=True))
    assert packed[0] == packed[1]
    assert packed[0][1]


def test_what_is_let_go_of_while_somebody_is_given_it_is_not_given_half():
    """Between finding the bytes and finding that they are compressed, another thread makes room."""
    shelf, content = Parcels(budget=2000), b"flat " * 300

    class Interrupted(Parcel):
        armed = False

        def __getattribute__(self, name):
            if name == "packed" and Interrupted.armed:
                Interrupted.armed = False
                other = threading.Thread(target=shelf.offer_made, args=(noise(3000), EVERYBODY))
                other.start()
                other.join(0.3)  # it may have to wait until we are through
            return super().__getattribute__(name)

    parcel = Interrupted(key_of(b"flat"), lambda: content, {EVERYBODY})
    shelf._kept[parcel.key] = parcel
    for _ in range(2):
        shelf.body(parcel, packed=True)
    assert parcel.packed
    Interrupted.armed = True
    found, small = shelf.body(parcel, packed=True)
    assert (gzip.decompress(found) if small else found) == content
    assert shelf.body(parcel, packed=False) == (content, False)


CONTENTS = [noise(size, size) for size in (0, 1, 30, 50, 90, 130)] + [bytes(80), bytes(200)]
tokens = st.sampled_from([MINE, THEIRS, EVERYBODY])
which = st.integers(0, len(CONTENTS) - 1)
steps = st.one_of(
    st.tuples(st.just("offer"), which, st.sampled_from([MINE, THEIRS]), st.booleans()),
    st.tuples(st.just("offer made"), which, tokens, st.just(None)),
    st.tuples(st.sampled_from(["ask", "ask for made"]), which, tokens, st.booleans()),
    st.tuples(st.just("left"), st.just(0), st.sampled_from([MINE, THEIRS]), st.just(None)),
)


class Doing:
    """Does what the steps say, and checks what comes back: the very bytes, and none for strangers."""

    def __init__(self, shelf):
        self.shelf, self.owners, self.newest = shelf, {}, ""

    def do(self, what, number, token, flag):
        content = CONTENTS[number]
        own = Recipe(key_of(b"recipe %d" % number), partial(bytes, content), public=flag is True)
        if what == "left":
            self.shelf.left(token)
            for owners in self.owners.values():
                owners.discard(token)
        elif what == "offer":
            self._offered(self.shelf.offer(own, token), EVERYBODY if own.public else token)
        elif what == "offer made":
            self._offered(self.shelf.offer_made(content, token), token)
        else:
            self._ask(own.key if what == "ask" else key_of(content), content, token, packed=flag)

    def _offered(self, key, token):
        self.owners.setdefault(key, set()).add(token)
        self.newest = key

    def _ask(self, key, content, token, *, packed):
        found = given_to(self.shelf, key, token, packed=packed)
        assert found in (None, content)
        if found is not None:
            assert {token, EVERYBODY} & self.owners[key]
            self.newest = key


@given(st.lists(steps, max_size=40), st.integers(0, 250), st.integers(1, 6))
def test_the_sum_is_that_of_what_is_held_and_within_bounds_apart_from_the_newest(todo, budget, most):
    shelf = Parcels(budget, most)
    doing = Doing(shelf)
    for step in todo:
        doing.do(*step)
        assert shelf.weight == held(shelf)
        assert len(shelf) <= most
        newest = shelf._kept.get(doing.newest)
        assert shelf.weight <= max(budget, len(newest.held or b"") if newest else 0)
    shelf.left(MINE)
    shelf.left(THEIRS)
    assert all(parcel.public for parcel in shelf._kept.values())
    assert shelf.weight == held(shelf)


def test_the_sum_is_right_after_many_threads_too():
    shelf, many = Parcels(budget=250, most=5), 8
    together = threading.Barrier(many)

    def visit(seed):
        dice, doing = random.Random(seed), Doing(shelf)  # noqa: S311, cases for a test
        together.wait()
        for _ in range(150):
            what = dice.choice(["offer", "offer made", "ask", "ask for made", "left"])
            number, packed = dice.randrange(len(CONTENTS)), dice.random() < 0.5
            if what.startswith("ask"):
                own = what == "ask"
                key = key_of(b"recipe %d" % number if own else CONTENTS[number])
                assert given_to(shelf, key, MINE, packed=packed) in (None, CONTENTS[number])
            else:
                doing.do(what, number, MINE, packed)

    with ThreadPoolExecutor(many) as threads:
        list(threads.map(visit, range(many)))
    assert shelf.weight == held(shelf)
    assert len(shelf) <= 5


def test_what_is_kept_is_never_let_go_of():
    shelf = Parcels(budget=10, most=2)
    key = shelf.keep(b"x" * 100)
    for number in range(5):
        shelf.offer_made(bytes([number]) * 8, EVERYBODY)
    assert given_to(shelf, key) == b"x" * 100
    assert shelf.keep(b"x" * 100) == key
    assert shelf.weight <= 10
