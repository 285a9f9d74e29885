"""What a visitor has set on the stage where a kernel or a pooling window slides, as it stands in the address.

Texts of the address: a pair is "2x1" (rows, columns); a matrix is "0,1;2,3" (values by comma, rows by semicolon).
Nothing that comes from an address or a browser is trusted: what is missing, malformed or out of bounds falls to the
default.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from jaxtyping import Float

from models.ops.examples import MATRICES
from models.ops.geometry import PADDING_MODES
from models.ops.kernels import KERNELS
from viz.stages.kernel.legal import Number, Whole
from viz.stages.kernel.view import View, between, one_of, real, spelled, switch

PICTURE, CELLS, NETWORK, TYPED = "picture", "cells", "network", "typed"
COLOURS = ("grey", "red", "green", "blue")
SMALLEST, LARGEST = 8, 64  # pixels a side of the picture
MOST_CELLS, MOST_TAPS = 16, 7  # a side of a typed matrix, of a kernel
MOST_STRIDE, MOST_PADDING, MOST_DILATION = 4, 3, 3
MOST_NUMBER = 4096  # output channels of a first layer
LARGEST_VALUE = 1e6
LONGEST = 6000  # characters of a matrix in the address
UNSAID = -1
FARTHEST = 10_000  # no output is so large
WINDOW = "window"
POOLS = ("max", "average")


def pair_of(text: str) -> tuple[int, int]:
    """(rows, columns) of a pair that has been read."""
    rows, columns = text.split("x")
    return int(rows), int(columns)


def matrix_of(text: str, most: int) -> Float[np.ndarray, "rows columns"] | None:
    """The matrix a text says, of at most `most` × `most` finite numbers; None if it says none."""
    if not text or len(text) > LONGEST:
        return None
    rows = [line.split(",") for line in text.split(";")]
    if len(rows) > most or len(rows[0]) > most or any(len(row) != len(rows[0]) for row in rows):
        return None
    numbers = [[_value(word) for word in row] for row in rows]
    if any(number is None for row in numbers for number in row):
        return None
    return np.array(numbers, dtype=np.float64)


def _value(word: str) -> float | None:
    found: float | None = Number(LARGEST_VALUE).read(word, {})
    return found


def _pair(low: int, high: int, *also: str) -> Callable[[str], str | None]:
    """Whole numbers from `low` to `high`, rows before columns; or a word that stands for some."""
    one = Whole(low, high + 1)

    def form(text: str) -> str | None:
        parts = [one.read(part, {}) for part in text.split("x")]
        if text in also:
            return text
        return None if len(parts) != 2 or None in parts else f"{parts[0]}x{parts[1]}"  # noqa: PLR2004, a pair

    return form


def _matrix(most: int) -> Callable[[str], str | None]:
    """A matrix of at most so many rows and columns, or none."""
    return lambda text: text if not text or matrix_of(text, most) is not None else None


@dataclass(frozen=True)
class SlideView(View):
    """What the window slides over: the picture at a size and in a colour, a matrix by name, or typed `cells`."""

    source: str = one_of((PICTURE, CELLS, *MATRICES))
    size: int = between(SMALLEST, LARGEST, start=32)
    colour: str = one_of(COLOURS)
    cells: str = spelled(_matrix(MOST_CELLS))
    row: int = between(0, FARTHEST, start=UNSAID)
    column: int = between(0, FARTHEST, start=UNSAID)


@dataclass(frozen=True)
class ConvolutionView(SlideView):
    """One kernel over one plane. `convolve`: the kernel is turned by 180° first, as mathematics has it."""

    kernel: str = one_of((*KERNELS, NETWORK, TYPED), start="outline")
    number: int = between(0, MOST_NUMBER)
    weights: str = spelled(_matrix(MOST_TAPS))
    stride: str = spelled(_pair(1, MOST_STRIDE), start="1x1")
    padding: str = spelled(_pair(0, MOST_PADDING), start="0x0")
    dilation: str = spelled(_pair(1, MOST_DILATION), start="1x1")
    mode: str = one_of(PADDING_MODES)
    bias: float = real(LARGEST_VALUE)
    convolve: bool = switch()


@dataclass(frozen=True)
class PoolingView(SlideView):
    """One pooling window over one plane. `stride` "window": as far as the window is large, PyTorch's default."""

    size: int = between(SMALLEST, LARGEST, start=16)
    pool: str = one_of(POOLS)
    window: str = spelled(_pair(1, MOST_TAPS), start="2x2")
    stride: str = spelled(_pair(1, MOST_STRIDE, WINDOW), start=WINDOW)
    padding: str = spelled(_pair(0, MOST_PADDING), start="0x0")
    ceil: bool = switch()
    include: bool = switch(start=True)


AnySlide = TypeVar("AnySlide", bound=SlideView)
