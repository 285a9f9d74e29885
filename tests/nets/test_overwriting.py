"""Are layers told as they made their values, whoever writes over them afterwards, and by whatever way?"""

import copy

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional

from models.nets.by_hand.recompute import recompute
from models.nets.capture import capture
from models.nets.receptive_field import receptive_fields


class Does(nn.Module):
    """A convolution, anything done to its maps, and another convolution."""

    def __init__(self, function):
        super().__init__()
        torch.manual_seed(0)
        self.conv, self.last = nn.Conv2d(3, 4, 3, padding=1), nn.Conv2d(4, 2, 3)
        self.register_buffer("count", torch.zeros(4))
        self.register_buffer("memory", torch.zeros(1, 4, 8, 8))
        self.function = function

    def forward(self, batch):
        maps = self.conv(batch)
        done = self.function(self, maps)
        return self.last(maps if done is None else done)


def by_numpy(maps):
    array = maps.detach().numpy()
    array[:, 1] *= 2


def by_from_numpy(maps):
    torch.from_numpy(maps.detach().numpy()).mul_(2)


def by_pictures(maps):
    for picture in maps:
        picture.mul_(2)


def by_rows(maps):
    for row in maps.unbind(2):
        row.add_(1)


def through_two_views(maps):
    half = maps[:, :2]
    half[:, 0:1].fill_(1)
    half.mul_(2)
    maps.relu_()


def one_after_the_other(maps):
    maps.clamp_(-1, 1)
    maps.view_as(maps).mul_(2)
    maps.add_(1)


def to_what_is_kept(network, maps):
    network.memory[:] = maps
    return network.memory * 2


def to_what_is_returned(network, maps):
    network.memory.copy_(maps)
    return network.memory


def into_fresh_memory(maps):
    made = torch.empty(1, 4, 8, 8)
    made[:, :2] = maps[:, 2:]
    made[:, 2:] = maps[:, :2]
    return made


def told_of(maps):
    made = torch.empty_like(maps)
    torch.mul(maps, 2, out=made)
    return made


def set_data(maps):
    maps.data = maps * 3


def plain(function):
    return lambda _, maps: function(maps)


WAYS = {
    ".data, used from then on": plain(lambda maps: maps.data.clamp_(-0.1, 0.1)),
    ".data": plain(lambda maps: (maps.data.clamp_(-0.1, 0.1), None)[1]),
    ".detach()": plain(lambda maps: (maps.detach().mul_(2), None)[1]),
    ".data set": plain(set_data),
    "a view": plain(lambda maps: (maps.view(1, -1).clamp_(0), None)[1]),
    "a flattened view": plain(lambda maps: (maps.flatten(1).neg_(), None)[1]),
    "turned axes": plain(lambda maps: (maps.mT.mul_(2), None)[1]),
    "axes turned in place": plain(lambda maps: maps.transpose_(2, 3)),
    "NumPy": plain(by_numpy),
    "NumPy and back": plain(by_from_numpy),
    "an array": plain(lambda maps: (np.asarray(maps.detach()).fill(1), None)[1]),
    "out=": plain(lambda maps: (torch.add(maps, 1, out=maps), None)[1]),
    "out= elsewhere": plain(told_of),
    "an index": plain(lambda maps: maps.__setitem__((slice(None), 0), 0)),
    "an index from itself": plain(lambda maps: maps.__setitem__((slice(None), 0), maps[:, 1])),
    "a mask": plain(lambda maps: maps.__setitem__(maps < 0, 0)),
    "masked_fill_": plain(lambda maps: maps.masked_fill_(maps < 0, 0)),
    "torch.relu_": plain(lambda maps: (torch.relu_(maps), None)[1]),
    "torch.relu_ of a slice": plain(lambda maps: (torch.relu_(maps[:, :2]), None)[1]),
    "relu by keyword": plain(lambda maps: functional.relu(input=maps, inplace=True)),
    "copy_": plain(lambda maps: (maps.copy_(maps * 2), None)[1]),
    "a row": plain(lambda maps: (maps[0, 0, 0].zero_(), None)[1]),
    "a part of two": plain(lambda maps: (maps.chunk(2, 1)[0].mul_(2), None)[1]),
    "columns": plain(lambda maps: (maps.narrow(3, 0, 1).zero_(), None)[1]),
    "rows": plain(by_rows),
    "pictures": plain(by_pictures),
    "what dropout returned": plain(lambda maps: (functional.dropout(maps, 0.5, False).mul_(2), None)[1]),  # noqa: FBT003
    "what a layer flattened": plain(lambda maps: (nn.Flatten()(maps).mul_(2), None)[1]),
    "two views": plain(through_two_views),
    "one after the other": plain(one_after_the_other),
    "several at once": plain(lambda maps: (torch._foreach_mul_([maps], 2.0), None)[1]),
    "index_put_": plain(lambda maps: (maps.index_put_((torch.tensor([0]),), torch.tensor(5.0)), None)[1]),
    "fresh memory": plain(into_fresh_memory),
    "a counter of the network's": lambda network, maps: maps + network.count.add_(1).view(1, 4, 1, 1),
    "memory of the network's": to_what_is_kept,
    "memory of the network's, returned": to_what_is_returned,
    "weights of the network's": lambda network, _: (network.last.weight.data.clamp_(-0.05, 0.05), None)[1],
}


