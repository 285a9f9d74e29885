"""What a board is sent: inputs, weights and outputs of a small layer, and which products make each output cell.

All values are whole numbers over a denominator each for inputs and weights, so that every sum can be written exactly.
Inputs [channel, row, column], weights [outer, inner, kernel_row, kernel_column], outputs [map, row, column].
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from jaxtyping import Float, Int

from models.ops.terms import Terms
from viz.ink import colour
from viz.stages.kernel.payload import pack
from viz.stages.kernel.view import View, below

Look = Literal["maps", "strips"]
VOLUMES = ("inputs", "weights", "outputs", "counts")


@dataclass(frozen=True)
class KindsView(View):
    """The output cell a visitor has settled on."""

    map: int = below("channels")
    row: int = below("rows")
    column: int = below("columns")


@dataclass(frozen=True, eq=False)
class Board:
    """One small layer. `places`: of each kernel, its (row, column) in the table of weights; empty spots have none.

    `look`: as maps, or, where all have one row, as strips of bars with the kernel sliding under the input; then
    `padding` is how far it hangs over the ends, and `labels` names positions. `stamps`: inputs stamp the kernel onto
    the output, instead of outputs being gathered from it. `fractions`: outputs are read as fractions, not decimals.
    """

    inputs: Float[np.ndarray, "channels rows columns"]
    weights: Float[np.ndarray, "outer inner kernel_rows kernel_columns"]
    outputs: Float[np.ndarray, "maps output_rows output_columns"]
    terms: Terms
    places: Sequence[tuple[int, int]]
    counts: Int[np.ndarray, "maps output_rows output_columns"] | None = None
    denominators: tuple[int, int] = (1, 1)
    look: Look = "maps"
    stamps: bool = False
    fractions: bool = False
    padding: int = 0
    labels: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def volumes(self) -> dict[str, Float[np.ndarray, "stack volume_rows volume_columns"]]:
        """Every volume as a stack of maps, by its name."""
        kernels = self.weights.reshape(-1, *self.weights.shape[2:])
        found = {"inputs": self.inputs, "weights": kernels, "outputs": self.outputs}
        return found if self.counts is None else {**found, "counts": self.counts.astype(np.float64)}


def payload(board: Board, captions: Mapping[str, str], words: Mapping[str, str]) -> bytes:
    """Everything the browser needs to show the board and to write out each of its sums.

    `captions`: what stands above each volume, its "title", and its "file" for the picture to keep.
    """
    volumes = board.volumes()
    header = {
        "shapes": {name: values.shape for name, values in volumes.items()},
        "scales": {name: colour.limits(float(values.min()), float(values.max())) for name, values in volumes.items()},
        "places": board.places,
        **{name: getattr(board, name) for name in ("denominators", "look", "stamps", "fractions", "padding")},
        "labels": {name: list(labels) for name, labels in board.labels.items()},
        "captions": dict(captions),
        "words": dict(words),
    }
    planes: dict[str, np.ndarray] = {name: values.astype(np.float32) for name, values in volumes.items()}
    indices = {"starts": board.terms.starts, "term_inputs": board.terms.inputs, "term_weights": board.terms.weights}
    planes |= {name: plane.astype(np.uint16) for name, plane in indices.items()}
    return pack(header, planes)
