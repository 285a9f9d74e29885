"""The small layers of the part on kinds of convolution: numbers to follow in the head, and what makes each kind.

Inputs [channel, row, column], weights [map, channel of its group, kernel_row, kernel_column], both as whole numbers
over a denominator.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
from jaxtyping import Float
from PIL import Image

from models.images import square
from models.ops.convolution import cross_correlate, flipped, transposed
from models.ops.one_dimensional import convolve
from models.ops.terms import Terms, convolution_terms, transposed_terms

SAMPLES = 28
FACES = 6

# Four maps with a sign of their own: an upright edge, a lying edge, a diagonal, a field of checks.
ROWS, COLUMNS = np.indices((4, 4))
MAPS = np.stack([4 * (COLUMNS > 1), 3 * (ROWS > 1), 5 * (ROWS == COLUMNS), 2 * ((ROWS + COLUMNS) % 2)]).astype(float)
NUMBERS = np.array([[1, 2, 0, 1], [0, 3, 1, 2], [2, 1, 0, 3], [1, 0, 2, 1]], float)
FULL = (np.indices((4, 4, 2, 2)) * np.array([1, 2, 3, 1])[:, None, None, None, None]).sum(axis=0) % 5 - 2.0
UPRIGHT = np.array([[-1, 0, 1]] * 3, float)
DEPTHS = np.stack([UPRIGHT, UPRIGHT.T, np.ones((3, 3)), UPRIGHT[:, ::-1], np.eye(3), UPRIGHT[::-1].T])
BUMPS = {2: [1, 1], 3: [1, 2, 1], 4: [1, 3, 3, 1]}

MIXES: Mapping[str, list[list[int]]] = MappingProxyType(
    {"combine": [[1, 1, 1], [1, -1, 0]], "select": [[0, 0, 1], [1, 0, 0]], "weigh": [[2, -1, 3], [0, 1, -2]]}
)
DICE: Mapping[str, list[int]] = MappingProxyType({"fair": [1, 1, 1, 1, 1, 1], "loaded": [1, 1, 1, 1, 1, 3]})
SIGNALS: Mapping[str, list[int]] = MappingProxyType(
    {
        "step": [4, 5, 3, 4, 6, 4, 3, 5, 4, 4, 5, 3, 4, 5, 16, 17, 15, 16, 18, 15, 16, 17, 16, 14, 16, 17, 15, 16],
        "spike": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10, 20, 10, 10, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0],
    }
)
FILTERS: Mapping[str, tuple[list[int], int]] = MappingProxyType(
    {
        "mean_3": ([1, 1, 1], 3),
        "mean_5": ([1, 1, 1, 1, 1], 5),
        "gaussian": ([1, 4, 6, 4, 1], 16),
        "difference": ([1, -1], 1),
        "central": ([-1, 0, 1], 2),
    }
)


@dataclass(frozen=True, eq=False)
class Case:
    """A layer with its numbers. `settings`: its others, under PyTorch's names; `start`: the cell to look at first."""

    inputs: Float[np.ndarray, "channels rows columns"]
    weights: Float[np.ndarray, "outer inner kernel_rows kernel_columns"]
    settings: Mapping[str, int] = field(default_factory=dict)
    transposed: bool = False
    padding: int = 0
    denominators: tuple[int, int] = (1, 1)
    labels: Mapping[str, Sequence[int]] = field(default_factory=dict)
    start: tuple[int, int, int] | None = None

    @property
    def layer(self) -> str:
        """The function of PyTorch that computes it."""
        return "conv_transpose2d" if self.transposed else "conv2d"

    @property
    def terms(self) -> Terms:
        """Which products make each output cell."""
        make = transposed_terms if self.transposed else convolution_terms
        return make(self.inputs.shape, self.weights.shape, padding=(0, self.padding), **self.settings)

    @property
    def denominator(self) -> int:
        """What the outputs are over."""
        return self.denominators[0] * self.denominators[1]

    def by_hand(self) -> Float[np.ndarray, "maps output_rows output_columns"]:
        """The outputs in whole numbers, map by map, by the explicit operations of `models.ops`."""
        if self.transposed:
            return transposed(self.inputs, self.weights[:, 0], **self.settings)[None]
        if self.padding:
            # A kernel that hangs over as far as it can is a convolution with the kernel turned back.
            return convolve(self.inputs.ravel(), self.weights.ravel()[::-1])[None, None]
        size, own = len(self.weights) // self.settings.get("groups", 1), self.weights.shape[1]
        firsts = [made // size * own for made in range(len(self.weights))]
        dilation = self.settings.get("dilation", 1)
        return np.stack(
            [
                cross_correlate(self.inputs[first : first + own], kernel, dilation=dilation)
                for kernel, first in zip(self.weights, firsts, strict=True)
            ]
        )


def pointwise(mix: str) -> Case:
    """Three maps into two by a table of six weights."""
    return Case(MAPS[:3], np.array(MIXES[mix], float)[..., None, None], start=(1, 2, 3))


def grouped(groups: int) -> Case:
    """Four maps into four: the kernels between groups are left out, the others stay as they are."""
    size = 4 // groups
    own = [FULL[made, made // size * size : made // size * size + size] for made in range(4)]
    return Case(MAPS, np.stack(own), {"groups": groups})


def depthwise(multiplier: int) -> Case:
    """Three maps of 5×5, each with one or two kernels of its own."""
    rows, columns = np.indices((5, 5))
    maps = np.stack([4 * (columns > 2), 3 * (rows > 1), 5 * (rows == columns)]).astype(float)  # noqa: PLR2004, places
    kernels = DEPTHS[:3] if multiplier == 1 else DEPTHS.reshape(2, 3, 3, 3).swapaxes(0, 1).reshape(6, 3, 3)
    return Case(maps, kernels[:, None], {"groups": 3})


def dilated(scene: str, dilation: int) -> Case:
    """A kernel of nine weights over 9×9 cells: an edge under an edge kernel, or checks under a kernel that adds up."""
    rows, columns = np.indices((9, 9))
    picture = 5 * (columns > 4) if scene == "edge" else (rows + columns) % 2  # noqa: PLR2004, the middle
    kernel = UPRIGHT if scene == "edge" else np.ones((3, 3))
    return Case(picture[None].astype(float), kernel[None, None], {"dilation": dilation})


def stamped(scene: str, stamp: str, kernel: int, stride: int) -> Case:
    """A transposed convolution of 4×4 cells, equal ones or not, with a stamp of ones or one that falls off outwards."""
    bump = np.array(BUMPS[kernel] if stamp == "bump" else [1] * kernel, float)
    values = np.full((4, 4), 2.0) if scene == "flat" else NUMBERS
    return Case(values[None], np.outer(bump, bump)[None, None], {"stride": stride}, transposed=True)


def dice(second: str) -> Case:
    """The faces of a fair die and, flipped, those of a second one: each sum's chance is a sum of products."""
    weights = np.array(DICE[second], float)
    faces = list(range(1, FACES + 1))
    shown = 4 if second == "fair" else FACES + 1  # the first of all sums that the loaded face has a part in
    labels = {"inputs": faces, "weights": faces[::-1], "outputs": list(range(2, 2 * FACES + 1))}
    return Case(
        np.ones((1, 1, FACES)),
        flipped(weights[None])[None, None],
        padding=FACES - 1,
        denominators=(FACES, int(weights.sum())),
        labels=labels,
        start=(0, 0, shown - 2),
    )


def signal(values: Sequence[int], kernel: str) -> Case:
    """A line of values under a kernel that smooths it or takes differences."""
    taps, denominator = FILTERS[kernel]
    return Case(
        np.array(values, float)[None, None], np.array(taps, float)[None, None, None], denominators=(1, denominator)
    )


def middle_row(image: Image.Image) -> tuple[int, ...]:
    """The middle row of a picture's middle square, in grey, as so many values as signals have here."""
    small = np.asarray(square(image.convert("L"), SAMPLES))
    return tuple(int(value) for value in small[SAMPLES // 2])
