"""Fully connected layers, and how many weights layers have."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional

from models.ops.counting import convolution_parameters, linear_parameters, products_per_output
from models.ops.geometry import ImpossibleGeometry, output_size
from models.ops.linear import linear

torch.set_num_threads(1)


def test_two_features_and_two_outputs():
    assert linear([1, 2], [[3, 4], [5, 6]], [0.5, -0.5]).tolist() == [11.5, 16.5]


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 9999), st.integers(1, 8), st.integers(1, 8), st.booleans())
def test_it_is_pytorchs(seed, features, outputs, biased):
    generator = np.random.default_rng(seed)
    values, weights = generator.normal(size=features), generator.normal(size=(outputs, features))
    bias = generator.normal(size=outputs) if biased else None
    expected = functional.linear(
        *(None if part is None else torch.from_numpy(part) for part in (values, weights, bias))
    )
    np.testing.assert_allclose(linear(values, weights, bias), expected.numpy(), atol=1e-12)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([[1, 2]], [[1, 2]]), "values have the shape"),
        (([1, 2], [[1, 2, 3]]), r"weights have the shape \[1, 3\], but must be \[outputs, 2\]"),
        (([1, 2], [1, 2]), "weights have the shape"),
        (([1, 2], [[1, 2]], [0, 0]), r"bias has the shape \[2\], but must be \[1\]"),
    ],
)
def test_shapes_that_do_not_belong_together_are_refused(arguments, words):
    with pytest.raises(ValueError, match=words):
        linear(*arguments)


def test_a_kernel_needs_few_weights_and_a_neuron_one_for_each_pixel():
    assert linear_parameters(32 * 32 * 3, 1, bias=False) == 3_072
    assert linear_parameters(200 * 200 * 3, 1, bias=False) == 120_000
    assert convolution_parameters(3, 1, 3, bias=False) == 27
    assert products_per_output(3, 5) == 75
    assert output_size(32, 5) == 28


def test_lenet_has_61706_parameters():
    kernels = convolution_parameters(1, 6, 5) + convolution_parameters(6, 16, 5)
    assert kernels + linear_parameters(400, 120) + linear_parameters(120, 84) + linear_parameters(84, 10) == 61_706


def test_tiny_vgg_has_19920_parameters():
    kernels = convolution_parameters(3, 10, 3) + 3 * convolution_parameters(10, 10, 3)
    assert kernels + linear_parameters(13 * 13 * 10, 10) == 19_920


@pytest.mark.parametrize(
    ("inputs", "outputs", "kernel", "groups", "bias"), [(6, 4, (3, 5), 2, True), (8, 8, (3, 3), 8, False)]
)
def test_counts_are_pytorchs(inputs, outputs, kernel, groups, bias):
    layer = nn.Conv2d(inputs, outputs, kernel, groups=groups, bias=bias)
    expected = sum(part.numel() for part in layer.parameters())
    assert convolution_parameters(inputs, outputs, kernel, groups=groups, bias=bias) == expected


def test_groups_must_divide_the_channels():
    with pytest.raises(ImpossibleGeometry, match="groups is 4, but must be a divisor of both 6 inputs and 8 outputs"):
        convolution_parameters(6, 8, 3, groups=4)
