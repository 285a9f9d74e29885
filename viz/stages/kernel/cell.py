"""A cell that a visitor has settled on, and the bounds of the maps it lies in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from viz.stages.kernel.legal import Bounds
from viz.stages.kernel.view import View, below

AXES = ("batch", "channels", "rows", "columns")


@dataclass(frozen=True)
class CellView(View):
    """A place of a map, counted from 0 at the top left."""

    row: int = below("rows")
    column: int = below("columns")


def within(shape: Sequence[int]) -> Bounds:
    """The bounds of maps of a shape that ends in rows and columns."""
    return dict(zip(AXES[-len(shape) :], shape, strict=True))
