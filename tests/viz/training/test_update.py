"""One update as its stage works it out and writes it: the page's own numbers, and every sum adds up as written."""

import json
import re
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from pages.text import catalogue
from pages.training.update.case import case_of
from tests.viz.node import told_by
from viz.stages.training.update.pictures import PICTURES, SOURCES, family_of
from viz.stages.training.update.view import LOSS_NAMES, POOLS, STEPS, UPDATE, UpdateView
from viz.stages.training.update.weights import SEEDS, initial

SCRIPT = Path(__file__).parent / "update_cases.mjs"
COUNT = 24
OWN = np.random.default_rng(5).integers(0, 101, (8, 8))
FLAT = 1e-12


def drawn():
    """Views of all kinds, and two whose rate is far too high."""
    dice = np.random.default_rng(8)
    for number in range(COUNT):
        yield UpdateView(
            source=SOURCES[number % len(SOURCES)],
            label=int(dice.integers(3)),
            loss=LOSS_NAMES[number % 2],
            pool=POOLS[number // 2 % 2],
            rate=float(dice.choice([0, 0.003, 0.05, 0.3])),
            seed=int(dice.integers(SEEDS)),
            updates=int(dice.integers(0, 8)),
            step=UPDATE,
            kernel=int(dice.integers(2)),
        )
    yield UpdateView(loss="squared_error", rate=1e9, updates=200, step=UPDATE)
    yield UpdateView(rate=1e9, updates=200, step=UPDATE)


VIEWS = list(drawn())


def picture_of(view):
    return (OWN if view.source == "own" else PICTURES[view.source]) / 100


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    cases = [
        {
            "view": asdict(view),
            "picture": picture_of(view).ravel().tolist(),
            "initial": [each.ravel().tolist() for each in initial(view.seed).all()],
        }
        for view in VIEWS
    ]
    families = {source: family_of(source) for source in SOURCES}
    about = {"steps": STEPS, "families": families, "classes": {key: ["a", "b", "c"] for key in families.values()}}
    file = tmp_path_factory.mktemp("update") / "cases.json"
    words = catalogue.group("en", "training_update.stage")
    file.write_text(json.dumps({"cases": cases, "words": words, **about}))
    return told_by(SCRIPT, file)


def close(mine, theirs):
    return np.allclose(np.ravel(mine), np.ravel(theirs), rtol=1e-9, atol=1e-11)


def test_the_stage_and_the_page_work_out_the_same(told):
    for view, found in zip(VIEWS[:COUNT], told["found"], strict=False):
        case = case_of(view, picture_of(view))
        assert found["done"] == case.done == view.updates
        assert close(found["loss"], case.forward.loss)
        assert close(found["lossAfter"], case.again.loss)
        weights = {"before": case.before, "after": case.after, "gradient": case.backward.gradient}
        for name, expected in weights.items():
            for mine, theirs in zip(found[name], expected.all(), strict=True):
                assert close(mine, theirs), (view, name)
        for layer in ("convolution", "relu", "pooling"):
            assert close(found[layer][0], getattr(case.forward, layer)), (view, layer)
            assert close(found[layer][1], getattr(case.backward, layer)), (view, layer)


def test_where_the_loss_is_no_number_both_stop_at_the_same_update(told):
    for view, found in zip(VIEWS[COUNT:], told["found"][COUNT:], strict=True):
        assert found["done"] == case_of(view, picture_of(view)).done
    first, second = told["found"][COUNT:]
    assert 0 < first["done"] < 200
    assert first["lossAfter"] is None, "not a number"
    assert second["done"] == 200, "sure and right, nothing moves any more"


NUMBER = r"\(?−?\d+(?:\.\d+)?(?:e[+−]\d+)?\)?"
PRODUCTS = rf"{NUMBER} × {NUMBER}(?: \+ {NUMBER} × {NUMBER})*(?: \+ {NUMBER}(?! ×))?"
SUM = re.compile(rf"({PRODUCTS}) = ({NUMBER})(?: ≈ ({NUMBER}))?")


def exact(text):
    return Fraction(text.strip("()").replace("−", "-"))


def checked(text):
    """How many written sums of products a text has; each adds up exactly, and what it is rounded to is its rounding."""
    found = 0
    lines = "\n".join(line for line in text.splitlines() if "←" not in line)  # those have a test of their own
    for products, total, rounded in SUM.findall(lines):
        value = Fraction(0)
        for term in products.split(" + "):
            factors = [exact(each) for each in term.split(" × ")]
            value += factors[0] * (factors[1] if len(factors) > 1 else 1)
        assert value == exact(total), text
        if rounded:
            assert abs(exact(rounded) - value) <= abs(value) / 1000, text
        found += 1
    return found


def test_every_sum_adds_up_as_written(told):
    sums = sum(checked(said) for found in told["found"] for said in [*found["said"], *found["written"]])
    assert sums > 50 * COUNT


def test_the_update_of_a_cell_is_weight_less_rate_times_gradient(told):
    moved = re.compile(rf"K\[\d, \d\] ← ({NUMBER}) − ({NUMBER}) × ({NUMBER}) = ({NUMBER})")
    for view, found in zip(VIEWS[:COUNT], told["found"], strict=False):
        texts = [match for said in found["said"] for match in moved.findall(said)]
        silent = not np.any(found["convolution"][1][view.kernel])
        assert len(texts) == (0 if silent else 9)
        for weight, rate, gradient, after in (map(exact, match) for match in texts):
            assert weight - rate * gradient == after
            assert rate == Fraction(str(view.rate))


def test_the_loss_is_what_is_written(told):
    for view, found in zip(VIEWS[:COUNT], told["found"], strict=False):
        text = found["written"][0]
        if view.loss == "cross_entropy":
            probability, loss = re.search(r"−ln\s([\d.]+) = (\S+)$", text).groups()
            assert -np.log(float(probability)) == pytest.approx(float(loss.replace("−", "-")), rel=6e-4)
        else:
            terms = re.findall(rf"\(({NUMBER}) − ([01])\)²", text)
            half = re.search(rf"\) = ({NUMBER})", text)[1]
            assert sum((exact(output) - exact(target)) ** 2 for output, target in terms) / 2 == exact(half)
            loss = text.split(" ")[-1]
        assert float(exact(loss)) == pytest.approx(found["loss"], rel=6e-4, abs=FLAT)


def test_the_slider_has_every_notch_of_its_rates(told):
    rates = [rate for rate, _ in told["notches"]]
    assert rates[0] == 0
    assert rates[1] == 0.001
    assert rates[-1] == 1000
    assert rates == sorted(set(rates))
    assert [notch for _, notch in told["notches"]] == list(range(len(rates)))
