"""How many channels does a module take, and what is the shape of its answer? Tried with empty pictures.

What layers declare says nothing of where they stand: a head may be declared before the stem, and slices of the picture
may be laid over each other before the first convolution. So a pass is tried with a few numbers of channels, at most as
many as `worth_trying` names.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator

import torch
from torch import nn
from torch.nn.parameter import is_lazy

from models.nets.structure.outline import COLOURS, input_channels, worth_trying

LONGEST = 200  # signs of what torch says


def tried(module: nn.Module, input_size: tuple[int, int]) -> tuple[int, object]:
    """The number of channels that the module takes, the first that works, and its answer to one empty picture.

    The module must be in evaluation mode; its lazy layers get their weights by the pass that works, and nothing else
    of it changes. Raises ValueError with the reason if none works.
    """
    reasons: dict[int, Exception] = {}
    for channels in worth_trying(module):
        try:
            return channels, _of_one(_answer(module, torch.zeros(1, channels, *input_size)))
        except Exception as error:  # noqa: BLE001 - whatever a stranger's module raises is its reason
            reasons[channels] = error
    reason = reasons[COLOURS if has_lazy_layers(module) else input_channels(module, input_size)]
    said = (str(reason).strip().splitlines() or [type(reason).__name__])[0][:LONGEST].rstrip(".")
    raise ValueError(f"a picture of {input_size[0]} × {input_size[1]} pixels makes it fail: {said}") from reason


def _of_one(answer: object) -> object:
    """The answer; ValueError if it is one to several pictures, as from a network that takes each channel for one."""
    if isinstance(answer, torch.Tensor) and answer.dim() > 1 and len(answer) != 1:
        raise ValueError(f"it answers {list(answer.shape)} for one picture, but must answer [1, classes]")
    return answer


def has_lazy_layers(module: nn.Module) -> bool:
    """Whether there are layers whose weights wait for a first pass."""
    return any(True for _ in _waiting(module))


def _waiting(module: nn.Module) -> Iterator[torch.Tensor]:
    return (values for values in (*module.parameters(), *module.buffers()) if is_lazy(values))


def _waiting_too(values: torch.Tensor) -> torch.Tensor:
    """Another such; torch can't copy all of them."""
    made: torch.Tensor = type(values)(requires_grad=values.requires_grad, device=values.device, dtype=values.dtype)
    return made


def _answer(module: nn.Module, picture: torch.Tensor) -> object:
    if not has_lazy_layers(module):
        with torch.inference_mode():
            return module(picture)
    # Not inference mode: weights made in it could never be asked for a gradient. And a copy goes first, since a pass
    # that fails half-way would leave layers with weights that don't fit.
    with torch.no_grad(), torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        copy.deepcopy(module, {id(values): _waiting_too(values) for values in _waiting(module)})(picture)
        return module(picture)
