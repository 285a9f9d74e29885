"""A network that returns several things: which of them is its answer?"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

import torch
from torch import nn

Path = tuple[str, ...]

USUAL = ("out", "logits", "output", "main", "prediction", "pred")  # what the answer is often called, likely ones first


def tensors(output: Any, path: Path = ()) -> Iterator[tuple[Path, torch.Tensor]]:
    """Every tensor in what a network returned, and the way to it: names, and numbers from 0 on."""
    if isinstance(output, torch.Tensor):
        yield path, output
    for name, part in _parts(output):
        yield from tensors(part, (*path, name))


def _parts(output: Any) -> list[tuple[str, Any]]:
    if isinstance(output, Mapping):
        return [(str(name), part) for name, part in output.items()]
    if isinstance(output, tuple) and hasattr(output, "_fields"):  # a named tuple
        return list(zip(output._fields, output, strict=True))
    if isinstance(output, list | tuple):
        return [(str(number), part) for number, part in enumerate(output)]
    if dataclasses.is_dataclass(output):
        return [(field.name, getattr(output, field.name)) for field in dataclasses.fields(output)]
    return []


def answer_of(output: Any) -> tuple[Path, torch.Tensor]:
    """The tensor that counts as the answer, and the way to it: one of a usual name, else the first.

    Raises ValueError when there is none.
    """
    found = list(tensors(output))
    if not found:
        raise ValueError(f"network returned {type(output).__name__}, but must return a tensor, or several")
    named = [(USUAL.index(path[-1]), path, tensor) for path, tensor in found if path and path[-1] in USUAL]
    return min(named, key=lambda one: one[0])[1:] if named else found[0]


def first_tensor(output: Any) -> torch.Tensor:
    """The tensor that a network returned, or the one of several that counts as its answer. As `answer_of`."""
    return output if isinstance(output, torch.Tensor) else answer_of(output)[1]


class Answering(nn.Module):
    """A network that returns several things, and the one of them that counts."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, batch: torch.Tensor) -> torch.Tensor:
        """The answer alone."""
        return first_tensor(self.network(batch))


def told(output: Any) -> str:
    """Which of several things counts, in a sentence."""
    chosen, _ = answer_of(output)
    others = [".".join(path) for path, _ in tensors(output) if path != chosen]
    if not others:
        return f"It answers with `{'.'.join(chosen)}`, inside a {type(output).__name__}."
    rest = ", ".join(f"`{name}`" for name in others[:4]) + (" …" if len(others) > 4 else "")  # noqa: PLR2004 - a line
    return f"It answers with {len(others) + 1} things: `{'.'.join(chosen)}` is shown here, not {rest}."
