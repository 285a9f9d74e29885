"""Does PyTorch's gradient, asked of a bare copy, find the boxes that the real network's gradient finds?"""

import pytest
import torch
from torch import nn

from models.nets.catalogue import load
from models.nets.fields.chain import chain, measured_box
from models.nets.receptive_field import Box, layer_table, receptive_fields


def test_the_chain_names_what_feeds_a_layer():
    network = load("resnet18")
    links = chain(network.module, network.input_size)
    assert links["conv1"].sources == ("input",)
    assert links["layer2.0.add"].sources == ("layer2.0.bn2", "layer2.0.downsample.1")
    assert (links["layer2.0.add"].module, links["layer1.0.relu_1"].module) == (None, "layer1.0.relu")
    assert links["fc"].features
    assert [*links] == [row.name for row in layer_table(network.module, network.input_size)]


def test_three_windows_by_hand():
    """3, then 5, then pooled by two: 6 pixels; the first unit's box is cut to rows 0 to 3."""
    module = nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.Conv2d(4, 4, 3, padding=1), nn.MaxPool2d(2))
    assert measured_box(module, (12, 12), "0", 5, 7) == Box(4, 6, 7, 9)
    assert measured_box(module, (12, 12), "1", 5, 7) == Box(3, 5, 8, 10)
    assert measured_box(module, (12, 12), "2", 0, 0) == Box(0, 0, 4, 4)
    assert measured_box(module, (12, 12), "2", 2, 3) == Box(2, 4, 8, 10)


def test_it_is_the_support_of_the_real_gradient():
    """A real network in double precision with positive weights, asked directly."""
    torch.manual_seed(5)
    stack = (nn.Conv2d(2, 3, (3, 2), stride=(2, 1), padding=(1, 0)), nn.ReLU(), nn.Conv2d(3, 2, 3, dilation=2))
    module = nn.Sequential(*stack, nn.AvgPool2d(2)).double()
    for weights in module.parameters():
        weights.data.uniform_(0.1, 1)
    pixels = torch.rand(1, 2, 23, 17, dtype=torch.float64, requires_grad=True)
    (gradient,) = torch.autograd.grad(module(pixels)[0, :, 1, 2].sum(), pixels)
    rows, columns = (gradient.sum(dim=(0, 1, axis)).nonzero().flatten().tolist() for axis in (3, 2))
    expected = Box(rows[0], columns[0], rows[-1] + 1, columns[-1] + 1)
    assert measured_box(module, (23, 17), "3", 1, 2) == expected


@pytest.mark.parametrize(
    "name",
    [
        *("cifar10", "squeezenet1_1"),
        *(
            pytest.param(name, marks=pytest.mark.long)
            for name in ("mobilenet_v3_small", "inception_v3", "convnext_tiny")
        ),
    ],
)
def test_it_agrees_with_the_recurrence_at_corner_middle_and_edge(name):
    network = load(name)
    table = [row for row in layer_table(network.module, network.input_size) if row.field.scope != "unknown"]
    for row in table[:: max(1, len(table) // 6)]:
        last_row, last_column = (count - 1 for count in row.places)
        for place in ((0, 0), (last_row // 2, last_column // 2), (last_row, last_column // 3)):
            assert measured_box(network.module, network.input_size, row.name, *place) == row.field.box(*place), row.name


def test_a_unit_in_a_margin_sees_nothing():
    module = nn.Sequential(nn.Conv2d(3, 1, 1, padding=2))
    assert measured_box(module, (8, 8), "0", 0, 0) == Box(0, 0, 0, 0)
    assert receptive_fields(module, (8, 8))["0"].box(0, 0) == Box(0, 0, 0, 0)


@pytest.mark.parametrize(
    "layer", [nn.Conv2d(3, 3, 3, padding=1, padding_mode="circular"), nn.ConvTranspose2d(3, 3, 2, stride=2)]
)
def test_what_it_does_not_know_it_does_not_say(layer):
    assert measured_box(nn.Sequential(layer, nn.ReLU()), (8, 8), "1", 0, 0) is None


def test_the_network_is_left_as_found():
    network = load("cifar10")
    before = {name: values.clone() for name, values in network.module.state_dict().items()}
    measured_box(network.module, network.input_size, "pool1", 3, 3)
    assert all(torch.equal(values, before[name]) for name, values in network.module.state_dict().items())
    assert not network.module.training
