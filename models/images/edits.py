"""What can be done to a picture before a network sees it again: turned over, moved, blurred, greyed, lit, covered.

Pictures are [rows, columns, colour] in 0…255. Every step is worked out in whole numbers and rounded once, halves up, so
that the browser, which does the same (`viz/stages/prediction/probe/edits.js`), has the same pixels to the last one. The
steps follow each other as the fields of `Edit` do.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

import numpy as np
from jaxtyping import Float64, Integer, UInt8

Edge = Literal["mirror", "grey", "black"]
Fill = Literal["mean", "grey", "black", "blur"]
Pixels = UInt8[np.ndarray, "rows columns 3"]

EDGES: Final[tuple[Edge, ...]] = ("mirror", "grey", "black")
FILLS: Final[tuple[Fill, ...]] = ("mean", "grey", "black", "blur")
LEVELS: Final = {"grey": 128, "black": 0}
LUMA: Final = (299, 587, 114)  # thousandths of red, green and blue in grey (ITU-R BT.601)
MOST_BLUR: Final = 16  # half pixels
MOST_LIGHT: Final = 200  # percent
# A blur's weights are whole numbers that add up to this. 255 times its square is below 2^53: exact in any order.
WHOLE: Final = 2**22
REACH: Final = 3  # deviations of a Gaussian that its kernel holds


@dataclass(frozen=True)
class Cover:
    """A rectangle of pixels."""

    top: int
    left: int
    rows: int
    columns: int


@dataclass(frozen=True)
class Edit:
    """What is done to a picture, in this order.

    `mirrored`: left and right; `upended`: top and bottom. `right`, `down`: pixels it is moved by; `edge`: what comes in
    there. `blur`: the deviation of a Gaussian, in half pixels. `grey`: percent. `brightness`, `contrast`: percent, 100
    as it is. `cover`: what is hidden, under `fill`.
    """

    mirrored: bool = False
    upended: bool = False
    right: int = 0
    down: int = 0
    edge: Edge = "mirror"
    blur: int = 0
    grey: int = 0
    brightness: int = 100
    contrast: int = 100
    cover: Cover | None = None
    fill: Fill = "grey"

    @property
    def uncovered(self) -> Edit:
        """The same without its cover."""
        return replace(self, cover=None, fill="grey")

    @property
    def anything(self) -> bool:
        """Whether anything is done at all."""
        return replace(self, edge="mirror", fill="grey") != Edit()


def limits(size: tuple[int, int]) -> dict[str, tuple[int, int]]:
    """The lowest and highest value of every number of an edit, for pictures of `size` (rows, columns)."""
    rows, columns = size
    return {
        "right": (-(columns // 2), columns // 2),
        "down": (-(rows // 2), rows // 2),
        "blur": (0, min(MOST_BLUR, 2 * ((min(size) - 1) // REACH))),
        "grey": (0, 100),
        "brightness": (0, MOST_LIGHT),
        "contrast": (0, MOST_LIGHT),
    }


def fits(cover: Cover, size: tuple[int, int]) -> bool:
    """Whether a cover holds at least one pixel and lies within a picture of `size` (rows, columns)."""
    down = 0 <= cover.top < cover.top + cover.rows <= size[0]
    return down and 0 <= cover.left < cover.left + cover.columns <= size[1]


def edited(pixels: Pixels, edit: Edit) -> Pixels:
    """The picture after the whole edit. Raises ValueError for a number beyond its `limits`, or such a cover."""
    size = (pixels.shape[0], pixels.shape[1])
    for name, (low, high) in limits(size).items():
        if not low <= getattr(edit, name) <= high:
            raise ValueError(f"{name} is {getattr(edit, name)}, but must be from {low} to {high}")
    if edit.cover is not None and not fits(edit.cover, size):
        raise ValueError(f"cover is {edit.cover}, but must lie within {size[0]} × {size[1]} pixels")
    pixels = moved(turned(pixels, edit), edit.right, edit.down, edit.edge)
    pixels = greyed(blurred(pixels, edit.blur / 2), edit.grey)
    pixels = contrasted(lit(pixels, edit.brightness), edit.contrast)
    if edit.cover is None:
        return pixels
    return covered(pixels, edit.cover, filling(pixels, edit.fill))


def turned(pixels: Pixels, edit: Edit) -> Pixels:
    """Left and right, top and bottom exchanged, as the edit says."""
    return pixels[:: -1 if edit.upended else 1, :: -1 if edit.mirrored else 1]


def moved(pixels: Pixels, right: int, down: int, edge: Edge) -> Pixels:
    """Moved by whole pixels; what comes in is mirrored about the border pixel, or of one colour."""
    rows, columns = (np.arange(size) - by for size, by in zip(pixels.shape, (down, right), strict=False))
    found = pixels[np.ix_(mirrored(rows, len(rows)), mirrored(columns, len(columns)))]
    if edge != "mirror":
        found[(rows < 0) | (rows >= len(rows))] = LEVELS[edge]
        found[:, (columns < 0) | (columns >= len(columns))] = LEVELS[edge]
    return found


def mirrored(places: Integer[np.ndarray, " places"], size: int) -> Integer[np.ndarray, " places"]:
    """Places on an axis and beyond its ends, mirrored about the first and the last pixel as often as it takes."""
    if size == 1:
        return np.zeros_like(places)
    back_and_forth = places % (2 * size - 2)
    return np.minimum(back_and_forth, 2 * size - 2 - back_and_forth)


@cache
def weights(deviation: float) -> tuple[int, ...]:
    """A Gaussian kernel of that deviation, in pixels, as whole numbers that add up to `WHOLE`; (WHOLE,) for 0."""
    if deviation == 0:
        return (WHOLE,)
    reach = math.ceil(REACH * deviation)
    bell = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * deviation**2))
    whole = [round(weight) for weight in (WHOLE * bell / bell.sum()).tolist()]
    whole[reach] += WHOLE - sum(whole)
    return tuple(whole)


def blurred(pixels: Pixels, deviation: float) -> Pixels:
    """Every pixel the mean over those around it under a Gaussian; beyond the border the picture is mirrored."""
    if deviation == 0:
        return pixels
    kernel = weights(deviation)
    down, across = (_spreading(size, kernel) for size in pixels.shape[:2])
    # Whole numbers below 2^53, so that matrices of float64 are exact.
    sums = across @ np.tensordot(down, pixels.astype(np.float64), 1)
    return np.floor(sums / WHOLE**2 + 0.5).astype(np.uint8)


def _spreading(size: int, kernel: tuple[int, ...]) -> Float64[np.ndarray, "size size"]:
    """The matrix that takes every pixel of an axis to its weighted sum over those around it."""
    matrix, reach = np.zeros((size, size)), len(kernel) // 2
    for step, weight in enumerate(kernel):
        places = np.arange(size)
        np.add.at(matrix, (places, mirrored(places + step - reach, size)), weight)
    return matrix


def greyed(pixels: Pixels, percent: int) -> Pixels:
    """So many percent of the way from its colours to grey."""
    values = pixels.astype(np.int64)
    grey = (values @ LUMA)[..., None]
    return ((values * (100 - percent) * 1000 + grey * percent + 50_000) // 100_000).astype(np.uint8)


def lit(pixels: Pixels, percent: int) -> Pixels:
    """Every value times so many percent, cut at 255."""
    return np.minimum((pixels.astype(np.int64) * percent + 50) // 100, 255).astype(np.uint8)


def contrasted(pixels: Pixels, percent: int) -> Pixels:
    """Every value so many percent as far from the picture's mean grey, cut at 0 and 255."""
    values = pixels.astype(np.int64)
    mean = _mean((values @ LUMA).ravel(), 1000)
    return np.clip((values * percent + mean * (100 - percent) + 50) // 100, 0, 255).astype(np.uint8)


def _mean(values: Integer[np.ndarray, " values"], divisor: int = 1) -> int:
    """The mean of values over `divisor`, rounded."""
    count = divisor * len(values)
    return (2 * int(values.sum()) + count) // (2 * count)


def cover_deviation(size: tuple[int, int]) -> float:
    """How strongly a cover of blur blurs a picture of `size`: an eighth of its shorter side, at most 16 pixels."""
    return float(min(16, max(1, min(size) // 8)))


def filling(pixels: Pixels, fill: Fill) -> Pixels:
    """The picture from which covers are cut: one colour, or the picture blurred."""
    if fill == "blur":
        return blurred(pixels, cover_deviation((pixels.shape[0], pixels.shape[1])))
    colours = [_mean(plane) for plane in pixels.reshape(-1, 3).T.astype(np.int64)]
    return np.broadcast_to(np.array(colours if fill == "mean" else [LEVELS[fill]] * 3, dtype=np.uint8), pixels.shape)


def covered(pixels: Pixels, cover: Cover, under: Pixels) -> Pixels:
    """The picture, with the place of the cover taken from `under`."""
    place = np.s_[cover.top : cover.top + cover.rows, cover.left : cover.left + cover.columns]
    found = pixels.copy()
    found[place] = under[place]
    return found
