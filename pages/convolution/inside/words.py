"""What is said about an output channel in parts: what kind of layer it is, what is on stage, and the proof."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from pages.convolution.inside.stage import Shown, pair
from pages.shell.cached import networks
from pages.shell.language import exact, number, say, whole
from pages.shell.proof import Proof, agree, apart
from pages.shell.rounded import rounded
from viz.stages.convolution.inside.stage import InsideView, sent


def notes(now: Shown) -> Iterator[str]:
    """What is special about this layer, its inputs, or what of them is shown."""
    convolution, reads = now.sums.convolution, now.sums.reads
    count, inputs = len(reads), now.sums.parts.inputs
    if now.names is not None:
        yield say("convolution_inside.colours" if len(now.names) > 1 else "convolution_inside.brightness")
    yield from kinds(now)
    if convolution.rearranged:
        yield say("convolution_inside.rearranged")
    silent = int((inputs == 0).all(axis=(1, 2)).sum())
    if silent:
        yield say("convolution_inside.silent", silent=silent, count=count)
    shown = len(sent(now.sums.parts))
    if shown < count:
        yield say("convolution_inside.left_out", shown=shown, count=count, others=count - shown)


def kinds(now: Shown) -> Iterator[str]:
    """What makes the layer another kind of convolution: groups, down to one channel each; a kernel of one cell."""
    one, reads = now.sums.convolution, now.sums.reads
    group = {"groups": one.groups, "channel": now.channel, "first": reads.start, "last": reads[-1], "count": len(reads)}
    if one.groups > 1 and one.groups == one.inputs:
        taps = one.kernel[0] * one.kernel[1]
        yield say("convolution_inside.depthwise", **group, weights=taps, ordinary=whole(taps * one.inputs))
    elif one.groups > 1:
        yield say("convolution_inside.grouped", **group, group=one.group(now.channel), inputs=one.inputs)
    if one.kernel == (1, 1):
        stride = one.setting.stride
        key = "pointwise" if stride == (1, 1) else "pointwise_stride"
        yield say(f"convolution_inside.{key}", count=len(reads), stride=stride[0])


def name_of(now: Shown, index: int) -> str:
    """An input channel by its number, or by its colour."""
    read = now.sums.reads[index]
    return str(read) if now.names is None else say(f"convolution_inside.colour.{now.names[read]}")


def bias_of(now: Shown) -> str:
    """The bias in words."""
    if not now.sums.convolution.bias:
        return say("convolution_inside.no_bias")
    return say("convolution_inside.bias", bias=number(now.sums.parts.bias))


def reading(now: Shown, view: InsideView) -> str:
    """What goes into the value at the chosen position, in numbers, and what becomes of it."""
    parts = now.sums.parts
    here = parts.maps[:, view.row, view.column]
    strongest = int(np.nan_to_num(np.abs(here)).argmax())
    numbers = {
        "row": view.row,
        "column": view.column,
        "channel": now.channel,
        "layer": now.layer,
        "products": whole(parts.weights.size),
        "size": parts.weights[0].size,
        "count": len(here),
        "strongest": name_of(now, strongest),
        "most": number(here[strongest]),
        "rising": int((here > 0).sum()),
        "falling": int((here < 0).sum()),
        "up": number(here[here > 0].sum()),
        "down": number(here[here < 0].sum()),
        "bias": bias_of(now),
        "total": number(parts.total[view.row, view.column]),
    }
    key = "reading_alone" if len(here) == 1 else "reading"
    return " ".join([say(f"convolution_inside.{key}", **numbers), *afterwards(now, view)])


def afterwards(now: Shown, view: InsideView) -> Iterator[str]:
    """What the layers after the convolution make of the value."""
    chosen = now.chosen
    trace = networks.trace(chosen.picture, chosen.network)
    chain = networks.neighbours(chosen.picture, chosen.network, now.layer)
    for layer in chain[1:]:
        value = trace[layer].values[0, now.channel, view.row, view.column]
        yield say("convolution_inside.after", kind=trace[layer].kind, value=number(value))
    takers = [name for name, made in trace.items() if chain[-1] in made.inputs]
    if takers and len(trace[takers[0]].inputs) > 1:
        yield say("convolution_inside.ends", takers=takers[0])


def proof(now: Shown, view: InsideView) -> Proof:
    """The value by hand beside what PyTorch computed, and how far the two are apart anywhere on the map."""
    sums = now.sums
    by_hand = sums.parts.at(view.row, view.column)
    captured = float(sums.captured[view.row, view.column])
    said_so = say(
        "convolution_inside.proof",
        terms=whole(by_hand.products.size),
        bias=bias_of(now),
        by_hand=exact(by_hand.total),
        row=view.row,
        column=view.column,
        captured=exact(captured),
        shown=rounded(captured),
        difference=apart(abs(by_hand.total - captured)),
        cells=whole(sums.captured.size),
        largest=apart(sums.difference),
    )
    return Proof(said_so, holds=agree(sums.difference, float(np.abs(sums.captured).max())))


def formula(now: Shown) -> str:
    """The formula with this layer's numbers put in."""
    one, (rows, columns) = now.sums.convolution, now.sums.captured.shape
    taps = one.kernel[0] * one.kernel[1]
    return say(
        "convolution_inside.depth.formula",
        count=len(now.sums.reads),
        kernel=f"{one.kernel[0]}×{one.kernel[1]}",
        taps=taps,
        products=whole(taps * len(now.sums.reads)),
        bias=number(now.sums.parts.bias),
        rows=rows,
        columns=columns,
        outputs=one.outputs,
        weights=whole(taps * one.slices * one.outputs),
        stride=pair(one.setting.stride),
        padding=pair(one.setting.padding),
        dilation=pair(one.setting.dilation),
        groups=one.groups,
    )
