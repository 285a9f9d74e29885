"""What a layer's units see of a picture, as it is told to others: sizes, boxes, centres, and which units see a pixel.

Sizes are (rows, columns) in pixels of the network's input, boxes half-open, the origin at the top left.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from jaxtyping import Float, Int

from models.ops.receptive_field import Axis, span
from models.ops.receptive_field import centre as middle
from models.ops.spans import Boxes, Spans, holding

Scope = Literal["exact", "whole image", "unknown"]
Pair = tuple[int, int]


@dataclass(frozen=True)
class Box:
    """Pixels from row `top` up to `bottom`, column `left` up to `right`, the last ones not included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class ReceptiveField:
    """What the units of one layer see of a picture of `image` (rows, columns) pixels.

    `scope`: "exact"; "whole image" (then `size` is the image's, and stride and padding are 0); "unknown" (then all
    three are 0). `reason`: a sentence, unless exact and evenly spaced. Where branches meet or layers are laid side by
    side, a unit's box is the smallest that holds what any of them sees.

    Away from the borders the unit at (row, column) sees `size` pixels from row·stride − padding on. They are followed
    through the layers by the recurrence, and hold as long as every layer moves evenly over the one before it and
    branches have one stride. Where they do not hold on an axis, after enlarging or uneven adaptive pooling, stride and
    padding are 0 there, `size` is that of the longest box, and `evenly` says which axes are meant. Boxes are exact at
    every position either way: what lies in padding is no pixel, not even one in between.

    `places`: (rows, columns) of the layer's maps. `rows` and `columns`: the pixels each row and column of units sees,
    none where the field is unknown.
    `spatial_size`: for "whole image", the size by way of layers that keep places, beside squeeze-and-excitation, say;
    None where all ways join them.
    """

    size: Pair
    stride: Pair
    padding: Pair
    scope: Scope
    reason: str | None
    image: Pair
    places: Pair
    evenly: tuple[bool, bool]
    spatial_size: Pair | None
    rows: Spans = field(compare=False, repr=False)
    columns: Spans = field(compare=False, repr=False)
    boxes: tuple[Boxes, ...] = field(default=(), compare=False, repr=False)

    def box(self, row: int, column: int, clip: bool = True) -> Box:  # noqa: FBT001, FBT002 - as the project fixed it
        """The pixels that the unit at (row, column) sees; with `clip` off as they reach beyond the picture.

        A unit that sees nothing, in a margin of padding, has the empty box of four zeros. Beyond the picture boxes are
        told by size, stride and padding; on an axis without them they end with the picture. Raises ValueError when the
        field is unknown, or for a place that is not there.
        """
        self._check((row, column), self.places)
        if not clip and self.scope == "exact":
            top, bottom, left, right = (
                edge for axis, place in enumerate((row, column)) for edge in self._unclipped(axis, place)
            )
            return Box(top, left, bottom, right)
        return self._exact(row, column)

    def centre(self, row: int, column: int) -> tuple[float, float]:
        """The middle of what the unit at (row, column) sees: a whole number is a pixel, a half lies between two.

        Of evenly spaced units it is that of the whole box, also where the picture cuts it. Raises ValueError as `box`.
        """
        self._check((row, column), self.places)
        rows, columns = (self._middle(axis, place) for axis, place in enumerate((row, column)))
        return rows, columns

    @property
    def centres(self) -> tuple[Float[np.ndarray, " rows"], Float[np.ndarray, " columns"]]:
        """The centres of all rows of units and of all columns, as `centre` has them.

        NaN where there is none: where the field is unknown, or a unit of an axis without a record sees nothing.
        """
        return self._centres(0), self._centres(1)

    def units_seeing(self, row: int, column: int) -> tuple[range, range]:
        """The units whose box holds the pixel at (row, column): from which row up to which, and likewise for columns.

        Where boxes jump, as circular padding makes them, some units in between may not hold it. Raises ValueError when
        the field is unknown, or for a pixel outside the picture.
        """
        self._check((row, column), self.image)
        seeing = holding(self._boxes(), row, column)
        rows, columns = (np.flatnonzero(seeing.any(axis=axis)) for axis in (1, 0))
        return _from_first_to_last(rows), _from_first_to_last(columns)

    def _boxes(self) -> tuple[Boxes, ...]:
        if self.scope == "exact":
            return self.boxes
        return (Boxes(self.rows, self.columns),)

    def _exact(self, row: int, column: int) -> Box:
        edges = []
        for each in self._boxes():
            if not (each.rows.empty[row] or each.columns.empty[column]):
                top, bottom = each.rows.starts[row], each.rows.stops[row]
                edges.append((top, each.columns.starts[column], -bottom, -each.columns.stops[column]))
        if not edges:
            return Box(0, 0, 0, 0)
        top, left, bottom, right = (min(each) for each in zip(*edges, strict=True))
        return Box(int(top), int(left), -int(bottom), -int(right))

    def _axis(self, axis: int) -> Axis | None:
        return Axis(self.size[axis], self.stride[axis], self.padding[axis]) if self.evenly[axis] else None

    def _unclipped(self, axis: int, place: int) -> Pair:
        even = self._axis(axis)
        if even is not None:
            return span(even, place)
        spans = self.columns if axis else self.rows
        return int(spans.starts[place]), int(spans.stops[place])

    def _middle(self, axis: int, place: int) -> float:
        even = self._axis(axis)
        if even is not None and self.scope == "exact":
            return middle(even, place)
        start, stop = self._unclipped(axis, place)
        return (start + stop - 1) / 2

    def _centres(self, axis: int) -> Float[np.ndarray, " units"]:
        spans = self.columns if axis else self.rows
        even = self._axis(axis)
        if even is not None and self.scope == "exact":
            return np.array([middle(even, place) for place in range(len(spans))], dtype=np.float64)
        return np.where(spans.empty, np.nan, (spans.starts + spans.stops - 1) / 2)

    def _check(self, place: Pair, counts: Pair) -> None:
        if self.scope == "unknown":
            raise ValueError(f"layer has an unknown field, but must have a known one: {self.reason}")
        for name, index, count in zip(("row", "column"), place, counts, strict=True):
            if not 0 <= index < count:
                raise ValueError(f"{name} is {index}, but must be at least 0 and at most {count - 1}")


def _from_first_to_last(numbers: Int[np.ndarray, " found"]) -> range:
    return range(int(numbers[0]), int(numbers[-1]) + 1) if len(numbers) else range(0)


@dataclass(frozen=True)
class LayerRow:
    """A layer in a table: its own settings, each (rows, columns) or None where it has none, and what its units see.

    `padding`: the cells before the first; `places`: (rows, columns) of its maps, (1, 1) of features.
    """

    name: str
    kind: str
    kernel: tuple[int, int] | None
    stride: tuple[int, int] | None
    padding: tuple[int, int] | None
    dilation: tuple[int, int] | None
    places: tuple[int, int]
    field: ReceptiveField
