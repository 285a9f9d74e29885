"""Where does an answer come from? A logit as a sum over places: the class activation map (Zhou et al. 2016).

Where a network ends in global average pooling and one linear layer, sums can be swapped: the logit of a class is
b + Σ over places of M, with M = Σ over channels of weight × map ÷ number of places. Maps [channel, row, column].
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from models.ops.arrays import frozen
from models.ops.prediction import Head, class_map


@dataclass(frozen=True, eq=False)
class PlaceParts:
    """A logit in parts: `map` [row, column] and `bias`, which add up to it.

    >>> parts = PlaceParts(np.array([[3.0, -1.0]]), bias=0.5)
    >>> parts.positive, parts.negative, parts.total
    (3.0, -1.0, 2.5)

    Of a head of the form "classes" there is no bias apart: it is in every place, before the ReLU.
    """

    map: Float[np.ndarray, "rows columns"]
    bias: float

    @property
    def positive(self) -> float:
        """What speaks for the class, over all places."""
        return float(self.map[self.map > 0].sum())

    @property
    def negative(self) -> float:
        """What speaks against it."""
        return float(self.map[self.map < 0].sum())

    @property
    def total(self) -> float:
        """The logit."""
        return float(self.map.sum() + self.bias)


def place_parts(head: Head, label: int) -> PlaceParts:
    """The logit of a class as a sum over places. Raises ValueError for a head that isn't linear in them.

    >>> maps = np.arange(8, dtype=np.float32).reshape(2, 2, 2)
    >>> numbers = ([1.5, 5.5], [[2, -1]], [0.5], [-2])  # features, weights, bias, logit
    >>> head = Head("average", (), maps, *map(np.float32, numbers))
    >>> place_parts(head, 0).map.tolist()  # the first: (2·0 − 1·4) / 4 places
    [[-1.0, -0.75], [-0.5, -0.25]]
    """
    _check(head, label)
    if head.form == "classes":
        return PlaceParts(frozen(class_map(head, label) / head.places), 0.0)
    return PlaceParts(frozen(_products(head, label).sum(axis=0)), float(head.bias[label]))


def channel_parts(head: Head, label: int, row: int, column: int) -> Float[np.ndarray, " channels"]:
    """What each channel adds to the part of one place; of the form "classes" before its bias and its ReLU.

    >>> maps = np.arange(8, dtype=np.float32).reshape(2, 2, 2)
    >>> numbers = ([1.5, 5.5], [[2, -1]], [0.5], [-2])  # features, weights, bias, logit
    >>> head = Head("average", (), maps, *map(np.float32, numbers))
    >>> channel_parts(head, 0, row=1, column=0).tolist()  # 2·2 / 4 and −1·6 / 4
    [1.0, -1.5]
    """
    _check(head, label)
    rows, columns = head.maps.shape[1:]
    if not (0 <= row < rows and 0 <= column < columns):
        raise ValueError(f"place is ({row}, {column}), but must be within {rows} × {columns}")
    return np.asarray(_products(head, label)[:, row, column])


def half_of(parts: Float[np.ndarray, "rows columns"]) -> int:
    """How many places, the largest first, hold half of all that is positive; 0 where nothing is.

    >>> half_of(np.array([[3.0, 3.0], [2.0, -4.0]]))
    2
    """
    ordered = np.sort(parts[parts > 0])[::-1]
    if ordered.size == 0:
        return 0
    # The first place with which the sum reaches a half, counted from 1.
    return int(np.searchsorted(np.cumsum(ordered), ordered.sum() / 2) + 1)


def cell_edges(count: int, pixels: int, centres: Float[np.ndarray, " cells"] | None) -> Float[np.ndarray, " edges"]:
    """Where the cells of an axis meet, in pixels of the picture: a pixel belongs to the cell whose centre is nearest.

    >>> cell_edges(2, pixels=8, centres=None).tolist(), cell_edges(2, 8, np.array([0.0, 4.0])).tolist()
    ([0.0, 4.0, 8.0], [0.0, 2.5, 8.0])

    `centres`: those of the cells' receptive fields, from left to right, as pixels are counted; None where they are not
    known: then all cells are equally wide. The first edge is 0, the last one `pixels`.
    """
    if count < 1 or pixels < 1:
        raise ValueError(f"count and pixels are {count} and {pixels}, but must be at least 1")
    if centres is None:
        return np.linspace(0, pixels, count + 1)
    between = np.clip((centres[1:] + centres[:-1]) / 2 + 0.5, 0, pixels)  # as edges count: pixel 0 is from 0 to 1
    return np.concatenate([[0.0], between, [float(pixels)]])


def _products(head: Head, label: int) -> Float[np.ndarray, "channels rows columns"]:
    maps, weights = head.maps.astype(np.float64), head.weights[label].astype(np.float64)
    # With a weight for every place, the product is the part; with one for every map, the mean divides it.
    if head.form == "places":
        return np.asarray(weights.reshape(maps.shape) * maps)
    return np.asarray(weights[:, None, None] * maps / head.places)


def _check(head: Head, label: int) -> None:
    if not head.exact:
        raise ValueError(f"head has the form {head.form!r}, but a sum over places needs one that is linear in them")
    if not 0 <= label < head.logits.size:
        raise ValueError(f"label is {label}, but must be from 0 to {head.logits.size - 1}")
