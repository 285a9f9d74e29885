"""Which keys of a file count, and by which name does each layer go today?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from models.nets.weights.published_keys import of_side_exit, respelled

# What torch puts around a part of a network that is compiled, or trained in shares or with less memory.
WRAPPERS: Final = re.compile(r"(?<=\.)(?:_orig_mod|_fsdp_wrapped_module|_checkpoint_wrapped_module)\.")
COUNTERS: Final = "num_batches_tracked"


def todays(keys: Iterable[str]) -> dict[str, str]:
    """The name that a layer's tensor has today, by each key. Raises ValueError(name) for one that two keys have."""
    names: dict[str, str] = {}
    seen: set[str] = set()
    for key in keys:
        names[key] = name = respelled(WRAPPERS.sub("", key))
        if name in seen:
            raise ValueError(name)
        seen.add(name)
    return names


def matters(name: str) -> bool:
    """Whether a key belongs to what the network computes; counters of batches and side exits don't."""
    return not (name.endswith(COUNTERS) or of_side_exit(name))
