"""Which products make each output cell? The index maps of layers, so that every sum can be written out term by term.

Inputs [channel, row, column]; weights [map, channel within its group, kernel_row, kernel_column], for a transposed
convolution [channel, map, kernel_row, kernel_column], as PyTorch keeps them; outputs [map, output_row, output_column].
A cell is known by its index in the flattened array.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import SupportsIndex

import numpy as np
from jaxtyping import Float, Int, Real

from models.ops.arrays import Numbers, as_numbers, frozen
from models.ops.geometry import ImpossibleGeometry, IntOrPair, output_size, pair, transposed_size, whole

INPUT_AXES = 3
WEIGHT_AXES = 4


@dataclass(frozen=True, eq=False)
class Terms:
    """The terms of every output cell: those of cell u are number `starts[u]` to before `starts[u + 1]`.

    >>> terms = convolution_terms((1, 3, 3), (1, 1, 2, 2))
    >>> terms.of(0), terms.counts().tolist()
    ([(0, 0), (1, 1), (3, 2), (4, 3)], [[[4, 4], [4, 4]]])
    >>> terms.total(np.arange(9), [0, 1, 2, 3]).tolist()
    [[[19.0, 25.0], [37.0, 43.0]]]

    Term t is input value `inputs[t]` times weight `weights[t]`. What would read padding makes no term.
    """

    output_shape: tuple[int, int, int]
    starts: Int[np.ndarray, " cells_and_one"]
    inputs: Int[np.ndarray, " terms"]
    weights: Int[np.ndarray, " terms"]

    def of(self, cell: int) -> list[tuple[int, int]]:
        """The (input, weight) indices of one output cell's terms."""
        here = slice(self.starts[cell], self.starts[cell + 1])
        return list(zip(self.inputs[here].tolist(), self.weights[here].tolist(), strict=True))

    def counts(self) -> Int[np.ndarray, "maps output_rows output_columns"]:
        """How many terms each output cell has."""
        return np.diff(self.starts).reshape(self.output_shape)

    def total(
        self, inputs: Real[np.ndarray, "..."] | Numbers, weights: Real[np.ndarray, "..."] | Numbers
    ) -> Float[np.ndarray, "maps output_rows output_columns"]:
        """Every output value as the sum of its terms, in float64."""
        values, factors = as_numbers(inputs, "inputs").ravel(), as_numbers(weights, "weights").ravel()
        products = values[self.inputs] * factors[self.weights]
        # The cell of each term; bincount adds up the products of each cell, and gives 0 where there are none.
        cells = np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))
        return np.bincount(cells, products, len(self.starts) - 1).reshape(self.output_shape)


