"""How do a network's last maps become its answer? The last step of a classifier, as a sum that can be written out.

Maps [channel, row, column] of one picture; weights [class, feature]; logits [class]. Everything worked out is float64.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from jaxtyping import Float, Float32

from models.ops.activation import relu
from models.ops.linear import linear
from models.records.layers import HeadStep

Form = Literal["average", "places", "classes", "features"]
LINEAR_IN_PLACES: tuple[Form, ...] = ("average", "places", "classes")


@dataclass(frozen=True, eq=False)
class Head:
    """The end of a network on one picture.

    >>> maps = np.arange(8, dtype=np.float32).reshape(2, 2, 2)
    >>> numbers = ([1.5, 5.5], [[2, -1]], [0.5], [-2])  # features, weights, bias, logit
    >>> head = Head("average", (), maps, *map(np.float32, numbers))
    >>> head.exact, head.places
    (True, 4)

    `form`: "average", maps → their means → one linear layer; "places", maps flattened → one linear layer; "classes",
    maps → a 1×1 convolution with one map for each class (→ ReLU, where `rectified`) → their means; "features", anything
    else that ends in a linear layer. `steps`: the last maps first, then what comes after them. `features`: what goes
    into the last linear layer; of "classes" the maps' means, which no layer computes. `weights`, `bias`: of that layer.
    `logits`: what the network itself made, before any softmax or sigmoid.
    """

    form: Form
    steps: tuple[HeadStep, ...]
    maps: Float32[np.ndarray, "channels rows columns"]
    features: Float32[np.ndarray, " features"]
    weights: Float32[np.ndarray, "classes features"]
    bias: Float32[np.ndarray, " classes"]
    logits: Float32[np.ndarray, " classes"]
    rectified: bool = False

    @property
    def exact(self) -> bool:
        """Whether a logit is a sum over the places of the last maps."""
        return self.form in LINEAR_IN_PLACES

    @property
    def places(self) -> int:
        """How many places a map has."""
        return int(self.maps.shape[1] * self.maps.shape[2])


@dataclass(frozen=True, eq=False)
class Terms:
    """A logit as `bias` + Σ value × weight: what is summed over depends on the head's form.

    >>> Terms(np.array([1.5, 5.5]), np.array([2.0, -1.0]), bias=0.5).total  # 3 − 5.5 + 0.5
    -2.0
    """

    values: Float[np.ndarray, " terms"]
    weights: Float[np.ndarray, " terms"]
    bias: float

    @property
    def total(self) -> float:
        """The logit."""
        return float(self.values @ self.weights + self.bias)


def with_zero(head: Head) -> Head:
    """The same with a class before the others that gets nothing: its weights, its bias and its logit are 0.

    >>> maps = np.arange(8, dtype=np.float32).reshape(2, 2, 2)
    >>> numbers = ([1.5, 5.5], [[2, -1]], [0.5], [-2])  # features, weights, bias, logit
    >>> head = Head("average", (), maps, *map(np.float32, numbers))
    >>> with_zero(head).weights.tolist(), with_zero(head).logits.tolist()
    ([[0.0, 0.0], [2.0, -1.0]], [0.0, -2.0])

    Beside it the softmax of a single logit is its sigmoid: e^z ÷ (e^0 + e^z) = 1 ÷ (1 + e^−z).
    """
    weights, bias, logits = (
        np.concatenate([np.zeros_like(rows[:1]), rows]) for rows in (head.weights, head.bias, head.logits)
    )
    return replace(head, weights=weights, bias=bias, logits=logits)


def averages(maps: Float[np.ndarray, "channels rows columns"]) -> Float[np.ndarray, " channels"]:
    """Global average pooling: the mean of every map.

    >>> averages(np.arange(8.0).reshape(2, 2, 2)).tolist()
    [1.5, 5.5]
    """
    return np.asarray(maps.astype(np.float64).mean(axis=(1, 2)))


def class_maps(head: Head, labels: slice = slice(None)) -> Float[np.ndarray, "some rows columns"]:
    """Of the form "classes": each class's map, Σ weight × map + bias at every place, rectified where the head is.

    >>> maps = np.arange(8, dtype=np.float32).reshape(2, 2, 2)
    >>> numbers = ([1.5, 5.5], [[2, -1]], [0.5], [-2])  # features, weights, bias, logit
    >>> head = Head("classes", (), maps, *map(np.float32, numbers))
    >>> class_maps(head).tolist()  # 2·0 − 1·4 + 0.5, and so on
    [[[-3.5, -2.5], [-1.5, -0.5]]]
    """
    weights, bias = head.weights[labels].astype(np.float64), head.bias[labels].astype(np.float64)
    # A 1×1 convolution is a linear layer at every place.
    found = np.tensordot(weights, head.maps.astype(np.float64), axes=1) + bias[:, None, None]
    return np.asarray(relu(found) if head.rectified else found)


def class_map(head: Head, label: int) -> Float[np.ndarray, "rows columns"]:
    """The map of one class.

    >>> maps = np.arange(8, dtype=np.float32).reshape(2, 2, 2)
    >>> numbers = ([1.5, 5.5], [[2, -1]], [0.5], [-2])  # features, weights, bias, logit
    >>> head = Head("classes", (), maps, *map(np.float32, numbers))
    >>> class_map(head, 0).tolist()
    [[-3.5, -2.5], [-1.5, -0.5]]
    """
    return np.asarray(class_maps(head, slice(label, label + 1))[0])


def terms_of(head: Head, label: int) -> Terms:
    """The last sum of a class: over channels, features, or (of "classes") the places of the class's own map.

    >>> maps = np.arange(8, dtype=np.float32).reshape(2, 2, 2)
    >>> numbers = ([1.5, 5.5], [[2, -1]], [0.5], [-2])  # features, weights, bias, logit
    >>> head = Head("average", (), maps, *map(np.float32, numbers))
    >>> terms = terms_of(head, 0)
    >>> terms.values.tolist(), terms.weights.tolist(), terms.total
    ([1.5, 5.5], [2.0, -1.0], -2.0)
    """
    if not 0 <= label < head.logits.size:
        raise ValueError(f"label is {label}, but must be from 0 to {head.logits.size - 1}")
    if head.form == "classes":
        values = class_map(head, label).ravel()
        # A mean is a sum in which every place weighs 1 / places.
        return Terms(values, np.full(values.size, 1 / values.size), 0.0)
    values = averages(head.maps) if head.form == "average" else head.features.astype(np.float64)
    return Terms(values, head.weights[label].astype(np.float64), float(head.bias[label]))


def logits_by_hand(head: Head) -> Float[np.ndarray, " classes"]:
    """All logits, worked out from the last maps; of the form "features" from what goes into the last layer.

    >>> maps = np.arange(8, dtype=np.float32).reshape(2, 2, 2)
    >>> numbers = ([1.5, 5.5], [[2, -1]], [0.5], [-2])  # features, weights, bias, logit
    >>> head = Head("average", (), maps, *map(np.float32, numbers))
    >>> logits_by_hand(head).tolist()  # 2·1.5 − 1·5.5 + 0.5
    [-2.0]
    """
    if head.form == "classes":
        return averages(class_maps(head))
    values = averages(head.maps) if head.form == "average" else head.features.astype(np.float64)
    return linear(values, head.weights, head.bias)


def by_size(values: Float[np.ndarray, " terms"]) -> tuple[int, ...]:
    """The places of the values, largest amount first; of equal ones the lower place first.

    >>> by_size(np.array([1.0, -3.0, 2.0]))
    (1, 2, 0)
    """
    return tuple(int(place) for place in np.argsort(-np.abs(values), kind="stable"))
