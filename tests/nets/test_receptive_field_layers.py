"""Kinds of layers one by one, worked out by hand; the table of layers; and what a network is refused for."""

import pytest
import torch
from torch import nn
from torch.nn import functional

from models.nets.bundled.cifar10 import Cifar10
from models.nets.receptive_field import Box, layer_table, receptive_fields
from models.nets.weights import published
from models.ops.receptive_field import STACKS, grow
from tests.nets.layered import Does, last_of


def spans(field):
    return [list(zip(each.starts.tolist(), each.stops.tolist(), strict=True)) for each in (field.rows, field.columns)]


def test_uneven_adaptive_pooling_is_exact_position_by_position():
    field = last_of(nn.Sequential(nn.Conv2d(3, 3, 3, padding=1), nn.AdaptiveAvgPool2d((3, 4))))
    assert field.scope == "exact"
    assert spans(field) == [[(0, 4), (1, 7), (4, 8)], [(0, 3), (1, 5), (3, 7), (5, 8)]]
    assert (field.size, field.stride, field.padding) == ((6, 4), (0, 2), (0, 1))
    assert field.evenly == (False, True)
    assert "not evenly spaced" in field.reason
    assert field.box(1, 0) == Box(1, 0, 7, 3)
    assert field.box(1, 0, clip=False) == Box(1, -1, 7, 3)


def test_a_window_of_ceil_mode_that_hangs_over_is_cut():
    field = last_of(nn.Sequential(nn.MaxPool2d(3, 2, ceil_mode=True)))
    assert spans(field)[0] == [(0, 3), (2, 5), (4, 7), (6, 8)]
    assert (field.size, field.stride, field.padding) == ((3, 3), (2, 2), (0, 0))
    assert field.box(3, 0, clip=False) == Box(6, 0, 9, 3)


def test_enlarging_repeats_and_blends_what_was_seen():
    copied = last_of(nn.Sequential(nn.MaxPool2d(2), nn.Upsample(scale_factor=2)), (4, 4))
    assert spans(copied)[0] == [(0, 2), (0, 2), (2, 4), (2, 4)]
    blended = last_of(nn.Sequential(nn.MaxPool2d(2), nn.Upsample(scale_factor=2, mode="bilinear")), (4, 4))
    assert spans(blended)[0] == [(0, 2), (0, 4), (0, 4), (2, 4)]
    assert blended.centre(1, 0) == (1.5, 0.5)
    corners = nn.Upsample(size=(3, 3), mode="bilinear", align_corners=True)
    assert spans(last_of(nn.Sequential(nn.MaxPool2d(2), corners), (4, 4)))[0] == [(0, 2), (0, 4), (2, 4)]


@pytest.mark.parametrize(
    ("mode", "first"), [("zeros", (0, 2)), ("reflect", (0, 2)), ("replicate", (0, 2)), ("circular", (0, 8))]
)
def test_padding_holds_other_pixels_in_each_mode(mode, first):
    field = last_of(nn.Sequential(nn.Conv2d(3, 3, 3, padding=1, padding_mode=mode)))
    assert spans(field)[0][:2] == [first, (0, 3)]
    assert (field.size, field.stride, field.padding) == ((3, 3), (1, 1), (1, 1))


def test_a_transposed_convolution_sees_more_where_its_stamps_overlap():
    field = last_of(nn.Sequential(nn.AvgPool2d(2), nn.ConvTranspose2d(3, 3, 3, stride=2, padding=1)))
    assert spans(field)[0] == [(0, 2), (0, 4), (2, 4), (2, 6), (4, 6), (4, 8), (6, 8)]
    assert field.stride == (0, 0)
    plain = last_of(nn.Sequential(nn.ConvTranspose2d(3, 3, 3, padding=1)))
    assert (plain.size, plain.stride, plain.padding) == ((3, 3), (1, 1), (1, 1))


def test_functions_are_read_as_layers_are():
    taps = torch.ones(4, 2, 3, 3)
    stamped = last_of(Does(lambda maps: functional.conv_transpose2d(maps, taps, None, 2, 1)), (4, 4))
    same = last_of(nn.Sequential(nn.Conv2d(3, 3, 1), nn.ConvTranspose2d(3, 3, 3, 2, 1)), (4, 4))
    assert spans(stamped) == spans(same)
    plain = last_of(Does(lambda maps: functional.conv2d(maps, torch.ones(2, 4, 3, 3))))
    assert (plain.size, plain.stride) == ((3, 3), (1, 1))
    wide = last_of(Does(lambda maps: functional.interpolate(maps, None, 2, "bilinear", True)), (4, 4))  # noqa: FBT003
    assert spans(wide)[0] == [(0, 1), *[(0, 2)] * 2, *[(1, 3)] * 2, *[(2, 4)] * 2, (3, 4)]


