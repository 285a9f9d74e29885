"""What is one unit, worked out by hand? From its inputs and the network's weights, with the arithmetic of `models.ops`.

A unit is (channel, row, column) of one layer, for the first picture of the batch; a feature of a layer without maps is
its channel, with row and column 0. Weights and inputs are taken in double precision: what differs from PyTorch is
PyTorch's own rounding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from jaxtyping import Float64
from torch import nn

from models.nets.capture import INPUT, Activation, Trace, find
from models.nets.layers import settings
from models.nets.network import Network
from models.ops import activation as activations
from models.ops.batch_norm import as_line
from models.ops.convolution import products_at
from models.ops.geometry import pair
from models.ops.linear import linear
from models.ops.pooling import average_pool, max_pool

Place = tuple[int, int, int]
Maps = Float64[np.ndarray, "_ _ _"]  # channels, rows, columns; each input has its own

NOT_BY_HAND = "A layer of kind {kind} is not worked out by hand here."
REARRANGED = "The network cuts or shuffles maps before this layer, so its inputs are not those of the layer before."


@dataclass(frozen=True)
class Recomputed:
    """One unit by hand beside what PyTorch computed.

    `value`: by hand, None where that is not done, and `reason` says why. `difference`: absolute. `terms`: how many
    numbers went in: products of a convolution, values of a window.
    """

    operation: str
    captured: float
    value: float | None
    terms: int
    reason: str | None = None

    @property
    def difference(self) -> float | None:
        """|by hand − captured|, None where nothing was worked out."""
        return None if self.value is None else abs(self.value - self.captured)


@dataclass(frozen=True)
class Case:
    """What a rule is given: the layer, the maps that go in, its settings, its weights by name, and the unit."""

    activation: Activation
    inputs: Sequence[Maps]
    settings: Mapping[str, Any]
    module: nn.Module | None
    place: Place

    def weight(self, name: str) -> Float64[np.ndarray, "..."] | None:
        """A weight or a buffer of the layer, in double precision."""
        tensor = getattr(self.module, name, None)
        return None if tensor is None else tensor.detach().double().cpu().numpy()


Rule = Callable[[Case], tuple[float, int]]


def recompute(network: Network, trace: Trace, layer: str, channel: int, row: int, column: int) -> Recomputed:
    """The unit (channel, row, column) of a layer, by hand.

    Raises ValueError for a layer that is not in the trace and for a unit that is not in the layer.
    """
    activation = find(trace, layer)
    place = (channel, row, column)
    maps = as_maps(activation.values[0])
    check(maps.shape, place)
    captured = float(maps[place])
    rule = RULES.get(activation.kind)
    sources = [trace.input if name == INPUT else trace[name].values for name in activation.inputs]
    module = None if activation.module is None else network.module.get_submodule(activation.module)
    if rule is None or not sources:
        return Recomputed(activation.kind, captured, None, 0, NOT_BY_HAND.format(kind=activation.kind))
    if not activation.whole:
        return Recomputed(activation.kind, captured, None, 0, REARRANGED)
    inputs = [as_maps(source[0]).astype(np.float64) for source in sources]
    case = Case(activation, inputs, settings(network.module, activation), module, place)
    try:
        value, terms = rule(case)
    except (KeyError, IndexError, ValueError, TypeError):
        # A network may rearrange values between two layers in ways that the record doesn't tell.
        return Recomputed(activation.kind, captured, None, 0, NOT_BY_HAND.format(kind=activation.kind))
    return Recomputed(activation.kind, captured, value, terms)


def as_maps(values: np.ndarray) -> np.ndarray:
    """One picture's values [C, H, W] as they are; features [F] as maps of one cell."""
    return values if values.ndim == 3 else values.reshape(-1, 1, 1)  # noqa: PLR2004, channels, rows, columns


def check(shape: tuple[int, ...], place: Place) -> None:
    """Raises ValueError for a unit outside the layer."""
    for name, index, bound in zip(("channel", "row", "column"), place, shape, strict=True):
        if not 0 <= index < bound:
            raise ValueError(f"{name} is {index}, but must be from 0 to {bound - 1}")


def _convolution(case: Case) -> tuple[float, int]:
    """The products of one window with the kernel of one channel; a group sees its own part of the maps."""
    weights, bias = case.weight("weight"), case.weight("bias")
    if weights is None:
        raise ValueError("no weights")
    channel, row, column = case.place
    part = weights.shape[1]
    if len(case.inputs[0]) != part * case.settings["groups"]:
        raise ValueError("only some of the maps go in")
    group = channel // (len(weights) // case.settings["groups"])
    found = products_at(
        case.inputs[0][group * part : (group + 1) * part],
        weights[channel],
        row,
        column,
        bias=0.0 if bias is None else float(bias[channel]),
        stride=case.settings["stride"],
        padding=case.settings["padding"],
        dilation=case.settings["dilation"],
        mode={"reflect": "reflect", "replicate": "replicate", "circular": "circular"}.get(
            case.settings["padding_mode"], "zeros"
        ),
    )
    return float(found.total), weights[channel].size


