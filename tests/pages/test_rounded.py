"""An exact number and the rounded one beside it belong together; a quantity is not said in many forms."""

import re
from decimal import Decimal

import pytest

from models.images import sample
from models.nets.capture import capture
from models.nets.catalogue import load
from tests.pages.test_pages import opened, words

NUMBER = r"(−?\d[\d,]*\.?\d*(?:e[+−-]?\d+)?)"
SHOWN = re.compile(NUMBER + r"\**(?: by [^(]*)? \(shown as " + NUMBER + r"\)")
SUM = re.compile(r"= " + NUMBER + r" ≈ \*\*" + NUMBER + r"\*\*")
PARTS = [
    ("convolution", {"source": "cells", "cells": "0.12345,2;1.2345,4", "kernel": "typed", "weights": "0.321,1;1,0.7"}),
    ("convolution", {"part": "inside", "row": "5", "column": "6"}),
    ("pooling", {"source": "picture", "pool": "average"}), ("feature_maps", {"layer": "stage2.conv1"}),
    ("prediction", {"part": "answer"}), ("prediction", {"part": "where"}),
    ("batch_norm", {"part": "inference", "batch": "cat,coffee", "steps": "7"}),
    ("batch_norm", {"part": "inference", "batch": "cat,coffee", "from": "layer", "steps": "3", "channel": "9"}),
]  # fmt: skip


def read(text):
    return Decimal(text.replace("−", "-").replace(",", ""))


def digits(text):
    return len(re.sub(r"^−?0*\.?0*|\.|e.*|,", "", text))


@pytest.mark.parametrize(("topic", "query"), PARTS, ids=str)
def test_an_exact_number_has_at_least_as_many_digits_and_rounds_to_the_shown_one(topic, query):
    said = words(opened(topic, network="cifar10", **query))
    pairs = SHOWN.findall(said) + SUM.findall(said)
    assert pairs
    for exact, shown in pairs:
        assert digits(exact) >= digits(shown)
        if "e" in shown:
            assert float(read(exact)) == pytest.approx(float(read(shown)), rel=5e-4)
        else:
            assert abs(read(exact) - read(shown)) <= Decimal(1).scaleb(read(shown).as_tuple().exponent) / 2
    assert "unrounded" not in said


def test_a_logit_is_said_in_one_form_and_once_exactly():
    logit = float(capture(load("cifar10"), load("cifar10").prepare(sample("cat"))).output[0].max())
    for part in ("answer", "where"):
        said = words(opened("prediction", part=part, network="cifar10", picture="cat"))
        near = {text for text in re.findall(NUMBER, said) if abs(abs(float(read(text))) - logit) < 1e-4 * logit}
        assert f"{logit:.4g}" in near
        assert near <= {f"{logit:.4g}", *(text for text in near if len(text) >= 8)}
