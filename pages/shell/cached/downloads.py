"""What is known of the networks before one is loaded, which of them are offered here, and weights on their way.

None of it imports torch. Nothing is downloaded unless a visitor asks for it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Literal

from pages.shell.cached import caching, networks, own_networks
from pages.shell.cached.latest import Latest
from pages.shell.records import NetworkName

if TYPE_CHECKING:
    from pathlib import Path

    from models.nets.entries import Entry
    from models.nets.weights.downloads import Downloads, State
    from models.nets.weights.files import Code

MEGABYTE = 1_000_000
# Where the published files are; a school or a company may have them on a server of its own.
FROM = "CONVOSCOPE_WEIGHTS_FROM"
PUBLISHER = "https://download.pytorch.org/models/"


@dataclass(frozen=True)
class Facts:
    """One network as a menu tells it. `top1` in percent on ImageNet-1K, None for those that answer something else.

    `accuracy`: the same where it is, else in percent on the test pictures of the network's own data set.

    `megabytes`: of the file with its weights. `here`: whether that seems to be on this machine. `side`: of its square
    input, in pixels. `heaviest`: megabytes in memory, of its weights or of all layers' outputs. `offered`: whether that
    is little enough for this server.
    """

    name: str
    family: str
    top1: float | None
    accuracy: float
    parameters: int
    megabytes: float
    layers: int
    has_batch_norm: bool
    side: int
    here: bool
    heaviest: float
    offered: bool


@dataclass(frozen=True)
class Weights:
    """Which weights a network will be shown with. `standing` "removed": the file was there, but damaged."""

    standing: Literal["bundled", "own", "here", "missing", "removed"]
    file: str = ""
    folder: str = ""
    megabytes: float = 0.0

    @property
    def random(self) -> bool:
        """Whether there are no trained ones."""
        return self.standing in ("missing", "removed")


@dataclass(frozen=True)
class Progress:
    """A download as it stands: megabytes so far and in all, megabytes a second, seconds left; why it failed."""

    state: State
    received: float
    total: float
    rate: float | None
    seconds_left: float | None
    code: Code | None
    details: Mapping[str, object]
    joined: bool


_all: Latest[tuple[Facts, ...]] = Latest()
_offered: Latest[tuple[NetworkName, ...]] = Latest()


@cache
def known() -> tuple[Entry, ...]:
    """The table of all networks."""
    from models.nets.entries import ENTRIES

    return ENTRIES


def entry(name: str) -> Entry | None:
    """What is known of a network before it is loaded; None for a visit's own, and for what there isn't."""
    return next((entry for entry in known() if entry.name == name), None)


def all_facts() -> tuple[Facts, ...]:
    """Every network there is, also those that are too heavy here."""
    from models.nets.entries import most_bytes, weights_folder

    table, folder = known(), weights_folder()
    return _all.get(
        (table, folder, _lying(folder), most_bytes()), lambda: tuple(_facts(entry, folder) for entry in table)
    )


def _lying(folder: Path) -> tuple[tuple[str, int], ...]:
    """The files in a folder, and how large they are."""
    try:
        return tuple(sorted((file.name, file.stat().st_size) for file in os.scandir(folder)))
    except OSError:  # it isn't there, or a file has just gone
        return ()


def facts(name: str) -> Facts | None:
    """One of them."""
    return next((found for found in all_facts() if found.name == name), None)


def _facts(entry: Entry, folder: Path) -> Facts:
    from models.nets.entries import bundled_accuracy, bundled_file, most_bytes
    from models.nets.weights.files import MEBIBYTE, seems_here

    published = entry.published
    size = published.mebibytes * MEBIBYTE if published else bundled_file(entry.name).stat().st_size
    return Facts(
        name=entry.name,
        family=entry.family,
        top1=published.top1 if published else None,
        accuracy=published.top1 if published else bundled_accuracy(entry.name),
        parameters=entry.parameters,
        megabytes=size / MEGABYTE,
        layers=entry.layers,
        has_batch_norm=entry.has_batch_norm,
        side=entry.input_size[0],
        here=published is None or seems_here(published, folder),
        heaviest=entry.heaviest / MEGABYTE,
        offered=entry.heaviest <= most_bytes(),
    )


def offered() -> tuple[NetworkName, ...]:
    """The names a visitor can choose, without those that are too heavy here. The first is the default."""
    from models.nets.entries import most_bytes

    table, most = known(), most_bytes()

    def light() -> tuple[NetworkName, ...]:
        heavy = {entry.name: entry.heaviest for entry in table}
        return tuple(name for name in networks.network_names() if heavy.get(name, 0) <= most)

    return _offered.get((table, most, own_networks.of_the_server(), tuple(own_networks.own())), light)


def most_megabytes() -> float:
    """How heavy a network may be here."""
    from models.nets.entries import most_bytes

    return most_bytes() / MEGABYTE


def is_transformer(name: str) -> bool:
    """Whether torchvision has a classifier of that name's kind that isn't convolutional."""
    from models.nets.entries import TRANSFORMERS

    return name.startswith(TRANSFORMERS)


def close_names(name: str) -> list[str]:
    """Names that look like this one."""
    return get_close_matches(name.lower(), offered(), n=3, cutoff=0.5)


def weights(name: str) -> Weights:
    """Whether trained weights are here. A file is read through once; a damaged one is removed."""
    if own_networks.is_own(name):
        return Weights("own")
    found = entry(name)
    if found is None or found.published is None:
        return Weights("bundled")
    from models.nets.entries import weights_folder
    from models.nets.weights.files import published_bytes, standing

    published, folder = found.published, weights_folder()
    megabytes = published_bytes(published) / MEGABYTE
    return Weights(standing(published, folder), published.file, shown_folder(), megabytes)


def shown_folder() -> str:
    """The folder of published weights as visitors read it."""
    from models.nets import entries

    return entries.shown_folder()


def shown_publisher() -> str | None:
    """Where published weights come from; None for a mirror, whose address is its server's own business."""
    return None if FROM in os.environ else PUBLISHER


@cache
def _registry() -> Downloads:
    from models.nets.weights.downloads import Downloads

    return Downloads()


def download(name: str, visit: str) -> None:
    """Starts the download of a network's weights for a visit, or joins the one that is on its way."""
    found = entry(name)
    if found is not None and found.published is not None and name in offered():
        from models.nets.entries import weights_folder

        _registry().ask(found.published, weights_folder(), os.environ.get(FROM, PUBLISHER), visit)


def cancel(name: str, visit: str) -> None:
    """The visit doesn't want them any more."""
    from models.nets.entries import weights_file

    if file := weights_file(name):
        _registry().cancel(file, visit)


def progress(name: str, visit: str) -> Progress | None:
    """How far the latest download of a network's weights is; None if nobody has asked for any."""
    from models.nets.entries import weights_file

    file = weights_file(name)
    going = _registry().find(file) if file else None
    if going is None:
        return None
    return Progress(
        state=going.state,
        received=going.received / MEGABYTE,
        total=going.total / MEGABYTE,
        rate=None if going.rate is None else going.rate / MEGABYTE,
        seconds_left=going.seconds_left,
        code=going.problem.code if going.problem else None,
        details=going.problem.details if going.problem else {},
        joined=visit in going.asked,
    )


@caching.data(64)
def weight_shapes(name: NetworkName) -> tuple[tuple[int, ...], ...]:
    """The shape of every block of a network's weights, in order."""
    return tuple(tuple(weights.shape) for weights in networks.network(name).module.parameters())
