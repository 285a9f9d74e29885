"""What the stage of shifted maps is sent: a map before and after pooling, of the picture as it was and moved.

Maps [rows, columns]; the windows of the pooling as ranges of cells, half-open, on each axis.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np
from jaxtyping import Float, UInt16

from viz.stages.kernel.cell import CellView
from viz.stages.kernel.payload import pack

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, eq=False)
class Pair:
    """The same map of the picture as it was, and of the picture moved."""

    old: Float[np.ndarray, "rows columns"]
    new: Float[np.ndarray, "rows columns"]


@dataclass(frozen=True, eq=False)
class Shown:
    """What is on stage. `rows`, `columns`: what each window reads of the map before pooling.

    `centres`: the middles of the whole windows, by rows and by columns, also where the map's border cuts them.
    """

    before: Pair
    after: Pair
    rows: Spans
    columns: Spans
    centres: tuple[Sequence[float], Sequence[float]]


@dataclass(frozen=True)
class Captions:
    """What the page says of this stage: the heads of its two rows, its text alternative, the saved picture's name."""

    before: str
    after: str
    alt: str
    title: str
    file: str


def payload(shown: Shown, captions: Captions, words: Mapping[str, str]) -> bytes:
    """Everything the browser needs."""
    header = {"captions": asdict(captions), "words": dict(words)}
    planes: dict[str, np.ndarray] = {}
    for side, pair in (("before", shown.before), ("after", shown.after)):
        planes |= {f"{side}_old": _single(pair.old), f"{side}_new": _single(pair.new)}
    planes |= {"window_rows": _spans(shown.rows), "window_columns": _spans(shown.columns)}
    rows, columns = (np.array(centres, dtype=np.float32) for centres in shown.centres)
    planes |= {"row_centres": rows, "column_centres": columns}
    return pack(header, planes)


def _single(values: Float[np.ndarray, "rows columns"]) -> Float[np.ndarray, "rows columns"]:
    return np.asarray(values, dtype=np.float32)


def _spans(spans: Spans) -> UInt16[np.ndarray, "windows 2"]:
    return np.array(spans, dtype=np.uint16)


def start_of(shown: Shown) -> CellView:
    """The cell of the map before pooling that has changed most; where nothing has, the strongest one."""
    difference = np.abs(shown.before.new - shown.before.old)
    values = np.where(np.isfinite(difference), difference, 0)
    if not values.any():
        values = np.where(np.isfinite(shown.before.old), np.abs(shown.before.old), 0)
    row, column = np.unravel_index(int(values.argmax()), values.shape)
    return CellView(int(row), int(column))
