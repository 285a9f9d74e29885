"""A stack of layers worked out: the recurrence layer by layer, and the ways from every pixel to a unit.

One axis at a time: all settings hold for rows and columns alike.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Int

from models.ops.geometry import ImpossibleGeometry, output_size, spread
from models.ops.receptive_field import PIXELS, Axis, Layer, after, paths

CONVOLUTION, POOLING = "convolution", "pooling"

LARGEST_FIELD = 1024  # pixels a side on which ways are still counted
LARGEST_PROVED = 512  # pixels a side on which PyTorch is still asked


@dataclass(frozen=True)
class Problem:
    """Why a layer can't stand there: its padding is too large for pooling, or its kernel for what is left."""

    number: int
    argument: str
    numbers: dict[str, int]


@dataclass(frozen=True)
class Step:
    """One layer of a stack. `size`, `output`: how many units a side go in and come out, None where none can."""

    number: int
    layer: Layer
    before: Axis
    field: Axis
    size: int | None
    output: int | None
    problem: Problem | None


def steps_of(layers: tuple[Layer, ...], size: int) -> tuple[Step, ...]:
    """The recurrence through all layers, for a picture of `size` pixels a side."""
    steps: list[Step] = []
    axis, left = PIXELS, size
    remaining: int | None = left
    for number, layer in enumerate(layers, 1):
        further = after(axis, layer.kernel, layer.stride, layer.padding, layer.dilation)
        problem = None if remaining is None else problem_of(number, layer, remaining)
        output = None
        if remaining is not None and problem is None:
            output = output_size(remaining, layer.kernel, layer.stride, layer.padding, layer.dilation)
        steps.append(Step(number, layer, axis, further, remaining, output, problem))
        axis, remaining = further, output
    return tuple(steps)


def problem_of(number: int, layer: Layer, size: int) -> Problem | None:
    """What is in the way of a layer over `size` units a side, or None."""
    bound, reach = layer.kernel // 2, spread(layer.kernel, layer.dilation)
    numbers = {"kernel": layer.kernel, "padding": layer.padding, "size": size, "reach": reach, "bound": bound}
    numbers["room"] = size + 2 * layer.padding
    if layer.kind == POOLING and layer.padding > bound:
        return Problem(number, "padding", numbers)
    try:
        output_size(size, layer.kernel, layer.stride, layer.padding, layer.dilation)
    except ImpossibleGeometry:
        return Problem(number, "kernel", numbers)
    return None


def ways(layers: tuple[Layer, ...]) -> Int[np.ndarray, " pixels"] | None:
    """In how many ways each pixel of the field leads to a unit, on one axis; None where it is too much to count."""
    if field_of(layers) > LARGEST_FIELD:
        return None
    try:
        return paths(layers)
    except ValueError:
        return None  # more ways than a whole number of the machine holds


def field_of(layers: tuple[Layer, ...]) -> int:
    """The side of the field, in pixels."""
    axis = PIXELS
    for one in layers:
        axis = after(axis, one.kernel, one.stride, one.padding, one.dilation)
    return axis.size


def uniform(layers: tuple[Layer, ...]) -> int | None:
    """The kernel that all layers share, if they are plain convolutions of stride and dilation 1; else None."""
    plain = all((one.kind, one.stride, one.dilation) == (CONVOLUTION, 1, 1) for one in layers)
    kernels = {one.kernel for one in layers}
    return kernels.pop() if plain and len(kernels) == 1 else None


def weights(layers: tuple[Layer, ...]) -> int:
    """How many weights the convolutions have for each pair of channels."""
    return sum(one.kernel**2 for one in layers if one.kind == CONVOLUTION)


def settings(layers: tuple[Layer, ...]) -> tuple[tuple[int, int, int], ...]:
    """Kernel, stride and dilation of each layer: what its field depends on."""
    return tuple((one.kernel, one.stride, one.dilation) for one in layers)
