"""PyTorch's side of the proof is PyTorch's own, in both modes, and says where it refuses."""

import numpy as np
import pytest

from models.nets.oracles.normalized import batch_norm_2d, per_location
from models.ops.batch_norm import normalize, running_update, statistics

VALUES = np.arange(16.0).reshape(2, 2, 2, 2)
FRESH = (np.zeros(2), np.ones(2))


def test_the_example_of_sixteen_numbers():
    found = batch_norm_2d(VALUES, FRESH, (np.ones(2), np.zeros(2)))
    assert found.running_mean == pytest.approx([0.55, 0.95])
    assert found.running_variance == pytest.approx([2.8714, 2.8714], abs=1e-4)
    assert found.training[0, 0].ravel() == pytest.approx([-1.3242, -1.0835, -0.8427, -0.6019], abs=1e-4)
    assert np.abs(per_location(VALUES)) == pytest.approx(np.ones(VALUES.shape), abs=1e-5)


def test_both_modes_agree_with_ours():
    random = np.random.default_rng(5)
    values, line = random.normal(3, 2, (4, 3, 5, 6)), (random.normal(size=3), random.normal(size=3))
    running = random.normal(size=3), random.uniform(0.5, 2, 3)
    found = batch_norm_2d(values, running, line, 1e-3, 0.3)
    ours = normalize(values, statistics(values), *line, eps=1e-3)
    np.testing.assert_allclose(found.training, ours, atol=1e-5)
    mean, variance = running_update(*running, statistics(values), 0.3)
    np.testing.assert_allclose(found.running_mean, mean, atol=1e-6)
    np.testing.assert_allclose(found.running_variance, variance, atol=1e-5)
    np.testing.assert_allclose(per_location(values), normalize(values, statistics(values, "location")), atol=1e-5)


def test_one_value_is_refused_in_training_alone():
    found = batch_norm_2d(np.full((1, 1, 1, 1), 3.0), (np.zeros(1), np.ones(1)), (np.ones(1), np.zeros(1)))
    assert found.training is None
    assert found.running_mean is None
    assert found.inference.item() == pytest.approx(3, rel=1e-4)
    assert per_location(np.ones((1, 1, 3, 3))) is None
