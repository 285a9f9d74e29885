"""Where pages, lessons and checks keep what was worked out: with Streamlit on a page, in plain dictionaries elsewhere.

So a case is worked out in a notebook as on a page: nothing below this folder knows Streamlit. The frame of the pages
calls `use` with what keeps things there (`pages/shell/streamlit_host.py`).
"""

from __future__ import annotations

import copy
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, MutableMapping
from typing import Any, Literal, Protocol

Kind = Literal["shared", "copied"]
Hashes = Mapping[str | type[Any], Callable[[Any], Any]]


class Host(Protocol):
    """What keeps results and remembers a visit."""

    def state(self) -> MutableMapping[str, Any]:
        """What is remembered of the present visit, by name."""

    def keep(
        self, function: Callable[..., Any], kind: Kind, most: int, hashes: Hashes, *, of_the_visit: bool
    ) -> Callable[..., Any]:
        """The function, with its last `most` results kept: "shared" as they are, or "copied" for everyone who asks.

        `hashes`: what tells two arguments of a type apart. `of_the_visit`: whether other visits have their own.
        """

    def begin_anew(self) -> None:
        """Has a page that can't go on start again; where there is no page, nothing."""

    def settle(self) -> None:
        """Takes what is in memory as here to stay: a network has just been loaded."""


class Plain:
    """One visit, as in a notebook."""

    def __init__(self) -> None:
        self._state: dict[str, Any] = {}

    def state(self) -> MutableMapping[str, Any]:
        """A dictionary that lasts as long as the process."""
        return self._state

    def keep(
        self, function: Callable[..., Any], kind: Kind, most: int, hashes: Hashes, *, of_the_visit: bool
    ) -> Callable[..., Any]:
        """Kept in order of use. There is one visit, and what is of it is kept like everything else."""
        del of_the_visit
        kept: OrderedDict[Hashable, Any] = OrderedDict()
        lock = threading.RLock()

        def call(*values: Any) -> Any:
            key = key_of(values, hashes)
            with lock:
                if key not in kept:
                    kept[key] = function(*values)
                    while len(kept) > most:
                        kept.popitem(last=False)
                kept.move_to_end(key)
                return copy.deepcopy(kept[key]) if kind == "copied" else kept[key]

        return call

    def begin_anew(self) -> None:
        """There is no page."""

    def settle(self) -> None:
        """What is in memory is the business of whoever calls."""


def key_of(value: Any, hashes: Hashes) -> Hashable:
    """What tells a value from others: by its type's own rule, item by item in a collection, else the value itself."""
    if type(value) in hashes:
        return type(value).__name__, hashes[type(value)](value)
    if isinstance(value, (tuple, list)):
        return type(value).__name__, tuple(key_of(item, hashes) for item in value)
    if isinstance(value, Mapping):
        return "mapping", frozenset((name, key_of(item, hashes)) for name, item in value.items())
    return type(value).__name__, value


_host: list[Host] = [Plain()]


def use(host: Host) -> None:
    """From now on, for the whole process, things are kept there."""
    _host[0] = host


def current() -> Host:
    """What keeps things now."""
    return _host[0]


def state() -> MutableMapping[str, Any]:
    """What is remembered of the present visit, by name."""
    return _host[0].state()
