"""The same seed gives the same run in every browser: our own exp, log and generator, and no order but our own."""

import itertools
import math
import re
from decimal import Decimal, localcontext
from pathlib import Path

import numpy as np
import pytest

from tests.viz.training.engine import worked_out

ENGINE = Path(__file__).parents[3] / "viz" / "stages" / "training"
SCRIPTS = [ENGINE / "engine.js", *sorted((ENGINE / "engine").glob("*.js"))]
LAST_LOSS = 1.050957776765271
SPEC = {
    "input": [1, 8, 8],
    "layers": [
        {"kind": "conv", "kernels": 4, "size": 3, "padding": 1},
        {"kind": "batch_norm"},
        {"kind": "sigmoid"},
        {"kind": "max_pool", "size": 2},
        {"kind": "flatten"},
        {"kind": "linear", "units": 3},
    ],
}


def test_no_function_is_called_that_browsers_round_differently():
    same = {"sqrt", "floor", "ceil", "min", "max", "imul", "fround", "abs", "LOG2E", "SQRT2"}
    for script in SCRIPTS:
        code = re.sub(r"//.*|/\*.*?\*/", "", script.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert set(re.findall(r"Math\.(\w+)", code)) <= same, script.name
        assert "**" not in code, "a power is rounded as the browser likes"
        assert not re.search(r"Date|performance|crypto|document|window\.", code), script.name


def arguments():
    """What to take exp and log of: the whole range, many small and close to 1, and the ends."""
    random = np.random.default_rng(0)
    exp = [*random.uniform(-708, 709.7, 3000), *random.normal(size=2000), *10.0 ** random.uniform(-20, 0, 500)]
    exp += [0, -0.0, 1, -1, 5e-324, 709.782712893384, -708.3964185322641, math.log(2) / 2, -math.log(2) / 2]
    log = [*np.exp(random.uniform(-708, 709, 3000)), *random.uniform(0, 9, 500), *random.uniform(0.5, 2, 2000)]
    log += [*(1 + 10.0 ** random.uniform(-16, -1, 500)), *(1 - 10.0 ** random.uniform(-16, -1, 500))]
    log += [1, 2, 0.5, 5e-324, 1e-310, 2.2250738585072014e-308, 1.7976931348623157e308, 2**0.5, 0.5**0.5]
    return {"exp": [float(each) for each in exp], "log": [float(each) for each in log]}


@pytest.fixture(scope="module")
def functions(tmp_path_factory):
    """Of each function (argument, our value, that of JavaScript's Math)."""
    given = arguments()
    case = {"act": "functions", **{name: [repr(each) for each in values] for name, values in given.items()}}
    found = worked_out([case], tmp_path_factory.mktemp("functions"))[0]
    return {name: [(x, *map(float, pair)) for x, pair in zip(given[name], found[name], strict=True)] for name in given}


@pytest.mark.parametrize("name", ["exp", "log"])
def test_exp_and_log_are_right_to_fifteen_digits(functions, name):
    """Beside 40 digits of the true value, and beside the engine's own Math."""
    with localcontext() as context:
        context.prec = 40
        for x, *found in functions[name]:
            exact = Decimal(x).exp() if name == "exp" else Decimal(x).ln()
            for each in (*found, getattr(math, name)(x)):
                assert abs(Decimal(each) - exact) <= abs(exact) * Decimal("1e-15"), x


def exp(x):
    """The steps of the engine's own, in Python, whose numbers are the same and whose program isn't."""
    k = math.floor(x * 1.4426950408889634 + 0.5)
    r = x - k * 0.6931471803691238 - k * 1.9082149292705877e-10
    total = 1 / math.factorial(13)
    for n in range(12, 1, -1):
        total = total * r + 1 / math.factorial(n)
    return (1 + (r + r * r * total)) * 2.0 ** (k // 2) * 2.0 ** (k - k // 2)


def log(x):
    """Likewise."""
    m, e = math.frexp(x)
    m, e = (2 * m, e - 1) if 2 * m <= math.sqrt(2) else (m, e)
    s = (m - 1) / (m + 1)
    total = 2 / 23
    for n in range(10, 0, -1):
        total = total * (s * s) + 2 / (2 * n + 1)
    return e * 0.6931471803691238 + (2 * s + (s * (s * s) * total + e * 1.9082149292705877e-10))


@pytest.mark.parametrize("twin", [exp, log], ids=["exp", "log"])
def test_the_same_steps_in_another_language_give_the_same_bits(functions, twin):
    for x, ours, _ in functions[twin.__name__]:
        assert twin(x).hex() == ours.hex(), x


def test_the_generator_in_another_language_gives_the_same_numbers(tmp_path):
    seeds = (0, 1, 2**32 - 1)
    given = [{"act": "draws", "count": 1000, "bound": 10, "seed": seed} for seed in seeds]
    for seed, drawn in zip(seeds, worked_out(given, tmp_path), strict=True):
        assert drawn["next"] == list(itertools.islice(twin_draws(seed), 16, 1016))


def twin_draws(seed):
    a, b, c, counter, words = seed, seed, seed, 1, 2**32
    while True:
        total = (a + b + counter) % words
        a, b, c = b ^ (b >> 9), (c + (c << 3)) % words, (((c << 21) | (c >> 11)) + total) % words
        counter += 1
        yield total


def test_draws_are_spread_as_they_should_be(tmp_path):
    drawn = worked_out([{"act": "draws", "seed": 5, "count": 20_000, "bound": 10}], tmp_path)[0]
    uniform, normal = np.array(drawn["uniform"]), np.array(drawn["normal"])
    assert uniform.min() >= 0
    assert uniform.max() < 1
    assert uniform.mean() == pytest.approx(0.5, abs=0.01)
    assert uniform.var() == pytest.approx(1 / 12, abs=0.002)
    assert (normal.mean(), normal.std()) == pytest.approx((0, 1), abs=0.03)
    assert (np.abs(normal) < 1).mean() == pytest.approx(0.6827, abs=0.02)
    assert np.bincount(drawn["below"]) / 20_000 == pytest.approx(0.1, abs=0.01)
    assert sorted(drawn["first"]) == list(range(10))


def test_a_generator_takes_up_where_its_state_was(tmp_path):
    drawn = worked_out([{"act": "draws", "seed": 5, "count": 3, "bound": 50}], tmp_path)[0]
    assert drawn["first"] == drawn["again"] != list(range(50))


ENDS = {
    "exp": {"Infinity": "Infinity", "-Infinity": "0", "NaN": "NaN", "710": "Infinity", "-746": "0", "-0": "1"},
    "log": {"Infinity": "Infinity", "0": "-Infinity", "-0": "-Infinity", "-1": "NaN", "NaN": "NaN", "-Infinity": "NaN"},
}


def test_the_ends_are_those_of_math(tmp_path):
    found = worked_out([{"act": "functions", **{name: list(ends) for name, ends in ENDS.items()}}], tmp_path)[0]
    for name, ends in ENDS.items():
        assert found[name] == [[end, end] for end in ends.values()]


def test_below_the_smallest_normal_number_exp_is_the_nearest_but_one(tmp_path):
    given = [repr(float(each)) for each in np.linspace(-745.2, -708.4, 400)]
    found = worked_out([{"act": "functions", "exp": given, "log": []}], tmp_path)[0]["exp"]
    for ours, theirs in found:
        assert abs(float(ours) - float(theirs)) <= max(5e-324, 1e-15 * float(theirs))


def run_of(seed, *, count=20):
    """A run on random batches, which are the same for every seed."""
    random = np.random.default_rng(1)
    drawn = [(random.normal(size=4 * 64).tolist(), random.integers(0, 3, 4).tolist()) for _ in range(count)]
    batches = [{"pictures": pictures, "labels": labels} for pictures, labels in drawn]
    options = {"optimizer": "adam", "rate": 0.01}
    return {"act": "run", "spec": SPEC, "seed": seed, "batches": batches, "options": options}


def test_the_same_seed_gives_the_same_numbers_to_the_last_bit(tmp_path):
    first, second, other = worked_out([run_of(7), run_of(7), run_of(8)], tmp_path)
    assert first == second == worked_out([run_of(7)], tmp_path)[0]
    assert first["losses"] != other["losses"]
    assert len(set(first["losses"])) > 15


def test_a_run_is_the_one_it_was_when_this_was_written(tmp_path):
    """Links hold runs by their seeds: an order that is changed shows here."""
    assert worked_out([run_of(7)], tmp_path)[0]["losses"][-1] == LAST_LOSS


IN_A_PAGE = """async ({ spec, seed, batches, options }) => {
  const { createNetwork, lossAndGradients, update } = await import("/training/engine.js");
  const network = createNetwork(spec, seed);
  return batches.map(({ pictures, labels }) => {
    const { loss, gradients } = lossAndGradients(network, pictures, labels);
    update(network, gradients, options);
    return loss;
  });
}"""


@pytest.mark.browser
def test_a_browser_makes_the_same_run(chromium, tmp_path):
    """To the last bit, from the scripts as they stand, which need nothing of what a page has."""
    page = chromium.new_page()
    page.route("**/*.js", lambda route: route.fulfill(path=ENGINE.parent / route.request.url.split("engine.test/")[1]))
    page.route("**/", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.goto("http://engine.test/")
    found = page.evaluate(IN_A_PAGE, run_of(7))
    page.close()
    assert found == worked_out([run_of(7)], tmp_path)[0]["losses"]
    assert found[-1] == LAST_LOSS
