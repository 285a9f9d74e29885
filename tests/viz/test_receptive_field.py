"""The stage of a unit and what it sees: what is sent is what is meant, what comes back is checked."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.stages.kernel.cell import within
from viz.stages.receptive_field.point.stage import (
    Effective,
    Layer,
    PointView,
    Ranges,
    payload,
    roughness,
    smoothed,
)

SHAPE = (4, 5, 6)
START = PointView(1, 2, 3)


def sent(**more):
    axis = Ranges(np.array([0, 1]), np.array([2, 300]), np.array([0.5, np.nan]))
    values = np.array([[1.5, np.nan], [-2.0, 7.0]], np.float32)
    layer = Layer("conv", values, {"size": (3, 3), "scope": "exact", "reason": None}, (axis, axis))
    picture = np.zeros((9, 9, 3), np.uint8)
    data = payload(layer, picture, more.get("effective"), START, {"picture": "Cat"}, {"mix": "Mix"})
    length = int.from_bytes(data[:4], "little")
    return json.loads(data[4 : 4 + length])


def test_the_header_says_layer_view_and_scale():
    header = sent()
    assert header["view"] == {"channel": 1, "row": 2, "column": 3, "over": "picture"}
    assert (header["low"], header["high"]) == (-2.0, 7.0)
    assert header["planes"]["rows"] == {"type": "uint16", "shape": [2, 2], "offset": header["planes"]["rows"]["offset"]}
    assert "effective" not in header["planes"]


def test_an_effective_field_travels_with_its_two_regions():
    mask = np.zeros((9, 9), bool)
    header = sent(effective=Effective(np.zeros((9, 9), np.float32), mask, mask))
    assert {"effective", "half", "most"} <= header["planes"].keys()


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
