"""What is there to know of a batch norm layer, and of the tensors of a network that a batch can be looked at in?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float32


@dataclass(frozen=True, eq=False)
class BatchNorm:
    """A batch norm layer as plain values, all arrays [C]."""

    name: str
    running_mean: Float32[np.ndarray, " channels"]
    running_var: Float32[np.ndarray, " channels"]
    gamma: Float32[np.ndarray, " channels"]
    beta: Float32[np.ndarray, " channels"]
    eps: float
    momentum: float


@dataclass(frozen=True)
class Place:
    """A tensor that can be taken: its name, (channels, rows, columns), and the batch norm that reads it, if any."""

    name: str
    shape: tuple[int, int, int]
    layer: str | None
