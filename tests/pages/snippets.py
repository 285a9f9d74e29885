"""The lines of "The same in PyTorch", run as somebody would who has copied them."""

import atexit
import functools
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def ran(lines, folder=ROOT, python=sys.executable):
    """What the lines print in `folder`, in a fork of a bare interpreter: what they change in torch stays there."""
    with tempfile.TemporaryDirectory() as place:
        output, errors = Path(place, "output"), Path(place, "errors")
        asked = {"lines": lines, "folder": str(folder), "output": str(output), "errors": str(errors)}
        code = _answer(json.dumps({**asked, "path": os.environ.get("PYTHONPATH", "")}), str(python))
        assert code == 0, errors.read_text()
        return output.read_text()


def _answer(request, python):
    interpreter = _interpreter(python)
    interpreter.stdin.write(request + "\n")
    interpreter.stdin.flush()
    return int(interpreter.stdout.readline())


@functools.cache
def _interpreter(python):
    program = [python, str(Path(__file__).parent / "interpreter.py")]
    interpreter = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(interpreter.terminate)
    return interpreter
