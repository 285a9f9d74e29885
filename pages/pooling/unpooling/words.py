"""What is said about the ways back: their errors in a sentence, tables to keep, the same in PyTorch."""

from __future__ import annotations

import csv
import io

import numpy as np

from pages.pooling.unpooling.case import PICTURE, SIDE, Case, Setting
from pages.shell import choice, export
from pages.shell.language import number, percent, say, whole
from pages.shell.proof import Proof, agree, apart
from pages.shell.records import Choice
from viz.stages.pooling.unpooling.stage import WAYS, Captions

EQUAL = 1e-9  # of the largest value: what sums of doubles may differ by


def captions(chosen: Choice, setting: Setting, case: Case) -> Captions:
    """A few words a panel, and what the saved picture is called."""
    rows, columns = case.ways.original.shape
    small = case.ways.winners.values.shape
    notes = {
        "original": say("pooling_unpooling.note_original", rows=rows, columns=columns),
        "pooled": say("pooling_unpooling.note_pooled", rows=small[0], columns=small[1]),
    }
    for way, found in case.losses.items():
        notes[way] = say("pooling_unpooling.note_way", error=number(found.mean_absolute), exact=percent(found.exact, 1))
    title = say("pooling_unpooling.title", map=map_name(chosen, setting), window=setting.window)
    file = f"pooling-back-{setting.source}-{chosen.picture.key}".replace(" ", "-")
    return Captions(notes, say("pooling_unpooling.alt", title=title), title, file)


def map_name(chosen: Choice, setting: Setting) -> str:
    """Which map it is."""
    picture = choice.label(chosen.picture.key)
    if setting.source == PICTURE:
        return say("pooling_unpooling.map_picture", picture=picture)
    return say("pooling_unpooling.map_layer", channel=setting.channel, layer=setting.source, picture=picture)


def reading(case: Case, setting: Setting) -> str:
    """What is lost, and which way comes nearest."""
    window, kept = setting.window, case.ways.winners.values.size
    ranked = sorted(WAYS, key=lambda way: case.losses[way].mean_absolute)
    best, worst = ranked[0], ranked[-1]
    said = [
        say(
            "pooling_unpooling.reading",
            all=whole(case.ways.original.size),
            kept=whole(kept),
            window=window,
            best=say(f"pooling_unpooling.stage.{best}"),
            best_error=number(case.losses[best].mean_absolute),
            worst=say(f"pooling_unpooling.stage.{worst}").lower(),
            worst_error=number(case.losses[worst].mean_absolute),
            unpooled=percent(case.losses["unpooled"].exact, 1),
        ),
        _stamping(case, setting),
    ]
    if any(case.cut):
        said.append(say("pooling_unpooling.reading_cut", rows=case.cut[0], columns=case.cut[1]))
    return " ".join(said)


def _stamping(case: Case, setting: Setting) -> str:
    """What the transposed convolution with this kernel is equal to, compared on stage."""
    ways, side, window = case.ways, case.stamp.kernel.shape[0], setting.window
    if setting.stamp == "copy":
        return say("pooling_unpooling.reading_copy", side=side, difference=_largest(ways.transposed, ways.nearest))
    if setting.stamp == "tent":
        inside = (slice(window, -window),) * 2
        difference = _largest(ways.transposed[inside], ways.bilinear[inside])
        key = "tent_aligned" if setting.align_corners else "tent"
        return say(f"pooling_unpooling.reading_{key}", side=side, difference=difference)
    return say("pooling_unpooling.reading_uneven", side=side, window=window)


def _largest(one: np.ndarray, other: np.ndarray) -> str:
    if one.size == 0:
        return "0"
    difference, largest = float(np.abs(one - other).max()), float(np.abs(other).max())
    return "0" if difference <= EQUAL * max(largest, 1e-300) else number(difference)


def proof(case: Case) -> Proof:
    """NumPy beside PyTorch."""
    compared = 4 * case.ways.original.size + case.ways.winners.values.size
    difference = apart(case.difference)
    return Proof(
        say("pooling_unpooling.proof", compared=whole(compared), difference=difference),
        holds=agree(case.difference, float(np.abs(case.ways.original).max())),
    )


def table(case: Case) -> str:
    """A CSV with one line a cell: the original and the four ways back."""
    file = io.StringIO()
    lines = csv.writer(file)
    names = ("row", "column", "original", *WAYS)
    lines.writerow([say(f"pooling_unpooling.columns.{name}") for name in names])
    rows, columns = case.ways.original.shape
    for row in range(rows):
        for column in range(columns):
            numbers = (getattr(case.ways, name)[row, column] for name in names[2:])
            lines.writerow([row, column, *(f"{number:.9g}" for number in numbers)])
    return file.getvalue()


def snippet(chosen: Choice, setting: Setting, case: Case) -> str:
    """Lines of PyTorch that print the errors under the maps."""
    settings = {
        "window": setting.window,
        "align_corners": setting.align_corners,
        "kernel": case.stamp.kernel.tolist(),
        "padding": case.stamp.padding,
        "output_padding": case.stamp.output_padding,
        **export.picture_code(chosen),
    }
    if setting.source == PICTURE:
        return export.code("pooling_unpooling_picture", side=SIDE, **settings)
    layer = {"network": chosen.network, "layer": setting.source, "channel": setting.channel}
    return export.code("pooling_unpooling_layer", **layer, **settings)
