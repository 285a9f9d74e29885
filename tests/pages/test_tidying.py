"""When is garbage collected, and what is it spared?"""

import gc
import weakref

import pytest

from pages.shell import tidying
from pages.shell.cached import caching, networks


class Knot:
    """Something that only a collection can find."""

    def __init__(self):
        self.itself = self


@pytest.fixture(autouse=True)
def thawed():
    yield
    gc.unfreeze()


@pytest.mark.parametrize(
    ("now", "last", "noticed", "due"),
    [
        (100.0, 50.0, 40.0, False),  # nothing has been done since
        (100.0, 50.0, 99.0, False),  # somebody is at it
        (100.0, 50.0, 97.0, True),
        (100.0, 50.0, 60.0, True),
        (160.0, 99.0, 159.9, True),  # never quiet, but long ago
        (158.0, 99.0, 157.9, False),
    ],
)
def test_it_is_done_when_nobody_waits(now, last, noticed, due):
    assert tidying.is_due(now, last, noticed) is due


def test_what_is_here_to_stay_is_not_looked_through_again():
    kept = [Knot() for _ in range(50_000)]
    tidying.settle()
    assert gc.get_freeze_count() > len(kept)
    assert len(gc.get_objects()) < len(kept)


def test_what_was_kept_and_is_let_go_is_found_at_the_next_settling():
    knot = Knot()
    gone = weakref.ref(knot)
    tidying.settle()
    del knot
    gc.collect()
    assert gone() is not None, "it was frozen"
    tidying.settle()
    assert gone() is None


def test_a_network_that_is_loaded_is_settled(monkeypatch):
    settled = []
    monkeypatch.setattr(tidying, "settle", lambda: settled.append(1))
    shelf = caching.SHELVES["pages.shell.cached.networks._shared_network"]
    shelf.clear()
    networks.network("cifar10")
    networks.network("cifar10")
    assert settled == [1]
