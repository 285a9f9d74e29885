"""How do the networks that come with Convoscope get their weights, and what is known about them?"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import load_file
from torch import nn

from models.nets.bundled import cifar10, imagenette
from models.nets.entries import Entry
from models.nets.network import Network, frozen
from models.ops.meaning import Meaning


@dataclass(frozen=True)
class Bundled:
    """What makes one of them."""

    build: Callable[[], nn.Module]
    weights: Path
    labels: tuple[str, ...]
    normalize: Callable[[torch.Tensor], torch.Tensor]


BUILT = {
    "cifar10": Bundled(cifar10.Cifar10, cifar10.WEIGHTS, cifar10.LABELS, cifar10.normalize),
    "imagenette": Bundled(imagenette.Imagenette, imagenette.WEIGHTS, imagenette.LABELS, imagenette.normalize),
}


def load_bundled(entry: Entry) -> Network:
    """A network with the weights beside it. Nothing is fetched, and torchvision is not imported."""
    built = BUILT[entry.name]
    module = built.build()
    module.load_state_dict(load_file(built.weights))
    return Network(
        name=entry.name,
        module=frozen(module),
        labels=built.labels,
        input_size=entry.input_size,
        source=describe(provenance(built.weights)),
        weights="trained",
        normalize=built.normalize,
        meaning=Meaning("logits", len(built.labels)),
    )


def provenance(weights: Path) -> dict[str, str]:
    """How the weights were made: what the file says of itself, and what was measured and written beside it."""
    with safe_open(weights, framework="pt") as opened:
        known = dict(opened.metadata() or {})
    beside = weights.with_suffix(".json")
    if beside.exists():
        known |= {key: str(value) for key, value in json.loads(beside.read_text(encoding="utf-8")).items()}
    return known


def describe(known: dict[str, str]) -> str:
    """The provenance as a sentence for people."""
    accuracy, pictures = known.get("test_accuracy"), known.get("test_pictures", "test pictures")
    measured = f" {percent(float(accuracy)):.2f} % of the {pictures} are named right." if accuracy else ""
    data, date = known.get("data", "an unnamed data set"), known.get("date", "an unknown date")
    recipe = json.loads(known.get("recipe", "{}"))
    epochs = sum(cycle["epochs"] for cycle in recipe.get("cycles", ()))
    made = f"{epochs} epochs, seed {recipe.get('seed', 'unknown')}, by `{known.get('command', 'an unknown command')}`"
    return f"Trained for Convoscope on {data}: {made}, finished on {date}; MIT licence.{measured}"


def percent(accuracy: float) -> float:
    """A share given as a fraction of one or in percent, in percent."""
    return accuracy if accuracy > 1 else 100 * accuracy
