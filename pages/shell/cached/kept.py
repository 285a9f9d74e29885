"""What is worked out once and kept: for all visitors, or, where it comes from a visitor's own network, for that visit.

A function that takes a network's `name` (or `network`) is keyed by the state of that network's weights too: weights
that arrive, or another network under an old name, are never answered with what was kept of the former ones.
"""

from __future__ import annotations

import inspect
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from functools import wraps
from typing import Any, Generic, ParamSpec, Protocol, TypeVar

import streamlit as st

from models.nets.memory import return_freed_memory
from pages.shell.cached import own_networks
from pages.shell.records import Member, Picture

P = ParamSpec("P")
R = TypeVar("R")


class Heavy(Protocol):
    """What knows how many bytes it holds."""

    @property
    def bytes(self) -> int:
        """In memory, at most."""


H = TypeVar("H", bound=Heavy)
Hashes = dict[str | type[Any], Callable[[Any], Any]]

MUCH = 64 * 2**20  # bytes let go at once that go back to the system

# Two pictures of the same pixels are the same to a network, but not to words.
BY_DIGEST: Hashes = {Picture: lambda picture: picture.digest, Member: lambda member: member.digest}
BY_KEY: Hashes = {Picture: lambda picture: f"{picture.key} {picture.digest}", Member: lambda member: member.digest}


def resource(most: int, hashes: Hashes | None = None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keeps the last `most` results as they are, shared: nobody may change them."""
    return _kept(st.cache_resource, most, hashes)


def data(most: int, hashes: Hashes | None = None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keeps the last `most` results; everybody gets a copy."""
    return _kept(st.cache_data, most, hashes)


def weighed(budget: int, most: int) -> Callable[[Callable[P, H]], Callable[P, H]]:
    """Keeps results for all visitors as long as they weigh at most `budget` bytes together and are at most `most`.

    What was asked for least recently goes first; the last one stays, however heavy. A visitor's own: the last two.
    """

    def decorate(function: Callable[P, H]) -> Callable[P, H]:
        shelf = Shelf[H](budget, most)
        own = _of_the_visit(st.cache_resource, function, 2, BY_DIGEST)
        SHELVES[f"{function.__module__}.{function.__qualname__}"] = shelf

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> H:
            values, name = _arguments(function, args, kwargs)
            version = own_networks.version(name)
            if own_networks.is_own(name):
                return own(version, *values)
            key = (version, *(BY_DIGEST.get(type(value), _itself)(value) for value in values))
            return shelf.get(key, lambda: function(*args, **kwargs))

        return call

    return decorate


class Shelf(Generic[H]):
    """Values by key, least recently used first; a key is made once for all who ask for it at the same time."""

    def __init__(self, budget: int, most: int) -> None:
        self.budget, self.most = budget, most
        self._kept: OrderedDict[Hashable, tuple[H, int]] = OrderedDict()
        self._lock = threading.Lock()
        self._making: dict[Hashable, threading.Lock] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def __iter__(self) -> Iterator[H]:
        """The values, least recently used first."""
        return iter([value for value, _ in self._kept.values()])

    @property
    def weight(self) -> int:
        """Of everything that is kept, in bytes."""
        return sum(weight for _, weight in self._kept.values())

    def get(self, key: Hashable, make: Callable[[], H]) -> H:
        """The value of that key, made if it isn't there."""
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                if key in self._kept:
                    self._kept.move_to_end(key)
                    return self._kept[key][0]
                # The new one is there beside the old ones before it can be weighed.
                self._let_go(self.budget // 2, self.most - 1)
            try:
                value = make()
                with self._lock:
                    self._kept[key] = value, value.bytes
                    self._let_go(self.budget, self.most, least=1)
            finally:
                with self._lock:
                    self._making.pop(key, None)
            return value

    def clear(self) -> None:
        """Lets go of everything."""
        with self._lock:
            self._kept.clear()

    def _let_go(self, budget: int, most: int, least: int = 0) -> None:
        before = self.weight
        while len(self._kept) > least and (self.weight > budget or len(self._kept) > most):
            self._kept.popitem(last=False)
        if before - self.weight > MUCH:
            return_freed_memory()


SHELVES: dict[str, Shelf[Any]] = {}


def _kept(cache: Any, most: int, hashes: Hashes | None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    hash_funcs = BY_DIGEST | (hashes or {})

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        shared = cache(_versioned(function, ""), max_entries=most, show_spinner=False, hash_funcs=hash_funcs)
        own = _of_the_visit(cache, function, most, hash_funcs)

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            values, name = _arguments(function, args, kwargs)
            kept = own if own_networks.is_own(name) else shared
            result: R = kept(own_networks.version(name), *values)
            return result

        return call

    return decorate


def _of_the_visit(cache: Any, function: Callable[..., R], most: int, hashes: Hashes) -> Callable[..., R]:
    kept: Callable[..., R] = cache(
        _versioned(function, " of the visit"), max_entries=most, show_spinner=False, hash_funcs=hashes, scope="session"
    )
    return kept


def _versioned(function: Callable[..., R], suffix: str) -> Callable[..., R]:
    """The function with the version of its network as a first argument; Streamlit tells functions by these names."""

    def versioned(version: str, *values: Any) -> R:
        del version  # only a part of the key
        return function(*values)

    versioned.__module__, versioned.__qualname__ = function.__module__, function.__qualname__ + suffix
    return versioned


def _arguments(function: Callable[..., Any], args: Any, kwargs: Any) -> tuple[tuple[Any, ...], str]:
    """All arguments in order, defaults put in, and the network's name among them ("" where there is none)."""
    bound = inspect.signature(function).bind(*args, **kwargs)
    bound.apply_defaults()
    given = bound.arguments
    name = given.get("name", given.get("network", getattr(given.get("now"), "network", "")))
    return tuple(given.values()), name


def _itself(value: Any) -> Any:
    return value
