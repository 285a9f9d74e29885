"""What is said about groups: their numbers in sentences, a table to keep, the same in PyTorch."""

from __future__ import annotations

import csv
import io
from itertools import product

import numpy as np

from models.ops.groupings import GROUPINGS
from pages.batch_norm.groups.case import Case, Kind, Shape, deviations, kind_of
from pages.batch_norm.lines import batch_code
from pages.shell import export
from pages.shell.language import counted, number, say, scientific, whole
from pages.shell.proof import Proof, agree, apart
from pages.shell.records import Now

AXES = ("picture", "channel", "row", "column")
CENTRED = "variance, mean = torch.var_mean(grouped, dim={axes}, correction=0)"
UNCENTRED = "variance = grouped.square().mean(dim={axes})  # no mean is taken off\nmean = torch.zeros_like(variance)"


def kinds(shape: Shape, divisors: tuple[int, ...]) -> list[dict[str, object]]:
    """What the stage says of every way of grouping; of groups once for each number of them."""
    ways = [(over, groups) for over, way in GROUPINGS.items() for groups in (divisors if way.split else (1,))]
    return [_said(shape, kind_of(shape, over, groups)) for over, groups in ways]


def _said(shape: Shape, kind: Kind) -> dict[str, object]:
    means, count = counted("batch_norm_groups.means", kind.means), counted("batch_norm_groups.values", kind.count)
    short = "batch_norm_groups.short_group" if kind.way.split else "batch_norm_groups.short"
    return {
        "over": kind.over,
        "groups": kind.groups,
        "counted": told(shape, kind),
        "short": say(short, means=means, count=count),
        "count": count,
        "axes_first": str(kind.way.axes),
        "axes_last": str(kind.way.axes_last),
        "centred": kind.way.centred,
    }


def told(shape: Shape, kind: Kind) -> str:
    """How many means there are, and from how many values each."""
    batch, channels, rows, columns = shape
    return say(
        f"batch_norm_groups.counted_{kind.over}",
        batch=batch,
        channels=channels,
        rows=rows,
        columns=columns,
        pictures=counted("batch.pictures", batch),
        planes=counted("batch_norm_groups.channels", channels),
        split=counted("batch_norm_groups.groups", kind.groups),
        size=channels // kind.groups,
        means=counted("batch_norm_groups.means", kind.means),
        count=counted("batch_norm_groups.values", kind.count),
    )


def reading(shape: Shape, case: Case) -> str:
    """Per channel against per location, and the chosen way on this tensor."""
    mean, deviation = case.found.mean, deviations(case.found)
    chosen = say(
        "batch_norm_groups.reading_chosen" if case.kind.way.centred else "batch_norm_groups.reading_uncentred",
        over=say(f"batch_norm_groups.over.{case.kind.over}"),
        low=number(mean.min()),
        high=number(mean.max()),
        narrow=number(deviation.min()),
        wide=number(deviation.max()),
    )
    return " ".join([_against(shape), *_limits(shape), chosen])


def _against(shape: Shape) -> str:
    batch, channels, rows, columns = shape
    by_channel, by_location = kind_of(shape, "channel"), kind_of(shape, "location")
    return say(
        "batch_norm_groups.reading",
        batch=batch,
        channels=channels,
        rows=rows,
        columns=columns,
        all=whole(np.prod(shape)),
        channel_means=counted("batch_norm_groups.means", by_channel.means),
        channel_count=counted("batch_norm_groups.values", by_channel.count),
        location_means=counted("batch_norm_groups.means", by_location.means),
        location_count=counted("batch_norm_groups.values", by_location.count),
        ratio=whole(rows * columns),
    )


def _limits(shape: Shape) -> list[str]:
    """Where grouping comes to its limits: one picture, maps of one value."""
    batch, _, rows, columns = shape
    if rows * columns == 1:
        return [say("batch_norm_groups.reading_nothing" if batch == 1 else "batch_norm_groups.reading_point")]
    if batch == 1:
        return [
            say("batch_norm_groups.reading_single", channel_count=counted("batch_norm_groups.values", rows * columns))
        ]
    return []


def proof(shape: Shape, case: Case) -> Proof:
    """NumPy beside PyTorch."""
    kind = case.kind
    batch, channels, rows, columns = shape
    split = [batch, kind.groups, channels // kind.groups, rows, columns]
    return Proof(
        say(
            "batch_norm_groups.proof" if kind.way.centred else "batch_norm_groups.proof_uncentred",
            over=say(f"batch_norm_groups.over.{kind.over}"),
            axes=kind.way.axes,
            reshaped=say("batch_norm_groups.proof_reshaped", shape=split) if kind.way.split else "",
            means=whole(kind.means),
            difference=apart(case.difference),
            relative=scientific(case.difference / case.largest, 1) if case.difference else "0",
        ),
        holds=agree(case.difference, case.largest),
    )


def table(shape: Shape, case: Case) -> str:
    """A CSV with one line a mean."""
    file = io.StringIO()
    lines = csv.writer(file)
    mean, deviation = case.found.mean, deviations(case.found)
    varies = [axis for axis, name in enumerate(_axes(case.kind)) if name]
    names = [name for name in _axes(case.kind) if name]
    spread = "deviation" if case.kind.way.centred else "root"
    lines.writerow([say(f"batch_norm_groups.columns.{name}") for name in (*names, "mean", spread, "count")])
    size = shape[1] // case.kind.groups
    for place in product(*(range(length) for length in mean.shape)):
        where = [_named(place[axis], name, size) for axis, name in zip(varies, names, strict=True)]
        lines.writerow([*where, f"{mean[place]:.9g}", f"{deviation[place]:.9g}", case.kind.count])
    return file.getvalue()


def _axes(kind: Kind) -> tuple[str, ...]:
    """What the places of a mean stand for; empty where the axis has gone into the mean."""
    if kind.way.split:
        return ("picture", "channels", "", "")
    return tuple("" if axis in kind.way.axes else name for axis, name in enumerate(AXES))


def _named(index: int, name: str, size: int) -> str:
    """A place in words; the channels of a group from its first to its last."""
    return f"{index * size}–{index * size + size - 1}" if name == "channels" and size > 1 else str(index)


def snippet(now: Now, case: Case) -> str:
    """Lines of PyTorch that print the numbers of the reading."""
    kind = case.kind
    grouped = "grouped = values"
    if kind.way.split:
        grouped = f"grouped = values.unflatten(1, ({kind.groups}, -1))  # [B, n, C/n, H, W]"
    moments = CENTRED if kind.way.centred else UNCENTRED
    return export.code(
        "batch_norm_groups", **batch_code(now), grouped=grouped, moments=moments.format(axes=kind.way.axes)
    )
