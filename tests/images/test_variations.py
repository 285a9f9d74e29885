"""Variations of a picture: what each word does, checked on pictures small enough to see."""

import numpy as np
import pytest
from PIL import Image

from models.images import sample
from models.images.variations import variations, vary


def picture():
    """16×16 pixels, each of its own brightness, red by column and green by row."""
    rows, columns = np.mgrid[0:16, 0:16]
    return Image.fromarray(np.stack([columns * 10, rows * 10, rows * 0 + 80], axis=2).astype(np.uint8))


def test_as_it_is():
    assert vary(picture(), "") == picture()


def test_mirrored():
    assert np.array_equal(np.asarray(vary(picture(), "flip")), np.asarray(picture())[:, ::-1])


def test_moved_right_repeats_the_left_border():
    before, after = np.asarray(picture()), np.asarray(vary(picture(), "shift 1"))
    assert np.array_equal(after[:, 2:], before[:, :-2])
    assert np.array_equal(after[:, :2], np.repeat(before[:, :1], 2, axis=1))


def test_the_four_shifts_lead_to_four_sides():
    before = np.asarray(picture())
    left, down, up = (np.asarray(vary(picture(), f"shift {way}")) for way in "234")
    assert np.array_equal(left[:, :-2], before[:, 2:])
    assert np.array_equal(left[:, -2:], np.repeat(before[:, -1:], 2, axis=1))
    assert np.array_equal(down[2:], before[:-2])
    assert np.array_equal(up[:-2], before[2:])
    assert np.array_equal(up[-2:], np.repeat(before[-1:], 2, axis=0))


def test_crops_keep_three_quarters_of_each_corner():
    before = np.asarray(picture())
    assert np.array_equal(np.asarray(vary(picture(), "crop 1")), before[:12, :12])
    assert np.array_equal(np.asarray(vary(picture(), "crop 4")), before[4:, 4:])


def test_brighter_and_darker():
    middle = np.asarray(picture()).mean()
    assert np.asarray(vary(picture(), "bright")).mean() > middle > np.asarray(vary(picture(), "dark")).mean()


def test_words_add_up():
    both = vary(picture(), "flip+shift 1")
    assert np.array_equal(np.asarray(both), np.asarray(vary(vary(picture(), "flip"), "shift 1")))


def test_every_variation_of_a_photograph_is_another_square_picture():
    photograph = sample("coffee")
    seen = {vary(photograph, name).tobytes() for name in variations()}
    assert len(seen) == len(variations()) == 53
    assert all(len(set(vary(photograph, name).size)) == 1 for name in variations()[:12])


@pytest.mark.parametrize("name", ["nothing", "flip+flip", "dark+flip", "crop", "flip+", "../x"])
def test_unknown_variations_are_refused(name):
    with pytest.raises(ValueError, match="variation is"):
        vary(picture(), name)
