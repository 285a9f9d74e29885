"""What the stage of a moved picture is sent, and what may come back from it. Planes [pixels moved, row, column]."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from models.ops.sharing import Moved
from viz.stages.kernel.payload import pack
from viz.stages.kernel.view import View, below

PLANES = ("picture", "convolved", "convolved_difference", "connected", "connected_difference")


@dataclass(frozen=True)
class SharingView(View):
    """By how many pixels the picture is moved, and the cell looked at."""

    pixels: int = below("movements", start=1)
    row: int = below("rows")
    column: int = below("columns")


def payload(
    movements: Sequence[Moved],
    said: Sequence[Mapping[str, str]],
    words: Mapping[str, str],
) -> bytes:
    """All movements, by 0, 1, 2 … pixels, with what is said about each."""
    planes: dict[str, np.ndarray] = {
        name: np.stack([getattr(one, name) for one in movements]).astype(np.float32) for name in PLANES
    }
    header = {
        "said": [dict(one) for one in said],
        "words": dict(words),
    }
    return pack(header, planes)
