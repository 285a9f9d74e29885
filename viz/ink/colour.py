"""Which colour stands for which value: limits of a scale, and maps that are even to the eye and safe for all eyes.

A palette is [256, 3] bytes, red, green, blue, from the lowest value to the highest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from itertools import product, starmap
from typing import Literal

import numpy as np
from jaxtyping import Float, UInt8

Range = Literal["auto", "symmetric", "zero"]
RANGES: tuple[Range, ...] = ("auto", "symmetric", "zero")
Kind = Literal["sequential", "diverging"]
Corners = tuple[tuple[float, float, float], ...]
Plane = UInt8[np.ndarray, "256 3"]

# Every map there is: corner colours in OKLab (lightness, green-red, blue-yellow; Ottosson 2020), about equally far from
# each other, between which it runs straight. The first of a kind is what everybody starts with. Sequential maps go from
# dark to light, for values of one sign; diverging ones are near white in the middle, which is zero, and equally dark at
# equal distance from it. So lightness alone tells the order of values, in grey print and for every kind of colour
# blindness. The two sides of zero differ in blue against yellow, which eyes without red-green difference tell apart,
# and enough in green against red for the few who lack the other.
MIDDLE = (0.97, 0.0, 0.0)
SEQUENTIAL: Mapping[str, Corners] = {
    "dusk": ((0.16, 0.005, -0.045), (0.44, 0.075, -0.115), (0.66, 0.105, 0.035), (0.97, -0.015, 0.075)),
    "sea": ((0.16, -0.01, -0.015), (0.435, -0.045, -0.045), (0.69, -0.105, 0.025), (0.97, -0.045, 0.105)),
    "ember": ((0.16, 0.045, 0.02), (0.445, 0.11, 0.06), (0.705, 0.06, 0.115), (0.97, -0.03, 0.1)),
}
DIVERGING: Mapping[str, Corners] = {
    "dawn": ((0.4, -0.035, -0.135), (0.68, -0.045, -0.095), MIDDLE, (0.68, 0.065, 0.105), (0.4, 0.085, 0.075)),
    "dune": ((0.4, -0.04, -0.025), (0.68, -0.09, -0.065), MIDDLE, (0.68, -0.005, 0.13), (0.4, 0.015, 0.075)),
}
MAPS: Mapping[Kind, Mapping[str, Corners]] = {"sequential": SEQUENTIAL, "diverging": DIVERGING}


@dataclass(frozen=True)
class Palettes:
    """The maps somebody looks through, one of each kind, by name."""

    sequential: str = next(iter(SEQUENTIAL))
    diverging: str = next(iter(DIVERGING))

    def __str__(self) -> str:
        """What stands for them in an address: the names of those that nobody starts with."""
        return "-".join(name for kind, name in asdict(self).items() if name != getattr(START, kind))

    def planes(self) -> dict[str, Plane]:
        """The palettes by kind, as a payload carries them."""
        return {"sequential": sequential(self.sequential), "diverging": diverging(self.diverging)}

    def of(self, low: float) -> Plane:
        """The palette for a scale that starts at `low`: with a middle where it has two sides."""
        return diverging(self.diverging) if low < 0 else sequential(self.sequential)


START = Palettes()
LEGAL = {str(pair): pair for pair in starmap(Palettes, product(SEQUENTIAL, DIVERGING))}


def read(text: str) -> Palettes:
    """The palettes that an address names; what everybody starts with where it names none."""
    return LEGAL.get(text, START)


def limits(low: float, high: float, values_range: Range = "auto") -> tuple[float, float]:
    """The ends of the scale for values between `low` and `high`.

    "symmetric" reaches equally far on both sides of zero, "zero" starts at zero (values below are clipped, and marked);
    "auto" is symmetric where there are negative values, else from zero. Constant values are legal.
    """
    if values_range == "symmetric" or (values_range == "auto" and low < 0):
        reach = max(abs(low), abs(high))
        return -float(reach), float(reach)
    if high > 0:
        return 0.0, float(high)
    return (float(low), 0.0) if low < 0 and values_range != "zero" else (0.0, 0.0)


@cache
def sequential(name: str = START.sequential) -> Plane:
    """The palette of a sequential map."""
    return _run(SEQUENTIAL[name])


@cache
def diverging(name: str = START.diverging) -> Plane:
    """The palette of a diverging map."""
    return _run(DIVERGING[name])


def _run(corners: Corners) -> Plane:
    places = np.linspace(0, len(corners) - 1, 256)
    lab = np.stack([np.interp(places, np.arange(len(corners)), axis) for axis in zip(*corners, strict=True)], axis=1)
    colours = np.round(255 * _to_srgb(lab)).astype(np.uint8)
    colours.flags.writeable = False
    return colours


def _to_srgb(lab: Float[np.ndarray, "colours 3"]) -> Float[np.ndarray, "colours 3"]:
    """OKLab to sRGB in 0…1, with Ottosson's published matrices; colours no screen has are cut off."""
    to_cones = np.array(
        [[1, 0.3963377774, 0.2158037573], [1, -0.1055613458, -0.0638541728], [1, -0.0894841775, -1.2914855480]]
    )
    to_linear = np.array(
        [
            [4.0767416621, -3.3077115913, 0.2309699292],
            [-1.2684380046, 2.6097574011, -0.3413193965],
            [-0.0041960863, -0.7034186147, 1.7076147010],
        ]
    )
    linear = np.clip((lab @ to_cones.T) ** 3 @ to_linear.T, 0, 1)
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)  # noqa: PLR2004, IEC 61966-2-1
