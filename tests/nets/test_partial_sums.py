"""Do the parts of an output channel add up to what the network computed, however the convolution is set?"""

import copy

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional

from models.images import sample
from models.nets import catalogue
from models.nets.by_hand.partial_sums import convolutions, partial_sums
from models.nets.capture import capture

SIDES = {
    **dict.fromkeys(["resnet18", "mobilenet_v2", "squeezenet1_1", "shufflenet_v2_x0_5", "resnext50_32x4d"], 64),
    "convnext_tiny": 64,
}

LAYERS = {
    "plain": nn.Conv2d(3, 4, 3),
    "stride": nn.Conv2d(3, 4, 3, stride=2, padding=1),
    "stride by axis": nn.Conv2d(3, 2, (3, 2), stride=(2, 3), padding=(1, 0)),
    "same": nn.Conv2d(2, 3, (3, 5), padding="same"),
    "valid": nn.Conv2d(2, 3, 3, padding="valid"),
    "reflect": nn.Conv2d(2, 3, 3, padding=(2, 1), padding_mode="reflect"),
    "replicate": nn.Conv2d(2, 3, 3, padding=2, padding_mode="replicate"),
    "circular": nn.Conv2d(2, 3, 3, padding=(1, 2), padding_mode="circular"),
    "dilation": nn.Conv2d(2, 3, 3, padding=2, dilation=(2, 1)),
    "groups": nn.Conv2d(6, 4, 3, groups=2, padding=1),
    "depthwise": nn.Conv2d(4, 4, 3, groups=4, padding=1),
    "depthwise with two each": nn.Conv2d(4, 8, 3, groups=4),
    "1×1": nn.Conv2d(5, 2, 1),
    "without bias": nn.Conv2d(3, 2, 3, bias=False),
}


def oracle(layer, maps, channel):
    """The parts as PyTorch makes them: all other input channels set to zero, one at a time."""
    slices = layer.weight.shape[1]
    first = channel // (layer.out_channels // layer.groups) * slices
    bias = 0 if layer.bias is None else layer.bias[channel]
    parts = []
    for number in range(first, first + slices):
        alone = torch.zeros_like(maps)
        alone[:, number] = maps[:, number]
        parts.append(layer(alone)[0, channel] - bias)
    return torch.stack(parts).detach().numpy()


@pytest.mark.parametrize("layer", LAYERS.values(), ids=LAYERS)
def test_each_part_is_the_layer_with_all_other_channels_silent(layer):
    maps = torch.randn(1, layer.in_channels, 9, 8)
    trace, exact = capture(layer, maps), copy.deepcopy(layer).double()
    for channel in range(layer.out_channels):
        found = partial_sums(layer, trace, "conv2d", channel)
        assert np.allclose(found.parts.maps, oracle(exact, maps.double(), channel), atol=1e-12)
        assert found.difference < 1e-5


@given(
    groups=st.sampled_from([1, 2, 3, 6]),
    kernel=st.tuples(st.integers(1, 3), st.integers(1, 3)),
    stride=st.integers(1, 3),
    padding=st.tuples(st.integers(0, 2), st.integers(0, 2)),
    dilation=st.integers(1, 2),
    mode=st.sampled_from(["zeros", "reflect", "replicate", "circular"]),
    seed=st.integers(0, 99),
)
def test_the_parts_and_the_bias_add_up_to_what_was_captured(groups, kernel, stride, padding, dilation, mode, seed):
    torch.manual_seed(seed)
    layer = nn.Conv2d(6, 6, kernel, stride, padding, dilation, groups, padding_mode=mode)
    network = nn.Sequential(nn.ReLU(), layer).eval()
    trace = capture(network, torch.randn(1, 6, 7, 8))
    channel = seed % 6
    found = partial_sums(network, trace, "1", channel)
    assert len(found.parts.maps) == 6 // groups
    assert found.reads[0] == channel // (6 // groups) * (6 // groups)
    assert found.difference < 1e-5


@pytest.mark.parametrize("name", SIDES)
def test_every_convolution_of_known_networks_adds_up(name):
    torch.manual_seed(5)
    network = catalogue.load(name)
    trace = capture(network, torch.randn(1, 3, SIDES[name], SIDES[name]))
    found = convolutions(network, trace)
    assert [one.layer for one in found] == [layer for layer, made in trace.items() if made.kind == "Conv2d"]
    for one in found:
        sums = partial_sums(network, trace, one.layer, one.outputs - 1)
        assert sums.difference <= 1e-4 * max(1.0, float(np.abs(sums.captured).max())), one


