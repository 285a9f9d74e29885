"""What counts as numbers here? Lists, integers and pictures become float64 arrays once; the rest can trust them.

Images are [rows, columns] or [channels, rows, columns], with the origin at the top left.
"""

from collections.abc import Sequence
from typing import Any, SupportsFloat

import numpy as np
from jaxtyping import Float, Real, Shaped

Number = SupportsFloat
"""One real number: an int, a float, or one of NumPy's."""

Numbers = np.ndarray | Sequence[Any] | SupportsFloat
"""What `as_numbers` reads: an array of any type of number, nested lists or tuples, or one number."""

PLANE_AXES = 2
IMAGE_AXES = 3
BATCH_AXES = 4


def as_numbers(value: Numbers, argument: str) -> Float[np.ndarray, "..."]:
    """The value as a float64 array; nested lists, integers and booleans are welcome.

    >>> as_numbers([[1, 2], [3, True]], "values").tolist()
    [[1.0, 2.0], [3.0, 1.0]]

    Raises ValueError, naming the argument, when the value is ragged or not made of real numbers.
    """
    try:
        numbers: np.ndarray = np.asarray(value)
    except ValueError as error:
        raise ValueError(f"{argument} is not a regular array of numbers: {error}") from error
    # Booleans, unsigned and signed integers, floats: no complex numbers, no texts, no objects.
    if numbers.dtype.kind not in "buif":
        raise ValueError(f"{argument} holds values of type {numbers.dtype}, but must hold real numbers")
    return numbers.astype(np.float64, copy=False)


def as_image(value: Numbers, argument: str = "image") -> Float[np.ndarray, "*channels rows columns"]:
    """The value as a float64 image, [rows, columns] or [channels, rows, columns].

    >>> as_image([[0, 1, 2], [3, 4, 5]]).shape
    (2, 3)

    Raises ValueError when it has another number of axes or an axis of length zero.
    """
    image = as_numbers(value, argument)
    if image.ndim not in (PLANE_AXES, IMAGE_AXES) or image.size == 0:
        raise ValueError(
            f"{argument} has the shape {list(image.shape)}, "
            "but must be [rows, columns] or [channels, rows, columns] with at least one value"
        )
    return image


def as_batch(
    value: Numbers, argument: str = "values", *, keep_single: bool = False
) -> Real[np.ndarray, "batch channels rows columns"]:
    """The value as a batch [batch, channels, rows, columns] of float64; with `keep_single`, of float32 if it is that.

    >>> as_batch(np.arange(16).reshape(2, 2, 2, 2)).dtype.name
    'float64'

    Raises ValueError when it has another number of axes or an axis of length zero.
    """
    single = keep_single and isinstance(value, np.ndarray) and value.dtype == np.float32
    batch = np.asarray(value) if single else as_numbers(value, argument)
    if batch.ndim != BATCH_AXES or batch.size == 0:
        raise ValueError(f"{argument} have the shape {list(batch.shape)}, but must be [batch, channels, rows, columns]")
    return batch


def frozen(values: Any) -> Shaped[np.ndarray, "..."]:
    """A copy of the values that nobody can write to: what results are made of.

    >>> frozen([[0, 1], [2, 3]]).flags.writeable
    False
    """
    copy = np.array(values)
    copy.setflags(write=False)
    return copy
