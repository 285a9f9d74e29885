"""Which further pictures are in one picture? Mirrored, cut closer, moved, brighter or darker, and mixtures of these.

A variation is the text that names it: "flip", "crop 2", "flip+dark". At most one word of each kind, in the kinds'
order. All act on the middle square of a picture, which is what a network sees of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from itertools import product
from typing import Final

from PIL import Image, ImageEnhance, ImageOps

CLOSER: Final = 0.75  # of the side that a crop keeps
MOVED: Final = 0.125  # of the side that a shift moves by
BRIGHTER: Final = 1.45
DARKER: Final = 0.55

# Sides of a square, in halves of the room there is: left and top of the crop, or right and down for the shift.
CORNERS: Final = {"1": (0, 0), "2": (1, 0), "3": (0, 1), "4": (1, 1)}
WAYS: Final = {"1": (1, 0), "2": (-1, 0), "3": (0, 1), "4": (0, -1)}

Change = Callable[[Image.Image], Image.Image]


def _crop(image: Image.Image, *, corner: tuple[int, int]) -> Image.Image:
    side = round(image.width * CLOSER)
    left, top = (part * (image.width - side) for part in corner)
    return image.crop((left, top, left + side, top + side))


def _shift(image: Image.Image, *, way: tuple[int, int]) -> Image.Image:
    """Moved right and down; what is uncovered shows the pixels at the border again and again."""
    side, by = image.width, max(1, round(image.width * MOVED))
    right, down = (part * by for part in way)
    moved = Image.new("RGB", (side, side))
    moved.paste(image, (right, down))
    strip = image.crop((0, 0, 1, side) if right > 0 else (side - 1, 0, side, side)).resize((by, side))
    if down:
        strip = image.crop((0, 0, side, 1) if down > 0 else (0, side - 1, side, side)).resize((side, by))
    moved.paste(strip, (0 if right >= 0 else side - by, 0 if down >= 0 else side - by))
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


def vary(image: Image.Image, variation: str) -> Image.Image:
    """The picture varied; "" leaves it as it is. Raises `ValueError` for a variation not in `variations()`."""
    if not variation:
        return image
    if variation not in variations():
        message = f"variation is {variation!r:.80}; it must be one of {', '.join(variations())}"
        raise ValueError(message)
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    varied = image.convert("RGB").crop((left, top, left + side, top + side))
    known = {name: change for kind in KINDS for name, change in kind.items()}
    for word in variation.split("+"):
        varied = known[word](varied)
    return varied
