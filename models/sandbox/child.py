"""How is a stranger's file looked at outside the server, so that the worst one costs a child process and nothing else?

The child is a fresh interpreter (spawned, not forked: it shares no memory with the server), isolated from the
environment. It is confined before it reads a byte, then imports one library and one folder beside this file, whose
`run.main` reads the file from standard input and answers on standard output.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import IO, Final, Literal

Ended = Literal["itself", "clock", "processor"]

_HERE: Final = str(Path(__file__).parent)
# -I: no environment variables, no user folder, no current folder; -S: no site-packages hooks (.pth files), which also
# saves a third of the start. The two folders stand at the end of the path, where they can hide no standard module.
_PROGRAM: Final = (
    "import sys; from importlib import import_module as get; sys.path += sys.argv[1:3]; "
    "get('confining').confine(int(sys.argv[3]), int(sys.argv[4])); get(sys.argv[5] + '.run').main(sys.argv[6])"
)
# The environment of a server may hold secrets. What is passed on is what an interpreter may need to find its libraries.
_KEPT_VARIABLES: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")


@dataclass(frozen=True)
class Limits:
    """What a child may use: bytes of memory, seconds of the processor, and `seconds` from its start to its end."""

    memory_bytes: int
    processor_seconds: int
    seconds: float


class Child:
    """A running child: a file is sent once, then its answer is read. `ended_by`: what ended it, once it has ended."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        if process.stdin is None or process.stdout is None:
            raise TypeError("the child was started without pipes")
        self.process = process
        self.answer: IO[bytes] = process.stdout
        self._to = process.stdin
        self.ended_by: Ended = "itself"

    def send(self, data: bytes) -> None:
        """Sends the file; the child reads all before it writes. One that ended early may have said why."""
        with contextlib.suppress(BrokenPipeError), self._to:
            self._to.write(data)


@contextlib.contextmanager
def running(folder: str, argument: str, library: ModuleType, limits: Limits) -> Iterator[Child]:
    """A child that works in `folder` with one library, ended at the latest when the block is left.

    Raises OSError where no further process can be started, or there is no memory for one.
    """
    numbers = str(limits.memory_bytes), str(limits.processor_seconds)
    with subprocess.Popen(  # noqa: S603 -- our own program; folder and argument are words of ours
        [sys.executable, "-I", "-S", "-c", _PROGRAM, _HERE, _folder_of(library), *numbers, folder, argument],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ} | {"OPENBLAS_NUM_THREADS": "1"},
    ) as process:
        child, out_of_time = Child(process), threading.Event()

        def end() -> None:
            out_of_time.set()
            process.kill()

        clock = threading.Timer(max(limits.seconds, 0), end)
        clock.start()
        try:
            yield child
        finally:
            clock.cancel()
            process.kill()  # it has said all it may say; no effect on one that has ended
    if out_of_time.is_set():
        child.ended_by = "clock"
    elif process.returncode == -getattr(signal, "SIGXCPU", 0):
        child.ended_by = "processor"


def _folder_of(library: ModuleType) -> str:
    """The folder that a library is imported from."""
    return str(Path(str(library.__file__)).parent.parent)
