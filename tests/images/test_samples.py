"""Are the sample pictures there without internet, and do the patterns still say what they mean at 32×32?"""

import socket

import numpy as np
import pytest
from PIL import Image

from models.images import Sample, sample, samples
from models.images.patterns import PATTERNS
from models.images.samples import PATTERN_NAMES

NAMES = [each.name for each in samples()]


def seen_by_a_small_network(name):
    """Brightness [32, 32] of a sample after the centred square crop and the reduction of the bundled network."""
    picture = sample(name)
    side = min(picture.size)
    left, top = (picture.width - side) // 2, (picture.height - side) // 2
    square = picture.crop((left, top, left + side, top + side))
    return np.asarray(square.resize((32, 32), Image.Resampling.BILINEAR).convert("L"), float) / 255


def test_the_cat_comes_first_and_photographs_before_patterns():
    assert samples()[0] == Sample("cat", "photograph")
    kinds = [each.kind for each in samples()]
    assert kinds == sorted(kinds, reverse=True)
    assert len(set(NAMES)) == len(NAMES)


def test_the_listed_patterns_are_those_that_can_be_drawn():
    assert tuple(PATTERNS) == PATTERN_NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_is_rgb_of_handy_size_and_needs_no_network(name, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a sample asked for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    picture = sample(name)
    assert picture.mode == "RGB"
    assert 256 <= min(picture.size) <= max(picture.size) <= 1024
    assert np.asarray(picture).std() > 3


@pytest.mark.parametrize("name", PATTERN_NAMES)
def test_patterns_are_square_grey_and_the_same_every_time(name):
    first, again = np.asarray(sample(name)), np.asarray(sample(name))
    assert first.shape == (256, 256, 3)
    assert (first == first[..., :1]).all()
    np.testing.assert_array_equal(first, again)


def test_a_sample_can_be_changed_without_changing_the_next_copy():
    sample("point").paste((9, 9, 9), (0, 0, 256, 256))
    assert sample("point").getpixel((0, 0)) == (0, 0, 0)


@pytest.mark.parametrize("name", ["dog", "", "../cat", "<b>cat</b>"])
def test_an_unknown_name_is_answered_with_the_known_ones(name):
    with pytest.raises(ValueError, match="it must be one of cat, coffee"):
        sample(name)


def test_every_pattern_still_has_contrast_at_32_pixels():
    for name in PATTERN_NAMES:
        seen = seen_by_a_small_network(name)
        assert seen.max() - seen.min() > 0.5, name


def test_the_point_is_one_bright_pixel_at_32_pixels():
    seen = seen_by_a_small_network("point")
    assert np.unravel_index(seen.argmax(), seen.shape) == (16, 16)
    assert seen[16, 16] > 2 * np.partition(seen.ravel(), -2)[-2]


def test_noise_is_as_strong_at_32_pixels_as_at_256():
    assert seen_by_a_small_network("noise").std() > 0.15


@pytest.mark.parametrize(
    ("name", "along"), [("bars_0", (0, 1)), ("bars_90", (1, 0)), ("bars_45", (-1, 1)), ("bars_135", (1, 1))]
)
def test_bars_run_at_their_angle_counted_against_the_clock(name, along):
    """Moving along the bars changes nothing; moving across them does."""
    seen = np.asarray(sample(name).convert("L"), float)
    inner = seen[32:-32, 32:-32]

    def change(rows, columns):
        return np.abs(inner - np.roll(seen, (8 * rows, 8 * columns), (0, 1))[32:-32, 32:-32]).mean()

    assert change(*along) < 1
    assert change(along[1], -along[0]) > 30


def test_the_step_edge_is_upright_in_the_middle():
    seen = np.asarray(sample("step_edge").convert("L"))
    assert (seen == seen[0]).all()
    assert (np.flatnonzero(np.diff(seen[0].astype(int))) == [127]).all()


def test_the_ring_and_the_zone_plate_look_the_same_from_every_side():
    for name in ("ring", "zone_plate"):
        seen = np.asarray(sample(name).convert("L"), int)
        for turned in (np.rot90(seen), seen[::-1], seen.T):
            assert np.abs(seen - turned).max() <= 1
