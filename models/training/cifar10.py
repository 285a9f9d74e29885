"""How the weights of the bundled network `cifar10` were made, from nothing, and how good they are.

    python -m models.training.cifar10 --data cifar10-jpeg.zip            # trains; resumes where it was stopped
    python -m models.training.cifar10 --data cifar10-jpeg.zip --check    # evaluates the committed weights

The schedule is fixed in advance and the last weights are kept, so no picture is used for any choice; a few training
pictures are held out to watch the progress. The test pictures are opened by `--check` alone.
Pictures are [N, 3, 32, 32] uint8, labels [N] int64 in the order of `LABELS`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import json
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn import functional
from tqdm import tqdm

from models.nets.cifar10 import LABELS, WEIGHTS, Cifar10, normalize

DATA = "CIFAR-10 (Krizhevsky 2009), JPEG copies"
CROP_MARGIN = 4


@dataclass(frozen=True)
class Cycle:
    """The learning rate rises to its peak and falls to nothing, once.

    `hidden`: side in pixels of a square that hides part of every second picture, so that the network cannot rely on
    one place alone (DeVries & Taylor 2017); 0 for none.
    """

    epochs: int
    peak_rate: float
    hidden: int


@dataclass(frozen=True)
class Recipe:
    """Everything that decides the outcome of a training, apart from the pictures."""

    seed: int = 0
    cycles: tuple[Cycle, ...] = (Cycle(60, 0.15, 0), Cycle(30, 0.08, 12), Cycle(8, 0.05, 12))
    batch_size: int = 128
    momentum: float = 0.9
    weight_decay: float = 5e-4
    label_smoothing: float = 0.1
    held_out: int = 1_000


def read_pictures(archive: Path, split: str) -> tuple[torch.Tensor, torch.Tensor]:
    """All pictures and labels of `split` ("train" or "test") in the archive."""
    pictures, labels = [], []
    with zipfile.ZipFile(archive) as opened:
        members = sorted(name for name in opened.namelist() if name.startswith(f"{split}/") and name.endswith(".jpg"))
        for name in tqdm(members, desc=f"decoding {split}", unit=" pictures", mininterval=1):
            with Image.open(io.BytesIO(opened.read(name)), formats=["JPEG"]) as picture:
                pictures.append(np.asarray(picture.convert("RGB")))
            labels.append(LABELS.index(name.split("/")[1]))
    stacked = torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).contiguous()
    return stacked, torch.tensor(labels)


def vary(pictures: torch.Tensor, hidden: int, generator: torch.Generator) -> torch.Tensor:
    """Each picture [B, 3, R, C] shifted by up to `CROP_MARGIN` pixels (edges mirrored), half of them left for right.

    Where `hidden` is not 0, a grey square of so many pixels a side lies on every second one.
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
    return hide(varied, hidden, generator) if hidden else varied


def hide(pictures: torch.Tensor, side: int, generator: torch.Generator) -> torch.Tensor:
    """Lays a grey square over every second picture [B, 3, R, C], anywhere, also partly outside."""
    count, _, rows, columns = pictures.shape
    row, column = (torch.randint(0, size, (count, 1), generator=generator) for size in (rows, columns))
    down = (torch.arange(rows) - row).abs() * 2 < side
    across = (torch.arange(columns) - column).abs() * 2 < side
    square = down[:, :, None] & across[:, None, :] & (torch.arange(count) % 2 == 0)[:, None, None]
    return pictures.masked_fill(square[:, None], 127.5)


def as_input(pictures: torch.Tensor) -> torch.Tensor:
    """Pictures [B, 3, 32, 32] in 0…255 to the network's input, laid out for fast convolutions."""
    return normalize(pictures.float() / 255).to(memory_format=torch.channels_last)


@torch.inference_mode()
def predictions(network: nn.Module, pictures: torch.Tensor) -> torch.Tensor:
    """The class the network chooses for each picture, [N]."""
    network.eval()
    return torch.cat([network(as_input(batch)).argmax(1) for batch in pictures.split(500)])


