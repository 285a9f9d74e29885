"""Pooling: the textbook's numbers, and PyTorch as the oracle for values, winners and refusals."""

import numpy as np
import pytest
import torch
from hypothesis import example, given, settings
from hypothesis import strategies as st
from torch.nn import functional

from models.ops.geometry import ImpossibleGeometry
from models.ops.pooling import (
    NO_WINNER,
    adaptive_average_pool,
    average_pool,
    global_average_pool,
    max_pool,
    max_pool_winners,
)

torch.set_num_threads(1)
calm = settings(deadline=None, max_examples=200)
COUNTING = np.arange(9).reshape(3, 3)
LARGER = np.arange(16).reshape(4, 4)
seeds = st.integers(0, 9999)


def pairs(low, high):
    return st.tuples(st.integers(low, high), st.integers(low, high))


def whole_numbers(seed, *shape):
    """Few different values, so that windows are full of ties."""
    return np.random.default_rng(seed).integers(-3, 4, size=shape)


def torch_answer(layer, image, *arguments, **own):
    try:
        return layer(torch.from_numpy(image.astype(np.float64)), *arguments, **own)
    except RuntimeError:
        return None


@pytest.mark.parametrize(
    ("pool", "image", "own", "expected"),
    [
        (max_pool, COUNTING, {"kernel": 2, "stride": 1}, [[4, 5], [7, 8]]),
        (average_pool, COUNTING, {"kernel": 2, "stride": 1}, [[2, 3], [5, 6]]),
        (max_pool, LARGER, {"kernel": 3}, [[10]]),
        (max_pool, LARGER, {"kernel": 3, "padding": 1, "stride": 2}, [[5, 7], [13, 15]]),
        (max_pool, LARGER, {"kernel": (2, 3), "stride": (2, 3), "padding": (0, 1)}, [[5, 7], [13, 15]]),
        (max_pool, COUNTING, {"kernel": 2, "ceil_mode": True}, [[4, 5], [7, 8]]),
        (average_pool, COUNTING, {"kernel": 2, "ceil_mode": True}, [[2, 3.5], [6.5, 8]]),
    ],
)
def test_pooling_of_the_textbook(pool, image, own, expected):
    result = pool(image, **own)
    np.testing.assert_array_equal(result, expected)
    assert result.dtype == np.float64
    np.testing.assert_array_equal(pool(image.tolist(), **own), expected)


def test_padding_counts_in_an_average_unless_told_otherwise():
    ones = np.ones((2, 2))
    np.testing.assert_array_equal(average_pool(ones, 2, padding=1), np.full((2, 2), 0.25))
    np.testing.assert_array_equal(average_pool(ones, 2, padding=1, count_include_pad=False), ones)


def test_padding_never_wins_a_maximum():
    np.testing.assert_array_equal(max_pool(np.full((2, 2), -5), 2, padding=1), np.full((2, 2), -5))


@calm
@given(seeds, st.integers(1, 3), pairs(1, 7), pairs(1, 4), pairs(1, 3), pairs(0, 2), pairs(1, 3), st.booleans())
@example(0, 1, (2, 2), (2, 2), (1, 1), (1, 1), (3, 3), False)  # noqa: FBT003 - a dilated window that misses every pixel
@example(0, 1, (2, 2), (3, 3), (2, 2), (0, 0), (1, 1), True)  # noqa: FBT003 - a kernel larger than the input
def test_max_pool_and_its_winners_are_pytorchs_or_both_refuse(
    seed, channels, size, kernel, stride, padding, dilation, ceil_mode
):
    image = whole_numbers(seed, channels, *size)
    own = {"stride": stride, "padding": padding, "dilation": dilation, "ceil_mode": ceil_mode}
    expected = torch_answer(functional.max_pool2d, image, kernel, return_indices=True, **own)
    if expected is None:
        with pytest.raises(ImpossibleGeometry):
            max_pool(image, kernel, **own)
        return
    values, places = (part.numpy() for part in expected)
    winners = max_pool_winners(image, kernel, **own)
    np.testing.assert_array_equal(max_pool(image, kernel, **own), values)
    np.testing.assert_array_equal(winners.values, values)
    seen = np.isfinite(values)
    np.testing.assert_array_equal((winners.rows * size[1] + winners.columns)[seen], places[seen])
    assert (winners.rows[~seen] == NO_WINNER).all()
    assert (winners.columns[~seen] == NO_WINNER).all()


