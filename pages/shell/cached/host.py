"""Where pages, lessons and checks keep what was worked out: with Streamlit on a page, in plain dictionaries elsewhere.

So a case is worked out in a notebook as on a page: nothing below this folder knows Streamlit. The frame of the pages
calls `use` with what keeps things there (`pages/shell/streamlit_host.py`).
"""

from __future__ import annotations

import copy
import dataclasses
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, MutableMapping
from typing import Any, Literal, Protocol

Kind = Literal["shared", "copied", "drawn"]
Hashes = Mapping[str | type[Any], Callable[[Any], Any]]


class Host(Protocol):
    """What keeps results and remembers a visit."""

    def state(self) -> MutableMapping[str, Any]:
        """What is remembered of the present visit, by name."""

    def keep(
        self, function: Callable[..., Any], kind: Kind, most: int, hashes: Hashes, *, of_the_visit: bool
    ) -> Callable[..., Any]:
        """The function, with its last `most` results kept: "shared" as they are, or "copied" for everyone who asks.

        "drawn" is what has no result but what it puts on a page: that is put there again. `hashes`: what tells two
        arguments of a type apart. `of_the_visit`: whether other visits have their own.
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
        return function if kind == "drawn" else in_order_of_use(function, most, hashes, copied=kind == "copied")

    def begin_anew(self) -> None:
        """There is no page."""

    def settle(self) -> None:
        """What is in memory is the business of whoever calls."""


def in_order_of_use(
    function: Callable[..., Any], most: int, hashes: Hashes, *, copied: bool = False
) -> Callable[..., Any]:
    """The function with its last `most` results kept, each made once for all threads that ask for it at a time."""
    kept: OrderedDict[Hashable, Any] = OrderedDict()
    making: dict[Hashable, threading.RLock] = {}
    lock = threading.Lock()

    def call(*values: Any) -> Any:
        result = find(key_of(values, hashes), values)
        return copy.deepcopy(result) if copied else result

    def find(key: Hashable, values: tuple[Any, ...]) -> Any:
        with lock:
            if key in kept:
                kept.move_to_end(key)
                return kept[key]
            mine = making.setdefault(key, threading.RLock())
        with mine:
            with lock:
                if key in kept:
                    return kept[key]
            try:
                result = function(*values)
                with lock:
                    kept[key] = result
                    while len(kept) > most:
                        kept.popitem(last=False)
            finally:
                with lock:
                    making.pop(key, None)
            return result

    return call


def key_of(value: Any, hashes: Hashes) -> Hashable:
    """What tells a value from others: by its type's own rule, part by part in what has parts, else the value itself."""
    if type(value) in hashes:
        return type(value).__name__, hashes[type(value)](value)
    if dataclasses.is_dataclass(value):
        return type(value).__qualname__, tuple(key_of(each, hashes) for each in _fields(value))
    if isinstance(value, (tuple, list)):
        return type(value).__name__, tuple(key_of(item, hashes) for item in value)
    if isinstance(value, Mapping):
        return "mapping", frozenset((name, key_of(item, hashes)) for name, item in value.items())
    return type(value).__name__, value


def _fields(record: Any) -> Iterator[Any]:
    return (getattr(record, field.name) for field in dataclasses.fields(record))


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
