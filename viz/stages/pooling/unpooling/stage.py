"""What the stage of the ways back is sent: a map, its maxima, and four maps of the old size made from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np

from models.ops.enlarging import Stamp, WaysBack
from viz.stages.kernel.cell import CellView
from viz.stages.kernel.payload import pack
from viz.stages.kernel.view import one_of

WAYS = ("nearest", "bilinear", "unpooled", "transposed")
LOOKS = ("values", "errors")


@dataclass(frozen=True)
class UnpoolingView(CellView):
    """The cell of the large maps a visitor has settled on, and whether the maps show values or errors."""

    look: str = one_of(LOOKS)


@dataclass(frozen=True)
class Captions:
    """What the page says of this stage. `notes`: a few words a panel, by its name."""

    notes: Mapping[str, str]
    alt: str
    title: str
    file: str


@dataclass(frozen=True, eq=False)
class Settings:
    """How the map was pooled, and what two of the ways were told."""

    window: int
    align_corners: bool
    stamp: Stamp


def payload(ways: WaysBack, settings: Settings, captions: Captions, words: Mapping[str, str]) -> bytes:
    """Everything the browser needs."""
    header = {
        "window": settings.window,
        "align_corners": settings.align_corners,
        "padding": settings.stamp.padding,
        "captions": asdict(captions),
        "words": dict(words),
    }
    maps = {"original": ways.original, "pooled": ways.winners.values, "kernel": settings.stamp.kernel}
    maps |= {name: getattr(ways, name) for name in WAYS}
    planes = {name: values.astype(np.float32) for name, values in maps.items()}
    winners = {"winner_rows": ways.winners.rows, "winner_columns": ways.winners.columns}
    planes |= {name: places.astype(np.uint16) for name, places in winners.items()}
    return pack(header, planes)


def start_of(ways: WaysBack) -> UnpoolingView:
    """Beside the strongest maximum, where the ways differ: the cell of its window that is furthest below it.

    Not along the border, if there is anything else: there some of the ways have fewer cells to mix.
    """
    pooled = ways.winners.values
    inside = np.pad(np.ones(pooled.shape, dtype=bool)[1:-1, 1:-1], 1) if min(pooled.shape) > 2 else True  # noqa: PLR2004
    values = np.where(inside & np.isfinite(pooled), pooled, -np.inf)
    strongest = np.unravel_index(int(values.argmax()), pooled.shape)
    window = ways.original.shape[0] // pooled.shape[0]
    top, left = int(strongest[0]) * window, int(strongest[1]) * window
    around = ways.original[top : top + window, left : left + window]
    row, column = np.unravel_index(int(around.argmin()), around.shape)
    return UnpoolingView(top + int(row), left + int(column))
