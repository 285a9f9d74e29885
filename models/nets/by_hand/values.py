"""How is a unit worked out of the values at its own place: functions of one value, sums and products of two layers?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from models.nets.by_hand.case import Answer, Case, NotByHand, Rule
from models.ops import activation as activations
from models.ops.arrays import Number

Binary = Callable[[Any, Any], Any]


def value_by_value(function: Callable[..., Any], **named: str) -> Rule:
    """The rule of a function of one value; `named`: what its further arguments are called in the layer's settings."""

    def rule(case: Case) -> Answer:
        further = {own: case.settings[name] for own, name in named.items() if name in case.settings}
        if any(value is not None and not isinstance(value, int | float) for value in further.values()):
            raise NotByHand("One of its numbers is made while the network runs.")
        further = {own: value for own, value in further.items() if value is not None}
        if any(name in case.tensors for name in named.values()):
            raise NotByHand("One of its numbers is made while the network runs.")
        return float(function(case.maps[case.unit], **further)), 1

    return rule


def gelu(case: Case) -> Answer:
    """GELU itself, or what stands in for it."""
    nearly = case.settings.get("approximate", "none") == "tanh"
    return float((activations.gelu_by_tanh if nearly else activations.gelu)(case.maps[case.unit])), 1


def learned_slope(case: Case) -> Answer:
    """PReLU: below 0 the value times a learned slope, of its own channel or of all of them."""
    slopes = case.weight("weight")
    if slopes is None:
        raise NotByHand("Its weights are made while the network runs.")
    slope = slopes.ravel()[case.unit[0] if slopes.size > 1 else 0]
    return float(activations.leaky_relu(case.maps[case.unit], slope)), 2


def mean_slope(case: Case) -> Answer:
    """RReLU in evaluation mode: the slope below 0 is the middle of those it draws from in training."""
    if case.settings.get("training"):
        raise NotByHand("In training it draws its slopes by chance.")
    slope = (case.settings.get("lower", 1 / 8) + case.settings.get("upper", 1 / 3)) / 2
    return float(activations.leaky_relu(case.maps[case.unit], slope)), 1


def clipped(values: Any, minimum: Number = -np.inf, maximum: Number = np.inf) -> Any:
    """Each value raised to the minimum, then lowered to the maximum, as `torch.clamp` has it."""
    return np.minimum(np.maximum(values, float(minimum)), float(maximum))


def pairwise(function: Binary, *, turned: bool = False) -> Rule:
    """The rule of two operands: two layers, or a layer and a number or a tensor of the network's own.

    `turned`: the function's second operand is the first one written, as in `1 - x`.
    """

    def rule(case: Case) -> Answer:
        first, second = operands(case)
        if turned:
            first, second = second, first
        return float(function(first, second * case.settings.get("alpha", 1))), 2

    return rule


def operands(case: Case) -> tuple[float, float]:
    """The two values that meet at the unit, in the order in which the function takes them."""
    values = [at_unit(case, maps) for maps in case.inputs]
    number = next((case.settings[name] for name in ("other", "exponent") if name in case.settings), None)
    if isinstance(number, int | float) and not isinstance(number, bool) and len(values) == 1:
        return values[0], float(number)
    behind = next((case.tensors[name] for name in ("other", "exponent") if name in case.tensors), None)
    before = next((case.tensors[name] for name in ("input", "self") if name in case.tensors), None)
    if len(values) == 1 and behind is not None:
        return values[0], constant(case, behind)
    if len(values) == 1 and before is not None:
        return constant(case, before), values[0]
    if len(values) == 1 and number is None and not any(name.startswith("argument") for name in case.settings):
        return values[0], values[0]  # one layer twice, as in x * x
    if len(values) != 2:  # noqa: PLR2004 - one and the other
        raise NotByHand("What the layer before it is combined with is not recorded.")
    return values[0], values[1]


def at_unit(case: Case, maps: Any) -> float:
    """The value of maps at the unit; maps of one cell, or one channel, count for all."""
    return float(np.broadcast_to(maps, case.shape)[case.unit])


def constant(case: Case, values: Any) -> float:
    """The value at the unit of a tensor that belongs to the network, spread as PyTorch spreads it."""
    channels, rows, columns = case.shape
    own = (channels,) if case.axes[1] == 1 else (rows, columns, channels) if case.channels_last else case.shape
    first = values[0] if values.ndim > len(own) else values
    return float(np.broadcast_to(first, own)[case.own_unit])
