"""What the things to try promise that let something learn: Training."""

import re

import numpy as np

from models.nets.oracles.valley import path_by_torch
from models.ops.valley import EDGE, EDGE_KERNEL
from tests.pages.promises.kept import promise
from viz.stages.training.rate.view import rate_of


def walked(tried, **other):
    """The path on stage, as torch walks it; `other`: what is set otherwise."""
    view = {**tried.stages["training/rate"]["view"], **other}
    start, rate = (view["first"], view["second"]), rate_of(view["rate"])
    settings = {"rate": rate, "momentum": view["momentum"], "updates": view["updates"]}
    return view, path_by_torch(EDGE, EDGE_KERNEL, start, **settings)


@promise("training_rate.try_d2l")
def _(tried):
    view, path = walked(tried)
    rate, updates, near = re.search(
        r"rate ([\d.]+) from \(0, 0\): after (\d+) .* within ([\d.]+) of", tried.label
    ).groups()
    assert (view["rate"], view["momentum"], view["updates"]) == (rate, 0, int(updates))
    assert path[0].tolist() == [0, 0]
    away = np.abs(path[-1] - EDGE_KERNEL).max()
    assert float(near) - 0.001 < away <= float(near)


@promise("training_rate.try_limit")
def _(tried):
    _, path = walked(tried)
    assert tried.stages["training/rate"]["view"]["rate"] in tried.label
    across = (path - EDGE_KERNEL).sum(axis=1)
    np.testing.assert_allclose(across[1:], -across[:-1], atol=1e-12)
    assert abs(across[0]) > 0.5
    assert "**swings for ever**" in tried.said


@promise("training_rate.try_momentum")
def _(tried):
    view, path = walked(tried)
    assert f"Rate {view['rate']} would run away: a momentum of {view['momentum']}" in tried.label
    assert np.abs(path[-1] - EDGE_KERNEL).max() < 1e-6
    _, plain = walked(tried, momentum=0.0)
    assert np.abs(plain[-1]).max() > 1e6
    assert "less each time, and settles" in tried.said
