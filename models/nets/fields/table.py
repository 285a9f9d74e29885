"""From a field as it is followed through the layers to what is told of it: one size, one scope, the boxes."""

from __future__ import annotations

from models.nets.fields.moves import Field
from models.ops.receptive_field import Axis
from models.ops.spans import Spans, first_ones, hull
from models.records.receptive_field import Pair, ReceptiveField, Scope

NOTHING: Pair = (0, 0)
UNEVEN = "its units are not evenly spaced over the picture: size is that of the longest box, ask box for the others"
FLAT = "each of its features belongs to another place of the maps before it; ask for those"


def as_answer(known: Field) -> ReceptiveField:
    """A field as it is told to others."""
    if known.scope == "unknown" or known.flat:
        return _told(known, NOTHING, "unknown", FLAT if known.flat else known.reason, (0, 0))
    if known.scope == "whole image":
        return _told(known, known.image, "whole image", known.reason, known.image)
    (rows, evenly_down), (columns, evenly_across) = (_record(known, axis) for axis in (0, 1))
    return ReceptiveField(
        (rows.size, columns.size),
        (rows.stride, columns.stride),
        (rows.padding, columns.padding),
        "exact",
        None if evenly_down and evenly_across else UNEVEN,
        known.image,
        known.places,
        (evenly_down, evenly_across),
        None,
        _spans(known, 0),
        _spans(known, 1),
        known.boxes,
    )


def _told(known: Field, size: Pair, scope: Scope, reason: str | None, seen: Pair) -> ReceptiveField:
    """A field all of whose units see the same number of pixels from the first on."""
    rows, columns = (first_ones(count, pixels) for count, pixels in zip(known.places, seen, strict=True))
    spatial = (_record(known, 0)[0].size, _record(known, 1)[0].size) if known.boxes and scope != "unknown" else None
    nowhere = (NOTHING, NOTHING)
    return ReceptiveField(
        size, *nowhere, scope, reason, known.image, known.places, (False, False), spatial, rows, columns
    )


def _record(known: Field, axis: int) -> tuple[Axis, bool]:
    """The affine record of an axis, and whether there is one; else the longest box alone."""
    even = known.axes[axis]
    return (Axis(_spans(known, axis).longest, 0, 0), False) if even is None else (even, True)


def _spans(known: Field, axis: int) -> Spans:
    return hull([each.columns if axis else each.rows for each in known.boxes])
