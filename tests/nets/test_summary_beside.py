"""What is counted beside the layers: functions without a formula, layers run several times, the way taken."""

import pytest
import torch
from torch import nn

from models.nets.capture import capture
from models.nets.own.fitting import fit
from models.nets.structure.summary import multiply_adds_by_torch, summarize
from tests.nets.summed import counted, summed_up


class Besides(nn.Module):
    """A convolution and a linear layer, and between them what has no formula here."""

    def __init__(self, function, size):
        super().__init__()
        self.conv, self.function, self.last = nn.Conv2d(3, 4, 3, padding=1), function, nn.Linear(size, 2)
        self.own = nn.ModuleList([nn.Conv3d(4, 4, 1), nn.Conv1d(4, 4, 3), nn.MultiheadAttention(4, 2)])
        self.tokens, self.table = nn.Linear(4, 4), nn.Parameter(torch.ones(6, 6))

    def forward(self, batch):
        return self.last(self.function(self, self.conv(batch)).flatten(1))


def tokens(maps):
    return maps.flatten(2).transpose(1, 2)


BESIDES = {
    "three axes": lambda own, x: own.own[0](x[:, :, None]),
    "one axis": lambda own, x: own.own[1](x.mean(2)),
    "a product": lambda own, x: x @ own.table,
    "einsum": lambda own, x: torch.einsum("bcij,jk->bcik", x, own.table),
    "attention": lambda _, x: nn.functional.scaled_dot_product_attention(*[tokens(x)[:, None]] * 3),
    "attention of torch.nn": lambda own, x: own.own[2](*[tokens(x)] * 3)[0],
    "addmm": lambda own, x: torch.addmm(own.table[0], x.mean((1, 2)), own.table),
    "a layer on tokens": lambda own, x: own.tokens(tokens(x)),
    "weights made of weights": lambda own, x: x * nn.functional.linear(own.table, own.table),
}


@pytest.mark.parametrize("function", BESIDES.values(), ids=list(BESIDES))
def test_what_has_no_formula_is_counted_beside_the_layers_and_is_no_disagreement(function):
    with torch.no_grad():
        size = function(Besides(function, 1), torch.zeros(1, 4, 6, 6)).numel()
    module = Besides(function, size).eval()
    network = fit("mine", module, (6, 6), ((0.0,), (1.0,)), (), "for tests")
    layers, besides = multiply_adds_by_torch(network)
    assert layers == summed_up(network.module, 3, 6, 6).multiply_adds == 4 * 27 * 36 + 2 * size
    assert besides > 0
    assert layers + besides == counted(network.module, 3, 6, 6)


class Parts(nn.Module):
    """One picture cut into four, or laid beside its mirror image, and all of them answered as a batch."""

    def __init__(self, *, cut):
        super().__init__()
        self.cut, self.conv, self.last = cut, nn.Conv2d(3, 4, 3, padding=1), nn.Linear(4, 2)

    def forward(self, batch):
        parts = batch.unfold(2, 4, 4).unfold(3, 4, 4).permute(0, 2, 3, 1, 4, 5).reshape(-1, 3, 4, 4)
        shown = parts if self.cut else torch.cat([batch, batch.flip(3)])
        return self.last(self.conv(shown).mean((2, 3))).mean(0, keepdim=True)


@pytest.mark.parametrize("cut", [True, False])
def test_a_layer_that_runs_on_several_parts_of_a_picture_is_counted_for_each(cut):
    network = fit("mine", Parts(cut=cut).eval(), (8, 8), ((0.0,), (1.0,)), (), "for tests")
    expected = counted(network.module, 3, 8, 8)
    assert multiply_adds_by_torch(network) == (expected, 0)
    assert summed_up(network.module, 3, 8, 8).multiply_adds == expected


class TakesAWay(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.more, self.last = nn.Conv2d(3, 4, 3), nn.Conv2d(4, 4, 1), nn.Linear(4, 2)

    def forward(self, batch):
        maps = self.conv(batch)
        return self.last((self.more(maps) if batch.mean() > 0 else maps).mean((2, 3)))


def test_the_way_a_picture_takes_is_the_way_that_is_counted():
    network = fit("mine", TakesAWay().eval(), (8, 8), ((0.0,), (1.0,)), (), "for tests")
    for picture in (torch.ones(1, 3, 8, 8), -torch.ones(1, 3, 8, 8)):
        found = summarize(network, capture(network, picture)).multiply_adds
        assert multiply_adds_by_torch(network, picture.numpy()) == (found, 0)
