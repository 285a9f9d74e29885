"""What belongs to a layer besides its output: its settings, its kernels, and its neighbours for the same channels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from jaxtyping import Float32
from torch import nn

from models.nets.capture.linking import Step
from models.nets.capture.trace import find
from models.nets.network import Network
from models.records.layers import Activation, Trace

SETTINGS = (
    *("kernel_size", "stride", "padding", "dilation", "groups", "padding_mode", "ceil_mode", "count_include_pad"),
    *("divisor_override", "output_size", "eps", "training", "track_running_stats", "approximate", "dim", "p"),
    *("negative_slope", "lower", "upper", "alpha", "beta", "k", "lambd", "threshold", "value", "min_val", "max_val"),
    *("normalized_shape", "num_groups", "output_padding", "size", "scale_factor", "mode", "align_corners"),
    *("recompute_scale_factor", "upscale_factor", "downscale_factor"),
)

# Kinds that work on every value of a map alone, or on every map alone: channels stay what they are.
KEEPING_CHANNELS = frozenset(
    (
        *("BatchNorm2d", "ReLU", "ReLU6", "SiLU", "Hardswish", "Hardsigmoid", "Hardtanh", "LeakyReLU", "ELU", "GELU"),
        *("PReLU", "RReLU", "CELU", "SELU", "Mish", "Softplus", "Softsign", "Hardshrink", "Softshrink", "Tanhshrink"),
        *("Threshold", "LogSigmoid", "Sigmoid", "Tanh", "InstanceNorm2d", "Dropout", "Dropout2d", "Identity"),
    )
)


def settings(module: nn.Module, made: Activation | Step) -> Mapping[str, Any]:
    """A layer's plain settings (kernel_size, stride …), whether a module of torch.nn made it or a function."""
    if made.module is None:
        return made.settings
    made_by = layer_at(module, made.module)
    return {name: getattr(made_by, name) for name in SETTINGS if hasattr(made_by, name)}


def layer_at(module: nn.Module, path: str) -> nn.Module:
    """The layer at a path, as activations name it; a network that is a single layer is called by its kind."""
    return dict(module.named_modules()).get(path, module)


def check_unit(shape: tuple[int, ...], channel: int, row: int, column: int) -> None:
    """Raises ValueError naming the argument for a unit that maps of `shape` (channels, rows, columns) do not have."""
    asked = (("channel", channel), ("row", row), ("column", column))
    for (argument, value), count in zip(asked, shape, strict=True):
        if not 0 <= value < count:
            raise ValueError(f"{argument} is {value}, but must be from 0 to {count - 1}")


def kernels(network: Network | nn.Module, layer: str) -> Float32[np.ndarray, "outputs inputs rows columns"] | None:
    """A copy of the weights of a convolution of that name, read-only; None for every other layer.

    Its second axis counts the maps of one group: for a depthwise convolution it is 1.
    """
    module = network.module if isinstance(network, Network) else network
    made_by = dict(module.named_modules()).get(layer)
    if not isinstance(made_by, nn.Conv2d):
        return None
    weights: np.ndarray = made_by.weight.detach().float().cpu().numpy().copy()
    weights.flags.writeable = False
    return weights


def first_kernels(
    network: Network | nn.Module, largest: int = 7
) -> Float32[np.ndarray, "outputs colours rows columns"] | None:
    """The kernels of the first convolution; None unless they look at three colours, or at the brightness alone, and are
    at most `largest` a side.
    """  # noqa: D205, one sentence
    module = network.module if isinstance(network, Network) else network
    first = next((name for name, layer in module.named_modules() if isinstance(layer, nn.Conv2d)), None)
    found = None if first is None else kernels(network, first)
    small = found is not None and found.shape[1] in (1, 3) and max(found.shape[2:]) <= largest
    return found if small else None


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
