"""How much may a file of weights cost, and how is the process that reads it held to that?"""

from __future__ import annotations

import contextlib
import sys
from typing import Final

MEMORY_BYTES: Final = 512 * 2**20  # besides the file itself, which is held a few times over while it arrives
TIMES_THE_FILE: Final = 4
PROCESSOR_SECONDS: Final = 20


def confine(most_bytes: int) -> None:
    """Lets this process, for good, use little memory and time, write no file and start no other process.

    `most_bytes`: the largest file. macOS doesn't enforce the limit of memory; there, the sizes in the header hold,
    checked before any tensor is looked at, and the wall clock. Windows has the wall clock alone.
    """
    sys.dont_write_bytecode = True
    try:
        import resource  # noqa: PLC0415 - not there on Windows
    except ImportError:
        return
    memory = MEMORY_BYTES + TIMES_THE_FILE * most_bytes
    wanted = {
        "RLIMIT_AS": (memory, memory),
        "RLIMIT_CPU": (PROCESSOR_SECONDS, PROCESSOR_SECONDS + 1),
        "RLIMIT_FSIZE": (0, 0),
        "RLIMIT_CORE": (0, 0),
        "RLIMIT_NPROC": (0, 0),
    }
    for name, pair in wanted.items():
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), pair)
