"""What a network makes of a moved picture: true maps around every pooling layer, and what theory says of them."""

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from models.images import sample
from models.nets.capture import capture
from models.nets.catalogue import load
from models.nets.maps.shifted import changes, maps_around, pooled_by_hand, pooling_layers, shifted_trace
from models.nets.network import Network
from models.ops.shifting import moved

CAT = sample("cat")
SHIFTS = [(0, step) for step in range(5)]


def small(*layers, size=12):
    """A network of a few layers with fixed weights, on pictures of `size` pixels a side."""
    torch.manual_seed(1)
    return Network("small", nn.Sequential(*layers).eval(), ("a",), (size, size), "", "random", lambda pixels: pixels)


@pytest.fixture(scope="module")
def cifar10():
    network = load("cifar10")
    return network, capture(network, network.prepare(CAT))


def test_the_bundled_network_pools_three_times(cifar10):
    layers = pooling_layers(*cifar10)
    assert [(layer.name, layer.kind, layer.source) for layer in layers.values()] == [
        ("pool1", "MaxPool2d", "stage1.relu2"),
        ("pool2", "MaxPool2d", "stage2.relu2"),
        ("average", "AdaptiveAvgPool2d", "stage3.relu2"),
    ]
    assert layers["pool1"].rows[:2] == ((0, 2), (2, 4))
    assert layers["average"].rows == ((0, 8),)
    assert [layer.everything for layer in layers.values()] == [False, False, True]


@pytest.mark.parametrize("name", ["cifar10", "resnet18", "mobilenet_v2", "mobilenet_v3_small", "squeezenet1_1",
                                  "googlenet", "densenet121", "shufflenet_v2_x0_5", "mnasnet0_5"])  # fmt: skip
def test_every_pooling_layer_by_hand_is_the_networks_own(name):
    network = load(name)
    trace = capture(network, network.prepare(CAT))
    layers = pooling_layers(network, trace)
    assert layers
    for layer in layers.values():
        before, after = maps_around(trace, layer)
        by_hand = pooled_by_hand(layer, before)
        assert by_hand.shape == after.shape == layer.after
        assert len(layer.rows) == layer.after[1]
        assert len(layer.columns) == layer.after[2]
        assert np.abs(by_hand - after).max() <= 1e-5 * max(1.0, np.abs(after).max())


@pytest.mark.parametrize("by", [(0, 3), (2, 0), (4, 4)])
def test_the_picture_is_moved_as_the_network_sees_it(cifar10, by):
    network, trace = cifar10
    shifted = shifted_trace(network, CAT, by).input[0]
    rows, columns = by
    assert np.array_equal(shifted[:, rows:, columns:], trace.input[0][:, : 32 - rows, : 32 - columns])
    assert np.array_equal(shifted[:, :, 0], shifted[:, :, columns])


def test_no_shift_changes_nothing_and_forgiveness_is_measured(cifar10):
    network, trace = cifar10
    layers = pooling_layers(network, trace)
    found = changes(network, CAT, trace, layers, SHIFTS)
    for name, layer in layers.items():
        assert found[name].before[0].relative == found[name].after[0].relative == 0.0
        other = maps_around(shifted_trace(network, CAT, (0, 3)), layer)
        for old, new, said in zip(
            maps_around(trace, layer), other, (found[name].before, found[name].after), strict=True
        ):
            assert said[3].relative == pytest.approx(np.linalg.norm(new - old) / np.linalg.norm(old), rel=1e-5)
            assert said[3].largest == pytest.approx(np.abs(new - old).max(), rel=1e-5)
    assert found["average"].after[1].relative < found["average"].before[1].relative / 2


def test_a_shift_by_the_stride_moves_the_maps_after_pooling_by_one_cell():
    network = small(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.MaxPool2d(2), size=14)
    picture = Image.fromarray(np.random.default_rng(0).integers(0, 256, (14, 14, 3), dtype=np.uint8))
    trace = capture(network, network.prepare(picture))
    layer = pooling_layers(network, trace)["2"]
    old, new = (maps_around(each, layer)[1] for each in (trace, shifted_trace(network, picture, (2, 2))))
    assert moved(old, new, (1, 1)).largest < 1e-6
    assert moved(old, new, (0, 0)).largest > 1e-3


def test_overlapping_padded_windows_are_cut_to_the_map():
    network = small(nn.Conv2d(3, 2, 1), nn.MaxPool2d(3, 2, 1), size=8)
    layer = pooling_layers(network, capture(network, network.prepare(CAT)))["1"]
    assert layer.rows == ((0, 2), (1, 4), (3, 6), (5, 8))


def test_a_mean_over_channels_is_no_pooling():
    class OverChannels(nn.Module):
        def __init__(self):
            super().__init__()
            self.first = nn.Conv2d(3, 2, 1)

        def forward(self, batch):
            return self.first(batch).mean(dim=1, keepdim=True)

    network = small(OverChannels())
    assert not pooling_layers(network, capture(network, network.prepare(CAT)))
