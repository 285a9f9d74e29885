"""Which further pictures are in one picture? Mirrored, cut closer, moved, brighter or darker, and mixtures of these.

A variation is the text that names it: "flip", "crop 2", "flip+dark". At most one word of each kind, in the kinds'
order. All act on the middle of a picture, which is what a network sees of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from itertools import product
from typing import Final

from PIL import Image, ImageEnhance, ImageOps

from models.images.square import middle

CLOSER: Final = 0.75  # of the side that a crop keeps
MOVED: Final = 0.125  # of the side that a shift moves by
BRIGHTER: Final = 1.45
DARKER: Final = 0.55

# Sides of the middle, in halves of the room there is: left and top of the crop, or right and down for the shift.
CORNERS: Final = {"1": (0, 0), "2": (1, 0), "3": (0, 1), "4": (1, 1)}
WAYS: Final = {"1": (1, 0), "2": (-1, 0), "3": (0, 1), "4": (0, -1)}

Change = Callable[[Image.Image], Image.Image]


def _crop(image: Image.Image, *, corner: tuple[int, int]) -> Image.Image:
    wide, high = (max(1, round(side * CLOSER)) for side in image.size)
    left, top = corner[0] * (image.width - wide), corner[1] * (image.height - high)
    return image.crop((left, top, left + wide, top + high))


def _shift(image: Image.Image, *, way: tuple[int, int]) -> Image.Image:
    """Moved right and down; what is uncovered shows the pixels at the border again and again."""
    wide, high = image.size
    by = max(1, round((wide if way[0] else high) * MOVED))
    right, down = (part * by for part in way)
    moved = Image.new("RGB", (wide, high))
    moved.paste(image, (right, down))
    strip = image.crop((0, 0, 1, high) if right > 0 else (wide - 1, 0, wide, high)).resize((by, high))
    if down:
        strip = image.crop((0, 0, wide, 1) if down > 0 else (0, high - 1, wide, high)).resize((wide, by))
    moved.paste(strip, (0 if right >= 0 else wide - by, 0 if down >= 0 else high - by))
    return moved


def _light(image: Image.Image, *, factor: float) -> Image.Image:
    return ImageEnhance.Brightness(image).enhance(factor)


FLIPS: Final[dict[str, Change]] = {"flip": ImageOps.mirror}
PLACES: Final[dict[str, Change]] = {
    **{f"crop {name}": partial(_crop, corner=corner) for name, corner in CORNERS.items()},
    **{f"shift {name}": partial(_shift, way=way) for name, way in WAYS.items()},
}
LIGHTS: Final[dict[str, Change]] = {"bright": partial(_light, factor=BRIGHTER), "dark": partial(_light, factor=DARKER)}
KINDS: Final = (FLIPS, PLACES, LIGHTS)


@cache
def variations() -> tuple[str, ...]:
    """All of them, the simple ones first; the picture as it is, "", isn't among them."""
    mixed = ["+".join(word for word in words if word) for words in product(*(("", *kind) for kind in KINDS))]
    return tuple(sorted(filter(None, mixed), key=lambda name: name.count("+")))


def vary(image: Image.Image, variation: str, proportions: tuple[int, int] = (1, 1)) -> Image.Image:
    """The middle of the picture with these proportions, rows to columns, varied; "" leaves the picture as it is.

    Raises `ValueError` for a variation not in `variations()`.
    """
    if not variation:
        return image
    if variation not in variations():
        message = f"variation is {variation!r:.80}; it must be one of {', '.join(variations())}"
        raise ValueError(message)
    varied = middle(image.convert("RGB"), proportions)
    known = {name: change for kind in KINDS for name, change in kind.items()}
    for word in variation.split("+"):
        varied = known[word](varied)
    return varied
