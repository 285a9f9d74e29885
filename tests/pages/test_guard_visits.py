"""Who has left, and when does a visit end? A clean close ends it soon, a dropped line later, want of room at once."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from pages.shell.guard import visits


class House:
    """Streamlit's runtime as far as we ask it: who is connected, and whose visit was ended."""

    def __init__(self):
        self.there, self.ended = set(), []

    def exists(self):
        return True

    def instance(self):
        return self

    def is_active_session(self, visit):
        return visit in self.there

    def close_session(self, visit):
        self.ended.append(visit)


@pytest.fixture
def house(monkeypatch):
    made = House()
    monkeypatch.setattr(visits, "Runtime", made)
    monkeypatch.setattr(visits, "GRACE", 0.05)
    monkeypatch.setattr(visits.config, "get_option", lambda _: visits.AHEAD + 0.3)
    monkeypatch.setattr(visits, "_left", {})
    return made


def go(work):
    with ThreadPoolExecutor(1) as threads:
        threads.submit(lambda: asyncio.run(work())).result()


def test_a_closed_visit_ends_soon_and_a_dropped_one_later(house):
    async def work():
        visits.left("closed", clean=True)
        visits.left("dropped", clean=False)
        await asyncio.sleep(0.15)
        assert house.ended == ["closed"]
        await asyncio.sleep(0.3)
        assert house.ended == ["closed", "dropped"]

    go(work)
    assert not visits._left


@pytest.mark.parametrize("clean", [True, False])
def test_who_comes_back_finds_the_visit(house, clean):
    async def work():
        visits.left("one", clean=clean)
        house.there.add("one")
        visits.arrived("one")
        await asyncio.sleep(0.5)

    go(work)
    assert house.ended == []


def test_who_comes_back_unnoticed_finds_it_too(house):
    async def work():
        visits.left("one", clean=True)
        house.there.add("one")
        await asyncio.sleep(0.15)

    go(work)
    assert house.ended == []


def test_the_last_departure_counts(house):
    async def work():
        visits.left("one", clean=True)
        visits.arrived("one")
        visits.left("one", clean=False)
        await asyncio.sleep(0.15)
        assert house.ended == []
        await asyncio.sleep(0.3)

    go(work)
    assert house.ended == ["one"]


def test_who_never_came_or_is_connected_anew_has_not_left(house):
    house.there.add("anew")

    async def work():
        visits.left("", clean=True)
        visits.left("anew", clean=True)

    go(work)
    assert not visits._left


def test_room_is_made_by_the_closed_first_and_then_by_the_longest_gone(house):
    async def work():
        for visit, clean in (("a", False), ("b", True), ("c", False), ("d", True), ("back", False)):
            visits.left(visit, clean=clean)
        house.there.add("back")
        leaving = visits.make_room()
        assert [next(leaving), next(leaving)] == ["b", "d"], "no more than is asked for"
        assert house.ended == ["b", "d"]
        assert list(leaving) == ["a", "c"]

    go(work)
    assert house.ended == ["b", "d", "a", "c"]
