"""A logit as a sum over places: by hand, for any head, and where cells lie on a picture."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ops.class_activation import cell_edges, channel_parts, half_of, place_parts
from models.ops.prediction import logits_by_hand
from tests.ops.test_prediction import head, heads


def test_the_parts_of_a_logit_are_weighted_maps_over_the_number_of_places():
    found = place_parts(head(), 0)  # (2·f₀ − f₁) ÷ 4
    assert found.map.tolist() == [[-1.0, -0.75], [-0.5, -0.25]]
    assert (found.bias, found.positive, found.negative, found.total) == (0.5, 0.0, -2.5, -2.0)
    assert channel_parts(head(), 0, 1, 0).tolist() == [1.0, -1.5]


def test_a_class_with_a_map_of_its_own_has_no_bias_apart():
    found = place_parts(head("classes", rectified=True), 1)
    assert found.bias == 0
    assert found.total == 2.5
    assert found.map.tolist() == [[1.75 / 4, 2.25 / 4], [2.75 / 4, 3.25 / 4]]


def test_parts_cannot_be_written_to():
    with pytest.raises(ValueError, match="read-only"):
        place_parts(head(), 0).map[0, 0] = 1


@given(heads())
def test_the_parts_of_every_class_add_up_to_its_logit(drawn):
    made = head(**drawn)
    for label, logit in enumerate(logits_by_hand(made)):
        found = place_parts(made, label)
        size = np.abs(found.map).sum() + abs(found.bias) + np.abs(made.weights[label]).sum() * np.abs(made.maps).max()
        assert np.isclose(found.total, logit, rtol=1e-12, atol=1e-12 * max(1.0, size))
        assert np.isclose(found.positive + found.negative + found.bias, found.total, atol=1e-12 * max(1.0, size))


@given(heads())
def test_the_channels_of_every_place_add_up_to_its_part(drawn):
    made = head(**drawn)
    share = float(made.bias[0]) / made.places if made.form == "classes" else 0.0
    for row, column in np.ndindex(*made.maps.shape[1:]):
        products = channel_parts(made, 0, row, column)
        total = products.sum() + share
        total = max(0.0, total) if made.rectified else total
        size = np.abs(products).sum() + abs(share)
        assert np.isclose(place_parts(made, 0).map[row, column], total, rtol=1e-12, atol=1e-12 * max(1.0, size))


def test_a_head_that_is_not_linear_in_places_has_no_parts():
    with pytest.raises(ValueError, match="form 'features'"):
        place_parts(head("features"), 0)
    with pytest.raises(ValueError, match="form 'features'"):
        channel_parts(head("features"), 0, 0, 0)


@pytest.mark.parametrize("place", [(2, 0), (0, 2), (-1, 0)])
def test_a_place_that_is_not_there_is_refused(place):
    with pytest.raises(ValueError, match="must be within 2 × 2"):
        channel_parts(head(), 0, *place)
    with pytest.raises(ValueError, match="label is 5"):
        place_parts(head(), 5)


def test_half_of_what_speaks_for_a_class_is_counted_in_places():
    assert half_of(np.array([[5.0, 1.0], [-9.0, 4.0]])) == 1
    assert half_of(np.array([[3.0, 3.0], [3.0, 3.0]])) == 2
    assert half_of(np.array([[-1.0, 0.0]])) == 0


def centres(count, size, stride, padding):
    return stride * np.arange(count) - padding + (size - 1) / 2


def test_cells_lie_around_the_centres_of_what_they_see():
    # cifar10: fields of 32, stride 4, padding 14: squares of 4 pixels.
    assert cell_edges(8, 32, centres(8, 32, 4, 14)).tolist() == list(range(0, 33, 4))
    # resnet18: centres on pixels 0, 32 … 192: the first square is cut in half, the last reaches to the end.
    assert cell_edges(7, 224, centres(7, 435, 32, 217)).tolist() == [0, 16.5, 48.5, 80.5, 112.5, 144.5, 176.5, 224]


def test_cells_without_known_fields_are_equally_wide():
    assert cell_edges(4, 10, None).tolist() == [0, 2.5, 5, 7.5, 10]
    assert cell_edges(1, 9, centres(1, 3, 2, 1)).tolist() == [0, 9]


@given(st.integers(1, 12), st.integers(1, 300), st.integers(1, 400), st.integers(1, 40), st.integers(0, 200))
def test_every_pixel_belongs_to_the_cell_whose_centre_is_nearest(count, pixels, size, stride, padding):
    middles = centres(count, size, stride, padding)
    edges = cell_edges(count, pixels, middles)
    assert edges[0] == 0
    assert edges[-1] == pixels
    assert (np.diff(edges) >= 0).all()
    for pixel in range(0, pixels, max(1, pixels // 7)):
        cell = int(np.searchsorted(edges[1:-1], pixel + 0.5, side="right"))
        assert abs(middles[cell] - pixel) <= np.abs(middles - pixel).min() + 1e-9


@pytest.mark.parametrize(("count", "pixels"), [(0, 5), (5, 0)])
def test_nothing_is_no_axis(count, pixels):
    with pytest.raises(ValueError, match="at least 1"):
        cell_edges(count, pixels, None)
