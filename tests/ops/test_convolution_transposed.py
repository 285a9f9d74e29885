"""A transposed convolution stamps the kernel, agrees with PyTorch, and is the transpose."""

import numpy as np
import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st
from torch.nn import functional

from models.ops.convolution import cross_correlate, transposed
from models.ops.geometry import ImpossibleGeometry, left_over
from tests.ops.drawn import SMALL, calm, pairs, random_array

torch.set_num_threads(1)


def test_a_transposed_convolution_stamps_the_kernel():
    np.testing.assert_array_equal(transposed([[2]], SMALL), 2 * SMALL)
    np.testing.assert_array_equal(transposed(SMALL, SMALL), [[0, 0, 1], [0, 4, 6], [4, 12, 9]])
    apart = transposed(SMALL, SMALL, stride=2)
    np.testing.assert_array_equal(apart, np.kron(SMALL, SMALL))


@calm
@given(
    st.integers(0, 9999),
    st.integers(1, 3),
    pairs(1, 5),
    pairs(1, 4),
    pairs(1, 3),
    pairs(0, 3),
    pairs(1, 3),
    pairs(0, 2),
)
def test_transposed_agrees_with_pytorch_or_both_refuse(
    seed, channels, size, kernel_size, stride, padding, dilation, extra
):
    image, weight = random_array(seed, channels, *size), random_array(seed + 1, channels, 2, *kernel_size)
    own = {"stride": stride, "padding": padding, "dilation": dilation, "output_padding": extra}
    bias = [0.5, -1.5]
    try:
        expected = functional.conv_transpose2d(
            torch.from_numpy(image)[None], torch.from_numpy(weight), torch.tensor(bias, dtype=torch.float64), **own
        )
    except RuntimeError:
        with pytest.raises(ImpossibleGeometry):
            transposed(image, weight[:, 0], **own)
        return
    for output, one_map in enumerate(expected[0].numpy()):
        ours = transposed(image, weight[:, output], bias=bias[output], **own)
        np.testing.assert_allclose(ours, one_map, atol=1e-12)


@calm
@given(st.integers(0, 9999), pairs(1, 7), pairs(1, 3), pairs(1, 3), pairs(0, 2))
def test_transposed_is_the_transpose(seed, size, kernel_size, stride, padding):
    image, kernel = random_array(seed, *size), random_array(seed + 1, *kernel_size)
    own = {"stride": stride, "padding": padding}
    try:
        forward = cross_correlate(image, kernel, **own)
    except ImpossibleGeometry:
        assume(False)  # noqa: FBT003 - hypothesis' own manner
    answers = random_array(seed + 2, *forward.shape)
    over = tuple(left_over(*axis) for axis in zip(size, kernel_size, stride, padding, strict=True))
    backward = transposed(answers, kernel, output_padding=over, **own)
    assert backward.shape == image.shape, "output_padding gives back what the stride left over"
    assert (forward * answers).sum() == pytest.approx((image * backward).sum(), abs=1e-9)
