"""The architecture of a network that a visitor put together and trained, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Pool = Literal["none", "max", "average"]


@dataclass(frozen=True)
class Block:
    """A convolution, padded by half its size; batch norm behind it if `norm`; an activation; pooling by 2 × 2."""

    kernels: int
    size: int
    stride: int
    pool: Pool
    norm: bool


@dataclass(frozen=True)
class Trained:
    """Pictures of `side` × `side` pixels through `convolutions` and `hidden` layers to one logit a class."""

    side: int
    channels: int
    convolutions: tuple[Block, ...]
    hidden: tuple[int, ...]
    activation: Literal["relu", "sigmoid"]
    classes: tuple[str, ...]
