"""What a visitor settles on in front of the valley: rate, momentum, where to start, how many updates, a prediction.

A rate is a decimal number or a fraction, as it was typed: 1/30 is the limit itself, which no decimal number is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from viz.stages.kernel.view import View, between, nearest, one_of, spelled

RATE = re.compile(r"(\d{1,6}(?:\.\d{1,12})?)(?:/(\d{1,6}(?:\.\d{1,12})?))?", re.ASCII)
LARGEST_RATE = 0.1  # six times beyond what the valley bears; in MOST_UPDATES no loss leaves what a double holds
MOST_UPDATES = 60
STEPS = 20  # of the start in a weight of 1
REACH = 2.5  # from the best weights to the edge of the map, in either direction
BEST = (1.0, -1.0)
PREDICTIONS = ("", "settles", "swings", "diverges")


def rate_of(text: str) -> float | None:
    """The number that a text of a rate stands for, from 0 to the largest; None if it stands for none of those."""
    found = RATE.fullmatch(text)
    if found is None or (found[2] is not None and float(found[2]) == 0):
        return None
    number = float(found[1]) / float(found[2] or 1)
    return number if number <= LARGEST_RATE else None


def _as_typed(text: str) -> str | None:
    return None if rate_of(text) is None else text


def _starts(best: float) -> tuple[float, ...]:
    """The places on the map where one of the weights can start."""
    count = round(2 * REACH * STEPS) + 1
    return tuple((round((best - REACH) * STEPS) + step) / STEPS for step in range(count))


@dataclass(frozen=True)
class RateView(View):
    """What a visitor has settled on. `first`, `second`: the weights to start from; `updates`: how many are shown."""

    rate: str = spelled(_as_typed, start="0.03")
    momentum: float = nearest([step / 100 for step in range(100)], start=0.0)
    first: float = nearest(_starts(BEST[0]), start=0.0)
    second: float = nearest(_starts(BEST[1]), start=1.0)
    updates: int = between(0, MOST_UPDATES)
    predicted: str = one_of(PREDICTIONS)

    @property
    def number(self) -> float:
        """The rate as a number; it has been read before."""
        return rate_of(self.rate) or 0.0
