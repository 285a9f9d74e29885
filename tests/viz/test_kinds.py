"""A board's payload holds every number and every term; what comes back from a browser is brought into bounds."""

import numpy as np
import pytest

from models.ops.terms import convolution_terms, transposed_terms
from tests.viz.packed import unpacked
from viz.stages.convolution.kinds.terms import Board, KindsView, payload
from viz.stages.kernel.cell import within


def grouped():
    inputs = np.arange(36.0).reshape(4, 3, 3)
    weights = np.arange(-16.0, 16).reshape(4, 2, 2, 2)
    terms = convolution_terms(inputs.shape, weights.shape, groups=2)
    return Board(inputs, weights, terms.total(inputs, weights), terms, [(0, 0)] * 8)


def test_the_terms_that_arrive_add_up_to_the_outputs_that_arrive():
    _, planes = unpacked(payload(grouped(), {}, {}))
    products = planes["inputs"].ravel()[planes["term_inputs"]] * planes["weights"].ravel()[planes["term_weights"]]
    sums = np.add.reduceat(products, planes["starts"][:-1])
    np.testing.assert_array_equal(sums, planes["outputs"].ravel())


def test_signed_volumes_have_a_symmetric_scale_others_one_from_zero():
    header, _ = unpacked(payload(grouped(), {"title": "T"}, {"play": "Play"}))
    assert header["scales"]["inputs"] == [0, 35]
    assert header["scales"]["weights"] == [-16, 16]
    assert header["shapes"] == {"inputs": [4, 3, 3], "weights": [8, 2, 2], "outputs": [4, 2, 2]}
    assert (header["captions"], header["words"]) == ({"title": "T"}, {"play": "Play"})


def test_counts_travel_where_there_are_some():
    terms = transposed_terms((1, 2, 2), (1, 1, 3, 3), stride=2)
    ones = np.ones((1, 2, 2))
    board = Board(ones, np.ones((1, 1, 3, 3)), terms.total(ones, np.ones(9)), terms, [(0, 0)], counts=terms.counts())
    _, planes = unpacked(payload(board, {}, {}))
    np.testing.assert_array_equal(planes["counts"], terms.counts())


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({"map": 1, "row": 2, "column": 0}, KindsView(1, 2, 0)),
        ({"map": "1", "row": "2", "column": "0"}, KindsView(1, 2, 0)),
        ({"row": 2}, KindsView(0, 2, 1)),
        ({"map": 2, "row": 3, "column": 3}, KindsView(0, 1, 1)),
        ({"map": -1, "row": True, "column": 1.0}, KindsView(0, 1, 1)),
        ({"map": "٣", "row": "9" * 999, "column": None}, KindsView(0, 1, 1)),
        ("map", KindsView(0, 1, 1)),
        (None, KindsView(0, 1, 1)),
    ],
)
def test_what_a_browser_says_is_brought_into_bounds(event, expected):
    assert KindsView(0, 1, 1).read(event, within((2, 3, 3))) == expected
