"""Does what is worked out by hand agree with what the network computed, and is it silent where it does not know?"""

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from models.nets import catalogue
from models.nets.by_hand.recompute import recompute
from models.nets.capture import capture

SIDES = {"resnet18": 64, "densenet121": 64, "mobilenet_v3_small": 64, "squeezenet1_1": 64, "googlenet": 64}


def agrees(found):
    return found.difference <= 1e-4 * max(1.0, abs(found.captured))


def random_unit(shape, generator):
    return tuple(int(generator.integers(size)) for size in (*shape, 1, 1)[:3])


def check_every_layer(network, batch):
    generator = np.random.default_rng(2)
    trace = capture(network, batch)
    for layer, activation in trace.items():
        for _ in range(3):
            found = recompute(network, trace, layer, *random_unit(activation.values.shape[1:], generator))
            assert found.reason is None, (layer, found)
            assert found.operation == activation.kind
            assert agrees(found), (layer, found)


@pytest.mark.parametrize("name", SIDES)
def test_random_units_of_every_layer_of_known_networks(name):
    torch.manual_seed(4)
    network = catalogue.load(name)
    for layer in network.module.modules():
        if isinstance(layer, nn.BatchNorm2d):
            layer.running_mean.normal_(0, 0.1)
            layer.running_var.uniform_(0.5, 1.5)
    check_every_layer(network, torch.randn(1, 3, SIDES[name], SIDES[name]))


def test_random_units_of_every_layer_of_the_bundled_network(cifar_network):
    check_every_layer(cifar_network, torch.randn(2, 3, 32, 32))


@pytest.mark.parametrize("name", ["shufflenet_v2_x0_5", "convnext_tiny"])
def test_where_channels_are_shuffled_or_weighed_nothing_wrong_is_claimed(name):
    network = catalogue.load(name)
    trace = capture(network, torch.randn(1, 3, 64, 64))
    generator = np.random.default_rng(3)
    for layer, activation in trace.items():
        found = recompute(network, trace, layer, *random_unit(activation.values.shape[1:], generator))
        assert found.reason if found.value is None else agrees(found), (layer, found)


def test_the_convolution_of_three_colours_on_paper():
    convolution = nn.Conv2d(3, 1, 2)
    with torch.no_grad():
        convolution.weight.copy_(torch.arange(4.0).view(1, 1, 2, 2).expand(1, 3, 2, 2))
        convolution.bias.fill_(1)
    trace = capture(convolution, torch.arange(9.0).view(1, 1, 3, 3).repeat(1, 3, 1, 1))
    found = recompute(convolution, trace, "conv2d", 0, 0, 0)
    assert (found.value, found.captured, found.difference, found.terms) == (3 * 19 + 1, 58, 0, 12)


def test_a_network_of_constant_weights_on_counted_pixels_gives_the_number_on_paper():
    network = nn.Sequential(nn.Conv2d(1, 1, 2, bias=False), nn.MaxPool2d(2, stride=1), nn.Flatten(), nn.Linear(1, 1))
    nn.init.constant_(network[0].weight, 1)
    nn.init.constant_(network[3].weight, 2)
    nn.init.constant_(network[3].bias, 1)
    trace = capture(network.eval(), torch.arange(9.0).view(1, 1, 3, 3))
    first = recompute(network, trace, "0", 0, 0, 0)
    assert (first.value, first.captured, first.terms, first.difference) == (0 + 1 + 3 + 4, 8.0, 4, 0.0)
    assert recompute(network, trace, "1", 0, 0, 0).value == 4 + 5 + 7 + 8
    assert recompute(network, trace, "3", 0, 0, 0).value == 2 * 24 + 1


