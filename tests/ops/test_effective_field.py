"""The numbers that sum up an effective field: fewest pixels, their box, mean and deviation; against known shapes."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from torch import nn

from models.ops.effective_field import Region, centre_of_mass, deviation, mass_region, side
from models.ops.receptive_field import uniform_deviation

masses = hnp.arrays(
    np.float64,
    st.tuples(st.integers(1, 7), st.integers(1, 7)),
    elements=st.one_of(st.just(0.0), st.floats(1e-3, 1e3)),
).filter(np.any)
shares = st.floats(0.01, 1)


def box(region):
    return region.top, region.left, region.bottom, region.right


def gaussian(side_px, rows, columns, centre):
    down, right = (np.arange(side_px) - middle for middle in centre)
    return np.exp(-(down[:, None] ** 2) / (2 * rows**2) - right**2 / (2 * columns**2))


def test_by_hand():
    field = [[0, 1, 0, 0], [2, 4, 1, 0], [0, 2, 0, 0]]
    half = mass_region(field, 0.5)  # of 10: 4 alone is too little, 4 and 2 are enough
    assert (half.pixels, half.held, box(half)) == (2, pytest.approx(0.6), (1, 0, 2, 2))
    assert half.mask.tolist() == [[False] * 4, [True, True, False, False], [False] * 4]
    most = mass_region(field, 0.85)
    assert (most.pixels, most.held, box(most)) == (4, pytest.approx(0.9), (0, 0, 3, 2))
    everything = mass_region(field, 1)
    assert (everything.pixels, everything.held, box(everything)) == (5, pytest.approx(1), (0, 0, 3, 3))
    assert centre_of_mass(field) == (pytest.approx(1.1), pytest.approx(0.9))
    assert deviation(field) == (pytest.approx(np.sqrt(1.5 - 1.1**2)), pytest.approx(np.sqrt(1.1 - 0.9**2)))


@given(masses, shares)
def test_no_smaller_number_of_pixels_holds_the_share(field, share):
    region, total = mass_region(field, share), field.sum()
    heaviest = np.sort(field, axis=None)[::-1]
    assert region.pixels == region.mask.sum()
    assert field[region.mask].sum() / total == pytest.approx(region.held)
    assert field[region.mask].sum() >= (share - 1e-9) * total
    assert heaviest[: region.pixels - 1].sum() < (share + 1e-9) * total or share == 1
    assert (field[region.mask] > 0).all()
    rows, columns = np.nonzero(region.mask)
    assert box(region) == (rows.min(), columns.min(), rows.max() + 1, columns.max() + 1)


@given(masses, shares, shares)
def test_a_larger_share_holds_the_smaller_one(field, one, other):
    small, large = sorted((one, other))
    assert not (mass_region(field, small).mask & ~mass_region(field, large).mask).any()


@given(masses, shares, st.floats(1e-30, 1e30))
def test_the_unit_of_the_mass_does_not_matter(field, share, factor):
    np.testing.assert_allclose(deviation(field * factor), deviation(field), rtol=1e-6, atol=1e-6)
    assert mass_region(field * factor, share).pixels == pytest.approx(mass_region(field, share).pixels, abs=1)


def test_five_of_ten_equal_pixels_hold_a_half():
    for count in range(2, 60, 2):
        assert mass_region(np.full((1, count), 0.1), 0.5).pixels == count // 2


def test_the_side_is_that_of_the_square_with_as_many_pixels():
    region = mass_region(np.ones((11, 22)), 0.5)
    assert region.pixels == 121
    assert side(region) == 11


@pytest.mark.parametrize(("rows", "columns"), [(3, 3), (2, 5)])
def test_a_gaussian_has_its_own_deviation_and_the_textbook_s_half(rows, columns):
    field = gaussian(81, rows, columns, (40, 37))
    assert deviation(field) == (pytest.approx(rows, rel=1e-6), pytest.approx(columns, rel=1e-6))
    assert centre_of_mass(field) == (pytest.approx(40), pytest.approx(37))
    # Half the mass of a two-dimensional Gaussian lies in an ellipse of area 2π ln 2 · σ₁σ₂.
    assert mass_region(field, 0.5).pixels == pytest.approx(2 * np.pi * np.log(2) * rows * columns, rel=0.06)


@pytest.mark.parametrize(("layers", "kernel"), [(1, 3), (3, 5), (10, 3), (4, 7)])
def test_uniform_layers_spread_as_the_formula_says(layers, kernel):
    network = nn.Sequential(*(nn.Conv2d(1, 1, kernel, padding=kernel // 2, bias=False) for _ in range(layers)))
    for weights in network.double().parameters():
        nn.init.constant_(weights, 1 / kernel**2)
    picture = torch.zeros(1, 1, 61, 61, dtype=torch.float64, requires_grad=True)
    network(picture)[0, 0, 30, 30].backward()
    expected = pytest.approx(uniform_deviation(layers, kernel))
    assert deviation(picture.grad[0, 0].numpy()) == (expected, expected)


def test_ten_uniform_layers_spread_by_2_58_pixels():
    profile = np.ones(1)
    for _ in range(10):
        profile = np.convolve(profile, np.ones(3))
    field = np.outer(profile, profile)
    assert field.shape == (21, 21)
    assert deviation(field) == (pytest.approx(2.58, abs=5e-3), pytest.approx(2.58, abs=5e-3))
    assert mass_region(field, 0.5).pixels < 0.1 * field.size


@pytest.mark.parametrize("ask", [deviation, centre_of_mass, lambda field: mass_region(field, 0.5)])
@pytest.mark.parametrize(
    ("field", "message"),
    [
        (np.zeros((3, 3)), "field is 0 everywhere"),
        ([[1.0, np.nan]], "field holds 1 values that are NaN or infinite"),
        ([[1.0, np.inf]], "NaN or infinite"),
        ([[1.0, -2.0]], "field holds -2, but must hold no negative mass"),
        ([1.0, 2.0], r"field has the shape \[2\]"),
        (np.zeros((0, 3)), "at least one value"),
        ([["a"]], "must hold real numbers"),
    ],
)
def test_what_is_no_field_is_refused_with_a_sentence(ask, field, message):
    with pytest.raises(ValueError, match=message):
        ask(field)


@pytest.mark.parametrize("share", [0, -0.5, 1.01, float("nan")])
def test_a_share_out_of_range_is_refused(share):
    with pytest.raises(ValueError, match=r"share is .*more than 0 and at most 1"):
        mass_region(np.ones((2, 2)), share)


def test_a_region_cannot_be_written_to():
    region = mass_region(np.ones((2, 2)), 0.5)
    assert isinstance(region, Region)
    with pytest.raises(ValueError, match="read-only"):
        region.mask[0, 0] = True
