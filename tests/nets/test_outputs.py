"""Layers and networks with several results: which of them are shown, and is it said?"""

from collections import OrderedDict, namedtuple
from dataclasses import dataclass

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from models.nets.answers.probe import outputs
from models.nets.by_hand.recompute import recompute
from models.nets.capture import capture
from models.nets.capture.outputs import answer_of, first_tensor
from models.nets.own.fitting import fit
from models.nets.own.opened import opened
from models.nets.own.self_check import self_check
from models.nets.receptive_field import receptive_fields
from models.records.receptive_field import Box

SCALE = ((0.0,), (1.0,))
Pair = namedtuple("Pair", ("side", "logits"))  # noqa: PYI024 - as torchvision's own


@dataclass
class Answers:
    loss: None
    aux: torch.Tensor
    pred: torch.Tensor


class Does(nn.Module):
    """A convolution, and then any function of its maps."""

    def __init__(self, function):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3, padding=1)
        self.function = function

    def forward(self, batch):
        return self.function(self.conv(batch))


class Headed(nn.Module):
    """Two heads on the same maps, put together in some way."""

    def __init__(self, together):
        super().__init__()
        torch.manual_seed(0)
        self.stem = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten())
        self.one, self.other, self.together = nn.Linear(4, 5), nn.Linear(4, 3), together

    def forward(self, batch):
        features = self.stem(batch)
        return self.together(self.one(features), self.other(features))


