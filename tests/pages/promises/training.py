"""What the things to try promise that train a network in the browser: node trains it too."""

import json
import re
from functools import cache

from tests.pages.promises.kept import promise
from tests.viz.node import ROOT, told_by
from viz.stages.training.train.view import HELD_OUT, TrainView

SCRIPT = ROOT / "tests/viz/training/train_view.mjs"


def trained(tried):
    """The view on stage, and what becomes of it."""
    view = tried.stages["training/train"]["view"]
    return view, of(json.dumps({"view": view, "heldOut": HELD_OUT}))


@cache
def of(asked):
    return told_by(SCRIPT, asked)


@promise("training_train.try_deeper")
def _(tried):
    view, done = trained(tried)
    updates, share = re.search(r"after (\d+) updates more than (\d+) %", tried.label).groups()
    assert (view["convolutions"].count("b"), view["optimizer"]) == (2, "adam")
    assert done["updates"] == view["updates"] == int(updates)
    assert done["accuracy"] > int(share) / 100


@promise("training_train.try_flat")
def _(tried):
    view, done = trained(tried)
    units, updates, share = re.search(r"of (\d+) units: after (\d+) updates fewer than (\d+) %", tried.label).groups()
    assert (view["convolutions"], view["hidden"], view["updates"]) == ("", units, int(updates))
    assert 1 / 3 < done["accuracy"] < int(share) / 100
    begin = {name: getattr(TrainView(), name) for name in ("convolutions", "hidden")}
    convolution = of(json.dumps({"view": {**view, **begin}, "heldOut": HELD_OUT}))
    assert convolution["accuracy"] > done["accuracy"] + 0.1
    assert abs(convolution["weights"] - done["weights"]) < 10, "and it has as many weights"


@promise("training_train.try_break")
def _(tried):
    view, done = trained(tried)
    rate, decay, update = re.search(
        r"rate of ([\d,]+) .* decay of ([\d.]+): .* after update (\d+)", tried.label
    ).groups()
    assert (view["rate"], view["decay"]) == (float(rate.replace(",", "")), float(decay))
    assert done["ended"] == int(update)
