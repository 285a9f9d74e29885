"""What the things to try promise of the recorded training."""

import re

import numpy as np

from tests.pages.promises.kept import promise


def shown(tried):
    """The stage, and after how many updates the moment on it is."""
    stage = tried.stages["training/edges"]
    return stage, stage["updates"][stage["view"]["moment"]]


@promise("training_edges.try_start")
def _(tried):
    stage, update = shown(tried)
    kernels = stage.planes["kernels"]
    assert update == 0
    assert stage["snapshot"] == 0
    assert kernels.shape[1] == int(re.search(r"(\d+) kernels", tried.label)[1])
    assert abs(stage.planes["held_out_accuracy"][0] - 0.1) < 0.01, "a guess"


@promise("training_edges.try_fifty")
def _(tried):
    stage, update = shown(tried)
    assert update == stage["snapshot"] == int(re.search(r"(\d+) updates", tried.label)[1])
    losses = [
        loss
        for at, loss in zip(stage["updates"], stage.planes["held_out_loss"].tolist(), strict=True)
        if 10 <= at <= update
    ]
    assert np.sum(np.diff(losses) > 0.05) >= 4, "a bumpy curve"
    moved = float(re.search(r"moved \*\*([\d.]+)\*\*", tried.said)[1])
    assert abs(moved - 1 / 3) < 0.02, "a third of their length"


@promise("training_edges.try_last")
def _(tried):
    stage, update = shown(tried)
    assert update == stage["snapshot"] == max(stage["updates"])
