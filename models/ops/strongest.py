"""Where does a channel respond most strongly, when places that look at much the same pixels count once?

Maps are [channel, row, column]. The pixels that the units see come as spans, one line a row (or column) of units:
[start, stop), half-open, cut to the picture. Ranked places are [channel, rank], strongest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from models.ops.arrays import frozen

RowSpans = Int[np.ndarray, "rows 2"]
ColumnSpans = Int[np.ndarray, "columns 2"]

MOST = 12
SHARE = 0.5
NOWHERE = -1


@dataclass(frozen=True, eq=False)
class Peaks:
    """The strongest places of every channel. Where a channel has fewer, the rest holds NaN, and −1 for a place.

    >>> found = strongest(np.array([[[1.0, 9.0]]]), np.array([[0, 1]]), np.array([[0, 1], [1, 2]]), most=2)
    >>> found.count(0), found.columns.tolist()  # the lowest value is no peak
    (1, [[1, -1]])

    `sources`: which of several pictures a place belongs to, counted from 0.
    """

    values: Float[np.ndarray, "channels most"]
    rows: Int[np.ndarray, "channels most"]
    columns: Int[np.ndarray, "channels most"]
    sources: Int[np.ndarray, "channels most"]

    def count(self, channel: int) -> int:
        """How many places a channel has."""
        return int((self.rows[channel] != NOWHERE).sum())


def strongest(
    maps: Float[np.ndarray, "channels rows columns"],
    rows: RowSpans,
    columns: ColumnSpans,
    *,
    most: int = MOST,
    share: float = SHARE,
) -> Peaks:
    """The `most` strongest places of each channel, none of which sees much of what a stronger one sees.

    >>> maps, rows = np.array([[[1.0, 9.0, 8.0, 5.0]]]), np.array([[0, 3]])
    >>> found = strongest(maps, rows, columns=np.array([[0, 3], [1, 4], [2, 5], [3, 6]]), most=2)
    >>> found.values.tolist(), found.columns.tolist()  # 8 sees two of the three pixels that 9 sees
    ([[9.0, 5.0]], [[1, 3]])

    The strongest place is taken; every place whose box shares more than `share` of the smaller of both boxes with it
    is left out; then the strongest of the rest is taken, and so on. Of equal values the first in reading order counts.
    Left out from the start is what has no answer to show: values that are not finite, places that see no pixel, and
    places as low as the map's lowest, such as the zeros behind a ReLU; the only place of a map counts.
    """
    together = (_shared(rows), _shared(columns))
    area = np.outer(np.diff(rows), np.diff(columns))
    found = [_places(_candidates(one, area), together, area, most, share) for one in maps]
    peaks = np.full((3, len(maps), most), NOWHERE)
    values = np.full((len(maps), most), np.nan)
    for channel, places in enumerate(found):
        for rank, (row, column) in enumerate(places):
            peaks[:, channel, rank] = row, column, 0
            values[channel, rank] = maps[channel, row, column]
    return Peaks(frozen(values), *(frozen(each) for each in peaks))


def _shared(spans: Int[np.ndarray, "units 2"]) -> Int[np.ndarray, "units units"]:
    """How many pixels of one axis two units have in common."""
    stops = np.minimum(spans[:, None, 1], spans[None, :, 1])
    starts = np.maximum(spans[:, None, 0], spans[None, :, 0])
    shared: Int[np.ndarray, "units units"] = np.maximum(stops - starts, 0)
    return shared


def _candidates(
    values: Float[np.ndarray, "rows columns"], area: Int[np.ndarray, "rows columns"]
) -> Float[np.ndarray, "rows columns"]:
    """The values that count, −∞ everywhere else."""
    finite = np.isfinite(values)
    # The only place of a map is its lowest and highest, and counts.
    lowest = values[finite].min() if finite.sum() > 1 else -np.inf
    kept: Float[np.ndarray, "rows columns"] = np.where(finite & (area > 0) & (values > lowest), values, -np.inf)
    return kept


def _places(
    live: Float[np.ndarray, "rows columns"],
    together: tuple[Int[np.ndarray, "rows rows"], Int[np.ndarray, "columns columns"]],
    area: Int[np.ndarray, "rows columns"],
    most: int,
    share: float,
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while len(found) < most:
        row, column = divmod(int(live.argmax()), live.shape[1])
        if live[row, column] == -np.inf:
            break
        found.append((row, column))
        live[row, column] = -np.inf  # whatever may be shared, no place is taken twice
        near = tuple(_reach(axis[place]) for axis, place in zip(together, (row, column), strict=True))
        shared = np.outer(together[0][row, near[0]], together[1][column, near[1]])
        live[near][shared > share * np.minimum(area[near], area[row, column])] = -np.inf
    return found


def _reach(shared: Int[np.ndarray, " units"]) -> slice:
    """From the first to the last unit that has a pixel in common with one."""
    (units,) = np.nonzero(shared)
    return slice(int(units[0]), int(units[-1]) + 1)


def over_pictures(each: Sequence[Peaks]) -> Peaks:
    """The strongest places of every channel over several pictures of one layer: as many as each of them holds.

    >>> one = np.array([[0, 1]])
    >>> pictures = [strongest(np.array([[[value]]]), one, one, most=1) for value in (3.0, 5.0)]
    >>> over_pictures(pictures).values.tolist(), over_pictures(pictures).sources.tolist()
    ([[5.0]], [[1]])

    Of equal values the earlier picture's counts. Raises ValueError without pictures.
    """
    if not each:
        raise ValueError("each holds no picture's peaks, but must hold at least one")
    most = each[0].values.shape[1]
    sources = [np.where(peaks.rows == NOWHERE, NOWHERE, index) for index, peaks in enumerate(each)]
    values = np.concatenate([peaks.values for peaks in each], axis=1)
    order = np.argsort(-values, axis=1, kind="stable")[:, :most]  # NaN comes last
    planes = [
        values,
        np.concatenate([peaks.rows for peaks in each], axis=1),
        np.concatenate([peaks.columns for peaks in each], axis=1),
        np.concatenate(sources, axis=1),
    ]
    return Peaks(*(frozen(np.take_along_axis(plane, order, axis=1)) for plane in planes))
