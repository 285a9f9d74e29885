"""A visitor's own networks: known to that visit alone, and gone with it. And the one that the server was started with.

A visit's own stand among the networks as "own 1", "own 2", …: a key of the visit, not of the house. What all visits
hold of them together is bounded.
"""

from __future__ import annotations

import json
import logging
import os
import re
import uuid
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from weakref import WeakSet

from models.nets.own import from_python
from models.nets.own.file.refusals import MILLION, UnreadableWeights
from pages.shell.cached import host
from pages.shell.records import NetworkName

if TYPE_CHECKING:
    from models.nets.network import Network
    from models.nets.own.file.weights import Weights

OWN = "own"
MOST_OWN = 2  # an older one makes room
USUAL_TOGETHER = 1_000  # megabytes, of all visits; CONVOSCOPE_MOST_OWN_MB says otherwise

EXAMPLE = "example("  # how code that names one of our own files begins

NotShown = from_python.NotANetwork

# The folders of a path: between quotes with whatever is in their names, elsewhere up to a space.
FOLDERS = re.compile(
    r"""(['"])(?:[A-Za-z]:)?[\\/](?:[^'"\\/]*[\\/])*|(?<![\w.:/\\])(?:[A-Za-z]:)?[\\/](?:[^\s'"\\/]+[\\/])+"""
)

_logger = logging.getLogger(__name__)
_held: WeakSet[Weights] = WeakSet()
_failures: dict[str, str] = {}


@dataclass(frozen=True, eq=False)
class OwnNetwork:
    """A network of the visit. `title`: the file's name, untrusted text; `token`: like no other's, keys what is kept.

    `architecture`: the name in the catalogue. `weights`: the file's, whose memory the network shares. `in_code`: how
    lines of Python get at the file. `trained`: whether it comes from the visitor's own training, and from no file.
    """

    key: NetworkName
    title: str
    network: Network
    architecture: str
    weights: Weights | None = None
    in_code: str = '"your-network.safetensors"'
    trained: bool = False
    token: str = field(default_factory=lambda: uuid.uuid4().hex)


def own() -> dict[str, OwnNetwork]:
    """The visitor's own networks by key, oldest first."""
    return host.state().setdefault("own_networks", {})


def is_own(name: str) -> bool:
    """Whether a name is one of a visit's own, here or elsewhere."""
    return name.startswith(f"{OWN} ")


def add(network: Network, title: str, weights: Weights, in_code: str, *, trained: bool = False) -> OwnNetwork:
    """Keeps a network under a new key, which becomes its name too; the rest as in `OwnNetwork`.

    Of a training there is one at a time: the network as it is now takes the place of what it was before.
    """
    kept, visit = own(), host.state()
    for key in [each.key for each in kept.values() if trained and each.trained]:
        remove(key)
    visit["own_network_count"] = number = 1 + visit.get("own_network_count", 0)
    key = NetworkName(f"{OWN} {number}")
    kept[key] = added = OwnNetwork(
        key, title, replace(network, name=key), network.name, weights, in_code, trained=trained
    )
    while len(kept) > MOST_OWN:
        del kept[next(iter(kept))]
    return added


def remove(key: str) -> None:
    """Forgets a network of the visit; what isn't there stays away."""
    own().pop(key, None)


def find(name: str) -> Network:
    """The visit's own network of that name; ValueError if there is none."""
    if name not in own():
        raise ValueError(f"name must be one of this visit's networks {list(own())}, got {name!r}")
    return own()[name].network


def hold(weights: Weights) -> Weights:
    """Counts weights among what all visits hold, as long as anybody does. Raises `UnreadableWeights` beyond that."""
    if weights.bytes + sum(each.bytes for each in list(_held)) > most_together():
        raise UnreadableWeights("full")
    _held.add(weights)
    return weights


def most_together() -> int:
    """How many bytes all visits' own networks may take together."""
    try:
        return MILLION * int(os.environ.get("CONVOSCOPE_MOST_OWN_MB", str(USUAL_TOGETHER)))
    except ValueError:
        return MILLION * USUAL_TOGETHER


def version(name: str) -> str:
    """What tells apart states of one name: which own network it is, or which file of weights lies there."""
    if is_own(name):
        return own()[name].token if name in own() else ""
    from models.nets.entries import weights_file

    file = weights_file(name)
    if file is None or not file.exists():
        return ""
    state = file.stat()
    return f"{state.st_mtime_ns} {state.st_size}"


def literal(text: str) -> str:
    """A text as lines of Python spell it; `text` has no control or direction signs."""
    return json.dumps(text, ensure_ascii=False)


def of_the_server() -> tuple[NetworkName, ...]:
    """The network that the server was started with, by its name "module:function"; none if it couldn't be shown."""
    name = from_python.wanted()
    return () if name is None or name in _failures else (NetworkName(name),)


def from_the_server(name: str) -> Network:
    """That network. Raises `NotANetwork`, and then it isn't offered any more."""
    if name in _failures:
        raise from_python.NotANetwork(_failures[name])
    try:
        return from_python.load(name)
    except from_python.NotANetwork as error:
        _logger.warning("The network that this server was started with can't be shown: %s", error)
        _failures[name] = without_folders(str(error))
        raise


def without_folders(text: str) -> str:
    """The text with the paths in it cut to their files' names: where a server keeps its files is told to nobody."""
    return FOLDERS.sub(r"\1", text)


def failure() -> str | None:
    """Why the network that the server was started with can't be shown, in a sentence."""
    return _failures.get(from_python.wanted() or "")


def in_python(code: str, name: str) -> str:
    """Lines of PyTorch that load a network of the catalogue by name, made to load one's own."""
    by_name = "from convoscope.nets.catalogue import load"
    if name in of_the_server():
        return code.replace(by_name, "from convoscope.nets.own.from_python import load")
    mine = own().get(name)
    if mine is None:
        return code
    if mine.trained:
        code = code.replace(by_name, "from convoscope.nets.own.trained import trained_network")
        return code.replace(f'load("{name}")', f"trained_network({mine.in_code})")
    settings = ", ".join(
        f"{about}={getattr(mine.network.normalize, attribute)}"
        for about, attribute in (("input_size", "size"), ("mean", "mean"), ("deviation", "deviation"))
    )
    meaning = mine.network.meaning
    settings += "" if meaning is None or meaning.kind == "logits" else f', kind="{meaning.kind}"'
    call = f'own_network({mine.in_code}, "{mine.architecture}", {settings})'
    imports = "from convoscope.nets.own.file.opening import own_network"
    if mine.in_code.startswith(EXAMPLE):
        imports = f"from convoscope.nets.own.file.examples import example\n{imports}"
    code = code.replace(by_name, imports)
    return code.replace(f'load("{name}")', call)
