"""A small hall: nobody meets an error, whatever the others do; and the numbers that are printed of it are right."""

import asyncio

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.load.__main__ import costs, hall
from tests.load.hall import ANEW, BEFORE, LAYERS, PARTS, Guest, Log, fill, percentile
from tests.load.line import apart


@given(st.lists(st.floats(0, 100), min_size=1, max_size=50), st.sampled_from([0.5, 0.95, 0.99]))
def test_a_percentile_is_the_nearest_rank(values, share):
    assert percentile(values, share) == np.quantile(values, share, method="inverted_cdf")


ACTIONS = ("open a link", "another layer", "move the window", "another page", "another part", "send a picture")


def small(monkeypatch):
    """Visitors who hardly think, so that much is done in little time."""
    monkeypatch.setattr("tests.load.hall.THINKING", 1.0)


def test_twenty_visitors_meet_no_error(start, monkeypatch, capsys):
    small(monkeypatch)
    address = start()
    with costs([address]):
        hall(address, 20, 20)
    printed = capsys.readouterr().out
    assert "errors: none" in printed, printed
    for action in (*ACTIONS, ANEW, BEFORE, "ms a thing", "memory:", "kB a thing"):
        assert action in printed


async def touched(address):
    """Guests who turn to another layer, and who move a window; how their addresses end, and what came of it."""
    guests = []
    for page, act in (("feature_maps", Guest.layer), ("convolution", Guest.slides)):
        guest = Guest(address, 1, Log())
        guest.page, guest.chosen = page, {"network": "cifar10", "picture": "cat"}
        await guest.opens()
        for _ in range(3):
            await act(guest)
        await guest.leave()
        guests.append(guest)
    return guests


def test_what_is_touched_runs_a_part_of_the_page_and_is_in_the_address(start):
    looking, sliding = apart(touched(start()))
    assert looking.chosen["layer"] in LAYERS["cifar10"]
    assert {"row", "column"} & set(sliding.chosen)
    for guest, action in ((looking, "another layer"), (sliding, "move the window")):
        assert len(guest.log.seconds[action]) == 3
        assert not guest.log.errors
    # A layer brings its maps along; a window that moves brings nothing but words.
    assert max(sliding.log.received["move the window"]) < min(sliding.log.received["open a link"]) / 2


def test_what_was_asked_before_is_told_from_what_is_new():
    log = Log()
    for view, seconds in (("a", 3.0), ("b", 2.0), ("a", 0.5), ("a", 0.25)):
        log.note("look", view, seconds, 1000)
    assert (log.seconds[ANEW], log.seconds[BEFORE]) == ([3.0, 2.0], [0.5, 0.25])
    assert (log.done, log.bytes, log.p95()) == (4, 4000, 3.0)
    assert [row[:3] for row in log.rows()] == [("look", 4, 500.0), (ANEW, 2, 2000.0), (BEFORE, 2, 250.0)]


def test_all_parts_are_visited():
    assert {"slide", "inside"} <= set(PARTS["convolution"])
    assert sum(map(len, PARTS.values())) > 15


def test_what_goes_wrong_is_counted():
    log = Log()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.load.hall.THINKING", 0.05)
        asyncio.run(fill("http://127.0.0.1:9", 2, 0.5, log))
    assert sum(log.errors.values()) >= 2
    assert not log.seconds
