"""How is a stranger's file of weights read outside the server, so that the worst one costs a child process only?

The child (`models/sandbox`) imports NumPy. The file goes in by standard input, its values come out by standard output;
nothing is written to a disk. What comes back is not trusted either.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from math import prod
from pathlib import Path
from typing import IO, Any, Final

import numpy as np
from jaxtyping import Float32

from models.nets.own.file.refusals import MILLION, SENTENCES, UnreadableWeights, most_megabytes
from models.sandbox import weights
from models.sandbox.weights.header import BYTES, MOST_AXES_NAMED, MOST_HEADER, MOST_TENSORS, readable

AT_ONCE: Final = 1
SECONDS: Final = 30.0
PATIENCE_SECONDS: Final = 20.0
MOST_LINE: Final = 8 * MOST_HEADER  # names are spelled out in the answer: \u1234 for a single sign

_FOLDERS: Final = (str(Path(weights.__file__).parent.parent), str(Path(np.__file__).parent.parent))
_PROGRAM: Final = "import sys; sys.path += sys.argv[1:3]; from weights.run import main; main(sys.argv[3])"
_KEPT_VARIABLES: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
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
        with _child() as process:
            return _exchange(process, data)
    except OSError:  # no further process, or no memory for one
        _log.exception("a process to read weights could not be started")
        raise UnreadableWeights("busy") from None
    finally:
        _places.release()


@contextlib.contextmanager
def _child() -> Iterator[subprocess.Popen[bytes]]:
    """The process, ended at the latest when its time is over or the block is left."""
    environment = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-I", "-S", "-c", _PROGRAM, *_FOLDERS, str(most_megabytes() * MILLION)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**environment, "OPENBLAS_NUM_THREADS": "1"},
    ) as process:
        clock = threading.Timer(SECONDS, process.kill)
        clock.start()
        try:
            yield process
        finally:
            clock.cancel()
            process.kill()


def _exchange(process: subprocess.Popen[bytes], data: bytes) -> tuple[Tensors, Entries]:
    """Sends the file, then reads exactly what the answer says of itself, and no more than an answer can be."""
    if process.stdin is None or process.stdout is None:
        raise TypeError("the child was started without pipes")
    with contextlib.suppress(BrokenPipeError), process.stdin as to_child:  # it ended early: it may have said why
        to_child.write(data)
    entries = _read_line(process.stdout.readline(MOST_LINE), 2 * len(data))
    shapes = {name: shape for name, (dtype, shape) in entries.items() if readable(dtype, shape)}
    return {name: _read_values(process.stdout, shape) for name, shape in shapes.items()}, entries


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
