"""One update and its proof, worked out once for all who look at it: whatever step or cell they are at."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float64

from pages.shell.cached import caching
from pages.shell.cached.networks import GATE, PATIENCE
from pages.training.update.case import Case, case_of, tried
from viz.stages.training.update.view import UpdateView
from viz.stages.training.update.weights import Weights

Picture = Float64[np.ndarray, "8 8"]


@dataclass(frozen=True)
class Apart:
    """How far the gradients by hand are at most from PyTorch's, and from those that are found by trying."""

    from_torch: float
    from_trying: float


def update(view: UpdateView, picture: Picture) -> Case:
    """The update that a view asks for."""
    return replace(_update(_settings(view), picture), view=view)


def apart(view: UpdateView, picture: Picture) -> Apart:
    """What its proof compares."""
    return _apart(_settings(view), picture)


def _settings(view: UpdateView) -> UpdateView:
    """The same wherever somebody looks in it."""
    return replace(view, step=0, kernel=0, row=0, column=0)


@caching.resource(128, of_network=False)
def _update(view: UpdateView, picture: Picture) -> Case:
    return case_of(view, picture)


@caching.resource(128, of_network=False)
def _apart(view: UpdateView, picture: Picture) -> Apart:
    case = _update(view, picture)
    by_hand, weights = case.backward.gradient, case.before.all()
    with GATE.place(PATIENCE):
        from models.nets.oracles.updates import update_by_autograd

        _, of_torch = update_by_autograd(picture, weights, view.label, loss=view.loss, pool=view.pool)
    return Apart(_largest(by_hand, Weights(*of_torch)), _largest(by_hand, tried(case)))


def _largest(one: Weights, other: Weights) -> float:
    pairs = zip(one.all(), other.all(), strict=True)
    return max(float(np.abs(mine - theirs).max()) for mine, theirs in pairs)
