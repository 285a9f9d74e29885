"""Why would keeping all feature maps cost more than computing them? Because memory is handed back and fetched anew.

A bare forward pass uses the same few megabytes again and again; one that keeps every map needs fresh ones for each
layer. By default glibc returns large blocks to the system as soon as they are freed, so that the next capture waits for
the system to clear thousands of pages: +30 % on resnet18, measured. We ask it to hold on to freed memory instead.

glibc holds it for each of its arenas, and gives new threads new ones: over fifty changes of network the application,
whose visits are threads, grew to 2.4 GB. So later threads share those that are there, and what is free goes back to the
system when much of it is let go at once: what comes next takes longer than fetching it anew.

An arena other than the first is of pieces of 64 MB, and gives back the end of one only where more is free than is to
be held. With 128 MB that never was: each arena kept the most that it had ever needed, 6 % more of the whole process
from the hundredth visit to the 640th. With less than a piece, captures still need no fresh memory (page faults
counted).
"""

from __future__ import annotations

import ctypes
from functools import cache

# From glibc's malloc.h. Blocks up to the first size come from memory that is used again, and up to the second size of
# free memory is held. The first is the largest that glibc accepts; the second holds all maps of resnet18 (32 MB).
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8
LARGEST_BLOCK = 32 * 2**20
HELD = 40 * 2**20


@cache
def hold_freed_memory() -> bool:
    """Asks the C library, once per process, to hold on to freed memory; False where it has no such setting.

    Threads that are there already keep their arenas, which later ones share: to be called as early as may be.
    """
    try:
        setting = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):  # macOS, musl, Windows
        return False
    wanted = ((M_ARENA_MAX, 1), (M_MMAP_THRESHOLD, LARGEST_BLOCK), (M_TRIM_THRESHOLD, HELD))
    taken = [bool(setting(name, value)) for name, value in wanted]
    return all(taken)


def return_freed_memory() -> bool:
    """Gives freed memory back to the system; False where there is no such call, or nothing to give."""
    try:
        return bool(ctypes.CDLL(None).malloc_trim(0))
    except (AttributeError, OSError, TypeError):
        return False
