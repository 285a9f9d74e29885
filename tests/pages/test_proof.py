"""A proof line that holds is a plain line; one that fails is shown as a fault, on every page in the same way."""

import ast
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from pages.pooling import cached as pooling
from pages.shell.cached import networks
from pages.shell.proof import agree
from tests.pages.test_pages import FRAME, opened

PAGES = Path(__file__).parent.parent.parent / "pages"


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_rounding_agrees_and_a_wrong_number_does_not(value, largest):
    assert agree(abs(value - float(np.float32(value))), max(abs(value), largest))
    assert agree(None, largest)
    assert not agree(0.01 * largest, largest)
    assert not agree(float("inf"), largest)


@pytest.mark.parametrize(("difference", "largest"), [(float("nan"), 1), (3.0, float("nan")), (3.0, float("inf"))])
def test_what_is_not_finite_can_not_disagree(difference, largest):
    assert agree(difference, largest)


def faults(topic, **asked):
    """The faults that a page shows."""
    app = AppTest.from_file(FRAME, default_timeout=60)
    for name, value in asked.items():
        app.query_params[name] = value
    app.run().switch_page(f"../{topic}/page.py").run()
    assert not app.exception
    assert all("do not agree" in error.value for error in app.error)
    return [error.value for error in app.error]


def test_a_wrong_box_is_a_fault_and_a_right_one_is_not(monkeypatch):
    asked = {"part": "point", "layer": "stage2.conv1", "channel": "3", "row": "8", "column": "7"}
    opened("receptive_field", **asked)
    real = networks.fields("cifar10")
    wrong = {**real, "stage2.conv1": real["stage1.conv1"]}
    monkeypatch.setattr(networks, "fields_of", lambda *_: wrong)
    (fault,) = faults("receptive_field", **{**asked, "row": "1", "column": "1"})
    assert re.search(r"[1-9]\d* of [\d,]+ pixels outside the box", fault)


def test_a_wrong_map_is_a_fault(monkeypatch):
    asked = {"part": "slide", "picture": "cat"}
    opened("pooling", **asked)
    real = pooling.pooled
    monkeypatch.setattr(pooling, "pooled", lambda *args, **more: real(*args, **more) + 3)
    assert faults("pooling", **asked)


def test_every_proof_goes_the_same_way():
    """No page writes what a catalogue calls a proof in any other way than through `Proof`."""
    for file in PAGES.rglob("*.py"):
        tree = ast.parse(file.read_text())
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and ast.unparse(call.func) in ("st.markdown", "st.caption", "st.text"):
                assert not re.search(r"\.proof['\"]|\bproof\(", ast.unparse(call)), f"{file.name}: {ast.unparse(call)}"
