"""What does a kernel over three colours do, and what does a second layer make of several such kernels' maps?

The textbooks' flashlight: a picture of [3, 32, 32], kernels of [3, 5, 5], kernels of [5, 3, 3] over their five maps.
All weights are whole numbers, so that every sum over whole pixels is exact. Weights [map, channel, row, column].
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from jaxtyping import Float, UInt8

from models.ops.activation import relu
from models.ops.arrays import frozen
from models.ops.partial_sums import Parts, take_apart

SIDE, COLOURS, SIZE = 32, 3, 5  # of the picture, and of a kernel
LAYERS = ("conv1", "conv2")

_STEP = np.array([1.0, 1.0, 0.0, -1.0, -1.0])
_SHAPE = (COLOURS, SIZE, SIZE)
_SPOT = np.full(_SHAPE, -9.0)
_SPOT[:, 1:4, 1:4] = 16.0  # 9 cells of 16 in the middle and 16 of −9 around them: they add up to 0


@dataclass(frozen=True, eq=False)
class Kernel:
    """The weights [channel, row, column] that make one map, and the number that is added to every sum."""

    weights: Float[np.ndarray, "channels rows columns"]
    bias: float


FIRST: Mapping[str, Kernel] = MappingProxyType(
    {
        "brightness": Kernel(frozen(np.ones(_SHAPE)), -75.0 * 128),
        "left": Kernel(frozen(np.broadcast_to(_STEP, _SHAPE)), -500.0),
        "top": Kernel(frozen(np.broadcast_to(_STEP[:, None], _SHAPE)), -500.0),
        "red": Kernel(frozen(np.broadcast_to(np.array([2.0, -1.0, -1.0])[:, None, None], _SHAPE)), -500.0),
        "spot": Kernel(frozen(_SPOT), -500.0),
    }
)


def _weighing(*weights: float) -> Float[np.ndarray, "maps rows columns"]:
    """Each of the five maps with one weight, the same at all nine places."""
    return frozen(np.broadcast_to(np.array(weights)[:, None, None], (len(weights), 3, 3)))


SECOND: Mapping[str, Kernel] = MappingProxyType(
    {
        "corner": Kernel(_weighing(0.0, 1.0, 1.0, 0.0, 0.0), -9000.0),
        "red spot": Kernel(_weighing(-1.0, 0.0, 0.0, 2.0, 1.0), -9000.0),
    }
)
KERNELS: Mapping[str, Mapping[str, Kernel]] = MappingProxyType(dict(zip(LAYERS, (FIRST, SECOND), strict=True)))


def as_channels(pixels: UInt8[np.ndarray, "rows columns colours"]) -> Float[np.ndarray, "colours rows columns"]:
    """The picture as a first layer takes it: whole numbers from 0 to 255, colour by colour.

    >>> as_channels(np.array([[[255, 128, 0]]], np.uint8)).tolist()
    [[[255.0]], [[128.0]], [[0.0]]]
    """
    return frozen(pixels.transpose(2, 0, 1).astype(np.float64))


def inputs_of(
    layer: str, picture: Float[np.ndarray, "colours rows columns"]
) -> Float[np.ndarray, "channels map_rows map_columns"]:
    """What a layer reads: the picture, or the five maps of the first layer after ReLU.

    >>> white = np.full((3, 32, 32), 255.0)
    >>> inputs_of("conv2", white)[:, 0, 0].tolist()  # brightness: 75·255 − 75·128; the others see no difference
    [9525.0, 0.0, 0.0, 0.0, 0.0]
    """
    if layer == LAYERS[0]:
        return picture
    return frozen(relu(np.stack([take_apart(picture, kernel.weights, kernel.bias).total for kernel in FIRST.values()])))


def parts_of(layer: str, name: str, picture: Float[np.ndarray, "colours rows columns"]) -> Parts:
    """What a kernel makes of the picture, one part for each channel it reads.

    >>> white = np.full((3, 32, 32), 255.0)
    >>> parts = parts_of("conv1", "red", white)
    >>> parts.maps[:, 0, 0].tolist(), float(parts.total[0, 0])  # 25·2·255 and twice −25·255; the bias is −500
    ([12750.0, -6375.0, -6375.0], -500.0)
    """
    kernel = KERNELS[layer][name]
    return take_apart(inputs_of(layer, picture), kernel.weights, kernel.bias)
