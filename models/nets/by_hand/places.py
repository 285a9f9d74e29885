"""How is a unit worked out that is a value of the layers before it, laid elsewhere?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from models.nets.by_hand.case import Answer, Case, NotByHand, Rule
from models.ops.rearranging import padded

PADS = {
    "ZeroPad2d": "constant",
    "ConstantPad2d": "constant",
    "ReflectionPad2d": "reflect",
    "ReplicationPad2d": "replicate",
    "CircularPad2d": "circular",
}


def handed_on(case: Case) -> Answer:
    """The value as it is; flattening puts the places of maps in a row."""
    if case.maps.size != np.prod(case.shape):
        raise NotByHand("Only some of the maps before it go in.")
    return float(case.maps.reshape(case.shape)[case.unit]), 1


def dropped(case: Case) -> Answer:
    """Dropout outside training: the value as it is."""
    if case.settings.get("training"):
        raise NotByHand("In training it drops values by chance.")
    return handed_on(case)


def side_by_side(case: Case) -> Answer:
    """The maps of all inputs, one after the other."""
    channel, row, column = case.unit
    dim = case.settings.get("dim", case.settings.get("axis", 0))
    if sum(len(maps) for maps in case.inputs) != case.shape[0] or dim not in (1, -3):
        raise NotByHand("It does not lay whole layers side by side, channel after channel.")
    for maps in case.inputs:
        if channel < len(maps):
            return float(maps[channel, row, column]), 1
        channel -= len(maps)
    raise NotByHand("It has more channels than the layers before it.")


def laid_out(arrange: Callable[[Any, int], Any], setting: str) -> Rule:
    """The rule of a layer that only deals values out anew."""

    def rule(case: Case) -> Answer:
        return float(arrange(case.maps, case.settings[setting])[case.unit]), 1

    return rule


def pad(case: Case) -> Answer:
    """The value before the padding, or what was put beside it."""
    settings = case.settings
    around = settings["pad"] if "pad" in settings else four(settings["padding"])
    fill = settings.get("value")
    try:
        made = padded(case.own_maps, around, settings.get("mode", "constant"), 0.0 if fill is None else fill)
    except ValueError:
        raise NotByHand("It pads in a way that is not counted here.") from None
    return float(made[case.own_unit]), 1


def padding_layer(mode: str) -> Rule:
    """The rule of a padding layer of torch.nn, whose kind says how it pads."""
    return lambda case: pad(Case(**{**vars(case), "settings": dict(case.settings) | {"mode": mode}}))


def four(padding: Any) -> tuple[int, ...]:
    """Left, right, top, bottom from one number for all."""
    return (padding,) * 4 if isinstance(padding, int) else tuple(padding)
