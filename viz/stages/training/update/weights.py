"""The small network of one update: its sizes, and the weights it begins with for each seed, in few decimals.

Convolution [kernel, row, column], a bias for each; linear [class, feature], a bias for each. Features are the pooled
maps one after the other, row by row.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float64

from viz.stages.training.update.pictures import CLASSES, SIDE

KERNELS, SIZE, WINDOW = 2, 3, 2
MAP = SIDE - SIZE + 1
POOLED = MAP // WINDOW
FEATURES = KERNELS * POOLED**2
SEEDS = 10
WIDEST_KERNEL, WIDEST_BIAS, WIDEST_LINEAR = 50, 20, 40  # hundredths: about what PyTorch itself begins with


@dataclass(frozen=True, eq=False)
class Weights:
    """All trained numbers, in PyTorch's order and shapes but for the one input channel. Gradients come alike."""

    kernels: Float64[np.ndarray, "2 3 3"]
    kernel_biases: Float64[np.ndarray, " 2"]
    linear: Float64[np.ndarray, "3 18"]
    linear_biases: Float64[np.ndarray, " 3"]

    def all(self) -> tuple[Float64[np.ndarray, "..."], ...]:
        """One after the other."""
        return self.kernels, self.kernel_biases, self.linear, self.linear_biases


def initial(seed: int) -> Weights:
    """What a network of that seed begins with: even random numbers around 0.

    Weights are hundredths. Biases of kernels are so many hundredths and a thousandth: over a black part of a picture
    a map is the bias alone, and no sum of the drawn pictures' quarters makes it exactly 0, where a ReLU has no slope.
    """
    dice = np.random.default_rng(seed)
    kernels = dice.integers(-WIDEST_KERNEL, WIDEST_KERNEL + 1, (KERNELS, SIZE, SIZE)) / 100
    kernel_biases = dice.integers(-WIDEST_BIAS, WIDEST_BIAS, KERNELS) / 100 + 0.001
    linear = dice.integers(-WIDEST_LINEAR, WIDEST_LINEAR + 1, (CLASSES, FEATURES)) / 100
    return Weights(kernels, np.round(kernel_biases, 3), linear, np.zeros(CLASSES))
