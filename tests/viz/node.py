"""Scripts of the stages, run by node: Playwright brings one, so none need be installed."""

import json
import subprocess
from pathlib import Path

from playwright._impl._driver import compute_driver_executable

ROOT = Path(__file__).parents[2]
NODE = compute_driver_executable()[0]


def run(*given):
    """What has become of node with these arguments."""
    return subprocess.run([NODE, *given], capture_output=True, text=True, check=False)


def told_by(script, *given):
    """What a script prints as JSON, having been given these arguments."""
    done = run(script, *given)
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout)


def told_by_lines(lines, folder, *given):
    """The same of lines that are no file yet: they are put into the folder; ROOT in them is the checkout's."""
    script = folder / "lines.mjs"
    script.write_text(lines.replace("ROOT", ROOT.as_uri()))
    return told_by(script, *given)
