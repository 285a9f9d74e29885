"""Which pixels does a unit see? The recurrence that answers it layer by layer, in whole numbers.

One axis at a time; call it twice for rows and columns. Positions count from 0, pixel ranges are half-open. The range is
a hull: with dilation or branches, some pixels inside it may not count.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import SupportsIndex

from models.ops.geometry import spread, whole


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

    Uncut, it may reach into the padding: start below 0, stop beyond the input.
    """
    start = position * axis.stride - axis.padding
    stop = start + axis.size
    if limit is None:
        return start, stop
    return min(max(start, 0), limit), min(max(stop, 0), limit)


def centre(axis: Axis, position: int) -> float:
    """The middle of what a unit sees, −P + u·S + (r − 1)/2: a whole number is a pixel, a half lies between two."""
    return position * axis.stride - axis.padding + (axis.size - 1) / 2


def units_seeing(axis: Axis, pixel: int, count: int) -> range:
    """Which of `count` units have the pixel in their range: the inverse of `span`."""
    first = max(0, -((axis.size - 1 - pixel - axis.padding) // axis.stride))
    last = min(count - 1, (pixel + axis.padding) // axis.stride)
    return range(first, max(first, last + 1))


def uniform_deviation(layers: int, kernel: int) -> float:
    """The standard deviation, in pixels, of the effective field of n stride-1 layers of equal weights: √(n(k² − 1)/12).

    Each layer adds the variance of a box of k pixels. Source: Luo et al. 2016, "Understanding the Effective Receptive
    Field in Deep Convolutional Neural Networks", §2.
    """
    return sqrt(whole(layers, "layers", 0) * (whole(kernel, "kernel", 1) ** 2 - 1) / 12)
