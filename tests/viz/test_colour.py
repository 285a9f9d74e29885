"""Limits and palettes: right at the edges, even to the eye, the same on both sides of zero."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.ink import colour

finite = st.floats(-1e6, 1e6, allow_nan=False)


def lightness(palette):
    """CIE L* of sRGB bytes."""
    share = palette / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    luminance = linear @ np.array([0.2126, 0.7152, 0.0722])
    return 116 * np.cbrt(luminance) - 16


@pytest.mark.parametrize(
    ("low", "high", "kind", "expected"),
    [(-1, 3, "auto", (-3, 3)), (1, 3, "auto", (0, 3)), (0, 3, "symmetric", (-3, 3)), (-5, 3, "zero", (0, 3)),
     (-5, -1, "auto", (-5, 5)), (0, 0, "auto", (0, 0)), (-5, -1, "zero", (0, 0))],
)  # fmt: skip
def test_limits(low, high, kind, expected):
    assert colour.limits(float(low), float(high), kind) == expected


@given(finite, finite)
def test_automatic_limits_hold_every_value(one, other):
    low, high = sorted((one, other))
    bottom, top = colour.limits(low, high)
    assert bottom <= low <= high <= top
    assert bottom in {0, -top}


def test_the_sequential_palette_rises_evenly_in_lightness():
    steps = np.diff(lightness(colour.sequential()))
    assert (steps > -0.05).all()
    assert lightness(colour.sequential())[-1] - lightness(colour.sequential())[0] > 75


def test_the_diverging_palette_is_lightest_at_zero_and_equally_dark_on_both_sides():
    light = lightness(colour.diverging())
    assert light.argmax() in range(126, 130)
    assert np.abs(light - light[::-1]).max() < 4
    middle = colour.diverging()[127].astype(int)
    assert np.ptp(middle) <= 8


def test_neither_palette_sets_red_against_green():
    """For eyes without red-green difference, the two ends of the diverging palette still differ: in blue."""
    ends = colour.diverging()[[20, 235]].astype(int)
    assert abs(ends[0, 2] - ends[1, 2]) > 80


def test_palettes_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        colour.sequential()[0] = 0
