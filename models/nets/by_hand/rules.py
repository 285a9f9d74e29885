"""How is one unit of each kind of layer worked out, with the arithmetic of `models.ops`?

A rule takes a `Case` and gives the unit's value and how many numbers went into it; it raises `NotByHand` with a
sentence where it cannot.
"""

from __future__ import annotations

from models.nets.by_hand.case import Rule
from models.nets.by_hand.norms import batch_norm
from models.nets.by_hand.places import handed_on, side_by_side
from models.nets.by_hand.values import pairwise, value_by_value
from models.nets.by_hand.windows import average, convolution, largest, shared_average, weighted_sum
from models.ops import activation as activations

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
