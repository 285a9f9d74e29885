"""The engine, run by node: many cases in one process."""

import json
from pathlib import Path

from tests.viz.node import told_by

SCRIPT = Path(__file__).parent / "run_engine.mjs"


def worked_out(cases, folder):
    """What the engine finds for each case."""
    file = folder / "cases.json"
    file.write_text(json.dumps(cases, allow_nan=False))
    return told_by(SCRIPT, file)
