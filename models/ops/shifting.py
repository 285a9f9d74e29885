"""What stays the same when a picture is moved by a few pixels? Shifting, and how far two maps differ.

Images are [rows, columns] or [channels, rows, columns], origin at the top left; a positive shift goes down and right.
"""

from dataclasses import dataclass
from typing import SupportsIndex

import numpy as np
from jaxtyping import Float, Real

from models.ops.arrays import Numbers, as_image
from models.ops.receptive_field import Axis, span


@dataclass(frozen=True)
class Change:
    """How far a map has moved away from what it was.

    `relative`: the length of the difference over the length of the old map, ‖after − before‖ / ‖before‖; None where the
    old map is zero everywhere and the new one isn't. `unchanged`: the share of values that are the same, 0…1.
    `largest`: the largest difference of one value.
    """

    relative: float | None
    unchanged: float
    largest: float


def shift(
    image: Real[np.ndarray, "*channels rows columns"] | Numbers, rows: SupportsIndex, columns: SupportsIndex
) -> Float[np.ndarray, "*channels rows columns"]:
    """The image moved down by `rows` and right by `columns` whole pixels; the border's pixels fill what is uncovered.

    >>> shift([[1, 2, 3]], rows=0, columns=1).tolist()
    [[1.0, 1.0, 2.0]]

    Negative numbers move up and left; whoever moves further than the image is long sees its border alone.
    """
    image = as_image(image)
    height, width = image.shape[-2:]
    # Where each cell takes its value from; beyond the border, from the border.
    down = np.clip(np.arange(height) - int(rows), 0, height - 1)
    right = np.clip(np.arange(width) - int(columns), 0, width - 1)
    return np.asarray(image[..., down[:, None], right])


def change(
    before: Real[np.ndarray, "*shape"] | Numbers, after: Real[np.ndarray, "*shape"] | Numbers, tolerance: float = 0.0
) -> Change:
    """How far `after` is from `before`, value by value.

    >>> change([0, 5], [3, 9])  # 3 and 4 make a difference of length 5
    Change(relative=1.0, unchanged=0.0, largest=4.0)

    Values count as unchanged that differ by at most `tolerance` times the largest value of `before` in size.
    Raises ValueError for maps of different shapes, or without values.
    """
    old, new = np.asarray(before, dtype=np.float64), np.asarray(after, dtype=np.float64)
    if old.shape != new.shape or old.size == 0:
        raise ValueError(f"after has the shape {list(new.shape)}, but must be that of before, {list(old.shape)}")
    difference = np.abs(new - old)
    same = difference <= tolerance * np.abs(old).max()
    return Change(_relative(old, difference), float(same.mean()), float(difference.max()))


def _relative(old: Float[np.ndarray, "..."], difference: Float[np.ndarray, "..."]) -> float | None:
    length = float(np.linalg.norm(old))
    if length > 0:
        return float(np.linalg.norm(difference)) / length
    return None if difference.any() else 0.0


def moved(
    before: Float[np.ndarray, "*channels rows columns"],
    after: Float[np.ndarray, "*channels rows columns"],
    cells: tuple[int, int],
    within: tuple[range, range] | None = None,
) -> Change | None:
    """How far `after` is from `before` moved down and right by `cells` (rows, columns), where they lie on each other.

    >>> before = np.array([[1.0, 2.0, 3.0]])
    >>> moved(before, shift(before, 0, 1), cells=(0, 1))
    Change(relative=0.0, unchanged=1.0, largest=0.0)

    `within`: the rows and columns of `after` that are compared; all by default. None where nothing is left to compare.
    """
    rows, columns = (
        _overlap(size, offset, None if within is None else within[axis])
        for axis, (size, offset) in enumerate(zip(after.shape[-2:], cells, strict=True))
    )
    if not (rows and columns):
        return None
    new = after[..., rows.start : rows.stop, columns.start : columns.stop]
    old = before[..., rows.start - cells[0] : rows.stop - cells[0], columns.start - cells[1] : columns.stop - cells[1]]
    return change(old, new)


def _overlap(size: int, offset: int, within: range | None) -> range:
    low, high = max(0, offset), min(size, size + offset)
    if within is not None:
        low, high = max(low, within.start), min(high, within.stop)
    return range(low, max(low, high))


def untouched(axis: Axis, pixels: int, count: int, limit: int) -> range:
    """Which of `count` units see only pixels that a shift by `pixels` (not negative) has moved, and no padding.

    >>> untouched(Axis(size=3, stride=1, padding=1), pixels=2, count=8, limit=8)
    range(3, 7)

    Those are the units whose range lies between the replicated border, `pixels` wide, and the end of the picture at
    `limit`: they see exactly what other units saw before.
    """
    inside = [unit for unit in range(count) if span(axis, unit)[0] >= pixels and span(axis, unit)[1] <= limit]
    return range(inside[0], inside[-1] + 1) if inside else range(0)
