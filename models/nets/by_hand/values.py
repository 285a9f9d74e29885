"""How is a unit worked out of the values at its own place: functions of one value, sums and products of two layers?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from models.nets.by_hand.case import Answer, Case, NotByHand, Rule


def value_by_value(function: Callable[[Any], Any]) -> Rule:
    """The rule of a function of one value."""

    def rule(case: Case) -> Answer:
        if case.settings.get("approximate", "none") != "none":
            raise NotByHand("It computes an approximation of its own.")
        return float(function(case.maps[case.unit])), 1

    return rule


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
