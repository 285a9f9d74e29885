"""What the stages of the pooling page are sent comes out as it went in; what they send back is taken within bounds."""

from dataclasses import asdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ops.enlarging import stamp, ways_back
from tests.viz.packed import unpacked
from viz.stages.kernel.cell import CellView, within
from viz.stages.kernel.legal import whole
from viz.stages.pooling.invariance import stage as shifted
from viz.stages.pooling.unpooling import stage as way_back

BOUNDS = within((4, 6))
IMAGE = np.random.default_rng(3).normal(size=(12, 8))
anything = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers()))


def test_the_ways_back_travel_whole():
    ways, own = ways_back(IMAGE, 4, kind="uneven"), stamp("uneven", 4)
    captions = way_back.Captions({"nearest": "n"}, "alt", "title", "file")
    settings = way_back.Settings(4, align_corners=True, stamp=own)
    header, planes = unpacked(way_back.payload(ways, settings, captions, {"word": "×"}))
    assert (header["window"], header["padding"], header["align_corners"]) == (4, 1, True)
    assert header["words"] == {"word": "×"}
    for name in way_back.WAYS:
        assert np.array_equal(planes[name], getattr(ways, name).astype(np.float32)), name
    assert np.array_equal(planes["pooled"], ways.winners.values.astype(np.float32))
    assert np.array_equal(planes["winner_rows"], ways.winners.rows)
    assert np.array_equal(planes["kernel"], own.kernel.astype(np.float32))


def test_shifted_maps_travel_whole():
    spans = ((0, 2), (2, 4))
    pair = shifted.Pair(IMAGE, -IMAGE)
    shown = shifted.Shown(pair, shifted.Pair(IMAGE[:2, :2], IMAGE[2:4, :2]), spans, spans, ((0.5, 2.5), (0.5, 2.5)))
    captions = shifted.Captions("b", "a", "alt", "title", "file")
    header, planes = unpacked(shifted.payload(shown, captions, {}))
    assert header["captions"] == asdict(captions)
    assert np.array_equal(planes["before_new"], -IMAGE.astype(np.float32))
    assert np.array_equal(planes["after_old"], IMAGE[:2, :2].astype(np.float32))
    assert planes["window_rows"].tolist() == [[0, 2], [2, 4]]


def test_a_shift_starts_where_most_has_changed():
    new = IMAGE.copy()
    new[7, 2] += 50
    shown = shifted.Shown(shifted.Pair(IMAGE, new), shifted.Pair(IMAGE, new), (), (), ((), ()))
    assert shifted.start_of(shown) == CellView(7, 2)
    same = shifted.Shown(shifted.Pair(IMAGE, IMAGE), shifted.Pair(IMAGE, IMAGE), (), (), ((), ()))
    strongest = np.unravel_index(np.abs(IMAGE).argmax(), IMAGE.shape)
    assert shifted.start_of(same) == CellView(*map(int, strongest))


@pytest.mark.parametrize("window", [2, 3, 4])
@pytest.mark.parametrize("size", [(1, 1), (2, 3), (3, 3), (6, 5)])
def test_a_way_back_starts_in_the_window_of_a_maximum_and_not_on_it(window, size):
    image = np.random.default_rng(5).normal(size=[each * window for each in size])
    ways = ways_back(image, window)
    start = way_back.start_of(ways)
    above, beside = start.row // window, start.column // window
    assert ways.original[start.row, start.column] < ways.winners.values[above, beside]
    if min(size) > 2:
        assert 0 < above < size[0] - 1
        assert 0 < beside < size[1] - 1


def test_a_constant_map_has_a_start_too():
    assert way_back.start_of(ways_back(np.zeros((4, 4)), 2)) == way_back.UnpoolingView(0, 0)


@given(st.dictionaries(st.sampled_from(["row", "column", "look", "x"]), anything))
def test_no_event_leads_out_of_bounds(event):
    view = way_back.UnpoolingView(1, 1).read(event, BOUNDS)
    assert 0 <= view.row < 4
    assert 0 <= view.column < 6
    assert view.look in way_back.LOOKS
    cell = CellView(1, 1).read(event, BOUNDS)
    assert (cell.row, cell.column) == (view.row, view.column)


@pytest.mark.parametrize(
    "event", [None, 3, "row", [1, 2], {"row": 4}, {"row": "٣"}, {"row": True}, {"row": "9" * 5000}]
)
def test_what_is_not_legal_falls_to_the_start(event):
    assert CellView(1, 2).read(event, BOUNDS) == CellView(1, 2)


def test_a_legal_event_is_taken_over():
    said = {"row": "3", "column": 5, "look": "errors"}
    assert way_back.UnpoolingView().read(said, BOUNDS) == way_back.UnpoolingView(3, 5, "errors")
    assert whole("007") == 7
