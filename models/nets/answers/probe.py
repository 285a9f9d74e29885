"""What does a network answer to many pictures that were changed by hand? And the changes themselves, by PyTorch.

Pictures are [picture, rows, columns, colour] in 0…255 and of the network's own size; outputs [picture, output].
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from jaxtyping import Float32, Float64, UInt8
from torch.nn import functional

from models.nets.answers.meaning import meaning_of
from models.nets.capture.outputs import first_tensor
from models.nets.capture.trace import locked
from models.nets.network import Network

Pixels = UInt8[np.ndarray, "rows columns 3"]
Image = Float64[torch.Tensor, "1 3 rows columns"]

GREY = (0.299, 0.587, 0.114)
LEVELS = {"grey": 128.0, "black": 0.0}
ROUNDING = 1e-9  # of float64: what lies so close below a half is one


def outputs(
    network: Network, pictures: UInt8[np.ndarray, "pictures rows columns 3"]
) -> Float32[np.ndarray, "pictures outputs"]:
    """The network's answers to pictures, all in one pass.

    Raises ValueError where it doesn't answer with as many numbers as it is known to.
    """
    with torch.inference_mode(), locked(network):
        found = first_tensor(network.module(network.batch(pictures)))
    wanted = [len(pictures), meaning_of(network).outputs]
    if list(found.shape) != wanted:
        raise ValueError(f"network answers with the shape {list(found.shape)}, but must with {wanted}")
    return found.float().numpy(force=True)


def probabilities_by_torch(network: Network, pixels: Pixels) -> Float64[np.ndarray, " classes"]:
    """The answer to one picture, alone in its pass, by PyTorch's own softmax or sigmoid where one is still to come."""
    found, meaning = torch.tensor(outputs(network, pixels[None]))[0].double(), meaning_of(network)
    if meaning.scale == "logit":
        found = torch.softmax(found, dim=0) if meaning.kind == "logits" else torch.sigmoid(found)
    elif meaning.scale == "log":
        found = torch.exp(found)
    return (torch.cat([1 - found, found]) if meaning.binary else found).numpy()


def edited_by_torch(pixels: Pixels, edit: Mapping[str, Any], cover_deviation: float) -> Pixels:
    """A picture changed as `models.images.edits.Edit` says, whose fields these are, by PyTorch's own operations.

    `cover_deviation`: of the Gaussian under a cover of blur. Values are rounded after every step, halves up.
    """
    image = torch.tensor(np.ascontiguousarray(pixels)).double().permute(2, 0, 1)[None]
    axes = [axis for axis, name in ((2, "upended"), (3, "mirrored")) if edit[name]]
    image = _moved(image.flip(axes), edit["right"], edit["down"], edit["edge"])
    image = _rounded(_blurred(image, edit["blur"] / 2))
    share = edit["grey"] / 100
    image = _rounded((1 - share) * image + share * _grey(image))
    image = _rounded(image * edit["brightness"] / 100)
    share, mean = edit["contrast"] / 100, _rounded(_grey(image).mean())
    image = _rounded(share * image + (1 - share) * mean)
    if edit["cover"] is not None:
        image = _covered(image, edit["cover"], edit["fill"], cover_deviation)
    return image[0].permute(1, 2, 0).to(torch.uint8).numpy()


def _rounded(values: torch.Tensor) -> torch.Tensor:
    return torch.floor(values + 0.5 + ROUNDING).clamp(0, 255)


def _grey(image: Image) -> Float64[torch.Tensor, "1 1 rows columns"]:
    return functional.conv2d(image, torch.tensor(GREY, dtype=torch.float64).view(1, 3, 1, 1))


def _moved(image: Image, right: int, down: int, edge: str) -> Image:
    rows, columns = image.shape[2:]
    room = (max(right, 0), max(-right, 0), max(down, 0), max(-down, 0))
    if edge == "mirror":
        wide = functional.pad(image, room, mode="reflect")
    else:
        wide = functional.pad(image, room, value=LEVELS[edge])
    top, left = room[3], room[1]
    return wide[:, :, top : top + rows, left : left + columns]


def _blurred(image: Image, deviation: float) -> Image:
    if deviation == 0:
        return image
    reach = int(np.ceil(3 * deviation))
    bell = torch.exp(-(torch.arange(-reach, reach + 1, dtype=torch.float64) ** 2) / (2 * deviation**2))
    kernel = (bell / bell.sum()).expand(3, 1, 1, -1)
    wide = functional.pad(image, (reach,) * 4, mode="reflect")
    return functional.conv2d(functional.conv2d(wide, kernel, groups=3), kernel.mT, groups=3)


def _covered(image: Image, cover: Mapping[str, int], fill: str, deviation: float) -> Image:
    if fill == "blur":
        under = _rounded(_blurred(image, deviation))
    elif fill == "mean":
        under = _rounded(image.mean(dim=(2, 3), keepdim=True)).expand_as(image)
    else:
        under = torch.full_like(image, LEVELS[fill])
    hidden = torch.zeros(image.shape[2:], dtype=torch.bool)
    hidden[cover["top"] : cover["top"] + cover["rows"], cover["left"] : cover["left"] + cover["columns"]] = True
    return torch.where(hidden, under, image)
