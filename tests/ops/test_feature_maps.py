"""Statistics of feature maps against PyTorch, by hand, and with cells that are not finite."""

import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from models.ops.feature_maps import describe

maps = arrays(np.float32, array_shapes(min_dims=3, max_dims=3, max_side=7), elements=st.floats(-1e3, 1e3, width=32))


@given(maps)
def test_they_are_pytorchs(values):
    found = describe(values)
    tensor = torch.from_numpy(values).double()
    assert np.allclose(found.minimum, tensor.amin((1, 2)))
    assert np.allclose(found.maximum, tensor.amax((1, 2)))
    assert np.allclose(found.mean, tensor.mean((1, 2)))
    assert np.allclose(found.deviation, tensor.var((1, 2), correction=0).sqrt(), atol=1e-6)
    assert np.allclose(found.zeros, (tensor == 0).double().mean((1, 2)))


def test_by_hand():
    found = describe(np.array([[[0, 1], [2, 5]]], np.float32))
    assert found.table().tolist() == [[0, 5, 2, np.float32(np.sqrt(3.5)), 0.25]]


def test_cells_that_are_not_finite_are_left_out():
    found = describe(np.array([[[np.nan, np.inf, 2, 4]], [[np.nan, np.nan, -np.inf, np.nan]]], np.float32))
    assert found.mean[0] == 3
    assert (found.minimum[0], found.maximum[0], found.deviation[0]) == (2, 4, 1)
    assert np.isnan([found.mean[1], found.minimum[1], found.maximum[1], found.deviation[1]]).all()
    assert found.zeros.tolist() == [0, 0]


def test_a_dead_map_is_all_zero():
    assert describe(np.zeros((2, 3, 3), np.float32)).zeros.tolist() == [1, 1]
