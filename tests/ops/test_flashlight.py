"""The textbooks' flashlight: 32 × 32 × 3, 75 products, 28 × 28 × 1, 28 × 28 × 5, a layer over it. Oracle: PyTorch."""

import numpy as np
import pytest
import torch
from torch import nn

from models.ops.flashlight import FIRST, KERNELS, SECOND, as_channels, inputs_of, parts_of

PIXELS = np.random.default_rng(0).integers(0, 256, (32, 32, 3), dtype=np.uint8)


def by_torch():
    """The two layers as anybody would build them."""
    layers = [nn.Conv2d(3, 5, 5).double(), nn.Conv2d(5, 2, 3).double()]
    with torch.no_grad():
        for layer, kernels in zip(layers, (FIRST, SECOND), strict=True):
            layer.weight.copy_(torch.tensor(np.stack([kernel.weights for kernel in kernels.values()])))
            layer.bias.copy_(torch.tensor([kernel.bias for kernel in kernels.values()]))
        first = layers[0](torch.tensor(PIXELS.transpose(2, 0, 1)[None].astype(float)))
        return {"conv1": first[0].numpy(), "conv2": layers[1](first.relu())[0].numpy()}


@pytest.mark.parametrize(
    ("layer", "kernel"), [(layer, kernel) for layer, kernels in KERNELS.items() for kernel in kernels]
)
def test_every_kernel_makes_what_pytorch_makes(layer, kernel):
    made = by_torch()[layer]
    parts = parts_of(layer, kernel, as_channels(PIXELS))
    np.testing.assert_array_equal(parts.total, made[list(KERNELS[layer]).index(kernel)])
    assert np.array_equal(parts.weights, np.rint(parts.weights)), "whole numbers, so that sums are exact"


def test_the_sizes_and_counts_are_the_textbooks():
    picture = as_channels(PIXELS)
    one = parts_of("conv1", "brightness", picture)
    assert picture.shape == (3, 32, 32)
    assert one.at(0, 0).products.size == 75
    assert one.total.shape == (28, 28)
    assert inputs_of("conv2", picture).shape == (5, 28, 28)
    assert all(kernel.weights.shape == (5, 3, 3) for kernel in SECOND.values()), (
        "as deep as the first layer has kernels"
    )
    assert parts_of("conv2", "corner", picture).at(25, 25).products.size == 45
    assert by_torch()["conv2"].shape == (2, 26, 26)


def test_what_a_kernel_is_for_it_answers_to():
    def best(pixels):
        """The kernel whose answer is nearest to the largest it could give."""
        answers = {name: parts_of("conv1", name, as_channels(pixels)).total.max() for name in FIRST}
        return max(FIRST, key=lambda name: answers[name] / np.maximum(FIRST[name].weights, 0).sum())

    even = np.full((32, 32, 3), 128, np.uint8)
    assert [name for name, kernel in FIRST.items() if kernel.weights.sum()] == ["brightness"], "the others add up to 0"
    assert all(parts_of("conv1", name, as_channels(even)).total.max() <= 0 for name in FIRST), "nothing in even grey"
    left, red, spot = even // 2, even.copy(), np.zeros_like(even)
    left[:, :16] += 60
    red[..., 1:] = 0
    spot[12:15, 12:15] = 255
    assert best(left) == "left"
    assert best(left.transpose(1, 0, 2)) == "top"
    assert best(red) == "red"
    assert best(spot) == "spot"
