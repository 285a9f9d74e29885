"""What the things to try promise about learning, held against PyTorch's own updates."""

import re

import numpy as np
import torch

from models.ops import digits
from tests.pages.promises.kept import promise


def updated(tried):
    """One update as the stage is told to make it, by PyTorch: loss before, promised fall, loss after, gradients."""
    stage = tried.stages["training/update"]
    view = stage["view"]
    assert view["updates"] == 0
    assert stage["steps"][view["step"]] == "update", "all of it is on stage"
    pool = torch.nn.MaxPool2d(2) if view["pool"] == "max" else torch.nn.AvgPool2d(2)
    layers = (torch.nn.Conv2d(1, 2, 3), torch.nn.ReLU(), pool, torch.nn.Flatten(), torch.nn.Linear(18, 3))
    network = torch.nn.Sequential(*layers).double()
    for parameter, values in zip(network.parameters(), stage["initial"][view["seed"]], strict=True):
        parameter.data = torch.tensor(values, dtype=torch.float64).reshape(parameter.shape)
    picture = torch.tensor(stage.planes[view["source"]] / 100)[None, None]
    target = torch.tensor([view["label"]])

    def loss():
        logits = network(picture)
        if view["loss"] == "cross_entropy":
            return torch.nn.functional.cross_entropy(logits, target)
        return ((logits - torch.nn.functional.one_hot(target, 3)) ** 2).sum() / 2

    before = loss()
    before.backward()
    gradients = [parameter.grad.clone() for parameter in network.parameters()]
    torch.optim.SGD(network.parameters(), view["rate"]).step()
    promised = view["rate"] * sum(float((each**2).sum()) for each in gradients)
    return before.item(), promised, loss().item(), gradients


@promise("training_update.try_small_step")
def _(tried):
    before, promised, after, _ = updated(tried)
    rate, within = map(float, re.search(r"Rate ([\d.]+).* within (\d+) %", tried.label).groups())
    assert tried.stages["training/update"]["view"]["rate"] == rate
    assert 0 < abs((before - after) / promised - 1) < within / 100
    assert f"**{digits.number(before)}**" in tried.said


@promise("training_update.try_large_step")
def _(tried):
    before, _, after, _ = updated(tried)
    view = tried.stages["training/update"]["view"]
    assert (view["loss"], view["rate"]) == ("squared_error", 0.3), tried.label
    assert after > before
    assert "**rises**" in tried.said


@promise("training_update.try_silent")
def _(tried):
    view = tried.stages["training/update"]["view"]
    assert tried.label.startswith(f"Kernel {view['kernel']} of seed {view['seed']} ")
    _, _, _, (kernels, biases, *_) = updated(tried)
    assert not np.any(kernels[view["kernel"]].numpy()), "no gradient"
    assert not biases[view["kernel"]].item()
    assert np.any(kernels[1 - view["kernel"]].numpy()), "the other one has its own"
    assert "has no gradient at all" in tried.said
