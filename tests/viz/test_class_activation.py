"""What the stage of class activation maps is sent adds up in the browser as it does in NumPy."""

import numpy as np
import pytest

from models.ops.class_activation import place_parts
from tests.viz.test_answer import head, opened
from viz.stages.kernel.cell import CellView
from viz.stages.prediction.where.stage import Answer, Captions, Places, payload, start_of

BOXES = np.arange(24).reshape(2, 3, 4)


def sent(made, boxes=BOXES):
    answers = [Answer(label, f"class {label}", place_parts(made, label)) for label in (4, 1)]
    places = Places(np.array([0, 4.5, 8]), np.array([0, 2, 5, 8.0]), boxes)
    picture = np.zeros((8, 8, 3), np.uint8)
    return opened(payload(made, answers, places, picture, Captions("a", "t", "f"), {"word": "said"}))


@pytest.mark.parametrize("form", ["average", "places", "classes"])
def test_the_parts_that_are_sent_are_those_of_the_head(form):
    made = head(form)
    header, planes = sent(made)
    for at, label in enumerate((4, 1)):
        expected = place_parts(made, label)
        assert np.allclose(planes["parts"][at], expected.map, rtol=1e-6)
        bias = 0 if form == "classes" else header["bias"][at]
        assert np.isclose(planes["parts"][at].sum(dtype=float) + bias, expected.total, rtol=1e-5, atol=1e-6)
        assert np.array_equal(planes["weights"][at], made.weights[label])
        assert header["logits"][at] == made.logits[label]
    assert header["names"] == ["class 4", "class 1"]
    assert header["rows"] == [0, 4.5, 8]
    assert np.array_equal(planes["maps"], made.maps)


def test_what_cells_see_is_left_out_where_it_is_not_known():
    assert np.array_equal(sent(head())[1]["boxes"], BOXES)
    assert "boxes" not in sent(head(), None)[1]


def test_a_stage_starts_at_the_cell_that_speaks_most_for_the_class():
    assert start_of(np.array([[0.1, -9.0], [0.5, 0.2]])) == CellView(1, 0)
