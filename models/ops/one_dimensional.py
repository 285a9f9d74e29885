"""What is convolution along a line? All pairs of values whose positions add up to one place, multiplied and added.

Values [position]. Here the kernel is flipped, as mathematics has it: this is the distribution of the sum of two dice.
"""

import numpy as np
from jaxtyping import Float, Real

from models.ops.arrays import Numbers, as_numbers


def convolve(
    values: Real[np.ndarray, " positions"] | Numbers, kernel: Real[np.ndarray, " taps"] | Numbers
) -> Float[np.ndarray, " places"]:
    """The convolution of two sequences: place n is Σ values[i] · kernel[n − i], over all i for which both exist.

    >>> convolve([1] * 6, [1] * 6).tolist()  # two dice: 3 of their 36 throws make a 4
    [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0]

    As long as both together, less one. Raises ValueError when one of them is empty or not a sequence.
    """
    values, kernel = _sequence(values, "values"), _sequence(kernel, "kernel")
    places = np.zeros(len(values) + len(kernel) - 1)
    # Each value lays a copy of the kernel, times itself, at its own position.
    for position, value in enumerate(values):
        places[position : position + len(kernel)] += value * kernel
    return places


def _sequence(value: Numbers, argument: str) -> Float[np.ndarray, " positions"]:
    numbers = as_numbers(value, argument)
    if numbers.ndim != 1 or numbers.size == 0:
        raise ValueError(f"{argument} has the shape {list(numbers.shape)}, but must be [positions] with at least one")
    return numbers
