"""What a row of maps side by side is sent: the same channel at several points of the network, on one scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float32

from viz.stages.kernel.payload import encode, pack


@dataclass(frozen=True)
class Stop:
    """One map of the row with its name, and in a few words what was done to get there."""

    label: str
    note: str
    values: Float32[np.ndarray, "rows columns"]


def payload(stops: tuple[Stop, ...], start: tuple[int, int], words: Mapping[str, str]) -> bytes:
    """The row's maps, which must be equally large, with the cell (row, column) that is marked at first."""
    stacked = np.stack([stop.values for stop in stops])
    packed = encode(stacked)
    finite = stacked[np.isfinite(stacked)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    header = {
        "maps": [{"label": stop.label, "note": stop.note} for stop in stops],
        "low": low,
        "high": high,
        "start": start,
        "words": dict(words),
    }
    return pack(header, {"codes": packed.codes, "low": packed.low, "step": packed.step})
