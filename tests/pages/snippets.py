"""The lines of "The same in PyTorch", run as somebody would who has copied them."""

import contextlib
import io
from pathlib import Path

import torch

ROOT = Path(__file__).parent.parent.parent


def ran(lines, folder=ROOT):
    """What the lines print in `folder`, with nothing but what they import themselves.

    Not in an interpreter of their own, which would import torch each time: only the start's lines are run so.
    """
    said = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(said), torch.random.fork_rng(devices=[]):
        exec(compile(lines, "copied lines", "exec"), {"__name__": "__main__"})  # noqa: S102 - our own lines
    return said.getvalue()
