"""What pages hand to each other: the picture and the network that are chosen, and a batch with one of its tensors.

Plain values, which anything may import: this module draws nothing, and imports nothing that does.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NewType

import numpy as np
from jaxtyping import Float32
from PIL import Image

from models.images import digest
from models.images.variations import vary
from models.records.batch_norm import BatchNorm

NetworkName = NewType("NetworkName", str)
"""One of the networks there are, for this visitor. What is kept of a network is found by arguments of this type."""


@dataclass(frozen=True)
class Picture:
    """A picture for any network. `key` stands in the address.

    `most`: pixels that it was reduced to after it was decoded, where many are kept; None where it is whole.
    """

    key: str
    image: Image.Image
    title: str | None = None  # the file's name: untrusted text
    original_size: tuple[int, int] | None = None
    notes: tuple[str, ...] = ()
    file: str = ""  # the name as it came, for the browser that sent it
    most: int | None = None

    @cached_property
    def digest(self) -> str:
        """Keys the caches. It is worked out from the pixels that are here, whichever picture they were made of."""
        return digest(self.image)


@dataclass(frozen=True)
class Choice:
    """What a page works on."""

    picture: Picture
    network: NetworkName


@dataclass(frozen=True)
class Member:
    """`key` stands in the address: "cat", "cat/flip", "upload 1/crop 2". `label` names it in the visitor's language.

    `proportions`: of what the network sees, rows to columns, on which a variation acts.
    """

    key: str
    picture: Picture
    variation: str
    label: str
    proportions: tuple[int, int] = (1, 1)

    @property
    def image(self) -> Image.Image:
        """The picture with the variation applied."""
        return vary(self.picture.image, self.variation, self.proportions)

    @property
    def digest(self) -> str:
        """Stands for the pixels: equal pictures in equal variations, seen in equal proportions, equal digests."""
        return f"{self.picture.digest}/{self.variation}/{Fraction(*self.proportions)}"


@dataclass(frozen=True, eq=False)
class Now:
    """The batch that is looked at: its pictures (1–64), and one tensor of the network for all of them [B, C, H, W].

    `tensor`: "input" (the pixels as the network takes them), a convolution's name for its output, or "bn:NAME" for what
    that batch norm reads. `layer`: the batch norm that reads the tensor; None where none does.
    """

    members: tuple[Member, ...]
    network: NetworkName
    tensor: str
    values: Float32[np.ndarray, "batch channels rows columns"]
    layer: BatchNorm | None

    @property
    def digest(self) -> str:
        """Stands for the values, which are as large as many pictures: what they were worked out from."""
        return " ".join((self.network, self.tensor, *(member.digest for member in self.members)))
