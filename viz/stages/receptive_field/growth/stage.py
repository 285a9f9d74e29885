"""What the way through the layers is sent: the picture, every layer's field, where its units lie, how it came about.

Pairs are (rows, columns); sizes in pixels of the network's input, boxes half-open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

import numpy as np
from jaxtyping import Float, Int, UInt8

from models.ops.receptive_field import Axis, after, nearest_unit, union
from viz.stages.kernel.payload import pack
from viz.stages.kernel.view import View, among, below, switch

Pair = tuple[int, int]
Axes = tuple[Axis, Axis]
Scope = Literal["exact", "whole image", "unknown"]


@dataclass(frozen=True)
class GrowthView(View):
    """Where a visitor stands: at a layer, over a pixel (row, column); `every`: no layer is skipped."""

    layer: str = among("layers", start="")
    row: int = below("rows")
    column: int = below("columns")
    every: bool = switch()


@dataclass(frozen=True, eq=False)
class Units:
    """What the units of a layer see on one axis: from `starts` up to `stops`, around `centres`."""

    starts: Int[np.ndarray, " positions"]
    stops: Int[np.ndarray, " positions"]
    centres: Float[np.ndarray, " positions"]

    def at(self, pixel: int) -> int:
        """The unit whose centre is nearest to a pixel; of two equally near ones the first."""
        return nearest_unit(self.centres, pixel)


@dataclass(frozen=True)
class Window:
    """A kernel or a pooling window goes over one layer's maps; the recurrence says what its units see."""

    source: str
    before: Axes
    kernel: Pair
    stride: Pair
    padding: Pair
    dilation: Pair

    def result(self) -> Axes:
        """The field after the layer, worked out with the recurrence."""
        rows, columns = (
            after(self.before[axis], self.kernel[axis], self.stride[axis], self.padding[axis], self.dilation[axis])
            for axis in (0, 1)
        )
        return rows, columns


@dataclass(frozen=True)
class Branches:
    """Branches meet: a unit sees what any of them sees."""

    fields: tuple[tuple[str, Axes], ...]

    def result(self) -> tuple[Axis | None, Axis | None]:
        """The union of the branches, None where their strides differ."""
        rows, columns = (union(axes[axis] for _, axes in self.fields) for axis in (0, 1))
        return rows, columns


@dataclass(frozen=True)
class Same:
    """Nothing changes: units see what those of the layer before see."""

    source: str


@dataclass(frozen=True)
class Other:
    """The field comes about in a way that none of the others describes."""

    source: str


How = Window | Branches | Same | Other


@dataclass(frozen=True, eq=False)
class Rung:
    """One layer: its field, its units on both axes (None where they aren't known, or all see the whole picture).

    Where its units aren't evenly spaced on an axis, the stride there is 0 and the size that of the longest box.
    `through`: the size by way of windows alone, where something else lets its units see the whole picture. `fresh`:
    its field is another than that of the layer before it. `window`: its settings, whatever they do to the field.
    """

    name: str
    kind: str
    scope: Scope
    reason: str | None
    axes: Axes
    places: Pair
    how: How
    units: tuple[Units, Units] | None = None
    through: Pair | None = None
    fresh: bool = True
    window: Mapping[str, Pair] = field(default_factory=dict)

    @property
    def size(self) -> Pair:
        """How many pixels a unit sees, those beyond the picture counted."""
        return self.axes[0].size, self.axes[1].size

    def unit(self, row: int, column: int) -> Pair:
        """The unit for a pixel; where all see the same, the one in the middle."""
        if self.units is None:
            return self.places[0] // 2, self.places[1] // 2
        return self.units[0].at(row), self.units[1].at(column)

    def box(self, row: int, column: int, picture: Pair) -> tuple[int, int, int, int] | None:
        """Top, left, bottom and right of what the unit for a pixel sees; None where that isn't known."""
        if self.scope == "unknown":
            return None
        if self.units is None:
            return 0, 0, picture[0], picture[1]
        (down, across), (at_row, at_column) = self.units, self.unit(row, column)
        top, left, bottom, right = (
            int(ends[unit])
            for ends, unit in (
                (down.starts, at_row),
                (across.starts, at_column),
                (down.stops, at_row),
                (across.stops, at_column),
            )
        )
        return (top, left, bottom, right) if top < bottom and left < right else (0, 0, 0, 0)


def payload(
    rungs: Sequence[Rung],
    picture: UInt8[np.ndarray, "rows columns 3"],
    words: Mapping[str, str],
    about: Mapping[str, str],
) -> bytes:
    """Everything the browser needs to go through the layers without asking again.

    `about`: what is on stage, in words.
    """
    lists = _Lists()
    header = {
        "rungs": [_plain(rung, lists) for rung in rungs],
        "axes": lists.found,
        "about": dict(about),
        "words": dict(words),
    }
    return pack(header, {"picture": picture})


class _Lists:
    """The units of all layers, each list once: most layers share theirs with another."""

    def __init__(self) -> None:
        self.found: list[dict[str, list[Any]]] = []
        self.places: dict[bytes, int] = {}

    def place(self, units: Units) -> int:
        """Where in the list these units stand."""
        key = b"|".join(part.tobytes() for part in (units.starts, units.stops, units.centres))
        if key not in self.places:
            self.places[key] = len(self.found)
            lists = {name: getattr(units, name).tolist() for name in ("starts", "stops")}
            centres = [None if np.isnan(centre) else centre for centre in units.centres.tolist()]
            self.found.append({**lists, "centres": centres})
        return self.places[key]


def _plain(rung: Rung, lists: _Lists) -> dict[str, Any]:
    rows, columns = (None, None) if rung.units is None else (lists.place(units) for units in rung.units)
    numbers = {name: [getattr(axis, name) for axis in rung.axes] for name in ("size", "stride", "padding")}
    names = {name: getattr(rung, name) for name in ("name", "kind", "scope", "reason", "through", "fresh")}
    return {**names, **numbers, "rows": rows, "columns": columns, "how": _how(rung.how)}


def _how(how: How) -> dict[str, Any]:
    if isinstance(how, Window):
        settings = {name: getattr(how, name) for name in ("kernel", "stride", "padding", "dilation")}
        before = [asdict(axis) for axis in how.before]
        return {"kind": "window", "source": how.source, "before": before, "layer": settings}
    if isinstance(how, Branches):
        fields = [{"name": name, "axes": [asdict(axis) for axis in axes]} for name, axes in how.fields]
        return {"kind": "branches", "branches": fields}
    return {"kind": "same" if isinstance(how, Same) else "other", "source": how.source}
