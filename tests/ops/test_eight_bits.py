"""Is a weight in 8 bits ever further from itself than half a step of its kernel?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from models.ops.eight_bits import from_eight_bits, packed, to_eight_bits, unpacked

FINITE = st.floats(-(2.0**120), 2.0**120, width=32)
WEIGHTS = arrays(np.float32, array_shapes(min_dims=1, max_dims=4, max_side=5), elements=FINITE)


def by_kernel(values):
    return np.asarray(values, np.float64).reshape(len(values), -1)


@given(WEIGHTS)
def test_no_weight_moves_by_more_than_half_a_step_of_its_kernel(weights):
    values, scales = to_eight_bits(weights)
    assert (values.dtype, values.shape) == (np.int8, weights.shape)
    assert np.abs(by_kernel(values)).max() <= 127
    again = from_eight_bits(values, scales)
    steps = np.abs(by_kernel(again) - by_kernel(weights)) / scales[:, None].astype(np.float64)
    assert steps.max() <= 0.5 + 127 * 2**-24  # a product is itself rounded, to 24 binary digits


@given(WEIGHTS)
def test_what_was_in_8_bits_once_stays_as_it_is(weights):
    values, scales = to_eight_bits(weights)
    again, scales_again = to_eight_bits(from_eight_bits(values, scales))
    assert np.array_equal(again, values) or (np.abs(weights) < 1e-37).any()
    assert np.allclose(scales_again, scales, rtol=1e-6, atol=1e-37)


@given(WEIGHTS, st.integers(0, 4))
def test_every_kernel_is_by_itself(weights, row):
    row %= len(weights)
    alone = to_eight_bits(weights[row : row + 1])
    together = to_eight_bits(weights)
    assert np.array_equal(alone[0][0], together[0][row])
    assert alone[1][0] == together[1][row]


def test_by_hand():
    values, scales = to_eight_bits(np.float32([[2.54, -1.0, 0.01], [0, 0, 0], [-127, 63.4, 63.6]]))
    assert values.tolist() == [[127, -50, 0], [0, 0, 0], [-127, 63, 64]]
    assert scales.tolist() == pytest.approx([0.02, 1, 1])
    assert from_eight_bits(values, scales)[2].tolist() == [-127, 63, 64]


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(ValueError, match=r"weights \[1, 2\] must be finite"):
        to_eight_bits(np.float32([[1, value]]))


@pytest.mark.parametrize("shape", [(0, 3), (2, 0)])
def test_kernels_without_weights_are_refused(shape):
    with pytest.raises(ValueError, match="at least one"):
        to_eight_bits(np.zeros(shape, np.float32))


def test_a_state_keeps_what_has_one_axis_and_gives_back_its_names():
    state = {
        "conv.weight": np.float32([[[[1.0]]], [[[-0.3]]]]),
        "norm.weight": np.float32([0.123456789]),
        "norm.num_batches_tracked": np.array(7),
    }
    small = packed(state)
    assert small["conv.weight"].dtype == np.int8
    assert small["conv.weight/scale"].shape == (2,)
    again = unpacked(small)
    assert list(again) == list(state)
    assert np.array_equal(again["norm.weight"], state["norm.weight"])
    assert again["norm.num_batches_tracked"] == 7
    assert np.allclose(again["conv.weight"], state["conv.weight"], rtol=1e-6)
