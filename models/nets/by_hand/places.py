"""How is a unit worked out that is a value of the layers before it, laid elsewhere?"""

from __future__ import annotations

import numpy as np

from models.nets.by_hand.case import Answer, Case, NotByHand


def handed_on(case: Case) -> Answer:
    """The value as it is; flattening puts the places of maps in a row."""
    if case.settings.get("training"):
        raise NotByHand("In training it drops values by chance.")
    if case.maps.size != np.prod(case.shape):
        raise NotByHand("Only some of the maps before it go in.")
    return float(case.maps.reshape(case.shape)[case.unit]), 1


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
