"""The pictures one update can be watched on, 8 × 8 in hundredths of white, and the classes they belong to.

Drawn as text, a character a pixel: a space is black, the others are shades up to #, which is white.
"""

from __future__ import annotations

import numpy as np
from jaxtyping import UInt8

SIDE = 8
SHADES = {" ": 0, ".": 25, "+": 50, "*": 75, "#": 100}
OWN = "own"

DRAWN = {
    "zero": """
          |  .##.  |
          | .#**#. |
          | #.  .# |
          | #    # |
          | #    # |
          | #.  .# |
          | .#**#. |
          |  .##.  |
    """,
    "one": """
          |   .#   |
          |  .##   |
          | .#*#   |
          |   +#   |
          |   +#   |
          |   +#   |
          |   +#   |
          | .*##*. |
    """,
    "seven": """
          | ###### |
          | ++++*# |
          |     #+ |
          |    +#  |
          |    #.  |
          |   +#   |
          |   #.   |
          |  .#    |
    """,
    "cross": """
          |   ##   |
          |   ##   |
          |   ##   |
          |########|
          |########|
          |   ##   |
          |   ##   |
          |   ##   |
    """,
    "square": """
          |        |
          | ###### |
          | #....# |
          | #    # |
          | #    # |
          | #....# |
          | ###### |
          |        |
    """,
    "stripe": """
          |      .#|
          |     .#.|
          |    .#. |
          |   .#.  |
          |  .#.   |
          | .#.    |
          |.#.     |
          |#.      |
    """,
}


def _read(drawing: str) -> UInt8[np.ndarray, "8 8"]:
    rows = [line.strip().strip("|") for line in drawing.strip().splitlines()]
    return np.array([[SHADES[pixel] for pixel in row] for row in rows], dtype=np.uint8)


PICTURES = {name: _read(drawing) for name, drawing in DRAWN.items()}
"""The pictures by name, in hundredths: so their values are exact in decimals, and sums of them add up as written."""

FAMILIES = {"digits": ("zero", "one", "seven"), "shapes": ("cross", "square", "stripe")}
"""Classes that a network is to tell apart: each is named by the picture that belongs to it."""
CLASSES = 3
SOURCES = (*FAMILIES["digits"], *FAMILIES["shapes"], OWN)


def family_of(source: str) -> str:
    """The family of a picture; the visitor's own one belongs to none."""
    return next((family for family, members in FAMILIES.items() if source in members), OWN)


def label_of(source: str) -> int:
    """The class a picture belongs to; a visitor's own one is of the first, until somebody says otherwise."""
    return next((members.index(source) for members in FAMILIES.values() if source in members), 0)
