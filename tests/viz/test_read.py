"""A chart's numbers as a table: every kind of chart, against the numbers that it was made of."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.ink.bars import bars
from viz.ink.curves import bands, curves, depth_curves
from viz.ink.read import MOST_ROWS, numbers
from viz.ink.scatter import chosen_among, scatter_with_line

AXES = ("across", "up")


@given(st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6)), min_size=1, max_size=MOST_ROWS))
def test_curves_are_read_as_they_were_drawn(values):
    other = [None if value is None else 2 * value for value in values]
    found = numbers(curves(range(len(values)), {"one": values, "other": other}, AXES, marked=0))
    assert found.x == tuple(range(len(values)))
    assert found.columns == (("one", tuple(values)), ("other", tuple(other)))


@given(st.integers(1, 400))
def test_of_many_places_some_are_picked_evenly_and_the_ends_always(count):
    found = numbers(curves(range(count), {"one": list(map(float, range(count)))}, AXES))
    assert (len(found.x), found.count) == (min(count, MOST_ROWS), count)
    assert (found.x[0], found.x[-1]) == (0, count - 1)
    steps = np.diff(found.x)
    assert count == 1 or steps.max() - steps.min() <= 1
    assert found.columns[0][1] == found.x


def test_named_places_keep_their_order():
    found = numbers(bars(["stem", "a", "head"], [3, 1, 2], AXES, ["", "", ""]))
    assert (found.x, found.columns) == (("stem", "a", "head"), (("", (3.0, 1.0, 2.0)),))
    found = numbers(depth_curves(["z", "b"], {"size": [3.0, None]}, ("all", 32.0), AXES, marked=1))
    assert (found.x, found.columns) == (("z", "b"), (("size", (3.0, None)),))
    found = numbers(chosen_among({"vgg": (2.0, 70.0), "alex": (1.0, 56.0)}, "alex", [1.0], AXES, "{name}"))
    assert (found.x, found.columns) == (("vgg", "alex"), (("", (70.0, 56.0)),))


def test_a_band_has_two_ends():
    found = numbers(bands([1, 2], {"wide": ([-2.0, -1.0], [2.0, 1.0])}, AXES))
    assert found.columns == (("wide", (-2.0, -1.0)), ("wide", (2.0, 1.0)))


def test_a_cloud_and_its_line_share_their_places():
    x = np.array([3.0, 1.0, 2.0])
    found = numbers(scatter_with_line({"cloud": (x, x**2)}, ("line", 2.0, 1.0), AXES))
    assert found.x == (1.0, 2.0, 3.0)
    assert found.columns == (("cloud", (1.0, 4.0, 9.0)), ("line", (3.0, None, 7.0)))


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_is_no_value(value):
    assert numbers(curves([0, 1], {"one": [value, 1.0]}, AXES)).columns == (("one", (None, 1.0)),)
