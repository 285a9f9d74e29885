"""Which architecture do these weights belong to, and where do they not fit?

Keys may stand behind a prefix, whichever it is: that is looked for under which most keys and shapes of the architecture
lie. Compared is with a table, so that nothing has to be built.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, NamedTuple

from models.nets.own.head import Ending, ending_of
from models.nets.own.keys import matters
from models.nets.own.table import SPELLINGS, Architecture, Shape, Spelling, architectures

Confidence = Literal["exact", "fitting", "channels", "close", "distant", "none"]
CLOSE, DISTANT = 0.9, 0.3  # of all keys
COMPARED: Final = 4  # architectures whose keys fit best, looked at more closely
MOST_PARTS: Final = 12  # of a key that are looked at from its end; no architecture has keys of more
COLOURS, GREY = 3, 1


class Place(NamedTuple):
    """Where in a file an architecture is looked for: behind which `prefix`, and in which spelling."""

    prefix: str
    spelling: Spelling = "own"


@dataclass(frozen=True)
class Match:
    """The keys of a file beside those of an architecture, in the architecture's and the file's order.

    `place`: where in the file the architecture's keys are. `fitting`: how many keys fit. `missing`: key and
    shape. `unexpected`: likewise, by the file's own keys. `other`: key, shape in the file, shape that is wanted.
    `channels`: of the pictures that its first convolution takes. `ending`: how the network can end with these weights;
    None where it can't be shown.
    """

    name: str
    place: Place
    fitting: int
    missing: tuple[tuple[str, Shape], ...]
    unexpected: tuple[tuple[str, Shape], ...]
    other: tuple[tuple[str, Shape, Shape], ...]
    channels: int
    ending: Ending | None

    @property
    def prefix(self) -> str:
        """What stands before the architecture's keys in the file."""
        return self.place.prefix

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


def compare(shapes: Mapping[str, Shape], wanted: Architecture, place: Place | None = None) -> Match:
    """A file's shapes beside those of an architecture; the number of classes and of channels is the file's own.

    `place`: looked for if None.
    """
    place = _best_place(shapes, wanted) if place is None else place
    names = names_in_file(wanted, place)
    here = {key: shapes[name] for key, name in names.items() if name in shapes}
    channels = _channels(here, wanted)
    expected = wanted.expected(_classes(here, wanted), channels)
    used = {names[key] for key in here}
    surplus = {
        key: shape for key, shape in shapes.items() if key not in used and matters(key.removeprefix(place.prefix))
    }
    ending = ending_of(wanted, expected, here, surplus, names, place.prefix)
    if channels not in (COLOURS, GREY):
        ending = None
    if ending is not None and ending.head is not None:
        surplus = {key: shape for key, shape in surplus.items() if key.rpartition(".")[0] != ending.head}
    return Match(
        name=wanted.name,
        place=place,
        fitting=sum(here.get(key) == shape for key, shape in expected.items()),
        missing=tuple((key, shape) for key, shape in expected.items() if key not in here),
        unexpected=tuple(surplus.items()),
        other=tuple((key, here[key], shape) for key, shape in expected.items() if key in here and here[key] != shape),
        channels=channels,
        ending=ending,
    )


def names_in_file(wanted: Architecture, place: Place) -> dict[str, str]:
    """What each of the architecture's keys is called at a place in a file, whether it is there or not."""
    spelled = wanted.spelled(place.spelling)
    return {key: place.prefix + spelled.get(key, key) for key in wanted.shapes}


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
    best: dict[str, tuple[tuple[int, bool], Place]] = {}
    for (name, prefix, spelling), count in Counter(_votes(shapes)).items():
        rank = count, spelling == "own"
        if name not in best or rank > best[name][0]:
            best[name] = rank, Place(prefix, spelling)
    size = sum(1 for key in shapes if matters(key))
    share = {name: count / (len(architectures()[name].shapes) + size - count) for name, ((count, _), _) in best.items()}
    order = sorted(share, key=share.__getitem__, reverse=True)[:COMPARED]
    found = [compare(shapes, architectures()[name], best[name][1]) for name in order]
    if not found:
        found = [compare(shapes, next(iter(architectures().values())), Place(""))]
    return sorted(found, key=lambda match: (-match.usable, -match.share))


def _best_place(shapes: Mapping[str, Shape], wanted: Architecture) -> Place:
    votes = Counter(Place(prefix, spelling) for name, prefix, spelling in _votes(shapes) if name == wanted.name)
    return max(votes, key=lambda place: (votes[place], place.spelling == "own"), default=Place(""))


def _votes(shapes: Mapping[str, Shape]) -> Iterator[tuple[str, str, Spelling]]:
    """The name of an architecture, a prefix and a spelling, once for every key and shape that is its own there."""
    known = _known()
    for key, shape in shapes.items():
        for prefix in _prefixes(key):
            for name, spelling in known.get((key[len(prefix) :], shape), ()):
                yield name, prefix, spelling


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
def _known() -> dict[tuple[str, Shape], list[tuple[str, Spelling]]]:
    """The architectures that have a key of a shape, and in which spelling."""
    found: dict[tuple[str, Shape], list[tuple[str, Spelling]]] = {}
    for architecture in architectures().values():
        for spelling in SPELLINGS:
            for key, name in architecture.spelled(spelling).items():
                found.setdefault((name, architecture.shapes[key]), []).append((architecture.name, spelling))
    return found
