"""Do the recorded networks answer in the engine as they did in PyTorch when they were recorded?"""

from pathlib import Path

import numpy as np

from models.nets.bundled.cifar10 import DEVIATION, MEAN
from models.nets.bundled.recorded import probe, read
from tests.viz.node import told_by

SCRIPT = Path(__file__).parent / "run_recorded.mjs"


def in_order(state):
    """All numbers of a state in the order of the engine: what is learnt, then what batch norms keep."""
    norms = [f"stage{stage}.bn{number}" for stage in (1, 2, 3) for number in (1, 2)]
    layers = [name for norm in norms for name in (norm.replace("bn", "conv"), norm)]
    learnt = [f"{name}.{part}" for name in (*layers, "linear") for part in ("weight", "bias")]
    kept = [f"{name}.{part}" for name in norms for part in ("running_mean", "running_var")]
    return np.concatenate([state[name].ravel() for name in (*learnt, *kept) if name in state])


def test_every_recorded_network_answers_in_the_engine_as_in_pytorch(tmp_path):
    record = read()
    mean, deviation = (np.array(values, np.float32).reshape(3, 1, 1) for values in (MEAN, DEVIATION))
    picture = (probe()[0] / np.float32(255) - mean) / deviation
    given = [picture, *(in_order(each.state()) for each in record.snapshots)]
    files = [tmp_path / f"{place}.bin" for place in range(len(given))]
    for file, values in zip(files, given, strict=True):
        file.write_bytes(values.astype("<f4").tobytes())
    found = told_by(SCRIPT, *map(str, files))
    assert np.allclose(
        [each["outputs"] for each in found], [each.answers for each in record.snapshots], rtol=1e-4, atol=1e-4
    )
