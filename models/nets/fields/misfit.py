"""Why can a network not take pictures of this size? The layer that refused, and a sentence about it."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from models.nets.capture.recording import layer_kind
from models.nets.fields.moves import Made
from models.nets.fields.windows import kernel_of, settings_of
from models.nets.structure.outline import FAILURES, dtype_of, input_channels, without_weights
from models.ops.geometry import ImpossibleGeometry, check_padding, output_size, transposed_size

REFUSALS = FAILURES
"""What layers raise when maps do not fit."""

Running = list[tuple[str, nn.Module, tuple[Any, ...]]]


def misfit(module: nn.Module, image: tuple[int, int], error: Exception) -> ValueError:
    """What to raise when a pass of a picture of `image` (rows, columns) has ended in `error`.

    ImpossibleGeometry names the layer whose kernel or padding does not fit; everything else is a ValueError with the
    layer and what torch says of it. A copy without weights runs to find the layer; the module is left alone.
    """
    said = str(error).splitlines()[0] if str(error) else type(error).__name__
    picture = f"pictures of {image[0]}×{image[1]} pixels"
    running = _running_at_the_end(module, image)
    if not running:
        return ValueError(f"module cannot take {picture}: {said}")
    path, layer, shape = running[-1]
    impossible = _impossible(path, layer, shape)
    where = f"its layer {path} ({type(layer).__name__})" if path else type(layer).__name__
    return impossible or ValueError(f"module cannot take {picture}: {where} gets {list(shape)}, and {said}")


def _running_at_the_end(module: nn.Module, image: tuple[int, int]) -> Running:
    """The modules that had begun and not ended when the pass stopped, the innermost last; none if it did not stop."""
    light = without_weights(module).eval()
    running: Running = []
    for path, part in light.named_modules():
        part.register_forward_pre_hook(lambda part, args, path=path: running.append((path, part, _shape(args))))
        part.register_forward_hook(lambda *_: running.pop() and None)
    batch = torch.empty((1, input_channels(module, image), *image), dtype=dtype_of(module), device="meta")
    try:
        with torch.inference_mode():
            light(batch)
    except REFUSALS:
        return running
    return []


def _shape(args: tuple[Any, ...]) -> tuple[int, ...]:
    return tuple(args[0].shape) if args and isinstance(args[0], torch.Tensor) else ()


def _impossible(path: str, layer: nn.Module, shape: tuple[int, ...]) -> ImpossibleGeometry | None:
    """The setting of the layer that does not fit on maps of `shape`, by the arithmetic of `models.ops.geometry`."""
    kind = layer_kind(layer)
    kernel = kernel_of(Made(kind, settings_of(layer), None)) if kind else None
    if kernel is None:
        return None
    try:
        for size, (reach, stride, padding, dilation) in zip(shape[-2:], kernel.axes, strict=False):
            check_padding(size, padding, kernel.mode)
            if kind == "ConvTranspose2d":
                transposed_size(size, reach, stride, padding, max(stride, dilation) - 1, dilation)
            else:
                output_size(size, reach, stride, padding, dilation, bool(getattr(layer, "ceil_mode", False)))
    except ImpossibleGeometry as error:
        return ImpossibleGeometry(f"{error.argument} of layer {path or kind}", error.value, error.bound)
    return None
