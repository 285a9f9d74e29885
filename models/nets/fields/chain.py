"""Which layer of a network is fed by which, and does PyTorch see the pixels that the recurrence says a unit sees?

The second question is asked of a bare copy: every layer with one channel and equal positive weights, the mean in place
of the maximum. So no product and no maximum hides a pixel, and a gradient is positive exactly where a unit sees.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.nets.capture.layers import settings
from models.nets.capture.layout import FEATURES
from models.nets.capture.linking import INPUT, Step
from models.nets.structure.outline import outline
from models.ops.geometry import pair
from models.records.layers import Link
from models.records.receptive_field import Box

Rule = Callable[[list[Tensor], Mapping[str, Any], tuple[int, int]], Tensor]


def main_path(links: Mapping[str, Link]) -> tuple[str, ...]:
    """The longest way from the picture to the last layer, in order: past shortcuts, and through the deeper branches."""
    depth = {INPUT: 0}
    for name, link in links.items():
        depth[name] = 1 + max((depth.get(source, 0) for source in link.sources), default=0)
    path, name = list[str](), next(reversed(tuple(links)), INPUT)
    while name in links:
        path.insert(0, name)
        name = max(links[name].sources, key=lambda source: depth.get(source, 0), default=INPUT)
    return tuple(path)


def chain(module: nn.Module, input_size: tuple[int, int]) -> dict[str, Link]:
    """Every layer by its name, as `capture` names it, in order of execution."""
    return {
        step.name: Link(step.sources, step.module, step.rearranged, step.tensor.dim() == FEATURES)
        for step in outline(module, input_size).steps
    }


def measured_box(module: nn.Module, input_size: tuple[int, int], layer: str, row: int, column: int) -> Box | None:
    """The pixels that move the unit at (row, column) of a layer, asked of PyTorch's gradient.

    None where the way to the layer leads over something that the bare copy doesn't know.
    """
    drawn = outline(module, input_size)
    pixels = torch.ones(1, 1, *input_size, dtype=torch.float64, requires_grad=True)
    made: dict[str, Tensor | None] = {INPUT: pixels}
    with torch.inference_mode(mode=False), torch.enable_grad():
        for step in drawn.steps:
            inputs = [values for source in step.sources if (values := made[source]) is not None]
            complete = len(inputs) == len(step.sources)
            made[step.name] = _bare(step, inputs, settings(drawn.module, step)) if complete else None
            if step.name == layer:
                break
        if (values := made.get(layer)) is None:
            return None
        (gradient,) = torch.autograd.grad(values[0, 0, row, column], pixels, materialize_grads=True)
    return _support(gradient[0, 0])


def _support(gradient: Tensor) -> Box:
    rows, columns = (gradient.sum(dim=axis).nonzero().flatten().tolist() or [-1] for axis in (1, 0))
    if rows == [-1]:
        return Box(0, 0, 0, 0)
    return Box(rows[0], columns[0], rows[-1] + 1, columns[-1] + 1)


def _places(step: Step) -> tuple[int, int]:
    shape = tuple(step.tensor.shape)
    rows, columns = (shape[1:3] if step.rearranged else shape[2:]) or (1, 1)
    return rows, columns


def _bare(step: Step, inputs: list[Tensor], given: Mapping[str, Any]) -> Tensor | None:
    """What a layer makes of maps [1, 1, H, W] in the bare copy."""
    if step.gap or given.get("padding_mode", "zeros") != "zeros":
        return None
    if step.kind == "Linear" and step.rearranged:
        return inputs[0]
    found = RULES.get(step.kind, _value_by_value)(inputs, given, _places(step))
    # Features that still stand for places keep them until a layer joins them.
    kept = step.kind == "Flatten" or tuple(found.shape[2:]) == _places(step)
    return found if kept else None


def _value_by_value(inputs: list[Tensor], _: Mapping[str, Any], __: tuple[int, int]) -> Tensor:
    """Also branches that meet: the mean of them keeps every pixel that any of them sees."""
    total = inputs[0]
    for other in inputs[1:]:
        total = total + other
    return total / len(inputs)


def _windows(inputs: list[Tensor], given: Mapping[str, Any], _: tuple[int, int]) -> Tensor:
    rows, columns = pair(given["kernel_size"])
    weights = torch.full((1, 1, rows, columns), 1 / (rows * columns), dtype=torch.float64)
    padding = given.get("padding", 0)
    padding = padding if isinstance(padding, str) else pair(padding)
    stride, dilation = pair(given.get("stride", 1)), pair(given.get("dilation", 1))
    return functional.conv2d(inputs[0], weights, stride=stride, padding=padding, dilation=dilation)


def _pooling(inputs: list[Tensor], given: Mapping[str, Any], places: tuple[int, int]) -> Tensor:
    kernel = pair(given["kernel_size"])
    if pair(given.get("dilation", 1)) != (1, 1):
        return _windows(inputs, {**given, "stride": given.get("stride") or kernel}, places)
    stride, padding = pair(given.get("stride") or kernel), pair(given.get("padding", 0))
    return functional.avg_pool2d(inputs[0], kernel, stride, padding, bool(given.get("ceil_mode", False)))


def _shared_out(inputs: list[Tensor], _: Mapping[str, Any], places: tuple[int, int]) -> Tensor:
    return functional.adaptive_avg_pool2d(inputs[0], places)


def _joined(inputs: list[Tensor], _: Mapping[str, Any], places: tuple[int, int]) -> Tensor:
    return inputs[0].mean(dim=(2, 3), keepdim=True) if places == (1, 1) else inputs[0]


def _weighed(inputs: list[Tensor], _: Mapping[str, Any], places: tuple[int, int]) -> Tensor:
    """Along the last axis: of features, or of the columns of each row."""
    if places == (1, 1):
        return inputs[0].mean(dim=(2, 3), keepdim=True)
    return inputs[0].mean(dim=3, keepdim=True).expand(-1, -1, -1, places[1])


def _with_all_places(inputs: list[Tensor], _: Mapping[str, Any], __: tuple[int, int]) -> Tensor:
    return inputs[0] + inputs[0].mean(dim=(2, 3), keepdim=True)


def _margins(inputs: list[Tensor], given: Mapping[str, Any], _: tuple[int, int]) -> Tensor:
    return functional.pad(inputs[0], list(given["pad"])[:4])


RULES: dict[str, Rule] = {
    "Conv2d": _windows,
    **dict.fromkeys(("MaxPool2d", "AvgPool2d", "LPPool2d"), _pooling),
    **dict.fromkeys(("AdaptiveAvgPool2d", "AdaptiveMaxPool2d"), _shared_out),
    "Mean": _joined,
    "Linear": _weighed,
    **dict.fromkeys(("GroupNorm", "InstanceNorm2d"), _with_all_places),
    "Pad": _margins,
}
