"""What the stage of a training is sent: what may be chosen, and the words; data and network are made in the browser."""

from __future__ import annotations

from collections.abc import Mapping

from viz.stages.kernel.payload import pack
from viz.stages.training.train.view import (
    HELD_OUT,
    LARGEST_RATE,
    MOST_CONVOLUTIONS,
    MOST_HIDDEN,
    MOST_LINKED,
    MOST_WEIGHTS,
    TrainView,
)


def payload(alt: str, words: Mapping[str, str]) -> bytes:
    """Everything the browser needs."""
    header = {
        "options": TrainView.options(),
        "limits": {
            "convolutions": MOST_CONVOLUTIONS,
            "hidden": MOST_HIDDEN,
            "weights": MOST_WEIGHTS,
            "rate": LARGEST_RATE,
            "updates": MOST_LINKED,
            "held_out": HELD_OUT,
        },
        "alt": alt,
        "words": dict(words),
    }
    return pack(header, {})
