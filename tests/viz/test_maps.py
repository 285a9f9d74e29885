"""Every colour map there is, by numbers: even to the eye, in order without colours, and safe for all kinds of eyes.

Colours are taken back from their bytes by other people's arithmetic (scikit-image's CIELAB and CIEDE2000) and by the
inverse of OKLab. Eyes that lack one kind of cone see as Machado, Oliveira and Fernandes found ("A Physiologically-based
Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (6), 2009): their matrices of severity 1.0, for light.
"""

import numpy as np
import pytest
from skimage.color import deltaE_ciede2000, rgb2lab

from viz.ink import colour, tiles

PROTANOPIA = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
DEUTERANOPIA = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881))
TRITANOPIA = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039))
EYES = {"all cones": np.eye(3), "no red": PROTANOPIA, "no green": DEUTERANOPIA, "no blue": TRITANOPIA}

MAPS = {name: colour.sequential(name) for name in colour.SEQUENTIAL}
ARMS = {  # a diverging map as two that begin in its middle
    f"{name} {side}": half
    for name in colour.DIVERGING
    for side, half in (("below", colour.diverging(name)[127::-1]), ("above", colour.diverging(name)[128:]))
}
every_map = pytest.mark.parametrize("palette", [*MAPS.values(), *ARMS.values()], ids=[*MAPS, *ARMS])
every_eye = pytest.mark.parametrize("eye", EYES)
every_diverging = pytest.mark.parametrize("name", colour.DIVERGING)


def light(palette):
    share = palette / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def seen(palette, eye="all cones"):
    """The palette as such eyes see it, sRGB in 0…1."""
    linear = np.clip(light(palette) @ np.array(EYES[eye]).T, 0, 1)
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)


def oklab(share):
    """Of sRGB in 0…1, as Ottosson published it: to light, to cones, cube roots, lightness and hues."""
    cones = light(255 * share) @ np.array(
        [
            (0.4122214708, 0.5363325363, 0.0514459929),
            (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005),
        ]
    ).T  # fmt: skip
    return np.cbrt(cones) @ np.array(
        [
            (0.2104542553, 0.7936177850, -0.0040720468),
            (1.9779984951, -2.4285922050, 0.4505937099),
            (0.0259040371, 0.7827717662, -0.8086757660),
        ]
    ).T  # fmt: skip


def steps(space, share, stride=16):
    """How far apart colours are that are `stride` places apart: so far, that rounding to bytes doesn't count."""
    place = space(share)
    return np.linalg.norm(np.diff(place[::stride], axis=0), axis=1)


def lightness(share):
    return rgb2lab(share)[:, 0]


def test_there_are_at_least_three_sequential_and_two_diverging_maps():
    counts = len(colour.SEQUENTIAL), len(colour.DIVERGING)
    assert (counts[0] >= 3, counts[1] >= 2) == (True, True)
    assert len({*colour.SEQUENTIAL, *colour.DIVERGING}) == sum(counts), "one name in an address means one map"
    assert all(name.isalpha() and name.islower() for names in colour.MAPS.values() for name in names)


def test_the_start_is_what_it_was_before_there_was_a_choice():
    assert colour.sequential()[[0, 85, 170, 255]].tolist() == [
        [9, 10, 32],
        [99, 58, 143],
        [205, 117, 120],
        [255, 248, 188],
    ]
    assert colour.diverging()[[0, 127, 255]].tolist() == [[0, 69, 144], [244, 244, 245], [120, 45, 10]]


@every_map
def test_lightness_is_a_straight_line(palette):
    """In CIE L*: 5 of 100 from the line at most."""
    found = lightness(palette / 255)
    places = np.arange(len(found))
    line = np.polyval(np.polyfit(places, found, 1), places)
    assert np.abs(found - line).max() < 5
    assert np.ptp(found) > (60 if len(found) == 128 else 90)


@every_eye
@every_map
def test_lightness_keeps_the_order_for_every_eye(palette, eye):
    change = np.diff(lightness(seen(palette, eye)))
    assert (np.sign(change.sum()) * change).min() > -0.1, "a byte of rounding"
    coarse = np.diff(lightness(seen(palette, eye))[::8])
    assert (np.sign(change.sum()) * coarse).min() > 0.5


@every_map
def test_steps_are_even_to_the_eye(palette):
    found = steps(oklab, palette / 255)
    assert found.min() > 0.8 * found.mean()
    assert found.max() < 1.2 * found.mean()


@every_eye
@every_map
def test_neighbours_differ_for_every_eye_nearly_as_for_all(palette, eye):
    """A sixteenth of the map apart: 0.7 of the difference is left in OKLab, and 3 of CIEDE2000, where 1 can be seen."""
    share, there = palette / 255, seen(palette, eye)
    assert (steps(oklab, there) / steps(oklab, share)).min() > 0.7
    lab = rgb2lab(there)
    assert deltaE_ciede2000(lab[:-16:16], lab[16::16]).min() > 3


@every_diverging
def test_both_sides_are_equally_dark_at_equal_distance(name):
    found = lightness(colour.diverging(name) / 255)
    assert np.abs(found - found[::-1]).max() < 4
    assert found.argmax() in range(126, 130)
    assert np.ptp(colour.diverging(name)[127].astype(int)) <= 8, "nearly white"


@every_eye
@every_diverging
def test_the_sides_of_zero_differ_for_every_eye_nearly_as_for_all(name, eye):
    """Values as far below zero as above: 0.85 of their difference is left, and never less than 25 of CIEDE2000."""
    outer = np.r_[0:96]
    share, there = colour.diverging(name) / 255, seen(colour.diverging(name), eye)
    distances = [deltaE_ciede2000(lab[outer], lab[::-1][outer]) for lab in (rgb2lab(there), rgb2lab(share))]
    assert (distances[0] / distances[1]).min() > 0.85
    assert distances[0].min() > 25


@pytest.mark.parametrize("mark", [tiles.OFF_SCALE, tiles.NOT_A_NUMBER])
@every_map
def test_no_map_has_the_colour_of_a_mark(palette, mark):
    nearest = np.linalg.norm(oklab(palette / 255) - oklab(np.array([mark]) / 255), axis=1).min()
    assert nearest > 0.05, "2 of 100 can just be told apart"


@pytest.mark.parametrize("pair", colour.LEGAL.values(), ids=lambda pair: str(pair) or "start")
def test_what_an_address_names_is_what_was_written(pair):
    assert colour.read(str(pair)) == pair
    assert pair.planes()["sequential"] is colour.sequential(pair.sequential)
    assert pair.of(-0.5) is colour.diverging(pair.diverging)
    assert pair.of(0.0) is colour.sequential(pair.sequential)


def test_nothing_stands_in_the_address_for_the_start():
    assert str(colour.START) == ""
    assert len(colour.LEGAL) == len(colour.SEQUENTIAL) * len(colour.DIVERGING)


@pytest.mark.parametrize(
    "text", ["", "jet", "ember-", "-dune", "dune-ember", "Ember", "ember-jet", "dusk", "ember\0", "é" * 99]
)
def test_a_name_that_nobody_wrote_is_the_start(text):
    assert colour.read(text) == colour.START
