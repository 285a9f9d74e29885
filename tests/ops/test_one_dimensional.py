"""Convolution along a line: two dice, thrown in every way, and NumPy's own."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ops.convolution import cross_correlate, flipped
from models.ops.one_dimensional import convolve

numbers = st.lists(st.integers(-9, 9), min_size=1, max_size=8)


def test_two_dice_thrown_in_all_36_ways():
    sums = [one + other for one, other in product(range(1, 7), repeat=2)]
    expected = [sums.count(total) for total in range(2, 13)]
    np.testing.assert_array_equal(convolve([1] * 6, [1] * 6), expected)
    assert expected[4 - 2] == 3  # P(4) = 3/36


def test_a_loaded_die_is_thrown_as_often_as_it_weighs():
    loaded = [1, 1, 1, 1, 1, 3]
    sums = [one + other for one in range(1, 7) for other in range(1, 7) for _ in range(loaded[other - 1])]
    np.testing.assert_array_equal(convolve([1] * 6, loaded), [sums.count(total) for total in range(2, 13)])


@given(numbers, numbers)
def test_it_is_numpys_convolution_and_a_sliding_product_with_one_flipped(one, other):
    np.testing.assert_array_equal(convolve(one, other), np.convolve(one, other))
    np.testing.assert_array_equal(convolve(one, other), convolve(other, one))
    slid = cross_correlate([one], flipped([other]), padding=(0, len(other) - 1))
    np.testing.assert_array_equal(convolve(one, other), slid[0])


@pytest.mark.parametrize("wrong", [[], [[1, 2]], 3])
def test_what_is_no_sequence_is_refused(wrong):
    with pytest.raises(ValueError, match="positions"):
        convolve(wrong, [1, 2])
