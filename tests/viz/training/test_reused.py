"""What a network works in is used again: nothing of one batch or of one optimizer is left in the next."""

import numpy as np
import pytest
import torch

from tests.viz.training import oracle
from tests.viz.training.cases import cases
from tests.viz.training.engine import worked_out
from tests.viz.training.test_runs import NETWORKS, batches


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    """Every fifth case, by itself, and after another batch, larger or smaller, has gone through the same network."""
    random, made = np.random.default_rng(2), [case for _, case, _ in cases(every=5)]
    after = []
    for number, case in enumerate(made):
        count = (1, 3, 20)[number % 3]
        pictures = random.normal(size=count * int(np.prod(case["spec"]["input"])))
        labels = random.integers(0, case["spec"]["layers"][-1]["units"], count)
        after.append(case | {"before": {"pictures": pictures.tolist(), "labels": labels.tolist()}})
    found = worked_out([*made, *after], tmp_path_factory.mktemp("twice"))
    return list(zip(found[: len(made)], found[len(made) :], strict=True))


def test_a_batch_leaves_nothing_to_the_next(twice):
    assert len(twice) > 60
    for alone, after in twice:
        assert alone == after


def test_what_was_given_out_is_not_written_again(twice):
    assert all(after["untouched"] for _, after in twice)


def engine_run(module, settings):
    given = [{"pictures": pictures.ravel().tolist(), "labels": labels.tolist()} for pictures, labels in batches()]
    case = {"act": "run", "spec": {"input": [2, 8, 8], "layers": NETWORKS["relu"]}, "options": {}}
    listed = [batch | {"options": options} for batch, options in zip(given, settings, strict=True)]
    return case | {"parameters": oracle.weights(module), "batches": listed}


def pytorch_run(module, optimizers):
    """The losses where each update is made by the next of these optimizers."""
    losses = []
    for (pictures, labels), optimizer in zip(batches(), optimizers, strict=True):
        module.zero_grad()
        loss = oracle.LOSSES["cross_entropy"](module(pictures), labels)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def fresh():
    return oracle.network({"input": [2, 8, 8], "layers": NETWORKS["relu"]}, 5).float()


@pytest.mark.parametrize("name", ["momentum", "adam"])
def test_a_rate_that_changes_leaves_what_the_optimizer_remembers(name, tmp_path):
    module, rates = fresh(), [0.05] * 5 + [0.01] * 5
    case = engine_run(module, [{"optimizer": name, "rate": rate} for rate in rates])
    kinds = {"momentum": lambda: torch.optim.SGD(module.parameters(), lr=1, momentum=0.9)}
    optimizer = kinds.get(name, lambda: torch.optim.Adam(module.parameters()))()

    def at(rate):
        optimizer.param_groups[0]["lr"] = rate
        return optimizer

    expected = pytorch_run(module, map(at, rates))
    assert worked_out([case], tmp_path)[0]["losses"] == pytest.approx(expected, abs=1e-5)


def test_another_optimizer_begins_anew(tmp_path):
    module = fresh()
    names = ["adam"] * 3 + ["momentum"] * 3 + ["adam"] * 4
    case = engine_run(module, [{"optimizer": name, "rate": 0.02, "momentum": 0.5} for name in names])
    first, second = (torch.optim.Adam(module.parameters(), lr=0.02) for _ in range(2))
    rolling = torch.optim.SGD(module.parameters(), lr=0.02, momentum=0.5)
    expected = pytorch_run(module, [first] * 3 + [rolling] * 3 + [second] * 4)
    assert worked_out([case], tmp_path)[0]["losses"] == pytest.approx(expected, abs=1e-5)


def test_a_rate_of_nothing_moves_nothing(tmp_path):
    module = fresh()
    found = worked_out([engine_run(module, [{"optimizer": "adam", "rate": 0}] * 10)], tmp_path)[0]
    assert [each["values"] for each in found["parameters"]] == oracle.weights(module)


def test_a_network_that_is_handed_over_goes_on_as_it_was(tmp_path):
    case = engine_run(fresh(), [{"optimizer": "adam", "rate": 0.02}] * 10)
    stayed, handed = worked_out([case, case | {"cloned": 5}], tmp_path)
    assert stayed == handed
