"""What a set of thumbnails is sent: small pictures with their keys and labels, and which of them is chosen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import UInt8

from viz.stages.kernel.payload import pack


@dataclass(frozen=True)
class Thumbnail:
    """A small picture to choose; `key` comes back when it is chosen."""

    key: str
    label: str
    pixels: UInt8[np.ndarray, "rows columns 3"]


def payload(thumbnails: tuple[Thumbnail, ...], label: str) -> bytes:
    """All of them; `label` names the group for people who don't see it."""
    header = {
        "pictures": [{"key": one.key, "label": one.label} for one in thumbnails],
        "label": label,
    }
    return pack(header, {f"picture{index}": one.pixels for index, one in enumerate(thumbnails)})
