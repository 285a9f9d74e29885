"""Which colour stands for which value: limits of a scale, and palettes that are even to the eye and safe for all eyes.

A palette is [256, 3] bytes, red, green, blue, from the lowest value to the highest.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import numpy as np
from jaxtyping import Float, UInt8

Range = Literal["auto", "symmetric", "zero"]
RANGES: tuple[Range, ...] = ("auto", "symmetric", "zero")

# Corner colours in OKLab (lightness, green-red, blue-yellow; Ottosson 2020), between which the palettes run straight.
# Lightness rises evenly, so that the order of values survives printing in grey and every kind of colour blindness.
SEQUENTIAL = ((0.16, 0.005, -0.045), (0.44, 0.075, -0.115), (0.66, 0.105, 0.035), (0.97, -0.015, 0.075))
NEGATIVE = ((0.40, -0.035, -0.135), (0.68, -0.045, -0.095))
POSITIVE = ((0.68, 0.065, 0.105), (0.40, 0.085, 0.075))
MIDDLE = (0.97, 0.0, 0.0)


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
def palette(low: float) -> UInt8[np.ndarray, "256 3"]:
    """The palette for a scale that starts at `low`: with a middle where it has two sides."""
    return diverging() if low < 0 else sequential()


@cache
def sequential() -> UInt8[np.ndarray, "256 3"]:
    """Dark to light, for values of one sign."""
    return _run(SEQUENTIAL)


@cache
def diverging() -> UInt8[np.ndarray, "256 3"]:
    """Blue below zero, near white at zero, orange above: equally dark at equal distance."""
    return _run((*NEGATIVE, MIDDLE, *POSITIVE))


def _run(corners: tuple[tuple[float, float, float], ...]) -> UInt8[np.ndarray, "256 3"]:
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
