"""Networks that look at their values: fields follow the way that a picture takes, and claim nothing without one."""

import random

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from models.nets.receptive_field import Box, depend_on_picture, receptive_fields

SIZE = (20, 18)


class Deciding(nn.Module):
    """Two convolutions with something decided between them."""

    def __init__(self, decide):
        super().__init__()
        self.first, self.second = nn.Conv2d(3, 4, 3), nn.Conv2d(4, 4, 3)
        self.scale = nn.Parameter(torch.tensor(2.0))
        self.decide = decide

    def forward(self, x):
        return self.second(self.decide(self, self.first(x), x))


def pooled_if(looks):
    return lambda _, made, x: functional.max_pool2d(made, 2) if looks(x) else made


LOOKS = {
    "bool": pooled_if(lambda x: x.max() > 0.5),
    "bool of a mean of maps": lambda net, made, _: functional.max_pool2d(made, 2) if swing(net, made) > 0.1 else made,
    "any": pooled_if(lambda x: (x > 0.5).any()),
    "not": pooled_if(lambda x: not (x <= 0.5).all()),
    "a whole number": pooled_if(lambda x: int(x.max() + 0.5)),
    "an index": pooled_if(lambda x: [False, True][(x.max() > 0.5).long()]),
    "a count": pooled_if(lambda x: len(torch.nonzero(x > 0.5))),
    "equal": pooled_if(lambda x: not torch.equal(x, x.clamp(max=0.5))),
    "how many a mask picks": pooled_if(lambda x: x[x > 0.5].numel()),
    "how many masks of rows pick": pooled_if(lambda x: len(x[:, 0][..., 0, :][(x[:, 0] > 0.5).any(1)])),
    "how many are selected": pooled_if(lambda x: x.masked_select(x > 0.5).shape[0]),
    "where a condition holds": pooled_if(lambda x: len(torch.where(x > 0.5)[0])),
    "whether a number is there": pooled_if(lambda x: x.max() in x.clamp(min=0.5)),
    "a loop": lambda _, made, x: pooled_while(made, x),
    "a size": lambda _, made, x: functional.max_pool2d(made, 1 + int(x.max() + 0.5)),
}


def swing(net, made):
    return (made - net.first.bias[:, None, None]).abs().mean()


def pooled_while(made, x):
    while made.shape[2] > 10 and x.max() > 0.5:
        made = functional.max_pool2d(made, 2)
    return made


def gradient_box(module, picture, row, column):
    """What of the picture moves a unit, over many pictures that are as bright: then maxima lie everywhere."""
    torch.manual_seed(1)
    batch = torch.rand(200, 3, *SIZE) * picture.max()
    batch[:, 0, 0, 0] = picture.max()
    reached = torch.zeros(SIZE)
    for one in batch.split(1):
        one.requires_grad_()
        (gradient,) = torch.autograd.grad(module(one)[0, :, row, column].sum(), one)
        reached += gradient.abs().sum(dim=(0, 1))
    rows, columns = (np.flatnonzero(reached.sum(dim=axis).numpy()) for axis in (1, 0))
    return Box(int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1)


@pytest.mark.parametrize("name", LOOKS)
def test_fields_follow_the_way_of_the_picture(name):
    torch.manual_seed(0)
    module = Deciding(LOOKS[name])
    for brightness, size, stride in ((1.0, (8, 8), (2, 2)), (0.1, (5, 5), (1, 1))):
        picture = torch.rand(1, 3, *SIZE) * 0.2 + brightness - 0.1
        field = receptive_fields(module, SIZE, picture=picture)["second"]
        assert (field.scope, field.size, field.stride) == ("exact", size, stride)
        if name in ("bool", "a loop"):
            assert field.box(2, 3) == gradient_box(module, picture, 2, 3)


@pytest.mark.parametrize("name", LOOKS)
def test_without_a_picture_nothing_is_claimed_from_the_first_look_on(name):
    fields = receptive_fields(Deciding(LOOKS[name]), SIZE)
    assert (fields["first"].scope, fields["second"].scope) == ("exact", "unknown")
    assert "depends on the picture" in fields["second"].reason
    assert depend_on_picture(fields)


@pytest.mark.parametrize(
    "reads",
    [
        lambda x: x.max().item(),
        lambda x: float(x.mean()),
        lambda x: max(x.flatten().tolist()),
        lambda x: x.numpy().max(),
        lambda x: f"{x.max():.3f}",
        lambda x: len(repr(x)),
        lambda x: x.untyped_storage()[3],
    ],
)
def test_a_number_that_is_read_may_go_anywhere(reads):
    module = Deciding(lambda _, made, x: made * float(reads(x.detach())))
    for picture in (None, torch.rand(1, 3, *SIZE)):
        field = receptive_fields(module, SIZE, picture=picture)["second"]
        assert field.scope == "unknown"
        assert "reads a number" in field.reason
        assert "depends on the picture" in field.reason


@pytest.mark.parametrize(
    "throw", [lambda: torch.rand(1) < 0.5, lambda: torch.randint(2, (1,)), lambda: torch.rand(()).mul(2) > 1]
)
def test_what_is_left_to_chance_is_not_claimed(throw):
    module = Deciding(lambda _, made, __: functional.max_pool2d(made, 2) if throw() else made)
    for picture in (None, torch.rand(1, 3, *SIZE)):
        field = receptive_fields(module, SIZE, picture=picture)["second"]
        assert (field.scope, field.reason) == ("unknown", "which way the network takes to it is left to chance")


@pytest.mark.parametrize(
    "decide",
    [
        lambda net, made, _: functional.max_pool2d(made, 2) if net.scale > 1 else made,
        lambda net, made, _: functional.max_pool2d(made, int(net.scale)),
        lambda net, made, _: functional.max_pool2d(made, 2) * net.scale.item(),
        lambda _, made, x: functional.max_pool2d(made, 2) if x.shape[2] > 4 else made,
        lambda net, made, _: functional.dropout(functional.max_pool2d(made, 2), training=net.training),
    ],
)
def test_what_the_network_itself_decides_is_known(decide):
    module = Deciding(decide).train()
    field = receptive_fields(module, SIZE)["second"]
    assert (field.scope, field.size) == ("exact", (8, 8))
    assert not depend_on_picture(receptive_fields(module, SIZE))
    assert module.training


def test_a_loop_that_would_not_end_on_an_empty_picture_ends():
    def brightened(_, made, x):
        while x.max() < 1:
            x = x * 2
        return made

    assert receptive_fields(Deciding(brightened), SIZE)["second"].scope == "unknown"


def test_the_module_and_the_picture_are_left_alone():
    module, picture = Deciding(LOOKS["bool"]), torch.rand(1, 3, *SIZE)
    before = picture.clone()
    random.seed(0)
    state = torch.get_rng_state()
    receptive_fields(module, SIZE, picture=picture)
    assert torch.equal(picture, before)
    assert torch.equal(torch.get_rng_state(), state)


def test_a_mask_of_the_networks_own_decides_nothing():
    mask = torch.tensor([True, True, True, True])
    fields = receptive_fields(Deciding(lambda _, made, __: made[:, mask]), SIZE)
    assert not depend_on_picture(fields)
