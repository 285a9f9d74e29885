"""Kinds of convolution as a script: every kind runs, says computed numbers, and its lines of PyTorch print them."""

import re
from itertools import product

import numpy as np
import pytest
import torch
from torch.nn import functional

from models.images import sample
from pages.convolution.kinds import case as cases
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words

KINDS = ("pointwise", "grouped", "depthwise", "dilated", "transposed", "dice", "signal")
VARIANTS = [
    {"kind": "pointwise", "mix": "weigh"},
    {"kind": "grouped", "groups": "1"},
    {"kind": "grouped", "groups": "4"},
    {"kind": "depthwise", "multiplier": "2"},
    {"kind": "dilated", "scene": "checks", "dilation": "3"},
    {"kind": "transposed", "kernel": "4", "stride": "2", "scene": "numbers"},
    {"kind": "transposed", "kernel": "2", "stride": "3", "stamp": "bump"},
    {"kind": "dice", "die": "loaded"},
    *({"kind": "signal", "signal": "spike", "filter": name} for name in cases.FILTERS),
    {"kind": "signal", "signal": "row", "picture": "coffee"},
]


def said(**query):
    return words(opened("convolution", part="kinds", **query))


def numbers(text):
    return [float(word) for word in re.findall(r"(?<![\w.])-?\d+(?:\.\d+)?(?:e-?\d+)?", text)]


@pytest.mark.parametrize("query", [*({"kind": kind} for kind in KINDS), *VARIANTS], ids=str)
def test_every_kind_is_proved_and_its_lines_print_its_output(query):
    app = opened("convolution", part="kinds", **query)
    proof = next(line for line in words(app).splitlines() if "largest difference" in line)
    assert float(re.search(r"\*\*([\d.e-]+)\*\*", proof)[1]) < 1e-4
    snippet = next(code.value for code in app.code if "import torch" in code.value)
    case = case_of(query)
    expected = (case.by_hand() / (1 if query["kind"] == "dice" else case.denominator)).ravel()
    printed = ran(snippet)
    if query["kind"] == "dice":
        values = [float(found) for found in re.findall(r"= (\d+)/", printed)]
    else:
        values = numbers(re.sub(r"map \d+", "", printed))
    np.testing.assert_allclose(values, expected, rtol=1e-3)


def case_of(query):
    """The layer of an address, made without the page."""
    whole = {name: int(query.get(name, start)) for name, start in
             {"groups": 2, "multiplier": 1, "dilation": 2, "kernel": 3, "stride": 2}.items()}  # fmt: skip
    signal = query.get("signal", "step")
    values = cases.middle_row(sample(query["picture"])) if signal == "row" else cases.SIGNALS[signal]
    return {
        "pointwise": lambda: cases.pointwise(query.get("mix", "combine")),
        "grouped": lambda: cases.grouped(whole["groups"]),
        "depthwise": lambda: cases.depthwise(whole["multiplier"]),
        "dilated": lambda: cases.dilated(query.get("scene", "edge"), whole["dilation"]),
        "transposed": lambda: cases.stamped(
            query.get("scene", "flat"), query.get("stamp", "ones"), whole["kernel"], whole["stride"]
        ),
        "dice": lambda: cases.dice(query.get("die", "fair")),
        "signal": lambda: cases.signal(values, query.get("filter", "mean_3")),
    }[query["kind"]]()


@pytest.mark.parametrize("query", [*({"kind": kind} for kind in KINDS), *VARIANTS], ids=str)
def test_terms_operations_and_pytorch_agree(query):
    case = case_of(query)
    np.testing.assert_array_equal(case.terms.total(case.inputs, case.weights), case.by_hand())
    inputs, weights = torch.from_numpy(case.inputs[None]), torch.from_numpy(np.array(case.weights))
    layer = getattr(functional, case.layer)
    made = layer(inputs, weights, padding=(0, case.padding), **case.settings)[0].numpy()
    np.testing.assert_array_equal(made, case.by_hand())


def test_the_checkerboard_is_found_and_its_absence_too():
    assert "covered 1, 2 or 4 times: **a checkerboard**" in said(kind="transposed", kernel="3", stride="2")
    even = said(kind="transposed", kernel="4", stride="2")
    assert "covered 4 times: **no checkerboard**" in even
    assert "all 8" in even
    assert "some cells get nothing" in said(kind="transposed", kernel="2", stride="3")
    made_up = said(kind="transposed", kernel="3", stride="2", stamp="bump")
    assert "a checkerboard" in made_up
    assert "inner values that are all 8" in made_up


def test_the_chance_of_four_is_3_in_36():
    sums = [one + other for one, other in product(range(1, 7), repeat=2)]
    assert sums.count(4) == 3
    assert "P(4) = 3/36**: of the 36 pairs of faces, all equally likely, 3 add up to 4." in said(kind="dice")
    assert "Likeliest is 7, with 6/36; all sums together make 36/36" in said(kind="dice")
    # A six three times as often: 7 comes of 1 + 6 three times and five other pairs once.
    assert "P(7) = 8/48**: 6 of the 36 pairs of faces add up to 7; " in said(kind="dice", die="loaded")
    assert "they are counted by their weights, 8 of 48." in said(kind="dice", die="loaded")
    assert "with 8/48; all sums together make 48/48" in said(kind="dice", die="loaded")


def test_weights_are_counted():
    assert "**6 weights**" in said(kind="pointwise")
    assert "**32 weights** instead of 64" in said(kind="grouped", groups="2")
    assert "**16 weights** instead of 64" in said(kind="grouped", groups="4")
    assert "**27 weights** instead of 81" in said(kind="depthwise")
    assert "together 36" in said(kind="depthwise")


def test_the_gaps_of_a_dilated_kernel_are_counted():
    assert "reach over 5 × 5 = 25 cells and skip 16" in said(kind="dilated", dilation="2")
    assert "9 − 6 = 3 cells a side" in said(kind="dilated", dilation="3")
    assert "its values: 0, 9." in said(kind="dilated", dilation="2", scene="checks")
    assert "its values: 4, 5." in said(kind="dilated", dilation="1", scene="checks")


def test_smoothing_flattens_and_differencing_answers_to_change():
    assert "the largest jump between neighbours falls from 11 to **" in said(kind="signal", filter="mean_5")
    assert "add up to 0" in said(kind="signal", filter="central")


@pytest.mark.parametrize(
    "query",
    [
        {"kind": "nothing"},
        {"kind": "transposed", "kernel": "9", "stride": "0", "scene": "<b>", "stamp": "%00"},
        {"kind": "dilated", "row": "99", "column": "-1", "map": "x"},
        {"kind": "dice", "column": "9" * 400, "die": "fairest"},
        {"kind": "signal", "signal": "mix", "filter": "[1]", "picture": "upload 3"},
        {"mix": "select", "groups": "3"},
    ],
    ids=str,
)
def test_a_tampered_address_falls_back(query):
    assert "largest difference" in said(**query)


def test_turning_to_another_kind_clears_the_settings_of_the_last():
    app = opened("convolution", part="kinds", kind="transposed", kernel="4", row="1")
    app.segmented_control(key="picked kind").set_value("dice").run()
    assert not app.exception
    assert "P(4)" in words(app)
    assert not {"kernel", "row"} & set(app.query_params)
