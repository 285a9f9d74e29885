"""A network with its batch norm folded away answers as before; the network itself stays untouched."""

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from models.images import sample
from models.nets.capture import capture
from models.nets.catalogue import load
from models.nets.maps.folded import compare, foldable, without

PICTURES = [sample("cat"), sample("coffee"), sample("rocket")]


def opened(name):
    network = load(name)
    return network, capture(network, network.prepare(PICTURES[0]))


@pytest.mark.parametrize(("name", "count"), [("cifar10", 6), ("resnet18", 20)])
def test_every_batch_norm_after_a_convolution_can_be_folded(name, count):
    network, trace = opened(name)
    before = {key: value.clone() for key, value in network.module.state_dict().items()}
    layers = tuple(foldable(trace))
    assert len(layers) == count
    found = compare(network, trace, PICTURES, layers)
    assert found.difference < 1e-5 * found.largest
    assert found.difference > 0 or name != "resnet18"
    assert (found.agreed, found.pictures) == (3, 3)
    assert not any(isinstance(module, nn.BatchNorm2d) for module in without(network, trace, layers).modules())
    assert all(torch.equal(before[key], value) for key, value in network.module.state_dict().items())


def test_the_folded_weights_are_pytorchs_own():
    network, trace = opened("cifar10")
    own = without(network, trace, ["stage2.bn1"]).get_submodule("stage2.conv1")
    theirs = fuse_conv_bn_eval(network.module.get_submodule("stage2.conv1"), network.module.get_submodule("stage2.bn1"))
    np.testing.assert_allclose(own.weight.detach(), theirs.weight.detach(), atol=1e-6)
    np.testing.assert_allclose(own.bias.detach(), theirs.bias.detach(), atol=1e-6)


def test_a_batch_norm_before_its_convolution_cannot_be_folded_back():
    network, trace = opened("densenet121")
    assert "features.denseblock1.denselayer1.norm1" not in foldable(trace)
    with pytest.raises(ValueError, match="cannot be folded"):
        without(network, trace, ["features.denseblock1.denselayer1.norm1"])
