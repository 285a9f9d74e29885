"""Is the scale of pictures of numbers the customary one wherever there is one, and never nearly black?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from models.sandbox.pictures.brightness import Scale, scale_for, to_grey


@pytest.mark.parametrize(
    ("lowest", "highest", "scale"),
    [
        (0.0, 65535.0, Scale(0.0, 65535.0)),
        (0.0, 40000.0, Scale(0.0, 65535.0)),
        (0.0, 4095.0, Scale(0.0, 4095.0)),
        (100.0, 200.0, Scale(0.0, 255.0)),
        (0.0, 1.0, Scale(0.0, 1.0)),
        (0.0, 0.1, Scale(0.0, 0.1)),  # would be nearly black
        (280.0, 300.0, Scale(0.0, 1023.0)),
        (-5.0, 5.0, Scale(-5.0, 5.0)),
        (0.0, 1e6, Scale(0.0, 1000000.0)),
        (0.0, 0.0, Scale(0.0, 1.0)),
        (77.0, 77.0, Scale(0.0, 255.0)),
    ],
)
def test_the_full_scale_is_the_smallest_customary_one(lowest, highest, scale):
    assert scale_for(lowest, highest) == scale


@given(st.lists(st.floats(width=32), min_size=1, max_size=20))
def test_brighter_numbers_are_never_drawn_darker(numbers):
    image = Image.fromarray(np.array([numbers], np.float32))
    grey = np.asarray(to_grey(image)[0])[0]
    order = [index for index in np.argsort(numbers) if not np.isnan(numbers[index])]
    assert (np.diff(grey[order].astype(int)) >= 0).all()
    assert all(grey[index] == 0 for index in range(len(numbers)) if np.isnan(numbers[index]))


@given(st.integers(0, 65535))
def test_a_sixteen_bit_picture_of_one_number_is_black_only_if_the_number_is_small(number):
    image = Image.fromarray(np.full((2, 2), number, np.uint16))
    grey, notes = to_grey(image)
    assert (grey.getpixel((0, 0)) >= 64) == (number >= 64 or number == 1)
    assert "missing_as_black" not in notes


def test_a_negative_constant_is_drawn_in_middle_grey():
    assert to_grey(Image.new("I", (2, 2), -7))[0].getpixel((1, 1)) == 128


def test_a_black_picture_is_black_and_needs_no_note():
    for mode in ("I;16", "I", "F"):
        grey, notes = to_grey(Image.new(mode, (4, 4), 0))
        assert (grey.getextrema(), notes) == ((0, 0), ())


def test_a_tall_picture_is_the_same_in_strips_as_at_once():
    numbers = np.random.default_rng(6).integers(0, 65536, (1500, 1000), dtype=np.uint16)
    grey = np.asarray(to_grey(Image.fromarray(numbers))[0])
    np.testing.assert_array_equal(grey, np.rint(numbers / 257).astype(np.uint8))
