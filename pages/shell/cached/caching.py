"""What is worked out once and kept: for all visitors, or, where it comes from a visitor's own network, for that visit.

A function that takes a network is keyed by the state of that network's weights too: weights that arrive, or another
network under an old name, are never answered with what was kept of the former ones. Which argument that is say the
types in its signature, whatever the argument is called: see `arguments`.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from functools import wraps
from operator import attrgetter
from typing import Any, Generic, ParamSpec, Protocol, TypeVar

import numpy as np

from models.nets.memory import return_freed_memory
from pages.shell.cached import host, own_networks
from pages.shell.cached.arguments import Arguments
from pages.shell.cached.host import Host, Kind
from pages.shell.records import Member, Now, Picture

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


def of_array(array: np.ndarray) -> str:
    """Stands for every byte of it: Streamlit's own key of an array of a million values is made of a sample of them."""
    digest = hashlib.sha256(np.ascontiguousarray(array).tobytes()).hexdigest()
    return f"{array.dtype} {array.shape} {digest}"


# Two pictures of the same pixels are the same to a network, but not to words.
BY_DIGEST: Hashes = {**dict.fromkeys((Picture, Member, Now), attrgetter("digest")), np.ndarray: of_array}
BY_KEY: Hashes = BY_DIGEST | dict.fromkeys((Picture, Member), attrgetter("key", "digest"))


def resource(
    most: int, hashes: Hashes | None = None, *, of_network: bool = True
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keeps the last `most` results as they are, shared: nobody may change them.

    `of_network`: whether they hang on a network, which is then among the arguments.
    """
    return _kept("shared", most, hashes, of_network)


def data(
    most: int, hashes: Hashes | None = None, *, of_network: bool = True
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keeps the last `most` results; everybody gets a copy. `of_network` as in `resource`."""
    return _kept("copied", most, hashes, of_network)


def drawn(
    most: int, hashes: Hashes | None = None, *, of_network: bool = True
) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Keeps what the last `most` calls put on the page, and puts it there again; nothing in it may be a widget.

    `of_network` as in `resource`. What is drawn in words hangs on the language too.
    """
    return _kept("drawn", most, hashes, of_network)


def weighed(budget: int, most: int) -> Callable[[Callable[P, H]], Callable[P, H]]:
    """Keeps results for all visitors as long as they weigh at most `budget` bytes together and are at most `most`.

    What was asked for least recently goes first; the last one stays, however heavy. A visitor's own: the last two.
    """

    def decorate(function: Callable[P, H]) -> Callable[P, H]:
        arguments, shelf = Arguments(function), Shelf[H](budget, most)
        own = Keeping(function, "shared", 2, BY_DIGEST, of_the_visit=True)
        SHELVES[f"{function.__module__}.{function.__qualname__}"] = shelf

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> H:
            values, names = arguments.of(args, kwargs)
            if any(map(own_networks.is_own, names)):
                return own(_versions(names), *values)
            key = (_versions(names), *(BY_DIGEST.get(type(value), _itself)(value) for value in values))
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


def _kept(kind: Kind, most: int, hashes: Hashes | None, of_network: bool) -> Callable[[Callable[P, R]], Callable[P, R]]:  # noqa: FBT001
    by = BY_DIGEST | (hashes or {})

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        arguments = Arguments(function, of_network=of_network)
        shared, own = (Keeping(function, kind, most, by, of_the_visit=of_the_visit) for of_the_visit in (False, True))

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            values, names = arguments.of(args, kwargs)
            kept = own if any(map(own_networks.is_own, names)) else shared
            result: R = kept(_versions(names), *values)
            return result

        return call

    return decorate


class Keeping:
    """A function whose results the present host keeps, from the first call on."""

    def __init__(
        self, function: Callable[..., Any], kind: Kind, most: int, hashes: Hashes, *, of_the_visit: bool
    ) -> None:
        self._function = _versioned(function, " of the visit" if of_the_visit else "")
        self._how: tuple[Kind, int, Hashes] = kind, most, hashes
        self._of_the_visit = of_the_visit
        self._by: dict[Host, Callable[..., Any]] = {}
        self._lock = threading.Lock()

    def __call__(self, *values: Any) -> Any:
        """What was kept for these values, or the function's result, from now on kept."""
        keeper = host.current()
        with self._lock:
            if keeper not in self._by:
                self._by[keeper] = keeper.keep(self._function, *self._how, of_the_visit=self._of_the_visit)
        return self._by[keeper](*values)


def _versioned(function: Callable[..., R], suffix: str) -> Callable[..., R]:
    """The function with the versions of its networks as a first argument; Streamlit tells functions by these names."""

    def versioned(versions: tuple[str, ...], *values: Any) -> R:
        del versions  # only a part of the key
        return function(*values)

    versioned.__module__, versioned.__qualname__ = function.__module__, function.__qualname__ + suffix
    return versioned


def _versions(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(own_networks.version, names))


def _itself(value: Any) -> Any:
    return value
