"""What belongs to a network besides its weights: the pictures it takes, the words it answers with, where it comes from.

Pictures are [rows, columns, colour] in 0…255; batches [B, colour, row, column], red, green, blue.
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


@dataclass(frozen=True, eq=False)
class Network:
    """A classifier of pictures in evaluation mode, with all that is needed to ask it and to trust the answer.

    `labels`: one word for each output. `input_size`: (rows, columns). `source`: where the weights come from, their
    licence and accuracy, in a sentence. `weights`: "trained", or "random" where no trained ones were found.
    `normalize`: from pictures [B, 3, rows, columns] in 0…1 to what the first layer wants. `lock`: hold it while the
    module runs if others share the network; `capture` and its like do.
    """

    name: str
    module: nn.Module
    labels: tuple[str, ...]
    input_size: tuple[int, int]
    source: str
    weights: Literal["trained", "random"]
    normalize: Callable[[torch.Tensor], torch.Tensor]
    lock: AbstractContextManager[Any] = field(default_factory=threading.RLock, repr=False)

    @property
    def bytes(self) -> int:
        """What its weights and running statistics hold in memory."""
        return sum(values.nbytes for values in self.module.state_dict().values())

    def picture(self, image: Image.Image) -> UInt8[np.ndarray, "rows columns 3"]:
        """Exactly the pixels that the network sees: the centred square of the image, resized with antialiasing.

        An image that has the network's size already comes back unchanged. (torchvision's own evaluation first resizes
        to a larger size and then cuts off the margin; here the whole square is seen.)
        """
        resized = centred_square(image.convert("RGB"))
        rows, columns = self.input_size
        if resized.size != (columns, rows):
            resized = resized.resize((columns, rows), Image.Resampling.BILINEAR)
        pixels = np.array(resized)
        pixels.setflags(write=False)
        return pixels

    def prepare(self, image: Image.Image) -> Float32[torch.Tensor, "1 3 rows columns"]:
        """The network's input for an image: its `picture`, brought to 0…1 and normalised."""
        pixels = torch.tensor(self.picture(image)).permute(2, 0, 1).unsqueeze(0)
        return self.normalize(pixels.float() / 255).contiguous()


def centred_square(image: Image.Image) -> Image.Image:
    """The largest square in the middle of the image; an odd pixel over is left at the right or at the bottom."""
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    return image.crop((left, top, left + side, top + side))


def frozen(module: nn.Module) -> nn.Module:
    """The module itself, in evaluation mode, its weights asking for no gradients."""
    return module.eval().requires_grad_(False)  # noqa: FBT003 - torch's own spelling
