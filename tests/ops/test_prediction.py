"""The last sum of a classifier: by hand on numbers one can check, and for any numbers against a matrix product."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from models.ops.prediction import Head, averages, by_size, class_maps, logits_by_hand, terms_of
from models.records.layers import HeadStep

MAPS = np.arange(8, dtype=np.float32).reshape(2, 2, 2)  # means 1.5 and 5.5
WEIGHTS = np.array([[2, -1], [0, 0.5]], dtype=np.float32)
BIAS = np.array([0.5, -0.25], dtype=np.float32)
STEPS = (HeadStep("maps", "ReLU", (2, 2, 2)), HeadStep("last", "Linear", (2,)))


def head(form="average", maps=MAPS, weights=WEIGHTS, bias=BIAS, *, rectified=False):
    features = maps.mean(axis=(1, 2)) if form != "places" else maps.ravel()
    logits = np.zeros(len(weights), np.float32)
    return Head(form, STEPS, maps, features, weights, bias, logits, rectified)


def test_a_logit_is_the_bias_and_the_weighted_averages():
    assert averages(MAPS).tolist() == [1.5, 5.5]
    terms = terms_of(head(), 0)
    assert (terms.values * terms.weights).tolist() == [3.0, -5.5]
    assert terms.total == -2.0
    assert logits_by_hand(head()).tolist() == [-2.0, 2.5]


def test_features_are_weighed_as_they_are():
    assert logits_by_hand(head("features")).tolist() == [-2.0, 2.5]
    assert terms_of(head("features"), 1).total == 2.5


def test_flattened_maps_have_a_weight_for_every_place():
    weights = np.arange(8, dtype=np.float32)[None]
    flat = head("places", weights=weights, bias=np.array([1], np.float32))
    assert logits_by_hand(flat).tolist() == [1 + sum(n * n for n in range(8))]
    assert terms_of(flat, 0).values.size == 8


def test_a_map_for_each_class_is_rectified_before_it_is_averaged():
    # 2·f₀ − f₁ + 0.5 at the four places: −3.5, −2.5, −1.5, −0.5
    assert class_maps(head("classes"))[0].tolist() == [[-3.5, -2.5], [-1.5, -0.5]]
    assert logits_by_hand(head("classes")).tolist() == [-2.0, 2.5]
    assert logits_by_hand(head("classes", rectified=True)).tolist() == [0.0, 2.5]
    terms = terms_of(head("classes", rectified=True), 1)
    assert terms.bias == 0
    assert terms.values.tolist() == [1.75, 2.25, 2.75, 3.25]
    assert terms.weights.tolist() == [0.25] * 4


@pytest.mark.parametrize("label", [-1, 2])
def test_a_class_that_is_not_there_is_refused(label):
    with pytest.raises(ValueError, match=f"label is {label}, but must be from 0 to 1"):
        terms_of(head(), label)


def test_terms_are_ordered_by_amount_and_ties_by_place():
    assert by_size(np.array([1.0, -3.0, 3.0, 0.0])) == (1, 2, 0, 3)


NUMBERS = st.floats(-100, 100, width=32)


@st.composite
def heads(draw):
    channels, rows, columns, classes = (draw(st.integers(1, 4)) for _ in range(4))
    form = draw(st.sampled_from(["average", "places", "classes"]))
    features = channels * rows * columns if form == "places" else channels
    maps = draw(arrays(np.float32, (channels, rows, columns), elements=NUMBERS))
    weights = draw(arrays(np.float32, (classes, features), elements=NUMBERS))
    bias = draw(arrays(np.float32, (classes,), elements=NUMBERS))
    rectified = form == "classes" and draw(st.booleans())
    return {"form": form, "maps": maps, "weights": weights, "bias": bias, "rectified": rectified}


@given(heads())
def test_the_terms_of_every_class_add_up_to_its_logit(drawn):
    made = head(**drawn)
    logits = logits_by_hand(made)
    for label, logit in enumerate(logits):
        terms = terms_of(made, label)
        size = np.abs(terms.values * terms.weights).sum() + abs(terms.bias)
        assert np.isclose(terms.total, logit, rtol=1e-12, atol=1e-12 * max(1, size))
