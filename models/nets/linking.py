"""Which layers did a recorded pass have, what are they called, and which fed which?

Layers are named as torch.fx and torchvision's `create_feature_extractor` name them: by the path of the module,
"layer1.0.relu", with "_1", "_2" … for later calls of the same one; a function by the module that calls it,
"layer1.0.add". One difference: a module that is itself called "conv_1" keeps its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

import torch
from torch import Tensor

from models.nets.operations import (
    CHOOSING,
    DECIDING,
    MOVING_AXES,
    RANDOM,
    READING,
    REARRANGING,
    WITH_PLACES,
    Function,
    Operation,
    operation_of,
)
from models.nets.recording import Call, Layer, Log

INPUT = "input"
MAPS, FEATURES = 4, 2  # the number of axes of [B, C, H, W] and of [B, F]
CHANNELS_LAST, CHANNELS_FIRST = (0, 2, 3, 1), (0, 3, 1, 2)
NO_SETTINGS: dict[str, Any] = {}


class Choice(IntEnum):
    """What a network has looked at on its way: nothing, values that decided it, values read as numbers, or dice."""

    NONE = 0
    WAY = 1
    NUMBER = 2
    CHANCE = 3


@dataclass(slots=True)
class Step:
    """One layer as it ran. `sources`: the names of the steps (or "input") whose values it used.

    `module`: the path of the torch.nn layer that made it, None for a function, whose plain arguments are then in
    `settings`. `rearranged`: the tensor is [B, H, W, C] instead of [B, C, H, W]. `gap`: between the sources and the
    step something was computed that is no layer here, having another number of axes (attention, say). `whole`: the
    sources went in as they are, not sliced or shuffled, and there is no gap. `given`: a function's tensors that come
    from no layer, its weights and constants, by the names of its arguments. `choice`: whether the network has looked
    at values before, and so may have gone, or computed, otherwise with another picture.
    """

    name: str
    kind: str
    tensor: Tensor
    sources: tuple[str, ...]
    module: str | None
    settings: dict[str, Any]
    rearranged: bool
    gap: bool
    whole: bool
    given: dict[str, Tensor] = field(default_factory=dict)
    choice: Choice = Choice.NONE


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
        self.gaps: set[int] = set()
        self.whole: set[int] = {id(batch)}
        self.places: dict[int, tuple[int, ...]] = {id(batch): tuple(batch.shape[2:])}  # rows and columns
        self.dice: set[int] = set()
        self.choice = Choice.NONE

    def layer(self, who: Layer, args: tuple[Any, ...], kwargs: dict[str, Any], result: Any, values: Any) -> None:
        """A layer of torch.nn ran."""
        sources = self.sources((*args, *kwargs.values()))
        if self.is_layer(result):
            follows = self.follow(args, result)
            self.add(Step(who.path, who.kind, values, sources, who.path, NO_SETTINGS, *follows), result)
        else:
            self.pass_on(args, result, sources, gap=True, last=False)

    def call(self, who: Call, args: tuple[Any, ...], kwargs: dict[str, Any], result: Any, values: Any) -> None:
        """A function ran. One that only rearranges passes on where values come from, unless it cuts or turns maps."""
        sources = self.sources((*args, *kwargs.values()))
        self.look(who, args, result, told=bool(sources))
        if not sources:
            return
        if isinstance(result, tuple) and operation_of(who.function).kind in WITH_PLACES:
            result = values = result[0]
        moves = who.function in REARRANGING
        order, last = self.order(who, args, kwargs)
        if not self.is_layer(result) or (moves and self.keeps_places(args[0], result, order)):
            self.pass_on(args, result, sources, gap=not moves or tangled(who, args, kwargs), last=last)
            if moves and id(args[0]) in self.whole and leaves_order(who, args[0], result, order):
                self.whole.add(id(result))
            return
        operation = operation_of(who.function)
        name = f"{who.path}.{operation.name}" if who.path else operation.name
        kind, settings = operation.kind, settings_of(operation, args, kwargs)
        if moves and result.dim() == FEATURES:
            kind, settings = "Flatten", NO_SETTINGS
        given = self.given(operation, args, kwargs)
        self.add(Step(name, kind, values, sources, None, settings, *self.follow(args, result), given), result)

    def look(self, who: Call, args: tuple[Any, ...], result: Any, *, told: bool) -> None:
        """Notes that values decide from here on, or that chance does. `told`: they are values of the picture."""
        if who.function in RANDOM or any(id(one) in self.dice for one in args):
            self.dice.add(id(result))
        if who.function in DECIDING or who.function in READING:
            looked = Choice.WAY if who.function in DECIDING else Choice.NUMBER
            thrown = Choice.CHANCE if any(id(one) in self.dice for one in args) else Choice.NONE
            self.choice = max(self.choice, thrown, looked if told else Choice.NONE)

    def given(self, operation: Operation, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Tensor]:
        """The tensors among the arguments of a function that come from no layer, by name."""
        named = dict(zip(("input", *operation.arguments), args, strict=False)) | kwargs
        return {name: one for name, one in named.items() if isinstance(one, Tensor) and id(one) not in self.origin}

    def add(self, step: Step, result: Tensor) -> None:
        """Adds a step under its name, or under name_1, name_2 … if it has run before."""
        count = self.counts.get(step.name, 0)
        self.counts[step.name] = count + 1
        if count:
            step.name = f"{step.name}_{count}"
        self.origin[id(result)] = (step.name,)
        self.places[id(result)] = places_of(result, last=step.rearranged)
        self.whole.add(id(result))
        step.choice = self.choice
        self.steps.append(step)

    def order(self, who: Call, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[tuple[int, ...] | None, bool]:
        """Where a function that moves the axes of maps takes them from, and whether channels come last after it."""
        last = bool(args) and id(args[0]) in self.rearranged
        if who.function not in MOVING_AXES or not isinstance(args[0], Tensor) or args[0].dim() != MAPS:
            return None, last
        order = axis_order(who.function, args, kwargs)
        return order, order != CHANNELS_FIRST if last else order == CHANNELS_LAST

    def is_layer(self, result: Any) -> bool:
        """Whether something was made that can be shown: maps or features."""
        return type(result) is Tensor and result.is_floating_point() and result.dim() in (MAPS, FEATURES)

    def keeps_places(self, tensor: Tensor, result: Tensor, order: tuple[int, ...] | None) -> bool:
        """Whether the values of maps still lie where they lay, and features are still features."""
        last = id(tensor) in self.rearranged
        if order is not None:
            turned_about = order == (CHANNELS_FIRST if last else CHANNELS_LAST)
            return turned_about or (order[1:3] == (1, 2) if last else order[2:] == (2, 3))
        if result.dim() == FEATURES:
            return bool(tensor.dim() != MAPS)
        return self.places.get(id(tensor)) == places_of(result, last=last)

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

    def follow(self, args: tuple[Any, ...], result: Tensor) -> tuple[bool, bool, bool]:
        """For a layer's result, the last three fields of its step."""
        used = [id(part) for part in tensors_in(args)]
        rearranged = result.dim() == MAPS and any(one in self.rearranged for one in used)
        if rearranged:
            self.rearranged.add(id(result))
        gap = any(one in self.gaps for one in used)
        return rearranged, gap, not gap and all(one in self.whole for one in used if one in self.origin)

    def pass_on(self, args: tuple[Any, ...], result: Any, sources: tuple[str, ...], *, gap: bool, last: bool) -> None:
        """The result, or each of its parts, holds values of `sources`, and lies as the first argument does.

        Parts that maps were cut into have places of their own, which nothing here counts: that is a gap too.
        """
        known = [id(arg) for arg in args if isinstance(arg, Tensor)]
        gap = gap or any(one in self.gaps for one in known)
        for part in result if isinstance(result, tuple | list) else (result,):
            if isinstance(part, Tensor):
                self.origin[id(part)] = sources
                self.places[id(part)] = self.places.get(known[0], ()) if known else ()
                cut = part.dim() == MAPS and places_of(part, last=last) != self.places[id(part)]
                (self.gaps.add if gap or cut else self.gaps.discard)(id(part))
                (self.rearranged.add if last else self.rearranged.discard)(id(part))


