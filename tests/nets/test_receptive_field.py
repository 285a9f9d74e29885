"""Are the boxes the ones that the gradient draws, and the numbers the ones of the literature?"""

import warnings

import pytest
import torch
from torch import nn
from torch.nn import functional

from models.nets.bundled.cifar10 import Cifar10
from models.nets.receptive_field import Box, receptive_fields
from models.nets.weights import published

PICTURE = (224, 224)


def square(field):
    """(size, stride, padding) of a field that is the same on both axes."""
    assert field.scope == "exact"
    assert field.reason is None
    for rows, columns in (field.size, field.stride, field.padding):
        assert rows == columns
    return field.size[0], field.stride[0], field.padding[0]


@pytest.fixture(scope="module")
def fields_of():
    """The fields of torchvision's networks at 224 pixels, each worked out once."""
    known = {}

    def ask(name):
        if name not in known:
            known[name] = receptive_fields(published.build(name).eval(), PICTURE)
        return known[name]

    return ask


@pytest.mark.parametrize(
    ("layer", "size", "stride", "padding"),
    [
        ("stage1.conv1", 3, 1, 1),
        ("stage1.bn1", 3, 1, 1),
        ("stage1.relu2", 5, 1, 2),
        ("pool1", 6, 2, 2),
        ("stage2.relu2", 14, 2, 6),
        ("pool2", 16, 4, 6),
        ("stage3.conv2", 32, 4, 14),
    ],
)
def test_the_bundled_network_by_hand(layer, size, stride, padding):
    assert square(receptive_fields(Cifar10(), (32, 32))[layer]) == (size, stride, padding)


@pytest.mark.parametrize(
    ("name", "layer", "expected"),
    [
        ("resnet18", "layer4.1.relu_1", (435, 32, 217)),
        ("resnet34", "layer4.2.relu_1", (899, 32, 449)),
        ("resnet50", "layer4.2.relu_2", (427, 32, 213)),
        ("alexnet", "features.12", (195, 32, 66)),
        ("alexnet", "avgpool", (195, 32, 66)),
        ("vgg11", "features.20", (150, 32, 59)),
        ("vgg16", "features.30", (212, 32, 90)),
        ("squeezenet1_0", "features.12.cat", (155, 16, 60)),
        ("squeezenet1_1", "features.12.cat", (207, 16, 88)),
        ("mobilenet_v2", "features.18.2", (491, 32, 245)),
    ],
)
def test_the_end_of_the_features_of_known_networks(fields_of, name, layer, expected):
    assert square(fields_of(name)[layer]) == expected


@pytest.mark.parametrize(
    ("name", "layers", "sizes"),
    [
        ("resnet18", ["maxpool", *(f"layer{stage}.1.relu_1" for stage in (1, 2, 3, 4))], [11, 43, 99, 211, 435]),
        (
            "resnet34",
            ["maxpool", "layer1.2.relu_1", "layer2.3.relu_1", "layer3.5.relu_1", "layer4.2.relu_1"],
            [11, 59, 179, 547, 899],
        ),
        (
            "resnet50",
            ["maxpool", "layer1.2.relu_2", "layer2.3.relu_2", "layer3.5.relu_2", "layer4.2.relu_2"],
            [11, 35, 91, 267, 427],
        ),
        (
            "alexnet",
            [f"features.{number}" for number in (0, 2, 3, 5, 6, 8, 10, 12)],
            [11, 19, 51, 67, 99, 131, 163, 195],
        ),
        (
            "vgg16",
            [f"features.{number}" for number in (0, 2, 4, 5, 7, 9, 10, 12, 14, 16, 17, 19, 21, 23, 24, 26, 28, 30)],
            [3, 5, 6, 10, 14, 16, 24, 32, 40, 44, 60, 76, 92, 100, 132, 164, 196, 212],
        ),
    ],
)
def test_every_stage_of_known_networks(fields_of, name, layers, sizes):
    assert [square(fields_of(name)[layer])[0] for layer in layers] == sizes


def test_global_pooling_and_what_follows_see_the_whole_image(fields_of):
    fields = fields_of("resnet18")
    for layer in ("avgpool", "flatten", "fc"):
        assert fields[layer].scope == "whole image"
        assert fields[layer].reason
        assert fields[layer].box(0, 0) == Box(0, 0, 224, 224)


def test_squeeze_and_excitation_makes_a_unit_depend_on_the_whole_image(fields_of):
    fields = fields_of("mobilenet_v3_small")
    assert square(fields["features.1.block.0.2"]) == (7, 4, 3)
    assert fields["features.1.block.1.mul"].scope == "whole image"
    assert fields["features.1.block.1.mul"].box(3, 5) == Box(0, 0, 224, 224)


