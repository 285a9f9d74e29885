"""What a field of a view may be: one of a table, below a bound of what is shown, a number, a switch, a text of a form.

What comes from an address or a browser is a stranger's word. An address says everything in text, an event in numbers
and switches; both are read alike, and whatever isn't exactly what a field may be is read as None.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

DIGITS = 6  # no map is a million cells wide
LONGEST = 400  # characters of a number with a decimal point
LONGEST_LIST = 20_000  # characters of a list of names

Bounds = Mapping[str, Any]
"""What depends on what is shown, by name: how many there are of something, or which."""
NOTHING_SHOWN: Bounds = MappingProxyType({})


def whole(said: object) -> int | None:
    """A whole number, from a number or its digits."""
    if isinstance(said, str):
        return int(said) if said.isascii() and said.isdecimal() and len(said) <= DIGITS else None
    return said if isinstance(said, int) and not isinstance(said, bool) else None


def finite(said: object) -> float | None:
    """A finite number, from a number or its text."""
    if isinstance(said, bool) or not isinstance(said, (int, float, str)):
        return None
    try:
        number = float(said) if not isinstance(said, str) or len(said) <= LONGEST else math.nan
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def one_among(said: object, values: Iterable[Any]) -> Any:
    """The one of these texts or whole numbers that is said."""
    number = whole(said)
    return next((value for value in values if value == (said if isinstance(value, str) else number)), None)


class Rule(ABC):
    """What a field may be."""

    @abstractmethod
    def read(self, said: object, bounds: Bounds) -> Any:
        """The legal value that is said, or None."""

    def options(self, bounds: Bounds) -> tuple[Any, ...] | None:  # noqa: ARG002, some depend on them
        """The legal values, where they are few enough to be offered one by one."""
        return None


@dataclass(frozen=True)
class OneOf(Rule):
    """One of a table's texts or whole numbers."""

    values: tuple[Any, ...]

    def read(self, said: object, bounds: Bounds) -> Any:  # noqa: ARG002
        """The value of the table that is said."""
        return one_among(said, self.values)

    def options(self, bounds: Bounds) -> tuple[Any, ...]:  # noqa: ARG002
        """The table."""
        return self.values


@dataclass(frozen=True)
class Among(Rule):
    """One of the texts or whole numbers that what is shown has under the name `of`."""

    of: str

    def read(self, said: object, bounds: Bounds) -> Any:
        """What is said, if it is there."""
        return one_among(said, bounds[self.of])

    def options(self, bounds: Bounds) -> tuple[Any, ...]:
        """What is there."""
        return tuple(bounds[self.of])


@dataclass(frozen=True)
class Several(Rule):
    """Names of what is shown, in its order and with commas between; `everything` stands for all of them."""

    of: str
    everything: str

    def read(self, said: object, bounds: Bounds) -> str | None:
        """Those names that are there."""
        known = bounds[self.of]
        if not isinstance(said, str) or not known:
            return None
        wanted = set(known if said == self.everything else said[:LONGEST_LIST].split(","))
        found = [name for name in known if name in wanted]
        return self.everything if len(found) == len(known) else ",".join(found)

    def options(self, bounds: Bounds) -> tuple[Any, ...]:
        """The names that are there."""
        return tuple(bounds[self.of])


@dataclass(frozen=True)
class Whole(Rule):
    """A whole number from `least` up to below `end`: a number, or the name of one that depends on what is shown."""

    least: int
    end: int | str

    def read(self, said: object, bounds: Bounds) -> int | None:
        """The number, if it is within."""
        end = bounds[self.end] if isinstance(self.end, str) else self.end
        number = whole(said)
        return number if number is not None and self.least <= number < end else None


@dataclass(frozen=True)
class Number(Rule):
    """A number of at most this size."""

    largest: float

    def read(self, said: object, bounds: Bounds) -> float | None:  # noqa: ARG002
        """The number, if it is no larger."""
        number = finite(said)
        return number if number is not None and abs(number) <= self.largest else None


@dataclass(frozen=True)
class Nearest(Rule):
    """One of the numbers that can be set; what is said between the first and the last counts as the nearest."""

    values: tuple[float, ...]

    def read(self, said: object, bounds: Bounds) -> float | None:  # noqa: ARG002
        """The nearest that can be set."""
        number = finite(said)
        if number is None or not self.values[0] <= number <= self.values[-1]:
            return None
        return min(self.values, key=lambda value: abs(value - number))

    def options(self, bounds: Bounds) -> tuple[float, ...]:  # noqa: ARG002
        """All that can be set."""
        return self.values


@dataclass(frozen=True)
class Switch(Rule):
    """On or off."""

    def read(self, said: object, bounds: Bounds) -> bool | None:  # noqa: ARG002
        """A switch, or its text in an address."""
        if isinstance(said, str):
            return {"true": True, "false": False}.get(said.lower())
        return said if isinstance(said, bool) else None


@dataclass(frozen=True)
class Text(Rule):
    """A text of a form; `form` writes it as it is always written, or finds that it is none."""

    form: Callable[[str], str | None]

    def read(self, said: object, bounds: Bounds) -> str | None:  # noqa: ARG002
        """The text as it is always written."""
        return self.form(said) if isinstance(said, str) else None
