"""Which layers did a recorded pass have, what are they called, and which fed which?

Layers are named as torch.fx and torchvision's `create_feature_extractor` name them: by the path of the module,
"layer1.0.relu", with "_1", "_2" … for later calls of the same one; a function by the module that calls it,
"layer1.0.add". One difference: a module that is itself called "conv_1" keeps its name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from models.nets.operations import MOVING_AXES, REARRANGING, Function, Operation, operation_of
from models.nets.recording import Call, Layer, Log

INPUT = "input"
MAPS, FEATURES = 4, 2  # the number of axes of [B, C, H, W] and of [B, F]
CHANNELS_LAST, CHANNELS_FIRST = (0, 2, 3, 1), (0, 3, 1, 2)
NO_SETTINGS: dict[str, Any] = {}


@dataclass(slots=True)
class Step:
    """One layer as it ran. `sources`: the names of the steps (or "input") whose values it used.

    `module`: the path of the torch.nn layer that made it, None for a function, whose plain arguments are then in
    `settings`. `rearranged`: the tensor is [B, H, W, C] instead of [B, C, H, W].
    """

    name: str
    kind: str
    tensor: Tensor
    sources: tuple[str, ...]
    module: str | None
    settings: dict[str, Any]
    rearranged: bool


def link(log: Log) -> list[Step]:
    """The steps of a log, in order."""
    linker = Linker(log.batch)
    for position, (who, args, kwargs, result) in enumerate(log.events):
        values = log.saved.get(position, result)
        if type(who) is Layer:
            linker.layer(who, args, kwargs, result, values)
        elif type(who) is Call:
            linker.call(who, args, kwargs, result, values)
    return linker.steps


class Linker:
    """Follows the tensors of a log from event to event. `origin`: the steps whose values a tensor holds, by name."""

    def __init__(self, batch: Tensor) -> None:
        self.steps: list[Step] = []
        self.counts: dict[str, int] = {}
        self.origin: dict[int, tuple[str, ...]] = {id(batch): (INPUT,)}
        self.rearranged: set[int] = set()

    def layer(self, who: Layer, args: tuple[Any, ...], kwargs: dict[str, Any], result: Any, values: Any) -> None:
        """A layer of torch.nn ran."""
        sources = self.sources((*args, *kwargs.values()))
        self.follow(args, result)
        if not self.is_layer(result):
            self.pass_on(result, sources)
            return
        self.add(Step(who.path, who.kind, values, sources, who.path, NO_SETTINGS, self.last(result)), result)

    def call(self, who: Call, args: tuple[Any, ...], kwargs: dict[str, Any], result: Any, values: Any) -> None:
        """A function ran. One that only rearranges passes on where values come from, unless it cuts or turns maps."""
        sources = self.sources((*args, *kwargs.values()))
        if not sources:
            return
        self.follow(args, result)
        if not self.is_layer(result) or (who.function in REARRANGING and self.keeps_places(who, args, kwargs, result)):
            self.pass_on(result, sources)
            return
        operation = operation_of(who.function)
        name = f"{who.path}.{operation.name}" if who.path else operation.name
        kind, settings = operation.kind, settings_of(operation, args, kwargs)
        if who.function in REARRANGING and result.dim() == FEATURES:
            kind, settings = "Flatten", NO_SETTINGS
        self.add(Step(name, kind, values, sources, None, settings, self.last(result)), result)

    def add(self, step: Step, result: Tensor) -> None:
        """Adds a step under its name, or under name_1, name_2 … if it has run before."""
        count = self.counts.get(step.name, 0)
        self.counts[step.name] = count + 1
        if count:
            step.name = f"{step.name}_{count}"
        self.origin[id(result)] = (step.name,)
        self.steps.append(step)

    def is_layer(self, result: Any) -> bool:
        """Whether something was made that can be shown: maps or features."""
        return type(result) is Tensor and result.is_floating_point() and result.dim() in (MAPS, FEATURES)

    def keeps_places(self, who: Call, args: tuple[Any, ...], kwargs: dict[str, Any], result: Tensor) -> bool:
        """Whether the values of maps still lie where they lay, and features are still features."""
        tensor = args[0]
        last = id(tensor) in self.rearranged
        if who.function in MOVING_AXES and tensor.dim() == MAPS:
            order = axis_order(who.function, args, kwargs)
            if order == (CHANNELS_FIRST if last else CHANNELS_LAST):
                (self.rearranged.discard if last else self.rearranged.add)(id(result))
                return True
            places = slice(1, 3) if last else slice(2, 4)
            return bool(order[places] == tuple(range(MAPS))[places])
        if (tensor.dim(), result.dim()) == (MAPS, MAPS):
            places = slice(1, 3) if last else slice(2, 4)
            return bool(tensor.shape[places] == result.shape[places])
        return bool(tensor.dim() != MAPS or result.dim() != FEATURES)

    def sources(self, values: Iterable[Any]) -> tuple[str, ...]:
        """The names of the steps whose values are among the arguments, each once, in order."""
        found: tuple[str, ...] = ()
        for value in values:
            if type(value) is Tensor:
                names = self.origin.get(id(value), ())
            elif type(value) in (list, tuple):
                names = self.sources(value)
            else:
                continue
            found = found + tuple(name for name in names if name not in found) if found else names
        return found

    def follow(self, args: tuple[Any, ...], result: Any) -> None:
        """What is computed from [B, H, W, C] is [B, H, W, C]."""
        if self.rearranged and any(id(arg) in self.rearranged for arg in args):
            self.rearranged.add(id(result))

    def last(self, result: Tensor) -> bool:
        """Whether the channels of maps come last."""
        return id(result) in self.rearranged and result.dim() == MAPS

    def pass_on(self, result: Any, sources: tuple[str, ...]) -> None:
        """The result, or each of its parts, holds values of `sources`."""
        for part in result if isinstance(result, tuple | list) else (result,):
            if isinstance(part, Tensor):
                self.origin[id(part)] = sources


def settings_of(operation: Operation, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
    """The plain arguments of a function by name, without tensors."""
    named = dict(zip(operation.arguments, args[1:], strict=False)) | kwargs
    return {name: value for name, value in named.items() if not isinstance(value, Tensor)}


def axis_order(function: Function, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[int, ...]:
    """For each axis of the result, which axis of the maps it was: asked of an empty tensor of telling sizes."""
    sizes = range(2, 2 + MAPS)
    turned = function(torch.empty(tuple(sizes), device="meta"), *args[1:], **kwargs)
    return tuple(sizes.index(size) for size in turned.shape)
