"""How long does an item take? From the passes that were seen, so that the time a task will need can be told."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from statistics import median_low
from time import perf_counter

FEW, MANY = 2, 8  # items: the more a pass has, the less each of them costs; tasks are made of long ones
COUNTED = 5  # the latest passes
TIMED = 3
BUDGET = 0.4  # seconds after which two passes are enough; after `MOST` one is
MOST = 2.0


class Pace:
    """Seconds an item takes, by the passes noted: the lower median of the latest, without the first of every length.

    The first pass of a length reserves memory and prepares kernels: it may take many times as long as the next.
    """

    def __init__(self) -> None:
        self._warm: set[int] = set()
        self._latest: deque[float] = deque(maxlen=COUNTED)

    def note(self, seconds: float, items: int) -> None:
        """A pass of so many items took so long; a pass of a single one says nothing of longer ones."""
        if items < FEW:
            return
        if items in self._warm:
            self._latest.append(seconds / items)
        self._warm.add(items)

    @property
    def known(self) -> float | None:
        """Seconds an item; None as long as every pass was the first of its length."""
        return median_low(self._latest) if self._latest else None

    def timed(self, run: Callable[[int], object], clock: Callable[[], float] = perf_counter) -> float:
        """Seconds an item; where they aren't known yet, `run` makes passes of so many, which it notes."""
        if self.known is None:
            start = clock()
            run(FEW)
            items = MANY if clock() - start < BUDGET / 2 else FEW
            if items not in self._warm:
                run(items)
            self._time(lambda: run(items), lambda: clock() - start)
        return self.known or 0.0

    def _time(self, run: Callable[[], object], passed: Callable[[], float]) -> None:
        for _ in range(TIMED):
            if self._latest and passed() > (MOST if len(self._latest) == 1 else BUDGET):
                return
            run()