def test_features_that_stand_for_places_are_unknown_but_the_layer_after_them_is_not(fields_of):
    fields = fields_of("alexnet")
    assert fields["flatten"].scope == "unknown"
    assert fields["classifier.1"].scope == "whole image"
    with pytest.raises(ValueError, match="unknown field"):
        fields["flatten"].box(0, 0)


def test_norms_over_channels_change_nothing(fields_of):
    fields = fields_of("convnext_tiny")
    assert square(fields["features.1.0.block.5"]) == square(fields["features.1.0.block.0"]) == (28, 4, 12)


def test_the_box_is_cut_to_the_picture_unless_asked_otherwise(fields_of):
    field = fields_of("resnet18")["layer1.0.conv1"]
    assert square(field) == (19, 4, 9)
    assert field.box(0, 0) == Box(0, 0, 10, 10)
    assert field.box(0, 0, clip=False) == Box(-9, -9, 10, 10)
    assert field.box(55, 20) == Box(211, 71, 224, 90)
    with pytest.raises(ValueError, match="at least 0"):
        field.box(-1, 0)


def test_the_answer_is_that_of_evaluation_mode():
    module = Cifar10().train()
    assert square(receptive_fields(module, (32, 32))["stage1.bn2"]) == (5, 1, 2)
    assert module.training


def test_batch_norm_that_remembers_nothing_looks_at_everything():
    network = nn.Sequential(nn.Conv2d(3, 3, 3), nn.BatchNorm2d(3, track_running_stats=False), nn.ReLU())
    for layer in ("1", "2"):
        field = receptive_fields(network, (8, 8))[layer]
        assert field.scope == "whole image"
        assert "normalises" in field.reason


def test_a_network_that_looks_at_its_values_is_run_after_all():
    class Looks(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(1, 2, 3)

        def forward(self, batch):
            maps = self.conv(batch)
            return maps.relu() if maps.sum() < 1e9 else maps

    module, size = Looks().eval(), (8, 8)
    known = receptive_fields(module, size, picture=torch.rand(1, 1, *size))
    assert square(known["conv"]) == square(known["relu"]) == (3, 1, 0)
    unknown = receptive_fields(module, size)
    assert square(unknown["conv"]) == (3, 1, 0)
    assert (unknown["relu"].scope, unknown["relu"].places) == ("unknown", (6, 6))


class Gathered(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 3, 3)

    def forward(self, batch):
        return functional.relu(self.conv(batch)[:, :, [0, 2, 1]])


@pytest.mark.parametrize(
    ("module", "layer"),
    [
        (Gathered(), "relu"),
        (nn.Sequential(nn.Conv2d(3, 3, 3), nn.Softmax(dim=2)), "1"),
        (nn.Sequential(nn.Conv2d(3, 3, 3), nn.FractionalMaxPool2d(2, 3)), "1"),
    ],
    ids=["chosen rows", "softmax over places", "fractional pooling"],
)
def test_what_is_not_known_is_called_unknown_with_a_reason(module, layer):
    field = receptive_fields(module.eval(), (8, 8))[layer]
    assert field.scope == "unknown"
    assert len(field.reason) > 10
    assert field.size == (0, 0)


def test_mirrored_padding_sees_no_further_than_its_kernel():
    network = nn.Sequential(nn.Conv2d(3, 3, 3, padding=1, padding_mode="reflect")).eval()
    assert square(receptive_fields(network, (8, 8))["0"]) == (3, 1, 1)


def test_pooling_into_even_parts_is_exact():
    network = nn.Sequential(nn.Conv2d(3, 3, 3, padding=1), nn.AdaptiveAvgPool2d((4, 2))).eval()
    field = receptive_fields(network, (8, 8))["1"]
    assert (field.size, field.stride, field.padding) == ((4, 6), (2, 4), (1, 1))


def test_an_average_that_leaves_pixels_out_is_not_called_the_whole_image():
    network = nn.Sequential(nn.Conv2d(3, 3, 2, stride=2), nn.AdaptiveAvgPool2d(1)).eval()
    field = receptive_fields(network, (9, 8))["1"]
    assert field.scope == "exact"
    assert field.box(0, 0) == Box(0, 0, 8, 8)


def test_every_network_of_torchvision_has_an_answer_for_every_layer(fields_of):
    with warnings.catch_warnings(action="ignore"):
        for name in ("shufflenet_v2_x0_5", "googlenet", "densenet121", "efficientnet_b0", "regnet_y_400mf"):
            assert {field.scope for field in fields_of(name).values()} == {"exact", "whole image"}
