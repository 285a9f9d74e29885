"""How means scatter over random batches: theory against draws, the cases that are known beforehand, bad input."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from models.ops.batch_scatter import expected, scatter

maps_of_numbers = arrays(np.float64, st.tuples(*[st.integers(1, 5)] * 3), elements=st.floats(-9, 9, width=32))


def noise(pictures=40, rows=8, columns=8):
    return np.random.default_rng(1).normal(size=(pictures, rows, columns))


def test_what_theory_expects_is_what_the_draws_show():
    found = scatter(noise(), (1, 4, 16), draws=4000)
    for index, size in enumerate(found.sizes):
        theory = expected(noise(), size)
        assert found.channel.deviation[index] == pytest.approx(theory.channel, rel=0.05)
        assert found.location.deviation[index] == pytest.approx(theory.location, rel=0.02)


def test_places_that_know_nothing_of_each_other_need_as_many_times_as_there_are_places():
    assert expected(noise(2000, 4, 4), 8).times == pytest.approx(16, rel=0.1)


def test_places_that_are_all_alike_need_no_more():
    alike = np.broadcast_to(np.arange(5.0)[:, None, None], (5, 3, 3))
    assert expected(alike, 2).times == pytest.approx(1)
    found = scatter(alike, (1, 2))
    assert found.channel.deviation == pytest.approx(found.location.deviation)


def test_by_hand_two_pictures():
    """Picture means −1 and 1: variance 1; the two places have variances 1 and 1 as well."""
    maps = np.array([[[-1.0, -1.0]], [[1.0, 1.0]]])
    assert (expected(maps, 4).channel, expected(maps, 4).location) == (0.5, 0.5)


def test_four_times_the_pictures_halve_the_scatter():
    assert expected(noise(), 4).location == pytest.approx(expected(noise(), 16).location * 2)


def test_pictures_that_are_all_the_same_scatter_not_at_all():
    same = np.broadcast_to(np.arange(9.0).reshape(1, 3, 3) / 7, (4, 3, 3))
    assert expected(same, 1).times is None
    assert np.abs(scatter(same, (1, 3)).location.high).max() < 1e-12


def test_one_size_draws_the_same_whatever_the_others_are():
    assert scatter(noise(), (4, 8)).channel.low[1] == scatter(noise(), (8,)).channel.low[0]


@given(maps_of_numbers, st.integers(1, 64))
def test_bands_hold_their_own_middle_and_are_finite(maps, size):
    found = scatter(maps, (size,), draws=20)
    for band in (found.channel, found.location):
        assert band.low[0] <= band.high[0]
        assert np.isfinite(band.deviation).all()
    assert expected(maps, size).location >= expected(maps, size).channel * (1 - 1e-6)  # of equal weights: Jensen


@pytest.mark.parametrize(
    ("maps", "sizes", "draws"), [(np.zeros((2, 2)), (1,), 5), (noise(), (0,), 5), (noise(), (1,), 0)]
)
def test_what_cant_be_drawn_is_refused(maps, sizes, draws):
    with pytest.raises(ValueError, match=r"maps|size|draws"):
        scatter(maps, sizes, draws=draws)
