"""Does the stage of the recorded training answer as PyTorch does, with the same maps on the way?"""

import numpy as np
import pytest
import torch

from models.nets.bundled.cifar10 import DEVIATION, MEAN, Cifar10
from models.nets.bundled.recorded import probe, read
from tests.viz.node import told_by
from tests.viz.training.test_recorded import SCRIPT
from viz.stages.training.edges import stage

KEPT = {"first": "stage1.relu1", "middle": "stage2.relu1", "last": "stage3.relu2"}


@pytest.fixture(scope="module")
def record():
    return read()


@pytest.fixture(scope="module")
def prepared():
    mean, deviation = (np.array(values, np.float32).reshape(3, 1, 1) for values in (MEAN, DEVIATION))
    return (probe()[0] / np.float32(255) - mean) / deviation


def maps_by_torch(state, picture):
    network, found = Cifar10().eval(), {}
    network.load_state_dict({name: torch.tensor(values) for name, values in state.items()})
    for name, layer in KEPT.items():
        network.get_submodule(layer).register_forward_hook(
            lambda _, __, output, name=name: found.__setitem__(name, output[0].clone())
        )
    with torch.no_grad():
        network(torch.from_numpy(picture)[None])
    return {name: values.numpy() for name, values in found.items()}


def test_every_kept_network_answers_on_the_stage_as_recorded_and_shows_the_maps_of_pytorch(tmp_path, record, prepared):
    chosen = [record.snapshots[place] for place in (0, 2, -1)]
    payloads = [stage.picture(prepared, "probe"), *(stage.whole(record, each) for each in chosen)]
    files = [tmp_path / f"{place}.bin" for place in range(len(payloads))]
    for file, payload in zip(files, payloads, strict=True):
        file.write_bytes(payload)
    for found, each in zip(told_by(SCRIPT.with_name("run_edges.mjs"), *map(str, files)), chosen, strict=True):
        np.testing.assert_allclose(found["logits"], each.answers, rtol=1e-4, atol=1e-4)
        shares = torch.softmax(torch.tensor(each.answers), 0).numpy()
        np.testing.assert_allclose(found["probabilities"], shares, atol=1e-4)
        for name, values in maps_by_torch(each.state(), prepared).items():
            assert found["maps"][name]["shape"] == list(values.shape)
            np.testing.assert_allclose(found["maps"][name]["values"], values.ravel(), rtol=1e-3, atol=1e-4)
