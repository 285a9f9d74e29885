"""Named points, one of them chosen."""

import math

from viz.ink.curves import COLOURS
from viz.ink.scatter import chosen_among

POINTS = {"small": (1e6, 60.0), "middle": (1e7, 70.0), "large": (1e8, 80.0)}


def drawn(chosen):
    return chosen_among(POINTS, chosen, (1e6, 1e7), ("weights", "accuracy"), "<b>{name}</b> {x} {y}")


def test_the_chosen_point_is_larger_of_another_colour_and_has_its_name():
    figure = drawn("middle")
    (points,) = figure.data
    assert list(points.customdata) == list(POINTS)
    assert points.marker.size[1] > points.marker.size[0] == points.marker.size[2]
    assert points.marker.color == (COLOURS[1], COLOURS[0], COLOURS[1])
    (name,) = figure.layout.annotations
    assert (name.text, name.x, name.y) == ("<b>middle</b>", math.log10(1e7), 70.0)


def test_where_none_is_chosen_all_are_alike():
    figure = drawn("another")
    assert set(figure.data[0].marker.size) == {10}
    assert not figure.layout.annotations


def test_what_is_read_at_a_point_is_its_name_and_its_values():
    assert drawn("small").data[0].hovertemplate.startswith("<b>%{customdata}</b> %{x:.3s} %{y:.1f}")
