"""How does a network of torchvision get its weights without a download?

From the published file, if it already lies where torch keeps such files; otherwise random weights, the same every time.
"""

from __future__ import annotations

import warnings
import zipfile
import zlib
from pathlib import Path
from typing import Any, Literal

import torch
from torch import nn
from torchvision.models import get_model, get_model_weights

from models.nets.entries import Entry, Published, shown_folder, weights_folder
from models.nets.network import Network, frozen
from models.nets.weights.files import standing
from models.nets.weights.published_keys import of_side_exit, respelled
from models.ops.meaning import Meaning

SLOW_TO_START = ("googlenet", "inception_v3")  # would spend seconds on their first weights


def load_published(entry: Entry) -> Network:
    """A convolutional classifier of torchvision, trained if its file is there, else random."""
    record = get_model_weights(entry.name).DEFAULT
    published, folder = published_of(entry), weights_folder()
    missing = reason_not_to_load(published, folder)
    return Network(
        name=entry.name,
        module=frozen(random_weights(entry.name) if missing else trained_weights(entry.name, folder / published.file)),
        labels=tuple(record.meta["categories"]),
        input_size=entry.input_size,
        source=missing or describe(record),
        weights="random" if missing else "trained",
        normalize=Normalization(tuple(record.transforms().mean), tuple(record.transforms().std)),
        meaning=Meaning("logits", len(record.meta["categories"])),
    )


def published_of(entry: Entry) -> Published:
    """The published weights of a network of torchvision. Raises ValueError for one that has none."""
    if entry.published is None:
        raise ValueError(f"entry must be one of torchvision's networks, got {entry.name!r}")
    return entry.published


class Normalization:
    """Takes the mean of each colour out of pictures [B, 3, rows, columns] and divides by its deviation."""

    def __init__(self, mean: tuple[float, ...], deviation: tuple[float, ...]) -> None:
        self.mean, self.deviation = (torch.tensor(values).view(3, 1, 1) for values in (mean, deviation))

    def __call__(self, pictures: torch.Tensor) -> torch.Tensor:
        """The pictures as the network wants them."""
        return (pictures - self.mean) / self.deviation


def describe(record: Any) -> str:
    """Where published weights come from, in a sentence; `record` is a member of torchvision's weights."""
    accuracy = record.meta["_metrics"]["ImageNet-1K"]["acc@1"]
    licence = record.meta.get("license", "BSD-3-Clause, as torchvision")
    return f"Published with torchvision ({record}), trained on ImageNet-1K, top-1 accuracy {accuracy} %; {licence}."


def reason_not_to_load(published: Published, folder: Path) -> str | None:
    """None if the file is there and whole, else a sentence that says what is missing and where it belongs.

    A damaged file is removed. The sentence is shown to visitors, who need not know where things lie on this machine.
    """
    hint = "so the weights are random. Put the published file there to see the trained network"
    match standing(published, folder):
        case "here":
            return None
        case "missing":
            return f"`{published.file}` is not in `{shown_folder()}`, {hint}."
        case "removed":
            return f"`{published.file}` in `{shown_folder()}` was damaged and has been removed, {hint}."


def build(name: str, classes: int | None = None) -> nn.Module:
    """The architecture alone, with so many classes, those it was published with if not given."""
    slow: dict[str, Literal[False]] = {"init_weights": False} if name in SLOW_TO_START else {}
    many = {} if classes is None else {"num_classes": classes}
    with warnings.catch_warnings(action="ignore"):
        module: nn.Module = get_model(name, weights=None, **slow, **many)
    if name == "googlenet":
        module.aux_logits, module.aux1, module.aux2 = False, None, None  # as torchvision does with its trained one
    return module


def trained_weights(name: str, file: Path) -> nn.Module:
    """The network with the weights of a published file; nothing in the file is run."""
    module = build(name)
    # Read as it is needed where the file allows it, so that a large one is never twice in memory.
    state = torch.load(file, map_location="cpu", weights_only=True, mmap=zipfile.is_zipfile(file))
    state = {respelled(key): value for key, value in state.items()}
    if name in SLOW_TO_START:
        module.transform_input = True  # these two were trained elsewhere, on colours scaled otherwise
    wanted = module.state_dict()
    module.load_state_dict({key: value for key, value in state.items() if key in wanted or not of_side_exit(key)})
    return module


def random_weights(name: str) -> nn.Module:
    """The network with random weights, decided by its name; torch's own random numbers go on undisturbed.

    The kernels are drawn by He's rule for the values going in (He et al. 2015): while batch norm is untrained, the
    first weights of torchvision let the signal of several networks fade below 10⁻¹⁰, and nothing would be seen.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(zlib.crc32(name.encode()))
        module = build(name)
        for layer in module.modules():
            if isinstance(layer, nn.Conv2d):
                nn.init.kaiming_normal_(layer.weight, mode="fan_in", nonlinearity="relu")
    return module