def test_slices_margins_and_shuffles_move_the_places():
    cut = last_of(Does(lambda maps: maps[:, :2, 1::2, ...]))
    assert (cut.stride, cut.padding, cut.places) == ((2, 1), (-1, 0), (4, 8))
    assert cut.box(0, 0) == Box(1, 0, 2, 1)
    margin = last_of(Does(lambda maps: functional.pad(maps, (2, 0, 0, -1))))
    assert (margin.places, margin.padding) == ((7, 10), (0, 2))
    assert margin.box(0, 0) == Box(0, 0, 0, 0)
    assert margin.box(0, 2) == Box(0, 0, 1, 1)
    assert last_of(nn.Sequential(nn.ZeroPad2d((1, 0, 2, 0)), nn.Conv2d(3, 1, 1))).padding == (2, 1)
    assert spans(last_of(Does(functional.relu, 3)))[0][0] == (0, 2)
    shuffled = last_of(nn.Sequential(nn.Conv2d(3, 4, 1), nn.PixelShuffle(2)), (2, 2))
    assert spans(shuffled)[0] == [(0, 1), (0, 1), (1, 2), (1, 2)]
    gathered = last_of(nn.Sequential(nn.Conv2d(3, 4, 1), nn.PixelUnshuffle(2)))
    assert (gathered.size, gathered.stride, gathered.padding) == ((2, 2), (2, 2), (0, 0))


def test_branches_of_different_strides_are_exact_and_not_even():
    class Joins(nn.Module):
        def __init__(self):
            super().__init__()
            self.near, self.far = nn.Conv2d(3, 2, 1, stride=2), nn.Conv2d(3, 2, 5)

        def forward(self, batch):
            return torch.cat([self.near(batch), self.far(batch)], 1)

    field = last_of(Joins())
    assert spans(field)[0] == [(0, 5), (1, 6), (2, 7), (3, 8)]
    assert field.scope == "exact"
    assert field.stride == (0, 0)


def test_a_mean_over_rows_joins_the_rows_alone():
    field = last_of(Does(lambda maps: maps.mean(2, keepdim=True), 3))
    assert (field.scope, field.places) == ("exact", (1, 8))
    assert field.box(0, 3) == Box(0, 2, 8, 5)


