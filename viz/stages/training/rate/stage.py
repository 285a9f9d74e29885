"""What the stage of the valley is sent: its curvature and directions, and where it ends; it walks by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from jaxtyping import Float

from models.ops.valley import Direction
from viz.stages.kernel.payload import pack
from viz.stages.training.rate.view import BEST, LARGEST_RATE, MOST_UPDATES, PREDICTIONS, REACH, STEPS


def payload(
    curvature: Float[np.ndarray, "2 2"], along: Sequence[Direction], alt: str, words: Mapping[str, str]
) -> bytes:
    """Everything the browser needs; `along`: the directions, the flatter one first."""
    header = {
        "curvature": curvature.tolist(),
        "directions": [{"curvature": one.curvature, "vector": one.vector} for one in along],
        "best": BEST,
        "bounds": {"reach": REACH, "steps": STEPS, "rate": LARGEST_RATE, "updates": MOST_UPDATES},
        "predictions": [one for one in PREDICTIONS if one],
        "alt": alt,
        "words": dict(words),
    }
    return pack(header, {})
