"""From a stranger's file to a network that every page can look into."""

from __future__ import annotations

import math
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float32
from torch import nn

from models.nets.network import Network, frozen
from models.nets.own.architectures import Shape, architecture, build
from models.nets.own.child import read_in_child
from models.nets.own.keys import matters, unwrap
from models.nets.own.kinds import kind
from models.nets.own.matching import Match, compare, suggest
from models.nets.own.naming import labels
from models.nets.own.preparing import Preparing
from models.nets.own.refusals import MILLION, UnreadableWeights, most_megabytes, plain


@dataclass(frozen=True, eq=False)
class Weights:
    """What is in a file. `tensors`: by the layers' own names, float32. `types`: how the file keeps them ("F16", …).

    `title`: the file's name, fit for display and still untrusted. `prefix`: what was taken off the keys. `left_out`:
    keys beside the state dict. `counters`: tensors of a single integer, which nothing is computed from.
    """

    title: str
    tensors: Mapping[str, Float32[np.ndarray, "..."]]
    types: tuple[str, ...]
    prefix: str
    left_out: tuple[str, ...]
    counters: int

    @property
    def shapes(self) -> dict[str, Shape]:
        """The shapes by name."""
        return {name: values.shape for name, values in self.tensors.items()}

    @property
    def bytes(self) -> int:
        """What they hold in memory; a network made of them shares it."""
        return sum(values.nbytes for values in self.tensors.values())

    @property
    def numbers(self) -> int:
        """How many values there are."""
        return sum(values.size for values in self.tensors.values())


def read(data: bytes, title: str) -> Weights:
    """The weights in a .safetensors file, read in a bounded child process. Raises `UnreadableWeights`."""
    if refusal := kind(data, title):
        raise UnreadableWeights(refusal)
    if len(data) > most_megabytes() * MILLION:
        raise UnreadableWeights("too_large", megabytes=math.ceil(len(data) / MILLION), limit=most_megabytes())
    tensors, types = read_in_child(data)
    keys = unwrap(types)
    if keys.twice is not None:
        raise UnreadableWeights("twice", tensor=keys.twice)
    kept = {keys.names[key]: values for key, values in tensors.items() if key in keys.names}
    if not kept:
        raise UnreadableWeights("no_tensors")
    kinds = tuple(dict.fromkeys(types[key] for key in tensors))
    return Weights(plain(title), kept, kinds, keys.prefix, keys.left_out, len(types) - len(tensors))


class Misfit(ValueError):  # noqa: N818 - reads as what happened
    """Weights that don't fit the architecture; `match` says where."""

    def __init__(self, match: Match) -> None:
        super().__init__(f"the weights don't fit {match.name}: {match.fitting} tensors do")
        self.match = match


class TooSmall(ValueError):  # noqa: N818 - likewise
    """Pictures of a size that the network can't take."""


def make(weights: Weights, name: str, names: Sequence[str] = (), preparing: Preparing | None = None) -> Network:
    """The network: architecture `name` with these weights, the classes' `names`, and how pictures are prepared.

    Raises `Misfit` where keys or shapes differ, ValueError for a wrong number of names, `TooSmall` for pictures that
    the network can't take.
    """
    match = compare(weights.shapes, architecture(name))
    if not match.exact or match.classes is None:
        raise Misfit(match)
    preparing = preparing or Preparing.usual(name)
    words = labels(names, match.classes)
    network = Network(
        name=name,
        module=frozen(filled(build(name, match.classes), weights)),
        labels=words,
        input_size=(preparing.size, preparing.size),
        source=f"Uploaded in this visit: `{weights.title}`, as {name}, {len(words)} classes; gone after it.",
        weights="trained",
        normalize=preparing,
    )
    check_size(network)
    return network


def filled(module: nn.Module, weights: Weights) -> nn.Module:
    """The module with the weights of a file, every one of which fits; they share their memory, and nobody writes."""
    state = module.state_dict()  # with its versions, which MNASNet asks for
    with warnings.catch_warnings(action="ignore"):  # torch warns of arrays that can't be written to
        for key in state:
            state[key] = torch.from_numpy(weights.tensors[key]) if matters(key) else torch.tensor(0)
    module.load_state_dict(state, assign=True)
    return module


def check_size(network: Network) -> None:
    """Raises `TooSmall` if one pass with an empty picture fails."""
    try:
        with torch.inference_mode():
            network.module(torch.zeros(1, 3, *network.input_size))
    except RuntimeError as error:
        rows, columns = network.input_size
        raise TooSmall(f"{network.name} can't take pictures of {rows} × {columns} pixels") from error


def own_network(
    file: str | Path,
    name: str | None = None,
    *,
    labels: Sequence[str] = (),
    input_size: int | None = None,
    mean: tuple[float, float, float] | None = None,
    deviation: tuple[float, float, float] | None = None,
) -> Network:
    """The same in a notebook: the network in a .safetensors file, as the architecture `name` or the one that fits.

    Raises `UnreadableWeights`, `Misfit`, or what `make` raises.
    """
    weights = read(Path(file).read_bytes(), Path(file).name)
    found = name or suggest(weights.shapes)[0].name
    usual = Preparing.usual(found)
    preparing = Preparing(input_size or usual.size, mean or usual.mean, deviation or usual.deviation)
    return make(weights, found, labels, preparing)
