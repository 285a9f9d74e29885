"""The stage of a unit and what it sees: what is sent is what is meant, what comes back is checked."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.viz.packed import unpacked
from viz.stages.kernel.cell import within
from viz.stages.receptive_field.point.stage import (
    Effective,
    Layer,
    PointView,
    Ranges,
    payload,
    roughness,
    smoothed,
    used,
)

SHAPE = (4, 5, 6)
START = PointView(1, 2, 3)


def sent():
    axis = Ranges(np.array([0, 1]), np.array([2, 300]), np.array([0.5, np.nan]))
    values = np.array([[1.5, np.nan], [-2.0, 7.0]], np.float32)
    layer = Layer("conv", values, {"size": (3, 3), "scope": "exact", "reason": None}, (axis, axis))
    picture = np.zeros((9, 9, 3), np.uint8)
    return unpacked(payload(layer, picture, {"picture": "Cat"}, {"mix": "Mix"}))


def test_the_header_says_layer_and_scale():
    header, planes = sent()
    assert (header["layer"], header["about"], header["words"]) == ("conv", {"picture": "Cat"}, {"mix": "Mix"})
    assert (header["low"], header["high"]) == (-2.0, 7.0)
    assert planes["rows"].dtype == np.uint16
    assert planes["rows"].tolist() == [[0, 1], [2, 300]]
    assert "effective" not in planes


def test_an_effective_field_travels_beside_the_layer_with_its_two_regions():
    field = np.random.default_rng(1).random((9, 9), np.float32)
    half, most = field > 0.8, field > 0.1
    header, planes = unpacked(used(Effective(field, half, most, rough=3)))
    assert (header, planes.keys()) == ({"rough": 3}, {"effective", "half", "most"})
    assert np.array_equal(planes["effective"], field)
    assert (planes["half"].tolist(), planes["most"].tolist()) == (half.tolist(), most.tolist())
    assert unpacked(used(None)) == ({"rough": 1}, {})
    assert not sent()[1].keys() & planes.keys(), "else one of them would take the other's place"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"channel": 3, "row": 4, "column": 5, "over": "average"}, PointView(3, 4, 5, "average")),
        ({"channel": "0", "row": "1", "column": "2"}, PointView(0, 1, 2)),
        ({"channel": 4, "row": -1, "column": 6, "over": "all"}, START),
        ({"channel": True, "row": 1.5, "column": "٣"}, START),
        ("nonsense", START),
        (None, START),
    ],
)
def test_a_view_is_taken_as_far_as_it_is_legal(said, expected):
    assert START.read(said, within(SHAPE)) == expected


@given(
    st.dictionaries(
        st.sampled_from(["channel", "row", "column", "over"]), st.one_of(st.integers(), st.text(), st.none())
    )
)
def test_whatever_is_said_the_unit_is_one_of_the_layer(said):
    view = START.read(said, within(SHAPE))
    assert all(0 <= value < bound for value, bound in zip((view.channel, view.row, view.column), SHAPE, strict=True))


def test_small_fields_are_outlined_as_they_are_and_large_ones_smoothed():
    assert [roughness((size, size)) for size in (8, 32, 63, 64, 128, 224, 299)] == [1, 1, 1, 3, 5, 7, 9]


def test_smoothing_keeps_the_mass_and_spreads_a_point_evenly():
    field = np.zeros((20, 20))
    field[10, 8] = 9.0
    spread = smoothed(field, 3)
    assert np.isclose(spread.sum(), 9.0)
    assert np.allclose(spread[9:12, 7:10], 1.0)
    assert smoothed(field, 1) is not None
    assert np.array_equal(smoothed(field, 1), field)
