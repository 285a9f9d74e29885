"""What did the network run in one forward pass, and on what?

While a network is recorded, two things watch it. Every module's `forward` is wrapped: a layer of torch.nn is one
event; other modules only tell where we are. And a `TorchFunctionMode` sees the functions called outside such layers:
additions, concatenations, functional pooling. Neither needs a tracing pass, so networks that decide their way while
they run are recorded as they ran. The alternatives: torch.fx must trace first and cannot follow such decisions; a
dispatch mode sees kernels instead of layers; a function mode alone costs three times as much for each layer as a
wrapped `forward`. All is taken away again afterwards, also after an exception. `linking` works out what the log means.

Networks overwrite their own results (`ReLU(inplace=True)`, `out += identity`). During recording these compute the same
into fresh memory, and whoever uses the overwritten tensor afterwards gets the fresh one. Where other tensors look into
the overwritten memory, it is overwritten in truth, and what had been recorded there is copied first.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from models.nets.memory import hold_freed_memory
from models.nets.operations import REARRANGING, operation_of
from models.nets.shortcuts import shortcut

Forward = Callable[..., Any]

# The one way to have torch's functions called inside a layer run unseen, and so at full speed.
unseen = torch._C.DisableTorchFunction  # noqa: SLF001


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
    """One forward pass: its events in order, and by their position the values that were overwritten later."""

    batch: Tensor
    events: list[Event] = field(default_factory=list)
    saved: dict[int, Tensor] = field(default_factory=dict)


class Recorder(TorchFunctionMode):
    """Writes the log of one forward pass. Tensors are told apart by identity; the log keeps all of them alive."""

    def __init__(self, batch: Tensor) -> None:
        super().__init__()
        self.log = Log(batch)
        self.thread = threading.get_ident()
        self.path = ""
        self.replaced: dict[int, Tensor] = {}
        self.shared: set[int] = set()

    def __torch_function__(
        self, func: Forward, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Runs a function that was called outside a layer; the mode is switched off meanwhile."""
        args, kwargs = self.current(args), self.current(kwargs or {})
        if func in REARRANGING:
            result = func(*args, **kwargs)
            self.share(args, result)
        else:
            result = self.compute(func, args, kwargs)
        self.log.events.append((Call(func, self.path), args, kwargs, result))
        return result

    def compute(self, func: Forward, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """The result of a function; one that overwrites leaves what was recorded before as it was."""
        operation = operation_of(func)
        if kwargs.get("inplace"):
            return self.settle(args[0], func(*args, **(kwargs | {"inplace": False})))
        if operation.overwrites and operation.apart is not None:
            return self.settle(args[0], operation.apart(*args, **kwargs))
        if operation.overwrites:
            self.save(args[0])
        result = func(*args, **kwargs)
        if args and result is args[0] and not operation.overwrites:
            return self.lookalike(result)
        return args[0] if operation.overwrites else result

    def settle(self, overwritten: Tensor, result: Tensor) -> Tensor:
        """What takes the place of a tensor that would have been overwritten by `result`."""
        if result is overwritten:
            return self.lookalike(result)
        if id(overwritten) not in self.shared:
            self.replaced[id(overwritten)] = result
            return result
        self.save(overwritten)
        return overwritten.copy_(result)

    def save(self, overwritten: Tensor) -> None:
        """Copies what was recorded in memory that is about to be overwritten in truth."""
        memory = overwritten.untyped_storage().data_ptr()
        for position, (*_, result) in enumerate(self.log.events):
            if isinstance(result, Tensor) and result.untyped_storage().data_ptr() == memory:
                self.log.saved.setdefault(position, result.clone())

    def lookalike(self, tensor: Tensor) -> Tensor:
        """Another tensor on the same memory, for a layer that returns its input as it is."""
        alias = tensor.view_as(tensor)
        self.share((tensor,), alias)
        return alias

    def share(self, args: tuple[Any, ...], result: Any) -> None:
        """Notes that a result looks into the memory of the arguments."""
        parts = result if isinstance(result, tuple | list) else (result,)
        self.shared.update(id(tensor) for tensor in (*args, *parts) if isinstance(tensor, Tensor))

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


class Plan:
    """What to watch in one network, worked out once: the layers of torch.nn and the modules around them.

    One thread at a time records; what other threads do with the network meanwhile is not recorded.
    """

    def __init__(self, module: nn.Module) -> None:
        self.module = module
        self.lock = threading.RLock()
        self.recorder: Recorder | None = None
        self.modules = tuple(module.modules())
        self.held = [(held, tuple(held.values())) for part in self.modules if (held := part._modules)]  # noqa: SLF001
        self.watched: list[tuple[dict[str, Any], Forward]] = []
        self.overwriting: list[tuple[dict[str, Any], Layer]] = []
        inside: tuple[str, ...] = ()  # what a layer is made of is its own affair
        for path, part in module.named_modules():
            if not path.startswith(inside):
                kind = layer_kind(part)
                inside += (f"{path}.",) if kind else ()
                self.watch(part, path, kind)

    def watch(self, part: nn.Module, path: str, kind: str | None) -> None:
        """Prepares the wrapper of one module. The lists of torch.nn call nothing themselves and need none."""
        if kind is not None:
            layer = Layer(path or kind.lower(), kind)
            self.watched.append((part.__dict__, self.recorded(layer, part)))
            if "inplace" in part.__dict__:
                self.overwriting.append((part.__dict__, layer))
        elif type(part) not in (nn.Sequential, nn.ModuleList, nn.ModuleDict):
            self.watched.append((part.__dict__, self.followed(path, part.forward)))

    def recorded(self, layer: Layer, part: nn.Module) -> Forward:
        """The `forward` of a layer of torch.nn, written to the log."""
        forward, run = part.forward, shortcut(part)

        def recorded(*args: Any, **kwargs: Any) -> Any:
            recorder = self.recorder
            if recorder is None or recorder.thread != threading.get_ident():
                return forward(*args, **kwargs)
            if recorder.replaced:
                args, kwargs = recorder.current(args), recorder.current(kwargs)
            with unseen():
                result = run(*args, **kwargs)
                if args and (layer.overwrites or result is args[0]):
                    result = recorder.settle(args[0], result)
            recorder.log.events.append((layer, args, kwargs, result))
            return result

        return recorded

    def followed(self, path: str, forward: Forward) -> Forward:
        """The `forward` of a module that holds others, known to run while it runs."""

        def followed(*args: Any, **kwargs: Any) -> Any:
            recorder = self.recorder
            if recorder is None or recorder.thread != threading.get_ident():
                return forward(*args, **kwargs)
            outside, recorder.path = recorder.path, path
            try:
                return forward(*args, **kwargs)
            finally:
                recorder.path = outside

        return followed

    def holds(self) -> bool:
        """Whether the network still has the modules it had when the plan was made."""
        return all(tuple(now.values()) == then for now, then in self.held)

    @contextmanager
    def watching(self, recorder: Recorder) -> Iterator[None]:
        """The network with its wrappers on, and none of its layers overwriting its input."""
        before = [(own, own["forward"]) for own, _ in self.watched if "forward" in own]
        for own, layer in self.overwriting:
            layer.overwrites, own["inplace"] = own["inplace"], False
        for own, wrapper in self.watched:
            own["forward"] = wrapper
        self.recorder = recorder
        try:
            yield
        finally:
            self.recorder = None
            for own, _ in self.watched:
                del own["forward"]
            for own, forward in before:
                own["forward"] = forward
            for own, layer in self.overwriting:
                own["inplace"] = layer.overwrites

    def record(self, batch: Tensor) -> tuple[Log, Any]:
        """The log of one forward pass, and what the network returned."""
        hold_freed_memory()
        recorder = Recorder(batch)
        with self.lock, running_statistics_kept(self.modules), self.watching(recorder), recorder:
            output = self.module(batch)
        return recorder.log, recorder.current(output)


def layer_kind(module: nn.Module) -> str | None:
    """The name of the torch.nn layer that a module is, None for a module that holds or does something else."""
    if isinstance(module, nn.Sequential | nn.ModuleList | nn.ModuleDict) or not _of_torch(type(module).forward):
        return None
    return next(base.__name__ for base in type(module).__mro__ if _of_torch(base))


def _of_torch(thing: Any) -> bool:
    return str(thing.__module__).startswith("torch.nn.modules.")


@contextmanager
def running_statistics_kept(modules: Iterable[nn.Module]) -> Iterator[None]:
    """Puts back what modules in training mode would remember of the batch, such as batch norm's running mean."""
    training = [module for module in modules if module.training]
    kept = [(buffer, buffer.clone()) for module in training for buffer in module.buffers(recurse=False)]
    try:
        yield
    finally:
        for buffer, values in kept:
            buffer.data.copy_(values)  # unseen by autograd, for a backward pass may follow
