"""What is said of a map normalised both ways: sentences with its numbers, tables to keep, the same in PyTorch."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

import numpy as np

from models.ops.shifting import Change
from pages.batch_norm.lines import batch_code
from pages.batch_norm.result.case import WAYS, Case, Moved
from pages.shell import export
from pages.shell.language import number, say, whole
from pages.shell.proof import Proof, agree, apart
from pages.shell.records import Now


def small(difference: float | None) -> str:
    """A difference by rounding; in words where PyTorch refuses."""
    if difference is None:
        return say("batch_norm_result.refused")
    return apart(difference)


def reading(now: Now, case: Case, channel: int) -> str:
    """What the channel's statistics are, and how far the two ways come apart on the picture on stage."""
    count = whole(case.statistics["channel"].count)
    if case.values.size == 1:
        return say("batch_norm_result.reading_single")
    if len(case.values) == 1:
        return say("batch_norm_result.reading_one", count=count)
    between = np.abs(case.shown("channel") - case.shown("location"))
    return say(
        "batch_norm_result.reading",
        channel=channel,
        mean=number(case.mean),
        sigma=number(case.sigma),
        count=count,
        pictures=len(case.values),
        picture=now.members[case.at].label,
        most=number(between.max()),
        average=number(between.mean()),
    )


def affine(case: Case, channel: int, channels: int) -> str:
    """What γ and β bring back, shared by a map or one pair per activation, and what that takes: a small table."""
    _, _, rows, columns = case.values.shape
    restored = {f"{way}_restored": small(case.restored(way)) for way in (*WAYS, "each")}
    numbers = {"shared": whole(2 * channels), "each": whole(2 * channels * rows * columns)}
    place = {"channel": channel, "channels": channels, "rows": rows, "columns": columns}
    why = say("batch_norm_result.restored_one" if rows * columns == 1 else "batch_norm_result.restored_why")
    table = say("batch_norm_result.restored", **place, **numbers, **restored)
    return f"{say('batch_norm_result.affine', channel=channel)}\n\n{table.strip()}\n\n{why}"


def proof(case: Case) -> Proof:
    """NumPy beside PyTorch."""
    largest = max(1.0, float(np.abs(case.values).max()))
    holds = all(agree(case.differences[way], largest) for way in WAYS)
    differences = {way: small(case.differences[way]) for way in WAYS}
    return Proof(say("batch_norm_result.proof", compared=whole(case.values.size), **differences), holds=holds)


def moved_reading(now: Now, case: Case, moved: Moved) -> str:
    """Whether the map of a moved picture has moved along, before and after normalisation."""
    cells = {"cells": moved.cells, "pixels": moved.pixels}
    if moved.cells == 0:
        return say("batch_norm_result.moved_none")
    if moved.before is None:
        return say("batch_norm_result.moved_lost", columns=case.values.shape[3], **cells)
    where = say("batch_norm_result.moved_inside" if moved.inside else "batch_norm_result.moved_border")
    anew = {way: number(_largest(moved.anew[way])) for way in WAYS}
    before = number(moved.before.largest)
    said = [say("batch_norm_result.moved_reading", **cells, **anew, before=before, where=where)]
    if len(now.members) == 1:
        said.append(say("batch_norm_result.moved_alone"))
    else:
        held = {way: number(_largest(moved.held[way])) for way in WAYS}
        said.append(say("batch_norm_result.moved_held", **held))
        if moved.inside:
            said.append(say("batch_norm_result.moved_why"))
    return " ".join(said)


def _largest(change: Change | None) -> float:
    return float("nan") if change is None else change.largest


def maps_table(case: Case) -> str:
    """A CSV with one line a cell: the map before, and normalised both ways."""
    file = io.StringIO()
    table = csv.writer(file)
    table.writerow([say(f"batch_norm_result.columns.{name}") for name in ("row", "column", "before", *WAYS)])
    maps = (case.values[case.at, 0], *(case.shown(way) for way in WAYS))
    for row, column in np.ndindex(maps[0].shape):
        table.writerow([row, column, *(f"{each[row, column]:.9g}" for each in maps)])
    return file.getvalue()


def moved_table(cases: Iterable[Moved]) -> str:
    """A CSV with one line a shift: the largest differences to the old map moved along."""
    file = io.StringIO()
    table = csv.writer(file)
    names = ("cells", "pixels", "before", *WAYS, *(f"{way}_held" for way in WAYS))
    table.writerow([say(f"batch_norm_result.columns.{name}") for name in names])
    for moved in cases:
        changes = (moved.before, *(moved.anew[way] for way in WAYS), *(moved.held[way] for way in WAYS))
        table.writerow([moved.cells, moved.pixels, *(f"{_largest(each):.9g}" for each in changes)])
    return file.getvalue()


def snippet(now: Now, case: Case, channel: int) -> str:
    """Lines of PyTorch that print the numbers of the reading."""
    return export.code("batch_norm_result", **batch_code(now), channel=channel, at=case.at, eps=case.eps)
