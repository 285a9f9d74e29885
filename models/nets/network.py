"""What belongs to a network besides its weights: the pictures it takes, the words it answers with, where it comes from.

Pictures are [rows, columns, colour] in 0…255; batches [B, channel, row, column]: red, green, blue, or the brightness.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import torch
from jaxtyping import Float32, UInt8
from PIL import Image
from torch import nn

from models.ops.meaning import Meaning


@dataclass(frozen=True, eq=False)
class Network:
    """A network for pictures in evaluation mode, with all that is needed to ask it and to trust the answer.

    `labels`: one word for each answer: for each output, but two, no and yes, where a single one decides.
    `input_size`: (rows, columns). `source`: where the weights come from, their licence and accuracy, in a sentence.
    `weights`: "trained", or "random" where no trained ones were found.
    `normalize`: from pictures [B, channels, rows, columns] in 0…1 to what the first layer wants. `channels`: 3, or 1
    for a network of the brightness alone. `lock`: hold it while the module runs if others share the network; `capture`
    and its like do. `meaning`: what its outputs are; None where that is still to be found out, by
    `models.nets.answers.meaning`.
    """

    name: str
    module: nn.Module
    labels: tuple[str, ...]
    input_size: tuple[int, int]
    source: str
    weights: Literal["trained", "random"]
    normalize: Callable[[torch.Tensor], torch.Tensor]
    channels: int = 3
    meaning: Meaning | None = None
    lock: AbstractContextManager[Any] = field(default_factory=threading.RLock, repr=False)

    @property
    def bytes(self) -> int:
        """What its weights and running statistics hold in memory."""
        return sum(values.nbytes for values in self.module.state_dict().values())

    def picture(self, image: Image.Image) -> UInt8[np.ndarray, "rows columns 3"]:
        """Exactly the pixels that the network sees: the middle of the image, resized with antialiasing.

        The middle has the network's own proportions, so that nothing is squeezed. An image that has the network's size
        already comes back unchanged, but for a network of one channel as its brightness, three times over.
        (torchvision's own evaluation first resizes to a larger size and then cuts off the margin; here the whole middle
        is seen.)
        """
        rows, columns = self.input_size
        resized = part_seen(image.convert("L" if self.channels == 1 else "RGB"), self.input_size)
        if resized.size != (columns, rows):
            resized = resized.resize((columns, rows), Image.Resampling.BILINEAR)
        pixels = np.array(resized.convert("RGB"))
        pixels.setflags(write=False)
        return pixels

    def batch(
        self, pictures: UInt8[np.ndarray, "pictures rows columns 3"]
    ) -> Float32[torch.Tensor, "pictures channels rows columns"]:
        """The network's input for what it sees of some pictures: brought to 0…1 and normalised."""
        pixels = torch.tensor(pictures[..., : self.channels]).permute(0, 3, 1, 2)
        return self.normalize(pixels.float() / 255).contiguous()

    def prepare(self, image: Image.Image) -> Float32[torch.Tensor, "1 channels rows columns"]:
        """The network's input for an image: its `picture`, brought to 0…1 and normalised."""
        return self.batch(self.picture(image)[None])


def part_seen(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """What a network of `size` (rows, columns) sees of an image: the largest part of its proportions, in the middle.

    In whole pixels; an odd one over is left at the right or at the bottom. (`models.images.middle` cuts out the same.)
    """
    rows, columns = size
    wide = max(1, min(image.width, round(image.height * columns / rows)))
    high = max(1, min(image.height, round(image.width * rows / columns)))
    left, top = (image.width - wide) // 2, (image.height - high) // 2
    return image.crop((left, top, left + wide, top + high))


def frozen(module: nn.Module) -> nn.Module:
    """The module itself, in evaluation mode, its weights asking for no gradients."""
    return module.eval().requires_grad_(False)  # noqa: FBT003 - torch's own spelling
