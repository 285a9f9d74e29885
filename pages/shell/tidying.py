"""When is garbage collected? Not after each script, while everybody waits for it, but when nobody asks for anything.

What is here to stay (torch, the networks) is frozen: later collections don't look through it. A network that has been
let go must be found again, so whatever is frozen is looked at once more before the next freeze.
"""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable

from pages.shell.guard import visits

QUIET = 3.0  # seconds without anything asked, after which nobody is kept waiting
LOOK = 1.0
LONGEST = 60.0  # seconds; where it is never quiet, once in a while all the same

_begun = threading.Event()
_lock = threading.Lock()


def settle() -> None:
    """Looks through everything once, and from then on not through what is left: a network has just been loaded."""
    with _lock:
        gc.unfreeze()
        gc.collect()
        gc.freeze()


def start(afterwards: Callable[[], object]) -> None:
    """Begins once per process to collect when it is quiet; `afterwards` gives the freed memory back."""
    if not _begun.is_set():
        _begun.set()
        threading.Thread(target=_keep_tidy, args=(afterwards,), name="tidying", daemon=True).start()


def is_due(now: float, last: float, noticed: float) -> bool:
    """Whether to collect: something was done since the last time, and then nothing for a while, or for long."""
    return noticed > last and (now - noticed >= QUIET or now - last >= LONGEST)


def _keep_tidy(afterwards: Callable[[], object]) -> None:
    last = time.monotonic()
    while True:
        time.sleep(LOOK)
        now = time.monotonic()
        if is_due(now, last, visits.last_noticed()):
            with _lock:
                gc.collect()
            afterwards()
            last = now
