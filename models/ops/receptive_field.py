"""Which pixels does a unit see? The recurrence that answers it layer by layer, in whole numbers.

One axis at a time; call it twice for rows and columns. Positions count from 0, pixel ranges are half-open. The range is
a hull: with dilation or branches, some pixels inside it may not count.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod, sqrt
from types import MappingProxyType
from typing import SupportsIndex

import numpy as np
from jaxtyping import Float, Int

from models.ops.geometry import ImpossibleGeometry, output_size, spread, whole


@dataclass(frozen=True)
class Axis:
    """What the units of one layer see on one axis of the input, in pixels.

    Unit u sees the pixels from u·stride − padding on, `size` of them; the next unit lies `stride` pixels further.
    """

    size: int
    stride: int
    padding: int


PIXELS = Axis(size=1, stride=1, padding=0)
"""The input itself: a pixel sees itself."""


def after(
    axis: Axis,
    kernel: SupportsIndex,
    stride: SupportsIndex = 1,
    padding: SupportsIndex = 0,
    dilation: SupportsIndex = 1,
) -> Axis:
    """The field one layer further: r + d(k − 1)·S, S·s, P + p·S, with S the stride before the layer.

    >>> after(PIXELS, kernel=7, stride=2, padding=3)
    Axis(size=7, stride=2, padding=3)
    >>> after(after(PIXELS, 7, 2, 3), kernel=3, stride=2, padding=1)
    Axis(size=11, stride=4, padding=5)

    Raises ImpossibleGeometry for settings out of range. Source: Araujo, Norris & Sim 2019, "Computing Receptive Fields
    of Convolutional Neural Networks", equations 1 and 2, with dilation.
    """
    return Axis(
        size=axis.size + (spread(kernel, dilation) - 1) * axis.stride,
        stride=axis.stride * whole(stride, "stride", 1),
        padding=axis.padding + whole(padding, "padding", 0) * axis.stride,
    )


def union(axes: Iterable[Axis]) -> Axis | None:
    """What a unit sees where branches meet: the smallest range that holds the range of every branch.

    >>> union([Axis(size=1, stride=1, padding=0), Axis(size=3, stride=1, padding=1)])
    Axis(size=3, stride=1, padding=1)

    None when the strides differ: then the range moves differently in each branch, and no single record describes it.
    Raises ValueError without branches. Unit u of a branch sees from u·S − P up to u·S − P + r; with S in common the
    first start has the largest P, and the last stop the largest r − P. Source: Araujo et al. 2019, "Arbitrary
    computation graphs".
    """
    branches = list(axes)
    if not branches:
        raise ValueError("axes holds no branch, but must hold at least one")
    if len({branch.stride for branch in branches}) > 1:
        return None
    padding = max(branch.padding for branch in branches)
    stop = max(branch.size - branch.padding for branch in branches)
    return Axis(size=padding + stop, stride=branches[0].stride, padding=padding)


def span(axis: Axis, position: int, limit: int | None = None) -> tuple[int, int]:
    """The pixels (start, stop), half-open, that the unit at `position` sees; cut to 0…limit when one is given.

    >>> span(Axis(size=7, stride=2, padding=3), position=0), span(Axis(size=7, stride=2, padding=3), 0, limit=32)
    ((-3, 4), (0, 4))

    Uncut, it may reach into the padding: start below 0, stop beyond the input.
    """
    start = position * axis.stride - axis.padding
    stop = start + axis.size
    if limit is None:
        return start, stop
    return min(max(start, 0), limit), min(max(stop, 0), limit)


def centre(axis: Axis, position: int) -> float:
    """The middle of what a unit sees, −P + u·S + (r − 1)/2: a whole number is a pixel, a half lies between two.

    >>> centre(Axis(size=7, stride=2, padding=3), position=5), centre(Axis(size=2, stride=2, padding=0), 0)
    (10.0, 0.5)
    """
    return position * axis.stride - axis.padding + (axis.size - 1) / 2


def nearest_unit(centres: Float[np.ndarray, " units"], pixel: int) -> int:
    """The unit of an axis whose centre is nearest to a pixel; of two equally near ones the first.

    >>> nearest_unit(np.array([0.0, 4.0, 8.0]), pixel=5)
    1

    NaN stands for a unit that sees nothing and so has no centre: it is never the nearest, unless all are such.
    """
    away = np.abs(centres - pixel)
    return int(np.where(np.isnan(away), np.inf, away).argmin())


def units_seeing(axis: Axis, pixel: int, count: int) -> range:
    """Which of `count` units have the pixel in their range: the inverse of `span`.

    >>> units_seeing(Axis(size=3, stride=1, padding=1), pixel=5, count=10)
    range(4, 7)
    """
    # u·S − P ≤ pixel < u·S − P + r, solved for u: from ⌈(pixel + P − r + 1) / S⌉, as −⌊−…⌋, to ⌊(pixel + P) / S⌋.
    first = max(0, -((axis.size - 1 - pixel - axis.padding) // axis.stride))
    last = min(count - 1, (pixel + axis.padding) // axis.stride)
    return range(first, max(first, last + 1))


def uniform_deviation(layers: int, kernel: int) -> float:
    """The standard deviation, in pixels, of the effective field of n stride-1 layers of equal weights: √(n(k² − 1)/12).

    >>> round(uniform_deviation(layers=10, kernel=3), 2)  # √(10 · 8 / 12), in a field of 21 pixels
    2.58

    Each layer adds the variance of a box of k pixels. Source: Luo et al. 2016, "Understanding the Effective Receptive
    Field in Deep Convolutional Neural Networks", §2.
    """
    return sqrt(whole(layers, "layers", 0) * (whole(kernel, "kernel", 1) ** 2 - 1) / 12)


@dataclass(frozen=True)
class Layer:
    """A layer of a stack to build, on one axis. `kind` only names it: convolution and pooling grow a field alike."""

    kind: str
    kernel: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1


@dataclass(frozen=True)
class Stage:
    """A stack after one of its layers: what a unit sees by then, and how many units there are."""

    layer: Layer
    axis: Axis
    size: int


@dataclass(frozen=True)
class Stack:
    """Layers worth building, and the size in pixels of the picture they are made for."""

    layers: tuple[Layer, ...]
    size: int


def grow(layers: Iterable[Layer], size: SupportsIndex) -> tuple[Stage, ...]:
    """The stack layer by layer on an axis of `size` pixels: field, stride and padding, and the size of the output.

    >>> stages = grow((Layer("convolution", 3), Layer("pooling", 2, 2)), size=28)
    >>> [(stage.axis.size, stage.axis.stride, stage.size) for stage in stages]
    [(3, 1, 26), (4, 2, 13)]

    Raises ImpossibleGeometry naming the layer, counted from 1, whose kernel does not fit or whose setting is none.
    """
    stages: list[Stage] = []
    axis, count = PIXELS, whole(size, "size", 1)
    for number, layer in enumerate(layers, start=1):
        way = (layer.kernel, layer.stride, layer.padding, layer.dilation)
        try:
            axis, count = after(axis, *way), output_size(count, *way)
        except ImpossibleGeometry as error:
            raise ImpossibleGeometry(f"{error.argument} of layer {number}", error.value, error.bound) from None
        stages.append(Stage(layer, axis, count))
    return tuple(stages)


def paths(layers: Iterable[Layer]) -> Int[np.ndarray, " pixels"]:
    """How many ways lead from each pixel of the field to the one unit that sees it; 0 is a gap in the field.

    >>> paths((Layer("convolution", 3), Layer("convolution", 3))).tolist()
    [1, 2, 3, 2, 1]
    >>> paths((Layer("convolution", 2), Layer("convolution", 2, dilation=3))).tolist()
    [1, 1, 0, 1, 1]

    A layer's taps lie d·S pixels apart, S the stride before it, and each way takes one tap of every layer: the counts
    are the patterns of taps, convolved. Padding adds no ways and takes none away far from the borders.
    Raises ImpossibleGeometry for settings out of range, ValueError where there are more ways than 2⁶³ − 1.
    Source: Luo et al. 2016, §2: all weights equal, the effective field is this, scaled.
    """
    stack = list(layers)
    if prod(layer.kernel for layer in stack) > np.iinfo(np.int64).max:
        raise ValueError(f"layers are {len(stack)} with more than 2⁶³ − 1 ways through them, but must have fewer")
    axis, ways = PIXELS, np.ones(1, np.int64)
    for layer in stack:
        # The layer's pattern as it lies on the pixels: a 1 for each tap, zeros for what the stride before it skips.
        taps = np.zeros((spread(layer.kernel, layer.dilation) - 1) * axis.stride + 1, np.int64)
        taps[:: layer.dilation * axis.stride] = 1
        ways = np.convolve(ways, taps)
        axis = after(axis, layer.kernel, layer.stride, layer.padding, layer.dilation)
    return ways


def _convolutions(*kernels: int, dilations: Sequence[int] = (), padded: bool = False) -> tuple[Layer, ...]:
    """Convolutions of stride 1, with `padded` as much as keeps the size."""
    gaps = dilations or (1,) * len(kernels)
    return tuple(
        Layer("convolution", kernel, 1, gap * (kernel - 1) // 2 if padded else 0, gap)
        for kernel, gap in zip(kernels, gaps, strict=True)
    )


_SAME = _convolutions(3, padded=True)
_HALVING = (Layer("pooling", 2, 2),)
_OVERLAPPING = (Layer("pooling", 3, 2),)
_STRIDED = (Layer("convolution", 3, 2, 1),)
_LENET = (*_convolutions(5, padded=True), *_HALVING, *_convolutions(5), *_HALVING)
_ALEXNET = (
    *(Layer("convolution", 11, 4, 2), *_OVERLAPPING),
    *(*_convolutions(5, padded=True), *_OVERLAPPING),
    *(*_SAME * 3, *_OVERLAPPING),
)
_VGG16 = (*(*_SAME * 2, *_HALVING) * 2, *(*_SAME * 3, *_HALVING) * 3)
_RESNET18 = (
    *(Layer("convolution", 7, 2, 3), Layer("pooling", 3, 2, 1)),
    *(*_SAME * 4, *(*_STRIDED, *_SAME * 3) * 3),
)

STACKS: Mapping[str, Stack] = MappingProxyType(
    {
        "three_3x3": Stack(_convolutions(3, 3, 3), 32),
        "one_7x7": Stack(_convolutions(7), 32),
        "dilated_1_2_4": Stack(_convolutions(3, 3, 3, dilations=(1, 2, 4)), 32),
        "dilated_2_2_2": Stack(_convolutions(3, 3, 3, dilations=(2, 2, 2)), 32),
        "lenet": Stack(_LENET, 28),
        "alexnet": Stack(_ALEXNET, 224),
        "vgg16": Stack(_VGG16, 224),
        "resnet18": Stack(_RESNET18, 224),
    }
)
"""Stacks to start from. Three small kernels see as far as one large; 1-2-4 leaves no gap and 2-2-2 does; the networks
are LeCun et al. 1998, Krizhevsky et al. 2012, Simonyan & Zisserman 2015 and the main path of He et al. 2016."""
