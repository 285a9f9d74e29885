"""Which matrices show best what a window does? Small ones to be followed in the head, [row, column], read-only.

The counting ones and the dark bar are the examples of Zhang et al., "Dive into Deep Learning", chapter 7.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from jaxtyping import Float

from models.ops.arrays import frozen
from models.ops.kernels import CURVE


def _counting(rows: int, columns: int) -> Float[np.ndarray, "rows columns"]:
    return np.arange(float(rows * columns)).reshape(rows, columns)


def _dark_bar() -> Float[np.ndarray, "6 8"]:
    picture = np.ones((6, 8))
    picture[:, 2:6] = 0.0
    return picture


def _curves() -> Float[np.ndarray, "18 18"]:
    """The curve that the detector looks for at the upper left, and its mirror image, which it doesn't, at the right."""
    picture = np.zeros((18, 18))
    picture[1:8, 1:8] = 9.0 * CURVE
    picture[9:16, 10:17] = 9.0 * CURVE[:, ::-1]
    return picture


def _curves_and_patch() -> Float[np.ndarray, "18 18"]:
    """The two curves, and a square that is as bright all over as they are: what a detector of 0 and 1 takes for one."""
    picture = _curves()
    picture[10:17, 1:8] = 9.0
    return picture


MATRICES: Mapping[str, np.ndarray] = MappingProxyType(
    {
        "count_3x3": frozen(_counting(3, 3)),
        "count_4x4": frozen(_counting(4, 4)),
        "count_5x5": frozen(_counting(5, 5)),
        "count_8x8": frozen(_counting(8, 8)),
        "dark_bar": frozen(_dark_bar()),
        "dark_bar_turned": frozen(_dark_bar().T),
        "curves": frozen(_curves()),
        "curves_and_patch": frozen(_curves_and_patch()),
    }
)
