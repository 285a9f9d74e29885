"""What the stage from maps to answer is sent is what the head holds; what comes back is kept within bounds."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ops.prediction import Head, terms_of
from models.records.layers import HeadStep
from viz.stages.prediction.answer.stage import (
    TEMPERATURES,
    About,
    AnswerView,
    Captions,
    Step,
    payload,
    shown_classes,
)

START = AnswerView(3, 4, 1.0)
rng = np.random.default_rng(3)


def head(form="average", classes=20):
    maps = rng.random((6, 2, 3), dtype=np.float32)
    features = maps.mean(axis=(1, 2)) if form != "places" else maps.ravel()
    weights = rng.normal(size=(classes, features.size)).astype(np.float32)
    bias, logits = (rng.normal(size=classes).astype(np.float32) for _ in range(2))
    return Head(form, (HeadStep("maps", "ReLU", maps.shape),), maps, features, weights, bias, logits)


def opened(data):
    length = int.from_bytes(data[:4], "little")
    header = json.loads(data[4 : 4 + length])
    start = (4 + length + 7) // 8 * 8
    planes = {}
    for name, about in header["planes"].items():
        count = int(np.prod(about["shape"]))
        plane = np.frombuffer(data, about["type"], count, start + about["offset"])
        planes[name] = plane.reshape(about["shape"])
    return header, planes


def sent(made, chosen):
    labels = [f"class {number}" for number in range(made.logits.size)]
    steps = [Step("maps", "6 × 2 × 3", "makes maps")]
    return opened(
        payload(made, About(tuple(labels), tuple(steps)), chosen, Captions("alt", "title", "file"), {"word": "said"})
    )


@pytest.mark.parametrize("form", ["average", "features", "places", "classes"])
def test_the_sums_that_are_sent_are_those_of_the_head(form):
    made = head(form)
    header, planes = sent(made, 5)
    assert 5 in header["shown"]
    assert header["steps"][0]["does"] == "makes maps"
    assert ("maps" in planes) == (form in ("average", "places"))
    for row, label in enumerate(header["shown"]):
        terms = terms_of(made, label)
        values = planes["values"][row if form == "classes" else 0]
        assert np.allclose(values, terms.values, rtol=1e-6)
        assert np.allclose(planes["weights"][row], terms.weights, rtol=1e-6)
        assert np.isclose(values @ planes["weights"][row] + planes["bias"][row], terms.total, rtol=1e-4, atol=1e-5)


def test_the_likeliest_classes_are_sent_and_the_chosen_one():
    logits = np.arange(20, dtype=np.float32)
    assert shown_classes(logits, 2) == (*range(19, 7, -1), 2)
    assert shown_classes(logits, 15) == tuple(range(19, 7, -1))
    assert shown_classes(np.zeros(3, np.float32)) == (0, 1, 2)


def test_one_is_a_temperature_and_they_reach_from_a_tenth_to_ten():
    assert (TEMPERATURES[0], TEMPERATURES[20], TEMPERATURES[-1]) == (0.1, 1.0, 10.0)
    assert list(TEMPERATURES) == sorted(set(TEMPERATURES))


@pytest.mark.parametrize(
    ("said", "view"),
    [
        ({"label": 1, "truth": 2, "temperature": 2}, AnswerView(1, 2, 2.0)),
        ({"class": "9", "true": "0", "temperature": "0.5"}, AnswerView(9, 0, 0.5)),
        ({"class": "10"}, START),
        ({"class": "-1", "true": "1e3", "temperature": "nan"}, START),
        ({"temperature": "1e400"}, START),
        ({"temperature": 10**400}, START),
        ({"temperature": "0"}, START),
        ({"temperature": True, "label": True}, START),
        ({"temperature": "1.04"}, START),
        ({"temperature": [1], "label": {}}, START),
        ("nonsense", START),
        (None, START),
    ],
    ids=str,
)
def test_what_a_browser_says_is_kept_within_bounds(said, view):
    assert START.read(said, {"classes": 10}) == view


@given(
    st.dictionaries(
        st.sampled_from(["label", "truth", "class", "true", "temperature"]),
        st.one_of(st.none(), st.integers(), st.floats(), st.text(max_size=8), st.lists(st.integers(), max_size=2)),
    )
)
def test_no_word_leads_out_of_bounds(said):
    view = START.read(said, {"classes": 10})
    assert 0 <= view.label < 10
    assert 0 <= view.truth < 10
    assert view.temperature in TEMPERATURES
