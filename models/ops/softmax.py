"""How do a network's last numbers become probabilities, and how wrong are they?

Logits [..., class]: the classes lie on the last axis. Everything is float64; probabilities are between 0 and 1.
"""

import operator
from typing import SupportsIndex

import numpy as np
from jaxtyping import Float, Real

from models.ops.arrays import Number, Numbers, as_numbers
from models.ops.geometry import whole


def softmax(
    logits: Real[np.ndarray, "*batch classes"] | Numbers, temperature: Number = 1.0
) -> Float[np.ndarray, "*batch classes"]:
    """e^(z/T) over its sum along the last axis: probabilities that add up to 1.

    >>> softmax(np.log([1, 2, 5])).round(4).tolist()
    [0.125, 0.25, 0.625]
    >>> softmax(np.log([1, 2, 5]), temperature=0.5).round(4).tolist()  # 1, 4 and 25, of 30
    [0.0333, 0.1333, 0.8333]

    A temperature above 1 evens them out, one towards 0 leaves only the largest.
    Raises ValueError for a temperature that is not above 0, or without classes. Source: Hinton et al. 2015, §2.
    """
    temperature = float(temperature)
    if not temperature > 0:
        raise ValueError(f"temperature is {temperature}, but must be above 0")
    scores = _classes(logits, "logits")
    # Subtracting the largest changes nothing in the ratio, and keeps e^z from overflowing. Before the division by a
    # small temperature, for the same reason.
    with np.errstate(over="ignore"):  # a difference beyond all numbers is −∞, and its probability is 0
        powers = np.exp((scores - scores.max(axis=-1, keepdims=True)) / temperature)
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def cross_entropy(logits: Real[np.ndarray, " classes"] | Numbers, label: SupportsIndex) -> float:
    """−ln of the probability that softmax gives to the true label, in nats: 0 when certain and right.

    >>> round(cross_entropy([0] * 10, label=3), 4)  # ln 10: nothing learned yet
    2.3026

    Logits [classes]. Raises ValueError when there is no such label. Source: `torch.nn.CrossEntropyLoss`.
    """
    scores = _classes(logits, "logits")
    if scores.ndim != 1:
        raise ValueError(f"logits have the shape {list(scores.shape)}, but must be [classes]")
    if not 0 <= operator.index(label) < scores.size:
        raise ValueError(f"label is {operator.index(label)}, but must be from 0 to {scores.size - 1}")
    # ln Σ e^z is the largest z + ln Σ e^(z − largest), of which no power exceeds 1.
    shifted = scores - scores.max()
    return float(np.log(np.exp(shifted).sum()) - shifted[operator.index(label)])


def binary_cross_entropy(logit: Number) -> float:
    """−ln of the probability that the sigmoid gives to a true yes, in nats: ln(1 + e^−z).

    >>> round(binary_cross_entropy(0), 4)  # ln 2
    0.6931

    Source: `torch.nn.BCEWithLogitsLoss`, for the target 1.
    """
    # ln(e^0 + e^−z), worked out without e^−z, which overflows.
    return float(np.logaddexp(0.0, -float(logit)))


def top(
    probabilities: Real[np.ndarray, " classes"] | Numbers, count: SupportsIndex = 5
) -> tuple[tuple[int, float], ...]:
    """The `count` largest as (class index, probability), largest first; of equal ones the lower index first.

    >>> top([0.125, 0.625, 0.25], count=2)
    ((1, 0.625), (2, 0.25))

    All of them when there are fewer than `count`. Raises ValueError for a count below 1.
    """
    values = _classes(probabilities, "probabilities")
    if values.ndim != 1:
        raise ValueError(f"probabilities have the shape {list(values.shape)}, but must be [classes]")
    best = np.argsort(-values, kind="stable")[: whole(count, "count", 1)]
    return tuple((int(index), float(values[index])) for index in best)


def _classes(values: Numbers, argument: str) -> Float[np.ndarray, "*batch classes"]:
    numbers = as_numbers(values, argument)
    if numbers.ndim == 0 or numbers.shape[-1] == 0:
        raise ValueError(f"{argument} have the shape {list(numbers.shape)}, but must hold at least one class")
    return numbers
