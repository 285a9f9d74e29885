"""What belongs to a layer besides its output: its settings, its kernels, and its neighbours for the same channels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from jaxtyping import Float32
from torch import nn

from models.nets.capture import Activation, Trace, find
from models.nets.network import Network

SETTINGS = (
    *("kernel_size", "stride", "padding", "dilation", "ceil_mode", "output_size", "padding_mode", "groups", "eps"),
    *("count_include_pad", "normalized_shape"),
)

# Kinds that work on every value of a map alone, or on every map alone: channels stay what they are.
KEEPING_CHANNELS = frozenset(
    (
        *("BatchNorm2d", "ReLU", "ReLU6", "SiLU", "Hardswish", "Hardsigmoid", "Hardtanh", "LeakyReLU", "ELU", "GELU"),
        *("Sigmoid", "Tanh", "Dropout", "Identity"),
    )
)


def settings(module: nn.Module, activation: Activation) -> Mapping[str, Any]:
    """A layer's plain settings (kernel_size, stride …), whether a module of torch.nn made it or a function."""
    if activation.module is None:
        return activation.settings
    made_by = module.get_submodule(activation.module)
    return {name: getattr(made_by, name) for name in SETTINGS if hasattr(made_by, name)}


def kernels(network: Network, layer: str) -> Float32[np.ndarray, "outputs inputs rows columns"] | None:
    """A copy of the weights of a convolution of that name, read-only; None for every other layer."""
    made_by = dict(network.module.named_modules()).get(layer)
    if not isinstance(made_by, nn.Conv2d):
        return None
    weights: np.ndarray = made_by.weight.detach().float().cpu().numpy().copy()
    weights.flags.writeable = False
    return weights


def followers(trace: Trace, layer: str) -> tuple[str, ...]:
    """The chain of layers around `layer`, in order, in which map n is made from map n alone: conv, batch norm, ReLU.

    It starts with the layer that made the channels, and goes on while one layer, and only one, takes each output up.
    Raises ValueError for a layer that is not in the trace.
    """
    chain = [find(trace, layer).name]
    while (before := _before(trace, chain[0])) is not None:
        chain.insert(0, before)
    while (after := _after(trace, chain[-1])) is not None:
        chain.append(after)
    return tuple(chain)


def _before(trace: Trace, layer: str) -> str | None:
    activation = trace[layer]
    if activation.kind not in KEEPING_CHANNELS or len(activation.inputs) != 1 or activation.inputs[0] not in trace:
        return None
    source = trace[activation.inputs[0]]
    return source.name if source.values.shape == activation.values.shape else None


def _after(trace: Trace, layer: str) -> str | None:
    takers = [name for name, activation in trace.items() if layer in activation.inputs]
    alone = len(takers) == 1 and trace[takers[0]].inputs == (layer,)
    return takers[0] if alone and _before(trace, takers[0]) == layer else None
