"""What do the units of a layer see, and how does that change from layer to layer? The moves that all rules are made of.

Boxes are exact at every position (`models.ops.spans`); beside them goes the affine record of one axis (`Axis`), as long
as one describes the units away from the borders.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from models.ops import reads, spans
from models.ops.receptive_field import PIXELS, Axis, union
from models.ops.spans import Boxes
from models.records.receptive_field import Pair, Scope

Axes = tuple[Axis | None, Axis | None]

EVERYTHING = "all places of the maps are joined in it or before it, and so every pixel"
NORMALISED = "it or a layer before it normalises by all places of the maps, and so by every pixel"
SPREAD = "one of its inputs is spread over the other's maps, which are of another size"


@dataclass(frozen=True)
class Field:
    """What the units of a layer see. `places`: (rows, columns) of its maps, (1, 1) where nothing of them is left.

    `boxes`: what a unit sees, the hull of all of them. Of a "whole image" field they are what units see by way of
    layers that keep places; none where all ways join them. `axes`: the affine records for rows and columns, None for an
    axis whose units are not evenly spaced. `flat`: features that still stand for places of maps, each for its own; the
    boxes are then those of all features together, and hold only for a layer that joins them.
    """

    boxes: tuple[Boxes, ...]
    axes: Axes
    places: Pair
    image: Pair
    scope: Scope = "exact"
    reason: str | None = None
    flat: bool = False


@dataclass(frozen=True)
class Made:
    """What a rule may know of a layer besides its inputs: its settings and what came out.

    `places`: (rows, columns) of the output, None of features. `channels_last`: it came out as [B, H, W, C]. `gap`:
    between the inputs and the layer something was computed that is no layer.
    """

    kind: str
    settings: Mapping[str, Any]
    places: Pair | None
    channels_last: bool = False
    gap: bool = False

    @property
    def across(self) -> Pair:
        """Which axes of the output are rows and columns."""
        return (1, 2) if self.channels_last else (2, 3)


def pixels(image: Pair) -> Field:
    """The input itself: a pixel sees itself."""
    return Field((Boxes(*(spans.pixels(size) for size in image)),), (PIXELS, PIXELS), image, image)


def unknown(field: Field, reason: str) -> Field:
    """No answer, and why."""
    return replace(field, boxes=(), axes=(None, None), scope="unknown", reason=reason, flat=False)


def whole_image(field: Field, reason: str = EVERYTHING) -> Field:
    """Every unit depends on every pixel."""
    return replace(field, scope="whole image", reason=reason, flat=False)


def without_places(field: Field, places: Pair) -> Field:
    """Every unit depends on every pixel, and none by way of layers that keep places."""
    return replace(whole_image(field), boxes=(), axes=(None, None), places=places)


def moved(field: Field, tables: Sequence[np.ndarray], axes: Axes) -> Field:
    """The field after a layer whose positions read the inputs in `tables` (rows, columns)."""
    rows, columns = tables
    boxes = spans.joined(Boxes(each.rows.through(rows), each.columns.through(columns)) for each in field.boxes)
    return replace(field, boxes=boxes, axes=axes, places=(len(rows), len(columns)))


def everywhere(field: Field) -> Field:
    """What one unit sees that reads all places of the maps; the whole image where that is all pixels."""
    if field.scope == "whole image":
        return without_places(field, (1, 1))
    together = replace(joined_along(field, (True, True)), flat=False)
    return without_places(together, (1, 1)) if _covers(together) else together


def joined_along(field: Field, along: Sequence[bool]) -> Field:
    """One unit for all places of the axes in `along` (rows, columns)."""
    tables = [
        reads.everything(have) if join else reads.margins(have, 0, 0)
        for have, join in zip(field.places, along, strict=True)
    ]
    rows, columns = (
        _from_first_to_last(axis, have) if axis and join else axis
        for axis, have, join in zip(field.axes, field.places, along, strict=True)
    )
    return moved(field, tables, (rows, columns))


def _from_first_to_last(axis: Axis, count: int) -> Axis:
    return Axis(axis.size + (count - 1) * axis.stride, axis.stride * count, axis.padding)


def _covers(field: Field) -> bool:
    (only,) = field.boxes  # one position sees one box
    sees = ((int(each.starts[0]), int(each.stops[0])) for each in (only.rows, only.columns))
    return all(span == (0, size) for span, size in zip(sees, field.image, strict=True))


def over_places(field: Field) -> Field:
    """Every unit depends on all places of the maps besides its own: a norm with the maps' own statistics."""
    together = everywhere(field)
    if field.flat:
        return together
    if together.scope == "whole image":
        return whole_image(field, NORMALISED)
    return spread(together, field.places)


def spread(field: Field, places: Pair) -> Field:
    """A field with a single position on an axis, repeated over as many as `places` asks for."""
    if field.places == places:
        return field
    tables = [
        reads.repeated(wanted) if have == 1 else reads.margins(have, 0, 0)
        for have, wanted in zip(field.places, places, strict=True)
    ]
    axes = [
        axis if have == wanted else None for axis, have, wanted in zip(field.axes, field.places, places, strict=True)
    ]
    return replace(moved(field, tables, (axes[0], axes[1])), places=places)


def met(fields: Sequence[Field], places: Pair) -> Field:
    """Branches that become one: a unit sees what any of them sees. `places`: (rows, columns) of what comes out."""
    if any(have not in (1, want) for field in fields for have, want in zip(field.places, places, strict=True)):
        return unknown(fields[0], SPREAD)
    wide = [spread(field, places) for field in fields]
    if any(field.flat for field in fields):
        wide = [field if field.flat else everywhere(field) for field in wide]
    boxes = spans.joined(each for field in wide for each in field.boxes)
    seeing = [field for field in wide if field.boxes]
    rows, columns = (_union([field.axes[number] for field in seeing]) for number in (0, 1))
    whole = next((field for field in wide if field.scope == "whole image"), wide[0])
    flat = any(field.flat for field in fields)
    return replace(whole, boxes=boxes, axes=(rows, columns), places=places, flat=flat)


def _union(axes: Sequence[Axis | None]) -> Axis | None:
    known = [axis for axis in axes if axis is not None]
    return union(known) if known and len(known) == len(axes) else None
