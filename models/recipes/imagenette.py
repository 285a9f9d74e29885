"""How the weights of the bundled network `imagenette` were made, from nothing, and how good they are.

    python -m models.recipes.imagenette --data imagenette2-128.zip            # trains; resumes where it was stopped
    python -m models.recipes.imagenette --data imagenette2-128.zip --check    # evaluates the committed weights

What holds for every training is said in `models.recipes.run`. The network learns on parts of photographs enlarged or
reduced to 96x96 pixels, and is used on whole ones of 128x128: things then look about equally large in both, because a
part is enlarged more than a whole (Touvron et al. 2019), and an epoch takes half the time.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torchvision.transforms.v2 import functional as transform

from models.nets.bundled.imagenette import FOLDERS, LABELS, WEIGHTS, Imagenette, normalize
from models.recipes import run
from models.recipes.cifar10 import hide
from models.recipes.task import Task

SMALLEST_PART = 0.25  # of the picture's area
MOST_STRETCH = 4 / 3  # width over height of a part, or height over width
MOST_CHANGE = 0.3  # of brightness, contrast and colour, as a share
GREY = (0.299, 0.587, 0.114)  # how bright red, green and blue look (ITU-R BT.601)


@dataclass(frozen=True)
class Cycle(run.Cycle):
    """`side`: of the pictures shown, in pixels; `hidden`: of a square that hides part of every second one, or 0."""

    side: int
    hidden: int


RECIPE = run.Recipe(cycles=(Cycle(60, 0.1, 96, 0), Cycle(20, 0.05, 96, 32)), batch_size=64, held_out=500)


def vary(pictures: torch.Tensor, cycle: Cycle, generator: torch.Generator) -> torch.Tensor:
    """A part of each picture [B, 3, R, C] at the cycle's size, half of them left for right, in changed light."""
    boxes = parts(len(pictures), pictures.shape[2], pictures.shape[3], generator)
    mirrored = torch.rand(len(pictures), generator=generator) < 0.5  # noqa: PLR2004, half of them
    size = [cycle.side, cycle.side]
    shown = [
        transform.resized_crop(picture.flip(2) if flip else picture, *box, size, antialias=True)
        for picture, box, flip in zip(pictures, boxes, mirrored.tolist(), strict=True)
    ]
    lit = relight(torch.stack(shown).float(), generator)
    return hide(lit, cycle.hidden, generator) if cycle.hidden else lit


def parts(count: int, rows: int, columns: int, generator: torch.Generator) -> list[tuple[int, int, int, int]]:
    """Where to cut pictures of (rows, columns): `count` times (top, left, height, width), anywhere inside."""
    area, stretch, down, across = torch.rand((4, count), generator=generator)
    area = SMALLEST_PART + (1 - SMALLEST_PART) * area
    stretch = MOST_STRETCH ** (2 * stretch - 1)
    height = (rows * (area / stretch).sqrt()).round().clamp(1, rows)
    width = (columns * (area * stretch).sqrt()).round().clamp(1, columns)
    top, left = (down * (rows - height)).round(), (across * (columns - width)).round()
    return [tuple(box) for box in torch.stack((top, left, height, width), 1).int().tolist()]


def relight(pictures: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Each picture [B, 3, R, C] in 0…255 brighter or darker, harder or softer, more or less colourful."""
    light, contrast, colour = 1 + MOST_CHANGE * (2 * torch.rand((3, len(pictures), 1, 1, 1), generator=generator) - 1)
    grey = (pictures * torch.tensor(GREY).view(3, 1, 1)).sum(1, keepdim=True)
    coloured = grey + (pictures - grey) * colour
    mean = grey.mean((1, 2, 3), keepdim=True)
    return ((mean + (coloured - mean) * contrast) * light).clamp(0, 255)


TASK = Task(
    name="imagenette",
    data="Imagenette 2 (fast.ai, ten classes of ImageNet), 128x128 pixels",
    archive="imagenette2-128.zip",
    folders=tuple(FOLDERS),
    labels=LABELS,
    test=("val", "validation photographs"),
    weights=WEIGHTS,
    network=Imagenette,
    vary=vary,
    normalize=normalize,
)

if __name__ == "__main__":
    run.main(TASK, RECIPE, __doc__)
