"""The pure helpers of the canvas components, run by node."""

from pathlib import Path

import pytest

from tests.viz.node import run

HERE = Path(__file__).parent / "javascript"


@pytest.mark.parametrize("script", sorted(HERE.glob("*.test.mjs")), ids=lambda path: path.name)
def test_javascript(script):
    done = run("--test", script)
    assert done.returncode == 0, done.stdout + done.stderr
