"""PyTorch's side of the small layers, and a network's convolutions with the sizes they really ran with."""

import numpy as np
import pytest
from torch import nn

from models.images import sample
from models.nets.capture import capture
from models.nets.catalogue import load
from models.nets.oracles.kinds import by_torch, convolutions, linear_by_torch, weights
from models.ops.convolution import cross_correlate, transposed
from models.ops.linear import linear
from models.ops.sharing import Sharing


def random_array(seed, *shape):
    return np.random.default_rng(seed).normal(size=shape)


def test_pytorchs_kinds_are_those_of_ops():
    inputs, kernels = random_array(0, 4, 7, 6), random_array(1, 2, 2, 3, 3)
    made = by_torch(inputs, kernels, groups=2, dilation=2, padding=(1, 0))
    by_hand = [
        cross_correlate(inputs[2 * at : 2 * at + 2], kernel, dilation=2, padding=(1, 0))
        for at, kernel in enumerate(kernels)
    ]
    np.testing.assert_allclose(made, by_hand, atol=1e-5)
    stamped = by_torch(inputs, kernels.reshape(4, 1, 3, 3), transposed=True, stride=2)
    np.testing.assert_allclose(stamped[0], transposed(inputs, kernels.reshape(4, 3, 3), stride=2), atol=1e-5)
    values, connected = random_array(2, 9), random_array(3, 5, 9)
    np.testing.assert_allclose(linear_by_torch(values, connected), linear(values, connected), atol=1e-5)


@pytest.mark.parametrize("name", ["cifar10", "resnet18", "mobilenet_v3_small"])
def test_sizes_are_those_that_ran(name):
    network = load(name)
    trace = capture(network, network.prepare(sample("cat")))
    found = convolutions(network)
    modules = {path: layer for path, layer in network.module.named_modules() if isinstance(layer, nn.Conv2d)}
    assert set(found) == set(modules)
    for layer, sharing in found.items():
        assert sharing.outputs == trace[layer].values.shape[1:]
        assert sharing.shared == modules[layer].weight.numel()
        assert sharing.window == modules[layer].weight[0].numel()
        (source,) = trace[layer].inputs
        shape = (trace.input if source == "input" else trace[source].values).shape[1:]
        assert sharing.inputs[0] == modules[layer].in_channels
        assert sharing.inputs == shape


def test_pytorch_counts_the_same_weights():
    sharing = Sharing((3, 200, 200), (8, 196, 196), (5, 5))
    assert weights(sharing) == (sharing.fully_connected, sharing.shared)
