"""What is said of the flashlight: the sum at one position, what the sizes become, the proof, the table."""

from __future__ import annotations

import csv
import io

import numpy as np

from models.ops.flashlight import COLOURS, FIRST, KERNELS, LAYERS, SIDE, SIZE
from models.ops.geometry import output_size
from pages.convolution.flashlight.case import Case
from pages.shell.language import decimal, listed, say, whole
from pages.shell.proof import Proof, agree, apart
from viz.stages.convolution.inside.stage import InsideView

NAMES = ("red", "green", "blue")


def kernel_name(kernel: str) -> str:
    """A kernel by what it looks for."""
    return say(f"convolution_flashlight.kernels.{kernel.replace(' ', '_')}")


def input_names(layer: str) -> tuple[str, ...]:
    """What a layer reads: the colours, or the maps of the first layer."""
    if layer == LAYERS[0]:
        return tuple(say(f"convolution_inside.colour.{name}") for name in NAMES)
    return tuple(kernel_name(name) for name in FIRST)


def counts(layer: str, kernel: str) -> dict[str, int]:
    """The sizes of a layer: what a kernel is, how many products make a value, what comes in and out."""
    channels, taps, _ = KERNELS[layer][kernel].weights.shape
    side = SIDE if layer == LAYERS[0] else output_size(SIDE, SIZE)
    out, maps = output_size(side, taps), len(KERNELS[layer])
    products = channels * taps * taps
    weights = maps * products
    found = {"channels": channels, "taps": taps, "products": products, "side": side, "out": out, "maps": maps}
    return {**found, "weights": weights, "slice": taps * taps}


def said(number: float) -> str:
    """A whole number as people write it."""
    return decimal(number, 0)


def reading(case: Case, view: InsideView) -> str:
    """The sum at the position on stage, in its parts."""
    here = case.parts.maps[:, view.row, view.column]
    named = zip(input_names(case.layer), here, strict=True)
    return say(
        "convolution_flashlight.reading",
        row=view.row,
        column=view.column,
        kernel=kernel_name(case.kernel),
        parts=listed(say("convolution_flashlight.part", name=name, value=said(value)) for name, value in named),
        bias=said(case.parts.bias),
        total=said(case.parts.total[view.row, view.column]),
        **counts(case.layer, case.kernel),
    )


def sizes(case: Case) -> str:
    """What one kernel makes of the layer's input, and what all of them make."""
    key = "sizes_first" if case.layer == LAYERS[0] else "sizes_second"
    field = SIZE if case.layer == LAYERS[0] else SIZE + case.parts.weights.shape[1] - 1
    return say(f"convolution_flashlight.{key}", colours=COLOURS, field=field, **counts(case.layer, case.kernel))


def proof(case: Case, view: InsideView) -> Proof:
    """The value by hand beside PyTorch's."""
    by_hand = case.parts.at(view.row, view.column)
    difference = case.largest_difference
    text = say(
        "convolution_flashlight.proof",
        terms=by_hand.products.size,
        by_hand=said(by_hand.total),
        captured=said(case.captured[case.number, view.row, view.column]),
        cells=whole(case.captured[0].size),
        difference=apart(difference),
    )
    return Proof(text, holds=agree(difference, float(np.abs(case.captured).max())))


def table(case: Case) -> str:
    """A CSV of the kernel's map, line by line."""
    file = io.StringIO()
    csv.writer(file).writerows([f"{value:.9g}" for value in line] for line in case.parts.total)
    return file.getvalue()
