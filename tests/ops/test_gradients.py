"""Gradients worked out by hand, PyTorch's autograd beside them, and what holds whatever the numbers are."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from models.ops.convolution import cross_correlate
from models.ops.descent import (
    LOSSES,
    cross_entropy_gradient,
    finite_difference,
    one_hot,
    promised,
    squared_error,
    squared_error_gradient,
    step,
)
from models.ops.gradients import (
    average_pool_gradient,
    bias_gradient,
    gradient_terms,
    input_gradient,
    kernel_gradient,
    linear_gradients,
    max_pool_gradient,
    relu_gradient,
)
from models.ops.linear import linear
from models.ops.softmax import cross_entropy

COUNTING = np.arange(9).reshape(3, 3)
KERNEL = [[0, 1], [2, 3]]
SHADED = [[1, 1, 1, 2, 3]] * 3 + [[2, 2, 2, 2, 3], [3] * 5, [4] * 5]
SOBEL = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
CASES = st.integers(0, 2**32 - 1)


def drawn(seed):
    """Sizes and values of one convolution, as a generator gives them: image, kernel, stride, padding, δ."""
    dice = np.random.default_rng(seed)
    kernel, stride, padding = dice.integers(1, 4, 2), tuple(dice.integers(1, 4, 2)), tuple(dice.integers(0, 3, 2))
    size = kernel + dice.integers(0, 6, 2)
    image, weights = dice.normal(size=(2, *size)), dice.normal(size=(2, *kernel))
    stride, padding = tuple(map(int, stride)), tuple(map(int, padding))
    output = cross_correlate(image, weights, stride=stride, padding=padding)
    return image, weights, stride, padding, dice.normal(size=output.shape)


def by_autograd(function, delta, *values):
    """The gradients of Σ δ · function(values) with respect to each of the values."""
    tensors = [torch.tensor(np.asarray(value, dtype=np.float64), requires_grad=True) for value in values]
    (function(*tensors) * torch.tensor(np.asarray(delta, dtype=np.float64))).sum().backward()
    return [tensor.grad.numpy() for tensor in tensors]


def test_the_examples_of_the_textbook():
    assert kernel_gradient(COUNTING, np.ones((2, 2))).tolist() == [[8, 12], [20, 24]]
    assert kernel_gradient(COUNTING, [[1, 0], [0, -1]]).tolist() == [[-4, -4], [-4, -4]]
    assert input_gradient([[1, 0], [0, -1]], KERNEL, (3, 3)).tolist() == [[0, 1, 0], [2, 3, -1], [0, -2, -3]]


def test_a_shaded_picture_under_a_sobel_kernel():
    outputs = cross_correlate(SHADED, SOBEL)
    assert outputs.tolist() == [[0, -4, -8], [0, -3, -7], [0, -1, -4], [0, 0, -1]]
    assert kernel_gradient(SHADED, np.ones(outputs.shape)).tolist() == [[15, 18, 25], [21, 23, 28], [30, 31, 34]]


@settings(max_examples=25)
@given(CASES)
def test_a_convolution_s_gradients_are_pytorch_s(seed):
    image, kernel, stride, padding, delta = drawn(seed)

    def convolved(pixels, weights, bias):
        return torch.nn.functional.conv2d(pixels[None], weights[None], bias, stride, padding)[0, 0]

    of_image, of_kernel, of_bias = by_autograd(convolved, delta, image, kernel, np.zeros(1))
    found = kernel_gradient(image, delta, stride=stride, padding=padding, kernel=kernel.shape[1:])
    assert np.allclose(found, of_kernel, atol=1e-12)
    assert bias_gradient(delta) == pytest.approx(of_bias[0], abs=1e-12)
    for channel in range(2):
        back = input_gradient(delta, kernel[channel], image.shape[1:], stride=stride, padding=padding)
        assert np.allclose(back, of_image[channel], atol=1e-12)


@settings(max_examples=25)
@given(CASES)
def test_the_terms_of_a_cell_add_up_to_its_gradient(seed):
    image, kernel, stride, _, _ = drawn(seed)
    output = cross_correlate(image[0], kernel[0], stride=stride)
    delta = np.random.default_rng(seed).normal(size=output.shape)
    whole = kernel_gradient(image[0], delta, stride=stride, kernel=kernel.shape[1:])
    for row, column in np.ndindex(kernel.shape[1:]):
        terms = gradient_terms(image[0], delta, row, column, stride=stride)
        assert terms.total == pytest.approx(whole[row, column], abs=1e-12)
        assert np.array_equal(terms.products, terms.deltas * terms.values)


@pytest.mark.parametrize("stride", [(1, 1), (2, 2), (3, 1)])
@settings(max_examples=25)
@given(CASES)
def test_pooling_s_gradients_are_pytorch_s(stride, seed):
    dice = np.random.default_rng(seed)
    kernel = tuple(int(side) for side in dice.integers(1, 4, 2))
    image = dice.permutation(2 * 6 * 7).reshape(2, 6, 7) / 10  # no two alike: the first of equals is a matter of taste
    largest = torch.nn.functional.max_pool2d(torch.tensor(image), kernel, stride)
    delta = dice.normal(size=largest.shape)
    (of_largest,) = by_autograd(lambda pixels: torch.nn.functional.max_pool2d(pixels, kernel, stride), delta, image)
    assert np.allclose(max_pool_gradient(delta, image, kernel, stride=stride), of_largest, atol=1e-12)
    (of_mean,) = by_autograd(lambda pixels: torch.nn.functional.avg_pool2d(pixels, kernel, stride), delta, image)
    assert np.allclose(average_pool_gradient(delta, (6, 7), kernel, stride=stride), of_mean, atol=1e-12)


def test_of_equal_pixels_the_first_wins_as_in_pytorch():
    image, delta = np.zeros((1, 4, 4)), np.ones((1, 2, 2))
    (found,) = by_autograd(lambda pixels: torch.nn.functional.max_pool2d(pixels, 2), delta, image)
    assert np.array_equal(max_pool_gradient(delta, image, 2), found)
    assert found[0, 0].tolist() == [1, 0, 1, 0]


@settings(max_examples=25)
@given(CASES)
def test_relu_and_linear_are_pytorch_s(seed):
    dice = np.random.default_rng(seed)
    values, weights, delta = np.r_[0, dice.normal(size=4)], dice.normal(size=(3, 5)), dice.normal(size=3)
    (passed,) = by_autograd(torch.relu, dice.normal(size=5) * 0 + 2, values)
    assert np.array_equal(relu_gradient(np.full(5, 2), values), passed)
    assert passed[0] == 0
    of_values, of_weights = by_autograd(lambda x, w: w @ x, delta, values, weights)
    found = linear_gradients(delta, values, weights)
    assert np.allclose(found[0], of_weights, atol=1e-12)
    assert np.allclose(found[1], of_values, atol=1e-12)


@settings(max_examples=25)
@given(CASES)
def test_both_losses_are_pytorch_s(seed):
    dice = np.random.default_rng(seed)
    outputs, label = dice.normal(scale=3, size=4), int(dice.integers(4))
    target = torch.tensor([label])
    by_torch = {
        "cross_entropy": lambda y: torch.nn.functional.cross_entropy(y[None], target),
        "squared_error": lambda y: 0.5 * ((y - torch.nn.functional.one_hot(target, 4)[0]) ** 2).sum(),
    }
    for name, (loss, gradient) in LOSSES.items():
        assert loss(outputs, label) == pytest.approx(by_torch[name](torch.tensor(outputs)).item(), rel=1e-12)
        (delta,) = by_autograd(by_torch[name], 1, outputs)
        assert np.allclose(gradient(outputs, label), delta, atol=1e-12)
        tried = finite_difference(lambda y, loss=loss: loss(y, label), outputs)
        assert np.allclose(tried, delta, atol=1e-8)


def test_the_first_loss_of_ten_classes_and_what_its_gradient_adds_up_to():
    assert cross_entropy(np.zeros(10), 3) == pytest.approx(np.log(10))
    assert cross_entropy_gradient(np.zeros(10), 3).sum() == pytest.approx(0, abs=1e-15)
    assert squared_error([1, 0, 0], 0) == 0
    assert squared_error_gradient([2, 0, 1], 0).tolist() == [1, 0, 1]


def test_a_step_from_zero_towards_the_edge_kernel():
    """The kernel [1, −1] learned from a picture of ones with a dark middle, squared errors added without the half."""
    picture = np.ones((6, 8))
    picture[:, 2:6] = 0
    target, kernel, losses = cross_correlate(picture, [[1, -1]]), np.zeros((1, 2)), []
    for _ in range(5):
        away = cross_correlate(picture, kernel) - target
        losses.append(float((away**2).sum()))
        kernel = step(kernel, kernel_gradient(picture, 2 * away), 0.03)
    assert np.round(losses, 4).tolist() == [12, 4.9152, 2.0133, 0.8246, 0.3378]


def test_a_small_step_keeps_its_promise():
    dice = np.random.default_rng(3)
    values, weights, bias = dice.normal(size=5), dice.normal(size=(3, 5)), dice.normal(size=3)
    before = cross_entropy(linear(values, weights, bias), 1)
    delta = cross_entropy_gradient(linear(values, weights, bias), 1)
    gradients = [linear_gradients(delta, values, weights)[0], delta]
    rate = 1e-4
    moved = [step(each, gradient, rate) for each, gradient in zip((weights, bias), gradients, strict=True)]
    fall = before - cross_entropy(linear(values, *moved), 1)
    assert fall == pytest.approx(promised(gradients, rate), rel=1e-3)


def test_what_does_not_belong_together_is_refused():
    with pytest.raises(ValueError, match="no kernel makes"):
        kernel_gradient(COUNTING, np.ones((4, 4)))
    with pytest.raises(ValueError, match="the output has"):
        kernel_gradient(COUNTING, np.ones((2, 2)), kernel=3)
    with pytest.raises(ValueError, match="must be \\[rows, columns\\]"):
        kernel_gradient(COUNTING, np.ones((1, 2, 2)))
    with pytest.raises(ValueError, match="the output has"):
        average_pool_gradient(np.ones((2, 2)), (6, 6), 2)
    with pytest.raises(ValueError, match="weights have the shape"):
        linear_gradients([1, 2], [1, 2, 3], [[1, 2]])
    with pytest.raises(IndexError):
        one_hot(3, 3)
