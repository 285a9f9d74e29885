"""What did the network run in one forward pass, and on what?

While a network is recorded, two things watch it. Every module's `forward` is wrapped: a layer of torch.nn is one
event; other modules only tell where we are. And a `TorchFunctionMode` sees the functions called outside such layers:
additions, concatenations, functional pooling. Neither needs a tracing pass, so networks that decide their way while
they run are recorded as they ran. The alternatives: torch.fx must trace first and cannot follow such decisions; a
dispatch mode sees kernels instead of layers; a function mode alone costs three times as much for each layer as a
wrapped `forward`. All is taken away again afterwards, also after an exception. `recorder` writes the log,
`linking` works out what it means.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn

from models.nets.capture.outputs import first_tensor
from models.nets.capture.recorder import Forward, Layer, Log, Recorder, first_by_position
from models.nets.capture.shortcuts import shortcut
from models.nets.memory import hold_freed_memory

# The one way to have torch's functions called inside a layer run unseen, and so at full speed.
unseen = torch._C.DisableTorchFunction  # noqa: SLF001


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
            if recorder.log.replaced:
                args, kwargs = recorder.log.current(args), recorder.log.current(kwargs)
            if not args:
                args, kwargs = first_by_position(args, kwargs)
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
        """The log of one forward pass, and what the network returned; `Log.current` tells what is in its tensors."""
        hold_freed_memory()
        recorder = Recorder(batch, self.module)
        with self.lock, running_statistics_kept(self.modules), self.watching(recorder):
            try:
                with recorder:
                    output = self.module(batch)
                if recorder.kept.tensors():  # the answer may be among them
                    output = first_tensor(output).clone()
            finally:
                recorder.put_back()
        return recorder.log, output


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
