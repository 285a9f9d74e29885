"""Each activation against PyTorch's own, and at the points that can be checked by hand."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from torch.nn import functional

from models.ops import activation

torch.set_num_threads(1)
ORACLES = {
    "relu": functional.relu,
    "relu6": functional.relu6,
    "hard_tanh": functional.hardtanh,
    "sigmoid": torch.sigmoid,
    "silu": functional.silu,
    "hard_sigmoid": functional.hardsigmoid,
    "hard_swish": functional.hardswish,
    "gelu": functional.gelu,
    "gelu_by_tanh": lambda values: functional.gelu(values, approximate="tanh"),
    "leaky_relu": functional.leaky_relu,
    "elu": functional.elu,
    "celu": functional.celu,
    "selu": functional.selu,
    "softplus": functional.softplus,
    "softsign": functional.softsign,
    "tanh": torch.tanh,
    "mish": functional.mish,
    "log_sigmoid": functional.logsigmoid,
    "hard_shrink": functional.hardshrink,
    "soft_shrink": functional.softshrink,
}
values_of_any_shape = arrays(
    np.float64, array_shapes(min_dims=0, max_dims=3, max_side=5), elements=st.floats(-900, 900)
)


@pytest.mark.parametrize("name", sorted(ORACLES))
@settings(deadline=None, max_examples=40)
@given(values=values_of_any_shape)
def test_it_is_pytorchs(name, values):
    ours = getattr(activation, name)(values)
    np.testing.assert_allclose(ours, ORACLES[name](torch.from_numpy(values)).numpy(), rtol=1e-12, atol=1e-13)
    assert ours.shape == values.shape


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("relu", [0, 0, 0, 0, 2, 8]),
        ("relu6", [0, 0, 0, 0, 2, 6]),
        ("hard_tanh", [-1, -1, -1, 0, 1, 1]),
        ("hard_sigmoid", [0, 0, 1 / 6, 1 / 2, 5 / 6, 1]),
        ("hard_swish", [0, 0, -1 / 3, 0, 5 / 3, 8]),
    ],
)
def test_values_a_reader_can_check(name, expected):
    np.testing.assert_allclose(getattr(activation, name)([-8, -3, -2, 0, 2, 8]), expected, atol=1e-15)


@pytest.mark.parametrize("name", sorted(ORACLES))
def test_nan_stays_nan_and_words_are_refused(name):
    assert np.isnan(getattr(activation, name)([np.nan])).all()
    with pytest.raises(ValueError, match="values holds"):
        getattr(activation, name)(["one"])


def test_a_clip_upside_down_is_refused():
    assert activation.hard_tanh([5.0], -2.0, 2.0) == 2
    with pytest.raises(ValueError, match=r"minimum is 1\.0, but must be at most the maximum 0\.0"):
        activation.hard_tanh([5.0], 1.0, 0.0)


@pytest.mark.parametrize(
    ("name", "numbers", "theirs"),
    [
        ("leaky_relu", (0.3,), lambda values: functional.leaky_relu(values, 0.3)),
        ("elu", (2.0,), lambda values: functional.elu(values, 2.0)),
        ("celu", (0.5,), lambda values: functional.celu(values, 0.5)),
        ("softplus", (3.0, 4.0), lambda values: functional.softplus(values, 3.0, 4.0)),
        ("hard_shrink", (1.5,), lambda values: functional.hardshrink(values, 1.5)),
        ("soft_shrink", (1.5,), lambda values: functional.softshrink(values, 1.5)),
        ("above", (-1.0, 7.0), lambda values: functional.threshold(values, -1.0, 7.0)),
    ],
)
def test_its_numbers_are_pytorchs_too(name, numbers, theirs):
    values = torch.linspace(-6, 6, 49, dtype=torch.float64)
    ours = getattr(activation, name)(values.numpy(), *numbers)
    np.testing.assert_allclose(ours, theirs(values).numpy(), rtol=1e-12, atol=1e-13)


def test_a_slope_below_zero_on_paper():
    assert activation.leaky_relu([-8, 0, 8], 0.25).tolist() == [-2, 0, 8]
    assert activation.above([-8, 1, 8], 1, 5).tolist() == [5, 5, 8]
