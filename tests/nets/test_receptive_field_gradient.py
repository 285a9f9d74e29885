"""The box of a unit is where its gradient is not zero, and reading it leaves the network alone."""

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from models.nets.bundled.cifar10 import Cifar10
from models.nets.receptive_field import Box, effective, receptive_fields
from models.nets.structure.outline import outline


class Residual(nn.Module):
    """Two branches of different reach that meet, one of them strided and dilated."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 4, 5, stride=2, padding=2)
        self.long = nn.Sequential(nn.Conv2d(4, 4, 3, padding=2, dilation=2), nn.BatchNorm2d(4), nn.ReLU())
        self.short = nn.Conv2d(4, 4, 1)
        self.pool = nn.AvgPool2d(3, stride=2, padding=1)

    def forward(self, batch):
        batch = self.stem(batch)
        return self.pool(functional.relu(self.long(batch) + self.short(batch)))


class Mixed(nn.Module):
    """Branches side by side, kernels that are not square, functional pooling, a margin of its own."""

    def __init__(self):
        super().__init__()
        self.wide = nn.Conv2d(3, 4, (1, 7), padding=(0, 3))
        self.tall = nn.Conv2d(3, 4, (5, 3), padding="same")
        self.last = nn.Conv2d(11, 2, 3, stride=(2, 1))

    def forward(self, batch):
        pooled = functional.avg_pool2d(batch, 3, stride=1, padding=1)
        maps = torch.cat([self.wide(batch), self.tall(batch), pooled], 1)
        return self.last(functional.pad(maps, (1, 0, 2, 0)))


def plain():
    return nn.Sequential(
        nn.Conv2d(3, 4, 3), nn.ReLU(inplace=True), nn.AvgPool2d(2), nn.Conv2d(4, 4, 4, stride=3, padding=1), nn.ReLU6()
    )


def made_positive(module):
    """Weights so small and positive that no path through the network can cancel or saturate."""
    with torch.no_grad():
        for weights in module.parameters():
            weights.fill_(0.01)
    return module.double().eval()


def seen(gradient):
    rows, columns = (np.flatnonzero(gradient.any(axis=axis)) for axis in (1, 0))
    return Box(int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1)


@pytest.mark.parametrize("build", [Residual, Mixed, plain])
def test_the_box_is_where_the_gradient_is_not_zero(build):
    module, size = made_positive(build()), (40, 34)
    batch = torch.ones(1, 3, *size, dtype=torch.float64)
    fields = receptive_fields(module, size)
    for step in outline(module, size).steps:
        rows, columns = step.tensor.shape[2:]
        for row, column in sorted({(0, 0), (1, columns // 3), (rows // 2, columns - 1), (rows - 1, 0)}):
            gradient = effective(module, batch, step.name, row, column, channel=0)
            box = fields[step.name].box(row, column)
            if not gradient.any():
                assert step.kind == "Pad"  # a unit in the margin sees nothing
            elif step.kind in ("Cat", "Pad"):  # one channel is of one branch, the box is of all of them
                assert contains(box, seen(gradient))
            else:
                assert seen(gradient) == box, (step.name, row, column)


def contains(outer, inner):
    return (
        outer.top <= inner.top
        and outer.left <= inner.left
        and outer.bottom >= inner.bottom
        and outer.right >= inner.right
    )


def test_reading_the_geometry_leaves_the_network_alone():
    module = Cifar10().train()
    weights = [value.clone() for value in module.state_dict().values()]
    receptive_fields(module, (32, 32))
    assert module.training
    assert all(torch.equal(now, then) for now, then in zip(module.state_dict().values(), weights, strict=True))
    assert all(value.device.type == "cpu" for value in module.parameters())
