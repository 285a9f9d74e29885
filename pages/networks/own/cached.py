"""A visitor's file of weights, on its way to becoming a network: read, matched, made. Nothing of it is kept here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.nets.entries import ENTRIES
from models.nets.own.file.refusals import UnreadableWeights, most_megabytes, plain
from models.nets.own.naming import UnreadableNames, from_file, typed
from models.ops.meaning import Kind
from models.records.matches import Match
from pages.shell.cached import own_networks
from pages.shell.cached.networks import GATE, PATIENCE

if TYPE_CHECKING:
    from models.nets.network import Network
    from models.nets.own.file.weights import Weights  # noqa: TC004 - a type that pages name
    from models.nets.own.preparing import Preparing  # noqa: TC004 - a type that pages name

__all__ = [
    "ARCHITECTURES",
    "Preparing",
    "UnreadableNames",
    "UnreadableWeights",
    "Weights",
    "best_match",
    "example_file",
    "fault",
    "from_file",
    "made",
    "matched",
    "most_megabytes",
    "plain",
    "preparing",
    "presets",
    "read_weights",
    "too_small",
    "typed",
    "usual_names",
    "usual_preparing",
]

ARCHITECTURES = tuple(entry.name for entry in ENTRIES)
Scale = tuple[float, ...]


def read_weights(data: bytes, title: str) -> Weights:
    """The weights in a file, read in a bounded child process. Raises `UnreadableWeights`."""
    from models.nets.own.file.opening import read

    return own_networks.hold(read(data, title))


def best_match(weights: Weights) -> Match:
    """The architecture that the weights fit best. Looked up in a table: it waits for nobody's heavy work."""
    from models.nets.own.file.matching import suggest

    return suggest(weights.shapes)[0]


def matched(weights: Weights, architecture: str) -> Match:
    """The weights beside one architecture."""
    from models.nets.own.file.matching import compare
    from models.nets.own.file.table import architecture as wanted

    return compare(weights.shapes, wanted(architecture))


def fault(weights: Weights, match: Match) -> UnreadableWeights | None:
    """Why nothing can be computed with the tensors that the matched network uses; None if it can."""
    from models.nets.own.file.sound import fault

    return fault(weights, match)


def made(
    weights: Weights, architecture: str, names: Sequence[str], preparing: Preparing, kind: Kind = "logits"
) -> Network:
    """The network, tried with one empty picture. Raises `Misfit`, `TooSmall` or ValueError."""
    with GATE.place(PATIENCE):
        from models.nets.own.file.opening import make

        return make(weights, architecture, names, preparing, kind)


def usual_preparing(architecture: str) -> tuple[int, str]:
    """Pixels a side and the name of the scale that an architecture is usually trained with."""
    from models.nets.own.preparing import Preparing, usual_preset

    return Preparing.usual(architecture).size, usual_preset(architecture)


def usual_names(architecture: str, classes: int) -> tuple[str, ...]:
    """The classes that an architecture's known weights have, if they are as many; else none."""
    from models.nets.own.file.architectures import known_labels

    found = known_labels(architecture)
    return found if len(found) == classes else ()


def presets() -> dict[str, tuple[Scale, Scale]]:
    """Mean and deviation of the colours by the name of a scale."""
    from models.nets.own.preparing import PRESETS

    return dict(PRESETS)


def preparing(size: int, mean: Scale, deviation: Scale, *, grey: bool = False) -> Preparing:
    """How pictures are prepared; ValueError for a size or numbers out of bounds, or not one for each colour.

    `grey`: for the brightness alone, by one number or by the mean of three.
    """
    from models.nets.own.preparing import Preparing

    if not {len(mean), len(deviation)} <= ({1, 3} if grey else {3}):
        raise ValueError(f"mean and deviation must be three numbers each, got {len(mean)} and {len(deviation)}")
    made = Preparing(size, mean, deviation)
    return made.grey() if grey else made


def example_file(name: str) -> bytes:
    """A file to try an upload with: "whole", "three" or "broken"."""
    from models.nets.own.file.examples import example

    return example(name)


def too_small() -> type[Exception]:
    """What `made` raises for pictures that the network can't take."""
    from models.nets.own.file.opening import TooSmall

    return TooSmall
