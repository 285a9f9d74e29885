"""What the stage of one update is sent: the pictures, the weights of every seed, the words; it works out the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from jaxtyping import UInt8

from viz.stages.kernel.payload import pack
from viz.stages.training.update.pictures import OWN, PICTURES, SOURCES, family_of, label_of
from viz.stages.training.update.view import LARGEST_RATE, LOSS_NAMES, MOST_UPDATES, POOLS, STEPS
from viz.stages.training.update.weights import SEEDS, initial


def payload(
    own: UInt8[np.ndarray, "8 8"],
    labels: Mapping[str, str],
    classes: Mapping[str, Sequence[str]],
    alt: str,
    words: Mapping[str, str],
) -> bytes:
    """Everything the browser needs. `labels` name the pictures, `classes` those of each family.

    Pictures travel as hundredths and weights as JSON, so that the browser has the very numbers that are written.
    """
    drawn = {**PICTURES, OWN: own}
    header = {
        "sources": [{"key": key, "label": labels[key], "label_of": label_of(key)} for key in SOURCES],
        "classes": {key: list(names) for key, names in classes.items()},
        "families": {key: family_of(key) for key in SOURCES},
        "initial": [[each.ravel().tolist() for each in initial(seed).all()] for seed in range(SEEDS)],
        "steps": list(STEPS),
        "options": {"loss": LOSS_NAMES, "pool": POOLS},
        "limits": {"rate": LARGEST_RATE, "updates": MOST_UPDATES},
        "alt": alt,
        "words": dict(words),
    }
    return pack(header, {key: drawn[key] for key in SOURCES})
