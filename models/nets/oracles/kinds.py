"""What does PyTorch compute for a convolution of any kind, and which convolutions does a network have?

Inputs [channel, row, column]; weights as `torch.nn.Conv2d` or, where transposed, `torch.nn.ConvTranspose2d` keeps them.
"""

from __future__ import annotations

from math import prod

import numpy as np
import torch
from jaxtyping import Float32, Real
from torch import nn
from torch.nn import functional

from models.nets.capture.layers import layer_at
from models.nets.capture.linking import INPUT
from models.nets.network import Network
from models.nets.structure.outline import outline
from models.ops.sharing import Sharing


def by_torch(
    inputs: Real[np.ndarray, "channels rows columns"],
    weights: Real[np.ndarray, "outer inner kernel_rows kernel_columns"],
    *,
    stride: int = 1,
    dilation: int = 1,
    groups: int = 1,
    transposed: bool = False,
    padding: tuple[int, int] = (0, 0),
) -> Float32[np.ndarray, "maps output_rows output_columns"]:
    """What `conv2d`, or `conv_transpose2d` where `transposed`, makes of the inputs in single precision."""
    layer = functional.conv_transpose2d if transposed else functional.conv2d
    values, kernels = (torch.from_numpy(np.asarray(array, np.float32)) for array in (inputs, weights))
    with torch.inference_mode():
        made = layer(values[None], kernels, stride=stride, padding=padding, dilation=dilation, groups=groups)
    return made[0].numpy()


def linear_by_torch(
    values: Real[np.ndarray, " features"], weights: Real[np.ndarray, "outputs features"]
) -> Float32[np.ndarray, " outputs"]:
    """What `linear` makes of the values in single precision."""
    with torch.inference_mode():
        made = functional.linear(*(torch.from_numpy(np.asarray(array, np.float32)) for array in (values, weights)))
    return made.numpy()


def weights(sharing: Sharing) -> tuple[int, int]:
    """How many weights a fully connected layer and a convolution of these sizes have; they exist in shape only."""
    connected = nn.Linear(prod(sharing.inputs), prod(sharing.outputs), bias=False, device="meta")
    sizes = (sharing.inputs[0], sharing.outputs[0], sharing.kernel)
    convolution = nn.Conv2d(*sizes, groups=sharing.groups, bias=False, device="meta")
    return connected.weight.numel(), convolution.weight.numel()


def convolutions(network: Network) -> dict[str, Sharing]:
    """The sizes of a network's convolutions at its own input size, by layer, in order of execution."""
    steps = outline(network.module, network.input_size).steps
    shapes = {step.name: tuple(step.tensor.shape[1:]) for step in steps}
    shapes[INPUT] = (network.channels, *network.input_size)
    found = {}
    for step in steps:
        layer = None if step.module is None else layer_at(network.module, step.module)
        if isinstance(layer, nn.Conv2d) and len(step.sources) == 1:
            rows, columns = layer.kernel_size
            found[step.name] = Sharing(shapes[step.sources[0]], shapes[step.name], (rows, columns), layer.groups)
    return found
