"""What is there to know of a batch norm layer: its numbers, the tensors it reads, PyTorch's answer, folding."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Float32

Values = Float32[np.ndarray, "batch channels rows columns"]
PerChannel = Float[np.ndarray, " channels"]


@dataclass(frozen=True, eq=False)
class BatchNorm:
    """A batch norm layer as plain values, all arrays [C].

    >>> layer = BatchNorm("bn1", np.float32([1]), np.float32([0]), eps=1e-5, momentum=0.1)
    >>> layer.keeps  # it was given no running statistics
    False

    `running_mean`, `running_var`: None where it keeps none, and normalises by the batch at inference too. `momentum`:
    None where all batches count alike, of which `tracked` have been seen. `affine`: whether γ and β are its own; else
    they are 1 and 0.
    """

    name: str
    gamma: Float32[np.ndarray, " channels"]
    beta: Float32[np.ndarray, " channels"]
    eps: float
    momentum: float | None
    running_mean: Float32[np.ndarray, " channels"] | None = None
    running_var: Float32[np.ndarray, " channels"] | None = None
    tracked: int = 0
    affine: bool = True

    @property
    def keeps(self) -> bool:
        """Whether it has running statistics, which it uses at inference."""
        return self.running_mean is not None and self.running_var is not None


@dataclass(frozen=True)
class Place:
    """A tensor that can be taken: its name, (channels, rows, columns), and the batch norm that reads it, if any."""

    name: str
    shape: tuple[int, int, int]
    layer: str | None


@dataclass(frozen=True)
class Folded:
    """A network with batch norm layers folded away, beside itself as it is, on a batch of `pictures`.

    `difference`: the largest one between the two networks' outputs, `compared` values whose largest size is `largest`.
    `agreed`: on how many pictures both find the same class most probable.
    """

    layers: tuple[str, ...]
    difference: float
    largest: float
    compared: int
    agreed: int
    pictures: int


@dataclass(frozen=True, eq=False)
class ByTorch:
    """`nn.BatchNorm2d` in both modes on one batch, and its running statistics after one training step.

    `training`, `running_mean` and `running_variance` are None where PyTorch refuses: one value for each channel.
    """

    inference: Values
    training: Values | None
    running_mean: PerChannel | None
    running_variance: PerChannel | None
