"""What a resized cell mixes, against PyTorch's interpolation and on paper."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from models.ops.resizing import MODES, mix

sizes = st.integers(1, 9)


def resized(values, mode, outputs, **more):
    """An axis resized by its mixes."""
    mixes = [mix(mode, position, len(values), outputs, **more) for position in range(outputs)]
    return np.array([values[each.cells] @ each.shares for each in mixes])


def theirs(values, mode, **more):
    column = torch.from_numpy(values).view(1, 1, -1, 1)
    return functional.interpolate(column, mode=mode, **more).flatten().numpy()


@pytest.mark.parametrize("mode", MODES)
@settings(deadline=None, max_examples=60)
@given(size=sizes, outputs=sizes, seed=st.integers(0, 99))
def test_every_mode_is_pytorchs(mode, size, outputs, seed):
    values = np.random.default_rng(seed).normal(size=size)
    np.testing.assert_allclose(resized(values, mode, outputs), theirs(values, mode, size=(outputs, 1)), atol=1e-5)


@pytest.mark.parametrize("mode", ["bilinear", "bicubic"])
@settings(deadline=None, max_examples=40)
@given(size=sizes, outputs=sizes)
def test_corners_on_corners(mode, size, outputs):
    values = np.arange(size) ** 2.0
    ours = resized(values, mode, outputs, align_corners=True)
    np.testing.assert_allclose(ours, theirs(values, mode, size=(outputs, 1), align_corners=True), atol=1e-4)


@pytest.mark.parametrize("mode", ["nearest", "nearest-exact", "bilinear", "bicubic"])
@pytest.mark.parametrize("factor", [0.7, 1.3, 2.0, 2.6])
def test_a_factor_that_does_not_fit_keeps_its_own_step(mode, factor):
    values = np.random.default_rng(0).normal(size=7)
    outputs = int(7 * factor)
    ours = resized(values, mode, outputs, step=1 / factor)
    np.testing.assert_allclose(ours, theirs(values, mode, scale_factor=(factor, 1.0)), atol=1e-5)


@settings(deadline=None)
@given(mode=st.sampled_from(MODES), size=sizes, outputs=sizes)
def test_the_shares_add_up_to_one(mode, size, outputs):
    assert np.isclose(mix(mode, outputs - 1, size, outputs).shares.sum(), 1)


def test_halfway_on_paper():
    middle = mix("bilinear", 1, 2, 4)  # its middle lies at 0.25 of the way from cell 0 to cell 1
    assert (middle.cells.tolist(), middle.shares.tolist()) == ([0, 1], [0.75, 0.25])


def test_another_mode_is_refused():
    with pytest.raises(ValueError, match="mode is 'lanczos', but must be one of nearest"):
        mix("lanczos", 0, 2, 4)
