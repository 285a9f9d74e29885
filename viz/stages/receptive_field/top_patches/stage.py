"""What the stage of patches is sent: the strongest places of every channel of a layer, and the pictures they are in.

Places are [channel, rank], strongest first; `sources` count the pictures, −1 where there is no place. Spans are the
pixels that each row (column) of units sees, [start, stop), cut to the picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np
from jaxtyping import Int, UInt8, UInt16

from models.ops.strongest import NOWHERE, ColumnSpans, Peaks, RowSpans
from viz.stages.kernel.payload import pack
from viz.stages.kernel.view import View, among, below, one_of

COUNTS = (6, 9, 12)
EMPTY = 65535  # in planes of two bytes, instead of −1


@dataclass(frozen=True)
class TopPatchesView(View):
    """What a visitor has settled on: the channel, and how many patches are shown."""

    channel: int = below("channels")
    count: int = one_of(COUNTS, start=9)


@dataclass(frozen=True)
class Gone(View):
    """The unit a visitor wants to look at more closely: the picture by its key, and the place in the layer's maps."""

    picture: str = among("pictures", start="")
    row: int = below("rows")
    column: int = below("columns")


@dataclass(frozen=True, eq=False)
class Pictured:
    """A picture on stage, as the network sees it."""

    key: str
    label: str
    pixels: UInt8[np.ndarray, "rows columns 3"]


@dataclass(frozen=True)
class Captions:
    """What the page says of this stage. `whole`: that its units see the whole picture, or None."""

    layer: str
    alt: str
    title: str
    file: str
    whole: str | None


def payload(
    peaks: Peaks,
    spans: tuple[RowSpans, ColumnSpans],
    pictures: tuple[Pictured, ...],
    captions: Captions,
    words: Mapping[str, str],
) -> bytes:
    """Everything the browser needs to step through the channels. Pictures without a place of any channel stay here."""
    used = [index for index in range(len(pictures)) if (peaks.sources == index).any()] or [0]
    header = {
        "captions": asdict(captions),
        "pictures": [{"key": pictures[index].key, "label": pictures[index].label} for index in used],
        "several": len(pictures) > 1,
        "channels": len(peaks.values),
        "counts": TopPatchesView.options()["count"],
        "words": dict(words),
    }
    planes = {
        "values": peaks.values.astype(np.float32),
        "rows": _places(peaks.rows),
        "columns": _places(peaks.columns),
        "sources": _places(_renumbered(peaks.sources, used)),
        "row_spans": spans[0].astype(np.uint16),
        "column_spans": spans[1].astype(np.uint16),
    }
    planes |= {f"picture{at}": pictures[index].pixels for at, index in enumerate(used)}
    return pack(header, planes)


def _places(numbers: Int[np.ndarray, "channels most"]) -> UInt16[np.ndarray, "channels most"]:
    return np.where(numbers == NOWHERE, EMPTY, numbers).astype(np.uint16)


def _renumbered(sources: Int[np.ndarray, "channels most"], used: list[int]) -> Int[np.ndarray, "channels most"]:
    """The sources counted among those that are sent."""
    numbers = np.full(sources.max() + 2, NOWHERE)  # the last one is for −1
    for at, index in enumerate(used):
        if index < len(numbers) - 1:
            numbers[index] = at
    return numbers[sources]


def start_of(peaks: Peaks) -> TopPatchesView:
    """Where the view begins: at the channel whose strongest place is the strongest of all."""
    best = np.nan_to_num(peaks.values[:, 0], nan=-np.inf)
    return TopPatchesView(channel=int(best.argmax()))