class Excites(nn.Module):
    """Squeeze and excitation after a 5×5 convolution, and a convolution after that."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 5, padding=2)
        self.gate = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(4, 4, 1), nn.Sigmoid())
        self.last = nn.Conv2d(4, 4, 3, padding=1)

    def forward(self, batch):
        maps = self.conv(batch)
        return self.last(maps * self.gate(maps))


def test_beside_the_whole_image_stands_the_size_by_way_of_places():
    fields = receptive_fields(Excites(), (16, 16))
    assert [fields[layer].spatial_size for layer in ("conv", "gate.0", "mul", "last")] == [None, None, (5, 5), (7, 7)]
    assert [fields[layer].scope for layer in ("conv", "gate.0", "mul", "last")] == ["exact", *["whole image"] * 3]
    field = fields["last"]
    assert field.size == field.image == (16, 16)
    assert field.places == (16, 16)
    assert field.box(3, 9) == field.box(3, 9, clip=False) == Box(0, 0, 16, 16)
    assert field.centre(3, 9) == (7.5, 7.5)
    assert field.units_seeing(0, 15) == (range(16), range(16))
    assert set(spans(field)[0]) == {(0, 16)}


def test_a_norm_over_maps_keeps_the_size_by_way_of_places():
    fields = receptive_fields(nn.Sequential(nn.Conv2d(3, 4, 3), nn.GroupNorm(2, 4), nn.Conv2d(4, 4, 3)), (9, 9))
    assert [fields[layer].spatial_size for layer in "12"] == [(3, 3), (5, 5)]
    assert fields["1"].scope == "whole image"


def test_a_norm_over_maps_that_leave_pixels_out_sees_what_they_see():
    field = last_of(nn.Sequential(nn.Conv2d(3, 4, 2, stride=2), nn.GroupNorm(2, 4)), (9, 8))
    assert (field.scope, field.size, field.stride) == ("exact", (8, 8), (0, 0))
    assert {field.box(row, 0) for row in range(4)} == {Box(0, 0, 8, 8)}


def test_features_of_two_maps_are_joined_by_the_layer_after_them():
    class Reads(nn.Module):
        def __init__(self):
            super().__init__()
            self.top, self.bottom = nn.Conv2d(3, 1, 1), nn.Conv2d(3, 1, 1)
            self.read = nn.Linear(8 * 8, 2)

        def forward(self, batch):
            top, bottom = self.top(batch)[:, :, :4], self.bottom(batch)[:, :, 4:]
            return self.read(torch.cat([top.flatten(1), bottom.flatten(1)], 1))

    fields = receptive_fields(Reads(), (8, 8))
    assert fields["cat"].scope == "unknown"
    assert fields["read"].box(0, 0) == Box(0, 0, 8, 8)


def test_units_and_pixels_find_each_other():
    field = receptive_fields(Cifar10(), (32, 32))["pool1"]  # 6 pixels, every 2, from −2 on
    assert field.places == (16, 16)
    assert field.units_seeing(0, 31) == (range(2), range(14, 16))
    assert field.units_seeing(9, 10) == (range(3, 6), range(4, 7))
    assert field.centre(0, 3) == (0.5, 6.5)
    for row, column, message in ((16, 0, "row is 16"), (0, -1, "column is -1, but must be at least 0")):
        with pytest.raises(ValueError, match=message):
            field.box(row, column)
        with pytest.raises(ValueError, match=message):
            field.centre(row, column)
    with pytest.raises(ValueError, match="column is 32, but must be at least 0 and at most 31"):
        field.units_seeing(0, 32)


def test_an_unknown_field_says_so_whatever_it_is_asked():
    field = last_of(nn.Sequential(nn.Conv2d(3, 3, 3), nn.Softmax(dim=2)))
    assert (field.scope, field.places, field.rows.longest) == ("unknown", (6, 6), 0)
    for ask in (field.box, field.centre, field.units_seeing):
        with pytest.raises(ValueError, match="unknown field, but must have a known one: its softmax"):
            ask(0, 0)


def test_the_table_holds_every_layer_with_its_own_settings():
    table = {row.name: row for row in layer_table(published.build("resnet18"), (224, 224))}
    first, norm, pool = table["conv1"], table["bn1"], table["maxpool"]
    assert (first.kind, first.kernel, first.stride) == ("Conv2d", (7, 7), (2, 2))
    assert (first.padding, first.dilation, first.places) == ((3, 3), (1, 1), (112, 112))
    assert (norm.kernel, norm.stride, norm.padding, norm.dilation) == (None, None, None, None)
    assert (pool.kernel, pool.stride, pool.padding, pool.dilation) == ((3, 3), (2, 2), (1, 1), (1, 1))
    assert table["fc"].places == (1, 1)
    assert list(table) == list(receptive_fields(published.build("resnet18"), (224, 224)))
    assert table["layer1.0.add"].field.size == (27, 27)


def test_average_pooling_has_no_dilation_and_same_padding_is_counted_out():
    rows = layer_table(nn.Sequential(nn.AvgPool2d(2), nn.Conv2d(3, 3, (4, 3), padding="same", dilation=2)), (20, 20))
    assert (rows[0].stride, rows[0].dilation) == ((2, 2), None)
    assert rows[1].padding == (3, 2)


@pytest.mark.parametrize(
    ("stack", "layers"),
    [
        ("lenet", None),
        ("vgg16", [f"features.{at}" for at in (0, 2, 4, 5, 7, 9, 10, 12, 14, 16, 17, 19, 21, 23, 24, 26, 28, 30)]),
        ("alexnet", [f"features.{at}" for at in (0, 2, 3, 5, 6, 8, 10, 12)]),
    ],
)
def test_a_stack_built_by_hand_is_the_network_it_is_named_after(stack, layers):
    known = STACKS[stack]
    if layers is None:
        made = (
            nn.AvgPool2d(one.kernel, one.stride, one.padding)
            if one.kind == "pooling"
            else nn.Conv2d(3, 3, one.kernel, one.stride, one.padding, one.dilation)
            for one in known.layers
        )
        fields = list(receptive_fields(nn.Sequential(*made), (known.size, known.size)).values())
    else:
        every = receptive_fields(published.build(stack), (known.size, known.size))
        fields = [every[layer] for layer in layers]
    stages = grow(known.layers, known.size)
    assert [field.size[0] for field in fields] == [stage.axis.size for stage in stages]
    assert [field.places[0] for field in fields] == [stage.size for stage in stages]
    assert [field.padding[1] for field in fields] == [stage.axis.padding for stage in stages]
