"""Probing: what a network answers to a picture that was edited by hand, covered everywhere, or moved step by step."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from time import perf_counter

import numpy as np
from jaxtyping import Float64, UInt8

from models.images.edits import Edit, cover_deviation, edited
from models.images.sweeps import Sweep, shifts, swept
from pages.shell.cached import caching, own_networks
from pages.shell.cached.networks import GATE, PATIENCE, meaning, network, seen, trace
from pages.shell.pace import Pace
from pages.shell.records import NetworkName, Picture

MOST_PACES = 64

_paces: dict[tuple[str, str], Pace] = {}


@dataclass(frozen=True, eq=False)
class Checked:
    """How far the edit is from PyTorch's in levels of 255, and the answer from that of a pass of its own."""

    levels: int
    pixels: int
    probability: float


def names_classes(picture: Picture, name: NetworkName) -> bool:
    """Whether the network answers with probabilities of classes, or with what they follow from."""
    found = meaning(name)
    return found.classes and trace(picture, name).output.shape == (1, found.outputs)


@caching.resource(64)
def edited_pixels(picture: Picture, name: NetworkName, edit: Edit) -> UInt8[np.ndarray, "rows columns 3"]:
    """What the network sees of the edited picture."""
    pixels = np.ascontiguousarray(edited(seen(picture, name), edit))
    pixels.setflags(write=False)
    return pixels


@caching.data(512)
def probed(picture: Picture, name: NetworkName, edit: Edit) -> Float64[np.ndarray, " classes"]:
    """The probability of every class for the edited picture."""
    return np.asarray(_answers(name, edited_pixels(picture, name, edit)[None])[0])


def pace(name: NetworkName) -> float:
    """About how many seconds a picture takes to pass through the network, among others."""
    size = network(name).input_size
    return _pace_of(name).timed(lambda count: _answers(name, np.zeros((count, *size, 3), dtype=np.uint8)))


@caching.data(512)
def probed_sweep(
    picture: Picture, name: NetworkName, edit: Edit, sweep: Sweep, start: int, stop: int
) -> Float64[np.ndarray, "pictures classes"]:
    """The answers to the edited picture, its own cover taken off, under the covers `start` to `stop` of a sweep."""
    pixels = edited_pixels(picture, name, edit.uncovered)
    places = sweep.covers((pixels.shape[0], pixels.shape[1]))
    return _answers(name, swept(pixels, sweep, places[start:stop]))


@caching.data(128)
def probed_moves(
    picture: Picture, name: NetworkName, edit: Edit, start: int, stop: int
) -> Float64[np.ndarray, "pictures classes"]:
    """The answers to the edited picture without its cover, moved to the right by the shifts `start` to `stop`."""
    pixels = seen(picture, name)
    edits = [replace(edit.uncovered, right=right) for right in shifts(pixels.shape[1])[start:stop]]
    return _answers(name, np.stack([edited(pixels, one) for one in edits]))


@caching.data(256)
def probe_checked(picture: Picture, name: NetworkName, edit: Edit) -> Checked:
    """The edit by PyTorch's own operations beside ours, and the answer by a pass of its own beside the one shown."""
    pixels, chosen = edited_pixels(picture, name, edit), network(name)
    shown = probed(picture, name, edit)
    with GATE.place(PATIENCE):
        from models.nets.answers.probe import edited_by_torch, probabilities_by_torch

        deviation = cover_deviation((pixels.shape[0], pixels.shape[1]))
        other = edited_by_torch(seen(picture, name), asdict(edit), deviation)
        levels = np.abs(pixels.astype(np.int64) - other)
        fresh = probabilities_by_torch(chosen, pixels)
    return Checked(int(levels.max()), int((levels > 0).sum()), float(np.abs(fresh - shown).max()))


def _answers(
    name: NetworkName, pictures: UInt8[np.ndarray, "pictures rows columns 3"]
) -> Float64[np.ndarray, "pictures classes"]:
    chosen = network(name)
    with GATE.place(PATIENCE):
        from models.nets.answers.probe import outputs

        start = perf_counter()
        found = outputs(chosen, pictures)
        _pace_of(name).note(perf_counter() - start, len(pictures))
        return meaning(name).probabilities(found)


def _pace_of(name: NetworkName) -> Pace:
    """What is known of this network's passes; the latest asked for are kept."""
    key = name, own_networks.version(name)
    _paces[key] = found = _paces.pop(key, None) or Pace()
    while len(_paces) > MOST_PACES:
        _paces.pop(next(iter(_paces)), None)
    return found
