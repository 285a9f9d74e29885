"""How do published weights get onto this machine? On demand, in the background, checked, and never twice at once.

A download writes to a file of its own beside the place it is for, and is moved there in one step when it is whole. What
goes wrong ends in a `Problem`, nothing half is left behind, and asking again starts anew. Sizes are in bytes.
"""

from __future__ import annotations

import os
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable, Hashable
from contextlib import suppress
from pathlib import Path
from typing import Literal

from models.nets.entries import Published
from models.nets.weights.files import Problem, damage, published_bytes
from models.nets.weights.transfer import fetch

State = Literal["queued", "running", "done", "failed", "cancelled"]

MOST_AT_ONCE = 2
SILENCE = 20.0
RECENT = 5.0  # seconds over which the rate is taken
SETTLED = 1.0  # seconds before one is told: a connection starts slowly, and two pieces may come at the same moment
ABANDONED = 600.0  # seconds after which a half file that nobody writes to any more is cleared away


class Download:
    """One file on its way. Read from any thread: `state`, `received` of `total` bytes, `rate`, `seconds_left`.

    `problem` says why it failed. `asked`: the visits that wait for it; the last of them that cancels ends it.
    """

    def __init__(self, published: Published, clock: Callable[[], float] = time.monotonic) -> None:
        self.published = published
        self.state: State = "queued"
        self.received = 0
        self.total = published_bytes(published)
        self.problem: Problem | None = None
        self.asked: set[Hashable] = set()
        self._clock = clock
        self._samples: deque[tuple[float, int]] = deque()

    @property
    def going(self) -> bool:
        """Whether there is still something to wait for."""
        return self.state in ("queued", "running")

    def add(self, count: int) -> None:
        """Notes that so many bytes have come in; `Cancelled` where nobody wants them any more."""
        if self.state == "cancelled":
            raise Cancelled
        self.received += count
        now = self._clock()
        self._samples.append((now, self.received))
        while now - self._samples[0][0] > RECENT:
            self._samples.popleft()

    @property
    def rate(self) -> float | None:
        """Bytes a second over the last seconds; None while that isn't known."""
        if len(samples := tuple(self._samples)) < 2:  # noqa: PLR2004, a rate is between two moments
            return None
        (start, before), (_, after) = samples[0], samples[-1]
        passed = self._clock() - start
        return (after - before) / passed if passed >= SETTLED else None

    @property
    def seconds_left(self) -> float | None:
        """At this rate; None while that isn't known."""
        return (self.total - self.received) / self.rate if self.rate else None


class Cancelled(Exception):  # noqa: N818, it is no error
    """Nobody waits for the file any more."""


class Downloads:
    """All downloads of this process: by file, one each, `most_at_once` of them at the same time, in order of asking."""

    def __init__(self, most_at_once: int = MOST_AT_ONCE) -> None:
        self.most_at_once = most_at_once
        self._lock = threading.RLock()
        self._known: dict[Path, Download] = {}
        self._queue: deque[tuple[Path, str, float]] = deque()
        self._running = 0

    def find(self, file: Path) -> Download | None:
        """The latest download of that file, on its way or ended."""
        return self._known.get(file)

    def ask(
        self, published: Published, folder: Path, base: str, visit: Hashable = None, silence: float = SILENCE
    ) -> Download:
        """Starts the download of a file into a folder, or joins the one that is on its way.

        `base`: the address that the file's name is put behind. `visit`: who asks. `silence`: seconds without a byte
        after which it fails.
        """
        file = folder / published.file
        with self._lock:
            known = self._known.get(file)
            if known is None or not known.going:
                known = self._known[file] = Download(published)
                self._queue.append((file, base, silence))
            known.asked.add(visit)
            self._start_next()
            return known

    def cancel(self, file: Path, visit: Hashable = None) -> None:
        """One visit doesn't want the file any more; ends the download if nobody else does."""
        with self._lock:
            known = self._known.get(file)
            if known is None or not known.going or visit not in known.asked:
                return
            if known.asked == {visit}:
                known.state = "cancelled"
                self._queue = deque(waiting for waiting in self._queue if waiting[0] != file)
            else:
                known.asked.discard(visit)

    def _start_next(self) -> None:
        while self._queue and self._running < self.most_at_once:
            file, base, silence = self._queue.popleft()
            download = self._known[file]
            download.state = "running"
            self._running += 1
            name = f"download {file.name}"
            threading.Thread(target=self._work, args=(download, file, base, silence), name=name, daemon=True).start()

    def _work(self, download: Download, file: Path, base: str, silence: float) -> None:
        try:
            bring(download, file, base, silence)
            self._end(download, "done")
        except Cancelled:
            pass
        except Problem as problem:
            self._end(download, "failed", problem)
        except Exception as error:  # noqa: BLE001, whatever it is: who waits must be told, and asked whether to try again
            self._end(download, "failed", Problem("unexpected", reason=type(error).__name__))
        finally:
            with self._lock:
                self._running -= 1
                self._start_next()

    def _end(self, download: Download, state: State, problem: Problem | None = None) -> None:
        with self._lock:
            if download.state == "running":
                download.problem = problem
                download.state = state


def bring(download: Download, file: Path, base: str, silence: float) -> None:
    """Fetches the file, checks it, and moves it into place; Problem or Cancelled where that can't be."""
    part = file.with_name(f"{file.name}.{os.getpid()}-{secrets.token_hex(4)}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        clear_away(file)
        with part.open("xb") as opened:
            fetch(f"{base.rstrip('/')}/{file.name}", opened, download, silence)
        if found := damage(part, download.published):
            raise found
        if download.state == "cancelled":
            raise Cancelled
        part.replace(file)
    except OSError as error:
        raise Problem.of_disk(error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def clear_away(file: Path) -> None:
    """Removes half files of this one that a stopped server has left."""
    for left in file.parent.glob(f"{file.name}.*.part"):
        with suppress(OSError):  # somebody else may be clearing away too
            if time.time() - left.stat().st_mtime > ABANDONED:
                left.unlink()
