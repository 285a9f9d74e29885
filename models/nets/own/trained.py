"""From the weights that a browser has trained to a network that every page can look into."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import numpy as np
import torch
from jaxtyping import Float32
from torch import nn

from models.nets.network import Network
from models.nets.own.fitting import fit
from models.nets.own.naming import labels
from models.nets.own.self_check import self_check
from models.ops.meaning import Meaning
from models.records.trained import POOL, Block, Trained

ACTIVATIONS: Final = {"relu": nn.ReLU, "sigmoid": nn.Sigmoid}
POOLS: Final = {"max": nn.MaxPool2d, "average": nn.AvgPool2d}
MOST_NUMBERS: Final = 110_000  # weights and running statistics
COUNTED: Final = "num_batches_tracked"
UNSCALED: Final = ((0.0,), (1.0,))  # mean and deviation: a training takes pictures in 0…1 as they are
NAME: Final = "nn.Sequential"
SOURCE: Final = "Trained in this visit, in the browser; gone after it."

Tensors = Mapping[str, Float32[np.ndarray, "..."]]


class Unfit(ValueError):  # noqa: N818 - reads as what happened
    """Weights that are not those of the network.

    `code`: "no_maps", "nothing_left", "too_heavy", "bytes", "not_finite".
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def module_of(trained: Trained) -> nn.Sequential:
    """The architecture in PyTorch. Raises `Unfit` where nothing is left of the picture."""
    return nn.Sequential(*_layers(trained))


def _layers(trained: Trained) -> Iterator[nn.Module]:
    channels, side, activation = trained.channels, trained.side, ACTIVATIONS[trained.activation]
    for block in trained.convolutions:
        yield nn.Conv2d(channels, block.kernels, block.size, stride=block.stride, padding=block.size // 2)
        yield from [nn.BatchNorm2d(block.kernels)] if block.norm else []
        yield activation()
        yield from [POOLS[block.pool](POOL)] if block.pool != "none" else []
        channels, side = block.kernels, block.behind(side)
    if side < 1:
        raise Unfit("nothing_left")
    yield nn.Flatten()
    row = channels * side**2
    for units in trained.hidden:
        yield nn.Linear(row, units)
        yield activation()
        row = units
    yield nn.Linear(row, len(trained.classes))


def tensors_of(trained: Trained, values: bytes) -> dict[str, Float32[np.ndarray, "..."]]:
    """The tensors in the order of PyTorch's state, from their values in single precision, one after the other.

    Raises `Unfit` where these are not exactly those of that architecture, or no numbers.
    """
    with torch.device("meta"):  # nothing is held for it before it is known to be small
        shapes = {name: tuple(like.shape) for name, like in module_of(trained).state_dict().items()}
    counts = {name: int(np.prod(shape)) for name, shape in shapes.items() if not name.endswith(COUNTED)}
    total = sum(counts.values())
    if total > MOST_NUMBERS:
        raise Unfit("too_heavy")
    if len(values) != 4 * total:
        raise Unfit("bytes")
    numbers = np.frombuffer(values, "<f4").astype(np.float32)
    if not np.isfinite(numbers).all():
        raise Unfit("not_finite")
    parts = np.split(numbers, np.cumsum(list(counts.values()))[:-1])
    return {name: part.reshape(shapes[name]) for name, part in zip(counts, parts, strict=True)}


def network_of(trained: Trained, tensors: Tensors) -> Network:
    """The network, tried with one picture. Raises `Unfit`, or ValueError with the reason why no page can show it."""
    if not trained.convolutions:
        raise Unfit("no_maps")
    if any(name.endswith("running_var") and values.min() < 0 for name, values in tensors.items()):
        raise Unfit("not_finite")
    module = module_of(trained)
    module.load_state_dict({name: torch.from_numpy(values.copy()) for name, values in tensors.items()})
    words = labels(trained.classes, Meaning("logits", len(trained.classes)))
    network = fit(NAME, module, (trained.side, trained.side), UNSCALED, words, SOURCE, "logits")
    self_check(network)
    return network


def trained_network(file: str | Path) -> Network:
    """The network in a file that "Save the network" on the page Training has made."""
    from safetensors import safe_open  # noqa: PLC0415 - only who has such a file needs it

    with safe_open(file, "numpy") as opened:
        metadata = opened.metadata()
        tensors = {name: opened.get_tensor(name) for name in opened.keys()}  # noqa: SIM118 - it is no mapping
    said = json.loads(metadata["architecture"])
    blocks = tuple(Block(**block) for block in said.pop("convolutions"))
    classes, hidden = tuple(json.loads(metadata["classes"])), tuple(said.pop("hidden"))
    return network_of(Trained(**said, convolutions=blocks, hidden=hidden, classes=classes), tensors)
