"""How is a stranger's file of weights read outside the server, so that the worst one costs a child process only?

The child (`models/sandbox`) imports NumPy. The file goes in by standard input, its values come out by standard output;
nothing is written to a disk. What comes back is not trusted either.
"""

from __future__ import annotations

import json
import logging
import threading
from math import prod
from typing import IO, Any, Final

import numpy as np
from jaxtyping import Float32

from models.nets.own.file.refusals import MILLION, SENTENCES, UnreadableWeights, most_megabytes
from models.sandbox.child import Child, Limits, running
from models.sandbox.weights.header import BYTES, MOST_AXES_NAMED, MOST_HEADER, MOST_TENSORS, readable

AT_ONCE: Final = 1
SECONDS: Final = 30.0
PATIENCE_SECONDS: Final = 20.0
MEMORY_BYTES: Final = 512 * 2**20  # besides the file itself, which is held a few times over while it arrives
TIMES_THE_FILE: Final = 4
PROCESSOR_SECONDS: Final = 20
MOST_LINE: Final = 8 * MOST_HEADER  # names are spelled out in the answer: \u1234 for a single sign

_places = threading.BoundedSemaphore(AT_ONCE)
_log = logging.getLogger(__name__)

Tensors = dict[str, Float32[np.ndarray, "..."]]
Entries = dict[str, tuple[str, tuple[int, ...]]]


def read_in_child(data: bytes) -> tuple[Tensors, Entries]:
    """The tensors of a file that a layer can use, read-only float32, and type and shape of every tensor by name.

    Raises `UnreadableWeights`.
    """
    if not _places.acquire(timeout=PATIENCE_SECONDS):
        raise UnreadableWeights("busy")
    try:
        with running("weights", "", np, _limits()) as child:
            return _exchange(child, data)
    except OSError:  # no further process, or no memory for one
        _log.exception("a process to read weights could not be started")
        raise UnreadableWeights("busy") from None
    finally:
        _places.release()


def _limits() -> Limits:
    return Limits(MEMORY_BYTES + TIMES_THE_FILE * most_megabytes() * MILLION, PROCESSOR_SECONDS, SECONDS)


def _exchange(child: Child, data: bytes) -> tuple[Tensors, Entries]:
    """Sends the file, then reads exactly what the answer says of itself, and no more than an answer can be."""
    child.send(data)
    entries = _read_line(child.answer.readline(MOST_LINE), 2 * len(data))
    shapes = {name: shape for name, (dtype, shape) in entries.items() if readable(dtype, shape)}
    return {name: _read_values(child.answer, shape) for name, shape in shapes.items()}, entries


def _read_line(line: bytes, most_values: int) -> Entries:
    """The type and shape of every tensor; whatever isn't an answer counts as "too much".

    A child that says nothing was ended: by its limits of memory and time, or by the clock.
    """
    try:
        header = json.loads(line)
        if "refused" in header:
            raise _reported(header)
        tensors = [
            (str(name), str(dtype), tuple(int(side) for side in shape)) for name, dtype, shape in header["tensors"]
        ]
    except UnreadableWeights:
        raise
    except (ValueError, TypeError, KeyError, RecursionError):
        raise UnreadableWeights("too_much") from None
    if len(tensors) > MOST_TENSORS or any(
        len(shape) > MOST_AXES_NAMED or min(shape, default=0) < 0 for _, _, shape in tensors
    ):
        raise UnreadableWeights("too_much")
    if sum(prod(shape) for _, dtype, shape in tensors if dtype in BYTES) > most_values:
        raise UnreadableWeights("too_much")
    return {name: (dtype, shape) for name, dtype, shape in tensors}


def _reported(header: dict[str, Any]) -> UnreadableWeights:
    code = header["refused"]
    try:
        return UnreadableWeights(code, **header["details"]) if code in SENTENCES else UnreadableWeights("header")
    except (KeyError, TypeError):
        return UnreadableWeights("header")


def _read_values(pipe: IO[bytes], shape: tuple[int, ...]) -> Float32[np.ndarray, "..."]:
    """The next tensor from the pipe."""
    values = np.empty(shape, "<f4")
    wanted = values.reshape(-1).view(np.uint8).data
    while wanted:
        count = pipe.readinto(wanted)  # type: ignore[attr-defined]
        if not count:
            raise UnreadableWeights("too_much")
        wanted = wanted[count:]
    values.flags.writeable = False
    return values
