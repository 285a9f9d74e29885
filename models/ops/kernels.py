"""Which kernels are worth trying first? Classical ones and textbook ones, [kernel_row, kernel_column], read-only.

Rows run downwards, so "sobel top" answers where the picture is brighter above than below. All are meant for
cross-correlation: nothing is flipped.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from models.ops.arrays import frozen

_SOBEL_TOP = np.array([[1.0, 2.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -2.0, -1.0]])

# A quarter of a circle, one cell wide, as a pencil would draw it: every 1 is a place where the detector wants light.
CURVE = frozen(
    [
        [0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0],
        [0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0],
        [0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0],
        [0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    ]
)

# The same curve, with light beside it counted against it: nine weights of 1 and 36 of −1/4, which add up to exactly 0.
# The far corner, where no stroke of the curve is near, is left out.
_BESIDE = np.where(CURVE > 0, 1.0, -0.25)
_BESIDE[5:, 5:] = 0.0
CURVES = ("curve", "curve zero-sum")

KERNELS: Mapping[str, np.ndarray] = MappingProxyType(
    {
        "identity": frozen([[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]),
        "sharpen": frozen([[0.0, -1.0, 0.0], [-1.0, 5.0, -1.0], [0.0, -1.0, 0.0]]),
        "outline": frozen([[-1.0, -1.0, -1.0], [-1.0, 8.0, -1.0], [-1.0, -1.0, -1.0]]),
        "gaussian blur": frozen(np.array([[1.0, 2.0, 1.0], [2.0, 4.0, 2.0], [1.0, 2.0, 1.0]]) / 16.0),
        "box blur": frozen(np.full((3, 3), 1.0 / 9.0)),
        "emboss": frozen([[-2.0, -1.0, 0.0], [-1.0, 1.0, 1.0], [0.0, 1.0, 2.0]]),
        "sobel top": frozen(_SOBEL_TOP),
        "sobel bottom": frozen(_SOBEL_TOP[::-1]),
        "sobel left": frozen(_SOBEL_TOP.T),
        "sobel right": frozen(_SOBEL_TOP.T[:, ::-1]),
        "difference": frozen([[1.0, -1.0]]),
        "counting": frozen([[0.0, 1.0], [2.0, 3.0]]),
        "curve": CURVE,
        "curve zero-sum": frozen(_BESIDE),
    }
)
