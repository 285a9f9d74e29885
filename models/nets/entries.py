"""Which networks are there, how large and how good are they, and what size of picture do they want?

A table of plain values, so that a menu can be drawn before torch is loaded. Sizes are (rows, columns) in pixels. The
tests hold every line against torchvision's own records.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BYTES = 4  # of one weight, and of one value of a map
MEGABYTE = 1_000_000
MOST_MEGABYTES = 1_000
MOST = "CONVOSCOPE_MOST_NETWORK_MB"
# The beginnings of names; the longest that fits counts. What a family is called is in the pages' words.
FAMILIES = (
    *("alexnet", "convnext", "densenet", "efficientnet", "efficientnet_v2", "googlenet", "inception", "mnasnet"),
    *("mobilenet_v2", "mobilenet_v3", "regnet_x", "regnet_y", "resnet", "resnext", "shufflenet", "squeezenet", "vgg"),
    "wide_resnet",
)
BUNDLED_FAMILY = "bundled"
# Of torchvision's classifiers, those that are none of kernels: a unit in them looks at patches by attention.
TRANSFORMERS = ("vit_", "swin_", "maxvit")


@dataclass(frozen=True)
class Published:
    """The trained weights that torchvision publishes: the file, its size in MiB, top-1 in percent on ImageNet-1K."""

    file: str
    mebibytes: float
    top1: float


@dataclass(frozen=True)
class Entry:
    """One network before it is loaded: number of weights, input size, number of convolutions and linear layers.

    `published` is None for a network that comes with Convoscope. `values`: how many numbers all its layers together
    make of one picture.
    """

    name: str
    parameters: int
    input_size: tuple[int, int]
    layers: int
    has_batch_norm: bool
    published: Published | None = None
    values: int = 0

    @property
    def family(self) -> str:
        """The family it belongs to: one of FAMILIES, or BUNDLED_FAMILY."""
        fitting = [family for family in FAMILIES if self.published and self.name.startswith(family)]
        return max(fitting, key=len, default=BUNDLED_FAMILY)

    @property
    def heaviest(self) -> int:
        """Bytes of its weights, or of what all its layers make of one picture, whichever is more."""
        return BYTES * max(self.parameters, self.values)


BUNDLED = (
    Entry("cifar10", 647_386, (32, 32), 7, has_batch_norm=True, values=534_922),
    Entry("imagenette", 1_295_722, (128, 128), 17, has_batch_norm=True, values=2_154_826),
)


def _read(line: str) -> Entry:
    name, parameters, side, values, layers, batch_norm, top1, mebibytes, file = line.split()
    published = Published(file, float(mebibytes), float(top1))
    return Entry(
        name, int(parameters), (int(side), int(side)), int(layers), batch_norm == "yes", published, int(values)
    )


_LINES = (Path(__file__).parent / "torchvision.txt").read_text(encoding="utf-8").splitlines()
# The convolutional classifiers of torchvision with the input size of their published weights, small ones first.
TORCHVISION = tuple(_read(line) for line in _LINES if not line.startswith("#"))

ENTRIES = BUNDLED + TORCHVISION


@cache
def by_name() -> dict[str, Entry]:
    """Every entry under its name."""
    return {entry.name: entry for entry in ENTRIES}


def bundled_file(name: str) -> Path:
    """The weights that come along with a network of BUNDLED."""
    return Path(__file__).parent / "bundled" / f"{name}.safetensors"


def bundled_accuracy(name: str) -> float:
    """How many of its own test pictures a network of BUNDLED names right, in percent, as noted beside its weights."""
    noted = json.loads(bundled_file(name).with_suffix(".json").read_text(encoding="utf-8"))
    return round(100 * float(noted["test_accuracy"]), 6)


def most_bytes() -> int:
    """How heavy a network may be to be offered, by its `heaviest`: CONVOSCOPE_MOST_NETWORK_MB, else 1,000 MB."""
    try:
        megabytes = float(os.environ.get(MOST, ""))
    except ValueError:
        megabytes = MOST_MEGABYTES
    return int(megabytes * MEGABYTE)


def weights_folder() -> Path:
    """Where torch keeps published weights; the same as `torch.hub` says, without importing torch."""
    if (hub := sys.modules.get("torch.hub")) and hasattr(hub, "get_dir"):
        return Path(hub.get_dir()) / "checkpoints"
    cache_home = os.environ.get("XDG_CACHE_HOME", "~/.cache")
    torch_home = os.environ.get("TORCH_HOME", f"{cache_home}/torch")
    return Path(torch_home).expanduser() / "hub" / "checkpoints"


def shown_folder() -> str:
    """The folder of published weights as people read it: as torch's manual says it, not where it is here."""
    if "TORCH_HOME" in os.environ:
        return "$TORCH_HOME/hub/checkpoints"
    return f"{'$XDG_CACHE_HOME' if 'XDG_CACHE_HOME' in os.environ else '~/.cache'}/torch/hub/checkpoints"


def weights_file(name: str) -> Path | None:
    """The file of published weights of that network, there or not; None where it has none."""
    entry = by_name().get(name)
    return None if entry is None or entry.published is None else weights_folder() / entry.published.file