def as_it_runs(network, batch):
    """The answer and the first layer's values of a bare pass, from a copy; the weights it is left with."""
    other, made = copy.deepcopy(network), []
    other.conv.register_forward_hook(lambda _, __, maps: made.append(maps.clone().numpy()))
    with torch.inference_mode():
        return other(batch.clone()).numpy(), made[0], other


@pytest.mark.parametrize("way", WAYS)
def test_whoever_writes_layers_are_told_as_they_were_and_the_answer_is_that_of_the_bare_pass(way):
    network = Does(WAYS[way]).eval()
    batch = torch.randn(1, 3, 8, 8, generator=torch.Generator().manual_seed(4))
    expected, first, after = as_it_runs(network, batch)
    before = copy.deepcopy(network.state_dict())
    trace = capture(network, batch)
    np.testing.assert_array_equal(trace.output, expected)
    np.testing.assert_array_equal(trace["conv"].values, first)
    np.testing.assert_array_equal(trace.input, batch.numpy())
    assert all(torch.equal(values, before[name]) for name, values in network.state_dict().items())
    again = recompute(after, trace, "last", 1, 2, 2)  # what is said to go into it is what went into it, or nothing is
    assert again.value is None or again.difference < 1e-5
    assert set(trace["last"].inputs) <= set(trace)
    assert "last" in receptive_fields(network, (8, 8))


def test_the_clamp_by_data_is_a_layer_of_its_own():
    trace = capture(Does(WAYS[".data"]).eval(), torch.randn(1, 3, 8, 8))
    assert [(made.name, made.kind, made.inputs) for made in trace.values()] == [
        ("conv", "Conv2d", ("input",)),
        ("clamp", "Clamp", ("conv",)),
        ("last", "Conv2d", ("clamp",)),
    ]
    assert np.abs(trace["conv"].values).max() > 0.1
    np.testing.assert_array_equal(trace["clamp"].values, trace["conv"].values.clip(-0.1, 0.1))


def test_reading_by_numpy_changes_nothing():
    reads = plain(lambda maps: maps + float(maps.detach().numpy().max()))
    trace = capture(Does(reads).eval(), torch.randn(1, 3, 8, 8))
    assert trace["add"].whole
    assert trace["last"].whole


def test_a_picture_that_is_overwritten_is_told_as_it_came():
    class Overwrites(nn.Module):
        def forward(self, batch):
            batch[:, 0] = 0
            batch.data.mul_(2)
            return functional.relu(batch)

    batch = torch.randn(1, 3, 4, 4)
    trace = capture(Overwrites(), batch)
    np.testing.assert_array_equal(trace.input, batch.numpy())
    assert not trace["setitem"].values[:, 0].any()
    np.testing.assert_array_equal(trace.output, np.maximum(trace["setitem"].values * 2, 0))


STEPS = (
    lambda one, _: one.data.mul_(1.5),
    lambda one, _: one.relu_(),
    lambda one, _: one[:, :2].add_(1),
    lambda one, other: one.add_(other),
    lambda one, other: one.copy_(other),
    lambda one, _: one.__setitem__((slice(None), 1), 0),
    lambda one, other: torch.sub(one, other, out=one),
    lambda one, _: functional.leaky_relu(one, 0.2, True),  # noqa: FBT003
    lambda one, _: one.view(-1).clamp_(-2, 2),
    lambda one, _: one.detach().numpy().__imul__(0.5),
)


class Muddles(nn.Module):
    """Writes over its own tensors and views of them as it was told."""

    def __init__(self, steps):
        super().__init__()
        self.conv, self.relu, self.steps = nn.Conv2d(3, 4, 1), nn.ReLU(inplace=True), steps

    def forward(self, batch):
        maps = self.conv(batch)
        held = [maps, maps[:, [3, 2, 1, 0]], maps + 1, self.conv(batch).view_as(maps)]
        for step, one, other in self.steps:
            STEPS[step](held[one], held[other])
        return self.relu(held[0]) + held[0] + held[1] * 2 + held[2] * 3 + held[3] * 5


@given(st.lists(st.tuples(st.integers(0, len(STEPS) - 1), st.integers(0, 3), st.integers(0, 3)), max_size=6))
@settings(max_examples=25, deadline=None)
def test_any_muddle_of_writes_answers_as_the_bare_pass(steps):
    torch.manual_seed(1)
    network, batch = Muddles(steps).eval(), torch.randn(1, 3, 3, 3)
    with torch.inference_mode():
        expected, first = network(batch.clone()).numpy(), network.conv(batch).numpy()
    trace = capture(network, batch)
    np.testing.assert_array_equal(trace.output, expected)
    np.testing.assert_array_equal(trace["conv"].values, first)
    np.testing.assert_array_equal(trace["conv_1"].values, first)
