"""What the stage of a unit and its receptive field is sent, and what may come back from it.

Maps are [row, column] of units, pictures and effective fields [row, column] of pixels of the network's input.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from jaxtyping import Bool, Float, Float32, Integer, UInt8

from viz.stages.kernel.payload import pack
from viz.stages.kernel.view import View, below, one_of

OVERS = ("picture", "average")
UNIT = ("channel", "row", "column")
FINE = 32  # pixels a side: up to twice as many an outline can be read as it is


@dataclass(frozen=True)
class PointView(View):
    """The unit that is chosen, and over what its effective field is taken: this picture, or many."""

    channel: int = below("channels")
    row: int = below("rows")
    column: int = below("columns")
    over: str = one_of(OVERS)


@dataclass(frozen=True, eq=False)
class Ranges:
    """The pixels that every row, or every column, of units sees: half-open, cut to the picture.

    `centres`: the middles of the whole fields, also where the picture cuts them; NaN where there is none.
    """

    starts: Integer[np.ndarray, " units"]
    stops: Integer[np.ndarray, " units"]
    centres: Float[np.ndarray, " units"]


@dataclass(frozen=True, eq=False)
class Effective:
    """How much each pixel matters to the unit, and the fewest pixels that hold half and 95 % of it.

    `rough`: the regions are those of means over so many pixels a side, so that their outline can be read.
    """

    field: Float32[np.ndarray, "rows columns"]
    half: Bool[np.ndarray, "rows columns"]
    most: Bool[np.ndarray, "rows columns"]
    rough: int = 1


@dataclass(frozen=True, eq=False)
class Layer:
    """The layer on stage: the chosen channel's map, and which pixels its units see.

    `field`: size, stride, padding, scope and reason as plain values; `ranges`: of rows and of columns of units.
    """

    name: str
    values: Float32[np.ndarray, "map_rows map_columns"]
    field: Mapping[str, Any]
    ranges: tuple[Ranges, Ranges]


def payload(
    layer: Layer,
    picture: UInt8[np.ndarray, "rows columns 3"],
    about: Mapping[str, str],
    words: Mapping[str, str],
) -> bytes:
    """Everything the browser needs to follow a pointer over a layer and over the picture without asking again.

    What the chosen unit uses of the picture comes beside it: `used`.
    """
    planes: dict[str, np.ndarray] = {"picture": picture}
    rows, columns = (np.stack([axis.starts, axis.stops]).astype(np.uint16) for axis in layer.ranges)
    planes |= {"map": layer.values, "rows": rows, "columns": columns}
    row_centres, column_centres = (axis.centres.astype(np.float32) for axis in layer.ranges)
    planes |= {"row_centres": row_centres, "column_centres": column_centres}
    finite = layer.values[np.isfinite(layer.values)]
    header = {
        "layer": layer.name,
        "field": dict(layer.field),
        "low": float(finite.min()) if finite.size else 0.0,
        "high": float(finite.max()) if finite.size else 0.0,
        "about": dict(about),
        "words": dict(words),
    }
    return pack(header, planes)


def used(effective: Effective | None) -> bytes:
    """What the chosen unit uses of the picture; nothing where that is not known."""
    if effective is None:
        return pack({"rough": 1}, {})
    planes = {"effective": effective.field}
    planes |= {"half": effective.half.astype(np.uint8), "most": effective.most.astype(np.uint8)}
    return pack({"rough": effective.rough}, planes)


def roughness(size: tuple[int, int]) -> int:
    """Over how many pixels a side a field is averaged before its outline is drawn: 1 up to 63, 7 for 224."""
    return max(1, 2 * (min(size) // FINE // 2) + 1 if min(size) >= 2 * FINE else 1)


def smoothed(field: Float[np.ndarray, "rows columns"], width: int) -> Float[np.ndarray, "rows columns"]:
    """Every pixel the mean over the `width` × `width` pixels around it; what lies beyond the picture counts as 0."""
    for axis in (0, 1):
        kernel = np.ones(width) / width
        field = np.apply_along_axis(lambda line: np.convolve(line, kernel, mode="same"), axis, field)  # noqa: B023
    return field
