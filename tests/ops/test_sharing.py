"""Weights counted as the textbooks count them, and what moves along with a moved picture."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.ops.kernels import KERNELS
from models.ops.sharing import Sharing, connections, move


@pytest.mark.parametrize(
    ("side", "kernel", "neuron", "window"), [(32, 3, 3_072, 27), (32, 5, 3_072, 75), (200, 3, 120_000, 27)]
)
def test_a_neuron_and_a_kernel_as_the_textbooks_count_them(side, kernel, neuron, window):
    rows = side - kernel + 1
    sharing = Sharing((3, side, side), (1, rows, rows), (kernel, kernel))
    assert (sharing.neuron, sharing.window) == (neuron, window)
    assert sharing.fully_connected == neuron * rows * rows
    assert sharing.local == window * rows * rows
    assert sharing.shared == window


def test_groups_see_their_share():
    sharing = Sharing((4, 8, 8), (4, 6, 6), (3, 3), groups=4)
    assert (sharing.window, sharing.shared, sharing.local) == (9, 36, 9 * 144)


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 99), st.integers(0, 4), st.sampled_from(["sobel left", "outline", "gaussian blur"]))
def test_a_convolutions_map_moves_along_exactly_and_a_connected_answer_does_not(seed, pixels, kernel):
    picture = np.random.default_rng(seed).integers(0, 256, (12, 16)).astype(float)
    found = move(picture, KERNELS[kernel], pixels)
    assert found.convolved_inside.largest == 0
    inside = found.convolved_difference[:, found.columns.start : found.columns.stop]
    assert inside.size > 0
    assert not inside.any()
    if pixels:
        assert found.connected_inside.relative > 0.5
        assert np.isnan(found.convolved_difference[:, :pixels]).all()
    else:
        assert found.connected_inside.largest == 0
    assert not np.isnan(found.connected_difference[:, pixels:]).any()


def test_moving_by_a_pixel_by_hand():
    picture = np.array([[0.0, 1, 2, 3, 4, 9], [1, 1, 1, 1, 1, 1], [0, 2, 0, 2, 0, 2]])
    found = move(picture, np.array([[0.0, 0, 0], [0, 1, 0], [0, 0, 0]]), 1)
    np.testing.assert_array_equal(found.picture, [[0, 0, 1, 2, 3, 4], [1, 1, 1, 1, 1, 1], [0, 0, 2, 0, 2, 0]])
    np.testing.assert_array_equal(found.convolved, found.picture)
    assert found.columns == range(2, 5)


def test_the_random_weights_are_always_the_same_and_keep_the_size_of_values():
    weights = connections(256)
    assert weights is connections(256)
    assert weights.std() * 16 == pytest.approx(1, rel=0.02)


def test_a_movement_that_leaves_nothing_to_compare_is_refused():
    with pytest.raises(ValueError, match="pixels is 2"):
        move(np.ones((4, 4)), np.ones((3, 3)), 2)
