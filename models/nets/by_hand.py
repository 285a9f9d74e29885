"""How is one unit of each kind of layer worked out, with the arithmetic of `models.ops`?

A rule takes a `Case` and gives the unit's value and how many numbers went into it; it raises `NotByHand` with a
sentence where it cannot. Maps are [channel, row, column] of one picture in double precision; features are maps of one
cell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from jaxtyping import Float64
from torch import nn

from models.ops import activation as activations
from models.ops.batch_norm import as_line
from models.ops.convolution import products_at
from models.ops.geometry import pair
from models.ops.linear import linear
from models.ops.pooling import average_pool, max_pool

Maps = Float64[np.ndarray, "_ _ _"]  # channels, rows, columns; each input has its own
Answer = tuple[float, int]


class NotByHand(Exception):  # noqa: N818 - it is an answer, not an error
    """A unit that is not worked out by hand, and why: a sentence."""


@dataclass(frozen=True)
class Case:
    """What a rule is given: the maps that go in, the shape that came out, the layer's settings, and the unit.

    `module`: the layer of torch.nn, None for a function.
    """

    inputs: Sequence[Maps]
    shape: tuple[int, int, int]
    settings: Mapping[str, Any]
    module: nn.Module | None
    unit: tuple[int, int, int]

    @property
    def maps(self) -> Maps:
        """The one input of a layer that has one."""
        if len(self.inputs) != 1:
            raise NotByHand("More than one layer goes into it.")
        return self.inputs[0]

    def weight(self, name: str, chosen: int | slice = slice(None)) -> Float64[np.ndarray, "..."] | None:
        """A weight or a buffer of the layer, or the part of it that belongs to one channel; None if it has none."""
        if self.module is None:
            raise NotByHand("Its weights are made while the network runs.")
        tensor = getattr(self.module, name, None)
        return None if tensor is None else tensor.detach()[chosen].double().cpu().numpy()

    def kernel(self) -> Float64[np.ndarray, "..."]:
        """The weights of the unit's own channel."""
        weights = self.weight("weight", self.unit[0])
        if weights is None:
            raise NotByHand("It has no weights.")
        return weights

    def bias(self) -> float:
        """The bias of the unit's own channel."""
        bias = self.weight("bias", self.unit[0])
        return 0.0 if bias is None else float(bias)


Rule = Callable[[Case], Answer]


