"""Are kernels and neighbours those of the layer?"""

import numpy as np
import pytest
import torch
from torch import nn

from models.nets.capture import capture
from models.nets.capture.layers import followers, kernels, settings
from models.nets.weights import published


def test_the_kernels_of_a_convolution_are_its_weights(cifar_network):
    found = kernels(cifar_network, "stage1.conv1")
    assert np.array_equal(found, cifar_network.module.stage1.conv1.weight.numpy())
    assert not found.flags.writeable


def test_other_layers_have_no_kernels(cifar_network):
    assert kernels(cifar_network, "stage1.bn1") is None
    assert kernels(cifar_network, "no such layer") is None


def test_kernels_are_a_copy(cifar_network):
    found = kernels(cifar_network.module, "stage1.conv1").copy()
    cifar_network.module.stage1.conv1.weight.zero_()
    assert found.any()


@pytest.mark.parametrize("layer", ["stage2.conv1", "stage2.bn1", "stage2.relu1"])
def test_convolution_batch_norm_and_activation_are_a_chain_from_each_of_them(cifar_network, layer):
    trace = capture(cifar_network, torch.zeros(1, 3, 32, 32))
    assert followers(trace, layer) == ("stage2.conv1", "stage2.bn1", "stage2.relu1")


def test_pooling_and_linear_layers_stand_alone(cifar_network):
    trace = capture(cifar_network, torch.zeros(1, 3, 32, 32))
    assert followers(trace, "pool1") == ("pool1",)
    assert followers(trace, "linear") == ("linear",)


def test_a_chain_ends_where_branches_part_or_meet():
    trace = capture(published.build("resnet18").eval(), torch.zeros(1, 3, 64, 64))
    assert followers(trace, "layer1.0.bn1") == ("layer1.0.conv1", "layer1.0.bn1", "layer1.0.relu")
    assert followers(trace, "layer1.0.bn2") == ("layer1.0.conv2", "layer1.0.bn2")
    assert followers(trace, "layer1.0.relu_1") == ("layer1.0.add", "layer1.0.relu_1")


def test_activation_before_convolution_keeps_to_its_own_channels():
    trace = capture(published.build("densenet121").eval(), torch.zeros(1, 3, 64, 64))
    prefix = "features.denseblock1.denselayer2"
    assert followers(trace, f"{prefix}.norm1") == (f"{prefix}.cat", f"{prefix}.norm1", f"{prefix}.relu1")


def test_an_unknown_layer_is_refused(cifar_network):
    with pytest.raises(ValueError, match="layer is 'stage9'"):
        followers(capture(cifar_network, torch.zeros(1, 3, 32, 32)), "stage9")


def test_settings_come_from_the_module_or_from_the_call():
    class Both(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(3, 2, 3, stride=2, padding_mode="reflect")

        def forward(self, batch):
            return nn.functional.max_pool2d(self.conv(batch), 2, padding=1)

    network = Both().eval()
    trace = capture(network, torch.zeros(1, 3, 9, 9))
    assert settings(network, trace["conv"])["stride"] == (2, 2)
    assert settings(network, trace["conv"])["padding_mode"] == "reflect"
    assert settings(network, trace["max_pool2d"])["kernel_size"] == 2
    assert settings(network, trace["max_pool2d"])["padding"] == 1
