"""Which drawn pictures make kernels speak? Bars, edges, rings, noise: each answers one question about a kernel.

Every pattern is [rows, columns] of brightness from 0 to 1, 256×256, and built on squares of 8×8: networks that take
32×32 average such squares into one pixel each, and what is finer is lost to them.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import numpy as np
from jaxtyping import Float

SIDE: Final = 256
BLOCK: Final = 8
NOISE_SEED: Final = 20

Brightness = Float[np.ndarray, "rows columns"]

# A five, seven squares high and five wide: corners, straight strokes in both directions and a bow.
FIVE: Final = ("#####", "#....", "####.", "....#", "....#", "#...#", ".###.")


def bars(degrees: float, period: float = 64.0) -> Brightness:
    """Bright and dark bars that run at an angle, counted from horizontal against the clock; period in pixels."""
    rows, columns = _centred()
    angle = np.deg2rad(degrees)
    # The distance across the bars. Rows count downwards, hence the plus.
    across = columns * np.sin(angle) + rows * np.cos(angle)
    wave = np.sin(2 * np.pi * across / period)
    # An edge of one pixel instead of a jump, or slanted bars would have teeth.
    picture: Brightness = np.clip(0.5 + wave * period / (2 * np.pi), 0, 1)
    return picture


def checkerboard(square: int = 32) -> Brightness:
    """Squares, dark and bright in turn, of so many pixels a side."""
    rows, columns = np.indices((SIDE, SIDE)) // square
    return ((rows + columns) % 2).astype(np.float64)


def zone_plate() -> Brightness:
    """Rings that grow finer outwards: every direction, and every fineness up to a period of 12 pixels at the rim."""
    rows, columns = _centred()
    finest = 1 / 12
    phase = 2 * np.pi * finest * (rows**2 + columns**2) / SIDE
    picture: Brightness = 0.5 + 0.5 * np.cos(phase)
    return picture


def ring(radius: float = 80.0, width: float = 24.0) -> Brightness:
    """One bright ring on black: an edge of every direction, once from the inside and once from the outside."""
    rows, columns = _centred()
    distance = np.abs(np.hypot(rows, columns) - radius)
    picture: Brightness = np.clip(0.5 + width / 2 - distance, 0, 1)
    return picture


def digit() -> Brightness:
    """A bright five of straight strokes on black."""
    bright = np.array([[float(sign == "#") for sign in line] for line in FIVE])
    large = np.kron(bright, np.ones((32, 32)))
    top, left = (SIDE - large.shape[0]) // 2, (SIDE - large.shape[1]) // 2
    return np.pad(large, ((top, top), (left, left)))


def step_edge(dark: float = 0.2, bright: float = 0.8) -> Brightness:
    """Dark on the left, bright on the right, and one upright edge in the middle: what a derivative answers to."""
    picture = np.full((SIDE, SIDE), dark)
    picture[:, SIDE // 2 :] = bright
    return picture


def noise() -> Brightness:
    """White noise, the same every time: every direction and fineness at once, and no shape.

    Each square of 8×8 has one brightness. Noise of single pixels would be averaged to grey at 32×32.
    """
    squares = np.random.default_rng(NOISE_SEED).random((SIDE // BLOCK, SIDE // BLOCK))
    return np.kron(squares, np.ones((BLOCK, BLOCK)))


def point() -> Brightness:
    """A single bright point on black: what a layer makes of it is its kernel, mirrored.

    It is one square of 8×8 on the grid of squares, so that at 32×32 it is one bright pixel and not four dim ones.
    """
    picture = np.zeros((SIDE, SIDE))
    picture[SIDE // 2 : SIDE // 2 + BLOCK, SIDE // 2 : SIDE // 2 + BLOCK] = 1
    return picture


def _centred() -> tuple[Brightness, Brightness]:
    """Rows and columns of every pixel's centre, counted from the centre of the picture, in pixels."""
    rows, columns = np.indices((SIDE, SIDE), dtype=np.float64) - (SIDE - 1) / 2
    return rows, columns


PATTERNS: Final[Mapping[str, Callable[[], Brightness]]] = MappingProxyType(
    {
        "bars_0": lambda: bars(0.0),
        "bars_45": lambda: bars(45.0),
        "bars_90": lambda: bars(90.0),
        "bars_135": lambda: bars(135.0),
        "step_edge": step_edge,
        "checkerboard": checkerboard,
        "zone_plate": zone_plate,
        "ring": ring,
        "digit": digit,
        "noise": noise,
        "point": point,
    }
)
