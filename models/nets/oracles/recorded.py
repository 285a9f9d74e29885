"""What does PyTorch say of a network of the recorded training? Its answers, and pictures as it takes them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from jaxtyping import Float32, Shaped, UInt8
from PIL import Image

from models.nets.bundled.cifar10 import Cifar10, normalize
from models.nets.network import part_seen

SIDE = 32


def prepared(image: Image.Image) -> Float32[np.ndarray, "3 32 32"]:
    """The middle of a picture, 32 × 32, each colour less its training mean, over its training deviation."""
    small = part_seen(image.convert("RGB"), (SIDE, SIDE)).resize((SIDE, SIDE), Image.Resampling.BILINEAR)
    pixels = torch.from_numpy(np.array(small)).permute(2, 0, 1)
    return normalize(pixels[None] / 255)[0].numpy()


def answers(
    state: Mapping[str, Shaped[np.ndarray, "..."]], picture: UInt8[np.ndarray, "1 3 rows columns"]
) -> Float32[np.ndarray, " classes"]:
    """The logits of the network of that state for a picture of whole numbers from 0 to 255."""
    network = Cifar10().eval()
    network.load_state_dict({name: torch.tensor(values) for name, values in state.items()})
    with torch.no_grad():
        logits: torch.Tensor = network(normalize(torch.from_numpy(picture) / 255))
    return logits[0].numpy()
