"""Which networks are there, how large and how good are they, and what size of picture do they want?

A table of plain values, so that a menu can be drawn before torch is loaded. Sizes are (rows, columns) in pixels. The
tests hold every line against torchvision's own records.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Published:
    """The trained weights that torchvision publishes: the file, its size in MiB, top-1 in percent on ImageNet-1K."""

    file: str
    mebibytes: float
    top1: float


@dataclass(frozen=True)
class Entry:
    """One network before it is loaded: number of weights, input size, number of convolutions and linear layers.

    `published` is None for a network that comes with Convoscope.
    """

    name: str
    parameters: int
    input_size: tuple[int, int]
    layers: int
    has_batch_norm: bool
    published: Published | None = None


BUNDLED = (
    Entry("cifar10", 647_386, (32, 32), 7, has_batch_norm=True),
    Entry("imagenette", 1_295_722, (128, 128), 17, has_batch_norm=True),
)


def _read(line: str) -> Entry:
    name, parameters, side, layers, batch_norm, top1, mebibytes, file = line.split()
    published = Published(file, float(mebibytes), float(top1))
    return Entry(name, int(parameters), (int(side), int(side)), int(layers), batch_norm == "yes", published)


_LINES = (Path(__file__).parent / "torchvision.txt").read_text(encoding="utf-8").splitlines()
# The convolutional classifiers of torchvision with the input size of their published weights, small ones first.
TORCHVISION = tuple(_read(line) for line in _LINES if not line.startswith("#"))

ENTRIES = BUNDLED + TORCHVISION


@cache
def by_name() -> dict[str, Entry]:
    """Every entry under its name."""
    return {entry.name: entry for entry in ENTRIES}


def weights_folder() -> Path:
    """Where torch keeps published weights; the same as `torch.hub` says, without importing torch."""
    cache_home = os.environ.get("XDG_CACHE_HOME", "~/.cache")
    torch_home = os.environ.get("TORCH_HOME", f"{cache_home}/torch")
    return Path(torch_home).expanduser() / "hub" / "checkpoints"


def weights_file(name: str) -> Path | None:
    """The file of published weights of that network, there or not; None where it has none."""
    entry = by_name().get(name)
    return None if entry is None or entry.published is None else weights_folder() / entry.published.file
