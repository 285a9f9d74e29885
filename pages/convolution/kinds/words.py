"""What is said about a small layer: its captions, a reading of its numbers, its lines of PyTorch, its table."""

from __future__ import annotations

import csv
import io
from fractions import Fraction
from math import prod

import numpy as np

from models.ops.counting import convolution_parameters
from models.ops.geometry import spread
from models.ops.terms import covered_inside
from pages.convolution.kinds.case import FACES, Case
from pages.shell import export, language
from pages.shell.language import listed, number, say

STRIPS = {"dice", "signal"}
LINES = {
    "pointwise": "torch.nn.Conv2d($channels, $maps, kernel_size=1, bias=False)",
    "grouped": "torch.nn.Conv2d($channels, $maps, kernel_size=$kernel, groups=$groups, bias=False)",
    "depthwise": "torch.nn.Conv2d($channels, $maps, kernel_size=$kernel, groups=$groups, bias=False)",
    "dilated": "torch.nn.Conv2d($channels, $maps, kernel_size=$kernel, dilation=$dilation, bias=False)",
    "transposed": "torch.nn.ConvTranspose2d($channels, $maps, kernel_size=$kernel, stride=$stride, bias=False)",
    "dice": "torch.nn.functional.conv1d(one, other.flip(-1), padding=$padding)",
    "signal": "torch.nn.functional.conv1d(signal, kernel)",
}


def line(kind: str, case: Case) -> str:
    """The one line of PyTorch that makes this layer."""
    text = LINES[kind]
    numbers = {"channels": len(case.inputs), "maps": case.terms.output_shape[0], "kernel": case.weights.shape[-1]}
    for name, value in {**numbers, "padding": case.padding, **case.settings}.items():
        text = text.replace(f"${name}", str(value))
    return text


def captions(kind: str, case: Case) -> dict[str, str]:
    """What stands above each volume, and the title and file name of the picture to keep."""
    channels, rows, columns = case.inputs.shape
    maps, output_rows, output_columns = case.terms.output_shape
    about = {
        "channels": channels,
        "rows": rows,
        "columns": columns,
        "maps": maps,
        "taps": case.weights.shape[-1],
        "count": case.weights.size,
        "output_rows": output_rows,
        "output_columns": output_columns,
    }
    own = kind if kind in {"dice", "signal", "transposed"} else "maps"
    volumes = ("inputs", "weights", "outputs", *(("counts",) if case.transposed else ()))
    found = {volume: say(f"convolution_kinds.captions.{own}_{volume}", **about) for volume in volumes}
    title = f"{say('convolution.part_kinds')}: {say(f'convolution_kinds.kinds.{kind}')}. {line(kind, case)}"
    return {**found, "title": title, "file": f"convolution-{kind}"}


def for_board(kind: str) -> dict[str, str]:
    """The stage's words; dice speak of faces and sums, a signal of positions, where others speak of maps."""
    words = language.group("convolution_kinds.stage")
    if kind in STRIPS:
        return {**words, **language.group(f"convolution_kinds.stage_{kind}"), "note": words["note_strips"]}
    return {**words, "note": words["note_plane" if kind in {"dilated", "transposed"} else "note_table"]}


def reading(kind: str, case: Case) -> str:
    """One or two sentences with the numbers of what is on stage."""
    return READINGS[kind](case)


def _pointwise(case: Case) -> str:
    maps, channels = case.weights.shape[:2]
    rows, columns = case.inputs.shape[1:]
    return say(
        "convolution_kinds.read.pointwise", weights=maps * channels, cells=rows * columns, channels=channels, maps=maps
    )


def _groups(key: str, case: Case) -> str:
    channels, maps, kernel = len(case.inputs), len(case.weights), case.weights.shape[-1]
    return say(
        f"convolution_kinds.read.{key}",
        weights=case.weights.size,
        full=convolution_parameters(channels, maps, kernel, bias=False),
        groups=case.settings["groups"],
        each=channels // case.settings["groups"],
        channels=channels,
        maps=maps,
        kernel=kernel,
        mixing=maps * maps,
        both=case.weights.size + maps * maps,
    )


