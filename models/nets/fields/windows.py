"""What do layers that look at places do to the pixels a unit sees: windows, margins, slices, enlarging and sharing out?

Each function takes the fields of a layer's inputs and gives the field of its output.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import EllipsisType
from typing import Any

import numpy as np
from torch import nn

from models.nets.capture.layers import SETTINGS
from models.nets.fields.moves import Field, Made, everywhere, moved, unknown
from models.ops import reads
from models.ops.geometry import pair
from models.ops.receptive_field import Axis, after
from models.records.receptive_field import Pair

Margins = tuple[Pair, Pair]
Way = tuple[int, int, int, int]

UNTOLD = "its kernel is not told"
BLENDING = ("bilinear", "bicubic")
COPYING = {"nearest": 0.0, "nearest-exact": 0.5}
ENLARGING = {"UpsamplingNearest2d": "nearest", "UpsamplingBilinear2d": "bilinear"}
PADDING = dict.fromkeys(("ZeroPad2d", "ConstantPad2d"), "zeros") | {
    "ReflectionPad2d": "reflect",
    "ReplicationPad2d": "replicate",
    "CircularPad2d": "circular",
}
CONVOLUTIONS = ("Conv2d", "ConvTranspose2d")
MAPS = 4


@dataclass(frozen=True)
class Kernel:
    """How a layer's window goes over its maps, each (rows, columns); `padding`: (before, after) for each axis."""

    size: Pair
    stride: Pair
    padding: Margins
    dilation: Pair
    mode: str = "zeros"

    @property
    def axes(self) -> tuple[Way, Way]:
        """Kernel, stride, padding before the first cell, and dilation, for rows and for columns."""
        before = (self.padding[0][0], self.padding[1][0])
        rows, columns = zip(self.size, self.stride, before, self.dilation, strict=True)
        return rows, columns


def settings_of(layer: nn.Module) -> Mapping[str, Any]:
    """The settings of a layer of torch.nn that rules look at."""
    return {name: getattr(layer, name) for name in SETTINGS if hasattr(layer, name)}


def kernel_of(made: Made) -> Kernel | None:
    """The window of a convolution or a pooling layer; None of a layer without one."""
    settings = made.settings
    if "kernel_size" not in settings:
        return None
    size, dilation = pair(settings["kernel_size"]), pair(settings.get("dilation", 1))
    stride = settings.get("stride") or (1 if made.kind in CONVOLUTIONS else size)
    padding = _padding(settings.get("padding", 0), size, dilation)
    return Kernel(size, pair(stride), padding, dilation, settings.get("padding_mode", "zeros"))


