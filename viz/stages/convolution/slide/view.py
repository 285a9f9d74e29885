"""What a visitor has set on the stage where a kernel or a pooling window slides, as it stands in the address.

Texts of the address: a pair is "2x1" (rows, columns); a matrix is "0,1;2,3" (values by comma, rows by semicolon).
Nothing that comes from an address or a browser is trusted: what is missing, malformed or out of bounds falls to the
default.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

import numpy as np
from jaxtyping import Float

from models.ops.examples import MATRICES
from models.ops.geometry import PADDING_MODES
from models.ops.kernels import KERNELS

PICTURE, CELLS, NETWORK, TYPED = "picture", "cells", "network", "typed"
COLOURS = ("grey", "red", "green", "blue")
SMALLEST, LARGEST = 8, 64  # pixels a side of the picture
MOST_CELLS, MOST_TAPS = 16, 7  # a side of a typed matrix, of a kernel
MOST_STRIDE, MOST_PADDING, MOST_DILATION = 4, 3, 3
MOST_NUMBER = 4096  # output channels of a first layer
LARGEST_VALUE = 1e6
LONGEST = 6000  # characters of a matrix in the address
UNSAID = -1


@dataclass(frozen=True)
class Source:
    """What the window slides over: the picture at a size and in a colour, a matrix by name, or typed `cells`."""

    source: str = PICTURE
    size: int = 32
    colour: str = "grey"
    cells: str = ""
    row: int = UNSAID
    column: int = UNSAID


@dataclass(frozen=True)
class ConvolutionView(Source):
    """One kernel over one plane. `convolve`: the kernel is turned by 180° first, as mathematics has it."""

    kernel: str = "outline"
    number: int = 0
    weights: str = ""
    stride: str = "1x1"
    padding: str = "0x0"
    dilation: str = "1x1"
    mode: str = "zeros"
    bias: float = 0.0
    convolve: bool = False


@dataclass(frozen=True)
class PoolingView(Source):
    """One pooling window over one plane. `stride` "window": as far as the window is large, PyTorch's default."""

    source: str = PICTURE
    size: int = 16
    pool: str = "max"
    window: str = "2x2"
    stride: str = "window"
    padding: str = "0x0"
    ceil: bool = False
    include: bool = True


AnyView = TypeVar("AnyView", bound=Source)
Reader = Callable[[object], Any]


def read_view(kind: type[AnyView], said: object) -> AnyView:
    """A view of that kind from an address or an event: every field alone is taken if it is legal."""
    given: Mapping[Any, Any] = said if isinstance(said, Mapping) else {}
    taken = {}
    for field in fields(kind):
        reader = READERS_OF.get((kind, field.name)) or READERS[field.name]
        value = reader(given[field.name]) if field.name in given else None
        if value is not None:
            taken[field.name] = value
    return kind(**taken)


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
    numbers = [[_number(word) for word in row] for row in rows]
    if any(number is None for row in numbers for number in row):
        return None
    return np.array(numbers, dtype=np.float64)


def _number(value: object) -> float | None:
    """A finite number of at most a million, from a number or its digits."""
    try:
        number = float(value) if isinstance(value, (int, float, str)) and not isinstance(value, bool) else math.nan
    except (ValueError, OverflowError):
        return None
    return number if abs(number) <= LARGEST_VALUE else None


def _whole(low: int, high: int) -> Reader:
    def read(value: object) -> int | None:
        number = _number(value)
        return int(number) if number is not None and number == int(number) and low <= number <= high else None

    return read


def _one_of(*names: str) -> Reader:
    return lambda value: value if isinstance(value, str) and value in names else None


def _pair(low: int, high: int, *also: str) -> Reader:
    one = _whole(low, high)

    def read(value: object) -> str | None:
        if not isinstance(value, str) or value in also:
            return value if isinstance(value, str) else None
        parts = [one(part) for part in value.split("x")]
        return None if len(parts) != 2 or None in parts else f"{parts[0]}x{parts[1]}"  # noqa: PLR2004, a pair

    return read


def _matrix(most: int) -> Reader:
    return lambda value: value if isinstance(value, str) and (not value or matrix_of(value, most) is not None) else None


def _switch(value: object) -> bool | None:
    return {"true": True, "false": False}.get(str(value).lower())


READERS: Mapping[str, Reader] = {
    "source": _one_of(PICTURE, CELLS, *MATRICES),
    "size": _whole(SMALLEST, LARGEST),
    "colour": _one_of(*COLOURS),
    "cells": _matrix(MOST_CELLS),
    "row": _whole(0, 10_000),
    "column": _whole(0, 10_000),
    "kernel": _one_of(*KERNELS, NETWORK, TYPED),
    "number": _whole(0, MOST_NUMBER),
    "weights": _matrix(MOST_TAPS),
    "stride": _pair(1, MOST_STRIDE),
    "padding": _pair(0, MOST_PADDING),
    "dilation": _pair(1, MOST_DILATION),
    "mode": _one_of(*PADDING_MODES),
    "bias": _number,
    "convolve": _switch,
    "pool": _one_of("max", "average"),
    "window": _pair(1, MOST_TAPS),
    "ceil": _switch,
    "include": _switch,
}

# What one kind of view takes that the other has no meaning for.
READERS_OF: Mapping[tuple[type[Source], str], Reader] = {
    (PoolingView, "stride"): _pair(1, MOST_STRIDE, "window"),
}
