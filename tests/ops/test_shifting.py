"""Shifting by whole pixels and what it changes: hand-worked rows, and the truths the page tells about pooling."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from models.ops.convolution import cross_correlate
from models.ops.kernels import KERNELS
from models.ops.pooling import global_average_pool, max_pool
from models.ops.receptive_field import PIXELS, Axis, after
from models.ops.shifting import change, moved, shift, untouched

sizes = st.tuples(st.integers(1, 3), st.integers(1, 9), st.integers(1, 9))
images = sizes.flatmap(lambda shape: arrays(np.int64, shape, elements=st.integers(-99, 99)))
steps = st.integers(-4, 4)


def test_a_row_moves_right_and_its_first_pixel_fills_the_gap():
    assert shift([[1, 2, 3, 4]], 0, 1).tolist() == [[1, 1, 2, 3]]
    assert shift([[1, 2, 3, 4]], 0, -2).tolist() == [[3, 4, 4, 4]]
    assert shift([[1], [2], [3]], 2, 0).tolist() == [[1], [1], [1]]
    assert shift([[1, 2], [3, 4]], 7, 7).tolist() == [[1, 1], [1, 1]]


@given(images, steps, steps)
def test_shifting_is_pytorchs_replication_and_a_cut(image, rows, columns):
    _, height, width = image.shape
    tensor = torch.tensor(image, dtype=torch.float64)[None]
    around = (max(columns, 0), max(-columns, 0), max(rows, 0), max(-rows, 0))
    padded = torch.nn.functional.pad(tensor, around, mode="replicate")[0].numpy()
    top, left = max(-rows, 0), max(-columns, 0)
    assert np.array_equal(shift(image, rows, columns), padded[:, top : top + height, left : left + width])


@given(images)
def test_no_shift_changes_nothing(image):
    found = change(image, shift(image, 0, 0))
    assert (found.relative, found.unchanged, found.largest) == (0.0, 1.0, 0.0)


def test_a_change_in_three_numbers():
    found = change([3.0, 4.0, 0.0, 0.0], [3.0, 4.0, 0.0, 5.0])
    assert (found.relative, found.unchanged, found.largest) == (1.0, 0.75, 5.0)


def test_from_nothing_a_change_has_no_ratio():
    assert change([0.0, 0.0], [0.0, 1.0]).relative is None
    assert change([0.0, 0.0], [0.0, 0.0]).relative == 0.0


def test_a_tolerance_forgives_rounding_alone():
    old, new = np.array([1.0, 2.0]), np.array([1.0 + 1e-9, 2.1])
    assert change(old, new).unchanged == 0.0
    assert change(old, new, tolerance=1e-6).unchanged == 0.5


@pytest.mark.parametrize("after_", [[1.0], [[1.0, 2.0]], []])
def test_maps_of_different_shapes_have_no_change(after_):
    with pytest.raises(ValueError, match="shape"):
        change([1.0, 2.0], after_)


def test_maps_without_values_have_no_change():
    with pytest.raises(ValueError, match="shape"):
        change([], [])


@given(images, st.integers(-3, 3), st.integers(-3, 3))
def test_a_moved_map_is_recognised(image, rows, columns):
    before = image.astype(np.float64)
    found = moved(before, shift(before, rows, columns), (rows, columns))
    if abs(rows) >= image.shape[1] or abs(columns) >= image.shape[2]:
        assert found is None
    else:
        assert found.largest == 0.0


def test_outside_the_window_of_comparison_nothing_counts():
    before = np.arange(6.0).reshape(1, 6)
    spoilt = shift(before, 0, 1)
    spoilt[0, 5] = 99
    assert moved(before, spoilt, (0, 1)).largest == 95
    assert moved(before, spoilt, (0, 1), (range(1), range(5))).largest == 0
    assert moved(before, spoilt, (0, 1), (range(1), range(5, 5))) is None


@pytest.mark.parametrize("window", [2, 3, 4])
@given(picture=arrays(np.int64, (14, 14), elements=st.integers(0, 255)), cells=st.integers(1, 2))
def test_a_shift_by_the_stride_moves_the_pooled_map_by_one_cell_exactly(window, picture, cells):
    def pooled(image):
        return max_pool(cross_correlate(image, KERNELS["sobel left"]), window)

    shifted = pooled(shift(picture, cells * window, 0))
    assert moved(pooled(picture), shifted, (cells, 0)).largest == 0.0


def test_max_pooling_is_not_invariant_a_shift_by_one_may_change_much():
    """Bars two pixels wide: pooled in step with the windows, and then astride of them."""
    bars = np.tile([0.0, 0.0, 1.0, 1.0], (4, 4))
    assert max_pool(bars, 2).tolist() == [[0, 1] * 4] * 2
    assert max_pool(shift(bars, 0, 1), 2).tolist() == [[0, 1, 1, 1, 1, 1, 1, 1]] * 2
    found = change(max_pool(bars, 2), max_pool(shift(bars, 0, 1), 2))
    assert found.relative == pytest.approx(np.sqrt(3 / 4))
    assert found.unchanged == 5 / 8


def test_a_global_mean_forgives_a_shift_of_something_that_stays_inside():
    spot = np.zeros((1, 9, 9))
    spot[0, 2:5, 2:5] = 7
    assert change(global_average_pool(spot), global_average_pool(shift(spot, 3, 3))).relative == 0.0
    assert change(spot, shift(spot, 3, 3)).relative == pytest.approx(np.sqrt(2))


def test_the_border_and_the_padding_are_left_out():
    """3×3 with padding 1, then pooled by 2: eight units; after a shift by 2, unit 1 sees the replicated border."""
    axis = after(after(PIXELS, 3, 1, 1), 2, 2)
    assert axis == Axis(size=4, stride=2, padding=1)
    assert untouched(axis, 0, 8, 16) == range(1, 7)
    assert untouched(axis, 2, 8, 16) == range(2, 7)
    assert untouched(Axis(99, 2, 0), 2, 8, 16) == range(0)
