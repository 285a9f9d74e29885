"""What is said about a shifted picture: the numbers in sentences, tables to keep, the same in PyTorch."""

from __future__ import annotations

import csv
import io

import numpy as np
import streamlit as st

from models.ops.kernels import KERNELS
from models.ops.shifting import Change
from pages.pooling import cached
from pages.pooling.invariance.case import DIRECTIONS, PICTURE, SHIFTS, SIDE, Case, Setting
from pages.shell import export
from pages.shell.cached import networks
from pages.shell.language import number, percent, say, whole
from pages.shell.proof import Proof, agree, apart
from pages.shell.records import Choice

MEASURES = ("relative", "unchanged")


def changed_share(share: float | None) -> str:
    """A share in percent; in words where there is none."""
    return say("pooling_invariance.no_ratio") if share is None else percent(share, 1)


def reading(case: Case, setting: Setting) -> str:
    """What the shift on stage has changed, and what becomes of the pooled map."""
    if setting.shift == 0:
        return say("pooling_invariance.reading_none")
    at = SHIFTS.index(setting.shift)
    before, after = case.before[at], case.after[at]
    said = say(
        "pooling_invariance.reading" if case.channels == 1 else "pooling_invariance.reading_maps",
        channels=case.channels,
        shift=setting.shift,
        direction=direction(setting),
        before=changed_share(before.relative),
        after=changed_share(after.relative),
        same_before=changed_share(before.unchanged),
        same_after=changed_share(after.unchanged),
    )
    return f"{said} {_moving(case, setting)}"


def _moving(case: Case, setting: Setting) -> str:
    """Whether the pooled map has moved along."""
    if case.shown.after.old.shape == (1, 1):
        return say("pooling_invariance.reading_global")
    if case.stride is None or case.moved is None:
        return say("pooling_invariance.reading_unseen")
    axis = 1 if DIRECTIONS[setting.direction][1] else 0
    numbers = {"shift": setting.shift, "stride": case.stride[axis], "cells": case.moved.cells[axis]}
    largest = number(case.moved.change.largest)
    if case.moved.whole:
        return say("pooling_invariance.reading_whole", **numbers, largest=largest)
    if case.moved.change.largest == 0:
        return say("pooling_invariance.reading_inside", **numbers)
    off = changed_share(case.moved.change.relative)
    return say("pooling_invariance.reading_between", **numbers, off=off)


def proof(case: Case, setting: Setting) -> Proof:
    """NumPy beside PyTorch."""
    kind = "picture" if setting.source == PICTURE else "layer"
    difference = apart(case.difference)
    said = say(f"pooling_invariance.proof_{kind}", compared=whole(case.compared), difference=difference)
    return Proof(said, holds=agree(case.difference, float(np.abs(case.shown.before.old).max())))


def direction(setting: Setting) -> str:
    """The direction as a sentence needs it."""
    return say(f"pooling_invariance.towards_{setting.direction}")


def values_of(changes: tuple[Change, ...], measure: str) -> list[float | None]:
    """One measure under all shifts, in percent."""
    shares = [getattr(each, measure) for each in changes]
    return [None if share is None else 100 * share for share in shares]


def layers_table(chosen: Choice, setting: Setting) -> None:
    """How far every pooling layer's maps change under the shift on stage."""
    layers = cached.pooling_layers(chosen.picture, chosen.network)
    changes = cached.shift_changes(chosen.picture, chosen.network, setting.steps)
    at = SHIFTS.index(setting.shift)
    heads = [say(f"pooling_invariance.columns.{name}") for name in ("layer", "kind", "shape", "before", "after")]
    rows = [
        (
            name,
            about.kind,
            _shape(about.before, about.after),
            changed_share(changes[name].before[at].relative),
            changed_share(changes[name].after[at].relative),
        )
        for name, about in layers.items()
    ]
    st.header(say("pooling_invariance.all_layers", network=chosen.network), anchor=False)
    st.dataframe([dict(zip(heads, row, strict=True)) for row in rows], hide_index=True, width="stretch")


def _shape(before: tuple[int, int, int], after: tuple[int, int, int]) -> str:
    return " → ".join(f"{channels} × {rows} × {columns}" for channels, rows, columns in (before, after))


def curve_table(case: Case) -> str:
    """A CSV with one line a shift."""
    file = io.StringIO()
    table = csv.writer(file)
    names = [f"{side}_{measure}" for side in ("before", "after") for measure in MEASURES]
    table.writerow([say(f"pooling_invariance.columns.{name}") for name in ("shift", *names)])
    for shift, before, after in zip(SHIFTS, case.before, case.after, strict=True):
        numbers = (before.relative, before.unchanged, after.relative, after.unchanged)
        table.writerow([shift, *("" if number is None else f"{number:.9g}" for number in numbers)])
    return file.getvalue()


def maps_table(case: Case) -> str:
    """A CSV with one line a cell: of the map before pooling, then after."""
    file = io.StringIO()
    table = csv.writer(file)
    table.writerow([say(f"pooling_invariance.columns.{name}") for name in ("map", "row", "column", "old", "new")])
    for name, pair in (("before", case.shown.before), ("after", case.shown.after)):
        rows, columns = pair.old.shape
        for row in range(rows):
            for column in range(columns):
                numbers = (pair.old[row, column], pair.new[row, column])
                table.writerow([name, row, column, *(f"{number:.9g}" for number in numbers)])
    return file.getvalue()


def snippet(chosen: Choice, setting: Setting) -> str:
    """Lines of PyTorch that print the numbers of the reading."""
    rows, columns = setting.by
    about = {"rows": rows, "columns": columns, **export.picture_code(chosen)}
    if setting.source == PICTURE:
        pool = {"max": "max_pool2d", "average": "avg_pool2d"}[setting.kind]
        kernel = KERNELS[setting.kernel].tolist()
        return export.code(
            "pooling_invariance_picture", **about, side=SIDE, kernel=kernel, pool=pool, window=setting.window
        )
    way, watched = _watching(chosen, setting.source)
    return export.code(way, **watched, **about, network=chosen.network)


def _watching(chosen: Choice, layer: str) -> tuple[str, dict[str, str]]:
    """How PyTorch gets at the maps around a layer: by a hook where a module makes them, else by torch.fx."""
    trace = networks.trace(chosen.picture, chosen.network)
    about = cached.pooling_layers(chosen.picture, chosen.network)[layer]
    if trace[layer].module == layer:
        return "pooling_invariance_hook", {
            "module": layer,
            "layer": layer,
            "taken": "inputs[0].clone(), output.clone()",
        }
    if trace[about.source].module == about.source and about.everything:
        taken = "output.clone(), output.mean((2, 3))"
        return "pooling_invariance_hook", {"module": about.source, "layer": layer, "taken": taken}
    return "pooling_invariance_graph", {"source": about.source, "layer": layer}
