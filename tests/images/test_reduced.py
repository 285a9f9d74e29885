"""A picture of fewer pixels: the same picture, whatever its proportions; and one with few enough as it is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from models.images import digest, reduced

SIDES = st.integers(8, 400)


@given(SIDES, SIDES, st.integers(64, 40_000))
def test_it_has_about_as_many_pixels_as_asked_for_in_its_own_proportions(wide, high, most):
    small = reduced(Image.new("RGB", (wide, high)), most)
    if wide * high <= most:
        assert small.size == (wide, high)
        return
    share = (most / (wide * high)) ** 0.5
    for side, whole in zip(small.size, (wide, high), strict=True):
        assert side == pytest.approx(max(1, whole * share), abs=0.5)
    assert small.width * small.height < wide * high


def test_every_pixel_is_a_mean_over_its_area():
    pixels = np.arange(4 * 6 * 3, dtype=np.uint8).reshape(4, 6, 3)
    small = np.asarray(reduced(Image.fromarray(pixels), 6), dtype=np.float64)
    expected = pixels.reshape(2, 2, 3, 2, 3).mean((1, 3))
    np.testing.assert_allclose(small, expected, atol=0.5)


def test_one_that_has_few_enough_is_the_same_one():
    image = Image.new("RGB", (20, 30))
    assert reduced(image, 600) is image
    assert reduced(image, 599) is not image


def test_a_digest_tells_apart_sizes_modes_and_single_pixels():
    grey = Image.new("L", (6, 2), 7)
    pictures = [grey, Image.new("L", (2, 6), 7), Image.new("RGB", (2, 2), (7, 7, 7)), Image.new("L", (6, 2), 8)]
    one = grey.copy()
    one.putpixel((5, 1), 8)
    assert len({digest(each) for each in [*pictures, one]}) == 5
    assert digest(grey.copy()) == digest(grey)
