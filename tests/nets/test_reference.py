"""PyTorch's side of the proof line takes the settings of `models.ops` and gives the same numbers."""

import numpy as np
import pytest

from models.nets.capture.layers import first_kernels
from models.nets.catalogue import load
from models.nets.oracles.reference import convolve, pool
from models.ops.convolution import cross_correlate
from models.ops.pooling import average_pool, max_pool

IMAGE = np.random.default_rng(1).integers(0, 256, (13, 17)).astype(np.float64)
KERNEL = np.random.default_rng(2).normal(size=(3, 2))


@pytest.mark.parametrize("mode", ["zeros", "reflect", "replicate", "circular"])
def test_convolution_agrees_in_every_padding_mode(mode):
    settings = {"stride": (2, 3), "padding": (3, 1), "dilation": (2, 1), "mode": mode, "bias": -4.5}
    found, expected = convolve(IMAGE, KERNEL, **settings), cross_correlate(IMAGE, KERNEL, **settings)
    assert found.shape == expected.shape
    np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-3)


@pytest.mark.parametrize("ceil", [False, True])
def test_pooling_agrees(ceil):
    settings = {"kernel": (3, 2), "stride": None, "padding": (1, 1), "ceil_mode": ceil}
    np.testing.assert_array_equal(pool(IMAGE, "max", **settings), max_pool(IMAGE, **settings))
    for counted in (True, False):
        found = pool(IMAGE, "average", **settings, count_include_pad=counted)
        np.testing.assert_allclose(found, average_pool(IMAGE, **settings, count_include_pad=counted), rtol=1e-6)


def test_first_kernels_are_offered_where_they_are_small():
    assert first_kernels(load("cifar10")).shape == (48, 3, 3, 3)
    assert first_kernels(load("resnet18")).shape == (64, 3, 7, 7)
    assert first_kernels(load("resnet18"), largest=5) is None
