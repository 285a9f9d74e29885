"""What is known about how a bundled file was made? Read without PyTorch."""

from __future__ import annotations

import json
from pathlib import Path

from safetensors import safe_open


def provenance(weights: Path) -> dict[str, str]:
    """How the weights were made: what the file says of itself, and what was measured and written beside it."""
    with safe_open(weights, framework="np") as opened:
        known = dict(opened.metadata() or {})
    beside = weights.with_suffix(".json")
    if beside.exists():
        known |= {key: str(value) for key, value in json.loads(beside.read_text(encoding="utf-8")).items()}
    return known


def describe(known: dict[str, str]) -> str:
    """The provenance as a sentence for people."""
    accuracy, pictures = known.get("test_accuracy"), known.get("test_pictures", "test pictures")
    measured = f" {percent(float(accuracy)):.2f} % of the {pictures} are named right." if accuracy else ""
    data, date = known.get("data", "an unnamed data set"), known.get("date", "an unknown date")
    recipe = json.loads(known.get("recipe", "{}"))
    epochs = sum(cycle["epochs"] for cycle in recipe.get("cycles", ()))
    made = f"{epochs} epochs, seed {recipe.get('seed', 'unknown')}, by `{known.get('command', 'an unknown command')}`"
    return f"Trained for Convoscope on {data}: {made}, finished on {date}; MIT licence.{measured}"


def percent(accuracy: float) -> float:
    """A share given as a fraction of one or in percent, in percent."""
    return accuracy if accuracy > 1 else 100 * accuracy
