"""What has to be done to somebody's module before its layers can be looked into?"""

from __future__ import annotations

import torch
from torch import nn

from models.nets.own.ordinary import with_ordinary_weights

COMPILED = (
    "it is compiled by torch.jit{where}, so that nobody can look into its layers; "
    "hand over the module that it was made from"
)


class CannotBeShown(ValueError):  # noqa: N818 - reads as what happened
    """A network that the pages can't show. The text says why, and goes on after "… can't be shown: "."""


def opened(module: nn.Module) -> nn.Module:
    """The module without what is wrapped around it, on the CPU, in single precision, and all of its weights there.

    Raises `CannotBeShown` for one that cannot be opened.
    """
    check_open(module)
    return with_ordinary_weights(unwrapped(module).cpu().float())


def check_open(module: nn.Module) -> None:
    """Raises `CannotBeShown` for a module that runs as a program of its own, with no layers in it to look into."""
    for path, part in module.named_modules():
        if isinstance(part, torch.jit.ScriptModule):
            raise CannotBeShown(COMPILED.format(where=f" (at {path})" if path else ""))


def unwrapped(module: nn.Module) -> nn.Module:
    """The module inside what `torch.compile` and `nn.DataParallel` put around it, which compute nothing else."""
    inside = _inside(module)
    while inside is not module:
        module, inside = inside, _inside(inside)
    for path, part in list(module.named_modules()):
        if path and _inside(part) is not part:
            module.set_submodule(path, unwrapped(part))
    for part in module.modules():
        if part._compiled_call_impl is not None:  # noqa: SLF001 - what `module.compile()` sets
            part._compiled_call_impl = None  # noqa: SLF001 - as above
    return module


def _inside(module: nn.Module) -> nn.Module:
    if isinstance(module, nn.DataParallel):
        return module.module
    original = getattr(module, "_orig_mod", module)
    return original if isinstance(original, nn.Module) else module
