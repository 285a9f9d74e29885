"""How is the process that looks at a stranger's file held to little memory and time?"""

from __future__ import annotations

import contextlib
import sys


def confine(memory_bytes: int, processor_seconds: int) -> None:
    """Lets this process, for good, use little memory and time, write no file and start no other process.

    The address space is what bounds memory on Linux. macOS accepts that limit and does not enforce it: there, what
    holds are the sizes checked in a file's header before anything is unpacked, the processor time and the wall clock.
    Windows has none of these limits, and the wall clock alone holds.
    """
    sys.dont_write_bytecode = True
    try:
        import resource  # noqa: PLC0415 -- not there on Windows
    except ImportError:
        return
    wanted = {
        "RLIMIT_AS": (memory_bytes, memory_bytes),
        # At the first number the system ends the process by a signal of its own, at the second by force.
        "RLIMIT_CPU": (processor_seconds, processor_seconds + 1),
        "RLIMIT_FSIZE": (0, 0),
        "RLIMIT_CORE": (0, 0),
        "RLIMIT_NPROC": (0, 0),
    }
    for name, pair in wanted.items():
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), pair)
