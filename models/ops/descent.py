"""How wrong is an answer, which way is better, and what does one step bring? Losses, their δ, and the update.

Outputs are [class], and a loss is one number. Everything is float64.
"""

from collections.abc import Callable, Iterable
from typing import SupportsIndex

import numpy as np
from jaxtyping import Float, Real

from models.ops.arrays import Number, Numbers, as_numbers
from models.ops.softmax import cross_entropy, softmax

STEP = 1e-5  # of a centred difference in double precision: smaller ones lose more to rounding than they gain


def one_hot(label: SupportsIndex, classes: SupportsIndex) -> Float[np.ndarray, " classes"]:
    """1 for the true class, 0 for all others: what an answer without any doubt would be.

    >>> one_hot(2, classes=3).tolist()
    [0.0, 0.0, 1.0]

    Raises IndexError where there is no such class.
    """
    found = np.zeros(int(classes))
    found[range(int(classes))[int(label)]] = 1
    return found


def cross_entropy_gradient(
    logits: Real[np.ndarray, " classes"] | Numbers, label: SupportsIndex
) -> Float[np.ndarray, " classes"]:
    """δ of softmax with cross-entropy: the probabilities, less 1 for the true class.

    >>> cross_entropy_gradient(np.log([1, 2, 5]), label=2).round(4).tolist()
    [0.125, 0.25, -0.375]

    It adds up to 0. Source: `torch.nn.CrossEntropyLoss`.
    """
    probabilities = softmax(logits)
    return probabilities - one_hot(label, probabilities.size)


def squared_error(outputs: Real[np.ndarray, " classes"] | Numbers, label: SupportsIndex) -> float:
    """½ Σ (y − t)², where the target t is 1 for the true class and 0 for the others.

    >>> squared_error([0.5, 2, 0], label=1)  # ½ (0.25 + 1 + 0)
    0.625

    The half makes δ plainly y − t. Some texts leave it out, or take the mean over the outputs.
    """
    away = squared_error_gradient(outputs, label)
    return float((away * away).sum() / 2)


def squared_error_gradient(
    outputs: Real[np.ndarray, " classes"] | Numbers, label: SupportsIndex
) -> Float[np.ndarray, " classes"]:
    """δ of ½ Σ (y − t)²: y − t.

    >>> squared_error_gradient([0.5, 2, 0], label=1).tolist()
    [0.5, 1.0, 0.0]
    """
    numbers = as_numbers(outputs, "outputs")
    return numbers - one_hot(label, numbers.size)


LOSSES: dict[str, tuple[Callable[..., float], Callable[..., Float[np.ndarray, " classes"]]]] = {
    "cross_entropy": (cross_entropy, cross_entropy_gradient),
    "squared_error": (squared_error, squared_error_gradient),
}
"""Every loss with its δ: both take outputs and the true class."""


def step(
    values: Real[np.ndarray, "..."] | Numbers, gradient: Real[np.ndarray, "..."] | Numbers, rate: Number
) -> Float[np.ndarray, "..."]:
    """Weight − rate × gradient: one step of plain gradient descent.

    >>> step([1, -2], gradient=[4, -4], rate=0.25).tolist()
    [0.0, -1.0]
    """
    return as_numbers(values, "values") - float(rate) * as_numbers(gradient, "gradient")


def promised(gradients: Iterable[Real[np.ndarray, "..."] | Numbers], rate: Number) -> float:
    """By how much a small step makes the loss fall: rate · ‖gradient‖², over all weights there are.

    >>> promised([[[3, 0], [0, 4]], [12]], rate=0.01)  # 0.01 · (9 + 16 + 144)
    1.69

    It takes the loss for a slope that goes on as it begins; the larger the step, the less that is so.
    """
    squares = sum(float(np.square(as_numbers(each, "gradient")).sum()) for each in gradients)
    return float(rate) * squares


def finite_difference(
    loss: Callable[[Float[np.ndarray, "..."]], float], values: Real[np.ndarray, "..."] | Numbers, size: Number = STEP
) -> Float[np.ndarray, "..."]:
    """The gradient by trying: each value a little larger and a little smaller, and what that does to the loss.

    >>> finite_difference(lambda x: float((x * x).sum()), [1, -2, 0]).round(6).tolist()
    [2.0, -4.0, 0.0]

    Centred: (L(x + h) − L(x − h)) / 2h. Where a ReLU or a maximum lies between the two, it is right about neither side.
    """
    numbers, reach = as_numbers(values, "values"), float(size)
    gradient = np.zeros(numbers.shape)
    for place in np.ndindex(numbers.shape):
        moved = np.zeros(numbers.shape)
        moved[place] = reach
        gradient[place] = (loss(numbers + moved) - loss(numbers - moved)) / (2 * reach)
    return gradient
