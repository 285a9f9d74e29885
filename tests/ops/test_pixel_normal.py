"""Pictures drawn from a mean and a spread for each pixel have that mean and spread, and nothing else."""

import numpy as np
import pytest
import torch

from models.images import sample, square
from models.ops.pixel_normal import draw, neighbour_correlation, pixel_normal

NAMES = ("cat", "coffee", "rocket", "astronaut", "coins")


@pytest.fixture(scope="module")
def pictures():
    return np.stack([np.asarray(square(sample(name).convert("RGB"), 24)) for name in NAMES]).astype(float)


def test_mean_and_spread_are_pytorchs_over_the_batch(pictures):
    found = pixel_normal(pictures)
    variance, mean = torch.var_mean(torch.tensor(pictures), 0, correction=0)
    np.testing.assert_allclose(found.mean, mean, rtol=1e-12)
    np.testing.assert_allclose(found.deviation, variance.sqrt(), atol=1e-9)
    assert found.count == len(NAMES)


def test_two_pictures_worked_out_on_paper():
    found = pixel_normal(np.array([[[[10.0, 0, 4]]], [[[20.0, 0, 8]]]]))
    assert found.mean[0, 0].tolist() == [15, 0, 6]
    assert found.deviation[0, 0].tolist() == [5, 0, 2]


def test_drawn_pictures_have_the_mean_and_the_spread(pictures):
    normal = pixel_normal(pictures)
    again = pixel_normal(draw(normal, 4000, 7))
    assert np.abs(again.mean - normal.mean).max() < 6 * normal.deviation.max() / np.sqrt(4000)
    np.testing.assert_allclose(again.deviation, normal.deviation, rtol=0.1, atol=1e-9)


def test_neighbours_go_together_in_pictures_and_not_in_drawn_ones(pictures):
    normal = pixel_normal(pictures)
    assert neighbour_correlation(pictures, normal) > 0.5
    assert abs(neighbour_correlation(draw(normal, 50, 1), normal)) < 0.02


def test_the_seed_decides(pictures):
    normal = pixel_normal(pictures)
    assert np.array_equal(draw(normal, 2, 3), draw(normal, 2, 3))
    assert not np.array_equal(draw(normal, 2, 3), draw(normal, 2, 4))


def test_one_picture_has_no_spread(pictures):
    normal = pixel_normal(pictures[:1])
    assert not normal.deviation.any()
    assert np.array_equal(draw(normal, 1, 0)[0], pictures[0])
    assert neighbour_correlation(pictures[:1], normal) is None


def test_another_shape_is_refused():
    with pytest.raises(ValueError, match="shape"):
        pixel_normal(np.zeros((2, 3)))
