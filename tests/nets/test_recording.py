"""Does the recipe of the recorded training note what is there, and go on after a stop as if there had been none?"""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn import functional

from models.nets.bundled import recorded
from models.nets.bundled.cifar10 import Cifar10
from models.recipes import cifar10, run
from models.recipes.noise_to_edges import RECIPE, TASK, WHOLE, Recording, last, moments

SMALL = replace(RECIPE, cycles=(cifar10.Cycle(3, 0.1, 0),), batch_size=4, held_out=6, seed=3)
PICTURES = torch.randint(0, 256, (35, 3, 32, 32), dtype=torch.uint8, generator=torch.Generator().manual_seed(1))
LABELS = torch.arange(35) % 2 * 7
UPDATES = 3 * 7  # 29 pictures are trained on, in whole batches of four


@pytest.fixture(scope="module", autouse=True)
def one_thread():
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def begun(recipe=SMALL, task=TASK):
    return Recording(replace(task, network=lambda: Cifar10((2, 3, 4))), recipe, PICTURES, LABELS)


def run_on(training):
    while training.epoch < training.recipe.epochs:
        training.run_epoch()
    return training


@pytest.fixture(scope="module")
def uninterrupted():
    return run_on(begun())


@pytest.fixture(scope="module")
def written(uninterrupted, tmp_path_factory):
    path = tmp_path_factory.mktemp("record") / "small.safetensors"
    run.save_file(uninterrupted.result(), path, metadata=uninterrupted.said())
    return path


@given(st.integers(1, 20_000))
def test_moments_begin_before_the_first_update_end_after_the_last_and_grow_in_ratio(updates):
    found = moments(updates)
    assert (found[0], found[-1]) == (0, updates)
    assert found == sorted({*found})
    assert {update for update in WHOLE if update <= updates} <= {*found}
    assert len(found) <= 70
    # Between two that follow one another at most three places of the grid, or one update.
    step = updates ** (3 / 68)
    assert all(after <= max(before + 2, before * step + 1) for before, after in pairwise(found[1:]))


def test_the_recorded_training_has_sixty():
    assert len(moments(4_500)) == 60


@pytest.mark.parametrize("stop", [1, 2, 3])
def test_a_stopped_training_goes_on_bit_for_bit(uninterrupted, tmp_path, stop):
    stopped = begun()
    for _ in range(stop):
        stopped.run_epoch()
    stopped.save(tmp_path / "kept.pt")
    torch.manual_seed(99)  # whatever happens in between
    torch.rand(5)
    resumed = begun()
    resumed.restore(tmp_path / "kept.pt")
    ours, theirs = run_on(resumed).result(), uninterrupted.result()
    assert list(ours) == list(theirs)
    assert [name for name in ours if not torch.equal(ours[name], theirs[name])] == []


def test_the_record_begins_with_the_seeds_own_network(uninterrupted):
    torch.manual_seed(SMALL.seed)
    state = Cifar10((2, 3, 4)).state_dict()
    assert torch.equal(uninterrupted.notes["kernels"][0], state["stage1.conv1.weight"])
    assert all(torch.equal(value, state[name]) for name, value in uninterrupted.snapshots[0].items())
    norm = state["stage1.conv1.weight"].double().square().sum().sqrt()
    assert uninterrupted.notes["weights"][0, 0].item() == pytest.approx(norm.item())


def test_it_ends_with_the_network_as_it_is_then(uninterrupted):
    state = uninterrupted.network.state_dict()
    assert torch.equal(uninterrupted.notes["kernels"][-1], state["stage1.conv1.weight"])
    assert torch.equal(uninterrupted.notes["running_var/stage3.bn2"][-1], state["stage3.bn2.running_var"])
    assert list(uninterrupted.snapshots) == [0, 10, UPDATES]


def test_the_rate_falls_in_a_straight_line(uninterrupted):
    expected = 0.1 * (1 - np.arange(UPDATES) / UPDATES)
    assert uninterrupted.notes["rate"].tolist() == pytest.approx(expected.tolist(), rel=1e-6)


def test_a_first_update_by_hand():
    """With the formulas of SGD, Nesterov's momentum and weight decay written out."""
    training = begun()
    chosen = training.used[:4]
    twin = Cifar10((2, 3, 4)).to(memory_format=torch.channels_last)
    twin.load_state_dict(training.network.state_dict())
    generator = torch.Generator()
    generator.set_state(training.generator.get_state())
    varied = TASK.vary(PICTURES[chosen], SMALL.cycles[0], generator)
    training.network.train()
    training.step(chosen)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = twin(TASK.normalize(varied.float() / 255).to(memory_format=torch.channels_last))
    probabilities = logits.detach().double().softmax(1)
    functional.cross_entropy(logits.float(), LABELS[chosen]).backward()
    notes = training.notes
    assert notes["loss"][0].item() == pytest.approx(-probabilities[range(4), LABELS[chosen]].log().mean().item())
    assert notes["accuracy"][0] == sum(probabilities.argmax(1) == LABELS[chosen]) / 4
    gradients = [twin.get_submodule(name).weight.grad.norm().item() for name in training.weighted]
    assert notes["gradients"][0].tolist() == pytest.approx(gradients, rel=1e-5)
    kernels, gradient = twin.stage1.conv1.weight.detach(), twin.stage1.conv1.weight.grad
    moved = 0.1 * (1 + 0.9) * (gradient + 5e-4 * kernels)
    assert torch.allclose(notes["kernels"][1], kernels - moved, atol=1e-7)
    assert training.weighted == [*(f"stage{s}.conv{n}" for s in (1, 2, 3) for n in (1, 2)), "linear"]


def test_looking_leaves_the_training_as_it_was():
    """A glance in between must not be seen in the run: no random number, no batch statistic."""
    training = begun()
    training.network.train()
    before = {name: value.clone() for name, value in training.network.state_dict().items()}
    state = training.generator.get_state()
    training.look()
    assert training.network.training
    assert torch.equal(training.generator.get_state(), state)
    assert all(torch.equal(value, before[name]) for name, value in training.network.state_dict().items())


def test_what_is_written_is_read_again(uninterrupted, written):
    record = recorded.read(written)
    assert record.layers == tuple(uninterrupted.weighted)
    assert np.array_equal(record.kernels, uninterrupted.notes["kernels"])
    assert np.array_equal(record.running_variance["stage2.bn1"], uninterrupted.notes["running_var/stage2.bn1"])
    assert [each.update for each in record.snapshots] == [0, 10, UPDATES]
    for snapshot in record.snapshots:
        exact = uninterrupted.snapshots[snapshot.update]
        state = snapshot.state()
        assert {*state} == {*exact}
        errors = np.concatenate([(state[name] - exact[name].numpy()).ravel() for name in state if exact[name].ndim > 1])
        assert snapshot.largest_error == pytest.approx(np.abs(errors).max())
        assert snapshot.rms_error == pytest.approx(np.sqrt((errors.astype(np.float64) ** 2).mean()), rel=1e-5)
        assert snapshot.pictures == 6
        assert snapshot.accuracy * 6 == pytest.approx(round(snapshot.accuracy * 6), abs=1e-5)


def test_a_check_evaluates_the_last_network_out_of_8_bits(uninterrupted, written):
    state = last(written)
    twin = Cifar10((2, 3, 4))
    twin.load_state_dict(state)
    kept = recorded.read(written).snapshots[-1]
    found = uninterrupted.held_out(twin, 6)
    assert (kept.kept_loss, kept.kept_accuracy) == (
        pytest.approx(found["held_out_loss"]),
        pytest.approx(found["held_out_accuracy"]),
    )
