"""Which architecture do these weights belong to, and where do they not fit?

Keys may stand behind a prefix, whichever it is: that is looked for under which most keys and shapes of the architecture
lie. Compared is with a table, so that nothing has to be built.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from models.nets.own.head import Ending, ending_of
from models.nets.own.keys import matters
from models.nets.own.table import Architecture, Shape, architectures

Confidence = Literal["exact", "fitting", "channels", "close", "distant", "none"]
CLOSE, DISTANT = 0.9, 0.3  # of all keys
COMPARED: Final = 4  # architectures whose keys fit best, looked at more closely
MOST_PARTS: Final = 12  # of a key that are looked at from its end; no architecture has keys of more
COLOURS, GREY = 3, 1


@dataclass(frozen=True)
class Match:
    """The keys of a file beside those of an architecture, in the architecture's and the file's order.

    `prefix`: what stands before the architecture's keys in the file. `fitting`: how many keys fit. `missing`: key and
    shape. `unexpected`: likewise, by the file's own keys. `other`: key, shape in the file, shape that is wanted.
    `channels`: of the pictures that its first convolution takes. `ending`: how the network can end with these weights;
    None where it can't be shown.
    """

    name: str
    prefix: str
    fitting: int
    missing: tuple[tuple[str, Shape], ...]
    unexpected: tuple[tuple[str, Shape], ...]
    other: tuple[tuple[str, Shape, Shape], ...]
    channels: int
    ending: Ending | None

    @property
    def exact(self) -> bool:
        """Every key fits."""
        return not (self.missing or self.unexpected or self.other)

    @property
    def usable(self) -> bool:
        """Whether there is a network to show, if not of all keys."""
        return self.ending is not None

    @property
    def classes(self) -> int | None:
        """How many classes the network tells apart; None where it can't be shown, or ends in features."""
        return None if self.ending is None else self.ending.classes

    @property
    def share(self) -> float:
        """The keys that fit, of all that occur on either side."""
        return self.fitting / max(1, self.fitting + len(self.missing) + len(self.unexpected) + len(self.other))

    @property
    def confidence(self) -> Confidence:
        """How well it fits, in degrees that there are words for."""
        if self.usable:
            return "exact" if self.exact else "fitting"
        if self.channels not in (COLOURS, GREY) and self.share >= DISTANT:
            return "channels"
        return "close" if self.share >= CLOSE else "distant" if self.share >= DISTANT else "none"


def compare(shapes: Mapping[str, Shape], wanted: Architecture, prefix: str | None = None) -> Match:
    """A file's shapes beside those of an architecture; the number of classes and of channels is the file's own.

    `prefix`: as in `Match`; looked for if None.
    """
    prefix = _best_prefix(shapes, wanted) if prefix is None else prefix
    here = {
        key.removeprefix(prefix): shape
        for key, shape in shapes.items()
        if key.startswith(prefix) and matters(key.removeprefix(prefix))
    }
    outside = {key: shape for key, shape in shapes.items() if not key.startswith(prefix) and matters(key)}
    channels = _channels(here, wanted)
    expected = wanted.expected(_classes(here, wanted), channels)
    surplus = {prefix + key: shape for key, shape in here.items() if key not in expected} | outside
    fitting = [key for key in expected if here.get(key) == expected[key]]
    ending = ending_of(wanted, expected, here, outside, prefix) if channels in (COLOURS, GREY) else None
    if ending is not None and ending.head is not None:
        surplus = {key: shape for key, shape in surplus.items() if key.rpartition(".")[0] != ending.head}
    order = {key: place for place, key in enumerate(shapes)}
    return Match(
        name=wanted.name,
        prefix=prefix,
        fitting=len(fitting),
        missing=tuple((key, shape) for key, shape in expected.items() if key not in here),
        unexpected=tuple(sorted(surplus.items(), key=lambda entry: order[entry[0]])),
        other=tuple((key, here[key], shape) for key, shape in expected.items() if key in here and here[key] != shape),
        channels=channels,
        ending=ending,
    )


def _classes(here: Mapping[str, Shape], wanted: Architecture) -> int | None:
    key = f"{wanted.head}.weight"
    shape = here.get(key)
    return shape[0] if shape is not None and len(shape) == len(wanted.shapes[key]) else None


def _channels(here: Mapping[str, Shape], wanted: Architecture) -> int:
    """How many channels the first convolution takes, where that alone is another than in the architecture; else 3."""
    outputs, _, *size = wanted.shapes[wanted.stem]
    found = here.get(wanted.stem, ())
    return found[1] if found[:1] == (outputs,) and list(found[2:]) == size else COLOURS


def suggest(shapes: Mapping[str, Shape]) -> list[Match]:
    """A few architectures, best match first; the first of the catalogue where no key fits any."""
    votes = Counter(_votes(shapes))
    size = sum(1 for key in shapes if matters(key))
    by_share: dict[str, tuple[float, str]] = {}
    for (name, prefix), count in votes.items():
        share = count / (len(architectures()[name].shapes) + size - count)
        if share > by_share.get(name, (0.0, ""))[0]:
            by_share[name] = share, prefix
    order = sorted(by_share, key=lambda name: -by_share[name][0])[:COMPARED]
    found = [compare(shapes, architectures()[name], by_share[name][1]) for name in order]
    if not found:
        found = [compare(shapes, next(iter(architectures().values())), "")]
    return sorted(found, key=lambda match: (-match.usable, -match.share))


def _best_prefix(shapes: Mapping[str, Shape], wanted: Architecture) -> str:
    votes = Counter(prefix for name, prefix in _votes(shapes) if name == wanted.name)
    return max(votes, key=votes.__getitem__, default="")


def _votes(shapes: Mapping[str, Shape]) -> Iterator[tuple[str, str]]:
    """The name of an architecture and a prefix, once for every key and shape that is its own behind that prefix."""
    known = _known()
    for key, shape in shapes.items():
        for prefix in _prefixes(key):
            for name in known.get((key[len(prefix) :], shape), ()):
                yield name, prefix


def _prefixes(key: str) -> Iterator[str]:
    """What may stand before a key's own name, the longest first; at last nothing."""
    end = len(key)
    for _ in range(MOST_PARTS):
        end = key.rfind(".", 0, end)
        if end < 0:
            yield ""
            return
        yield key[: end + 1]


@cache
def _known() -> dict[tuple[str, Shape], list[str]]:
    """The architectures that have a key of a shape."""
    found: dict[tuple[str, Shape], list[str]] = {}
    for architecture in architectures().values():
        for entry in architecture.shapes.items():
            found.setdefault(entry, []).append(architecture.name)
    return found
