"""What is told of a file of weights beside an architecture: which keys fit, and how the network can end with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Shape = tuple[int, ...]
Spelling = Literal["own", "numbered", "inside"]
Confidence = Literal["exact", "fitting", "channels", "close", "distant", "none"]
CLOSE, DISTANT = 0.9, 0.3  # of all keys
COLOURS, GREY = 3, 1


@dataclass(frozen=True)
class Ending:
    """What a network of some weights answers with. `classes`: how many; None where it ends in features.

    `before`: the key from which on the architecture's own layers are left out; None for the whole of it. `head`: the
    path in the file of a linear layer that stands in their place, taking `inputs` numbers. `left`: the file's keys of
    a head of any other form, which isn't used.
    """

    classes: int | None
    before: str | None = None
    head: str | None = None
    inputs: int = 0
    bias: bool = False
    left: tuple[str, ...] = ()


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
