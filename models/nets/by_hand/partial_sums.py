"""What does each input channel of a convolution contribute to one of its output channels, on this picture?

Maps [channel, row, column] of the first picture of the batch. The arithmetic is that of `models.ops.partial_sums`, in
double precision: what differs from the captured map is PyTorch's own rounding.
"""

from __future__ import annotations

import numpy as np
import torch
from jaxtyping import Float32
from torch import nn

from models.nets.by_hand import NotByHand, even_padding
from models.nets.capture.layers import SETTINGS, check_unit, layer_at
from models.nets.capture.linking import INPUT
from models.nets.capture.trace import find, locked
from models.nets.network import Network
from models.ops.geometry import pair
from models.ops.partial_sums import Convolution, PartialSums, Setting, take_apart
from models.records.layers import Activation, Trace


def convolutions(network: Network | nn.Module, trace: Trace) -> tuple[Convolution, ...]:
    """The convolutions that can be taken apart, in order of execution.

    Left out are those whose weights are made while the network runs, and those padded wider at one end.
    """
    modules = dict(bare(network).named_modules())
    found = (describe(modules.get(made.module or "", bare(network)), made) for made in trace.values())
    return tuple(one for one in found if one is not None)


def describe(module: nn.Module, made: Activation) -> Convolution | None:
    """How a convolution is set; None for every other layer and for one that can't be taken apart."""
    if made.kind != "Conv2d" or made.module is None or not isinstance(module, nn.Conv2d):
        return None
    settings = {name: getattr(module, name) for name in SETTINGS if hasattr(module, name)}
    kernel = pair(settings["kernel_size"])
    try:
        padding = even_padding(settings, kernel)
    except NotByHand:
        return None
    way = Setting(pair(module.stride), padding, pair(module.dilation), module.padding_mode)
    cut = not made.whole or len(made.inputs) != 1
    sizes = (module.in_channels, module.out_channels, module.groups)
    return Convolution(made.name, *sizes, kernel, way, bias=module.bias is not None, rearranged=cut)


def partial_sums(network: Network | nn.Module, trace: Trace, layer: str, channel: int) -> PartialSums:
    """The output channel `channel` of a convolution in parts.

    `trace` is what `capture` gave for the network, whose weights must not have changed since. Where the maps before the
    layer were cut or shuffled on their way, the network, which must be in evaluation mode, runs once more to hear what
    came in. Raises ValueError for a layer that is no convolution of `convolutions`, and for a channel it doesn't have.
    """
    made = find(trace, layer)
    module = layer_at(bare(network), made.module or "")
    convolution = describe(module, made)
    if convolution is None:
        raise ValueError(f"layer is {layer!r}, but must be a convolution with weights and even padding")
    check_unit(made.values.shape[1:], channel, 0, 0)
    reads = convolution.reads(channel)
    inputs = incoming(network, trace, made, convolution)[reads.start : reads.stop]
    weights = module.weight.detach()[channel].float().cpu().numpy().copy()
    bias = 0.0 if module.bias is None else float(module.bias.detach()[channel])
    parts = take_apart(inputs, weights, bias, convolution.setting)
    return PartialSums(convolution, channel, reads, parts, made.values[0, channel])


def incoming(
    network: Network | nn.Module, trace: Trace, made: Activation, convolution: Convolution
) -> Float32[np.ndarray, "channels rows columns"]:
    """The maps that came into a convolution: those captured before it, or what it is heard to be given."""
    if convolution.rearranged:
        return heard(network, trace, made)
    source = made.inputs[0]
    values = trace.input if source == INPUT else trace[source].values
    return values[0]


def heard(network: Network | nn.Module, trace: Trace, made: Activation) -> Float32[np.ndarray, "channels rows columns"]:
    """What a layer is given when the network runs once more on the same picture.

    Raises ValueError in training mode, in which a run would change the network.
    """
    module = bare(network)
    if any(layer.training for layer in module.modules()):
        raise ValueError("network is in training mode, but must be in evaluation mode to be run again")
    call = [name for name, other in trace.items() if other.module == made.module].index(made.name)
    given: list[torch.Tensor] = []
    with locked(network), torch.inference_mode():
        layer = layer_at(module, made.module or "")
        handle = layer.register_forward_pre_hook(lambda _, maps: given.append(maps[0].clone()))
        try:
            module(torch.tensor(trace.input))
        finally:
            handle.remove()
    values: np.ndarray = given[call][0].float().cpu().numpy()
    values.flags.writeable = False
    return values


def bare(network: Network | nn.Module) -> nn.Module:
    """The module of a network, or the module itself."""
    return network.module if isinstance(network, Network) else network


__all__ = ["Convolution", "PartialSums", "convolutions", "partial_sums"]
