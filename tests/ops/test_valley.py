"""Descent in a valley is what torch.optim.SGD does on a convolution; its limit, eigenvalues and factors are exact."""

from fractions import Fraction

import numpy as np
import pytest
import torch
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from models.nets.oracles.valley import eigenvalues_by_torch, path_by_torch
from models.ops.convolution import cross_correlate
from models.ops.valley import (
    EDGE,
    EDGE_KERNEL,
    best_rate,
    directions,
    factor,
    hessian,
    limit,
    loss,
    outcome,
    parts,
    path,
)

CURVATURE = hessian(EDGE, (1, 2))
FLAT, STEEP = directions(CURVATURE)
UPDATES = 60

weight = st.floats(-3, 3, allow_nan=False)
momenta = st.one_of(st.just(0.0), st.floats(0.0, 0.99))


def test_the_edge_is_d2ls():
    found = cross_correlate(EDGE, EDGE_KERNEL[None])
    assert found.tolist() == [[0, 1, 0, 0, 0, -1, 0]] * 6


def test_the_curvature_of_the_edge():
    assert CURVATURE.tolist() == [[36, 24], [24, 36]]
    assert (FLAT.curvature, STEEP.curvature) == (12, 60)
    np.testing.assert_allclose(np.abs([FLAT.vector, STEEP.vector]), np.sqrt(0.5), rtol=1e-15)
    assert FLAT.vector[0] * FLAT.vector[1] < 0 < STEEP.vector[0] * STEEP.vector[1]


def test_limit_and_best_rate_are_exact():
    assert Fraction(2, 60) == Fraction(1, 30)
    assert limit(60) == 1 / 30
    assert best_rate(12, 60) == 1 / 36
    assert factor(12, 1 / 36).signed == pytest.approx(2 / 3, abs=1e-15)
    assert factor(60, 1 / 36).signed == pytest.approx(-2 / 3, abs=1e-15)


def test_d2ls_run_by_hand():
    walked = path([0, 0], CURVATURE, EDGE_KERNEL, rate=0.03, updates=10)
    losses = loss(walked, CURVATURE, EDGE_KERNEL)
    np.testing.assert_allclose(losses[:5], [12, 4.9152, 2.0133, 0.8246, 0.3378], atol=5e-5)
    np.testing.assert_allclose(losses[1:] / losses[:-1], 0.64**2, rtol=1e-12)
    np.testing.assert_allclose(walked[10], [0.98847, -0.98847], atol=5e-6)


@pytest.mark.parametrize(
    ("rate", "becomes"),
    [(1 / 60, "settles"), (0.017, "swings"), (1 / 30 - 1e-9, "swings"), (1 / 30, "border"), (1 / 30 + 1e-9, "diverges"),
     (0.0, "still"), (0.1, "diverges")],
)  # fmt: skip
def test_what_a_rate_leads_to(rate, becomes):
    found = [factor(one.curvature, rate) for one in (FLAT, STEEP)]
    assert outcome(found, parts([0, 1], EDGE_KERNEL.tolist(), (FLAT, STEEP))) == becomes


def test_a_start_on_the_floor_never_touches_the_steep_direction():
    for start in ([0.0, 0.0], [0.35, -0.35], [-1.5, 1.5], [3.5, -3.5]):
        reached = parts(start, EDGE_KERNEL.tolist(), (FLAT, STEEP))
        assert reached[1] == 0 != reached[0]
        found = [factor(one.curvature, 0.1) for one in (FLAT, STEEP)]
        assert outcome(found, reached) == "swings"
        for momentum in (0.0, 0.5, 0.99):
            walked = path(start, CURVATURE, EDGE_KERNEL, rate=0.1, momentum=momentum, updates=UPDATES)
            by_torch = path_by_torch(EDGE, EDGE_KERNEL, start, rate=0.1, momentum=momentum, updates=UPDATES)
            np.testing.assert_allclose(walked, by_torch, atol=1e-10)
            assert np.abs(walked).max() < 10


def test_the_best_weights_are_left_by_no_rate():
    reached = parts([1, -1], EDGE_KERNEL.tolist(), (FLAT, STEEP))
    assert outcome([factor(12, 5.0), factor(60, 5.0)], reached) == "still"


def test_nothing_curves_where_the_picture_is_black():
    flat, steep = directions(hessian(np.zeros((3, 3)), (1, 2)))
    assert (flat.curvature, steep.curvature) == (0, 0)
    assert outcome([factor(0, 0.03, 0.5)] * 2, [1.0, 1.0]) == "still"


@pytest.mark.parametrize("wrong", [[[1, 2], [3, 4]], [[1.0]], [1, 2], np.eye(3)], ids=str)
def test_what_is_no_symmetric_square_is_refused(wrong):
    with pytest.raises(ValueError, match="must be symmetric"):
        directions(wrong)


pictures = arrays(np.float64, st.tuples(st.integers(2, 6), st.integers(2, 6)), elements=st.integers(-3, 3).map(float))
kernels = st.tuples(weight, weight)


