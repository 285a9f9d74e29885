"""A cell that a visitor has settled on: what comes back from a stage, or stands in an address, brought into bounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

DIGITS = 6  # no map is a million cells wide


@dataclass(frozen=True)
class Cell:
    """A place of a map, counted from 0 at the top left."""

    row: int = 0
    column: int = 0


def read_cell(event: object, shape: tuple[int, int], start: Cell) -> Cell:
    """The cell that `event` names within maps of `shape` (rows, columns); what it doesn't say properly is `start`'s."""
    fields = event if isinstance(event, Mapping) else {}
    row, column = (whole_below(fields.get(name), size) for name, size in zip(("row", "column"), shape, strict=True))
    return Cell(start.row if row is None else row, start.column if column is None else column)


def whole_below(value: object, bound: int) -> int | None:
    """A whole number from 0 to below `bound`, from a number or its digits; None for everything else."""
    if isinstance(value, str):
        value = int(value) if value.isascii() and value.isdecimal() and len(value) <= DIGITS else None
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if 0 <= value < bound else None
