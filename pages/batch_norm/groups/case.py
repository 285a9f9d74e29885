"""Which values share one mean, worked out: the groups around the chosen channel, and the statistics of all groups."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from models.ops.batch_norm import AVERAGED_AXES, Over, Statistics
from pages.shell import cached
from pages.shell.records import Now
from viz.stages.batch_norm.groups.stage import View

Shape = tuple[int, int, int, int]
CHANNELS_LAST = {"channel": (0, 1, 2), "location": (0,), "layer": (1, 2, 3), "instance": (1, 2)}
GROUPED, GROUPED_LAST = (2, 3, 4), (1, 2, 4)


@dataclass(frozen=True)
class Kind:
    """One way of grouping a tensor: how many `means`, from how many values (`count`) each, over which axes.

    `axes` of [B, C, H, W], `axes_last` of [B, H, W, C]; for groups the channels are first split into two axes.
    """

    over: str
    groups: int
    means: int
    count: int
    axes: tuple[int, ...]
    axes_last: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Case:
    """The statistics of all groups of the chosen way, and how far PyTorch's are from them at most.

    `largest`: the largest mean or variance, in size, to judge the difference by.
    """

    kind: Kind
    found: Statistics
    difference: float
    largest: float


def shape_of(now: Now) -> Shape:
    """The tensor's [B, C, H, W]."""
    batch, channels, rows, columns = now.values.shape
    return batch, channels, rows, columns


def kind_of(shape: Shape, over: str, groups: int = 1) -> Kind:
    """How a tensor of this shape is grouped."""
    batch, channels, rows, columns = shape
    means = {
        "channel": channels,
        "location": channels * rows * columns,
        "layer": batch,
        "instance": batch * channels,
        "group": batch * groups,
    }[over]
    axes, last = AVERAGED_AXES.get(over, GROUPED), CHANNELS_LAST.get(over, GROUPED_LAST)
    return Kind(over, groups, means, batch * channels * rows * columns // means, axes, last)


def over_of(view: View) -> Over:
    """The chosen way of grouping as `statistics` takes it."""
    return ("group", view.groups) if view.over == "group" else view.over


def case(now: Now, view: View) -> Case:
    """The statistics of all groups by hand, beside PyTorch's."""
    kind = kind_of(shape_of(now), view.over, view.groups)
    found = cached.group_moments(now, over_of(view))
    groups = kind.groups if kind.over == "group" else None
    mean, variance = cached.group_moments_by_torch(now, kind.axes, groups)
    pairs = ((found.mean, mean), (found.variance, variance))
    difference = max(float(np.abs(own.ravel() - other.ravel()).max()) for own, other in pairs)
    return Case(kind, found, difference, max(float(np.abs(own).max()) for own, _ in pairs))


def deviations(found: Statistics) -> Float[np.ndarray, "means_batch means_channels means_rows means_columns"]:
    """The standard deviation of every group."""
    return np.asarray(np.sqrt(found.variance))
