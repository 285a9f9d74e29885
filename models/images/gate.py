"""Who may start next, when only so many pieces of work may run at once? Whoever has waited longest."""

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Gate:
    """A gate with a number of places, passed in the order of arrival.

    A `threading.Semaphore` lets a newcomer slip in before those who wait, and in a full hall somebody waits for ever.
    """

    def __init__(self, places: int) -> None:
        if places < 1:
            message = f"places is {places}; it must be at least 1"
            raise ValueError(message)
        self._free = places
        self._lock = threading.Lock()
        self._waiting: deque[threading.Event] = deque()

    @contextmanager
    def place(self, patience_seconds: float) -> Iterator[float]:
        """Hold a place; yields the seconds waited for it. Raises `TimeoutError` when patience runs out."""
        arrived = time.monotonic()
        self._enter(patience_seconds)
        try:
            yield time.monotonic() - arrived
        finally:
            self._leave()

    def _enter(self, patience_seconds: float) -> None:
        with self._lock:
            if self._free > 0:  # then nobody waits: a place that is given back goes to a waiter at once
                self._free -= 1
                return
            turn = threading.Event()
            self._waiting.append(turn)
        if turn.wait(patience_seconds):
            return
        with self._lock:
            if turn.is_set():  # the place came between the end of patience and this line
                return
            self._waiting.remove(turn)
        message = f"no place within patience_seconds={patience_seconds}"
        raise TimeoutError(message)

    def _leave(self) -> None:
        with self._lock:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._free += 1
