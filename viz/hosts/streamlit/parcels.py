"""Bytes that travel by address: made when they are first asked for, once for everybody, and the same for ever after.

A parcel's key says what is in it: a hash of the bytes themselves, or of the recipe that they are made by. So whoever
has it need not ask again, and all who look at the same thing share one. What comes of a visitor's own picture or
network is given to that visit alone, which shows its token; unless others could have it anyway.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

KEY = re.compile(r"[0-9a-f]{40}")
SMALL = 2048  # bytes that are sent along rather than named: to ask for them would take longer
BUDGET = 96 * 2**20  # bytes, all that is held together
MOST = 4096  # parcels that are known
LEVEL = 1  # of gzip: maps are noise to it, and a higher one takes three times as long for a twentieth
WORTH = 0.95  # of its size, at most, must be left of what is kept compressed
EVERYBODY = ""
_SECRET = secrets.token_bytes(32)  # of this process


@dataclass(frozen=True)
class Recipe:
    """Bytes that are not made yet. `key`: for all that they hang on; `public`: whether everybody may have them."""

    key: str
    make: Callable[[], bytes]
    public: bool


@dataclass
class Parcel:
    """What can be asked for. `owners`: the tokens of the visits that may have it; `EVERYBODY` among them: all.

    `make`: None where what is let go of can't be made again. `held`: the bytes, once they are made, compressed if
    `packed`; `tried`: whether they were found not worth it. `counted`: bytes of them in the sum of all.
    """

    key: str
    make: Callable[[], bytes] | None
    owners: set[str] = field(default_factory=set)
    held: bytes | None = None
    packed: bool = False
    tried: bool = False
    counted: int = 0
    making: threading.Lock = field(default_factory=threading.Lock)

    @property
    def public(self) -> bool:
        """Whether everybody may have it."""
        return EVERYBODY in self.owners


def key_of(content: bytes) -> str:
    """The key that stands for these bytes."""
    return hashlib.sha256(content).hexdigest()[:40]


def token_of(visit: str) -> str:
    """What a visit shows to be given what is its own; nobody else can know it."""
    return hashlib.blake2b(visit.encode(), key=_SECRET, digest_size=16).hexdigest()


class Parcels:
    """All that can be asked for; what was offered or asked for least recently goes first."""

    def __init__(self, budget: int = BUDGET, most: int = MOST) -> None:
        self.budget, self.most = budget, most
        self.served = False  # whether anybody answers who asks; without, everything is sent along
        self._kept: OrderedDict[str, Parcel] = OrderedDict()
        self._pinned: dict[str, Parcel] = {}
        self._lock = threading.Lock()
        self._weight = 0

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def weight(self) -> int:
        """Bytes of all that is held."""
        return self._weight

    def offer(self, recipe: Recipe, token: str) -> str:
        """From now on it can be asked for: by everybody, or by whoever shows the token; its key."""
        self._offer(recipe.key, recipe.make, None, EVERYBODY if recipe.public else token)
        return recipe.key

    def offer_made(self, content: bytes, token: str) -> str:
        """The same for bytes that are there already; `token`: a visit's, or `EVERYBODY`."""
        key = key_of(content)
        self._offer(key, None, content, token)
        return key

    def keep(self, content: bytes) -> str:
        """The same for what everybody may have as long as this process lives: it is never let go of."""
        key = key_of(content)
        with self._lock:
            self._pinned.setdefault(key, Parcel(key, None, {EVERYBODY}, held=content))
        return key

    def find(self, key: str, token: str) -> Parcel | None:
        """The parcel of that key, if there is one for whoever shows that token."""
        with self._lock:
            if key in self._pinned:
                return self._pinned[key]
            parcel = self._kept.get(key)
            if parcel is None or not (parcel.public or (token and token in parcel.owners)):
                return None
            self._kept.move_to_end(key)
            return parcel

    def body(self, parcel: Parcel, *, packed: bool) -> tuple[bytes, bool] | None:
        """What is in it, and whether that is compressed, which it is only if `packed` may be; None where it is gone.

        Whoever comes first is not kept waiting for the compression: it is done when somebody asks again.
        """
        with parcel.making:
            with self._lock:  # else it might be let go of between the one and the other
                held, small = parcel.held, parcel.packed
            if held is None and parcel.make is None:
                return None
            if held is None:
                held, small = cast("Callable[[], bytes]", parcel.make)(), False
                parcel.held, parcel.packed, parcel.tried = held, False, False
            elif packed and not parcel.tried:
                held, small = _compressed(held)
                parcel.held, parcel.packed, parcel.tried = held, small, True
        self._count(parcel)
        return (held, small) if packed or not small else (gzip.decompress(held), False)

    def left(self, token: str) -> None:
        """That visit has ended: what only it could ask for is let go of."""
        with self._lock:
            for parcel in [parcel for parcel in self._kept.values() if token in parcel.owners]:
                parcel.owners.discard(token)
                if not parcel.owners:
                    self._forget(parcel)

    def _offer(self, key: str, make: Callable[[], bytes] | None, content: bytes | None, token: str) -> None:
        with self._lock:
            parcel = self._kept.setdefault(key, Parcel(key, make, tried=False, held=content))
            parcel.owners.add(token)
            self._kept.move_to_end(key)
        self._count(parcel)

    def _count(self, newest: Parcel) -> None:
        with self._lock:
            if self._kept.get(newest.key) is newest:
                held = len(newest.held or b"")
                self._weight += held - newest.counted
                newest.counted = held
            if self._is_within():
                return  # nearly always: the list below is long, and every run of a page comes here
            for parcel in list(self._kept.values()):
                if self._is_within():
                    return
                if parcel is not newest:
                    self._let_go(parcel)

    def _is_within(self) -> bool:
        return self._weight <= self.budget and len(self._kept) <= self.most

    def _let_go(self, parcel: Parcel) -> None:
        """Of the bytes; of all, where they can't be made again or there are too many."""
        if parcel.make is None or len(self._kept) > self.most:
            self._forget(parcel)
            return
        self._weight -= parcel.counted
        parcel.held, parcel.packed, parcel.tried, parcel.counted = None, False, False, 0

    def _forget(self, parcel: Parcel) -> None:
        self._weight -= parcel.counted
        parcel.counted = 0
        del self._kept[parcel.key]


def _compressed(content: bytes) -> tuple[bytes, bool]:
    found = gzip.compress(content, LEVEL, mtime=0)
    return (found, True) if len(found) < WORTH * len(content) else (content, False)


PARCELS = Parcels()
