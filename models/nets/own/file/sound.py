"""Are the tensors that a network uses fit to compute with? Whatever else lies in a file is named and left aside."""

from __future__ import annotations

from collections.abc import Iterator

from models.nets.own.file.matching import names_in_file, suggest
from models.nets.own.file.refusals import UnreadableWeights
from models.nets.own.file.table import architecture
from models.nets.own.file.weights import Weights
from models.records.matches import Match


def fault(weights: Weights, match: Match) -> UnreadableWeights | None:
    """Why the network that a match speaks of can't compute with its tensors; None if it can, or if there is none."""
    if not (match.usable and weights.faults):
        return None
    return next((weights.faults[name] for name in used(match) if name in weights.faults), None)


def fault_of_all(weights: Weights) -> UnreadableWeights | None:
    """Why nothing can be shown of a file: the network that fits best can't compute, or no tensor is fit for any."""
    if not weights.faults:
        return None
    if len(weights.faults) == len(weights.shapes):
        return next(iter(weights.faults.values()))
    return fault(weights, suggest(weights.shapes)[0])


def used(match: Match) -> Iterator[str]:
    """The file's keys that the network of a match is made of."""
    ending = match.ending
    for key, name in names_in_file(architecture(match.name), match.place).items():
        if ending is not None and key == ending.before:
            break
        yield name
    if ending is not None and ending.head is not None:
        yield from (f"{ending.head}.weight", f"{ending.head}.bias")
