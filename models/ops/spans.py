"""Which pixels does each unit of a layer see, exactly, at the borders too? Ranges of pixels, carried layer by layer.

One axis of positions or pixels at a time, counted from 0; ranges are half-open and hold pixels of the picture alone.
What lies in padding is no pixel, so a unit that reads padding alone sees nothing. A range is a hull: with dilation or
branches, some pixels inside it may not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from jaxtyping import Bool, Int

from models.ops.arrays import frozen

NOTHING = -1
"""In a table of what positions read: padding, or no input at all."""
FAR = np.iinfo(np.int64).max


@dataclass(frozen=True, eq=False)
class Spans:
    """The unit at each position sees the pixels from `starts` up to `stops`; both are 0 where it sees nothing.

    >>> seen = pixels(3).through(np.array([[NOTHING, 0], [0, 1], [NOTHING, NOTHING]]))
    >>> seen.starts.tolist(), seen.stops.tolist(), seen.empty.tolist(), seen.longest
    ([0, 0, 0], [1, 2, 0], [False, False, True], 2)
    """

    starts: Int[np.ndarray, " positions"]
    stops: Int[np.ndarray, " positions"]

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def empty(self) -> Bool[np.ndarray, " positions"]:
        """Where a unit sees nothing."""
        return frozen(self.starts == self.stops)

    @property
    def longest(self) -> int:
        """How many pixels the unit sees that sees most."""
        return int((self.stops - self.starts).max())

    def through(self, reads: Int[np.ndarray, "outputs inputs"]) -> Spans:
        """The spans one layer further: the hull of what the inputs in `reads` see, for each output position.

        `reads` is one of the tables of `models.ops.reads`: positions of the input, NOTHING where there is none.
        """
        # As an index, NOTHING is the last unit: what is found there is not looked at.
        seen = (reads != NOTHING) & ~self.empty[reads]
        # Who sees nothing has no say: it would start behind all pixels, and stop before them.
        starts = np.where(seen, self.starts[reads], FAR).min(axis=1)
        stops = np.where(seen, self.stops[reads], 0).max(axis=1)
        return Spans(_read_only(np.where(stops == 0, 0, starts)), _read_only(stops))


@dataclass(frozen=True, eq=False)
class Boxes:
    """The unit at (row, column) sees `rows`[row] by `columns`[column]; nothing where either is empty.

    >>> Boxes(pixels(2), pixels(3)).blind, Boxes(pixels(2), first_ones(3, 0)).blind
    (False, True)
    """

    rows: Spans
    columns: Spans

    @property
    def kind(self) -> tuple[bytes, bytes]:
        """Where on each axis units see nothing. Boxes of one kind see something at the same places."""
        return self.rows.empty.tobytes(), self.columns.empty.tobytes()

    @property
    def blind(self) -> bool:
        """Whether no unit sees anything."""
        return bool(self.rows.empty.all() or self.columns.empty.all())


def pixels(size: int) -> Spans:
    """The input itself: a pixel sees itself.

    >>> pixels(3).starts.tolist(), pixels(3).stops.tolist()
    ([0, 1, 2], [1, 2, 3])
    """
    places = np.arange(size)
    return Spans(_read_only(places), _read_only(places + 1))


def first_ones(positions: int, size: int) -> Spans:
    """Every unit sees the first `size` pixels: all of the axis, or with 0 none.

    >>> first_ones(positions=2, size=5).starts.tolist(), first_ones(positions=2, size=5).stops.tolist()
    ([0, 0], [5, 5])
    """
    return Spans(_read_only(np.zeros(positions, np.int64)), _read_only(np.full(positions, size)))


def hull(several: Sequence[Spans]) -> Spans:
    """For each unit the smallest range that holds all its ranges; those that are empty have no say.

    >>> hull([pixels(3), first_ones(3, 2)]).starts.tolist(), hull([pixels(3), first_ones(3, 2)]).stops.tolist()
    ([0, 0, 0], [2, 2, 3])

    Raises ValueError without spans.
    """
    if not several:
        raise ValueError("several holds no spans, but must hold at least one")
    if len(several) == 1:
        return several[0]
    starts = np.where([one.empty for one in several], FAR, [one.starts for one in several]).min(axis=0)
    stops = np.max([one.stops for one in several], axis=0)
    return Spans(_read_only(np.where(stops == 0, 0, starts)), _read_only(stops))


def joined(several: Iterable[Boxes]) -> tuple[Boxes, ...]:
    """What units see where branches meet, in as few boxes for each unit as can say it exactly.

    >>> (both,) = joined([Boxes(pixels(2), pixels(2)), Boxes(first_ones(2, 2), pixels(2))])
    >>> both.rows.stops.tolist(), both.columns.stops.tolist()
    ([2, 2], [1, 2])

    Boxes of one kind become one, the hull axis by axis. Where one branch sees something at a place at which the other
    does not, in a margin of padding say, the hull of one axis depends on the other axis; those boxes stay apart, until
    a later layer sees past the margin.
    """
    boxes = list(several)
    if len(boxes) <= 1:
        return tuple(boxes)
    groups: dict[tuple[bytes, bytes], list[Boxes]] = {}
    for each in boxes:
        if not each.blind:
            groups.setdefault(each.kind, []).append(each)
    merged = (
        Boxes(hull([each.rows for each in group]), hull([each.columns for each in group])) for group in groups.values()
    )
    return tuple(merged) or (boxes[0],)


def holding(several: Iterable[Boxes], row: int, column: int) -> Bool[np.ndarray, "rows columns"]:
    """At which places the smallest box around a unit's boxes holds the pixel at (row, column).

    >>> holding([Boxes(pixels(2), first_ones(3, 3))], row=1, column=2).astype(int).tolist()
    [[0, 0, 0], [1, 1, 1]]
    """
    low, high = [], []
    for boxes in several:
        # Each axis by itself says too little: a box is empty where either of its sides is.
        sees = ~(boxes.rows.empty[:, None] | boxes.columns.empty)
        edges = (boxes.rows.starts[:, None], boxes.rows.stops[:, None]), (boxes.columns.starts, boxes.columns.stops)
        low.append([np.where(sees, start, FAR) for start, _ in edges])
        high.append([np.where(sees, stop, 0) for _, stop in edges])
    (top, left), (bottom, right) = np.min(low, axis=0), np.max(high, axis=0)
    return np.asarray((top <= row) & (row < bottom) & (left <= column) & (column < right))


def _read_only(values: Int[np.ndarray, " positions"]) -> Int[np.ndarray, " positions"]:
    values.setflags(write=False)
    return values
