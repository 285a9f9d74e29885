"""Curves: the numbers that went in are the numbers drawn, and unknown ones are gaps."""

import numpy as np
import pytest

from viz.ink.curves import bands, curves


def test_what_goes_in_is_drawn():
    figure = curves([0, 1, 2], {"before": [0.0, 1.5, 3.0], "after": [0.0, 0.5, 1.0]}, ("shift", "change"))
    assert [trace.name for trace in figure.data] == ["before", "after"]
    assert np.array_equal(figure.data[0].y, [0.0, 1.5, 3.0])
    assert np.array_equal(figure.data[1].x, [0, 1, 2])
    assert figure.layout.xaxis.title.text == "shift"
    assert figure.layout.yaxis.title.text == "change"


def test_lines_are_told_apart_without_colour():
    figure = curves([0, 1], {name: [0.0, 1.0] for name in "abc"}, ("", ""))
    assert len({(trace.line.dash, trace.marker.symbol) for trace in figure.data}) == 3


def test_unknown_values_are_gaps():
    figure = curves([0, 1], {"a": [0.0, None]}, ("", ""))
    assert figure.data[0].y[1] is None


@pytest.mark.parametrize("marked", [None, 0, 3])
def test_the_step_on_stage_is_marked(marked):
    figure = curves([0, 1, 2, 3], {"a": [0.0, 1.0, 2.0, 3.0]}, ("", ""), marked=marked)
    assert [shape.x0 for shape in figure.layout.shapes] == ([] if marked is None else [marked])


def test_type_is_large_enough_for_the_last_row():
    figure = curves([0], {"a": [0.0]}, ("x", "y"))
    assert min(figure.layout.font.size, figure.layout.xaxis.tickfont.size, figure.layout.legend.font.size) >= 14


def test_a_band_reaches_from_its_lower_to_its_upper_values():
    ranges = {"wide": ([-4.0, -2.0], [4.0, 2.0]), "narrow": ([-1.0, -0.5], [1.0, 0.5])}
    figure = bands([1, 4], ranges, ("B", "distance"), marked=4)
    assert [list(trace.y) for trace in figure.data] == [[-4, -2], [4, 2], [-1, -0.5], [1, 0.5]]
    assert [trace.fill for trace in figure.data] == [None, "tonexty", None, "tonexty"]
    assert [trace.showlegend for trace in figure.data] == [False, True, False, True]
    assert (figure.layout.xaxis.type, list(figure.layout.xaxis.tickvals)) == ("log", [1, 4])
