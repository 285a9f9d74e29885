"""How the recorded training `noise_to_edges` was made: the bundled network `cifar10`, from random weights, watched.

    python -m models.recipes.noise_to_edges --data cifar10-jpeg.zip            # trains; resumes where it was stopped
    python -m models.recipes.noise_to_edges --data cifar10-jpeg.zip --check    # evaluates the last recorded network

The record begins before the first update. After about sixty of them, ever further apart, it holds the first kernels
and the running statistics of all batch norms; after a few, the whole network, in 8 bits with a scale for each kernel.
The rate falls in a straight line to nothing, and the loss is plain cross-entropy, so that the curves are easily read.
What holds for every training is said in `models.recipes.run`; what lies where in the file, in
`models.nets.bundled.recorded`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from tqdm import tqdm

from models.nets.bundled import recorded
from models.ops.eight_bits import packed, unpacked
from models.recipes import cifar10, run
from models.recipes.task import Task, answers

PLACES: Final = 69
WHOLE: Final = (0, 10, 50, 200, 1_000)  # and after the last update
GLIMPSED: Final = 500  # held-out pictures that are answered where the network isn't kept whole
FIRST: Final = "stage1.conv1"
KEPT_BY_NORMS: Final = ("running_mean", "running_var")

RECIPE = run.Recipe(cycles=(cifar10.Cycle(12, 0.1, 0),), batch_size=128, held_out=2_000, label_smoothing=0.0)


def moments(updates: int, whole: Sequence[int] = WHOLE) -> list[int]:
    """After how many of so many updates the record looks: 0, then in about equal ratios, up to the last.

    Small ones, between which there is no whole number, come once. The one nearest to each that is kept `whole` gives
    way to it, unless it is the last.
    """
    found = {0, *(round(updates ** (place / (PLACES - 1))) for place in range(PLACES))}
    for update in whole:
        if update < updates:
            found = found - {min(found, key=lambda each: abs(each - update))} | {update}
    return sorted(found | {updates})


class Recording(run.Training):
    """A training that notes what becomes of the network."""

    def __init__(self, task: Task, recipe: run.Recipe, pictures: torch.Tensor, labels: torch.Tensor) -> None:
        super().__init__(task, recipe, pictures, labels)
        modules = dict(self.network.named_modules())
        self.weighted = [name for name, each in modules.items() if isinstance(each, nn.Conv2d | nn.Linear)]
        self.normed = [name for name, each in modules.items() if isinstance(each, nn.BatchNorm2d)]
        self.total = recipe.epochs * self.updates_per_epoch
        self.moments = moments(self.total)
        self.update = 0
        self.snapshots: dict[int, dict[str, torch.Tensor]] = {}
        self.notes = self.blank()
        self.look()

    def blank(self) -> dict[str, torch.Tensor]:
        """Room for all notes: those of every update, and those of every moment."""
        updates, places, layers = self.total, len(self.moments), len(self.weighted)
        state = self.network.state_dict()
        statistics = {
            f"{kind}/{name}": torch.zeros(places, len(state[f"{name}.{kind}"]))
            for name in self.normed
            for kind in KEPT_BY_NORMS
        }
        return statistics | {
            "loss": torch.zeros(updates),
            "accuracy": torch.zeros(updates),
            "rate": torch.zeros(updates),
            "gradients": torch.zeros(updates, layers),
            "updates": torch.tensor(self.moments, dtype=torch.int32),
            "kernels": torch.zeros(places, *state[f"{FIRST}.weight"].shape),
            "weights": torch.zeros(places, layers),
            "held_out_loss": torch.zeros(places),
            "held_out_accuracy": torch.zeros(places),
            "held_out_pictures": torch.zeros(places, dtype=torch.int32),
        }

    def new_schedule(self) -> Any:
        """From the peak in a straight line to nothing, which would be the rate after the last update."""
        updates = self.cycle.epochs * self.updates_per_epoch
        return torch.optim.lr_scheduler.LambdaLR(self.optimizer, lambda done: 1 - done / updates)

    def kept(self) -> dict[str, Any]:
        """With all notes."""
        own = {"update": self.update, "notes": self.notes, "snapshots": self.snapshots}
        return super().kept() | own

    def take(self, state: dict[str, Any]) -> None:
        """With all notes."""
        super().take(state)
        self.update, self.notes, self.snapshots = state["update"], state["notes"], state["snapshots"]

    def step(self, chosen: torch.Tensor) -> float:
        """One update, and what is to be noted of it and after it."""
        loss, logits = self.backward(chosen)
        right = (logits.argmax(1) == self.labels[chosen]).float().mean()
        noted = {"loss": loss, "accuracy": right, "rate": self.optimizer.param_groups[0]["lr"]}
        for name, value in (noted | {"gradients": self.norms("grad")}).items():
            self.notes[name][self.update] = value
        self.descend()
        self.update += 1
        if self.update in self.moments:
            self.look()
        return loss

    @torch.no_grad()
    def norms(self, of: str) -> torch.Tensor:
        """√Σ of the squares of each layer's weights (`data`) or of their gradients (`grad`)."""
        weights = (self.network.get_submodule(name).weight for name in self.weighted)
        return torch.stack([getattr(weight, of).norm() for weight in weights])

    def look(self) -> None:
        """Notes what the network is like after so many updates, and at some of them keeps it."""
        state = {name: value.clone() for name, value in self.network.state_dict().items()}
        whole = self.update in (*WHOLE, self.total)
        noted = {
            **{f"{kind}/{name}": state[f"{name}.{kind}"] for name in self.normed for kind in KEPT_BY_NORMS},
            **self.held_out(self.network, len(self.watched) if whole else GLIMPSED),
            "kernels": state[f"{FIRST}.weight"],
            "weights": self.norms("data"),
        }
        for name, value in noted.items():
            self.notes[name][self.moments.index(self.update)] = value
        if whole:
            self.snapshots[self.update] = state
        told = "loss {held_out_loss:.4f}, accuracy {held_out_accuracy:.3f} of {held_out_pictures}".format_map(noted)
        tqdm.write(f"after update {self.update}: held-out {told}")

    def held_out(self, network: nn.Module, count: int) -> dict[str, float]:
        """Loss and accuracy of a network on the first so many held-out pictures, and how many there are."""
        training = network.training
        chosen = self.watched[:count]
        logits = answers(self.task, network, self.pictures[chosen])
        network.train(training)
        return {
            "held_out_loss": functional.cross_entropy(logits, self.labels[chosen]).item(),
            "held_out_accuracy": (logits.argmax(1) == self.labels[chosen]).float().mean().item(),
            "held_out_pictures": len(chosen),
        }

    def result(self) -> dict[str, torch.Tensor]:
        """The notes; the whole networks in 8 bits; and what that has changed in them."""
        whole = {
            update: packed({name: value.numpy() for name, value in state.items()})
            for update, state in self.snapshots.items()
        }
        measured = [self.measured(update, as_tensors(unpacked(small))) for update, small in whole.items()]
        kept = {f"snapshot/{update}/{name}": each for update, small in whole.items() for name, each in small.items()}
        return {
            **self.notes,
            **{name: torch.stack([each[name] for each in measured]) for name in recorded.MEASURED},
            **as_tensors(kept),
            "snapshots": torch.tensor([*whole], dtype=torch.int32),
        }

    def measured(self, update: int, state: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        """How far the state that is kept is from the exact one after so many updates, and what its network answers."""
        exact, network = self.snapshots[update], self.task.network()
        network.load_state_dict(state)
        errors = torch.cat([(state[name] - exact[name]).flatten() for name in state if exact[name].ndim > 1])
        found = self.held_out(network, len(self.watched))
        tqdm.write(f"update {update} in 8 bits: {found}, largest error {errors.abs().max():.6f}")
        return {
            "largest_error": errors.abs().max(),
            "rms_error": errors.square().mean().sqrt(),
            "kept_loss": torch.tensor(found["held_out_loss"]),
            "kept_accuracy": torch.tensor(found["held_out_accuracy"]),
            "answers": answers(self.task, network, torch.from_numpy(recorded.probe()))[0],
        }

    def said(self) -> dict[str, str]:
        """The layers, in order."""
        return {"first": FIRST, "layers": json.dumps(self.weighted), "norms": json.dumps(self.normed)}


def as_tensors(arrays: Mapping[str, np.ndarray]) -> dict[str, torch.Tensor]:
    """Copies of arrays by the same names, laid out in order."""
    return {name: torch.tensor(values).contiguous() for name, values in arrays.items()}


def last(path: Path) -> dict[str, torch.Tensor]:
    """The state of the last network in a record, out of 8 bits."""
    return as_tensors(recorded.read(path).snapshots[-1].state())


TASK = replace(cifar10.TASK, name="noise_to_edges", weights=recorded.RECORD, read=last)

if __name__ == "__main__":
    torch.set_num_threads(
        1
    )  # sums of several threads come in no fixed order, and the same seed is to give the same run
    run.main(TASK, RECIPE, __doc__, Recording)
