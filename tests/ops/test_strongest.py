"""The strongest places are those that somebody with a list of pixels would choose."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ops.strongest import NOWHERE, over_pictures, strongest


def windows(count, size, stride, limit, padding=0):
    starts = np.arange(count) * stride - padding
    return np.stack([np.clip(starts, 0, limit), np.clip(starts + size, 0, limit)], axis=1)


def chosen_by_sets(values, rows, columns, most):
    """The same rule with sets of pixels, one place after the other."""
    lowest = values.min() if values.size > 1 else -np.inf
    order = sorted(np.ndindex(values.shape), key=lambda place: (-values[place], place))
    taken = []
    for row, column in order:
        pixels = {(y, x) for y in range(*rows[row]) for x in range(*columns[column])}
        if not pixels or values[row, column] <= lowest or len(taken) == most:
            continue
        if all(2 * len(pixels & other) <= min(len(pixels), len(other)) for _, other in taken):
            taken.append(((row, column), pixels))
    return [place for place, _ in taken]


def places(peaks, channel=0):
    found = zip(peaks.rows[channel].tolist(), peaks.columns[channel].tolist(), strict=True)
    return [place for place in found if place != (NOWHERE, NOWHERE)]


def test_neighbours_of_the_strongest_are_left_out():
    """3-pixel windows, one apart: those one step away share 6 or 4 of 9 pixels with the strongest, two away 3 or 1."""
    values = np.zeros((1, 4, 4))
    values[0] = [[9, 8, 7, 6], [8, 5, 4, 3], [7, 4, 3, 2], [6, 3, 2, 1]]
    spans = windows(4, 3, 1, 6)
    # (0, 1) and (1, 0) share 6 of 9 with (0, 0); (0, 2) shares 3, (2, 0) too, and (1, 1) shares 4.
    assert places(strongest(values, spans, spans))[:3] == [(0, 0), (0, 2), (2, 0)]
    assert places(strongest(values, spans, spans, share=1.0))[:3] == [(0, 0), (0, 1), (1, 0)]
    assert places(strongest(values, spans, spans, share=0.0))[:2] == [(0, 0), (0, 3)]


def test_half_exactly_is_allowed():
    line = np.array([[[3.0, 2.0, 1.5, 1.0]]])
    assert places(strongest(line, np.array([(0, 1)]), windows(4, 2, 1, 5)))[:2] == [(0, 0), (0, 1)]


layouts = st.tuples(
    st.integers(1, 5), st.integers(1, 5), st.integers(1, 4), st.integers(1, 3), st.integers(0, 3), st.integers(0, 10**6)
)


@given(layouts, st.integers(1, 7))
def test_the_places_are_those_chosen_with_sets_of_pixels(layout, most):
    down, across, size, stride, padding, seed = layout
    values = np.random.default_rng(seed).integers(-3, 4, (2, down, across)).astype(float)  # with many ties
    rows, columns = windows(down, size, stride, 9, padding), windows(across, size + 1, stride, 9, padding)
    peaks = strongest(values, rows, columns, most=most)
    for channel in range(2):
        expected = chosen_by_sets(values[channel], rows, columns, most)
        assert places(peaks, channel) == expected
        assert peaks.count(channel) == len(expected)
        assert peaks.values[channel, : len(expected)].tolist() == [values[channel][place] for place in expected]
        assert np.isnan(peaks.values[channel, len(expected) :]).all()


def test_a_silent_map_has_no_place_and_a_single_value_has_one():
    spans = windows(3, 1, 1, 3)
    assert places(strongest(np.zeros((1, 3, 3)), spans, spans)) == []
    assert places(strongest(np.zeros((1, 1, 1)), spans[:1], spans[:1])) == [(0, 0)]


def test_zeros_behind_a_relu_are_no_answer():
    spans = windows(3, 1, 1, 3)
    values = np.array([[[0, 2, 0], [0, 0, 0], [1, 0, 0]]], float)
    assert places(strongest(values, spans, spans)) == [(0, 1), (2, 0)]


def test_what_is_not_finite_is_never_chosen():
    spans = windows(2, 1, 1, 2)
    values = np.array([[[np.nan, 1], [np.inf, -np.inf]], [[np.nan] * 2] * 2, [[3, np.nan], [2, 1]]])
    peaks = strongest(values, spans, spans)
    assert [places(peaks, channel) for channel in range(3)] == [[(0, 1)], [], [(0, 0), (1, 0)]]


def test_a_unit_that_sees_padding_alone_has_no_patch():
    rows = np.array([(0, 0), (0, 2)])
    values = np.array([[[9, 8], [2, 1]]], float)
    assert places(strongest(values, rows, windows(2, 1, 1, 2))) == [(1, 0)]


def test_over_pictures_the_strongest_come_first_and_say_which_they_are_of():
    spans = windows(2, 1, 1, 2)
    one = strongest(np.array([[[1, 4], [0, 3]]], float), spans, spans, most=3)
    other = strongest(np.array([[[0, 5], [3, 0]]], float), spans, spans, most=3)
    both = over_pictures([one, other])
    assert both.values[0].tolist() == [5, 4, 3]
    assert both.sources[0].tolist() == [1, 0, 0]  # of two equal values the earlier picture's
    assert places(both) == [(0, 1), (0, 1), (1, 1)]


def test_without_pictures_there_is_nothing_to_rank():
    with pytest.raises(ValueError, match="at least one"):
        over_pictures([])


def test_missing_places_stay_behind():
    spans = windows(2, 1, 1, 2)
    silent = strongest(np.zeros((1, 2, 2)), spans, spans, most=2)
    loud = strongest(np.array([[[-2, -1], [-3, -3]]], float), spans, spans, most=2)
    both = over_pictures([silent, loud])
    assert (both.values[0].tolist(), both.sources[0].tolist()) == ([-1, -2], [1, 1])
    assert over_pictures([silent]).sources[0].tolist() == [NOWHERE, NOWHERE]
