"""What outputs mean, in numbers: PyTorch's softmax and sigmoid as the oracle."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as some

from models.ops.meaning import EXCLUSIVE, KINDS, Meaning

BY_TORCH = {
    "logits": lambda values: torch.softmax(values, -1),
    "probabilities": lambda values: torch.softmax(values, -1),
    "log_probabilities": lambda values: torch.softmax(values, -1),
    "independent_logits": torch.sigmoid,
    "independent_probabilities": torch.sigmoid,
    "independent_log_probabilities": torch.sigmoid,
}
SQUASHED = {  # from logits to what a network of that kind returns
    "logits": lambda values: values,
    "probabilities": lambda values: torch.softmax(values, -1),
    "log_probabilities": lambda values: torch.log_softmax(values, -1),
    "independent_logits": lambda values: values,
    "independent_probabilities": torch.sigmoid,
    "independent_log_probabilities": torch.nn.functional.logsigmoid,
}


@given(
    kind=some.sampled_from(sorted(BY_TORCH)),
    values=some.lists(some.floats(-15, 15), min_size=2, max_size=8),
)
def test_probabilities_are_pytorchs_whatever_the_network_returns(kind, values):
    logits = torch.tensor([values], dtype=torch.float64)
    meaning = Meaning(kind, len(values))
    found = meaning.probabilities(SQUASHED[kind](logits).numpy())
    np.testing.assert_allclose(found, BY_TORCH[kind](logits).numpy(), atol=1e-12)
    assert meaning.exclusive == (kind in EXCLUSIVE)
    if meaning.exclusive:
        assert found.sum() == pytest.approx(1)


@given(kind=some.sampled_from(sorted(BY_TORCH)), value=some.floats(-15, 15))
def test_a_single_output_decides_between_two(kind, value):
    logits = torch.tensor([[value]], dtype=torch.float64)
    meaning = Meaning(kind, 1)
    squash = SQUASHED[kind if kind.startswith("independent") else f"independent_{kind}"]
    found = meaning.probabilities(squash(logits).numpy())
    yes = float(torch.sigmoid(logits))
    np.testing.assert_allclose(found, [[1 - yes, yes]], atol=1e-9)
    assert (meaning.answers, meaning.binary, meaning.exclusive) == (2, True, True)


def test_one_output_is_never_certain_by_itself():
    """A softmax over a single number is 1, whatever the number: it says nothing."""
    for kind in EXCLUSIVE:
        assert Meaning(kind, 1).kind == f"independent_{kind}"
    assert Meaning("logits", 1).probabilities(np.array([[0.0]])).tolist() == [[0.5, 0.5]]


def test_by_hand():
    # e^ln 3 = 3 of 3 + 1; the same number by a sigmoid; no second softmax of what is a share already
    assert Meaning("logits", 2).probabilities(np.array([np.log(3), 0])) == pytest.approx([0.75, 0.25])
    assert Meaning("probabilities", 2).probabilities(np.array([0.345, 0.655])) == pytest.approx([0.345, 0.655])
    assert Meaning("independent_logits", 2).probabilities(np.array([np.log(3), 0])) == pytest.approx([0.75, 0.5])


@pytest.mark.parametrize("values", [np.zeros(3), np.zeros((2, 1))])
def test_numbers_and_wrong_shapes_have_no_probabilities(values):
    with pytest.raises(ValueError, match="no probabilities"):
        Meaning("numbers", 3).probabilities(values)
    with pytest.raises(ValueError, match="but must be 2 on the last axis"):
        Meaning("logits", 2).probabilities(values)


def test_bad_arguments():
    with pytest.raises(ValueError, match="must be at least 1"):
        Meaning("logits", 0)
    assert len(KINDS) == 7