def test_every_channel_of_the_bundled_network_adds_up_on_a_photograph():
    network = catalogue.load("cifar10")
    trace = capture(network, network.prepare(sample("cat")))
    for one in convolutions(network, trace):
        for channel in range(0, one.outputs, 17):
            assert partial_sums(network, trace, one.layer, channel).difference < 1e-5


class Shuffled(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 2, 3, padding=1)

    def forward(self, batch):
        first = self.conv(batch.chunk(2, 1)[1])
        return self.conv(functional.relu(first)[:, [1, 0]])


def test_maps_that_were_cut_or_shuffled_are_heard_as_they_come_in():
    network, maps = Shuffled().eval(), torch.randn(1, 4, 5, 5)
    trace = capture(network, maps)
    one, two = convolutions(network, trace)
    assert one.rearranged
    assert two.rearranged
    first, second = (partial_sums(network, trace, each.layer, 1) for each in (one, two))
    assert np.array_equal(first.parts.inputs, maps[0, 2:].numpy())
    assert first.difference < 1e-5
    assert second.difference < 1e-5
    assert not network.conv._forward_pre_hooks


def test_a_network_in_training_is_not_run_again():
    network = Shuffled().train()
    trace = capture(network, torch.randn(1, 4, 5, 5))
    with pytest.raises(ValueError, match="evaluation mode"):
        partial_sums(network, trace, "conv", 0)


class Failing(Shuffled):
    broken = False

    def forward(self, batch):
        made = super().forward(batch)
        if self.broken:
            raise RuntimeError("broken")
        return made


def test_the_network_is_left_as_it_was_found_also_when_it_fails():
    network = Failing().eval()
    trace = capture(network, torch.randn(1, 4, 5, 5))
    network.broken = True
    with pytest.raises(RuntimeError, match="broken"):
        partial_sums(network, trace, "conv", 0)
    assert not network.conv._forward_pre_hooks


def test_the_colours_of_a_picture_on_paper():
    layer = nn.Conv2d(2, 1, 2)
    with torch.no_grad():
        layer.weight.copy_(torch.tensor([[[[0.0, 1], [2, 3]], [[1, 2], [3, 4]]]]))
        layer.bias.fill_(0)
    maps = torch.stack([torch.arange(9.0).view(3, 3), torch.arange(1.0, 10).view(3, 3)])[None]
    found = partial_sums(layer, capture(layer, maps), "conv2d", 0)
    assert found.parts.maps[0].tolist() == [[19, 25], [37, 43]]
    assert found.parts.total.tolist() == [[56, 72], [104, 120]]
    assert found.parts.sizes[0] == 31
    spelled = found.parts.at(0, 0)
    assert spelled.products[0].tolist() == [[0, 1], [6, 12]]
    assert spelled.total == 56


@pytest.mark.parametrize(
    ("kernel", "products"), [((3, 3), 27), ((5, 5), 75)], ids=["3×3 over three colours", "5×5 over three colours"]
)
def test_all_products_at_a_position_can_be_read(kernel, products):
    layer = nn.Conv2d(3, 2, kernel)
    maps = torch.randn(1, 3, 32, 32)
    sums = partial_sums(layer, capture(layer, maps), "conv2d", 1)
    spelled = sums.parts.at(4, 5)
    assert spelled.products.size == products
    assert spelled.products.sum((1, 2)) == pytest.approx(sums.parts.maps[:, 4, 5])
    assert spelled.total == pytest.approx(float(sums.captured[4, 5]), abs=1e-5)


def test_a_depthwise_channel_reads_one_map_and_a_group_its_own():
    depthwise, grouped = nn.Conv2d(4, 8, 3, groups=4), nn.Conv2d(6, 4, 1, groups=2)
    (one,) = convolutions(depthwise, capture(depthwise, torch.randn(1, 4, 5, 5)))
    assert [list(one.reads(channel)) for channel in (0, 1, 2, 7)] == [[0], [0], [1], [3]]
    (other,) = convolutions(grouped, capture(grouped, torch.randn(1, 6, 5, 5)))
    assert list(other.reads(3)) == [3, 4, 5]
    assert other.group(3) == 1


def test_what_cannot_be_taken_apart_is_not_listed_and_is_refused_by_name():
    network = nn.Sequential(nn.Conv2d(2, 2, 2, padding="same"), nn.ReLU(), nn.Conv2d(2, 3, 1)).eval()
    trace = capture(network, torch.randn(1, 2, 4, 4))
    assert [one.layer for one in convolutions(network, trace)] == ["2"]
    for layer in ("0", "1", "nowhere"):
        with pytest.raises(ValueError, match="layer is"):
            partial_sums(network, trace, layer, 0)
    with pytest.raises(ValueError, match="channel is 3, but must be from 0 to 2"):
        partial_sums(network, trace, "2", 3)