def tensors_in(args: Iterable[Any]) -> Iterator[Tensor]:
    """All tensors among the arguments, those in lists too."""
    for arg in args:
        if isinstance(arg, Tensor):
            yield arg
        elif type(arg) in (list, tuple):
            yield from tensors_in(arg)


def leaves_order(who: Call, tensor: Tensor, result: Any, order: tuple[int, ...] | None) -> bool:
    """Whether a function that only rearranges handed on all values in their order, channels first or last aside."""
    if order is not None:
        return order in (CHANNELS_LAST, CHANNELS_FIRST)
    chosen = who.function in CHOOSING or who.function in MOVING_AXES
    return not chosen and isinstance(result, Tensor) and result.shape == tensor.shape


def tangled(who: Call, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
    """Whether a function mixed rows and columns, laid out otherwise than as maps, with the other axes."""
    if who.function not in MOVING_AXES or not isinstance(args[0], Tensor) or args[0].dim() == MAPS:
        return False
    axes = args[0].dim()
    return axes > FEATURES and axis_order(who.function, args, kwargs)[-2:] != (axes - 2, axes - 1)


def places_of(maps: Tensor, *, last: bool) -> tuple[int, ...]:
    """The rows and columns of maps, none of features."""
    return tuple(maps.shape[1:3] if last else maps.shape[2:])


def settings_of(operation: Operation, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
    """The plain arguments of a function by name, without tensors; those without a known name by their place."""
    unnamed = (f"argument {place}" for place in range(len(operation.arguments) + 1, len(args)))
    named = dict(zip((*operation.arguments, *unnamed), args[1:], strict=False)) | kwargs
    if operation.kind in ("Conv2d", "ConvTranspose2d"):
        named["kernel_size"] = tuple(named["weight"].shape[2:])
    return {name: value for name, value in named.items() if not isinstance(value, Tensor)}


def axis_order(function: Function, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[int, ...]:
    """For each axis of the result, which axis of the tensor it was: asked of an empty one of telling sizes."""
    sizes = range(2, 2 + args[0].dim())
    turned = function(torch.empty(tuple(sizes), device="meta"), *args[1:], **kwargs)
    return tuple(sizes.index(size) for size in turned.shape)
