"""Neighbours and kernels of layers."""

import pytest
import torch

from models.nets.capture import capture
from models.nets.catalogue import load
from models.nets.layers import followers, kernels


@pytest.mark.parametrize(
    ("name", "layer", "chain"),
    [
        ("cifar10", "stage2.bn1", ("stage2.conv1", "stage2.bn1", "stage2.relu1")),
        ("cifar10", "stage2.conv1", ("stage2.conv1", "stage2.bn1", "stage2.relu1")),
        ("cifar10", "pool1", ("pool1",)),
        ("cifar10", "linear", ("linear",)),
        ("resnet18", "layer1.0.bn2", ("layer1.0.conv2", "layer1.0.bn2")),
        ("resnet18", "layer1.0.add", ("layer1.0.add", "layer1.0.relu_1")),
    ],
)
def test_the_chain_around_a_layer_keeps_channels_apart(name, layer, chain):
    network = load(name)
    assert followers(capture(network, torch.zeros(1, 3, 64, 64)), layer) == chain


def test_kernels_are_the_weights_and_cannot_be_changed():
    network = load("cifar10")
    found = kernels(network, "stage1.conv1")
    assert found.shape == (48, 3, 3, 3)
    assert torch.equal(torch.tensor(found), network.module.stage1.conv1.weight)
    with pytest.raises(ValueError, match="read-only"):
        found[0] = 0
    assert kernels(network, "stage1.bn1") is None
    assert kernels(network, "nowhere") is None
