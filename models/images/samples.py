"""Which pictures are there without an upload? Photographs that come with scikit-image, and patterns of our own.

The photographs are free of copyright (CC0 or public domain, see scikit-image's documentation of each) and lie inside
the installed package: nothing is downloaded.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Final, Literal

from PIL import Image

# The learner's word, and the file in `skimage/data`. Only files of the installed package stand here: what else
# scikit-image offers, it downloads.
PHOTOGRAPHS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cat": "chelsea.png",
        "coffee": "coffee.png",
        "rocket": "rocket.jpg",
        "astronaut": "astronaut.png",
        "photographer": "camera.png",
        "coins": "coins.png",
        "brick_wall": "brick.png",
        "galaxies": "hubble_deep_field.jpg",
    }
)
PATTERN_NAMES: Final = (
    "bars_0",
    "bars_45",
    "bars_90",
    "bars_135",
    "step_edge",
    "checkerboard",
    "zone_plate",
    "ring",
    "digit",
    "noise",
    "point",
)


@dataclass(frozen=True)
class Sample:
    """A picture that is always there: its name, stable because it stands in links, and its kind."""

    name: str
    kind: Literal["photograph", "pattern"]


def samples() -> tuple[Sample, ...]:
    """Every sample in the order to offer them in: photographs first, and of these the cat."""
    photographs = tuple(Sample(name, "photograph") for name in PHOTOGRAPHS)
    return photographs + tuple(Sample(name, "pattern") for name in PATTERN_NAMES)


def sample(name: str) -> Image.Image:
    """A new copy of a sample, RGB, 8 bits; 256×256 for patterns. Raises `ValueError` for a name not in `samples()`."""
    if name in PHOTOGRAPHS:
        return _photograph(PHOTOGRAPHS[name])
    if name in PATTERN_NAMES:
        return _pattern(name)
    known = ", ".join(each.name for each in samples())
    message = f"name is {name!r:.80}; it must be one of {known}"
    raise ValueError(message)


def _photograph(file_name: str) -> Image.Image:
    # By the file, not by skimage.data.chelsea(): that loads SciPy and takes most of a second.
    data = resources.files("skimage.data").joinpath(file_name).read_bytes()
    return Image.open(io.BytesIO(data), formats=["PNG", "JPEG"]).convert("RGB")


def _pattern(name: str) -> Image.Image:
    import numpy as np  # noqa: PLC0415 -- importing this package stays cheap

    from models.images.patterns import PATTERNS  # noqa: PLC0415 -- likewise

    brightness = np.rint(PATTERNS[name]() * 255).astype(np.uint8)
    return Image.fromarray(brightness).convert("RGB")
