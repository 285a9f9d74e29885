"""The pure helpers of the canvas components, run by node: Playwright brings one, so none need be installed."""

import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

HERE = Path(__file__).parent / "javascript"
NODE = compute_driver_executable()[0]


@pytest.mark.parametrize("script", sorted(HERE.glob("*.test.mjs")), ids=lambda path: path.name)
def test_javascript(script):
    done = subprocess.run([NODE, "--test", str(script)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
