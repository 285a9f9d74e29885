"""The browser walks the valley as Python does; no address and no event leads out of it."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ops.digits import beside_one, number
from pages.training.rate.case import CURVATURE, FLAT, STEEP, run_of
from tests.viz.node import told_by_lines
from tests.viz.packed import unpacked
from viz.stages.training.rate.stage import payload
from viz.stages.training.rate.view import BEST, LARGEST_RATE, MOST_UPDATES, PREDICTIONS, REACH, RateView, rate_of

WORK = """
import { rateOf, limitText, runOf } from "ROOT/viz/stages/training/rate/valley.js";
import { endsOf, tenTo } from "ROOT/viz/stages/training/rate/curve.js";
import { apart, told } from "ROOT/viz/stages/training/rate/words.js";
import { readFileSync } from "node:fs";
const { valley, views, rates, numbers, losses } = JSON.parse(readFileSync(process.argv[2]));
console.log(JSON.stringify({
  runs: views.map((view) => runOf(view, valley)), rates: rates.map(rateOf),
  limits: [0, 0.5, 0.07, 0.29, 0.99].map((momentum) => limitText(60, momentum)),
  told: numbers.map(told), apart: numbers.map(apart), ends: losses.map(endsOf), tens: [-12, 0, 4].map(tenTo),
}));
"""
RATES = [
    "0.03",
    "1/30",
    "1/36",
    "1.5/30",
    "0",
    "0.1",
    "0/5",
    "",
    "1/0",
    "-1",
    "1e9",
    "٣",
    "0.03 ",
    "1/",
    "/3",
    ".5",
    "x",
]
NUMBERS = [0, 1, -0.8, 0.64, 2 / 3, 524289, 1.649e13, 2.616e-18, -1e200, 0.99996, -1.00002, 1 - 3e-9, 12, 0.5, 1.00049]


def header():
    return unpacked(payload(CURVATURE, (FLAT, STEEP), "alt", {"word": "words"}))[0]


def drawn(count, seed=7):
    """Views all over the map, with the borders among them."""
    generator = np.random.default_rng(seed)
    yield from (RateView(rate=rate, updates=60) for rate in ("1/30", "0.03", "1/36", "0", "0.1"))
    yield RateView(rate="1.99/30", momentum=0.99)
    yield RateView(rate="0.1", first=0.0, second=0.0)
    yield RateView(rate="0.1", first=1.0, second=-1.0)
    for _ in range(count):
        first, second = (round(20 * generator.uniform(best - REACH, best + REACH)) / 20 for best in BEST)
        rate = f"{generator.uniform(0.001, LARGEST_RATE):.4f}"
        yield RateView(rate, int(generator.integers(0, 100)) / 100, first, second)


def test_the_browser_walks_as_python_does(tmp_path):
    views = list(drawn(150))
    asked = {
        "valley": header(), "views": [view.said() for view in views], "rates": RATES, "numbers": NUMBERS,
        "losses": [[42], [42, 1e-9], [42, 1e13], [0.0, 12]],
    }  # fmt: skip
    (tmp_path / "asked.json").write_text(json.dumps(asked))
    answer = told_by_lines(WORK, tmp_path, tmp_path / "asked.json")
    outcomes = set()
    for view, shown in zip(views, answer["runs"], strict=True):
        run = run_of(view)
        largest = np.abs(run.path).max()
        assert None not in shown["losses"], view
        np.testing.assert_allclose(np.array(shown["path"], float), run.path, atol=1e-12 * largest)
        np.testing.assert_allclose(
            np.array(shown["losses"], float), run.losses, rtol=1e-6, atol=1e-12 * run.losses.max()
        )
        assert shown["outcome"] == run.outcome, view
        for one, other in zip(shown["factors"], run.factors, strict=True):
            assert (one["turns"], one["real"]) == (other.turns, other.real)
            assert one["size"] == pytest.approx(other.size, abs=1e-12)
        outcomes.add(run.outcome)
    assert outcomes == {"settles", "swings", "border", "diverges", "still"}
    for text, found in zip(RATES, answer["rates"], strict=True):
        assert (found if found is not None and found <= LARGEST_RATE else None) == rate_of(text), text
    assert answer["limits"] == ["1/30", "1.5/30", "1.07/30", "1.29/30", "1.99/30"]
    assert answer["told"] == [number(each) for each in NUMBERS]
    assert answer["apart"] == [beside_one(each) for each in NUMBERS]
    assert answer["ends"] == [[-4, 4], [-12, 4], [-4, 16], [-32, 4]]
    assert answer["tens"] == ["10⁻¹²", "1", "10⁴"]


def test_a_limit_that_is_typed_is_the_border():
    for momentum in range(100):
        rate = f"{1 + momentum / 100:g}/30"
        assert run_of(RateView(rate, momentum / 100)).outcome == "border", rate


def test_no_rate_that_can_be_set_leads_beyond_numbers():
    for momentum in (0.0, 0.5, 0.99):
        for first, second in ((-1.5, 1.5), (-1.5, -3.5), (3.5, 1.5), (3.5, -3.5), (0.0, 1.0)):
            run = run_of(RateView(str(LARGEST_RATE), momentum, first, second))
            assert np.isfinite(run.losses).all()
            assert np.isfinite(run.path).all()


anything = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=9),
    st.sampled_from(RATES),
    st.lists(st.none()),
)


@given(st.dictionaries(st.sampled_from(["rate", "momentum", "first", "second", "updates", "predicted"]), anything))
def test_no_address_leads_out_of_the_map(said):
    view = RateView().read(said)
    assert 0 <= view.number <= LARGEST_RATE
    assert 0 <= view.momentum <= 0.99
    assert abs(view.first - BEST[0]) <= REACH >= abs(view.second - BEST[1])
    assert 0 <= view.updates <= MOST_UPDATES
    assert view.predicted in PREDICTIONS
    assert RateView().read({name: str(value) for name, value in view.said().items()}) == view


def test_the_payload_brings_the_valley():
    brought = header()
    assert brought["curvature"] == [[36, 24], [24, 36]]
    assert [one["curvature"] for one in brought["directions"]] == [12, 60]
    assert brought["best"] == [1, -1]
    assert brought["words"] == {"word": "words"}
