"""How the weights of the bundled network `cifar10` were made, from nothing, and how good they are.

    python -m models.recipes.cifar10 --data cifar10-jpeg.zip            # trains; resumes where it was stopped
    python -m models.recipes.cifar10 --data cifar10-jpeg.zip --check    # evaluates the committed weights

What holds for every training is said in `models.recipes.run`.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch.nn import functional

from models.nets.bundled.cifar10 import LABELS, WEIGHTS, Cifar10, normalize
from models.recipes import run
from models.recipes.task import Task

CROP_MARGIN = 4


@dataclass(frozen=True)
class Cycle(run.Cycle):
    """`hidden`: side in pixels of a square that hides part of every second picture; 0 for none.

    It keeps the network from relying on one place alone (DeVries & Taylor 2017).
    """

    hidden: int


RECIPE = run.Recipe(
    cycles=(Cycle(60, 0.15, 0), Cycle(30, 0.08, 12), Cycle(8, 0.05, 12)), batch_size=128, held_out=1_000
)


def vary(pictures: torch.Tensor, cycle: Cycle, generator: torch.Generator) -> torch.Tensor:
    """Each picture [B, 3, R, C] shifted by up to `CROP_MARGIN` pixels (edges mirrored), half of them left for right.

    Where the cycle hides something, a grey square of so many pixels a side lies on every second one.
    """
    count, channels, rows, columns = pictures.shape
    padded = functional.pad(pictures.float(), (CROP_MARGIN,) * 4, mode="reflect")
    top, left = torch.randint(0, 2 * CROP_MARGIN + 1, (2, count, 1), generator=generator)
    across = torch.arange(columns).expand(count, -1)
    mirrored = torch.rand((count, 1), generator=generator) < 0.5  # noqa: PLR2004, half of them
    across = torch.where(mirrored, across.flip(1), across) + left
    down = torch.arange(rows).expand(count, -1) + top
    which = torch.arange(count)[:, None, None, None]
    plane = torch.arange(channels)[None, :, None, None]
    varied = padded[which, plane, down[:, None, :, None], across[:, None, None, :]]
    return hide(varied, cycle.hidden, generator) if cycle.hidden else varied


def hide(pictures: torch.Tensor, side: int, generator: torch.Generator) -> torch.Tensor:
    """Lays a grey square over every second picture [B, 3, R, C], anywhere, also partly outside."""
    count, _, rows, columns = pictures.shape
    row, column = (torch.randint(0, size, (count, 1), generator=generator) for size in (rows, columns))
    down = (torch.arange(rows) - row).abs() * 2 < side
    across = (torch.arange(columns) - column).abs() * 2 < side
    square = down[:, :, None] & across[:, None, :] & (torch.arange(count) % 2 == 0)[:, None, None]
    return pictures.masked_fill(square[:, None], 127.5)


TASK = Task(
    name="cifar10",
    data="CIFAR-10 (Krizhevsky 2009), JPEG copies",
    archive="cifar10-jpeg.zip",
    folders=LABELS,
    labels=LABELS,
    test=("test", "test pictures"),
    weights=WEIGHTS,
    network=Cifar10,
    vary=vary,
    normalize=normalize,
)

if __name__ == "__main__":
    run.main(TASK, RECIPE, __doc__)
