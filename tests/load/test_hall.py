"""A small hall: nobody meets an error, whatever the others do; and the numbers that are printed of it are right."""

import asyncio

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.load.__main__ import costs, hall
from tests.load.hall import ANEW, BEFORE, PARTS, Log, fill, percentile


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
