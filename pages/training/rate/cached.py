"""The same run in PyTorch: torch.optim.SGD on a convolution of two weights, and the eigenvalues of its loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.ops.valley import EDGE, EDGE_KERNEL
from pages.shell.cached import caching
from pages.shell.cached.networks import GATE, PATIENCE

if TYPE_CHECKING:
    import numpy as np
    from jaxtyping import Float64


@caching.data(64, of_network=False)
def path_by_torch(
    start: tuple[float, float], rate: float, momentum: float, updates: int
) -> Float64[np.ndarray, "updates_and_start taps"]:
    """The weights after every update, as torch.optim.SGD makes them."""
    with GATE.place(PATIENCE):
        from models.nets.oracles.valley import path_by_torch as by_torch

        return by_torch(EDGE, EDGE_KERNEL, start, rate=rate, momentum=momentum, updates=updates)


@caching.data(1, of_network=False)
def eigenvalues_by_torch() -> tuple[float, ...]:
    """The eigenvalues of the second derivative of the loss, both as torch finds them."""
    with GATE.place(PATIENCE):
        from models.nets.oracles.valley import eigenvalues_by_torch as by_torch

        return by_torch(EDGE, EDGE_KERNEL)
