"""Training: the same update by PyTorch, for the proof lines."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float64

from pages.shell.cached import caching
from pages.shell.cached.networks import GATE, PATIENCE


@caching.data(256, of_network=False)
def update_by_autograd(
    picture: Float64[np.ndarray, "rows columns"],
    weights: tuple[Float64[np.ndarray, "..."], ...],
    label: int,
    loss: str,
    pool: str,
) -> tuple[float, tuple[Float64[np.ndarray, "..."], ...]]:
    """The loss of one picture and the gradient of every weight, by PyTorch's autograd."""
    with GATE.place(PATIENCE):
        from models.nets.oracles.updates import update_by_autograd as by_torch

        return by_torch(picture, weights, label, loss=loss, pool=pool)
