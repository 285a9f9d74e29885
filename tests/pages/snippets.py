"""The lines of "The same in PyTorch", run as somebody would who has copied them."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def ran(lines, folder=ROOT):
    """What the lines print in `folder`, in an interpreter of their own: what they change in torch stays there."""
    done = subprocess.run([sys.executable, "-c", lines], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
