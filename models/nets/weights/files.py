"""Is a file of published weights here, and is it whole? And what may be wrong with a download, as codes for words.

A file's size is compared first; its hash is worked out once for each state (time, size) the file is in.
"""

from __future__ import annotations

import errno
import hashlib
import re
import threading
from collections.abc import Hashable
from contextlib import suppress
from pathlib import Path
from typing import Literal

from models.nets.entries import Published

MEBIBYTE = 2**20
NEAR = 0.01  # by how much a whole file may differ from the published size, which is a rounded one
FINGERPRINT = re.compile(r"-([0-9a-f]{8,})\.pth$")
FULL = (errno.ENOSPC, errno.EDQUOT)

Standing = Literal["here", "missing", "removed"]
Code = Literal[
    "http",
    "offline",
    "silent",
    "broken",
    "redirect",
    "too_large",
    "length",
    "hash",
    "disk_full",
    "folder",
    "unexpected",
]


class Problem(Exception):  # noqa: N818, it is told to people, in words that the pages have
    """Why a file isn't here: `code`, and `details` to put into the sentence."""

    def __init__(self, code: Code, **details: object) -> None:
        self.code = code
        self.details = details
        super().__init__(f"{code} {details}" if details else code)

    @classmethod
    def of_disk(cls, error: OSError) -> Problem:
        """What the disk, or the right to write on it, has refused."""
        return cls("disk_full") if error.errno in FULL else cls("folder", reason=error.strerror or type(error).__name__)


_lock = threading.Lock()
_checked: dict[Path, tuple[Hashable, bool]] = {}
_removed: dict[Path, None] = {}


def published_bytes(published: Published) -> int:
    """The size of the published file; torchvision tells it in MiB, rounded to three places."""
    return round(published.mebibytes * MEBIBYTE)


def damage(file: Path, published: Published) -> Problem | None:
    """What is wrong with a file that should be the published one: its length, else its hash; None if nothing is."""
    size, expected = file.stat().st_size, published_bytes(published)
    if not _near(size, expected):
        return Problem("length", received=size, expected=expected)
    fingerprint = FINGERPRINT.search(published.file)
    with file.open("rb") as opened:
        found = hashlib.file_digest(opened, "sha256").hexdigest()
    return Problem("hash") if fingerprint and not found.startswith(fingerprint[1]) else None


def standing(published: Published, folder: Path) -> Standing:
    """Whether the whole file is in the folder. A damaged one is removed, and known as such until another one comes."""
    file = folder / published.file
    state = _state(file)
    if state is None:
        return "removed" if file in _removed else "missing"
    if _checked.get(file, (None, False))[0] != (state, published):
        try:
            _checked[file] = (state, published), damage(file, published) is None
        except OSError:  # it has gone meanwhile, or can't be read
            return "missing"
    if _checked[file][1]:
        _removed.pop(file, None)
        return "here"
    with _lock:
        if _state(file) == state:  # and not a better one that has come meanwhile
            _removed[file] = None
            with suppress(OSError):
                file.unlink()
    return "removed"


def _state(file: Path) -> tuple[int, int] | None:
    """What changes whenever another file comes; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def seems_here(published: Published, folder: Path) -> bool:
    """Whether a file of that name and about that size is there: for lists, where reading them all would take long."""
    file = folder / published.file
    return file.is_file() and _near(file.stat().st_size, published_bytes(published))


def _near(size: int, expected: int) -> bool:
    return abs(size - expected) <= max(NEAR * expected, MEBIBYTE / 1000)
