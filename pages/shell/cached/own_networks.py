"""A visitor's own networks: known to that visit alone, and gone with it.

They stand among the networks as "own 1", "own 2", …: a key of the visit, not of the house.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from models.nets.network import Network

OWN = "own"
MOST_OWN = 2  # an older one makes room


@dataclass(frozen=True)
class OwnNetwork:
    """A network of the visit. `title`: the file's name, untrusted text; `token`: like no other's, keys what is kept."""

    key: str
    title: str
    network: Network
    token: str = field(default_factory=lambda: uuid.uuid4().hex)


def own() -> dict[str, OwnNetwork]:
    """The visitor's own networks by key, oldest first."""
    return st.session_state.setdefault("own_networks", {})


def is_own(name: str) -> bool:
    """Whether a name is one of a visit's own, here or elsewhere."""
    return name.startswith(f"{OWN} ")


def add(network: Network, title: str) -> OwnNetwork:
    """Keeps a network under a new key, which becomes its name too."""
    kept, number = own(), 1 + st.session_state.get("own_network_count", 0)
    st.session_state["own_network_count"] = number
    added = OwnNetwork(f"{OWN} {number}", title, network)
    kept[added.key] = added
    while len(kept) > MOST_OWN:
        del kept[next(iter(kept))]
    return added


def find(name: str) -> Network:
    """The visit's own network of that name; ValueError if there is none."""
    if name not in own():
        raise ValueError(f"name must be one of this visit's networks {list(own())}, got {name!r}")
    return own()[name].network


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
