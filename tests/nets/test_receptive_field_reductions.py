"""Maps made smaller by a maximum, a mean, a norm … over channels, rows or columns: fields as the gradient has them.

The oracle: random positive weights and a random picture; of every unit the smallest box around the pixels with a
gradient, over many pictures for those that let through one value alone.
"""

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from models.nets.capture import capture
from models.nets.receptive_field import Box, receptive_fields

SIZE = (12, 10)


class Reducing(nn.Module):
    """A convolution, then what is asked for."""

    def __init__(self, reduce):
        super().__init__()
        self.conv = nn.Conv2d(3, 6, 3, stride=2, padding=1)
        self.reduce = reduce

    def forward(self, x):
        return self.reduce(self.conv(x))


def gradient_box(module, row, column, pictures=300):
    """The smallest box around all pixels that ever have a gradient."""
    torch.manual_seed(0)
    batch = torch.rand(pictures, 3, *SIZE, dtype=torch.float64, requires_grad=True)
    made = module.double()(batch)
    unit = made[:, :, row, column] if made.dim() == 4 else made
    (gradient,) = torch.autograd.grad(unit.sum(), batch)
    rows, columns = (np.flatnonzero(gradient.abs().sum(dim=(0, 1, axis)).numpy()) for axis in (3, 2))
    return Box(int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1)


OVER_CHANNELS = {
    "amax": lambda x: x.amax(1, keepdim=True),
    "amax of torch": lambda x: torch.amax(x, dim=1, keepdim=True),
    "amin": lambda x: x.amin(dim=(1,), keepdim=True),
    "max with places": lambda x: x.max(1, keepdim=True)[0],
    "min by name": lambda x: torch.min(x, dim=1, keepdim=True).values,
    "median": lambda x: x.median(dim=-3, keepdim=True)[0],
    "mean": lambda x: x.mean(1, keepdim=True),
    "sum": lambda x: torch.sum(x, -3, keepdim=True),
    "norm": lambda x: x.norm(2, 1, True),  # noqa: FBT003, the form that is tested
    "norm by name": lambda x: torch.norm(x, p=2, dim=1, keepdim=True),
    "vector norm": lambda x: torch.linalg.vector_norm(x, dim=1, keepdim=True),
    "logsumexp": lambda x: x.logsumexp(1, keepdim=True),
    "std": lambda x: x.std(1, keepdim=True),
    "std of torch": lambda x: torch.std(x, 1, True, True),  # noqa: FBT003, likewise
    "var": lambda x: torch.var(x, dim=1, correction=0, keepdim=True),
    "prod": lambda x: x.prod(1, keepdim=True),
    "normalize": functional.normalize,
    "spatial attention": lambda x: (
        x * torch.cat([x.mean(1, keepdim=True), x.max(1, keepdim=True)[0]], 1).amax(1, keepdim=True)
    ),
}


@pytest.mark.parametrize("name", OVER_CHANNELS)
def test_over_channels_nothing_changes(name):
    module = Reducing(OVER_CHANNELS[name])
    fields = receptive_fields(module, SIZE)
    last = list(fields)[-1]
    field = fields[last]
    assert field.scope == "exact", field.reason
    assert (field.size, field.stride, field.padding) == ((3, 3), (2, 2), (1, 1))
    for row, column in ((0, 0), (2, 3), (5, 4)):
        assert field.box(row, column) == gradient_box(module, row, column)
    assert last in capture(module.float(), torch.rand(1, 3, *SIZE))


OVER_A_MAP = {
    "amax": lambda x: x.amax((2, 3)),
    "amax, maps kept": lambda x: x.amax(dim=(-1, -2), keepdim=True),
    "amin": lambda x: torch.amin(x, (2, 3)),
    "sum": lambda x: x.sum([2, 3]),
    "mean": lambda x: torch.mean(x, dim=(2, 3), keepdim=True),
    "logsumexp": lambda x: torch.logsumexp(x, (2, 3)),
    "norm": lambda x: x.norm(dim=(2, 3), p=2),
    "vector norm": lambda x: torch.linalg.vector_norm(x, 2, (2, 3)),
    "std": lambda x: x.std((2, 3)),
    "var": lambda x: x.var(dim=(2, 3), unbiased=False),
    "a maximum and a mean": lambda x: x.amax((2, 3), keepdim=True) + x.mean((2, 3), keepdim=True),
}


@pytest.mark.parametrize("name", OVER_A_MAP)
def test_over_a_map_one_unit_sees_all_that_the_map_sees(name):
    module = Reducing(OVER_A_MAP[name])
    fields = receptive_fields(module, SIZE)
    field = fields[list(fields)[-1]]
    assert field.scope == "whole image"
    assert field.box(0, 0) == gradient_box(module, 0, 0) == Box(0, 0, *SIZE)


def test_over_a_map_that_does_not_see_all_it_is_the_part_it_sees():
    module = Reducing(lambda x: x[:, :, 1:4, 1:3].amax((2, 3), keepdim=True))
    fields = receptive_fields(module, SIZE)
    field = fields["amax"]
    assert (field.scope, field.box(0, 0)) == ("exact", Box(1, 1, 8, 6))
    assert field.box(0, 0) == gradient_box(module, 0, 0)


@pytest.mark.parametrize("reduce", [lambda x: x.amax(2, keepdim=True), lambda x: x.max(2, keepdim=True)[0]])
def test_over_rows_each_column_keeps_its_own(reduce):
    module = Reducing(reduce)
    fields = receptive_fields(module, SIZE)
    field = fields[list(fields)[-1]]
    for column in range(5):
        assert field.box(0, column) == gradient_box(module, 0, column)


@pytest.mark.parametrize(
    "reduce", [lambda x: x.amax((1, 2)), lambda x: x.sum((1, 3)), lambda x: x.amax(0, keepdim=True), lambda x: x.std()]
)
def test_what_is_left_of_other_axes_is_not_called_exact(reduce):
    module = Reducing(lambda x: reduce(x) if reduce(x).dim() else x * reduce(x))
    fields = receptive_fields(module, SIZE)
    field = fields[list(fields)[-1]]
    assert field.scope in ("unknown", "whole image")
    assert field.reason


def test_features_made_of_all_features_see_what_all_of_them_see():
    module = Reducing(lambda x: x.amax((2, 3)).norm(dim=1, keepdim=True))
    fields = receptive_fields(module, SIZE)
    assert [field.scope for field in fields.values()] == ["exact", "whole image", "whole image"]


def test_the_larger_of_two_maps_is_a_branch():
    module = Reducing(lambda x: torch.max(x, functional.avg_pool2d(x, 3, 1, 1)))
    field = receptive_fields(module, SIZE)["max"]
    assert (field.scope, field.size) == ("exact", (7, 7))
    for row, column in ((0, 0), (2, 3), (5, 4)):
        assert field.box(row, column) == gradient_box(module, row, column)