@given(pictures, kernels, kernels, st.sampled_from([(1, 2), (2, 1)]))
@settings(max_examples=60, deadline=None)
def test_the_loss_is_the_sum_of_squares_and_the_curvature_its_second_derivative(picture, target, weights, size):
    curvature = hessian(picture, size)
    wanted, given_ = (
        cross_correlate(picture, np.reshape(each, size)) if min(picture.shape) > 1 else None
        for each in (target, weights)
    )
    np.testing.assert_allclose(loss(weights, curvature, target), ((given_ - wanted) ** 2).sum(), rtol=1e-9, atol=1e-9)
    if size == (1, 2):
        by_torch = eigenvalues_by_torch(picture, np.array(target))
        by_hand = [one.curvature for one in directions(curvature)]
        np.testing.assert_allclose(by_hand, by_torch, atol=1e-10 * max(1, by_torch[1]))


@given(pictures, kernels, kernels, st.floats(0, 1), momenta)
@settings(max_examples=40, deadline=None)
def test_a_path_is_that_of_torchs_sgd(picture, target, start, share, momentum):
    curvature = hessian(picture, (1, 2))
    steepest = directions(curvature)[1].curvature
    assume(steepest > 0)
    rate = share * limit(steepest, momentum)
    by_hand = path(start, curvature, target, rate=rate, momentum=momentum, updates=20)
    by_torch = path_by_torch(picture, np.array(target), start, rate=rate, momentum=momentum, updates=20)
    np.testing.assert_allclose(by_hand, by_torch, atol=1e-10)


@given(weight, weight, weight)
@example(0.0, 5e-324, 0.0)
def test_directions_are_torchs_eigenvectors(first, shared, second):
    curvature = np.array([[first, shared], [shared, second]])
    found = directions(curvature)
    values = torch.linalg.eigvalsh(torch.tensor(curvature)).tolist()
    np.testing.assert_allclose([one.curvature for one in found], values, atol=1e-12)
    for one in found:
        assert np.hypot(*one.vector) == pytest.approx(1)
        np.testing.assert_allclose(curvature @ one.vector, one.curvature * np.array(one.vector), atol=1e-11)


@given(st.floats(0.01, 100), st.floats(0, 5), momenta)
def test_a_factor_is_the_largest_eigenvalue_of_an_update(curvature, share, momentum):
    rate = share / curvature
    step = np.array([[1 + momentum - rate * curvature, -momentum], [1, 0]])
    largest = np.abs(np.linalg.eigvals(step)).max()
    assert factor(curvature, rate, momentum).size == pytest.approx(largest, abs=1e-6)


def side_changes_by(curvature, rate, momentum):
    """After how many updates a direction that turns has changed its side at the latest."""
    middle = (1 + momentum - rate * curvature) / 2
    return np.pi / np.arccos(middle / np.sqrt(momentum)) + 1 if middle**2 < momentum else 2


def is_seen(one, curvature, rate, momentum):
    """Whether a direction changes its side before what is left of it is but rounding."""
    return one.turns and one.size ** side_changes_by(curvature, rate, momentum) > 1e-8


@given(weight, weight, st.floats(0.001, 0.1), momenta)
@example(3.0, -3.0 + 3e-3, 2.0207 / 60, 0.0)  # away along the valley, and hardly across it, where it runs away
@example(1.5, 0.5, 0.0213, 0.06)  # it turns, so slowly that nothing is left of it by then
@settings(deadline=None)
def test_what_is_foreseen_comes_about(first, second, rate, momentum):
    """Settling, swinging and running away, told from hundreds of updates of which nobody foresaw anything."""
    curvatures = [one.curvature for one in (FLAT, STEEP)]
    found = [factor(curvature, rate, momentum) for curvature in curvatures]
    reached = parts([first, second], EDGE_KERNEL.tolist(), (FLAT, STEEP))
    assume(all(abs(part) > 1e-3 for part in reached))
    assume(all(abs(one.size - 1) > 0.02 for one in found))
    becomes = outcome(found, reached)
    updates = 200 if becomes == "diverges" else 800
    walked = path([first, second], CURVATURE, EDGE_KERNEL, rate=rate, momentum=momentum, updates=updates)
    away = np.stack([(walked - EDGE_KERNEL) @ one.vector for one in (FLAT, STEEP)], axis=1)
    grown = np.abs(away[-5:]).max(axis=0) / np.abs(away[0])
    if becomes == "diverges":
        assert all(times > 10 for times, one in zip(grown, found, strict=True) if one.size > 1)
        return
    assert np.abs(away[-5:]).max() < 1e-3 * np.abs(away[0]).max()
    turned = (away[1:200] * away[:199] < -1e-25).any()
    seen = any(is_seen(one, curvature, rate, momentum) for one, curvature in zip(found, curvatures, strict=True))
    assert turned or not seen
    assert becomes == ("swings" if any(one.turns for one in found) else "settles")
