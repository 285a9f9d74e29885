"""A small hall: nobody meets an error, whatever the others do; and the numbers that are printed of it are right."""

import asyncio

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.load.__main__ import show
from tests.load.hall import Log, fill, percentile


@given(st.lists(st.floats(0, 100), min_size=1, max_size=50), st.sampled_from([0.5, 0.95, 0.99]))
def test_a_percentile_is_the_nearest_rank(values, share):
    assert percentile(values, share) == np.quantile(values, share, method="inverted_cdf")


def test_twenty_visitors_meet_no_error(start, monkeypatch, capsys):
    monkeypatch.setattr("tests.load.hall.THINKING", 1.0)
    show(start(), 20, 20)
    printed = capsys.readouterr().out
    assert "errors: none" in printed, printed
    for action in ("open a link", "another layer", "move the window", "another page", "send a picture"):
        assert action in printed


def test_what_goes_wrong_is_counted():
    log = Log()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.load.hall.THINKING", 0.05)
        asyncio.run(fill("http://127.0.0.1:9", 2, 0.5, log))
    assert sum(log.errors.values()) >= 2
    assert not log.seconds
