"""From a stranger's file to a network that every page can look into."""

from __future__ import annotations

import math
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import nn

from models.nets.network import Network, frozen
from models.nets.own.file.architectures import build
from models.nets.own.file.child import read_in_child
from models.nets.own.file.endings import end_before, take_channels
from models.nets.own.file.keys import matters, todays
from models.nets.own.file.kinds import kind
from models.nets.own.file.matching import compare, names_in_file, suggest
from models.nets.own.file.refusals import MILLION, UnreadableWeights, most_megabytes, plain
from models.nets.own.file.sound import fault, fault_of_all
from models.nets.own.file.table import architecture
from models.nets.own.file.weights import Weights
from models.nets.own.naming import labels
from models.nets.own.preparing import Channels, Preparing
from models.ops.meaning import Kind, Meaning
from models.records.matches import COLOURS, Match
from models.sandbox.weights.header import INTEGERS

FEW = 3  # keys that are named in a sentence


def read(data: bytes, title: str) -> Weights:
    """The weights in a .safetensors file, read in a bounded child process. Raises `UnreadableWeights`."""
    if refusal := kind(data, title):
        raise UnreadableWeights(refusal)
    if len(data) > most_megabytes() * MILLION:
        raise UnreadableWeights("too_large", megabytes=math.ceil(len(data) / MILLION), limit=most_megabytes())
    tensors, entries = read_in_child(data)
    counted = {key: entry for key, entry in entries.items() if key in tensors or entry[0] not in INTEGERS}
    if not counted:
        raise UnreadableWeights("no_tensors")
    try:
        names = todays(counted)
    except ValueError as twice:
        raise UnreadableWeights("twice", tensor=twice) from None
    kept = {names[key]: values for key, values in tensors.items()}
    aside = {names[key]: entry for key, entry in counted.items() if key not in tensors}
    kinds = tuple(dict.fromkeys(entries[key][0] for key in tensors))
    weights = Weights(plain(title), kept, kinds, len(entries) - len(counted), aside)
    if (refused := fault_of_all(weights)) is not None:
        raise refused
    return weights


class Misfit(ValueError):  # noqa: N818 - reads as what happened
    """Weights that don't fit the architecture; `match` says where."""

    def __init__(self, match: Match) -> None:
        super().__init__(f"the weights don't fit {match.name}: {match.fitting} tensors do")
        self.match = match


class TooSmall(ValueError):  # noqa: N818 - likewise
    """Pictures of a size that the network can't take."""


def make(
    weights: Weights,
    name: str,
    names: Sequence[str] = (),
    preparing: Preparing | None = None,
    kind: Kind = "logits",
) -> Network:
    """The network: architecture `name` with these weights, the classes' `names`, and how pictures are prepared.

    `kind`: of numbers that it answers with. Raises `Misfit` where keys or shapes differ, ValueError for a wrong number
    of names, `TooSmall` for pictures that the network can't take, `UnreadableWeights` for weights that nothing can be
    computed with.
    """
    match = compare(weights.shapes, architecture(name))
    if match.ending is None:
        raise Misfit(match)
    if (refused := fault(weights, match)) is not None:
        raise refused
    preparing = preparing or Preparing.usual(name)
    preparing = preparing if match.channels == COLOURS else preparing.grey()
    module = frozen(filled(built(match), weights, match))
    size = (preparing.size, preparing.size)
    meaning = Meaning(kind if match.classes else "numbers", answers(module, name, size, match.channels))
    return Network(
        name=name,
        module=module,
        labels=labels(names, meaning, "class" if match.classes else "feature"),
        input_size=size,
        source=f"Uploaded in this visit: `{weights.title}`, {told(match, meaning.outputs)}; gone after it.",
        weights="trained",
        normalize=preparing,
        channels=match.channels,
        meaning=meaning,
    )


def told(match: Match, outputs: int) -> str:
    """What is made of the file, in a part of a sentence."""
    ending = match.ending
    if ending is None or ending.classes is None:
        left = (
            f" (the file's has another form than one linear layer: {named(ending.left)})"
            if ending and ending.left
            else ""
        )
        return f"as {match.name} without a head{left}: {outputs} features, no classes"
    head = f", its last layer `{plain(ending.head)}`" if ending.head else ""
    return f"as {match.name}{head}, {outputs} {'class' if outputs == 1 else 'classes'}"


def named(keys: Sequence[str]) -> str:
    """A few keys of the file by name, and how many more there are."""
    listed = ", ".join(f"`{plain(key)}`" for key in keys[:FEW])
    return f"{listed} and {len(keys) - FEW} more" if len(keys) > FEW else listed


def built(match: Match) -> nn.Module:
    """The network that a match speaks of, its weights without values yet."""
    ending = match.ending
    if ending is None:
        raise Misfit(match)
    wanted = architecture(match.name)
    module = build(match.name, None if ending.before else ending.classes)
    if match.channels != COLOURS:
        take_channels(module, wanted.stem, match.channels)
    if ending.before is not None:
        end_before(module, ending.before, means=ending.head is None)
    if ending.head is not None:
        module.set_submodule(wanted.head, nn.Linear(ending.inputs, ending.classes, bias=ending.bias, device="meta"))
    return module


def filled(module: nn.Module, weights: Weights, match: Match) -> nn.Module:
    """The module with the weights of a file, every one of which fits; they share their memory, and nobody writes."""
    names = names_in_file(architecture(match.name), match.place)
    state = module.state_dict()  # with its versions, which MNASNet asks for
    with warnings.catch_warnings(action="ignore"):  # torch warns of arrays that can't be written to
        for key in state:
            state[key] = (
                torch.from_numpy(weights.tensors[_in_file(key, match, names)]) if matters(key) else torch.tensor(0)
            )
    module.load_state_dict(state, assign=True)
    return module


def _in_file(key: str, match: Match, names: Mapping[str, str]) -> str:
    """The file's key for a key of the network that was built."""
    head = architecture(match.name).head
    if match.ending is not None and match.ending.head is not None and key.startswith(f"{head}."):
        return match.ending.head + key.removeprefix(head)
    return names[key]


def answers(module: nn.Module, name: str, size: tuple[int, int], channels: int) -> int:
    """How many numbers it answers with. Raises `TooSmall` if one pass with an empty picture fails."""
    try:
        with torch.inference_mode():
            return int(module(torch.zeros(1, channels, *size)).shape[1])
    except RuntimeError as error:
        raise TooSmall(f"{name} can't take pictures of {size[0]} × {size[1]} pixels") from error


def own_network(
    file: str | Path | bytes,
    name: str | None = None,
    *,
    labels: Sequence[str] = (),
    input_size: int | None = None,
    mean: Channels | None = None,
    deviation: Channels | None = None,
    kind: Kind = "logits",
) -> Network:
    """The same in a notebook: the network in a .safetensors file, as the architecture `name` or the one that fits.

    `file`: its path, or what is in it.

    Raises `UnreadableWeights`, `Misfit`, or what `make` raises.
    """
    weights = read(file, "bytes") if isinstance(file, bytes) else read(Path(file).read_bytes(), Path(file).name)
    found = name or suggest(weights.shapes)[0].name
    usual = Preparing.usual(found)
    preparing = Preparing(input_size or usual.size, mean or usual.mean, deviation or usual.deviation)
    return make(weights, found, labels, preparing, kind)
