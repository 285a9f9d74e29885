"""Edits of a picture against torchvision and by hand, and as a text that no stranger can make illegal."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as some
from torchvision.transforms.v2 import functional

from models.images.edit_text import read_edit, read_fields, write_edit
from models.images.edits import (
    EDGES,
    FILLS,
    WHOLE,
    Cover,
    Edit,
    contrasted,
    covered,
    edited,
    filling,
    fits,
    greyed,
    limits,
    mirrored,
    moved,
    turned,
    weights,
)
from models.images.edits import blurred as blur
from models.images.sweeps import Sweep, batches, shifts, swept

SIZE = (34, 29)


@pytest.fixture(scope="module")
def picture():
    return np.random.default_rng(3).integers(0, 256, (*SIZE, 3), dtype=np.uint8)


def tensor(pixels):
    return torch.tensor(np.ascontiguousarray(pixels)).permute(2, 0, 1)


def array(found):
    return found.permute(1, 2, 0).numpy()


@some.composite
def edits(draw, size=SIZE):
    numbers = {name: draw(some.integers(low, high)) for name, (low, high) in limits(size).items()}
    flags = {name: draw(some.booleans()) for name in ("mirrored", "upended")}
    cover = None
    if draw(some.booleans()):
        top, left = (draw(some.integers(0, side - 1)) for side in size)
        cover = Cover(
            top, left, *(draw(some.integers(1, side - at)) for side, at in zip(size, (top, left), strict=True))
        )
    names = {"edge": draw(some.sampled_from(EDGES)), "fill": draw(some.sampled_from(FILLS))}
    return Edit(**numbers, **flags, **names, cover=cover)


def test_nothing_done_leaves_every_pixel(picture):
    assert (edited(picture, Edit()) == picture).all()
    assert not Edit(edge="black", fill="mean").anything
    assert Edit(right=1).anything


def test_turning_over_is_torchvisions(picture):
    assert (turned(picture, Edit(mirrored=True)) == array(functional.horizontal_flip(tensor(picture)))).all()
    assert (turned(picture, Edit(upended=True)) == array(functional.vertical_flip(tensor(picture)))).all()


@given(right=some.integers(-14, 14), down=some.integers(-17, 17), edge=some.sampled_from(EDGES))
def test_moving_is_padding_and_cutting(right, down, edge):
    pixels = np.random.default_rng(4).integers(0, 256, (*SIZE, 3), dtype=np.uint8)
    room = [max(right, 0), max(down, 0), max(-right, 0), max(-down, 0)]
    mode = {"padding_mode": "reflect"} if edge == "mirror" else {"fill": {"grey": 128, "black": 0}[edge]}
    wide = functional.pad(tensor(pixels), room, **mode)
    expected = functional.crop(wide, room[3], room[2], *SIZE)
    assert (moved(pixels, right, down, edge) == array(expected)).all()


def test_mirroring_goes_on_as_often_as_it_takes():
    assert mirrored(np.arange(-4, 7), 3).tolist() == [0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2]
    assert mirrored(np.arange(-2, 3), 1).tolist() == [0] * 5


@pytest.mark.parametrize("half", range(1, 17))
def test_a_blur_is_torchvisions_gaussian_to_one_level(picture, half):
    wide = np.tile(picture, (2, 2, 1))  # so that the reflected margin of the widest one fits
    reach = math.ceil(3 * half / 2)
    expected = functional.gaussian_blur(tensor(wide).double(), [2 * reach + 1] * 2, [half / 2] * 2)
    difference = np.abs(blur(wide, half / 2) - array(expected))
    assert difference.max() <= 0.5 + 0.01  # rounding, and the weights' own
    assert sum(weights(half / 2)) == WHOLE
    assert weights(half / 2) == weights(half / 2)[::-1]


def test_a_blur_by_hand():
    line = np.zeros((1, 9, 3), np.uint8)
    line[0, 4] = 255
    bell = [math.exp(-(step**2) / 2) for step in range(-3, 4)]
    expected = [round(255 * value / sum(bell)) for value in bell]
    assert blur(line, 1.0)[0, 1:8, 0].tolist() == expected
    assert blur(np.full((5, 7, 3), 93, np.uint8), 1.5).tolist() == np.full((5, 7, 3), 93).tolist()


def test_grey_is_torchvisions_to_one_level(picture):
    expected = functional.rgb_to_grayscale(tensor(picture).float(), 3)
    assert np.abs(greyed(picture, 100) - array(expected)).max() <= 0.6  # its weight of red is 0.2989
    assert (greyed(picture, 0) == picture).all()


def test_grey_by_hand():
    assert greyed(np.array([[[255, 0, 0], [0, 255, 0], [0, 0, 255]]], np.uint8), 100)[0, :, 0].tolist() == [76, 150, 29]
    assert greyed(np.array([[[200, 100, 0]]], np.uint8), 50).tolist() == [[[159, 109, 59]]]  # half way to 118.5


@pytest.mark.parametrize("percent", [0, 40, 100, 137, 200])
def test_light_is_torchvisions_to_one_level(picture, percent):
    # On floats in 0…1, which it doesn't cut down to whole numbers.
    shares = tensor(picture).float() / 255
    for name, own in (("brightness", Edit(brightness=percent)), ("contrast", Edit(contrast=percent))):
        expected = 255 * getattr(functional, f"adjust_{name}")(shares, percent / 100)
        assert np.abs(edited(picture, own) - array(expected)).max() <= 1.2, name


def test_contrast_by_hand():
    grey = np.array([[[10] * 3, [20] * 3, [60] * 3]], np.uint8)  # mean 30
    assert contrasted(grey, 200)[0, :, 0].tolist() == [0, 10, 90]
    assert contrasted(grey, 0)[0, :, 0].tolist() == [30, 30, 30]


def test_covers_by_hand():
    pixels = np.arange(27, dtype=np.uint8).reshape(3, 3, 3)
    assert filling(pixels, "mean")[0, 0].tolist() == [12, 13, 14]
    found = covered(pixels, Cover(0, 1, 2, 1), filling(pixels, "grey"))
    assert found[:2, 1].tolist() == [[128] * 3] * 2
    assert (found[:, 0] == pixels[:, 0]).all()
    assert (found[2] == pixels[2]).all()


@given(edit=edits())
def test_an_edit_never_leaves_the_bytes_and_only_the_cover_differs_under_it(edit):
    pixels = np.random.default_rng(5).integers(0, 256, (*SIZE, 3), dtype=np.uint8)
    found, without = edited(pixels, edit), edited(pixels, edit.uncovered)
    assert found.shape == pixels.shape
    assert found.dtype == np.uint8
    outside = np.ones(SIZE, dtype=bool)
    if edit.cover is not None:
        outside[edit.cover.top :, edit.cover.left :][: edit.cover.rows, : edit.cover.columns] = False
    assert (found[outside] == without[outside]).all()


@given(edit=edits())
def test_a_text_says_the_whole_edit(edit):
    assert read_edit(write_edit(edit), SIZE) == edit
    assert write_edit(edit).replace("_", "").replace(".", "").replace("-", "").isalnum() or edit == Edit()


@given(text=some.text(max_size=300))
def test_any_text_is_a_legal_edit(text):
    edit = read_edit(text, SIZE)
    assert edit.cover is None or fits(edit.cover, SIZE)
    assert read_edit(write_edit(edit), SIZE) == edit


VALUES = some.one_of(
    some.none(), some.integers(), some.floats(), some.text(max_size=9), some.booleans(), some.lists(some.integers())
)
NAMES = [*limits(SIZE), "mirrored", "upended", "edge", "fill", "cover", "else"]
COVERS = some.dictionaries(
    some.sampled_from(["top", "left", "rows", "columns", "x"]), some.one_of(some.integers(-3, 40), VALUES)
)


@given(given_=some.dictionaries(some.sampled_from(NAMES), some.one_of(VALUES, COVERS)))
def test_any_fields_are_a_legal_edit(given_):
    edit = read_fields(given_, SIZE)
    edited(np.zeros((*SIZE, 3), np.uint8), edit)


@pytest.mark.parametrize("bad", [None, 7, "right", ["right"]])
def test_what_is_no_mapping_is_no_edit(bad):
    assert read_fields(bad, SIZE) == Edit()


@pytest.mark.parametrize(
    "edit",
    [Edit(right=15), Edit(down=-18), Edit(blur=19), Edit(grey=101), Edit(contrast=-1), Edit(cover=Cover(0, 0, 35, 1)),
     Edit(cover=Cover(-1, 0, 3, 3)), Edit(cover=Cover(2, 2, 0, 3))],
    ids=str,
)  # fmt: skip
def test_an_impossible_edit_is_refused_with_its_bound(picture, edit):
    with pytest.raises(ValueError, match="must"):
        edited(picture, edit)


def test_a_sweep_by_hand():
    covers = Sweep(4, 2, "grey").covers((6, 4))
    assert len(covers) == 6
    assert covers[0] == Cover(0, 0, 3, 3)  # around the middle of the cell 0…1, cut at the border
    assert covers[3] == Cover(1, 1, 4, 3)
    assert covers[-1] == Cover(3, 1, 3, 3)


@given(side=some.integers(1, 40), step=some.integers(1, 20), rows=some.integers(1, 40), columns=some.integers(1, 40))
def test_every_cell_is_covered_in_its_middle(side, step, rows, columns):
    sweep = Sweep(side, step, "black")
    down, across = sweep.shape((rows, columns))
    covers = sweep.covers((rows, columns))
    assert len(covers) == down * across
    for number, cover in enumerate(covers):
        assert fits(cover, (rows, columns))
        top, left = number // across * step, number % across * step
        middle = [(at + min(most, at + step) - 1) // 2 for at, most in ((top, rows), (left, columns))]
        assert cover.top <= middle[0] + 1
        assert cover.left <= middle[1] + 1
        assert middle[0] <= cover.top + cover.rows
        assert middle[1] <= cover.left + cover.columns


def test_swept_pictures_are_edited_ones(picture):
    sweep = Sweep(8, 5, "blur")
    covers = sweep.covers(SIZE)
    found = swept(picture, sweep, covers)
    for pixels, cover in zip(found, covers, strict=True):
        assert (pixels == edited(picture, Edit(cover=cover, fill="blur"))).all()


def test_batches_hold_everything_once_and_few_large_pictures():
    for count, size in ((256, (32, 32)), (33, (224, 224)), (7, (600, 600)), (0, (9, 9))):
        assert [number for part in batches(count, size) for number in part] == list(range(count))
        assert all(len(part) * size[0] * size[1] <= max(8 * 224**2, size[0] * size[1]) for part in batches(count, size))
    assert shifts(224) == tuple(range(-16, 17))
    assert shifts(20) == tuple(range(-10, 11))
