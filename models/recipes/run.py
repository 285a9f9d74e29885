"""What the trainings of all bundled networks share: cycles, checkpoints, the mean of their ends, the check afterwards.

The schedule is fixed in advance and the last weights are kept, so no picture is used for any choice; a few training
pictures are held out to watch the progress. The test pictures are opened by `--check` alone.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional
from tqdm import tqdm

from models.recipes.task import Task, as_input, predictions, read_pictures


@dataclass(frozen=True)
class Cycle:
    """The learning rate rises to its peak and falls to nothing, once."""

    epochs: int
    peak_rate: float


@dataclass(frozen=True)
class Recipe:
    """Everything that decides the outcome of a training, apart from the pictures."""

    cycles: Sequence[Cycle]
    batch_size: int
    held_out: int
    seed: int = 0
    momentum: float = 0.9
    weight_decay: float = 5e-4
    label_smoothing: float = 0.1

    @property
    def epochs(self) -> int:
        """Of all cycles together."""
        return sum(cycle.epochs for cycle in self.cycles)


class Training:
    """One run of a recipe; what `save` writes is all that must be kept to go on after an interruption."""

    def __init__(self, task: Task, recipe: Recipe, pictures: torch.Tensor, labels: torch.Tensor) -> None:
        torch.manual_seed(recipe.seed)
        self.task, self.recipe = task, recipe
        self.generator = torch.Generator().manual_seed(recipe.seed)
        order = torch.randperm(len(pictures), generator=self.generator)
        self.watched, self.used = order[: recipe.held_out], order[recipe.held_out :]
        self.pictures, self.labels = pictures, labels
        self.network = task.network().to(memory_format=torch.channels_last)
        self.epoch = 0
        self.ends: list[dict[str, torch.Tensor]] = []
        self.begin_cycle()

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
        self.schedule = self.new_schedule()

    @property
    def updates_per_epoch(self) -> int:
        """Whole batches alone are trained on."""
        return len(self.used) // self.recipe.batch_size

    def new_schedule(self) -> Any:
        """How the rate goes through this cycle, by PyTorch."""
        return torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer,
            max_lr=self.cycle.peak_rate,
            epochs=self.cycle.epochs,
            steps_per_epoch=self.updates_per_epoch,
            pct_start=0.15,
            cycle_momentum=False,
        )

    def save(self, path: Path) -> None:
        """Writes the checkpoint whole or not at all."""
        state = {name: getattr(self, name).state_dict() for name in ("network", "optimizer", "schedule")}
        unfinished = path.with_suffix(".part")
        torch.save(state | {"generator": self.generator.get_state()} | self.kept(), unfinished)
        unfinished.replace(path)

    def kept(self) -> dict[str, Any]:
        """What `take` needs of how far it has come."""
        return {"epoch": self.epoch, "ends": self.ends}

    def take(self, state: dict[str, Any]) -> None:
        """Goes to where `kept` was asked."""
        self.epoch, self.ends = state["epoch"], state["ends"]

    def restore(self, path: Path) -> None:
        """Goes on from a checkpoint of the same recipe."""
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.generator.set_state(state["generator"])
        self.take(state)
        self.begin_cycle()
        if self.epoch > self.cycle_start:
            self.optimizer.load_state_dict(state["optimizer"])
            self.schedule.load_state_dict(state["schedule"])

    def step(self, chosen: torch.Tensor) -> float:
        """One update from the pictures `chosen`; the loss before it."""
        loss, _ = self.backward(chosen)
        self.descend()
        return loss

    def backward(self, chosen: torch.Tensor) -> tuple[float, torch.Tensor]:
        """The loss on the pictures `chosen` and their logits; the gradients then lie at the weights."""
        varied = self.task.vary(self.pictures[chosen], self.cycle, self.generator)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = self.network(as_input(self.task, varied))
        loss = functional.cross_entropy(
            logits.float(), self.labels[chosen], label_smoothing=self.recipe.label_smoothing
        )
        self.optimizer.zero_grad()
        loss.backward()
        return loss.item(), logits.detach()

    def descend(self) -> None:
        """One step against the gradients that lie at the weights."""
        self.optimizer.step()
        self.schedule.step()

    def run_epoch(self) -> None:
        """Once through the training pictures, with a progress bar that ends on the held-out accuracy."""
        if self.epoch == self.cycle_start + self.cycle.epochs:
            self.begin_cycle()
        self.network.train()
        shuffled = self.used[torch.randperm(len(self.used), generator=self.generator)]
        batches = [batch for batch in shuffled.split(self.recipe.batch_size) if len(batch) == self.recipe.batch_size]
        self.epoch += 1
        with tqdm(batches, desc=f"epoch {self.epoch}/{self.recipe.epochs}", unit=" batches", mininterval=2) as bar:
            losses = [self.step(batch) for batch in bar]
        if self.epoch == self.cycle_start + self.cycle.epochs:
            self.ends.append({name: value.clone() for name, value in self.network.state_dict().items()})
        tqdm.write(f"epoch {self.epoch}: loss {np.mean(losses):.4f}, held-out accuracy {self.accuracy():.3f}")

    def accuracy(self) -> float:
        """On the pictures that are held out."""
        right = predictions(self.task, self.network, self.pictures[self.watched]) == self.labels[self.watched]
        return right.float().mean().item()

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
        unhidden = self.recipe.cycles[0]
        with torch.inference_mode():
            for batch in self.used.split(500):
                self.network(as_input(self.task, self.task.vary(self.pictures[batch], unhidden, self.generator)))

    def result(self) -> dict[str, torch.Tensor]:
        """What is written at the end: the state of the mean network."""
        self.average()
        print(f"mean of all cycles: held-out accuracy {self.accuracy():.3f}")
        return {name: value.contiguous() for name, value in self.network.state_dict().items()}

    def said(self) -> dict[str, str]:
        """What the written file says of itself beside how it was made."""
        return {}


def train(task: Task, archive: Path, recipe: Recipe, checkpoint: Path, kind: type[Training] = Training) -> None:
    """Trains to the end of the recipe and writes what comes of it beside the network."""
    training = kind(task, recipe, *read_pictures(task, archive, "train"))
    if checkpoint.exists():
        training.restore(checkpoint)
    checkpoint.parent.mkdir(parents=True, exist_ok=True)
    while training.epoch < recipe.epochs:
        training.run_epoch()
        training.save(checkpoint)
    provenance = {
        "data": task.data,
        "command": task.command,
        "recipe": json.dumps(asdict(recipe)),
        "torch": torch.__version__.split("+", maxsplit=1)[0],
        "threads": str(torch.get_num_threads()),
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
    }
    save_file(training.result(), task.weights, metadata=provenance | training.said())


def check(task: Task, archive: Path) -> None:
    """Prints top-1 on the test pictures and the confusion matrix of the committed weights, and notes it beside them."""
    network = task.network()
    network.load_state_dict(task.read(task.weights))
    split, called = task.test
    pictures, labels = read_pictures(task, archive, split)
    chosen = predictions(task, network, pictures)
    confusion = np.zeros((len(task.labels), len(task.labels)), dtype=int)
    np.add.at(confusion, (labels.numpy(), chosen.numpy()), 1)
    accuracy = np.trace(confusion) / confusion.sum()
    noted = json.dumps({"test_accuracy": round(accuracy, 4), "test_pictures": called})
    task.weights.with_suffix(".json").write_text(noted + "\n", encoding="utf-8")
    print(f"{task.data}: top-1 {100 * accuracy:.2f} % of {confusion.sum():,} {called}")
    print("rows: what it is; columns: what the network says")
    print(" " * 17 + "".join(f"{label[:6]:>7}" for label in task.labels))
    for label, row in zip(task.labels, confusion, strict=True):
        print(f"{label:<17}" + "".join(f"{count:>7}" for count in row))


def main(task: Task, recipe: Recipe, about: str | None, kind: type[Training] = Training) -> None:
    """Reads the command line of a training script, whose docstring is `about`."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help=f"the zip of {task.data}")
    parser.add_argument("--check", action="store_true", help=f"evaluate the committed weights on the {task.test[1]}")
    kept = Path(f".build/{task.name}.pt")
    parser.add_argument("--checkpoint", type=Path, default=kept, help="kept after every epoch")
    parser.add_argument("--seed", type=int, default=recipe.seed)
    parser.add_argument("--held-out", type=int, default=recipe.held_out)
    options = parser.parse_args()
    if options.check:
        check(task, options.data)
        return
    train(task, options.data, replace(recipe, seed=options.seed, held_out=options.held_out), options.checkpoint, kind)