def _dilated(case: Case) -> str:
    dilation, kernel = case.settings["dilation"], case.weights.shape[-1]
    reach = spread(kernel, dilation)
    outputs = case.by_hand()
    values = listed(number(value) for value in np.unique(outputs))
    about = {"dilation": dilation, "reach": reach, "cells": reach**2, "skipped": reach**2 - kernel**2}
    return say(
        "convolution_kinds.read.dilated",
        **about,
        weights=kernel**2,
        size=case.inputs.shape[-1],
        output=outputs.shape[-1],
        span=reach - 1,
        values=values,
    )


def _transposed(case: Case) -> str:
    counts = case.terms.counts()[0]
    kernel, stride = case.weights.shape[-1], case.settings["stride"]
    inside = covered_inside(case.inputs.shape[-1], kernel, stride)
    inner = np.ix_(inside, inside)
    times = [int(count) for count in np.unique(counts[inner])]
    about = {"kernel": kernel, "stride": stride, "rows": counts.shape[0], "input": case.inputs.shape[-1]}
    values = np.unique(case.by_hand()[0][inner])
    found = [
        say("convolution_kinds.read.transposed", **about),
        say(f"convolution_kinds.read.{_finding(times)}", times=listed(map(str, times), "or")),
    ]
    if np.ptp(case.inputs) == 0:
        key = "even_output" if len(values) == 1 else "uneven_output"
        found.append(say(f"convolution_kinds.read.{key}", values=listed(map(number, values), "or")))
    return " ".join(found)


def _finding(times: list[int]) -> str:
    """What the coverage of the inner cells is called."""
    if len(times) == 1:
        return "covered_evenly"
    return "covered_with_holes" if times[0] == 0 else "covered_unevenly"


def _dice(case: Case) -> str:
    sums = case.by_hand().ravel().astype(int)
    likeliest = np.flatnonzero(sums == sums.max()) + 2
    about = {"denominator": case.denominator, "most": sums.max(), "total": sums.sum()}
    # The sum that the stage opens at, and the pairs of faces that make it; loaded, they weigh more or less than that.
    key, added = "fair" if case.denominator == FACES**2 else "loaded", (case.start or (0, 0, 2))[2] + 2
    pairs = sum(1 <= added - face <= FACES for face in range(1, FACES + 1))
    counted = {"added": added, "weight": sums[added - 2], "pairs": pairs, "throws": FACES**2}
    chance = say(f"convolution_kinds.read.dice_{key}", **about, **counted)
    return say("convolution_kinds.read.dice", **about, chance=chance, likeliest=listed(map(str, likeliest), "or"))


def _signal(case: Case) -> str:
    before, after = case.inputs.ravel(), case.by_hand().ravel() / case.denominator
    total = Fraction(int(case.weights.sum()), case.denominators[1])
    return say(
        f"convolution_kinds.read.signal_{'smooths' if total == 1 else 'differences'}",
        samples=before.size,
        outputs=after.size,
        taps=case.weights.size,
        before=number(np.abs(np.diff(before)).max()),
        after=number(np.abs(np.diff(after)).max()),
        place=int(np.abs(after).argmax()),
        strongest=number(after[np.abs(after).argmax()]),
    )


READINGS = {
    "pointwise": _pointwise,
    "grouped": lambda case: _groups("grouped", case),
    "depthwise": lambda case: _groups("depthwise", case),
    "dilated": _dilated,
    "transposed": _transposed,
    "dice": _dice,
    "signal": _signal,
}


def table(case: Case) -> str:
    """A CSV of the output with one line a cell."""
    file = io.StringIO()
    written = csv.writer(file)
    written.writerow([say(f"convolution_kinds.columns.{column}") for column in ("map", "row", "column", "value")])
    values = case.by_hand() / case.denominator
    written.writerows([*cell, f"{value:.9g}"] for cell, value in np.ndenumerate(values))
    return file.getvalue()


def snippet(kind: str, case: Case) -> str:
    """Lines of PyTorch that print the output on screen."""
    inputs, weights = (values.astype(int) for values in (case.inputs, case.weights))
    if kind in STRIPS:
        top, bottom = case.denominators
        one, other = inputs.ravel().tolist(), weights.ravel().tolist()
        numbers = {"top": top, "bottom": bottom, "denominator": prod(case.denominators)}
        return export.code(
            f"convolution_kinds_{kind}", inputs=one, weights=other[::-1] if kind == "dice" else other, **numbers
        )
    settings = "".join(f", {name}={value}" for name, value in case.settings.items())
    return export.code(
        "convolution_kinds_maps", inputs=inputs.tolist(), weights=weights.tolist(), layer=case.layer, settings=settings
    )
