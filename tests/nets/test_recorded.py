"""Does the recorded training that comes with Convoscope hold what it says, as far as that is seen without its data?"""

import json
import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest
import torch
from safetensors import SafetensorError

from models.nets.bundled.cifar10 import Cifar10, normalize
from models.nets.bundled.provenance import describe
from models.nets.bundled.recorded import RECORD, probe, read
from models.recipes.noise_to_edges import RECIPE, moments

UPDATES = 4_500
MOST_BYTES = 8_000_000


@pytest.fixture(scope="module")
def record():
    return read()


def network(snapshot):
    module = Cifar10()
    module.load_state_dict({name: torch.tensor(values) for name, values in snapshot.state().items()})
    return module.eval()


def test_it_is_read_without_torch():
    code = "import sys; from models.nets.bundled.recorded import read; read(); print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "False", "")


def test_all_files_together_are_small():
    assert sum(file.stat().st_size for file in RECORD.parent.glob(f"{RECORD.stem}*")) <= MOST_BYTES


def test_every_array_has_its_shape_and_is_for_reading_alone(record):
    assert record.layers == (*(f"stage{s}.conv{n}" for s in (1, 2, 3) for n in (1, 2)), "linear")
    assert [record.loss.shape, record.accuracy.shape, record.rate.shape] == [(UPDATES,)] * 3
    assert record.gradients.shape == (UPDATES, 7)
    assert (record.kernels.shape, record.weights.shape) == ((60, 48, 3, 3, 3), (60, 7))
    for statistics in (record.running_mean, record.running_variance):
        widths = {name: values.shape for name, values in statistics.items()}
        assert widths == {f"stage{s}.bn{n}": (60, 24 * 2**s) for s in (1, 2, 3) for n in (1, 2)}
    arrays = [values for values in vars(record).values() if isinstance(values, np.ndarray)]
    assert len(arrays) == 10
    assert not any(values.flags.writeable for values in arrays)
    assert not any(values.flags.writeable for each in record.snapshots for values in each.values.values())
    assert all(np.isfinite(values).all() for values in arrays)


def test_moments_are_at_about_equal_ratios(record):
    assert record.updates.tolist() == moments(UPDATES)
    ratios = [after / before for before, after in pairwise(record.updates[20:].tolist())]
    assert min(ratios) > 1.05
    assert max(ratios) < 1.2


def test_it_begins_with_the_network_of_its_seed(record):
    torch.manual_seed(json.loads(record.provenance["recipe"])["seed"])
    state = Cifar10().state_dict()
    assert torch.equal(torch.tensor(record.kernels[0]), state["stage1.conv1.weight"])
    assert record.running_mean["stage2.bn2"][0].tolist() == [0] * 96
    assert record.running_variance["stage2.bn2"][0].tolist() == [1] * 96
    for name, values in record.snapshots[0].state().items():
        assert np.abs(values - state[name].numpy()).max() <= record.snapshots[0].largest_error, name


def test_a_first_loss_is_that_of_a_guess_among_ten(record):
    assert record.loss[0] == pytest.approx(np.log(10), abs=0.1)
    assert record.held_out_loss[0] == pytest.approx(np.log(10), abs=0.01)
    assert record.held_out_accuracy[0] == pytest.approx(0.1, abs=0.05)


def test_the_rate_falls_in_a_straight_line_to_nothing(record):
    expected = RECIPE.cycles[0].peak_rate * (1 - np.arange(UPDATES) / UPDATES)
    assert np.allclose(record.rate, expected, rtol=1e-6)


def test_whole_networks_fit_the_curves(record):
    """What is kept in two ways is the same: first kernels, statistics, sizes of weights."""
    assert [each.update for each in record.snapshots] == [0, 10, 50, 200, 1_000, UPDATES]
    for each in record.snapshots:
        moment = record.updates.tolist().index(each.update)
        state = each.state()
        half = each.values["stage1.conv1.weight/scale"][:, None, None, None] / 2
        errors = np.abs(state["stage1.conv1.weight"] - record.kernels[moment])
        assert (errors <= half * 1.0001).all()
        for name in record.running_mean:
            assert np.array_equal(state[f"{name}.running_mean"], record.running_mean[name][moment])
            assert np.array_equal(state[f"{name}.running_var"], record.running_variance[name][moment])
        sizes = [np.linalg.norm(state[f"{name}.weight"].ravel()) for name in record.layers]
        assert sizes == pytest.approx(record.weights[moment].tolist(), rel=1e-3)
        assert state["stage1.bn1.num_batches_tracked"] == each.update


def test_the_error_of_8_bits_is_that_of_rounding(record):
    """Within a step every error is as likely as another: the mean square is the step's, over twelve."""
    for each in record.snapshots:
        scales = {name: each.values[name + "/scale"] for name, values in each.values.items() if values.ndim > 1}
        squares = sum((scale.astype(float) ** 2).sum() * each.values[name][0].size for name, scale in scales.items())
        count = sum(each.values[name].size for name in scales)
        assert count == 646_032
        assert each.rms_error == pytest.approx(np.sqrt(squares / count / 12), rel=0.02)
        assert each.largest_error <= max(scale.max() for scale in scales.values()) / 2 * 1.0001


def test_8_bits_cost_hardly_any_accuracy(record):
    for each in record.snapshots:
        assert each.pictures == RECIPE.held_out
        assert each.kept_accuracy == pytest.approx(each.accuracy, abs=0.005)
        assert each.kept_loss == pytest.approx(each.loss, abs=0.01)


def test_it_has_learned(record):
    assert record.snapshots[-1].accuracy >= 0.85
    assert record.snapshots[-1].accuracy == record.held_out_accuracy[-1]
    assert record.accuracy[-375:].mean() > record.accuracy[:375].mean() + 0.3
    assert set(record.held_out_pictures.tolist()) == {500, 2_000}


def test_every_whole_network_answers_as_it_did_when_it_was_recorded(record):
    picture = normalize(torch.from_numpy(probe()).float() / 255)
    for each in record.snapshots:
        with torch.inference_mode():
            found = network(each)(picture)[0].numpy()
        assert np.allclose(found, each.answers, rtol=1e-4, atol=1e-4)


def test_it_says_where_it_comes_from(record):
    known = record.provenance
    assert json.loads(known["recipe"]) == json.loads(json.dumps(vars(RECIPE), default=vars))
    assert known["command"] == "python -m models.recipes.noise_to_edges --data cifar10-jpeg.zip"
    assert "JPEG copies" in known["data"]
    assert (known["threads"], known["test_pictures"]) == ("1", "test pictures")
    assert float(known["test_accuracy"]) == pytest.approx(record.snapshots[-1].accuracy, abs=0.03)
    assert "12 epochs, seed 0" in describe(known)


def test_a_file_that_is_missing_or_cut_off_says_so(tmp_path):
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "none.safetensors")
    half = tmp_path / "half.safetensors"
    half.write_bytes(RECORD.read_bytes()[:100_000])
    with pytest.raises(SafetensorError):
        read(half)
