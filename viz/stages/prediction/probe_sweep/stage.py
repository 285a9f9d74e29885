"""What the map of a picture that was covered everywhere is sent.

Maps are [row, column] of places, pictures [row, column, colour].
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float64, Integer, UInt8

from viz.ink import colour
from viz.stages.kernel.payload import pack


@dataclass(frozen=True, eq=False)
class Swept:
    """The places of the covers (top, left, rows, columns), and by how many percentage points a class falls under each.

    `step`: pixels from cell to cell.
    """

    covers: Integer[np.ndarray, "rows columns 4"]
    falls: Float64[np.ndarray, "rows columns"]
    step: int

    @property
    def strongest(self) -> tuple[int, int]:
        """The cell (row, column) where the class falls most."""
        row, column = np.unravel_index(int(self.falls.argmax()), self.falls.shape)
        return int(row), int(column)

    @property
    def scale(self) -> tuple[float, float]:
        """The ends of the scale: as far below zero as above."""
        return colour.limits(float(self.falls.min()), float(self.falls.max()), "symmetric")


def payload(
    picture: UInt8[np.ndarray, "rows columns 3"],
    swept: Swept,
    answers: Sequence[Mapping[str, str]],
    subject: str,
    about: Mapping[str, str],
    words: Mapping[str, str],
) -> bytes:
    """The picture, the map, and what the network said in each cell, row by row; a new `subject` is looked at anew."""
    header = {
        "subject": subject,
        "step": swept.step,
        "scale": swept.scale,
        "strongest": swept.strongest,
        "answers": [dict(answer) for answer in answers],
        "about": dict(about),
        "words": dict(words),
    }
    values: dict[str, np.ndarray] = {"falls": swept.falls.astype(np.float32), "covers": swept.covers.astype(np.uint16)}
    return pack(header, {"picture": picture, **values})
