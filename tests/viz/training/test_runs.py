"""Whole runs of a hundred updates: the engine's losses are PyTorch's, from the same weights on the same batches."""

import itertools

import numpy as np
import pytest
import torch

from tests.viz.training import oracle
from tests.viz.training.engine import worked_out

UPDATES = 100
OPTIMIZERS = {
    "sgd": (0.3, lambda weights, decay: torch.optim.SGD(weights, lr=0.3, weight_decay=decay)),
    "momentum": (0.02, lambda weights, decay: torch.optim.SGD(weights, lr=0.02, momentum=0.9, weight_decay=decay)),
    "adam": (0.003, lambda weights, decay: torch.optim.Adam(weights, lr=0.003, weight_decay=decay)),
}
DECAYS = (0, 0.01)
CONV = {"kind": "conv", "kernels": 4, "size": 3, "padding": 1}
ENDS = [{"kind": "flatten"}, {"kind": "linear", "units": 5}]
NETWORKS = {
    "relu": [CONV, {"kind": "relu"}, {"kind": "max_pool", "size": 2}, CONV, {"kind": "sigmoid"}, *ENDS],
    # Without a bias: behind batch norm its gradient is 0 but for rounding, which Adam would make whole steps of.
    "batch_norm": [
        CONV | {"bias": False},
        {"kind": "batch_norm"},
        {"kind": "relu"},
        {"kind": "average_pool", "size": 2},
        *ENDS,
    ],
}
CASES = [
    (*each, ("cross_entropy", "squared_error")[number % 3 % 2])
    for number, each in enumerate(itertools.product(OPTIMIZERS, DECAYS, NETWORKS))
]


def batches(count=10, seed=0):
    """Pictures whose class shows: noise, and a bright row whose number is the label."""
    random = np.random.default_rng(seed)
    for _ in range(count):
        labels = random.integers(0, 5, 6)
        pictures = random.normal(size=(6, 2, 8, 8)).astype(np.float32) * 0.3
        pictures[np.arange(6), :, labels] += 1
        yield torch.from_numpy(pictures), torch.from_numpy(labels)


def told(optimizer, decay, name, loss):
    """The run for the engine, and its losses, weights and statistics as PyTorch has them, single as well."""
    spec = {"input": [2, 8, 8], "layers": NETWORKS[name]}
    module, given = oracle.network(spec, 3).float(), list(batches())
    rate, made = OPTIMIZERS[optimizer]
    case = {"act": "run", "spec": spec, "parameters": oracle.weights(module), "loss": loss}
    case["options"] = {"optimizer": optimizer, "rate": rate, "decay": decay}
    listed = [{"pictures": pictures.ravel().tolist(), "labels": labels.tolist()} for pictures, labels in given]
    case["batches"] = [listed[number % len(listed)] for number in range(UPDATES)]
    steps, losses = made(module.parameters(), decay), []
    for number in range(UPDATES):
        steps.zero_grad()
        pictures, labels = given[number % len(given)]
        found = oracle.LOSSES[loss](module(pictures), labels)
        found.backward()
        steps.step()
        losses.append(found.item())
    return case, {"losses": losses, "parameters": oracle.weights(module), "running": oracle.running(module)}


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    pairs = [told(*each) for each in CASES]
    found = worked_out([case for case, _ in pairs], tmp_path_factory.mktemp("runs"))
    return dict(zip(CASES, zip(found, (expected for _, expected in pairs), strict=True), strict=True))


@pytest.mark.parametrize("which", CASES, ids=lambda case: "-".join(map(str, case)))
def test_a_hundred_losses_are_pytorchs(runs, which):
    found, expected = runs[which]
    assert len(found["losses"]) == UPDATES
    assert np.abs(np.subtract(found["losses"], expected["losses"])).max() < 1e-4
    assert found["losses"][-1] < 0.8 * found["losses"][0], "a run that learns nothing would prove little"


@pytest.mark.parametrize("which", CASES, ids=lambda case: "-".join(map(str, case)))
def test_weights_and_running_statistics_end_where_pytorchs_do(runs, which):
    found, expected = runs[which]
    for what in ("parameters", "running"):
        for one, other in zip(found[what], expected[what], strict=True):
            assert one["values"] == pytest.approx(other, abs=2e-3)


def test_every_run_is_another(runs):
    ends = [found["losses"][-1] for found, _ in runs.values()]
    assert len(set(ends)) == len(CASES)
