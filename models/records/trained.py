"""The architecture of a network that a visitor put together and trained, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Pool = Literal["none", "max", "average"]
POOL: Final = 2


@dataclass(frozen=True)
class Block:
    """A convolution, padded by half its size; batch norm behind it if `norm`; an activation; pooling by 2 × 2."""

    kernels: int
    size: int
    stride: int
    pool: Pool
    norm: bool

    def behind(self, side: int) -> int:
        """The side of the maps behind it, of pictures or maps of that side; 0 where nothing is left."""
        convolved = (side - 1) // self.stride + 1
        return convolved if self.pool == "none" else convolved // POOL


@dataclass(frozen=True)
class Trained:
    """Pictures of `side` × `side` pixels through `convolutions` and `hidden` layers to one logit a class."""

    side: int
    channels: int
    convolutions: tuple[Block, ...]
    hidden: tuple[int, ...]
    activation: Literal["relu", "sigmoid"]
    classes: tuple[str, ...]
