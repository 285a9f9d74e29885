"""The browser computes what `models.ops` computes: hundreds of cases, every number to 1e-5, every refusal."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.viz.arithmetic_cases import COUNTS, MODES, cases
from tests.viz.node import run

SCRIPT = Path(__file__).parent / "javascript" / "compare_arithmetic.mjs"


@pytest.fixture(scope="module")
def made():
    return cases()


def compared(made, folder):
    file = folder / "cases.json"
    file.write_text(json.dumps(made, allow_nan=False))
    return run(SCRIPT, file)


def test_javascript_agrees_on_every_case(made, tmp_path):
    done = compared(made, tmp_path)
    assert done.returncode == 0, done.stderr[-4000:]
    found = json.loads(done.stdout)
    assert found["cases"] == len(made) == sum(COUNTS.values())
    assert found["cases"] - found["refusals"] >= 200
    assert found["refusals"] >= 30
    assert found["numbers"] > 10_000


def test_the_cases_are_of_every_kind(made):
    kinds = Counter(case["kind"] for case in made)
    assert kinds == COUNTS
    fitting = [case for case in made if case["kind"] == "correlate" and "output" in case]
    assert {case["setting"]["mode"] for case in fitting} == set(MODES)
    for name in ("stride", "padding", "dilation", "kernel"):
        assert any(case["setting"][name][0] != case["setting"][name][1] for case in fitting), name
    pools = [case for case in made if case["kind"] == "pool" and "output" in case]
    for name in ("ceil", "includePadding"):
        assert {case["setting"][name] for case in pools} == {False, True}
    assert any(case["setting"]["stride"] != case["setting"]["kernel"] for case in pools)
    assert any("NaN" in case["image"]["values"] for case in pools)
    refused = {reason for case in made for reason in case.get("refused", ())}
    assert refused == {"kernel", "padding"}


@pytest.mark.parametrize("kind", ["correlate", "pool", "transposed", "adaptive", "flip", "back"])
def test_a_wrong_number_is_found(made, tmp_path, kind):
    case = json.loads(json.dumps(next(case for case in made if case["kind"] == kind and "refused" not in case)))
    output = case["output"] if "output" in case else case["bilinear"]
    output["values"][0] = output["values"][0] + 2e-5 * max(1, abs(output["values"][0])) * 2
    assert compared([case], tmp_path).returncode != 0


def test_a_missing_refusal_is_found(made, tmp_path):
    case = next(case for case in made if "refused" in case) | {"refused": ["nothing"]}
    assert compared([case], tmp_path).returncode != 0
