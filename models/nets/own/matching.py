"""Which architecture do these weights belong to, and where do they not fit?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import prod
from typing import Literal

from models.nets.entries import by_name
from models.nets.own.architectures import NAMES, Architecture, Shape, architecture
from models.nets.own.keys import matters

Confidence = Literal["exact", "close", "distant", "none"]
CLOSE, DISTANT = 0.9, 0.3  # of all keys
FURTHER = 3  # that are tried after a close one


@dataclass(frozen=True)
class Match:
    """The keys of a file beside those of an architecture, in the architecture's and the file's order.

    `other`: key, shape in the file, shape that is wanted. `classes`: the outputs of the last layer; None where it can't
    be told.
    """

    name: str
    fitting: int
    missing: tuple[tuple[str, Shape], ...]
    unexpected: tuple[tuple[str, Shape], ...]
    other: tuple[tuple[str, Shape, Shape], ...]
    classes: int | None

    @property
    def exact(self) -> bool:
        """Every key fits."""
        return not (self.missing or self.unexpected or self.other)

    @property
    def share(self) -> float:
        """The keys that fit, of all that occur on either side."""
        return self.fitting / max(1, self.fitting + len(self.missing) + len(self.unexpected) + len(self.other))

    @property
    def confidence(self) -> Confidence:
        """The share as a degree that there are words for."""
        if self.exact:
            return "exact"
        return "close" if self.share >= CLOSE else "distant" if self.share >= DISTANT else "none"


def compare(shapes: Mapping[str, Shape], wanted: Architecture) -> Match:
    """A file's shapes beside those of an architecture; the number of classes is the file's own."""
    here = {key: shape for key, shape in shapes.items() if matters(key)}
    classes = _classes(here, wanted)
    expected = wanted.shapes if classes is None else wanted.expected(classes)
    both = [key for key in expected if key in here]
    return Match(
        name=wanted.name,
        fitting=sum(here[key] == expected[key] for key in both),
        missing=tuple((key, shape) for key, shape in expected.items() if key not in here),
        unexpected=tuple((key, shape) for key, shape in here.items() if key not in expected),
        other=tuple((key, here[key], expected[key]) for key in both if here[key] != expected[key]),
        classes=classes,
    )


def _classes(here: Mapping[str, Shape], wanted: Architecture) -> int | None:
    key = f"{wanted.head}.weight"
    shape = here.get(key)
    return shape[0] if shape is not None and len(shape) == len(wanted.shapes[key]) else None


def suggest(shapes: Mapping[str, Shape], tell: Callable[[int, int], None] = lambda *_: None) -> list[Match]:
    """The architectures, best match first; the search ends with one that fits, or soon after one that nearly does.

    They are tried in the order in which their size comes close to the file's, so that one of the first few fits if any
    does; building all of them takes seconds. Soon after: ResNeXt and wide ResNet are close to each other by shapes,
    and far apart in size. `tell`: called with how many of how many have been tried.
    """
    found: list[Match] = []
    order = list(_by_size(shapes))
    for number, name in enumerate(order):
        tell(number, len(order))
        found.append(compare(shapes, architecture(name)))
        if found[-1].exact or any(match.share >= CLOSE for match in found[:-FURTHER]):
            break
    return sorted(found, key=lambda match: -match.share)


def _by_size(shapes: Mapping[str, Shape]) -> Iterable[str]:
    size = sum(prod(shape) for key, shape in shapes.items() if matters(key))
    return sorted(NAMES, key=lambda name: abs(by_name()[name].parameters - size))
