"""What is left of batch norm at inference? A line for each map, which the convolution before it can take over.

A network is copied, some of its batch norm layers folded into the convolutions before them, and both are asked.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence

import numpy as np
import torch
from jaxtyping import Float, Integer
from PIL import Image
from torch import nn

from models.nets.answers.meaning import meaning_of
from models.nets.capture.layers import layer_at
from models.nets.capture.outputs import first_tensor
from models.nets.network import Network, frozen
from models.ops.batch_norm import as_line, fold
from models.ops.meaning import Meaning
from models.records.batch_norm import Folded
from models.records.layers import Trace

AT_ONCE = 8  # pictures that go through a network together: memory, where pictures are large


def foldable(trace: Trace, module: nn.Module | None = None) -> dict[str, str]:
    """The batch norm layers that can be folded, with the convolution before each; nobody else takes up its output.

    `module`: the network, if it is to be asked which of them keep running statistics: others are no fixed line.
    """
    found = {}
    for name, made in trace.items():
        if made.kind == "BatchNorm2d" and made.module is not None and len(made.inputs) == 1:
            source = made.inputs[0]
            takers = [other for other, activation in trace.items() if source in activation.inputs]
            if module is not None and getattr(layer_at(module, made.module), "running_mean", None) is None:
                continue
            if source in trace and trace[source].kind == "Conv2d" and trace[source].module and takers == [name]:
                found[name] = source
    return found


def without(network: Network, trace: Trace, layers: Sequence[str]) -> nn.Module:
    """A copy of the network without these batch norm `layers`: their convolutions do all of it.

    Raises ValueError for a layer that cannot be folded.
    """
    sources = foldable(trace, network.module)
    if unknown := [name for name in layers if name not in sources]:
        raise ValueError(f"layers are {list(layers)}, but {unknown} cannot be folded into a convolution before")
    with network.lock:
        module = copy.deepcopy(network.module)
    for name in layers:
        path, source = str(trace[name].module), str(trace[sources[name]].module)
        _take_over(layer_at(module, source), layer_at(module, path))
        module.set_submodule(path, nn.Identity())
    return frozen(module)


def _take_over(convolution: nn.Module, batch_norm: nn.Module) -> None:
    """Puts the line of a batch norm layer into the convolution's weights."""
    names = ("running_mean", "running_var", "weight", "bias")
    mean, variance, gamma, beta = (_array(getattr(batch_norm, name)) for name in names)
    bias = _array(convolution.bias)
    kernel = np.array(convolution.weight.numpy(force=True), dtype=np.float64)
    if mean is None or variance is None:
        raise ValueError("the batch norm layer keeps no running statistics, so that it is no fixed line")
    line = as_line(mean, variance, gamma, beta, float(batch_norm.eps))
    for name, values in zip(("weight", "bias"), fold(kernel, bias, *line), strict=True):
        setattr(convolution, name, nn.Parameter(torch.tensor(values, dtype=torch.float32), requires_grad=False))


def _array(parameter: object) -> Float[np.ndarray, " channels"] | None:
    return np.array(parameter.numpy(force=True), dtype=np.float64) if isinstance(parameter, torch.Tensor) else None


def compare(network: Network, trace: Trace, images: Sequence[Image.Image], layers: Sequence[str]) -> Folded:
    """The network without `layers` beside itself as it is, on every image."""
    meaning = meaning_of(network)
    lean, differences, largest, agreed, compared = without(network, trace, layers), [0.0], [0.0], 0, 0
    with torch.inference_mode():
        for start in range(0, len(images), AT_ONCE):
            batch = torch.cat([network.prepare(image) for image in images[start : start + AT_ONCE]])
            with network.lock:
                own = first_tensor(network.module(batch))
            new = first_tensor(lean(batch))
            differences.append(float((new - own).abs().max()))
            largest.append(float(own.abs().max()))
            agreed += int((_answers(meaning, new) == _answers(meaning, own)).sum())
            compared += own.numel()
    return Folded(tuple(layers), max(differences), max(largest), compared, agreed, len(images))


def _answers(meaning: Meaning, outputs: torch.Tensor) -> Integer[np.ndarray, " pictures"]:
    """The most probable answer to each picture, or of numbers the largest one."""
    values = outputs.double().numpy(force=True)
    return np.argmax(meaning.probabilities(values) if meaning.classes else values, axis=1)
