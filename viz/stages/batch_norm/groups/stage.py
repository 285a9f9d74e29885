"""What the stage of the block is sent: one channel of a batch, and mean, deviation and spread of the groups it is in.

Maps [batch, rows, columns] of the chosen channel. Group norm with one group is layer norm, with a group for every
channel instance norm: one table by number of groups holds all three, and RMS norm's squares follow from layer norm's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np
from jaxtyping import Float, Float32

from models.ops.batch_norm import Statistics, statistics
from models.ops.groupings import GROUPINGS
from viz.stages.batch_norm.groups.spread import counts_by_map, finite_range
from viz.stages.kernel.cell import within
from viz.stages.kernel.legal import Bounds
from viz.stages.kernel.payload import encode, pack
from viz.stages.kernel.view import View, among, below, one_of


@dataclass(frozen=True)
class GroupsView(View):
    """What a visitor has settled on: the way of grouping, and one value of the chosen channel."""

    over: str = one_of(GROUPINGS)
    groups: int = among("divisors", start=1)
    item: int = below("batch")
    row: int = below("rows")
    column: int = below("columns")


@dataclass(frozen=True, eq=False)
class Around:
    """The groups that hold values of one channel of a batch, for every way of grouping.

    `divisors`: the numbers of groups that divide the channels; `by_groups`: for each the statistics of the channel's
    own group in every picture; `bins`: for each how that group's values are spread over `limits`.
    """

    shape: tuple[int, int, int, int]
    channel: int
    maps: Float[np.ndarray, "batch rows columns"]
    by_channel: Statistics
    by_location: Statistics
    divisors: tuple[int, ...]
    by_groups: tuple[Statistics, ...]
    bins: Float32[np.ndarray, "divisors batch bins"]
    limits: tuple[float, float]


@dataclass(frozen=True)
class Captions:
    """What the page says of this stage: its text alternative, the saved picture's title and name, every picture's."""

    alt: str
    title: str
    file: str
    pictures: tuple[str, ...]


def divisors_of(channels: int) -> tuple[int, ...]:
    """Into how many groups channels can be divided evenly."""
    return tuple(groups for groups in range(1, channels + 1) if channels % groups == 0)


def around(values: Float[np.ndarray, "batch channels rows columns"], channel: int) -> Around:
    """The groups that hold values of `channel`."""
    batch, channels, rows, columns = values.shape
    own, divisors, limits = values[:, channel : channel + 1], divisors_of(channels), finite_range(values)
    by_map, found, bins = counts_by_map(values, limits), [], []
    for groups in divisors:
        size = channels // groups
        group = slice(channel // size * size, channel // size * size + size)
        found.append(statistics(values[:, group], "layer"))
        bins.append(by_map[:, group].sum(axis=1))
    return Around(
        shape=(batch, channels, rows, columns),
        channel=channel,
        maps=own[:, 0],
        by_channel=statistics(own, "channel"),
        by_location=statistics(own, "location"),
        divisors=divisors,
        by_groups=tuple(found),
        bins=np.stack(bins),
        limits=limits,
    )


def payload(
    shown: Around,
    captions: Captions,
    kinds: Sequence[Mapping[str, object]],
    words: Mapping[str, str],
) -> bytes:
    """Everything the browser needs. `kinds`: what is said of each way of grouping; for "group" once a divisor."""
    header = {
        "shape": shown.shape,
        "channel": shown.channel,
        "divisors": shown.divisors,
        "limits": shown.limits,
        "captions": asdict(captions),
        "kinds": [dict(kind) for kind in kinds],
        "words": dict(words),
    }
    packed = encode(shown.maps)
    planes = {"codes": packed.codes, "low": packed.low, "step": packed.step, "bins_group": shown.bins}
    for name, found in (("channel", [shown.by_channel]), ("location", [shown.by_location]), ("group", shown.by_groups)):
        planes[f"mean_{name}"] = np.stack([each.mean.squeeze() for each in found]).astype(np.float32)
        deviations = [np.sqrt(each.variance.squeeze()) for each in found]
        planes[f"deviation_{name}"] = np.stack(deviations).astype(np.float32)
    return pack(header, planes)


def start_of(shown: Around) -> GroupsView:
    """The view a page begins with: the largest value of the channel, and about as many groups as channels in each."""
    values = np.where(np.isfinite(shown.maps), shown.maps, -np.inf)
    item, row, column = (int(index) for index in np.unravel_index(int(values.argmax()), values.shape))
    root = np.sqrt(shown.shape[1])
    groups = min(shown.divisors, key=lambda each: abs(float(np.log(each / root))))
    return GroupsView(groups=groups, item=item, row=row, column=column)


def bounds_of(shown: Around) -> Bounds:
    """What a view of this block can name."""
    return {**within(shown.shape), "divisors": shown.divisors}
