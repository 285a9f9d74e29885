"""How is a unit worked out that sees a window of the maps before it: convolution, pooling, a fully connected layer?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from models.nets.by_hand.case import Answer, Case, NotByHand, Rule
from models.ops.convolution import products_at, stamps_at
from models.ops.geometry import pair
from models.ops.linear import linear
from models.ops.pooling import average_pool, max_pool
from models.ops.resizing import Mix, mix


def convolution(case: Case) -> Answer:
    """The products of one window with the kernel of one channel; a group sees its own part of the maps."""
    kernel, settings, (channel, row, column) = case.kernel(), case.settings, case.unit
    part, groups = kernel.shape[0], settings.get("groups", 1)
    if len(case.maps) != part * groups:
        raise NotByHand("Only some of the maps before it go in.")
    first = part * (channel // (case.shape[0] // groups))
    found = products_at(
        case.maps[first : first + part],
        kernel,
        row,
        column,
        bias=case.bias(),
        stride=settings.get("stride", 1),
        padding=even_padding(settings, kernel.shape[1:]),
        dilation=settings.get("dilation", 1),
        mode=settings.get("padding_mode", "zeros"),
    )
    return found.total, kernel.size


def transposed_convolution(case: Case) -> Answer:
    """The products of the stamps that lie on the unit; a group stamps onto its own part of the maps."""
    weights, settings, (channel, row, column) = case.weight("weight"), case.settings, case.unit
    if weights is None:
        raise NotByHand("Its weights are made while the network runs.")
    made = weights.shape[1]
    part = len(weights) // settings.get("groups", 1)
    first = part * (channel // made)
    products = stamps_at(
        case.maps[first : first + part],
        weights[first : first + part, channel % made],
        row,
        column,
        **{name: settings.get(name, usual) for name, usual in (("stride", 1), ("padding", 0), ("dilation", 1))},
    )
    return float(products.sum()) + case.bias(), products.size


def even_padding(settings: Mapping[str, Any], kernel_size: tuple[int, ...]) -> tuple[int, int]:
    """The padding (rows, columns) in cells where it is given in words, "same" or "valid"."""
    padding = settings.get("padding", 0)
    if not isinstance(padding, str):
        return pair(padding)
    room = [
        gap * (taps - 1) if padding == "same" else 0
        for gap, taps in zip(pair(settings.get("dilation", 1)), kernel_size, strict=True)
    ]
    if any(cells % 2 for cells in room):
        raise NotByHand("Its padding is one cell wider at the end than at the start.")
    return room[0] // 2, room[1] // 2


def largest(case: Case) -> Answer:
    """Max-pooling: the largest value of one window."""
    pooled, terms = pooled_with(max_pool, case, dilation=case.settings.get("dilation", 1))
    return float(pooled[case.unit[1:]]), terms


def average(case: Case) -> Answer:
    """Average pooling: the mean of one window."""
    if case.settings.get("divisor_override") is not None:
        raise NotByHand("It divides by a number of its own.")
    counted = bool(case.settings.get("count_include_pad", True))
    pooled, terms = pooled_with(average_pool, case, count_include_pad=counted)
    return float(pooled[case.unit[1:]]), terms


def pooled_with(pool: Callable[..., Any], case: Case, **extra: Any) -> tuple[Any, int]:
    """The pooled map of the unit's channel, and how many values a window has."""
    settings = case.settings
    kernel = pair(settings["kernel_size"])
    pooled = pool(
        case.maps[case.unit[0]],
        kernel,
        stride=settings.get("stride") or None,
        padding=settings.get("padding", 0),
        ceil_mode=bool(settings.get("ceil_mode", False)),
        **extra,
    )
    return pooled, kernel[0] * kernel[1]


def of_parts(function: Callable[[Any], Any]) -> Rule:
    """The rule of adaptive pooling: of one part of the map, from ⌊i·n/m⌋ up to ⌈(i + 1)·n/m⌉ for m parts of n cells."""

    def rule(case: Case) -> Answer:
        channel, *place = case.unit
        ranges = tuple(
            slice(index * size // parts, -(-(index + 1) * size // parts))
            for index, size, parts in zip(place, case.maps.shape[1:], case.shape[1:], strict=True)
        )
        window = case.maps[channel][ranges]
        return float(function(window)), window.size

    return rule


def over_places(axes: Any) -> bool:
    """Whether a mean is over rows and columns; None for pooling, which is."""
    return axes is None or (not isinstance(axes, int) and {axis % 4 for axis in axes} == {2, 3})


def resized(case: Case) -> Answer:
    """A larger or smaller map: the cells that the unit mixes, each with its share."""
    if case.settings.get("antialias"):
        raise NotByHand("It smooths the maps before it makes them smaller.")
    (rows, columns), channel = (mix_of(case, axis) for axis in (0, 1)), case.unit[0]
    cells = case.maps[channel][np.ix_(rows.cells, columns.cells)]
    return float(rows.shares @ cells @ columns.shares), cells.size


def mix_of(case: Case, axis: int) -> Mix:
    """What the unit reads along rows (0) or columns (1)."""
    settings, position = case.settings, case.unit[1 + axis]
    factor = None if settings.get("recompute_scale_factor") else settings.get("scale_factor")
    each = factor[axis] if isinstance(factor, tuple | list) else factor
    return mix(
        settings.get("mode", "nearest"),
        position,
        case.maps.shape[1 + axis],
        case.shape[1 + axis],
        align_corners=bool(settings.get("align_corners")),
        step=None if each is None else 1 / each,
    )


def weighted_sum(case: Case) -> Answer:
    """A fully connected layer: a weighted sum along the last axis, of columns where maps have their channels first."""
    *place, output = case.own_unit
    values = case.own_maps if place else case.maps.reshape(-1)
    weights, bias = case.weight("weight", output), case.weight("bias", output)
    if weights is None:
        raise NotByHand("Its weights are made while the network runs.")
    if values.shape != (*case.own_shape[:-1], weights.size):
        raise NotByHand("Only some of the features before it go in.")
    found = linear(values[tuple(place)], weights[None], [0.0 if bias is None else float(bias)])
    return float(found[0]), weights.size