@calm
@given(seeds, st.integers(1, 3), pairs(1, 7), pairs(1, 4), pairs(1, 3), pairs(0, 2), st.booleans(), st.booleans())
def test_average_pool_is_pytorchs_or_both_refuse(
    seed, channels, size, kernel, stride, padding, ceil_mode, include_padding
):
    image = whole_numbers(seed, channels, *size)
    own = {"stride": stride, "padding": padding, "ceil_mode": ceil_mode, "count_include_pad": include_padding}
    expected = torch_answer(functional.avg_pool2d, image, kernel, **own)
    if expected is None:
        with pytest.raises(ImpossibleGeometry):
            average_pool(image, kernel, **own)
        return
    np.testing.assert_allclose(average_pool(image, kernel, **own), expected.numpy(), atol=1e-12)


@calm
@given(seeds, pairs(1, 8), pairs(1, 9))
def test_adaptive_average_pool_is_pytorchs(seed, size, wanted):
    image = whole_numbers(seed, 2, *size)
    expected = torch_answer(functional.adaptive_avg_pool2d, image, wanted)
    np.testing.assert_allclose(adaptive_average_pool(image, wanted), expected.numpy(), atol=1e-12)


def test_global_average_pool_leaves_one_number_per_channel():
    image = whole_numbers(1, 3, 4, 5)
    np.testing.assert_allclose(global_average_pool(image), adaptive_average_pool(image, 1)[:, 0, 0])
    assert global_average_pool(COUNTING) == 4


@pytest.mark.parametrize("pool", [max_pool, average_pool])
def test_a_plane_is_pooled_like_a_single_channel(pool):
    np.testing.assert_array_equal(pool(LARGER, 2), pool(LARGER[None], 2)[0])


def test_winners_of_equal_values_are_the_first_row_by_row():
    winners = max_pool_winners(np.ones((3, 3)), 2, stride=1, padding=1)
    np.testing.assert_array_equal(winners.rows[:, 0], [0, 0, 1, 2])
    np.testing.assert_array_equal(winners.columns[0], [0, 0, 1, 2])


@pytest.mark.parametrize("extreme", [np.nan, np.inf, -np.inf])
def test_nan_wins_and_infinities_keep_their_places(extreme):
    image = np.where(LARGER == 5, extreme, 0.0 if extreme != -np.inf else -np.inf)
    winners = max_pool_winners(image, 3, stride=1, padding=1)
    np.testing.assert_array_equal(max_pool(image, 3, stride=1, padding=1), winners.values)
    np.testing.assert_array_equal(image[winners.rows, winners.columns], winners.values)
    assert winners.rows.min() == winners.columns.min() == 0, "padding never wins, not even among −∞"
    if extreme != -np.inf:
        assert ((winners.rows == 1) & (winners.columns == 1)).sum() == 9


@calm
@given(seeds, st.integers(1, 4))
def test_every_winner_holds_the_maximum_of_its_window(seed, kernel):
    image = np.random.default_rng(seed).normal(size=(6, 6))
    winners = max_pool_winners(image, kernel)
    np.testing.assert_array_equal(image[winners.rows, winners.columns], max_pool(image, kernel))
    assert (winners.rows // kernel == np.arange(len(winners.rows))[:, None]).all()
    with pytest.raises(ValueError, match="read-only"):
        winners.rows[0, 0] = 3


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"kernel": 0}, "kernel is 0"),
        ({"kernel": 4}, "kernel is 4"),
        ({"kernel": 2, "stride": 0}, "stride is 0"),
        ({"kernel": 3, "padding": 2}, "padding is 2, but must be at most 1, half of the kernel 3"),
        ({"kernel": 2, "padding": (0, -1)}, "padding is -1"),
    ],
)
@pytest.mark.parametrize("pool", [max_pool, average_pool, max_pool_winners])
def test_settings_out_of_range_are_refused_by_name(pool, own, words):
    with pytest.raises(ImpossibleGeometry, match=words):
        pool(COUNTING, **own)


def test_bad_images_and_sizes_are_refused_by_name():
    with pytest.raises(ValueError, match=r"image has the shape \[1, 2, 2, 2\]"):
        max_pool(np.zeros((1, 2, 2, 2)), 1)
    with pytest.raises(ImpossibleGeometry, match="size is 0"):
        adaptive_average_pool(COUNTING, 0)
    with pytest.raises(ImpossibleGeometry, match="dilation is 0"):
        max_pool(COUNTING, 2, dilation=0)
