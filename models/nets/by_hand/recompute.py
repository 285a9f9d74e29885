"""What is one unit, worked out by hand? From its inputs and the network's weights, beside what PyTorch computed.

A unit is (channel, row, column) of one layer, for the first picture of the batch; a feature of a layer without maps is
its channel, with row and column 0. Weights and inputs are taken in double precision: what differs from PyTorch is
PyTorch's own rounding. How each kind of layer is worked out: `by_hand`.
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Float
from torch import nn

from models.nets.by_hand import RULES, Case, Maps, NotByHand
from models.nets.capture.layers import check_unit, layer_at, settings
from models.nets.capture.linking import INPUT
from models.nets.capture.trace import find
from models.nets.network import Network
from models.records.layers import Activation, Recomputed, Trace

UNKNOWN_KIND = "A layer of kind {kind} is not worked out by hand here."
REARRANGED = "The network cuts or shuffles maps before this layer, so its inputs are not those of the layer before."


def recompute(
    network: Network | nn.Module, trace: Trace, layer: str, channel: int, row: int, column: int
) -> Recomputed:
    """The unit (channel, row, column) of a layer, by hand.

    `trace` is what `capture` gave for the network, whose weights must not have changed since. Raises ValueError for a
    layer that is not in the trace and for a unit that is not in the layer.
    """
    made = find(trace, layer)
    maps = one_picture(made.values)
    unit = (channel, row, column)
    check_unit(maps.shape, *unit)
    captured = float(maps[unit])
    try:
        value, terms = work_out(network.module if isinstance(network, Network) else network, trace, made, unit)
    except NotByHand as why:
        return Recomputed(made.kind, captured, None, 0, str(why))
    return Recomputed(made.kind, captured, value, terms)


def work_out(module: nn.Module, trace: Trace, made: Activation, unit: tuple[int, int, int]) -> tuple[float, int]:
    """The value of a unit and how many numbers went into it. Raises NotByHand where that is not done."""
    rule = RULES.get(made.kind)
    if rule is None:
        raise NotByHand(UNKNOWN_KIND.format(kind=made.kind))
    if not made.whole:
        raise NotByHand(REARRANGED)
    sources = [trace.input if name == INPUT else trace[name].values for name in made.inputs]
    return rule(
        Case(
            inputs=[one_picture(source).astype(np.float64) for source in sources],
            shape=shape_of(made.values),
            settings=settings(module, made),
            module=None if made.module is None else layer_at(module, made.module),
            unit=unit,
            tensors=made.tensors,
            axes=(max((source.ndim - 1 for source in sources), default=0), made.values.ndim - 1),
            channels_last=made.channels_last,
            batch=sources[0] if sources else None,
        )
    )


def shape_of(values: Float[np.ndarray, "..."]) -> tuple[int, int, int]:
    """How many channels, rows and columns the maps of one picture have."""
    channels, rows, columns = one_picture(values).shape
    return channels, rows, columns


def one_picture(values: Float[np.ndarray, "..."]) -> Maps | Float[np.ndarray, "_ _ _"]:
    """The first picture's values [C, H, W] as they are; features [F] as maps of one cell."""
    first = values[0]
    return first if first.ndim == 3 else first.reshape(-1, 1, 1)  # noqa: PLR2004 - channels, rows, columns


__all__ = ["Recomputed", "recompute"]
