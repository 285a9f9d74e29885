"""How is a network built: its layers in order, which feeds which, and their shapes, without working out any value?"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn

from models.nets.linking import MAPS, Step, link
from models.nets.recording import Plan


@dataclass(frozen=True)
class Outline:
    """The steps of a pass, and the copy of the network that took them; settings are read from it."""

    steps: list[Step]
    module: nn.Module


def outline(module: nn.Module, input_size: tuple[int, int]) -> Outline:
    """One pass of one picture of `input_size` (rows, columns), in evaluation mode. The module itself is not run.

    A copy without weights runs on tensors without values, which takes milliseconds also for large networks. Where that
    fails, because a network looks at its values, a full copy runs on a picture of zeros after all.
    """
    shape = (1, input_channels(module), *input_size)
    light = hurried(without_weights(module).eval())
    with torch.inference_mode():
        try:
            return Outline(
                link(Plan(light).record(torch.empty(shape, dtype=dtype_of(module), device="meta"))[0]), light
            )
        except (RuntimeError, NotImplementedError, TypeError):
            full = copy.deepcopy(module).eval()
            return Outline(link(Plan(full).record(torch.zeros(shape, dtype=dtype_of(module)))[0]), full)


def hurried(light: nn.Module) -> nn.Module:
    """The copy, with norms that only hand on a shape: torch takes a millisecond to work out that it stays the same."""
    for layer in light.modules():
        if type(layer) is nn.BatchNorm2d and layer.track_running_stats:
            layer.running_mean = None  # else recording would not ask `forward`
            layer.forward = partial(_as_it_came, layer.forward, layer.num_features)
    return light


def _as_it_came(norm: Callable[[Tensor], Tensor], channels: int, maps: Tensor) -> Tensor:
    fits = maps.dim() == MAPS and maps.shape[1] == channels
    return torch.empty_like(maps) if fits else norm(maps)


def dtype_of(module: nn.Module) -> torch.dtype:
    """The type of the network's weights, float32 if it has none."""
    return next((weights.dtype for weights in module.parameters()), torch.float32)


def input_channels(module: nn.Module) -> int:
    """How many channels the first convolution takes; 3, as pictures have, if there is none."""
    return next((layer.in_channels for layer in module.modules() if isinstance(layer, nn.Conv2d)), 3)


def without_weights(module: nn.Module) -> nn.Module:
    """A copy of the network whose weights have a shape and no values; it shares nothing with the original."""
    hollow: dict[int, Any] = {
        id(weights): nn.Parameter(torch.empty_like(weights, device="meta"), requires_grad=False)
        for weights in module.parameters()
    }
    hollow |= {id(buffer): torch.empty_like(buffer, device="meta") for buffer in module.buffers()}
    return copy.deepcopy(module, hollow)