WAYS = {
    "a dictionary with a usual name": (lambda one, other: {"aux": other, "out": one}, "`out` is shown here, not `aux`"),
    "an ordered one": (lambda one, other: OrderedDict(left=one, right=other), "`left` is shown here, not `right`"),
    "a tuple": (lambda one, other: (one, other), "`0` is shown here, not `1`"),
    "a list": (lambda one, other: [one, other, other], "3 things: `0` is shown here, not `1`, `2`"),
    "a named tuple": (lambda one, other: Pair(other, one), "`logits` is shown here, not `side`"),
    "a dataclass": (lambda one, other: Answers(None, other, one), "`pred` is shown here, not `aux`"),
    "one in a tuple": (lambda one, _: (one,), "answers with `0`, inside a tuple"),
    "nested": (lambda one, other: {"heads": {"side": other, "main": one}}, "`heads.main` is shown here"),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_network_with_several_answers_is_opened_with_one_and_says_which(way):
    together, told = WAYS[way]
    module = Headed(together)
    network = fit("mine", opened(module), (12, 12), SCALE, (), "By hand.")
    self_check(network)
    assert told in network.source
    assert len(network.labels) == 5
    batch = torch.randn(1, 3, 12, 12)
    with torch.inference_mode():
        expected = module.one(module.stem(batch)).numpy()
    trace = capture(network, batch)
    np.testing.assert_array_equal(trace.output, expected)
    assert [name.removeprefix("network.") for name in trace][-2:] == ["one", "other"]
    pixels = np.zeros((2, 12, 12, 3), np.uint8)
    assert outputs(network, pixels).shape == (2, 5)


def test_maps_in_a_dictionary_are_averaged_as_maps_alone_are():
    network = fit("mine", Does(lambda maps: {"out": maps, "aux": maps[:, :2]}), (12, 12), SCALE, (), "By hand.")
    assert "`out` is shown here, not `aux`" in network.source
    assert "(4 of 12 × 12)" in network.source
    trace = capture(network, torch.randn(1, 3, 12, 12))
    assert trace.output[0] == pytest.approx(trace["features.network.conv"].values[0].mean((1, 2)), abs=1e-6)


@pytest.mark.parametrize("nothing", [{}, (), None, "text", {"loss": None}])
def test_without_any_tensor_there_is_no_answer(nothing):
    with pytest.raises(ValueError, match="must return a tensor"):
        first_tensor(nothing)


def test_the_usual_name_wins_over_the_place():
    side, logit = torch.zeros(1, 2), torch.ones(1, 2)
    assert answer_of({"features": side, "logits": logit}) == (("logits",), logit)
    assert answer_of((side, logit)) == (("0",), side)


POOLS = {
    "a layer": nn.MaxPool2d(2, return_indices=True),
    "an adaptive one": nn.AdaptiveMaxPool2d(4, return_indices=True),
}


@pytest.mark.parametrize("pool", POOLS)
def test_pooling_that_also_tells_the_places_is_shown(pool):
    class Pools(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv, self.pool, self.last = nn.Conv2d(3, 4, 3, padding=1), POOLS[pool], nn.Conv2d(4, 2, 3)

        def forward(self, batch):
            maps, places = self.pool(self.conv(batch))
            return self.last(maps) + places[:, :2, :2, :2] * 0

    network, batch = Pools().eval(), torch.randn(1, 3, 8, 8)
    trace = capture(network, batch)
    assert (trace["pool"].kind, trace["pool"].inputs) == (type(POOLS[pool]).__name__, ("conv",))
    assert trace["last"].inputs == ("pool",)
    assert trace["last"].whole
    with torch.inference_mode():
        np.testing.assert_array_equal(trace["pool"].values, network.pool(network.conv(batch))[0].numpy())
    fields = receptive_fields(network, (8, 8))
    assert fields["pool"].size == (4, 4)
    assert fields["last"].size == (8, 8)
    assert recompute(network, trace, "last", 1, 1, 1).difference < 1e-5


@pytest.mark.parametrize(
    ("function", "name", "kind"),
    [
        (lambda maps: functional.max_pool2d(maps, 2, return_indices=True)[0], "max_pool2d", "MaxPool2d"),
        (lambda maps: functional.max_pool2d(maps, 2, 2, 0, 1, False, True)[0], "max_pool2d", "MaxPool2d"),  # noqa: FBT003
        (lambda maps: maps.max(1, True)[0], "max", "Max"),  # noqa: FBT003
        (lambda maps: torch.max(input=maps, dim=1, keepdim=True).values, "max", "Max"),
        (lambda maps: maps.sort(1)[0], "sort", "Sort"),
        (lambda maps: maps.topk(2, dim=1).values, "topk", "Topk"),
        (lambda maps: torch.var_mean(maps, 1, keepdim=True)[1], "var_mean.1", "VarMean"),
    ],
)
def test_functions_with_several_results_are_shown(function, name, kind):
    network, batch = Does(lambda maps: function(maps) * 2).eval(), torch.randn(1, 3, 8, 8)
    trace = capture(network, batch)
    assert (trace[name].kind, trace[name].inputs) == (kind, ("conv",))
    assert trace["mul"].inputs == (name,)
    np.testing.assert_array_equal(trace[name].values * 2, trace.output)


@pytest.mark.parametrize(
    "cut",
    [
        lambda maps: maps.chunk(2, 2)[1],
        lambda maps: torch.split(maps, 4, dim=2)[1],
        lambda maps: maps.tensor_split(2, 2)[1],
        lambda maps: maps.narrow(2, 4, 4),
        lambda maps: maps[:, :, 4:],
    ],
)
def test_a_half_of_the_places_sees_the_half_it_is(cut):
    fields = receptive_fields(Does(lambda maps: cut(maps).relu()).eval(), (8, 8))
    field = fields["relu"]
    assert (field.scope, field.places) == ("exact", (4, 8))
    assert field.box(0, 3) == Box(3, 2, 6, 5)


def test_channels_apart_are_still_no_layers():
    def crossed(maps):
        first, second = maps.chunk(2, 1)
        return torch.cat([second, first], 1)

    trace = capture(Does(crossed).eval(), torch.randn(1, 3, 8, 8))
    assert list(trace) == ["conv", "cat"]
    assert trace["cat"].inputs == ("conv",)
    assert not trace["cat"].whole


def test_a_recurrent_layer_hands_on_where_its_values_come_from():
    class Reads(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv, self.rows, self.last = nn.Conv2d(3, 4, 3, padding=1), nn.LSTM(32, 6), nn.Linear(6, 2)

        def forward(self, batch):
            _, (hidden, _) = self.rows(self.conv(batch).transpose(1, 2).flatten(2).transpose(0, 1))
            return self.last(hidden[-1])

    fields = receptive_fields(Reads().eval(), (8, 8))
    assert fields["last"].scope in {"whole image", "unknown"}
    assert fields["last"].reason != "nothing of the picture goes into it"
