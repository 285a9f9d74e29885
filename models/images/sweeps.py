"""Which places does a square cover take when it is slid over a whole picture, and which steps a picture that is moved?

The picture is laid out in cells of `step` × `step` pixels, the last ones maybe smaller; the cover lies over the middle
of each in turn, cut at the border. Cells are [row, column].
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from jaxtyping import UInt8

from models.images.edits import Cover, Fill, Pixels, covered, filling

FURTHEST = 16  # pixels


@dataclass(frozen=True)
class Sweep:
    """A square of `side` pixels over the middle of every cell of `step` pixels."""

    side: int
    step: int
    fill: Fill

    def shape(self, size: tuple[int, int]) -> tuple[int, int]:
        """How many cells a picture of `size` (rows, columns) has, down and across."""
        return -(-size[0] // self.step), -(-size[1] // self.step)

    def covers(self, size: tuple[int, int]) -> tuple[Cover, ...]:
        """The covers, row by row of cells."""
        down, across = (
            [self._span(cell, length) for cell in range(cells)]
            for cells, length in zip(self.shape(size), size, strict=True)
        )
        return tuple(
            Cover(top, left, bottom - top, right - left) for (top, bottom), (left, right) in product(down, across)
        )

    def _span(self, cell: int, length: int) -> tuple[int, int]:
        first, last = cell * self.step, min(length, (cell + 1) * self.step) - 1
        start = (first + last + 1 - self.side) // 2
        # A small cover in a cut cell still covers something of it.
        return max(0, min(start, length - 1)), max(1, min(length, start + self.side))


def swept(pixels: Pixels, sweep: Sweep, places: Sequence[Cover]) -> UInt8[np.ndarray, "pictures rows columns 3"]:
    """The picture under each of the covers."""
    under = filling(pixels, sweep.fill)
    return np.stack([covered(pixels, place, under) for place in places])


def shifts(columns: int) -> tuple[int, ...]:
    """By how many pixels a picture of so many columns is moved to the right, step by step."""
    most = min(FURTHEST, columns // 2)
    return tuple(range(-most, most + 1))


def batches(count: int, size: tuple[int, int]) -> Iterator[range]:
    """The numbers from 0 to below `count` in batches: of large pictures only a few pass through a network at once."""
    most = max(1, min(32, 8 * 224**2 // (size[0] * size[1])))
    return (range(start, min(count, start + most)) for start in range(0, count, most))
