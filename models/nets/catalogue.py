"""Which networks can be looked into, and how does one get them?

Asking for the names loads no torch, so a menu is on screen at once; `load` does the heavy part.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from models.nets.entries import BUNDLED, ENTRIES, Entry, by_name

if TYPE_CHECKING:
    import models.nets.network


def names() -> tuple[str, ...]:
    """The networks that `load` knows: the bundled ones first, then torchvision's, small ones first."""
    return tuple(entry.name for entry in ENTRIES)


def entry(name: str) -> Entry:
    """What is known of a network before it is loaded. Raises ValueError for an unknown name."""
    if known := by_name().get(name):
        return known
    raise ValueError(f"name is {name!r}, but must be one of the {len(ENTRIES)} in names(){_suggestion(name)}")


def _suggestion(name: str) -> str:
    close = get_close_matches(str(name), names())
    return f"; close to it: {', '.join(close)}" if close else ""


def load(name: str) -> models.nets.network.Network:
    """The network, ready to be looked into: in evaluation mode, its weights frozen. Nothing is ever downloaded.

    "cifar10" and "imagenette" come with Convoscope. A network of torchvision has its published weights if their file
    already lies where torch keeps such files, else random ones, the same on every call; `.weights` and `.source` say
    which.
    Each call makes a new network; share one by its `.lock`. Raises ValueError for an unknown name.
    """
    known = entry(name)
    # Loaded here and not above, because torch takes seconds and names() must not.
    if known in BUNDLED:
        from models.nets.bundled.loading import load_bundled  # noqa: PLC0415 - as said

        return load_bundled(known)
    from models.nets.weights.published import load_published  # noqa: PLC0415 - as said

    return load_published(known)
