"""How do weights fit into 8 bits each? Every kernel has a scale of its own, and whole numbers from −127 to 127.

Kernels lie along the first axis, as the output channels of PyTorch's convolutions and the outputs of its linear layers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from jaxtyping import Float32, Int8, Shaped

from models.ops.arrays import frozen

LARGEST = 127
SCALE = "/scale"


def to_eight_bits(
    weights: Float32[np.ndarray, "kernels ..."],
) -> tuple[Int8[np.ndarray, "kernels ..."], Float32[np.ndarray, " kernels"]]:
    """Whole numbers and a scale for each kernel, whose products are the weights to within half a scale.

    >>> values, scales = to_eight_bits(np.float32([[0.5, -1.27], [0, 0]]))
    >>> values.tolist(), [round(float(scale), 4) for scale in scales]
    ([[50, -127], [0, 0]], [0.01, 1.0])

    The scale puts a kernel's largest weight at ±127; where all weights are 0 it is 1. Raises ValueError for a weight
    that is infinite or not a number, and where a kernel has none.
    """
    if weights.size == 0 or not np.isfinite(weights).all():
        raise ValueError(f"weights [{', '.join(map(str, weights.shape))}] must be finite, and at least one a kernel")
    exact = np.abs(weights).reshape(len(weights), -1).max(axis=1).astype(np.float64) / LARGEST
    scales = exact.astype(np.float32)
    # Rounded up, never down: the largest weight must not need a 128.
    scales = np.where(scales < exact, np.nextafter(scales, np.float32(np.inf)), scales)
    scales[exact == 0] = 1
    steps = np.rint(weights / _beside(scales, weights.ndim).astype(np.float64))
    return frozen(steps.astype(np.int8)), frozen(scales)


def from_eight_bits(
    values: Int8[np.ndarray, "kernels ..."], scales: Float32[np.ndarray, " kernels"]
) -> Float32[np.ndarray, "kernels ..."]:
    """The weights that whole numbers and the scales of their kernels stand for, each rounded once to single precision.

    >>> from_eight_bits(np.int8([[50, -127]]), np.float32([0.5])).tolist()
    [[25.0, -63.5]]
    """
    return frozen(values * _beside(scales, values.ndim))


def packed(state: Mapping[str, Any]) -> dict[str, Shaped[np.ndarray, "..."]]:
    """A network's state with every array of two or more axes in 8 bits, and beside it NAME/scale; the rest as it is.

    >>> sorted(packed({"linear.weight": np.float32([[2, 1]]), "linear.bias": np.float32([3])}))
    ['linear.bias', 'linear.weight', 'linear.weight/scale']
    """
    small: dict[str, np.ndarray] = {}
    for name, values in state.items():
        if values.ndim > 1:
            small[name], small[name + SCALE] = to_eight_bits(values)
        else:
            small[name] = frozen(values)
    return small


def unpacked(small: Mapping[str, Any]) -> dict[str, Shaped[np.ndarray, "..."]]:
    """The state that `packed` has put into 8 bits, in single precision again.

    >>> unpacked({"weight": np.int8([[4, 2]]), "weight/scale": np.float32([0.5]), "bias": np.float32([3])})["weight"]
    array([[2., 1.]], dtype=float32)
    """
    return {
        name: from_eight_bits(values, small[name + SCALE]) if name + SCALE in small else values
        for name, values in small.items()
        if not name.endswith(SCALE)
    }


def _beside(scales: Float32[np.ndarray, " kernels"], axes: int) -> Float32[np.ndarray, "..."]:
    return scales.reshape(-1, *[1] * (axes - 1))
