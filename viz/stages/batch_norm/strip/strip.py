"""What the strip of a batch is sent: thumbnails, each with the key that comes back when it is dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from jaxtyping import UInt8
from PIL import Image

from viz.stages.kernel.payload import pack

SIDE = 64


@dataclass(frozen=True)
class Thumbnail:
    """A picture of the batch, small."""

    key: str
    label: str
    pixels: UInt8[np.ndarray, "rows columns 3"]


def small(image: Image.Image) -> UInt8[np.ndarray, "rows columns 3"]:
    """The middle square of a picture as a thumbnail."""
    short = min(image.size)
    left, top = (image.width - short) // 2, (image.height - short) // 2
    box = (left, top, left + short, top + short)
    return np.asarray(image.convert("RGB").resize((SIDE, SIDE), Image.Resampling.BOX, box=box))


def payload(thumbnails: tuple[Thumbnail, ...], most: int, words: Mapping[str, str]) -> bytes:
    """The whole strip; `most`: how many pictures there may be."""
    header = {
        "pictures": [{"key": one.key, "label": one.label} for one in thumbnails],
        "most": most,
        "words": dict(words),
    }
    return pack(header, {f"picture{index}": one.pixels for index, one in enumerate(thumbnails)})
