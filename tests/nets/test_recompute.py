"""One unit by hand is the captured one: on a network of numbers a reader can check, and on every kind of layer."""

import numpy as np
import pytest
import torch
from torch import nn

from models.nets.capture import capture
from models.nets.catalogue import load
from models.nets.network import Network, frozen
from models.nets.recompute import recompute


def network_of(module):
    return Network("by hand", frozen(module), ("a",), (4, 4), "", "random", lambda pictures: pictures)


def random_units(trace, count=2):
    generator = np.random.default_rng(0)
    for name, activation in trace.items():
        shape = (*activation.values.shape[1:], 1, 1)[:3]
        for _ in range(count):
            yield name, tuple(int(generator.integers(size)) for size in shape)


def test_a_convolution_a_reader_can_check():
    """d2l.ai's example: 0…8 and [[0, 1], [2, 3]] give 19 first, here on each of three colours, and a bias of 1."""
    convolution = nn.Conv2d(3, 1, 2)
    with torch.no_grad():
        convolution.weight.copy_(torch.arange(4.0).view(1, 1, 2, 2).expand(1, 3, 2, 2))
        convolution.bias.fill_(1)
    network = network_of(nn.Sequential(convolution))
    trace = capture(network, torch.arange(9.0).view(1, 1, 3, 3).repeat(1, 3, 1, 1))
    found = recompute(network, trace, "0", 0, 0, 0)
    assert (found.value, found.captured, found.difference, found.terms) == (58, 58, 0, 12)


@pytest.mark.parametrize(
    "name", ["cifar10", "resnet18", "densenet121", "mobilenet_v3_small", "squeezenet1_1", "googlenet"]
)
def test_every_layer_of_a_network_agrees(name):
    network = load(name)
    torch.manual_seed(0)
    size = (96, 96) if name != "cifar10" else network.input_size
    trace = capture(network, torch.randn(1, 3, *size))
    for layer, unit in random_units(trace):
        found = recompute(network, trace, layer, *unit)
        assert found.value is not None, (layer, found.operation)
        assert found.difference <= 1e-4 * (1 + abs(found.captured)), (layer, found)


@pytest.mark.parametrize("name", ["shufflenet_v2_x0_5", "convnext_tiny"])
def test_where_values_are_rearranged_nothing_is_claimed(name):
    network = load(name)
    trace = capture(network, torch.randn(1, 3, 64, 64))
    for layer, unit in random_units(trace, 1):
        found = recompute(network, trace, layer, *unit)
        if found.value is None:
            assert found.reason
        else:
            assert found.difference <= 1e-4 * (1 + abs(found.captured)), (layer, found)


@pytest.mark.parametrize(
    "module",
    [
        nn.Conv2d(4, 6, (3, 2), stride=(2, 1), padding=(1, 2), dilation=(1, 2), groups=2),
        nn.Conv2d(4, 4, 3, padding=1, padding_mode="reflect", groups=4),
        nn.Conv2d(4, 2, 3, padding=2, padding_mode="circular"),
        nn.Conv2d(4, 2, 3, padding=1, padding_mode="replicate", bias=False),
        nn.MaxPool2d(3, 2, 1, dilation=2, ceil_mode=True),
        nn.AvgPool2d(3, 2, 1, count_include_pad=False),
        nn.AdaptiveAvgPool2d((3, 4)),
    ],
    ids=lambda module: type(module).__name__,
)
def test_every_unit_of_a_layer_with_unusual_settings_agrees(module):
    torch.manual_seed(1)
    network = network_of(nn.Sequential(nn.Conv2d(3, 4, 1), module))
    trace = capture(network, torch.randn(1, 3, 9, 8))
    for unit in np.ndindex(trace["1"].values.shape[1:]):
        assert recompute(network, trace, "1", *unit).difference <= 1e-5


@pytest.mark.parametrize("unit", [(-1, 0, 0), (48, 0, 0), (0, 32, 0), (0, 0, 32)])
def test_a_unit_outside_the_layer_is_refused_with_its_bound(unit):
    network = load("cifar10")
    trace = capture(network, torch.zeros(1, 3, 32, 32))
    with pytest.raises(ValueError, match="must be from 0 to"):
        recompute(network, trace, "stage1.conv1", *unit)


def test_a_layer_that_is_not_there_is_named():
    network = load("cifar10")
    with pytest.raises(ValueError, match="stage1"):
        recompute(network, capture(network, torch.zeros(1, 3, 32, 32)), "stage1.conv9", 0, 0, 0)
