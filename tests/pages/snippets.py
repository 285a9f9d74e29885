"""The lines of "The same in PyTorch", run as somebody would who has copied them."""

import contextlib
import io
import subprocess
import sys
from pathlib import Path

import torch

ROOT = Path(__file__).parent.parent.parent


def ran(lines, folder=ROOT):
    """What the lines print in `folder`, with nothing but what they import themselves.

    Not in an interpreter of their own, which would import torch each time; unless they follow a network by torch.fx,
    whose stand-ins for tensors are no tensors to the checks of types that tests run with.
    """
    if "torch.fx" in lines:
        return ran_alone(lines, folder)
    said = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(said), torch.random.fork_rng(devices=[]):
        exec(compile(lines, "copied lines", "exec"), {"__name__": "__main__"})  # noqa: S102 - our own lines
    return said.getvalue()


def ran_alone(lines, folder=ROOT):
    """The same in an interpreter of their own."""
    done = subprocess.run([sys.executable, "-c", lines], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