def convolution_terms(
    input_shape: Sequence[SupportsIndex],
    weight_shape: Sequence[SupportsIndex],
    *,
    stride: IntOrPair = 1,
    padding: IntOrPair = 0,
    dilation: IntOrPair = 1,
    groups: SupportsIndex = 1,
) -> Terms:
    """The terms of a cross-correlation of all maps with all kernels, in `groups` that don't see each other.

    >>> convolution_terms((1, 3, 3), (1, 1, 2, 2)).of(3)  # the window at the lower right
    [(4, 0), (5, 1), (7, 2), (8, 3)]

    Input row of a term: u·s − p + d·i, for output row u and kernel row i. Map o belongs to group ⌊o / (maps/groups)⌋.
    Raises ImpossibleGeometry when the kernel doesn't fit or groups don't divide the channels, ValueError for shapes
    that don't belong together. Source: Dumoulin & Visin 2016, §2; groups as in `torch.nn.Conv2d`.
    """
    channels, rows, columns = _sizes(input_shape, "input_shape", INPUT_AXES)
    maps, own, *kernel = _sizes(weight_shape, "weight_shape", WEIGHT_AXES)
    strides, paddings, dilations = pair(stride, "stride", 1), pair(padding, "padding"), pair(dilation, "dilation", 1)
    groups = _check_groups(channels, maps, own, whole(groups, "groups", 1))
    settings = zip((rows, columns), kernel, strides, paddings, dilations, strict=True)
    shape = (maps, *(output_size(*setting) for setting in settings))
    # One entry for every product, those with padding included; what reads padding is thrown away after.
    made, at_row, at_column, channel, *tap = np.indices((*shape, own, *kernel))
    row, column = (
        at * step - cells + apart * index
        for at, step, cells, apart, index in zip((at_row, at_column), strides, paddings, dilations, tap, strict=True)
    )
    real = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
    cells = np.ravel_multi_index((made, at_row, at_column), shape)
    read = ((made // (maps // groups) * own + channel) * rows + row) * columns + column
    weights = np.ravel_multi_index((made, channel, *tap), (maps, own, *kernel))
    return _gathered(shape, cells[real], read[real], weights[real])


def transposed_terms(
    input_shape: Sequence[SupportsIndex],
    weight_shape: Sequence[SupportsIndex],
    *,
    stride: IntOrPair = 1,
    padding: IntOrPair = 0,
    dilation: IntOrPair = 1,
) -> Terms:
    """The terms of a transposed convolution: which stamps, and which weight of each, lie on an output cell.

    >>> transposed_terms((1, 2, 2), (1, 1, 2, 2)).of(4)  # the middle of 3 × 3, under all four stamps
    [(0, 3), (1, 2), (2, 1), (3, 0)]

    The stamp of input row r puts its kernel row i onto output row r·s + d·i − p; terms are in the order of the inputs.
    Raises as `convolution_terms` does. Source: Dumoulin & Visin 2016, §4.
    """
    channels, rows, columns = _sizes(input_shape, "input_shape", INPUT_AXES)
    expected, maps, *kernel = _sizes(weight_shape, "weight_shape", WEIGHT_AXES)
    if expected != channels:
        raise ValueError(f"weight_shape has {expected} channels, but must have those of the input: {channels}")
    strides, paddings, dilations = pair(stride, "stride", 1), pair(padding, "padding"), pair(dilation, "dilation", 1)
    height, width = (
        transposed_size(size, taps, step, cells, 0, apart)
        for size, taps, step, cells, apart in zip((rows, columns), kernel, strides, paddings, dilations, strict=True)
    )
    # One entry for every weight of every stamp; what falls on the padding is thrown away after.
    channel, at_row, at_column, made, *tap = np.indices((channels, rows, columns, maps, *kernel))
    row, column = (
        at * step + apart * index - cells
        for at, step, cells, apart, index in zip((at_row, at_column), strides, paddings, dilations, tap, strict=True)
    )
    real = (row >= 0) & (row < height) & (column >= 0) & (column < width)
    cells = (made * height + row) * width + column
    read = np.ravel_multi_index((channel, at_row, at_column), (channels, rows, columns))
    weights = np.ravel_multi_index((channel, made, *tap), (channels, maps, *kernel))
    return _gathered((maps, height, width), cells[real], read[real], weights[real])


def covered_inside(size: int, kernel: int, stride: int) -> range:
    """The output positions of a transposed convolution that lie under all stamps they would have in an endless input.

    >>> covered_inside(size=4, kernel=3, stride=2)  # of 9 places, all but one at each end
    range(1, 8)

    Towards the ends, on kernel − stride positions, stamps are missing. Empty where the input is too short.
    """
    edge = max(0, kernel - stride)
    return range(edge, transposed_size(size, kernel, stride) - edge)


def _sizes(shape: Sequence[SupportsIndex], argument: str, axes: int) -> tuple[int, ...]:
    if len(shape) != axes:
        raise ValueError(f"{argument} is {list(shape)}, but must have {axes} axes")
    return tuple(whole(size, argument, 1) for size in shape)


def _check_groups(channels: int, maps: int, own: int, groups: int) -> int:
    if channels % groups or maps % groups:
        raise ImpossibleGeometry("groups", groups, f"a divisor of both {channels} inputs and {maps} outputs")
    if own * groups != channels:
        raise ValueError(f"weight_shape has {own} channels a group, but must have {channels // groups}")
    return groups


def _gathered(
    shape: tuple[int, ...],
    cells: Int[np.ndarray, " terms"],
    inputs: Int[np.ndarray, " terms"],
    weights: Int[np.ndarray, " terms"],
) -> Terms:
    """Sorts terms by the output cell they belong to; those of one cell keep their order."""
    maps, rows, columns = shape
    order = np.argsort(cells, kind="stable")
    ends = np.cumsum(np.bincount(cells, minlength=maps * rows * columns))
    starts = np.concatenate([[0], ends])
    return Terms((maps, rows, columns), frozen(starts), frozen(inputs[order]), frozen(weights[order]))
