"""Odd things between two convolutions: what is called exact is what the gradient says; the rest is unknown, and why."""

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from models.nets.receptive_field import Box, receptive_fields

SIZES = ((8, 8), (8, 12))  # square, so that axes may be confused unseen; and not


class Odd(nn.Module):
    """What is odd, after a convolution and before a sum over every window of three."""

    def __init__(self, function):
        super().__init__()
        self.before, self.function = nn.Conv2d(3, 8, 3, padding=1, bias=False), function
        with torch.no_grad():
            self.before.weight.fill_(0.1)

    def forward(self, batch):
        maps = self.function(self.before(batch))
        return functional.conv2d(maps, torch.ones(4, maps.shape[1], 3, 3, dtype=maps.dtype), padding=1)


def windows_of_two(x):
    batch, channels, rows, columns = x.shape
    cut = x.view(batch, channels, rows // 2, 2, columns // 2, 2).permute(0, 2, 4, 1, 3, 5)
    return cut.reshape(-1, channels, 2, 2).mean((2, 3)).view(batch, rows // 2, columns // 2, -1).permute(0, 3, 1, 2)


def grouped(x):
    batch, channels, *places = x.shape
    return x.view(batch, 2, channels // 2, *places).transpose(1, 2).reshape(x.shape)


EXACT = {
    "every second": lambda x: x[..., ::2, 1::2],
    "space to depth": lambda x: torch.cat([x[..., ::2, ::2], x[..., 1::2, ::2], x[..., ::2, 1::2]], 1),
    "pixel shuffle": lambda x: functional.pixel_shuffle(x, 2),
    "pixel unshuffle": lambda x: functional.pixel_unshuffle(x, 2),
    "flipped": lambda x: x.flip(2),
    "flipped both ways": lambda x: torch.flip(x, [-1, 2]),
    "flipped, axes one by one": lambda x: x.flip(1, 2),
    "rolled": lambda x: torch.roll(x, 2, 3),
    "rolled both ways": lambda x: x.roll((1, -3), dims=(2, 3)),
    "circular padding": lambda x: functional.pad(x, (2, 1, 1, 2), mode="circular"),
    "uneven padding": lambda x: functional.pad(x, (3, 0, 0, 1)),
    "cropped and padded": lambda x: functional.pad(x, (-1, 0, -2, 1)),
    "ceil mode": lambda x: functional.avg_pool2d(x, 3, 2, ceil_mode=True),
    "dilated": lambda x: functional.conv2d(x, torch.ones(8, 8, 3, 2, dtype=x.dtype), padding=(2, 0), dilation=(2, 3)),
    "1 × 1 with a stride": lambda x: functional.conv2d(x, torch.ones(8, 8, 1, 1, dtype=x.dtype), stride=(3, 2)),
    "a norm of windows": lambda x: functional.lp_pool2d(x, 1, 2),
    "corner on corner": lambda x: functional.interpolate(x, size=(5, 7), mode="bilinear", align_corners=True),
    "groups of channels": grouped,
    "half of the channels": lambda x: x.chunk(2, 1)[1],
    "channels last and back": lambda x: x.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2),
    "strides that differ": lambda x: functional.avg_pool2d(x, 2) + x[..., : x.shape[2] // 2, : x.shape[3] // 2],
}
TANGLED = {
    "half of the rows": lambda x: x.chunk(2, 2)[1],
    "the first rows": lambda x: x.split([5, x.shape[2] - 5], 2)[0],
    "half of the columns": lambda x: x.tensor_split(2, 3)[1],
    "halves, changed about": lambda x: torch.cat(x.chunk(2, 3)[::-1], 3),
    "rows turned about": lambda x: torch.stack(x.unbind(2)[::-1], 2),
    "transposed": lambda x: x.transpose(2, 3),
    "transposed as a list of places": lambda x: x.flatten(2).transpose(1, 2).reshape(x.shape),
    "channels for rows": lambda x: x.permute(0, 2, 3, 1).reshape(x.shape),
    "rows in another order": lambda x: x[:, :, [1, 0, 3, 2]],
    "sorted": lambda x: x.sort(2)[0],
    "windows": windows_of_two,
    "written into": lambda x: x.clone().index_fill_(2, torch.tensor([1]), 0),
    "moved along": lambda x: x.view(x.shape[0], x.shape[1] // 2, x.shape[2] * 2, x.shape[3]),
    "rolled without axes": lambda x: x.roll(3),
}


def gradient_box(made, batch, row, column):
    (gradient,) = torch.autograd.grad(made[:, :, row, column].sum(), batch, retain_graph=True)
    reached = gradient.abs().sum(dim=(0, 1)).numpy()
    rows, columns = (np.flatnonzero(reached.sum(axis=axis)) for axis in (1, 0))
    return Box(int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1) if len(rows) else Box(0, 0, 0, 0)


def field_and_gradient(function, size):
    """The field of the last layer; whether each of its boxes is the gradient's."""
    module = Odd(function).double()
    field = list(receptive_fields(module, size).values())[-1]
    if field.scope == "unknown":
        return field, None
    batch = torch.rand(2, 3, *size, dtype=torch.float64, requires_grad=True)
    made = module(batch)
    assert field.places == tuple(made.shape[2:])
    right = [gradient_box(made, batch, *place) == field.box(*place) for place in np.ndindex(*field.places)]
    return field, all(right)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", EXACT)
def test_what_is_exact_is_what_the_gradient_says(name, size):
    field, right = field_and_gradient(EXACT[name], size)
    assert (field.scope, right) == ("exact", True)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", TANGLED)
def test_what_loses_places_is_not_called_exact(name, size):
    field, right = field_and_gradient(TANGLED[name], size)
    assert right is not False
    assert field.scope == "exact" or field.reason


class Columns(nn.Module):
    """A fully connected layer on maps, by hand or as a module, so that it mixes the columns of each row."""

    def __init__(self, *, function, outputs):
        super().__init__()
        self.before, self.after = nn.Conv2d(3, 4, (3, 2), stride=(2, 1)), nn.Conv2d(4, 2, (2, 1), padding=(1, 0))
        self.mix, self.function = nn.Linear(11, outputs), function

    def forward(self, batch):
        maps = self.before(batch)
        mixed = nn.functional.linear(maps, self.mix.weight) if self.function else self.mix(maps)
        return self.after(mixed)


@pytest.mark.parametrize("function", [False, True])
@pytest.mark.parametrize("outputs", [1, 4, 11, 15])
def test_a_layer_that_mixes_columns_sees_whole_rows_and_no_others(function, outputs):
    module = Columns(function=function, outputs=outputs).double().eval()
    fields = receptive_fields(module, (13, 12))
    picture = torch.randn(1, 3, 13, 12, dtype=torch.float64, requires_grad=True)
    for name, made in (("linear" if function else "mix", None), ("after", module(picture))):
        field = fields[name]
        assert field.scope == "exact"
        assert field.places[1] == outputs
        assert {(field.box(row, 0).left, field.box(row, 0).right) for row in range(field.places[0])} == {(0, 12)}
        if made is not None:
            for row in range(made.shape[2]):
                (gradient,) = torch.autograd.grad(made[0, :, row, outputs // 2].sum(), picture, retain_graph=True)
                rows = gradient[0].abs().sum((0, 2)).nonzero().flatten().tolist()
                assert (field.box(row, outputs // 2).top, field.box(row, outputs // 2).bottom) == (
                    rows[0],
                    rows[-1] + 1,
                )
