"""Which values share one mean, worked out: the groups around the chosen channel, and the statistics of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import numpy as np
from jaxtyping import Float

from models.ops.batch_norm import Over, Statistics
from models.ops.groupings import GROUPINGS, Grouping
from pages.batch_norm import cached
from pages.shell.records import Now
from viz.stages.batch_norm.groups.stage import GroupsView

Shape = tuple[int, int, int, int]


@dataclass(frozen=True)
class Kind:
    """A tensor grouped in one `way`, which is called `over`: how many `means`, from how many values (`count`) each."""

    over: str
    way: Grouping
    groups: int
    means: int
    count: int


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
    way = GROUPINGS[over]
    means = way.means(shape, groups)
    return Kind(over, way, groups, means, prod(shape) // means)


def over_of(view: GroupsView) -> Over:
    """The chosen way of grouping as `statistics` takes it."""
    return ("group", view.groups) if GROUPINGS[view.over].split else view.over


def case(now: Now, view: GroupsView) -> Case:
    """The statistics of all groups by hand, beside PyTorch's."""
    kind = kind_of(shape_of(now), view.over, view.groups)
    found = cached.group_moments(now, over_of(view))
    groups = kind.groups if kind.way.split else None
    mean, variance = cached.group_moments_by_torch(now, view.over, groups)
    pairs = ((found.mean, mean), (found.variance, variance))
    difference = max(float(np.abs(own.ravel() - other.ravel()).max()) for own, other in pairs)
    return Case(kind, found, difference, max(float(np.abs(own).max()) for own, _ in pairs))


def deviations(found: Statistics) -> Float[np.ndarray, "means_batch means_channels means_rows means_columns"]:
    """The standard deviation of every group; without a mean, the root of its mean square."""
    return np.asarray(np.sqrt(found.variance))
