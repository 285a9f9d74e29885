"""How much may a file from a stranger cost, and how is the process that decodes it held to that?"""

import contextlib
import sys
from typing import Final

MEGAPIXELS: Final = 25
"""The most pixels of a picture, in millions, as its header claims them."""
MEGAPIXELS_JPEG: Final = 60
"""The same for JPEG, which is decoded at a half, a quarter or an eighth of its size."""
LONGEST_TO_SHORTEST: Final = 50
"""The most that one side may be longer than the other."""
LARGEST_SIDE: Final = 1024
"""Pixels of the longer side of the working copy; longer pictures are reduced."""
SMALLEST_SIDE: Final = 8
"""Pixels of the shorter side of the working copy; smaller pictures are enlarged."""

MEMORY_BYTES: Final = 512 * 1024 * 1024
PROCESSOR_SECONDS: Final = 3


def confine() -> None:
    """Let this process, for good, use little memory and time, write no file and start no other process.

    The address space is what bounds memory on Linux. macOS accepts that limit and does not enforce it: there, what
    holds are the sizes checked in the header before any pixel is decoded, the processor time and the wall clock.
    Windows has none of these limits, and the wall clock alone holds.
    """
    sys.dont_write_bytecode = True
    try:
        import resource  # noqa: PLC0415 -- not there on Windows
    except ImportError:
        return
    wanted = {
        "RLIMIT_AS": (MEMORY_BYTES, MEMORY_BYTES),
        # At the first number the system ends the process by a signal of its own, at the second by force.
        "RLIMIT_CPU": (PROCESSOR_SECONDS, PROCESSOR_SECONDS + 1),
        "RLIMIT_FSIZE": (0, 0),
        "RLIMIT_CORE": (0, 0),
        "RLIMIT_NPROC": (0, 0),
    }
    for name, pair in wanted.items():
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), pair)
