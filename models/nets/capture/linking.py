"""Which layers did a recorded pass have, what are they called, and which fed which?

Layers are named as torch.fx and torchvision's `create_feature_extractor` name them: by the path of the module,
"layer1.0.relu", with "_1", "_2" … for later calls of the same one; a function by the module that calls it,
"layer1.0.add". One difference: a module that is itself called "conv_1" keeps its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial
from typing import Any

from torch import Tensor

from models.nets.capture.layout import (
    CHANNELS_FIRST,
    CHANNELS_LAST,
    FEATURES,
    MAPS,
    axis_order,
    leaves_order,
    places_of,
    same_view,
    slices_of,
    tangled,
)
from models.nets.capture.operations import (
    LENDING,
    MOVING_AXES,
    RANDOM,
    READING,
    REARRANGING,
    SHAPING,
    looks,
    operation_of,
)
from models.nets.capture.overwriting import tensors_in
from models.nets.capture.recorder import Call, Layer, Log
from models.nets.capture.signatures import named_arguments

INPUT = "input"
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
    at values before, and so may have gone, or computed, otherwise with another picture. `position`: its event's.
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
    position: int = 0


def link(log: Log) -> list[Step]:
    """The steps of a log, in order."""
    linker = Linker(log)
    for position, (who, args, kwargs, result) in enumerate(log.events):
        linker.position = position
        if type(who) is Layer:
            linker.layer(who, args, kwargs, result)
        elif type(who) is Call:
            linker.call(who, args, kwargs, result)
        linker.notice_overwritten(who, result)
    return linker.steps


class Linker:
    """Follows the tensors of a log from event to event. `origin`: the steps whose values a tensor holds, by name."""

    def __init__(self, log: Log) -> None:
        batch = log.batch
        self.log = log
        self.position = 0
        self.steps: list[Step] = []
        self.counts: dict[str, int] = {}
        self.origin: dict[int, tuple[str, ...]] = {id(batch): (INPUT,)}
        self.rearranged: set[int] = set()
        self.gaps: set[int] = set()
        self.whole: set[int] = {id(batch)}
        self.places: dict[int, tuple[int, ...]] = {id(batch): tuple(batch.shape[2:])}  # rows and columns
        self.dice: set[int] = set()
        self.choice = Choice.NONE

    def layer(self, who: Layer, args: tuple[Any, ...], kwargs: dict[str, Any], result: Any) -> None:
        """A layer of torch.nn ran."""
        given = (*args, *kwargs.values())
        sources = self.sources(given)
        step = partial(Step, name=who.path, kind=who.kind, sources=sources, module=who.path, settings=NO_SETTINGS)
        if not self.made(step, given, result):
            self.pass_on(given, result, sources, gap=True, last=False)

    def call(self, who: Call, args: tuple[Any, ...], kwargs: dict[str, Any], result: Any) -> None:
        """A function ran. One that only rearranges passes on where values come from, unless it cuts or turns maps."""
        given = (*args, *(value for name, value in kwargs.items() if name != "out"))
        sources = () if who.function in SHAPING else self.sources(given)
        deciding = args[1:] if who.function is Tensor.__getitem__ else given  # a mask decides, not what it picks from
        self.look(who, args, kwargs, result, told=bool(self.sources(deciding)))
        if not sources:
            return
        if who.function not in REARRANGING:
            if not self.made(self.called(who, args, kwargs, sources), given, result):
                self.pass_on(given, result, sources, gap=True, last=False)
            return
        order, last = self.order(who, args, kwargs)
        for part in tensors_in((result,)):
            if not self.is_layer(part) or self.keeps_places(args[0], part, order):
                self.pass_on(given, part, sources, gap=tangled(who.function, args, kwargs), last=last)
                if id(args[0]) in self.whole and leaves_order(who.function, args[0], result, order):
                    self.whole.add(id(part))
            else:
                self.made(self.cut(self.called(who, args, kwargs, sources), args[0], part), given, part)

    def called(
        self, who: Call, args: tuple[Any, ...], kwargs: dict[str, Any], sources: tuple[str, ...]
    ) -> Callable[..., Step]:
        """A step of a function, all but what came out of it."""
        operation = operation_of(who.function)
        name = f"{who.path}.{operation.name}" if who.path else operation.name
        named = named_arguments(who.function, args, kwargs)
        given = {name: one for name, one in named.items() if isinstance(one, Tensor) and id(one) not in self.origin}
        settings = settings_of(operation.kind, named)
        return partial(
            Step, name=name, kind=operation.kind, sources=sources, module=None, settings=settings, given=given
        )

    def look(self, who: Call, args: tuple[Any, ...], kwargs: dict[str, Any], result: Any, *, told: bool) -> None:
        """Notes that values decide from here on, or that chance does. `told`: they are values of the picture."""
        if who.function in RANDOM or any(id(one) in self.dice for one in args):
            self.dice.add(id(result))
        decides = looks(who.function, args, kwargs)
        if decides or who.function in READING:
            looked = Choice.WAY if decides else Choice.NUMBER
            thrown = Choice.CHANCE if any(id(one) in self.dice for one in args) else Choice.NONE
            self.choice = max(self.choice, thrown, looked if told else Choice.NONE)

    def cut(self, step: Callable[..., Step], whole: Tensor, part: Tensor) -> Callable[..., Step]:
        """The step of a function that only rearranges: maps laid out as features, or a slice of maps."""
        if part.dim() == FEATURES:
            return partial(step, kind="Flatten", settings=NO_SETTINGS)
        index = slices_of(whole, part)
        return step if index is None else partial(step, kind="Getitem", settings={"index": index})

    def made(self, step: Callable[..., Step], given: tuple[Any, ...], result: Any) -> bool:
        """Adds what can be shown of a result, each part as a step; False if nothing can.

        What else came out of it, such as the places of maxima, comes from the first of them.
        """
        parts = list(tensors_in((result,)))
        shown = [part for part in parts if self.is_layer(part)]
        for number, part in enumerate(shown):
            rearranged, gap, whole = self.follow(given, part)
            then = self.log.memory.then(self.position, part)
            one = step(tensor=then, rearranged=rearranged, gap=gap, whole=whole)
            if len(shown) > 1:
                one.name = f"{one.name}.{number}"
            self.add(one, part)
        for part in parts if shown else ():
            if not self.is_layer(part):
                self.follow_as(part, shown[0])
        return bool(shown)

    def follow_as(self, tensor: Tensor, other: Tensor) -> None:
        """A tensor counts as what another one is."""
        self.origin[id(tensor)] = self.origin.get(id(other), ())
        self.places[id(tensor)] = self.places.get(id(other), ())
        for kept in (self.whole, self.gaps, self.rearranged):
            (kept.add if id(other) in kept else kept.discard)(id(tensor))

    def notice_overwritten(self, who: Layer | Call, result: Any) -> None:
        """Tensors that look into memory that was just written to hold something else now."""
        for tensor in self.log.memory.stale.get(self.position, ()):
            if type(who) is Call and who.function in LENDING:
                if not self.log.memory.unchanged(self.position, tensor):
                    self.gaps.add(id(tensor))
            elif isinstance(result, Tensor) and id(result) in self.origin and same_view(tensor, result):
                self.follow_as(tensor, result)
            else:
                self.origin[id(tensor)] = self.sources((tensor, result))
                self.gaps.add(id(tensor))

    def add(self, step: Step, result: Tensor) -> None:
        """Adds a step under its name, or under name_1, name_2 … if it has run before."""
        count = self.counts.get(step.name, 0)
        self.counts[step.name] = count + 1
        if count:
            step.name = f"{step.name}_{count}"
        self.origin[id(result)] = (step.name,)
        self.places[id(result)] = places_of(result, last=step.rearranged)
        self.whole.add(id(result))
        self.gaps.discard(id(result))
        step.choice, step.position = self.choice, self.position
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
        names = (name for tensor in tensors_in(values) for name in self.origin.get(id(tensor), ()))
        return tuple(dict.fromkeys(names))

    def follow(self, args: tuple[Any, ...], result: Tensor) -> tuple[bool, bool, bool]:
        """For a layer's result, the last three fields of its step."""
        used = [id(part) for part in tensors_in(args)]
        rearranged = result.dim() == MAPS and any(one in self.rearranged for one in used)
        if rearranged:
            self.rearranged.add(id(result))
        gap = any(one in self.gaps for one in used)
        return rearranged, gap, not gap and all(one in self.whole for one in used if one in self.origin)

    def pass_on(self, args: tuple[Any, ...], result: Any, sources: tuple[str, ...], *, gap: bool, last: bool) -> None:
        """The result, or each of its parts, holds values of `sources`, and lies as the first argument does."""
        known = [id(arg) for arg in tensors_in(args)]
        gap = gap or any(one in self.gaps for one in known)
        for part in tensors_in((result,)):
            self.origin[id(part)] = sources
            self.places[id(part)] = self.places.get(known[0], ()) if known else ()
            (self.gaps.add if gap else self.gaps.discard)(id(part))
            (self.rearranged.add if last else self.rearranged.discard)(id(part))


def settings_of(kind: str, named: dict[str, Any]) -> dict[str, Any]:
    """The plain arguments of a function by name, without what it works on."""
    size = {"kernel_size": tuple(named["weight"].shape[2:])} if kind in ("Conv2d", "ConvTranspose2d") else {}
    return {name: value for name, value in named.items() if name != "input" and not isinstance(value, Tensor)} | size
