"""How is a network built: its layers in order, which feeds which, and their shapes, without working out any value?"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.modules.batchnorm import _BatchNorm

from models.nets.capture.layout import MAPS
from models.nets.capture.linking import Step, link
from models.nets.capture.recording import Plan

COLOURS = 3
USUAL_CHANNELS = (COLOURS, 1, 4)
MOST_TRIED = 6  # further numbers, for a sentence about a network that takes none of the usual
FAILURES = (Exception,)  # where maps do not fit layers raise errors of theirs, and a stranger's module raises any


@dataclass(frozen=True)
class Outline:
    """The steps of a pass, and the copy of the network that took them; settings are read from it."""

    steps: list[Step]
    module: nn.Module


def outline(module: nn.Module, input_size: tuple[int, int], picture: Tensor | None = None) -> Outline:
    """One pass of one picture of `input_size` (rows, columns), in evaluation mode. The module itself is not run.

    A copy without weights runs on tensors without values, which takes milliseconds also for large networks. Where that
    fails, because a network looks at its values, a full copy runs on `picture` [1, C, rows, columns] after all, or on
    noise if there is none; `choice` of its steps then says from where on it might have gone another way.
    """
    if picture is not None:
        return _drawn(module, tuple(picture.shape), picture)
    try:
        return _drawn(module, (1, COLOURS, *input_size))
    except FAILURES:
        channels = input_channels(module, input_size)
        if channels == COLOURS:
            raise
        return _drawn(module, (1, channels, *input_size))


def _drawn(module: nn.Module, shape: tuple[int, ...], picture: Tensor | None = None) -> Outline:
    light = hurried(without_weights(module).eval())
    with torch.inference_mode():
        try:
            return Outline(
                link(Plan(light).record(torch.empty(shape, dtype=dtype_of(module), device="meta"))[0]), light
            )
        except FAILURES:
            full = copy.deepcopy(module).eval()
            noise = torch.rand(shape, generator=torch.Generator().manual_seed(0))
            batch = (noise if picture is None else picture.detach()).to(dtype_of(module), copy=True)
            return Outline(link(Plan(full).record(batch)[0]), full)


def hurried(light: nn.Module) -> nn.Module:
    """The copy, with norms that only hand on a shape: torch takes a millisecond to work out that it stays the same."""
    for layer in light.modules():
        if isinstance(layer, _BatchNorm):
            # What it would do: use running statistics where they are there, whatever the flag says.
            layer.track_running_stats = layer.running_mean is not None
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


def input_channels(module: nn.Module, image: tuple[int, int]) -> int:
    """How many channels pictures of `image` (rows, columns) need for the module to take them.

    Found by passes of a copy without weights, since what a layer declares says nothing of where it stands: the first
    number of `worth_trying` with which a pass comes to its end, or furthest.
    """
    reached: dict[int, int] = {}
    for channels in worth_trying(module):
        reached[channels], whole = _passed(module, (1, channels, *image))
        if whole:
            return channels
    return max(reached, key=reached.__getitem__)


def worth_trying(module: nn.Module) -> tuple[int, ...]:
    """Numbers of channels, likely ones first: those of pictures, then a few that convolutions declare."""
    declared = dict.fromkeys(layer.in_channels for layer in module.modules() if isinstance(layer, nn.Conv2d))
    return tuple(dict.fromkeys((*USUAL_CHANNELS, *[channels for channels in declared if channels][:MOST_TRIED])))


def _passed(module: nn.Module, shape: tuple[int, ...]) -> tuple[int, bool]:
    """How many layers a pass comes through, and whether it comes to its end."""
    light = without_weights(module).eval()
    passed: list[None] = []
    for layer in light.modules():
        layer.register_forward_hook(lambda *_: passed.append(None))
    with torch.inference_mode():
        try:
            light(torch.empty(shape, dtype=dtype_of(module), device="meta"))
        except FAILURES:
            return len(passed), False
    return len(passed), True


def without_weights(module: nn.Module) -> nn.Module:
    """A copy of the network whose weights have a shape and no values; it shares nothing with the original."""
    hollow: dict[int, Any] = {
        id(weights): nn.Parameter(torch.empty_like(weights, device="meta"), requires_grad=False)
        for weights in module.parameters()
    }
    plain = [value for part in module.modules() for value in part.__dict__.values() if isinstance(value, Tensor)]
    hollow |= {id(values): torch.empty_like(values, device="meta") for values in (*module.buffers(), *plain)}
    return copy.deepcopy(module, hollow)
