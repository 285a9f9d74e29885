"""Do shortcuts give the very numbers of the layers they stand for?"""

import itertools

import pytest
import torch
from torch import nn

from models.nets.capture.shortcuts import SHORTCUTS, shortcut

LAYERS = [
    nn.Conv2d(12, 6, 3, stride=2, padding=1, dilation=2, groups=3),
    nn.Conv2d(12, 6, 3, padding="same", padding_mode="circular"),
    nn.BatchNorm2d(12),
    nn.BatchNorm2d(12, affine=False, eps=0.1),
    nn.BatchNorm2d(12, track_running_stats=False),
    nn.BatchNorm2d(12, momentum=None),
    nn.ReLU(),
    nn.ReLU(inplace=True),
    nn.MaxPool2d(2),
    nn.MaxPool2d((3, 2), stride=(2, 1), padding=1, dilation=(1, 2), ceil_mode=True),
]


@pytest.mark.parametrize(("layer", "training"), list(itertools.product(LAYERS, [False, True])))
def test_a_shortcut_gives_the_numbers_of_the_layer_bit_for_bit(layer, training):
    maps = torch.randn(2, 12, 9, 8)
    maps[0, 0, 0] = float("nan")
    maps[0, 1, 0] = float("inf")
    layer.train(training)
    with torch.inference_mode():
        expected, found = layer(maps.clone()), shortcut(layer)(maps.clone())
    assert found.shape == expected.shape
    assert found.stride() == expected.stride()
    assert torch.equal(found.nan_to_num(77), expected.nan_to_num(77))


def test_every_shortcut_is_compared():
    assert {type(layer) for layer in LAYERS} == set(SHORTCUTS)


def test_new_settings_and_weights_are_followed():
    layer = nn.Conv2d(12, 6, 3)
    run = shortcut(layer)
    layer.weight, layer.stride = nn.Parameter(torch.ones(6, 12, 3, 3)), (2, 2)
    maps = torch.randn(1, 12, 9, 9)
    assert torch.equal(run(maps), layer(maps))


def test_layers_of_other_kinds_are_called_as_they_are():
    layer = nn.Tanh()
    assert shortcut(layer) == layer.forward


def test_pooling_gradients_take_the_layers_own_way():
    layer, maps = nn.MaxPool2d(2), torch.ones(1, 12, 4, 4, requires_grad=True)
    assert torch.equal(*(torch.autograd.grad(run(maps).sum(), maps)[0] for run in (layer, shortcut(layer))))


def test_pooling_that_also_tells_where_is_left_alone():
    values, places = shortcut(nn.MaxPool2d(2, return_indices=True))(torch.randn(1, 12, 4, 4))
    assert values.shape == places.shape