def _padding(padding: Any, size: Pair, dilation: Pair) -> Margins:
    if padding == "valid":
        return (0, 0), (0, 0)
    if padding == "same":  # an odd cell over is put at the end, so that the start has the smaller half
        totals = [gap * (taps - 1) for gap, taps in zip(dilation, size, strict=True)]
        rows, columns = ((total // 2, total - total // 2) for total in totals)
        return rows, columns
    rows_around, columns_around = pair(padding)
    return (rows_around, rows_around), (columns_around, columns_around)


def windows(inputs: list[Field], made: Made) -> Field:
    """Convolution and pooling: one kernel at each position."""
    kernel = kernel_of(made)
    if kernel is None or made.places is None:
        return unknown(inputs[0], UNTOLD)
    if kernel.mode != "zeros":
        padded = margined(inputs[0], kernel.padding, kernel.mode)
        return convolved(padded, replace(kernel, padding=((0, 0), (0, 0))), made.places)
    return convolved(inputs[0], kernel, made.places)


def convolved(field: Field, kernel: Kernel, places: Pair) -> Field:
    """One kernel at each of `places`."""
    rows, columns = kernel.axes
    tables = [
        reads.windows(have, count, *way) for have, count, way in zip(field.places, places, (rows, columns), strict=True)
    ]
    down, across = field.axes
    return moved(field, tables, (down and after(down, *rows), across and after(across, *columns)))


def margined(field: Field, margins: Margins, mode: str) -> Field:
    """Maps with a margin around them, or less one: (before, after) for rows and for columns."""
    tables = [reads.margins(have, *around, mode) for have, around in zip(field.places, margins, strict=True)]
    rows, columns = (
        axis and replace(axis, padding=axis.padding + before * axis.stride)
        for axis, (before, _) in zip(field.axes, margins, strict=True)
    )
    return moved(field, tables, (rows, columns))


def padded(inputs: list[Field], made: Made) -> Field:
    """A margin: cells before and after the last axis, then before and after the one before it, and so on."""
    margins = made.settings.get("pad", made.settings.get("padding"))
    if margins is None:
        return unknown(inputs[0], "its margins are not told")
    cells = [margins] * MAPS if isinstance(margins, int) else list(margins)
    around = [(cells[at], cells[at + 1]) for at in range(0, len(cells), 2)]
    around += [(0, 0)] * (MAPS - len(around))
    rows, columns = (around[MAPS - 1 - axis] for axis in made.across)
    mode = PADDING.get(made.kind) or made.settings.get("mode", "constant")
    return margined(inputs[0], (rows, columns), "zeros" if mode == "constant" else mode)


def chosen(inputs: list[Field], made: Made) -> Field:
    """A slice of the maps: every so many rows and columns from one on."""
    index = made.settings.get("index")
    slices = _slices(index if isinstance(index, tuple) else (index,))
    if slices is None:
        return unknown(inputs[0], "the places it takes from the maps are not a slice of them")
    taken = [range(have)[slices[at]] for at, have in zip(made.across, inputs[0].places, strict=True)]
    return from_tables(
        inputs[0], [reads.windows(max(some) + 1, len(some), 1, some.step, -some.start) for some in taken]
    )


def _slices(index: tuple[Any, ...]) -> list[slice] | None:
    """One slice for each axis of [B, C, H, W]; None where the index is made of anything else."""
    if not all(isinstance(entry, slice | EllipsisType) for entry in index):
        return None
    at = index.index(...) if ... in index else len(index)
    left_out = [slice(None)] * (MAPS + (... in index) - len(index))
    return [*index[:at], *left_out, *index[at + 1 :]]


def from_tables(field: Field, tables: Sequence[np.ndarray]) -> Field:
    """After a layer without padding: its axes are those of evenly spaced windows where the tables are."""
    rows, columns = (
        axis and (way := reads.evenly(table)) and after_way(axis, *way)
        for axis, table in zip(field.axes, tables, strict=True)
    )
    return moved(field, tables, (rows or None, columns or None))


def after_way(axis: Axis, start: int, stride: int, reach: int) -> Axis:
    """The axis after windows of `reach` inputs, the first from `start` on, and then one every `stride`."""
    return Axis(axis.size + (reach - 1) * axis.stride, axis.stride * stride, axis.padding - start * axis.stride)


def turned(inputs: list[Field], made: Made) -> Field:
    """Maps mirrored, or moved round: each unit sees what the one saw that has come to its place."""
    axes, shifts = _listed(made.settings.get("dims")), _listed(made.settings.get("shifts"))
    if made.kind == "Flip":  # its axes may also be given one by one
        axes += tuple(value for name, value in made.settings.items() if name.startswith("argument "))
    if made.places is None or (made.kind == "Roll" and len(axes) != len(shifts)):
        return unknown(inputs[0], "which values come to which place is not told")
    tables, field = [], inputs[0]
    for axis, have in zip(made.across, field.places, strict=True):
        places = np.arange(have)
        for at, along in enumerate(axes):
            if along % MAPS == axis:
                places = np.roll(places, shifts[at]) if made.kind == "Roll" else places[::-1]
        tables.append(places[:, None])
    rows, columns = (
        axis if (table[:, 0] == np.arange(len(table))).all() else None
        for axis, table in zip(field.axes, tables, strict=True)
    )
    return moved(field, tables, (rows, columns))


def _listed(given: Any) -> tuple[int, ...]:
    return (given,) if isinstance(given, int) else tuple(given or ())


def stamped(inputs: list[Field], made: Made) -> Field:
    """Transposed convolution: each input is stamped over several outputs."""
    kernel, field = kernel_of(made), inputs[0]
    if kernel is None or made.places is None:
        return unknown(field, UNTOLD)
    tables = [
        reads.stamps(have, count, *way) for have, count, way in zip(field.places, made.places, kernel.axes, strict=True)
    ]
    rows, columns = (axis and _unstamped(axis, *way) for axis, way in zip(field.axes, kernel.axes, strict=True))
    return moved(field, tables, (rows, columns))


def _unstamped(axis: Axis, size: int, stride: int, padding: int, dilation: int) -> Axis | None:
    """With stride 1 it is a convolution that is padded by d(k − 1) − p; else units are not evenly spaced."""
    reach = dilation * (size - 1)
    return after_way(axis, padding - reach, 1, reach + 1) if stride == 1 else None


def shared_out(inputs: list[Field], made: Made) -> Field:
    """Adaptive pooling: the maps cut into as many windows as positions are wanted."""
    field, wanted = inputs[0], made.places or (1, 1)
    if wanted == (1, 1):
        return everywhere(field)
    return from_tables(field, [reads.shares(have, want) for have, want in zip(field.places, wanted, strict=True)])


def enlarged(inputs: list[Field], made: Made) -> Field:
    """Interpolation, which can also make maps smaller."""
    mode, field = ENLARGING.get(made.kind) or made.settings.get("mode", "nearest"), inputs[0]
    if mode == "area":
        return shared_out(inputs, made)
    if mode not in (*BLENDING, *COPYING) or made.settings.get("antialias") or made.places is None:
        return unknown(field, f"how its interpolation of mode {mode} reads the maps is not known here")
    factors = None if made.settings.get("recompute_scale_factor") else made.settings.get("scale_factor")
    given = factors if isinstance(factors, tuple | list) else (factors, factors)
    each = [float(factor) if factor else None for factor in given]
    corners = bool(made.settings.get("align_corners")) or made.kind == "UpsamplingBilinear2d"
    tables = [
        reads.copies(have, count, factor, COPYING[mode])
        if mode in COPYING
        else reads.blends(have, count, factor, align_corners=corners, cubic=mode == "bicubic")
        for have, count, factor in zip(field.places, made.places, each, strict=True)
    ]
    return from_tables(field, tables)


def scattered(inputs: list[Field], made: Made) -> Field:
    """Pixel shuffle: the channels of one place laid out as a square of places."""
    factor = made.settings["upscale_factor"]
    return from_tables(inputs[0], [reads.stamps(have, have * factor, factor, factor) for have in inputs[0].places])


def gathered(inputs: list[Field], made: Made) -> Field:
    """Pixel unshuffle: a square of places laid out as the channels of one."""
    factor = made.settings["downscale_factor"]
    return from_tables(inputs[0], [reads.windows(have, have // factor, factor, factor) for have in inputs[0].places])