def _batch_norm(case: Case) -> tuple[float, int]:
    """The line y = a·x + b, with a and b from the running statistics, γ and β."""
    mean, variance = case.weight("running_mean"), case.weight("running_var")
    a, b = as_line(mean, variance, case.weight("weight"), case.weight("bias"), case.settings["eps"])
    channel = case.place[0]
    return float(np.ravel(a)[channel] * case.inputs[0][case.place] + np.ravel(b)[channel]), 5


def _value_by_value(function: Callable[[Any], Any]) -> Rule:
    def rule(case: Case) -> tuple[float, int]:
        return float(np.asarray(function(case.inputs[0][case.place]))), 1

    return rule


def _same(case: Case) -> tuple[float, int]:
    """Handed on as it is; a flattening puts the places in a row."""
    values = case.inputs[0]
    shape = as_maps(case.activation.values[0]).shape
    return float((values if values.shape == shape else values.reshape(shape))[case.place]), 1


def _pooling(pool: Callable[..., Any], **options: str) -> Rule:
    def rule(case: Case) -> tuple[float, int]:
        channel, row, column = case.place
        setting = case.settings
        kernel = pair(setting["kernel_size"])
        extra = {ours: setting[theirs] for ours, theirs in options.items() if theirs in setting}
        pooled = pool(
            case.inputs[0][channel],
            kernel,
            stride=setting.get("stride") or None,
            padding=setting.get("padding", 0),
            ceil_mode=bool(setting.get("ceil_mode", False)),
            **extra,
        )
        return float(pooled[row, column]), kernel[0] * kernel[1]

    return rule


def _adaptive(case: Case) -> tuple[float, int]:
    """The mean over one part of the map, from floor(i·n/m) up to ceil((i + 1)·n/m)."""
    channel, *place = case.place
    channels, *parts = as_maps(case.activation.values[0]).shape
    if channels != len(case.inputs[0]):
        raise ValueError("not a mean over places")
    values = case.inputs[0][channel]
    ranges = [
        slice(index * size // part, -(-(index + 1) * size // part))
        for index, size, part in zip(place, values.shape, parts, strict=True)
    ]
    window = values[tuple(ranges)]
    return float(window.mean()), window.size


def _pairwise(function: Callable[[Any, Any], Any]) -> Rule:
    def rule(case: Case) -> tuple[float, int]:
        shape = as_maps(case.activation.values[0]).shape
        # Of one recorded input, the other operand is a number of the network's own, or the same maps again.
        one, other = (np.broadcast_to(values, shape)[case.place] for values in case.inputs)
        return float(function(one, other)), 2

    return rule


def _cat(case: Case) -> tuple[float, int]:
    """The maps of all inputs one after the other."""
    joined = np.concatenate(list(case.inputs))
    if joined.shape != as_maps(case.activation.values[0]).shape:
        raise ValueError("only some of the maps go in")
    return float(joined[case.place]), 1


def _linear(case: Case) -> tuple[float, int]:
    """A weighted sum of all features; on maps, at one place."""
    weights, bias = case.weight("weight"), case.weight("bias")
    if weights is None:
        raise ValueError("no weights")
    channel, row, column = case.place
    values = case.inputs[0][:, row, column]
    own = None if bias is None else bias[channel : channel + 1]
    return float(linear(values, weights[channel : channel + 1], own)[0]), len(values)


RULES: dict[str, Rule] = {
    "Conv2d": _convolution,
    "BatchNorm2d": _batch_norm,
    "ReLU": _value_by_value(activations.relu),
    "ReLU6": _value_by_value(activations.relu6),
    "SiLU": _value_by_value(activations.silu),
    "Hardswish": _value_by_value(activations.hard_swish),
    "Hardsigmoid": _value_by_value(activations.hard_sigmoid),
    "Sigmoid": _value_by_value(activations.sigmoid),
    "GELU": _value_by_value(activations.gelu),
    "MaxPool2d": _pooling(max_pool, dilation="dilation"),
    "AvgPool2d": _pooling(average_pool, count_include_pad="count_include_pad"),
    "AdaptiveAvgPool2d": _adaptive,
    "Mean": _adaptive,
    "Add": _pairwise(np.add),
    "Mul": _pairwise(np.multiply),
    "Cat": _cat,
    "Linear": _linear,
    "Flatten": _same,
    "Dropout": _same,
    "Identity": _same,
}

__all__ = ["Recomputed", "recompute"]
