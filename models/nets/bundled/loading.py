"""How do the networks that come with Convoscope get their weights?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn

from models.nets.bundled import cifar10, imagenette
from models.nets.bundled.provenance import describe, provenance
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
