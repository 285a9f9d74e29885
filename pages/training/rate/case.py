"""A run in the valley worked out: the curvature of the edge's loss, its directions, the path, what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float64

from models.ops import valley
from models.ops.valley import EDGE, EDGE_KERNEL, Direction, Factor, Outcome
from viz.stages.training.rate.view import MOST_UPDATES, RateView

CURVATURE = valley.hessian(EDGE, (1, EDGE_KERNEL.size))
FLAT, STEEP = valley.directions(CURVATURE)


@dataclass(frozen=True, eq=False)
class Run:
    """All updates from a view, whatever number of them is on stage. `reached`: how far the start is along each."""

    view: RateView
    path: Float64[np.ndarray, "updates_and_start taps"]
    losses: Float64[np.ndarray, " updates_and_start"]
    factors: tuple[Factor, Factor]
    reached: tuple[float, ...]
    outcome: Outcome

    @property
    def limit(self) -> float:
        """The rate above which it runs away."""
        return valley.limit(STEEP.curvature, self.view.momentum)


def run_of(view: RateView) -> Run:
    """The run that a view asks for."""
    start = (view.first, view.second)
    setting = {"rate": view.number, "momentum": view.momentum}
    path = valley.path(start, CURVATURE, EDGE_KERNEL, **setting, updates=MOST_UPDATES)
    flat, steep = (valley.factor(one.curvature, **setting) for one in (FLAT, STEEP))
    reached = valley.parts(start, EDGE_KERNEL.tolist(), (FLAT, STEEP))
    outcome = valley.outcome((flat, steep), reached)
    return Run(view, path, valley.loss(path, CURVATURE, EDGE_KERNEL), (flat, steep), reached, outcome)


def named() -> tuple[tuple[str, Direction], ...]:
    """Both directions by what they are called."""
    return (("flat", FLAT), ("steep", STEEP))
