"""What are the layers' own names, once the wrappings that training programs put around them are taken off?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from models.nets.published_keys import of_side_exit, respelled

WRAPPINGS: Final = ("state_dict.", "model_state_dict.", "model_state.", "params.")
PREFIXES: Final = ("module.", "model.", "net.", "network.", "_orig_mod.", "backbone.")
SHARE: Final = 0.9  # of all keys must have a prefix for it to be taken for one
COUNTERS: Final = "num_batches_tracked"


@dataclass(frozen=True)
class Keys:
    """`names`: the layers' own name of each key that is kept. `prefix`: what was taken off.

    `left_out`: keys beside a wrapped state dict (an optimizer's, say). `twice`: a name that two keys would have.
    """

    names: dict[str, str]
    prefix: str
    left_out: tuple[str, ...] = ()
    twice: str | None = None


def unwrap(keys: Iterable[str]) -> Keys:
    """Takes off wrappings ("state_dict.") and prefixes ("module."), however many there are of them."""
    names, prefix, left_out = {key: key for key in keys}, "", []
    while found := _shared(names.values()):
        prefix += found
        if found in WRAPPINGS:
            left_out += [key for key, name in names.items() if not name.startswith(found)]
            names = {key: name for key, name in names.items() if name.startswith(found)}
        names = {key: name.removeprefix(found) for key, name in names.items()}
    names = {key: respelled(name) for key, name in names.items()}
    return Keys(names, prefix, tuple(left_out), _first_twice(names.values()))


def _shared(names: Iterable[str]) -> str | None:
    every = list(names)
    for wrapping in WRAPPINGS:
        if any(name.startswith(wrapping) for name in every):
            return wrapping
    for prefix in PREFIXES:
        count = sum(name.startswith(prefix) for name in every)
        if count and count >= SHARE * len(every):
            return prefix
    return None


def _first_twice(names: Iterable[str]) -> str | None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None


def matters(name: str) -> bool:
    """Whether a key belongs to what the network computes; counters of batches and side exits don't."""
    return not (name.endswith(COUNTERS) or of_side_exit(name))
