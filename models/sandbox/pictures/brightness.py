"""Which number of a 16-bit, 32-bit or float picture is white?

Files do not say. Cameras and microscopes store 10, 12 or 14 bits in 16, float pictures run from 0 to 1 or to 255, and
heights or temperatures are anything. The rule: the smallest customary full scale that holds the brightest pixel; where
that would leave the picture nearly black, or numbers are negative, from its darkest to its brightest pixel.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from PIL import Image

# Each thread of the linear algebra library would reserve memory, and there is none to spare; nothing here uses it.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[Any]

FULL_SCALES: Final = (1.0, 255.0, 1023.0, 4095.0, 16383.0, 65535.0)
DECLARED: Final = {"F": 1.0}
"""The number that is white by the mode of a picture alone, 65,535 for all but float; another one is told."""
NEARLY_BLACK: Final = 0.25
STRIP_PIXELS: Final = 1_000_000


@dataclass(frozen=True)
class Scale:
    """The numbers drawn black and white. `constant` pictures without a customary scale are drawn in this grey."""

    black: float
    white: float
    constant: int = 128

    def grey(self, values: Numbers) -> Numbers:
        """8-bit brightness; infinite numbers are clipped, and what is not a number is black."""
        with np.errstate(invalid="ignore", over="ignore"):
            above = values.astype(np.float64) - self.black
            if self.white == self.black:  # infinite numbers are all that can lie beside it
                share = np.where(above == 0, self.constant / 255, np.sign(above))
            else:
                share = above / (self.white - self.black)
        finite: Numbers = np.clip(np.nan_to_num(share, nan=0.0, posinf=1.0, neginf=0.0), 0, 1)
        grey: Numbers = np.rint(255 * finite).astype(np.uint8)
        return grey


def to_grey(image: Image.Image) -> tuple[Image.Image, tuple[str, ...]]:
    """An 8-bit grey picture of one of numbers, worked in strips, as the numbers of a large one take 200 MB."""
    lowest, highest, missing = extremes(image)
    scale = scale_for(lowest, highest)
    grey = Image.new("L", image.size)
    for top, values in strips(image):
        grey.paste(Image.fromarray(scale.grey(values)), (0, top))
    as_declared = scale == Scale(0.0, DECLARED.get(image.mode, 65535.0)) or lowest == highest == 0
    notes = () if as_declared else ("brightness_stretched",)
    return grey, (*notes, "missing_as_black") if missing else notes


def scale_for(lowest: float, highest: float) -> Scale:
    """The scale of a picture whose finite numbers run from lowest to highest; see the head of this file."""
    fitting = [scale for scale in FULL_SCALES if highest <= scale]
    if lowest < 0 or not fitting:
        return Scale(lowest, highest)
    if highest < NEARLY_BLACK * fitting[0] and lowest < highest:
        return Scale(lowest, highest)
    return Scale(0.0, fitting[0])


def extremes(image: Image.Image) -> tuple[float, float, bool]:
    """The lowest and highest finite number (0 and 0 if there is none), and whether some number is not finite."""
    lowest, highest, missing = np.inf, -np.inf, False
    for _, values in strips(image):
        finite = values[np.isfinite(values)]
        missing = missing or finite.size < values.size
        if finite.size:
            lowest, highest = min(lowest, float(finite.min())), max(highest, float(finite.max()))
    return (lowest, highest, missing) if lowest <= highest else (0.0, 0.0, missing)


def strips(image: Image.Image) -> Iterator[tuple[int, Numbers]]:
    """The numbers of a picture [rows, columns], a million at a time, each with the row at which it starts."""
    rows = max(1, STRIP_PIXELS // image.width)
    for top in range(0, image.height, rows):
        yield top, np.asarray(image.crop((0, top, image.width, min(top + rows, image.height))))
