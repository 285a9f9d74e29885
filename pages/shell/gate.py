"""One at a time, first come first served: heavy work of many visitors queues here instead of making everybody last."""

from __future__ import annotations

import threading
from collections import deque
from types import TracebackType


class Gate:
    """A fair lock: whoever asked first goes first. A context manager; it opens again after an exception too."""

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._taken = False

    def __enter__(self) -> None:
        with self._mutex:
            if not self._taken:
                self._taken = True
                return
            turn = threading.Event()
            self._waiting.append(turn)
        turn.wait()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._mutex:
            if self._waiting:
                # Handed over directly: a newcomer cannot slip in between.
                self._waiting.popleft().set()
            else:
                self._taken = False

    @property
    def length(self) -> int:
        """How many are waiting."""
        with self._mutex:
            return len(self._waiting)