LAYERS = {
    "strided": nn.Conv2d(4, 6, (3, 2), stride=(2, 1), padding=(2, 1)),
    "dilated": nn.Conv2d(4, 2, 3, dilation=2, padding=2),
    "in groups": nn.Conv2d(4, 8, 3, groups=2),
    "depthwise": nn.Conv2d(4, 8, 3, groups=4, bias=False),
    "mirrored": nn.Conv2d(4, 2, 3, padding=1, padding_mode="reflect"),
    "repeated edge": nn.Conv2d(4, 2, 3, padding=1, padding_mode="replicate"),
    "wrapped around": nn.Conv2d(4, 2, 3, padding=1, padding_mode="circular"),
    "same": nn.Conv2d(4, 2, 3, padding="same"),
    "valid": nn.Conv2d(4, 2, 3, padding="valid"),
    "max": nn.MaxPool2d(3, stride=2, padding=1, ceil_mode=True),
    "max dilated": nn.MaxPool2d(2, stride=1, dilation=3),
    "mean": nn.AvgPool2d(3, stride=2, padding=1, count_include_pad=False),
    "mean with padding": nn.AvgPool2d((2, 3), padding=(0, 1), ceil_mode=True),
    "uneven parts": nn.AdaptiveAvgPool2d((3, 2)),
    "batch norm": nn.BatchNorm2d(4),
    "batch norm without weights": nn.BatchNorm2d(4, affine=False),
    "relu": nn.ReLU(inplace=True),
    "relu6": nn.ReLU6(),
    "silu": nn.SiLU(),
    "hardswish": nn.Hardswish(),
    "hardsigmoid": nn.Hardsigmoid(),
    "sigmoid": nn.Sigmoid(),
    "gelu": nn.GELU(),
    "dropout": nn.Dropout(),
    "identity": nn.Identity(),
    "flatten": nn.Flatten(),
}


@pytest.mark.parametrize("layer", LAYERS.values(), ids=LAYERS)
def test_every_kind_with_every_setting(layer):
    network = nn.Sequential(layer).eval()
    check_every_layer(network, 3 * torch.randn(1, 4, 8, 7))


class Functions(nn.Module):
    def forward(self, batch):
        pooled = functional.avg_pool2d(batch, 3, stride=1, padding=1)
        joined = torch.cat([batch * 2, pooled + batch, functional.max_pool2d(batch, 3, 1, padding=1)], 1)
        joined = joined + joined.mean([2, 3], keepdim=True)
        return functional.relu(joined).mean([2, 3])


def test_functions_are_worked_out_from_their_arguments():
    check_every_layer(Functions(), torch.randn(1, 3, 6, 6))


class Shuffled(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 2, 1)
        self.scale = nn.Parameter(torch.full((4, 1, 1), 3.0))

    def forward(self, batch):
        half = batch.chunk(2, 1)[1]
        return torch.sinh(self.conv(half)).repeat(1, 2, 1, 1) * self.scale + batch


@pytest.mark.parametrize(
    ("layer", "reason"),
    [("conv", "cuts or shuffles"), ("sinh", "kind Sinh")],
)
def test_what_is_not_known_has_a_reason_and_no_value(layer, reason):
    network = Shuffled().eval()
    found = recompute(network, capture(network, torch.randn(1, 4, 3, 3)), layer, 0, 1, 1)
    assert found.value is None
    assert found.difference is None
    assert reason in found.reason


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        (nn.Dropout(), "by chance"),
        (nn.AvgPool2d(2, divisor_override=3), "a number of its own"),
        (nn.Conv2d(4, 1, 2, padding="same"), "one cell wider"),
    ],
)
def test_settings_that_change_the_arithmetic_are_refused(layer, words):
    network = nn.Sequential(layer).train()
    found = recompute(network, capture(network, torch.randn(2, 4, 4, 4)), "0", 0, 0, 0)
    assert words in found.reason


@pytest.mark.parametrize("mode", [True, False])
@pytest.mark.parametrize("features", [True, False])
def test_batch_norm_by_the_batch_itself_is_worked_out_from_all_its_pictures(mode, features):
    layer = nn.BatchNorm1d(4, track_running_stats=mode) if features else nn.BatchNorm2d(4, track_running_stats=mode)
    network = nn.Sequential(nn.Flatten(1), layer) if features else nn.Sequential(layer)
    batch = torch.randn(3, 4, 1, 1) if features else torch.randn(3, 4, 5, 6)
    check_every_layer(network.train(mode), batch)


@pytest.mark.parametrize(
    ("unit", "message"),
    [
        ((48, 0, 0), "channel is 48, but must be from 0 to 47"),
        ((0, -1, 0), "row is -1, but must be from 0 to 31"),
        ((0, 0, 32), "column is 32, but must be from 0 to 31"),
    ],
)
def test_a_unit_outside_the_layer_is_refused_by_name(cifar_network, unit, message):
    trace = capture(cifar_network, torch.zeros(1, 3, 32, 32))
    with pytest.raises(ValueError, match=message):
        recompute(cifar_network, trace, "stage1.conv1", *unit)


def test_features_have_their_channel_and_no_place(cifar_network):
    trace = capture(cifar_network, torch.randn(1, 3, 32, 32))
    assert recompute(cifar_network, trace, "linear", 9, 0, 0).terms == 192
    with pytest.raises(ValueError, match="row is 1, but must be from 0 to 0"):
        recompute(cifar_network, trace, "linear", 9, 1, 0)
