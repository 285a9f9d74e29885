"""Which cells does one cell of a resized map mix, and how much of each? Nearest, bilinear, bicubic, area; axis by axis.

An axis of `size` cells becomes one of `outputs` cells. A cell of the map is Σ share of its row · of its column · value.
"""

from dataclasses import dataclass
from typing import SupportsIndex

import numpy as np
from jaxtyping import Float, Int

from models.ops.arrays import Number, frozen
from models.ops.enlarging import blend
from models.ops.geometry import whole

MODES = ("nearest", "nearest-exact", "bilinear", "bicubic", "area")
CUBIC = -0.75  # how far the cubic curve swings below zero; PyTorch's choice


@dataclass(frozen=True, eq=False)
class Mix:
    """The cells of one axis that an output cell reads, and the share of each; the shares add up to 1."""

    cells: Int[np.ndarray, " cells"]
    shares: Float[np.ndarray, " cells"]


def mix(
    mode: str,
    position: SupportsIndex,
    size: SupportsIndex,
    outputs: SupportsIndex,
    *,
    align_corners: bool = False,
    step: Number | None = None,
) -> Mix:
    """What output cell `position` of an axis reads.

    >>> mix("bilinear", position=1, size=2, outputs=4).shares.tolist()  # at (1 + ½) / 2 − ½ = ¼
    [0.75, 0.25]
    >>> mix("area", position=0, size=5, outputs=2).cells.tolist()
    [0, 1, 2]

    `step`: how many cells of the input one cell of the output is wide; size / outputs if None. Raises ValueError for
    another mode, ImpossibleGeometry (a ValueError) for sizes below 1.
    Source: `torch.nn.functional.interpolate`; bicubic after Keys 1981.
    """
    position, size, outputs = whole(position, "position", 0), whole(size, "size", 1), whole(outputs, "outputs", 1)
    width = size / outputs if step is None else float(step)
    if mode in ("nearest", "nearest-exact"):
        return _copied(position + (0.5 if mode == "nearest-exact" else 0.0), width, size)
    if mode == "bilinear":
        ends = blend(size, outputs, align_corners=align_corners, step=step)
        share = ends.share[position]
        return Mix(frozen([ends.first[position], ends.second[position]]), frozen([1 - share, share]))
    if mode == "bicubic":
        corners = position * (size - 1) / max(1, outputs - 1)
        return _cubic(corners if align_corners else (position + 0.5) * width - 0.5, size)
    if mode == "area":
        # −(−a // b) rounds up.
        start, stop = position * size // outputs, -(-(position + 1) * size // outputs)
        return Mix(frozen(np.arange(start, stop)), frozen(np.full(stop - start, 1 / (stop - start))))
    raise ValueError(f"mode is {mode!r}, but must be one of {', '.join(MODES)}")


def _copied(position: float, width: float, size: int) -> Mix:
    # In single precision, as PyTorch has it: the cell at a rounded border is then the same one.
    cell = int(np.floor(np.float32(position) * np.float32(width)))
    return Mix(frozen([min(cell, size - 1)]), frozen([1.0]))


def _cubic(place: float, size: int) -> Mix:
    first = int(np.floor(place))
    around = first + np.arange(-1, 3)
    distances = np.abs(place - around)
    # Keys' curve: two cubics that meet at a distance of 1, both 0 and of one slope; at 2 it is 0 again, and flat. The
    # four shares add up to 1 wherever the place lies.
    near = ((CUBIC + 2) * distances - (CUBIC + 3)) * distances**2 + 1
    far = CUBIC * (((distances - 5) * distances + 8) * distances - 4)
    # Beyond the border lies the border's cell again.
    return Mix(frozen(np.clip(around, 0, size - 1)), frozen(np.where(distances <= 1, near, far)))
