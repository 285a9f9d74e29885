"""A cell that a visitor has settled on, and the bounds of the maps it lies in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from viz.stages.kernel.legal import Bounds, Whole
from viz.stages.kernel.view import View, below

AXES = ("batch", "channels", "rows", "columns")


@dataclass(frozen=True)
class Cell(View):
    """A place of a map, counted from 0 at the top left."""

    row: int = below("rows")
    column: int = below("columns")


def within(shape: Sequence[int]) -> Bounds:
    """The bounds of maps of a shape that ends in rows and columns."""
    return dict(zip(AXES[-len(shape) :], shape, strict=True))


def read_cell(event: object, shape: tuple[int, int], start: Cell) -> Cell:
    """The cell that `event` names within maps of `shape` (rows, columns); what it doesn't say properly is `start`'s."""
    return start.read(event, within(shape))


def whole_below(value: object, bound: int) -> int | None:
    """A whole number from 0 to below `bound`, from a number or its digits; None for everything else."""
    found: int | None = Whole(0, bound).read(value, {})
    return found