class Training:
    """One run of a recipe; `state` holds all that must be kept to go on after an interruption."""

    def __init__(self, recipe: Recipe, pictures: torch.Tensor, labels: torch.Tensor) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe = recipe
        self.generator = torch.Generator().manual_seed(recipe.seed)
        order = torch.randperm(len(pictures), generator=self.generator)
        self.watched, self.used = order[: recipe.held_out], order[recipe.held_out :]
        self.pictures, self.labels = pictures, labels
        self.network = Cifar10().to(memory_format=torch.channels_last)
        self.epoch = 0
        self.ends: list[dict[str, torch.Tensor]] = []
        self.begin_cycle()

    @property
    def epochs(self) -> int:
        """Of all cycles together."""
        return sum(cycle.epochs for cycle in self.recipe.cycles)

    def begin_cycle(self) -> None:
        """Finds the cycle of the next epoch and starts it with a fresh optimizer."""
        start = 0
        for cycle in self.recipe.cycles:
            self.cycle, self.cycle_start = cycle, start
            start += cycle.epochs
            if self.epoch < start:
                break
        self.optimizer = torch.optim.SGD(
            self.network.parameters(),
            lr=self.cycle.peak_rate,
            momentum=self.recipe.momentum,
            weight_decay=self.recipe.weight_decay,
            nesterov=True,
        )
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer,
            max_lr=self.cycle.peak_rate,
            epochs=self.cycle.epochs,
            steps_per_epoch=len(self.used) // self.recipe.batch_size,
            pct_start=0.15,
            cycle_momentum=False,
        )

    def save(self, path: Path) -> None:
        """Writes the checkpoint whole or not at all."""
        state = {name: getattr(self, name).state_dict() for name in ("network", "optimizer", "schedule")}
        unfinished = path.with_suffix(".part")
        own = {"epoch": self.epoch, "generator": self.generator.get_state(), "ends": self.ends}
        torch.save(state | own, unfinished)
        unfinished.replace(path)

    def restore(self, path: Path) -> None:
        """Goes on from a checkpoint of the same recipe."""
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.generator.set_state(state["generator"])
        self.epoch, self.ends = state["epoch"], state["ends"]
        self.begin_cycle()
        if self.epoch > self.cycle_start:
            self.optimizer.load_state_dict(state["optimizer"])
            self.schedule.load_state_dict(state["schedule"])

    def step(self, chosen: torch.Tensor) -> float:
        """One update from the pictures `chosen`; the loss before it."""
        varied = vary(self.pictures[chosen], self.cycle.hidden, self.generator)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = self.network(as_input(varied))
        loss = functional.cross_entropy(
            logits.float(), self.labels[chosen], label_smoothing=self.recipe.label_smoothing
        )
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        self.schedule.step()
        return loss.item()

    def run_epoch(self) -> None:
        """Once through the training pictures, with a progress bar that ends on the held-out accuracy."""
        if self.epoch == self.cycle_start + self.cycle.epochs:
            self.begin_cycle()
        self.network.train()
        shuffled = self.used[torch.randperm(len(self.used), generator=self.generator)]
        batches = [batch for batch in shuffled.split(self.recipe.batch_size) if len(batch) == self.recipe.batch_size]
        self.epoch += 1
        with tqdm(batches, desc=f"epoch {self.epoch}/{self.epochs}", unit=" batches", mininterval=2) as bar:
            losses = [self.step(batch) for batch in bar]
        if self.epoch == self.cycle_start + self.cycle.epochs:
            self.ends.append({name: value.clone() for name, value in self.network.state_dict().items()})
        right = predictions(self.network, self.pictures[self.watched]) == self.labels[self.watched]
        tqdm.write(f"epoch {self.epoch}: loss {np.mean(losses):.4f}, held-out accuracy {right.float().mean():.3f}")

    def average(self) -> None:
        """Takes the mean of the weights at the end of every cycle (Izmailov et al. 2018), and its own batch statistics.

        The mean lies in a flatter place than any of them and errs less often on new pictures.
        """
        means = {
            name: torch.stack([end[name].float() for end in self.ends]).mean(0).to(value.dtype)
            for name, value in self.network.state_dict().items()
        }
        self.network.load_state_dict(means)
        norms = [module for module in self.network.modules() if isinstance(module, nn.BatchNorm2d)]
        for norm in norms:
            norm.reset_running_stats()
            norm.momentum = None  # a plain mean over all batches
        self.network.train()
        with torch.inference_mode():
            for batch in self.used.split(500):
                self.network(as_input(vary(self.pictures[batch], 0, self.generator)))


def train(archive: Path, recipe: Recipe, checkpoint: Path) -> None:
    """Trains to the end of the recipe and writes the weights beside the network."""
    training = Training(recipe, *read_pictures(archive, "train"))
    if checkpoint.exists():
        training.restore(checkpoint)
    checkpoint.parent.mkdir(parents=True, exist_ok=True)
    while training.epoch < training.epochs:
        training.run_epoch()
        training.save(checkpoint)
    training.average()
    right = predictions(training.network, training.pictures[training.watched]) == training.labels[training.watched]
    print(f"mean of all cycles: held-out accuracy {right.float().mean():.3f}")
    provenance = {
        "data": DATA,
        "command": "python -m models.training.cifar10 --data cifar10-jpeg.zip",
        "recipe": json.dumps(asdict(recipe)),
        "torch": torch.__version__.split("+", maxsplit=1)[0],
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
    }
    state = {name: value.contiguous() for name, value in training.network.state_dict().items()}
    save_file(state, WEIGHTS, metadata=provenance)


def check(archive: Path) -> None:
    """Prints top-1 on the test pictures and the confusion matrix of the committed weights, and notes it beside them."""
    network = Cifar10()
    network.load_state_dict(load_file(WEIGHTS))
    pictures, labels = read_pictures(archive, "test")
    chosen = predictions(network, pictures)
    confusion = np.zeros((len(LABELS), len(LABELS)), dtype=int)
    np.add.at(confusion, (labels.numpy(), chosen.numpy()), 1)
    accuracy = np.trace(confusion) / confusion.sum()
    WEIGHTS.with_suffix(".json").write_text(json.dumps({"test_accuracy": round(accuracy, 4)}) + "\n", encoding="utf-8")
    print(f"{DATA}: top-1 {100 * accuracy:.2f} % of {confusion.sum():,} test pictures")
    print("rows: what it is; columns: what the network says")
    print(" " * 11 + "".join(f"{label[:6]:>7}" for label in LABELS))
    for label, row in zip(LABELS, confusion, strict=True):
        print(f"{label:<11}" + "".join(f"{count:>7}" for count in row))


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the zip of CIFAR-10 as JPEG files")
    parser.add_argument("--check", action="store_true", help="evaluate the committed weights on the test pictures")
    parser.add_argument("--checkpoint", type=Path, default=Path(".build/cifar10.pt"), help="kept after every epoch")
    parser.add_argument("--seed", type=int, default=Recipe.seed)
    parser.add_argument("--held-out", type=int, default=Recipe.held_out)
    options = parser.parse_args()
    if options.check:
        check(options.data)
        return
    recipe = Recipe(seed=options.seed, held_out=options.held_out)
    train(options.data, recipe, options.checkpoint)


if __name__ == "__main__":
    main()
