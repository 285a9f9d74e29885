"""What the stage of batch statistics is sent: per-channel and per-location means and deviations; and what comes back.

Arrays [C] and [C, H, W]. Deviations are roots of biased variances.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np
from jaxtyping import Float, Float32

from viz.stages.kernel.payload import encode, pack
from viz.stages.kernel.view import View, below, one_of

SCOPES = ("layer", "map")
GRIDS = ("means", "deviations")


@dataclass(frozen=True, eq=False)
class Sides:
    """Both ways of taking statistics: per channel [C], per location [C, H, W]; the layer's running ones [C], if any."""

    mean: Float[np.ndarray, " channels"]
    deviation: Float[np.ndarray, " channels"]
    means: Float32[np.ndarray, "channels rows columns"]
    deviations: Float32[np.ndarray, "channels rows columns"]
    running_mean: Float[np.ndarray, " channels"] | None
    running_deviation: Float[np.ndarray, " channels"] | None


@dataclass(frozen=True)
class StatisticsView(View):
    """What a visitor has settled on: the unit, which statistic the small maps show, and how far the scale reaches."""

    channel: int = below("channels")
    row: int = below("rows")
    column: int = below("columns")
    grid: str = one_of(GRIDS)
    scope: str = one_of(SCOPES)


@dataclass(frozen=True)
class Captions:
    """What is said of the stage as a whole; `file`: the name of the picture to keep."""

    alt: str
    title: str
    file: str


def start_of(shape: tuple[int, int, int]) -> StatisticsView:
    """Where a view of maps of this shape begins: the middle of the first map."""
    _, rows, columns = shape
    return StatisticsView(0, rows // 2, columns // 2)


def payload(sides: Sides, captions: Captions, words: Mapping[str, str]) -> bytes:
    """The whole stage."""
    planes: dict[str, np.ndarray] = {}
    for name in GRIDS:
        packed = encode(getattr(sides, name))
        planes |= {f"{name}_codes": packed.codes, f"{name}_low": packed.low, f"{name}_step": packed.step}
    bars = {"mean": sides.mean, "deviation": sides.deviation}
    if sides.running_mean is not None and sides.running_deviation is not None:
        bars |= {"running_mean": sides.running_mean, "running_deviation": sides.running_deviation}
    planes |= {name: np.asarray(values, dtype=np.float32) for name, values in bars.items()}
    header = {
        "shape": sides.means.shape,
        "captions": asdict(captions),
        "words": dict(words),
    }
    return pack(header, planes)
