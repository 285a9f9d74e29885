"""How does a small map become a large one again? Copying, blending, remembering where the maxima were, stamping.

Image [rows, columns] or [channels, rows, columns], results float64 with as many axes; sizes are (rows, columns). What
pooling has thrown away, no way brings back: `ways_back` sets all four beside the map they should restore.
"""

from dataclasses import dataclass
from typing import SupportsIndex

import numpy as np
from jaxtyping import Float, Int, Real

from models.ops.arrays import Number, Numbers, as_image, frozen
from models.ops.convolution import transposed
from models.ops.geometry import IntOrPair, pair, whole
from models.ops.pooling import NO_WINNER, Winners, max_pool_winners

STAMPS = ("copy", "tent", "uneven")
ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class Blend:
    """One axis of a bilinear enlargement: output i mixes inputs first[i] and second[i], the latter by share[i]."""

    first: Int[np.ndarray, " outputs"]
    second: Int[np.ndarray, " outputs"]
    share: Float[np.ndarray, " outputs"]


@dataclass(frozen=True, eq=False)
class Stamp:
    """A transposed convolution that enlarges exactly `stride` times: its kernel and how it is cut to size."""

    kernel: Float[np.ndarray, "kernel_rows kernel_columns"]
    stride: int
    padding: int
    output_padding: int


@dataclass(frozen=True, eq=False)
class WaysBack:
    """A map, its maxima, and four maps of the old size made from them. `winners` holds the pooled map as `values`."""

    original: Float[np.ndarray, "rows columns"]
    winners: Winners
    nearest: Float[np.ndarray, "rows columns"]
    bilinear: Float[np.ndarray, "rows columns"]
    unpooled: Float[np.ndarray, "rows columns"]
    transposed: Float[np.ndarray, "rows columns"]


@dataclass(frozen=True)
class Loss:
    """What a way back gets wrong: the mean absolute error, and the share of cells that are right, 0…1."""

    mean_absolute: float
    exact: float


def nearest(
    image: Real[np.ndarray, "*channels rows columns"] | Numbers, size: IntOrPair
) -> Float[np.ndarray, "*channels output_rows output_columns"]:
    """Every output cell copies one input cell: ⌊i·n/m⌋ for output i of m on an axis of n cells.

    >>> nearest([[0, 1], [2, 3]], size=(2, 4)).tolist()
    [[0.0, 0.0, 1.0, 1.0], [2.0, 2.0, 3.0, 3.0]]

    Raises ImpossibleGeometry for a size below 1. Source: `torch.nn.functional.interpolate`, mode "nearest".
    """
    image = as_image(image)
    # In whole numbers, so that no rounding moves a border.
    rows, columns = (
        np.arange(count) * length // count
        for count, length in zip(pair(size, "size", 1), image.shape[-2:], strict=True)
    )
    return np.asarray(image[..., rows[:, None], columns])


def blend(
    size: SupportsIndex, outputs: SupportsIndex, *, align_corners: bool = False, step: Number | None = None
) -> Blend:
    """Which two of `size` cells each of `outputs` cells mixes, on one axis.

    >>> way = blend(2, 4)  # middles at −0.25 (so 0), 0.25, 0.75 and 1.25
    >>> way.first.tolist(), way.second.tolist(), way.share.tolist()
    ([0, 0, 0, 1], [1, 1, 1, 1], [0.0, 0.25, 0.75, 0.25])

    Cells are squares, and output i's middle lies at (i + ½)·n/m − ½, not before the first; with `align_corners` cells
    are points, the corners lie on the corners, and output i lies at i·(n − 1)/(m − 1). `step` is put in for n/m.
    Raises ImpossibleGeometry for a size below 1. Source: `torch.nn.functional.interpolate`, mode "bilinear".
    """
    size, outputs = whole(size, "size", 1), whole(outputs, "outputs", 1)
    places = np.arange(outputs, dtype=np.float64)
    if align_corners:
        places *= (size - 1) / max(1, outputs - 1)
    else:
        places = np.maximum(0.0, (places + 0.5) * (size / outputs if step is None else float(step)) - 0.5)
    # Behind the last cell there is no other: it is mixed with itself.
    first = np.minimum(np.floor(places).astype(np.int64), size - 1)
    return Blend(frozen(first), frozen(np.minimum(first + 1, size - 1)), frozen(places - first))


def bilinear(
    image: Real[np.ndarray, "*channels rows columns"] | Numbers, size: IntOrPair, *, align_corners: bool = False
) -> Float[np.ndarray, "*channels output_rows output_columns"]:
    """Every output cell mixes up to four input cells, each the more the nearer it lies: see `blend`.

    >>> bilinear([[0, 4]], size=(1, 4)).tolist()
    [[0.0, 1.0, 3.0, 4.0]]
    """
    image = as_image(image)
    (rows, columns), (height, width) = pair(size, "size", 1), image.shape[-2:]
    down = blend(height, rows, align_corners=align_corners)
    right = blend(width, columns, align_corners=align_corners)
    # One axis after the other: the weight of a cell is its row's share times its column's.
    below = down.share[:, None]
    tall = image[..., down.first, :] * (1 - below) + image[..., down.second, :] * below
    return np.asarray(tall[..., right.first] * (1 - right.share) + tall[..., right.second] * right.share)


