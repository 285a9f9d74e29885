"""Which architecture do these weights belong to, and where do they not fit?

Keys may stand behind a prefix, whichever it is: that is looked for under which most keys and shapes of the architecture
lie. Compared is with a table, so that nothing has to be built.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from heapq import nlargest
from typing import Final

from models.nets.own.file.head import ending_of
from models.nets.own.file.keys import matters
from models.nets.own.file.table import SPELLINGS, Architecture, architectures
from models.records.matches import COLOURS, GREY, Match, Place, Shape, Spelling

COMPARED: Final = 4  # architectures whose keys fit best, looked at more closely
MOST_PARTS: Final = 12  # of a key that are looked at from its end; no architecture has keys of more
MOST_PREFIXES: Final = 100  # that are weighed; a file has a few, and only one made to take long has thousands

Owner = tuple[str, Spelling]  # an architecture's name, and how its keys are spelled


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
    for prefix, votes in _votes(shapes):
        for (name, spelling), count in votes.items():
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
    votes = {
        Place(prefix, spelling): count
        for prefix, found in _votes(shapes)
        for (name, spelling), count in found.items()
        if name == wanted.name
    }
    return max(votes, key=lambda place: (votes[place], place.spelling == "own"), default=Place(""))


def _votes(shapes: Mapping[str, Shape]) -> Iterator[tuple[str, Counter[Owner]]]:
    """The prefixes under which most keys are an architecture's own, and of which architecture and spelling how many."""
    found: dict[str, list[tuple[str, Shape]]] = {}
    known = _known()
    for key, shape in shapes.items():
        for prefix in _prefixes(key):
            own = key[len(prefix) :], shape
            if own in known:
                found.setdefault(prefix, []).append(own)
    for prefix in nlargest(MOST_PREFIXES, found, key=lambda prefix: len(found[prefix])):
        yield prefix, Counter(owner for own in found[prefix] for owner in known[own])


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
def _known() -> dict[tuple[str, Shape], list[Owner]]:
    """The architectures that have a key of a shape, and in which spelling."""
    found: dict[tuple[str, Shape], list[Owner]] = {}
    for architecture in architectures().values():
        for spelling in SPELLINGS:
            for key, name in architecture.spelled(spelling).items():
                found.setdefault((name, architecture.shapes[key]), []).append((architecture.name, spelling))
    return found
