"""How is a file decoded outside the server, so that the worst file costs a child process and nothing else?

The child (`models/sandbox`) imports Pillow. The file goes in by standard input, the pixels come out by standard output:
no name of a file and no file on disk is involved. What comes back is not trusted either.
"""

import json
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import PIL

from models.images.gate import Gate
from models.images.kinds import SPELLING
from models.images.refusals import SENTENCES, UnreadableImage
from models.sandbox.child import Ended, Limits, running
from models.sandbox.pictures.limits import LARGEST_SIDE

AT_ONCE: Final = 2
"""Child processes that run at the same time, in the whole server."""
SECONDS_IN_ALL: Final = 4.8
"""From the call to the answer, waiting for a place included: a little under the five seconds that are promised."""
PATIENCE_SECONDS: Final = 3.8
"""Of these, at most for a place, so that a picture whose turn comes late still has time to open."""

MEMORY_BYTES: Final = 512 * 1024 * 1024
PROCESSOR_SECONDS: Final = 3

HEADER_BYTES: Final = 4096
ANSWER_BYTES: Final = HEADER_BYTES + 3 * LARGEST_SIDE**2

_gate = Gate(AT_ONCE)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Answer:
    """What the child made of a file: (columns, rows) of the RGB `pixels`, (rows, columns) in the file, notes."""

    size: tuple[int, int]
    pixels: bytes
    original_size: tuple[int, int]
    notes: tuple[str, ...]


def decode_in_child(data: bytes, picture_format: str) -> Answer:
    """Decode a file in a child process. Raises `UnreadableImage`, after at most `SECONDS_IN_ALL`."""
    deadline = time.monotonic() + SECONDS_IN_ALL
    try:
        with _gate.place(PATIENCE_SECONDS) as waited:
            output, ended_by = _run(data, picture_format, deadline - time.monotonic())
    except TimeoutError:
        raise UnreadableImage("busy") from None
    except OSError:  # no further process, or no memory for one: the visitor can do nothing but wait
        _log.exception("a decoding process could not be started")
        raise UnreadableImage("busy") from None
    # Whoever had most of the time to himself and used it up brought a slow file; the others met slow files.
    if ended_by == "clock" and waited > SECONDS_IN_ALL / 4:
        raise UnreadableImage("busy")
    if ended_by != "itself":
        raise _refusal("took_too_long", picture_format)
    return _read(output, picture_format)


def _run(data: bytes, picture_format: str, seconds: float) -> tuple[bytes, Ended]:
    """The child's output, no more than an answer can be long, and what ended it."""
    with running("pictures", picture_format, PIL, Limits(MEMORY_BYTES, PROCESSOR_SECONDS, seconds)) as child:
        child.send(data)
        output = child.answer.read(ANSWER_BYTES)
    return b"" if child.ended_by == "clock" else output, child.ended_by


def _read(output: bytes, picture_format: str) -> Answer:
    """The answer in the child's output; whatever is not exactly an answer counts as a damaged file."""
    line, _, pixels = output.partition(b"\n")
    try:
        header = json.loads(line)
        if "refused" in header:
            raise _reported(header, picture_format)
        columns, rows = (int(side) for side in header["size"])
        original_rows, original_columns = (int(side) for side in header["original_size"])
        notes = tuple(str(note) for note in header["notes"])
    except UnreadableImage:
        raise
    except (ValueError, TypeError, KeyError, AttributeError):
        raise _refusal("damaged", picture_format) from None
    if not 0 < max(columns, rows) <= LARGEST_SIDE or len(pixels) != 3 * columns * rows:
        raise _refusal("damaged", picture_format)
    return Answer((columns, rows), pixels, (original_rows, original_columns), notes)


def _reported(header: dict[str, Any], picture_format: str) -> UnreadableImage:
    code = header["refused"] if header["refused"] in SENTENCES else "damaged"
    return _refusal(code, picture_format, {name: int(header["details"][name]) for name in header["details"]})


def _refusal(code: str, picture_format: str, details: Mapping[str, int] | None = None) -> UnreadableImage:
    return UnreadableImage(code, {**(details or {}), "format": SPELLING.get(picture_format, picture_format)})