def convolution(case: Case) -> Answer:
    """The products of one window with the kernel of one channel; a group sees its own part of the maps."""
    kernel, settings, (channel, row, column) = case.kernel(), case.settings, case.unit
    part, groups = kernel.shape[0], settings["groups"]
    if len(case.maps) != part * groups:
        raise NotByHand("Only some of the maps before it go in.")
    first = part * (channel // (case.shape[0] // groups))
    found = products_at(
        case.maps[first : first + part],
        kernel,
        row,
        column,
        bias=case.bias(),
        stride=settings["stride"],
        padding=even_padding(settings, kernel.shape[1:]),
        dilation=settings["dilation"],
        mode=settings["padding_mode"],
    )
    return found.total, kernel.size


def even_padding(settings: Mapping[str, Any], kernel_size: tuple[int, ...]) -> tuple[int, int]:
    """The padding (rows, columns) in cells where it is given in words, "same" or "valid"."""
    padding = settings["padding"]
    if not isinstance(padding, str):
        return pair(padding)
    room = [
        gap * (taps - 1) if padding == "same" else 0
        for gap, taps in zip(pair(settings["dilation"]), kernel_size, strict=True)
    ]
    if any(cells % 2 for cells in room):
        raise NotByHand("Its padding is one cell wider at the end than at the start.")
    return room[0] // 2, room[1] // 2


def batch_norm(case: Case) -> Answer:
    """The line y = a·x + b of one channel, with a and b from the running statistics, γ and β."""
    one = slice(case.unit[0], case.unit[0] + 1)
    mean, variance = case.weight("running_mean", one), case.weight("running_var", one)
    if case.settings["training"] or mean is None or variance is None:
        raise NotByHand("It normalises by the batch itself instead of running statistics.")
    a, b = as_line(mean, variance, case.weight("weight", one), case.weight("bias", one), case.settings["eps"])
    return float(a[0] * case.maps[case.unit] + b[0]), 5


def value_by_value(function: Callable[[Any], Any]) -> Rule:
    """The rule of a function of one value."""

    def rule(case: Case) -> Answer:
        if case.settings.get("approximate", "none") != "none":
            raise NotByHand("It computes an approximation of its own.")
        return float(function(case.maps[case.unit])), 1

    return rule


def handed_on(case: Case) -> Answer:
    """The value as it is; flattening puts the places of maps in a row."""
    if case.settings.get("training"):
        raise NotByHand("In training it drops values by chance.")
    if case.maps.size != np.prod(case.shape):
        raise NotByHand("Only some of the maps before it go in.")
    return float(case.maps.reshape(case.shape)[case.unit]), 1


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


def shared_average(case: Case) -> Answer:
    """The mean over one part of the map, from ⌊i·n/m⌋ up to ⌈(i + 1)·n/m⌉ for m parts of n cells."""
    channel, *place = case.unit
    if case.shape[0] != len(case.maps) or not over_places(case.settings.get("dim")):
        raise NotByHand("It is a mean over other axes than rows and columns.")
    ranges = tuple(
        slice(index * size // parts, -(-(index + 1) * size // parts))
        for index, size, parts in zip(place, case.maps.shape[1:], case.shape[1:], strict=True)
    )
    window = case.maps[channel][ranges]
    return float(window.mean()), window.size


def over_places(axes: Any) -> bool:
    """Whether a mean is over rows and columns; None for pooling, which is."""
    return axes is None or (not isinstance(axes, int) and {axis % 4 for axis in axes} == {2, 3})


def pairwise(function: Callable[[float, float], float]) -> Rule:
    """The rule of an addition or multiplication, of two layers or of a layer and a plain number."""

    def rule(case: Case) -> Answer:
        values = [float(np.broadcast_to(maps, case.shape)[case.unit]) for maps in case.inputs]
        other = case.settings.get("other")
        if len(values) == 1 and isinstance(other, int | float):
            values.append(float(other))
        if len(values) != 2 or case.settings.get("alpha", 1) != 1:  # noqa: PLR2004 - one and the other
            raise NotByHand("What the layer before it is combined with is not recorded: a weight, or the layer itself.")
        return function(*values), 2

    return rule


def side_by_side(case: Case) -> Answer:
    """The maps of all inputs, one after the other."""
    channel, row, column = case.unit
    if sum(len(maps) for maps in case.inputs) != case.shape[0] or case.settings.get("dim", 0) not in (1, -3):
        raise NotByHand("It does not lay whole layers side by side, channel after channel.")
    for maps in case.inputs:
        if channel < len(maps):
            return float(maps[channel, row, column]), 1
        channel -= len(maps)
    raise NotByHand("It has more channels than the layers before it.")


def weighted_sum(case: Case) -> Answer:
    """A fully connected layer: a weighted sum of all features; on maps, of all channels at one place."""
    kernel, (_, row, column) = case.kernel(), case.unit
    maps = case.maps if case.maps.shape[1:] == case.shape[1:] else case.maps.reshape(-1, 1, 1)
    if len(maps) != kernel.size:
        raise NotByHand("Only some of the features before it go in.")
    return float(linear(maps[:, row, column], kernel[None], [case.bias()])[0]), kernel.size


RULES: dict[str, Rule] = {
    "Conv2d": convolution,
    "BatchNorm2d": batch_norm,
    "ReLU": value_by_value(activations.relu),
    "ReLU6": value_by_value(activations.relu6),
    "SiLU": value_by_value(activations.silu),
    "Hardswish": value_by_value(activations.hard_swish),
    "Hardsigmoid": value_by_value(activations.hard_sigmoid),
    "Sigmoid": value_by_value(activations.sigmoid),
    "GELU": value_by_value(activations.gelu),
    "MaxPool2d": largest,
    "AvgPool2d": average,
    "AdaptiveAvgPool2d": shared_average,
    "Mean": shared_average,
    "Add": pairwise(lambda one, other: one + other),
    "Mul": pairwise(lambda one, other: one * other),
    "Cat": side_by_side,
    "Linear": weighted_sum,
    "Flatten": handed_on,
    "Dropout": handed_on,
    "Identity": handed_on,
}
