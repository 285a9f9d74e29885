"""What is one forward pass, written down? Layers and functions as they ran, on what, and what came of it.

Networks overwrite their own results (`ReLU(inplace=True)`, `out += identity`). During recording these compute the same
into fresh memory, and whoever uses the overwritten tensor afterwards gets the fresh one. Where other tensors look into
the overwritten memory (views, slices, `.data`, arrays of NumPy), it is overwritten in truth, and what had been recorded
there is copied first (`overwriting`). What belongs to the network itself is put back after the pass.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from models.nets.capture.operations import FIRST, LENDING, REARRANGING, SET_DATA, operation_of
from models.nets.capture.overwriting import BATCH, Kept, Memory, place_of, tensors_in

Forward = Callable[..., Any]


@dataclass(slots=True, eq=False)
class Layer:
    """A layer of torch.nn in its network; `overwrites` as it was set before the recording."""

    path: str
    kind: str
    overwrites: bool = False


@dataclass(slots=True, eq=False)
class Call:
    """A function, and the path of the module that called it."""

    function: Forward
    path: str


# Who ran, on which arguments, and what came of it. A plain tuple, because one is made for every layer.
Event = tuple[Layer | Call, tuple[Any, ...], dict[str, Any], Any]


@dataclass(slots=True)
class Log:
    """One forward pass: its events in order, and what became of memory that was overwritten.

    `replaced`: by tensors that were overwritten, what took their place.
    """

    batch: Tensor
    events: list[Event] = field(default_factory=list)
    replaced: dict[int, Tensor] = field(default_factory=dict)
    memory: Memory = field(init=False)

    def __post_init__(self) -> None:
        self.memory = Memory(self.batch, self.events)

    def current(self, value: Any) -> Any:
        """The value with every overwritten tensor in it replaced by what took its place."""
        if not self.replaced:
            return value
        kind = type(value)
        if kind is Tensor:
            while id(value) in self.replaced:
                value = self.replaced[id(value)]
            return value
        if kind is tuple or kind is list:
            return kind([self.current(item) for item in value])
        if kind is dict:
            return {key: self.current(item) for key, item in value.items()}
        return value


class Recorder(TorchFunctionMode):
    """Writes the log of one forward pass. Tensors are told apart by identity; the log keeps all of them alive."""

    def __init__(self, batch: Tensor, module: nn.Module) -> None:
        super().__init__()
        self.log = Log(batch)
        self.module = module
        self.thread = threading.get_ident()
        self.path = ""
        self.kept = Kept()
        self.places: set[int] | None = None

    def __torch_function__(
        self, func: Forward, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Runs a function that was called outside a layer; the mode is switched off meanwhile."""
        args, kwargs = first_by_position(self.log.current(args), self.log.current(kwargs or {}))
        if func in REARRANGING:
            result = func(*args, **kwargs)
        elif func in LENDING:
            self.log.memory.lend(args[0])
            result = func(*args, **kwargs)
        elif func == SET_DATA:
            return self.set_data(*args)
        else:
            result = self.compute(func, args, kwargs)
        self.log.events.append((Call(func, self.path), args, kwargs, result))
        return result

    def compute(self, func: Forward, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """The result of a function; one that overwrites leaves what was recorded before as it was."""
        operation = operation_of(func)
        if kwargs.get("inplace"):
            return self.settle(args[0], func(*args, **(kwargs | {"inplace": False})))
        if operation.overwrites and operation.apart is not None and kwargs.get("out") is None:
            return self.settle(args[0], operation.apart(*args, **kwargs))
        written = args[:1] if operation.overwrites else ()
        for tensor in tensors_in((*written, kwargs.get("out"))):
            self.before_writing(tensor)
        result = func(*args, **kwargs)
        if operation.overwrites:
            return args[0]
        return self.lookalike(result) if args and result is args[0] and kwargs.get("out") is None else result

    def settle(self, overwritten: Tensor, result: Tensor) -> Tensor:
        """What takes the place of a tensor that would have been overwritten by `result`."""
        if result is overwritten:
            return self.lookalike(result)
        if self.log.memory.alone(overwritten) and not self.own(overwritten):
            self.log.replaced[id(overwritten)] = result
            return result
        self.before_writing(overwritten)
        return overwritten.copy_(result)

    def before_writing(self, tensor: Tensor) -> None:
        """Copies what was recorded in memory that is about to be overwritten in truth, or is the network's own."""
        self.log.memory.save(tensor)
        if self.own(tensor):
            self.kept.keep(tensor)

    def own(self, tensor: Tensor) -> bool:
        """Whether a tensor looks into memory of the network's own: its weights, its buffers, what it remembers."""
        first = self.log.memory.first(tensor)
        if first == BATCH or (first is not None and type(self.log.events[first][0]) is Layer):
            return False  # a layer made it
        if self.places is None:
            self.places = places_in(self.module)
        return place_of(tensor) in self.places

    def put_back(self) -> None:
        """What belongs to the network is as it was before the pass; what was recorded of it is copied first."""
        for tensor in self.kept.tensors():
            self.log.memory.save(tensor)
        self.kept.put_back()

    def set_data(self, tensor: Tensor, data: Tensor) -> None:
        """`tensor.data = data`: from now on it is another tensor."""
        if self.own(tensor):
            self.kept.keep(tensor)
            tensor.data = data
            return
        other = data.detach()
        self.log.events.append((Call(Tensor.detach, self.path), (data,), {}, other))
        self.log.replaced[id(tensor)] = other

    def lookalike(self, tensor: Tensor) -> Tensor:
        """Another tensor on the same memory, for a layer that returns its input as it is."""
        return tensor.view_as(tensor)


def places_in(module: nn.Module) -> set[int]:
    """Where the memory of a network's own begins."""
    plain = (value for part in module.modules() for value in part.__dict__.values() if isinstance(value, Tensor))
    return {place_of(tensor) for tensor in (*module.parameters(), *module.buffers(), *plain)}


def first_by_position(args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The arguments, the first of them by position: all functions of torch take what they work on first."""
    name = None if args else next((name for name in FIRST if name in kwargs), None)
    if name is None:
        return args, kwargs
    return (kwargs[name],), {other: value for other, value in kwargs.items() if other != name}
