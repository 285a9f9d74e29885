"""What pages hand to each other: the picture and the network that are chosen, and a batch with one of its tensors.

Plain values, which anything may import: this module draws nothing, and imports nothing that does.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from jaxtyping import Float32
from PIL import Image

from models.images import digest
from models.images.variations import vary
from models.ops.batch_layers import BatchNorm


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
    network: str


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
        return f"{self.picture.digest}/{self.variation}/{self.proportions[0] / self.proportions[1]:.6g}"


@dataclass(frozen=True, eq=False)
class Now:
    """The batch that is looked at: its pictures (1–64), and one tensor of the network for all of them [B, C, H, W].

    `tensor`: "input" (the pixels as the network takes them), a convolution's name for its output, or "bn:NAME" for what
    that batch norm reads. `layer`: the batch norm that reads the tensor; None where none does.
    """

    members: tuple[Member, ...]
    network: str
    tensor: str
    values: Float32[np.ndarray, "batch channels rows columns"]
    layer: BatchNorm | None