def max_unpool(
    values: Real[np.ndarray, "*channels rows columns"] | Numbers, winners: Winners, size: IntOrPair
) -> Float[np.ndarray, "*channels output_rows output_columns"]:
    """Each value where its maximum was found, zeros everywhere else. `winners` is of `max_pool_winners`.

    >>> winners = max_pool_winners(np.arange(16).reshape(4, 4), 2)
    >>> max_unpool(winners.values, winners, size=4).astype(int).tolist()
    [[0, 0, 0, 0], [0, 5, 0, 7], [0, 0, 0, 0], [0, 13, 0, 15]]

    Raises ValueError where a winner lies outside `size`, or there is not one value for each.
    Source: Zeiler & Fergus 2014, §2.1; `torch.nn.MaxUnpool2d`.
    """
    values, (height, width) = as_image(values, "values"), pair(size, "size", 1)
    if values.shape != winners.rows.shape:
        expected = list(winners.rows.shape)
        raise ValueError(f"values have the shape {list(values.shape)}, but must have one for each winner, {expected}")
    if winners.rows.max() >= height or winners.columns.max() >= width:
        raise ValueError(f"size is {(height, width)}, but winners lie outside it")
    result = np.zeros((*values.shape[:-2], height, width))
    found = winners.rows != NO_WINNER
    channels = np.nonzero(found)[:-2]
    # Where windows overlap, two may have one winner: the later one's value stays.
    result[(*channels, winners.rows[found], winners.columns[found])] = values[found]
    return result


def stamp(kind: str, factor: SupportsIndex) -> Stamp:
    """A kernel for a transposed convolution that enlarges `factor` times.

    >>> stamp("copy", 2).kernel.tolist(), stamp("tent", 2).kernel[0].tolist()
    ([[1.0, 1.0], [1.0, 1.0]], [0.0625, 0.1875, 0.1875, 0.0625])

    "copy": ones as large as the stride, so that stamps touch and never overlap. "tent": bilinear weights, whose stamps
    add up to exactly the bilinear enlargement, except along the border. "uneven": equal weights one cell larger than
    the stride; the stamps overlap in some rows and columns and not in others: the checkerboard. Its weights are chosen
    so that a constant map keeps its mean. Raises ValueError for another kind, ImpossibleGeometry for a factor below 2.
    Source: Odena, Dumoulin & Olah 2016, "Deconvolution and checkerboard artifacts".
    """
    factor = whole(factor, "factor", 2)
    if kind == "copy":
        return Stamp(frozen(np.ones((factor, factor))), factor, 0, 0)
    if kind == "tent":
        # Of odd factors the top of the tent is a cell, of even ones it lies between two.
        length = 2 * factor - factor % 2
        weights = 1 - np.abs(np.arange(length) - (length - 1) / 2) / factor
        return Stamp(frozen(np.outer(weights, weights)), factor, factor // 2, 0)
    if kind == "uneven":
        length = factor + 1
        # On average (length / factor)² stamps lie on a cell.
        return Stamp(frozen(np.full((length, length), (factor / length) ** 2)), factor, 1, 1)
    raise ValueError(f"kind is {kind!r}, but must be one of {', '.join(STAMPS)}")


def whole_windows(
    image: Real[np.ndarray, "rows columns"] | Numbers, window: SupportsIndex
) -> Float[np.ndarray, "whole_rows whole_columns"]:
    """The image without the rows and columns at the end that fill no window.

    >>> whole_windows([[0, 1, 2], [3, 4, 5], [6, 7, 8]], window=2).tolist()
    [[0.0, 1.0], [3.0, 4.0]]
    """
    image, side = as_image(image), whole(window, "window", 1)
    rows, columns = (length - length % side for length in image.shape[-2:])
    return image[..., :rows, :columns]


def ways_back(
    image: Real[np.ndarray, "rows columns"] | Numbers,
    window: SupportsIndex,
    *,
    kind: str = "copy",
    align_corners: bool = False,
) -> WaysBack:
    """A map [rows, columns] max-pooled with `window`, then brought back to its size in four ways.

    >>> back = ways_back(np.arange(16).reshape(4, 4), window=2)
    >>> back.winners.values.tolist(), back.nearest[1].tolist(), back.unpooled[1].tolist()
    ([[5.0, 7.0], [13.0, 15.0]], [5.0, 5.0, 7.0, 7.0], [0.0, 5.0, 0.0, 7.0])

    What fills no window is cut off first. `kind` is that of the `stamp` of the transposed convolution.
    Raises ImpossibleGeometry for a window that does not fit, or below 2.
    """
    kernel, winners = stamp(kind, window), max_pool_winners(image, window)
    original = whole_windows(image, window)
    pooled, size = winners.values, original.shape
    stamped = transposed(
        pooled, kernel.kernel, stride=kernel.stride, padding=kernel.padding, output_padding=kernel.output_padding
    )
    blended = bilinear(pooled, size, align_corners=align_corners)
    back = (nearest(pooled, size), blended, max_unpool(pooled, winners, size), stamped)
    return WaysBack(frozen(original), winners, *(frozen(way) for way in back))


def loss(original: Float[np.ndarray, "*shape"], restored: Float[np.ndarray, "*shape"]) -> Loss:
    """How far `restored` is from `original`. What differs by rounding alone, 10⁻⁹ of the largest value, is right.

    >>> loss(np.array([0.0, 2.0]), np.array([0.0, 4.0]))
    Loss(mean_absolute=1.0, exact=0.5)
    """
    difference = np.abs(np.asarray(restored) - np.asarray(original))
    return Loss(float(difference.mean()), float((difference <= ROUNDING * np.abs(original).max()).mean()))
