"""Are the weights of a network there, or made anew in every pass? What makes them is worked out once and taken away.

`torch.nn.utils` has weights made from others whenever a layer runs: weight norm, spectral norm, orthogonal matrices,
pruning. The layer then has no weight of its own that could be read, copied or folded. In evaluation mode what is made
is the same in every pass, so that it can take the place of what it is made from.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import torch
from torch import Tensor, nn
from torch.nn.utils import parametrize, remove_spectral_norm, remove_weight_norm
from torch.nn.utils.prune import BasePruningMethod
from torch.nn.utils.prune import remove as remove_pruning
from torch.nn.utils.spectral_norm import SpectralNorm
from torch.nn.utils.weight_norm import WeightNorm

Remove = Callable[[nn.Module, str], Any]

# The hooks that torch.nn.utils leaves in a layer, the attribute with the weight's name, and what takes each away.
HOOKS: tuple[tuple[type, str, Remove], ...] = (
    (BasePruningMethod, "_tensor_name", remove_pruning),
    (WeightNorm, "name", remove_weight_norm),
    (SpectralNorm, "name", remove_spectral_norm),
)


def with_ordinary_weights(module: nn.Module) -> nn.Module:
    """The module itself, in evaluation mode: every weight that is made from others is now a weight like any other.

    It computes the very numbers it computed before.
    """
    module.eval()
    with torch.no_grad():
        for part in module.modules():
            while _unmade(part):
                pass
        for part in module.modules():
            _cut_loose(part)
    return module


def _unmade(part: nn.Module) -> bool:
    """Takes away one of the ways in which weights of `part` are made; False if there is none."""
    for kind, attribute, remove in HOOKS:
        for hook in part._forward_pre_hooks.values():  # noqa: SLF001 - where torch.nn.utils leaves them
            if isinstance(hook, kind):
                name = getattr(hook, attribute)
                _replace(part, name, _made_by(hook, part, name), remove)
                return True
    if parametrize.is_parametrized(part):
        name = next(iter(_parametrizations(part)))
        _replace(part, name, getattr(part, name), _remove_parametrizations)
        return True
    return False


def _made_by(hook: Any, part: nn.Module, name: str) -> Tensor:
    """What a hook makes when the layer runs."""
    hook(part, ())
    made: Tensor = getattr(part, name)
    return made


def _remove_parametrizations(part: nn.Module, name: str) -> None:
    parametrize.remove_parametrizations(part, name, leave_parametrized=True)


def _replace(part: nn.Module, name: str, made: Tensor, remove: Remove) -> None:
    """Makes `made` the layer's weight of that name. What it was made from may belong to other layers, and stays."""
    values = made.detach().clone()
    for holder in (part, *_sources(part, name)):
        for own, weights in list(holder._parameters.items()):  # noqa: SLF001 - torch writes into these while removing
            if weights is not None and (holder is not part or own.startswith(f"{name}_")):
                holder._parameters[own] = nn.Parameter(weights.detach().clone(), requires_grad=False)  # noqa: SLF001
    remove(part, name)
    delattr(part, name)
    part.register_parameter(name, nn.Parameter(values, requires_grad=False))


def _sources(part: nn.Module, name: str) -> list[nn.Module]:
    """What holds the numbers from which a parametrized weight is made."""
    if not parametrize.is_parametrized(part, name):
        return []
    return [_parametrizations(part)[name]]


def _parametrizations(part: nn.Module) -> nn.ModuleDict:
    return cast("nn.ModuleDict", part.parametrizations)  # so torch keeps them


def _cut_loose(part: nn.Module) -> None:
    """Plain tensors that remember how they were made, as hooks of somebody's own leave them, cannot be copied."""
    for name, value in list(part.__dict__.items()):
        if isinstance(value, Tensor) and value.requires_grad:
            part.__dict__[name] = value.detach()
