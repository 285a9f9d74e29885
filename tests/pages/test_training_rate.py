"""What the part says of a rate is what torch makes of it, and no address breaks it."""

import csv
import io
import re

import numpy as np
import pytest

from models.nets.oracles.valley import path_by_torch
from models.ops.valley import EDGE, EDGE_KERNEL, factor
from pages.training.rate.case import run_of
from pages.training.rate.files import table
from pages.training.rate.part import TRY
from pages.training.rate.words import comparable, proof
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words
from viz.stages.training.rate.view import MOST_UPDATES, RateView


def rate(**query):
    return opened("training", part="rate", **query)


def test_before_it_is_run_nothing_of_the_outcome_is_told():
    said = words(rate())
    assert "eigenvalue **60**, along it with **12**" in said
    assert "a rate of 2/60 = 1/30 ≈ **0.03333**, and runs away above it" in said
    assert "Predict, then play." in said
    assert "it swings from side to side" not in said


@pytest.mark.parametrize(
    ("query", "sentence"),
    [({"rate": "0.01"}, "by 0.88 along the valley and by 0.4 across it: it settles without swinging"),
     ({"rate": "0.03"}, "by 0.64 along the valley and by −0.8 across it: it swings from side to side"),
     ({"rate": "1/30"}, "rate 1/30 ≈ 0.03333 it stands exactly at the limit"),
     ({"rate": "0.033333"}, "across it: it swings from side to side"),
     ({"rate": "0.034"}, "above 0.03333, every update multiplies the distance to the best weights by 0.592"),
     ({"rate": "0.04", "momentum": "0.5"}, "2 × (1 + 0.5)/60, that is **0.05**"),
     ({"rate": "0.06", "momentum": "0.5"}, "it runs away"),
     ({"rate": "0.05", "first": "0", "second": "0"}, "any other start a rate above 0.03333 runs away"),
     ({"rate": "0.05", "first": "2", "second": "0"}, "only the factor across it counts"),
     ({"rate": "0"}, "Nothing moves"), ({"first": "1", "second": "-1"}, "Nothing moves")],
    ids=str,
)  # fmt: skip
def test_what_happens_at_a_rate_is_said_with_its_numbers(query, sentence):
    said = words(rate(**query, updates="60"))
    assert sentence in said
    assert "NaN" not in said


def test_just_below_the_limit_the_factor_is_not_rounded_to_the_limits():
    assert "by −0.99998 across it" in words(rate(rate="0.033333", updates="60"))


def test_the_reading_is_that_of_torch():
    by_torch = path_by_torch(EDGE, EDGE_KERNEL, (0.0, 0.0), rate=0.03, momentum=0.0, updates=10)[10]
    assert np.abs(by_torch).round(5).tolist() == [0.98847, 0.98847]
    said = words(rate(first="0", second="0", updates="10"))
    assert "After update 10 the weights are **0.9885** and **−0.9885**, and the loss is **0.001595**, from 12" in said


@pytest.mark.parametrize("momentum", [0.0, 0.37, 0.99])
@pytest.mark.parametrize("text", ["0.001", "0.03", "1/30", "0.07", "0.1"])
@pytest.mark.parametrize("start", [(0.0, 1.0), (0.35, -0.35), (3.5, 1.5)])
def test_the_proof_holds_wherever_somebody_goes(text, momentum, start):
    view = RateView(text, momentum, *start)
    found = proof(run_of(view))
    assert found.holds
    assert re.search(r"largest weight: (0|[\d.]+e[-−]1[0-9])", found.text)


def test_what_rounding_alone_decides_is_not_compared():
    assert comparable(run_of(RateView("0.1", 0.0, 0.0, 0.0))) == 10
    assert comparable(run_of(RateView("0.1", 0.0, 0.0, 1.0))) == MOST_UPDATES


def test_the_table_to_keep_has_every_update_in_full():
    lines = list(csv.reader(io.StringIO(table(run_of(RateView(first=0.0, second=0.0))))))
    assert lines[0] == ["update", "left weight", "right weight", "loss"]
    assert len(lines) == MOST_UPDATES + 2
    assert lines[1] == ["0", "0.0", "0.0", "12.0"]
    assert float(lines[3][3]) == pytest.approx(12 * 0.64**4, rel=1e-12)


@pytest.mark.parametrize(
    "query",
    [{"first": "0", "second": "0", "updates": "10"}, {"rate": "1/30", "momentum": "0.4", "updates": "3"}],
    ids=str,
)
def test_the_same_in_pytorch_prints_the_numbers_on_screen(query):
    snippet = next(code.value for code in rate(**query).code if "import torch" in code.value)
    shown = ran(snippet)
    run = run_of(RateView().read(query))
    for update in range(run.view.updates + 1):
        (left, right), loss = run.path[update], run.losses[update]
        assert f"update {update}: weights {left:.4g} {right:.4g}, loss {loss:.4g}" in shown
    assert f"update {run.view.updates + 1}:" not in shown
    assert "eigenvalues 12 60" in shown


@pytest.mark.parametrize(
    "query",
    [{"rate": "1e9"}, {"rate": "-1"}, {"rate": "x" * 5000}, {"rate": "1/0"}, {"momentum": "1"}, {"updates": "61"},
     {"first": "99", "second": "nan"}, {"predicted": "<script>"}],
    ids=lambda query: str(query)[:40],
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    assert "is the rate on stage above it or below?" in words(rate(**query)).lower()


@pytest.mark.parametrize("key", TRY)
def test_every_thing_to_try_is_a_view_of_the_page(key):
    query = {name: value for name, value in TRY[key].items() if name != "part"}
    view = RateView().read(query)
    assert {name: str(value) for name, value in view.said().items() if name in query} == {
        name: str(type(getattr(view, name))(value)) for name, value in query.items()
    }


def test_in_depth_says_what_is_so():
    said = words(rate())
    rate_, momentum = 4 / (12**0.5 + 60**0.5) ** 2, ((5**0.5 - 1) / (5**0.5 + 1)) ** 2
    assert f"\\approx {rate_:.4g}$" in said
    assert f"\\approx {momentum:.4g}$" in said
    fastest = [factor(each, rate_, momentum).size for each in (12, 60)]
    assert fastest == pytest.approx([0.382, 0.382], abs=1e-3)
    for other in ((0.9, 1.1), (1.1, 0.9), (1.05, 1.05), (0.95, 0.95)):
        changed = [factor(each, rate_ * other[0], momentum * other[1]).size for each in (12, 60)]
        assert max(changed) > max(fastest)
    assert "For rates up to $1/60$ nothing swings" in said
    assert not factor(60, 1 / 60).turns
    assert factor(60, 1 / 59).turns
    assert "even 0.1 settles" in said
    assert run_of(RateView("0.1", 0.0, 0.0, 0.0)).outcome == "swings"
    assert "mean over the 42 positions, all rates would be 42 times larger" in said
    walked = path_by_torch(EDGE / 42**0.5, EDGE_KERNEL, (0.0, 1.0), rate=42 * 0.0333, momentum=0.0, updates=60)
    assert np.abs(walked[-1]).max() < 2
