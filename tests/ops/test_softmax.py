"""Probabilities and loss, with PyTorch as the oracle."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from torch.nn import functional

from models.ops.softmax import cross_entropy, softmax, top

torch.set_num_threads(1)
calm = settings(deadline=None, max_examples=100)
logits = arrays(np.float64, array_shapes(min_dims=1, max_dims=3, max_side=6), elements=st.floats(-1e3, 1e3))
one_picture = arrays(np.float64, st.integers(1, 12), elements=st.floats(-50, 50))


def test_equal_logits_are_equally_likely():
    np.testing.assert_allclose(softmax([7, 7, 7, 7]), 0.25)


def test_a_difference_of_ln_3_makes_three_times_as_likely():
    np.testing.assert_allclose(softmax([0.0, math.log(3)]), [0.25, 0.75])


@calm
@given(logits, st.floats(0.05, 50))
def test_softmax_is_pytorchs_at_every_temperature(values, temperature):
    expected = torch.softmax(torch.from_numpy(values) / temperature, dim=-1).numpy()
    ours = softmax(values, temperature)
    np.testing.assert_allclose(ours, expected, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(ours.sum(axis=-1), 1)


@calm
@given(one_picture, st.floats(-1e4, 1e4))
def test_adding_the_same_to_all_logits_changes_nothing(values, offset):
    np.testing.assert_allclose(softmax(values + offset), softmax(values), rtol=1e-8)


def test_temperature_evens_out_or_sharpens():
    assert softmax([1, 2, 3], 1000).max() == pytest.approx(1 / 3, abs=1e-3)
    assert softmax([1, 2, 3], 1e-3).max() == pytest.approx(1)
    np.testing.assert_array_equal(softmax([1e308, -1e308], 1e-3), [1, 0])


@calm
@given(one_picture, st.data())
def test_cross_entropy_is_pytorchs(values, data):
    label = data.draw(st.integers(0, len(values) - 1))
    expected = functional.cross_entropy(torch.from_numpy(values)[None], torch.tensor([label])).item()
    assert cross_entropy(values, label) == pytest.approx(expected, abs=1e-9)
    assert cross_entropy(values, label) == pytest.approx(-math.log(softmax(values)[label]), rel=1e-6, abs=1e-9)


def test_guessing_among_ten_costs_ln_10_and_a_hopeless_logit_stays_finite():
    assert cross_entropy(np.zeros(10), 3) == pytest.approx(math.log(10))
    assert cross_entropy([0, 2000], 0) == 2000


def test_top_is_sorted_and_ties_go_to_the_lower_index():
    assert top([0.1, 0.4, 0.1, 0.4], 3) == ((1, 0.4), (3, 0.4), (0, 0.1))
    assert [index for index, _ in top(np.arange(1000) % 2)] == [1, 3, 5, 7, 9]
    assert top([0.3, 0.7]) == ((1, 0.7), (0, 0.3))


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: softmax([1, 2], 0.0), "temperature is 0"),
        (lambda: softmax([1, 2], float("nan")), "temperature is nan"),
        (lambda: softmax([]), "logits have the shape"),
        (lambda: cross_entropy([1, 2], 2), "label is 2, but must be from 0 to 1"),
        (lambda: cross_entropy([1, 2], -1), "label is -1"),
        (lambda: cross_entropy([[1, 2]], 0), "logits have the shape"),
        (lambda: top([0.5, 0.5], 0), "count is 0"),
        (lambda: top([[0.5, 0.5]], 1), "probabilities have the shape"),
    ],
)
def test_bad_input_is_refused_by_name(call, words):
    with pytest.raises(ValueError, match=words):
        call()
