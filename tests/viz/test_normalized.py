"""What a stage of normalised maps is sent, and that nothing which comes back is taken on trust."""

import numpy as np
import pytest

from tests.viz.packed import unpacked
from viz.ink.scatter import scatter_with_line, thinned
from viz.stages.batch_norm.result.stage import Affine, Captions, Panel, ResultView, Row, payload, start_cell
from viz.stages.kernel.cell import within

START = ResultView(1, 2, 0.5, -0.25)
BOUNDS = within((3, 4))


def sent(**more):
    maps = {"before": np.array([[1.0, -2.0, 3.0]]), "picture": np.zeros((1, 3, 3), np.uint8)}
    rows = [Row("first", [Panel("a", "A", "before", "scaled"), Panel("b", "B", "picture")])]
    return unpacked(payload(maps, rows, Captions("alt", "title", "file"), {"word": "w"}, **more))


def test_maps_travel_as_they_are_and_pictures_as_bytes():
    header, planes = sent(affine=Affine(2.0, 3.0, None))
    assert planes["before"].tolist() == [[1, -2, 3]]
    assert planes["picture"].dtype == np.uint8
    assert [panel["colour"] for panel in header["rows"][0]["panels"]] == [False, True]
    assert header["affine"] == {"sigma": 2.0, "mu": 3.0, "own": None}


def test_a_stage_without_sliders_says_so():
    assert sent()[0]["affine"] is None
    assert sent(affine=Affine(1.0, 0.0, (0.2, 0.1)))[0]["affine"]["own"] == {"gamma": 0.2, "beta": 0.1}


@pytest.mark.parametrize(
    "event",
    [None, 3, {"gamma": "nan", "beta": "inf"}, {"gamma": "1e99"}, {"gamma": True, "row": -1}, {"beta": "x" * 999},
     {"gamma": [1], "column": "9" * 400}, {"row": 3, "column": 4, "gamma": 10**40}],
    ids=str,
)  # fmt: skip
def test_what_is_not_right_falls_back(event):
    assert START.read(event, BOUNDS) == START


def test_what_is_right_is_taken_over():
    assert START.read({"row": "0", "column": 3, "gamma": "-1.25", "beta": 2}, BOUNDS) == ResultView(0, 3, -1.25, 2.0)


def test_the_first_cell_is_the_largest_finite_one():
    cell = start_cell(np.array([[1.0, np.inf], [-5.0, np.nan]]))
    assert (cell.row, cell.column) == (1, 0)


def test_a_thinned_cloud_keeps_its_ends_and_its_pairs():
    x = np.random.default_rng(0).normal(size=(4, 1, 30, 30))
    few, same = thinned(x, 2 * x, 100)
    assert few.size <= 100
    assert (few.min(), few.max()) == (x.min(), x.max())
    np.testing.assert_array_equal(same, 2 * few)
    assert thinned(np.arange(3.0), np.arange(3.0))[0].tolist() == [0, 1, 2]


def test_the_line_runs_through_the_points():
    x = np.linspace(-2, 3, 20)
    figure = scatter_with_line({"points": (x, 0.5 * x + 1)}, ("line", 0.5, 1.0), ("in", "out"))
    assert list(figure.data[1].x) == [-2, 3]
    assert list(figure.data[1].y) == [0, 2.5]
    assert figure.layout.xaxis.title.text == "in"
