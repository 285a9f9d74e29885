"""What is said of layers is true of the network: the literature's numbers, PyTorch's gradient; no address breaks it."""

import csv
import io
import json
import re
from dataclasses import replace

import numpy as np
import pytest

from models.nets.catalogue import load
from models.nets.receptive_field import layer_table
from pages.receptive_field.growth import words as growth_words
from pages.receptive_field.growth.files import as_csv
from pages.receptive_field.growth.part import TRY
from pages.receptive_field.growth.rungs import rungs
from pages.shell import pictures
from pages.shell.records import Choice
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words
from viz.stages.receptive_field.growth.stage import GrowthView, Units


def told(**query):
    return words(opened("receptive_field", part="growth", **query))


def test_the_reading_says_the_units_box():
    said = told(layer="stage2.conv1", row="16", column="9")
    assert "nearest to the pixel at row 16, column 9 is the one at row 8, column 4" in said
    assert "It sees **10 × 10** pixels: rows 12 to 21, columns 4 to 13." in said
    assert "rows **12–21**, columns **4–13**. Largest difference of an edge: **0 px**" in said


def test_a_box_at_the_border_is_cut():
    said = told(layer="stage2.conv2", row="1", column="1")
    assert "field of **14 × 14** pixels reaches beyond the picture; **8 × 8** of them are in it: rows 0 to 7" in said


def test_a_field_larger_than_the_picture_says_so():
    said = told(network="resnet18", layer="layer4.1.conv2")
    assert "field of **435 × 435** pixels, more than the 224 × 224 picture" in said
    assert "difference of an edge: **0 px**" in said


def test_the_whole_image_is_an_answer_of_its_own():
    said = told(network="mobilenet_v3_small", layer="features.1.block.1.mul")
    assert "depends on the whole picture" in said
    assert "Through windows alone it would be **7 × 7** pixels" in said
    assert "rows **0–223**, columns **0–223**" in said
    assert "depends on the whole picture" in told(layer="linear")


def test_what_has_no_answer_says_why():
    known = rungs("cifar10")[0]
    unknown = replace(known, scope="unknown", reason="nobody knows", units=None)
    chosen = Choice(pictures.find("cat"), "cifar10")
    said = growth_words.reading(chosen, unknown, GrowthView(known.name, 1, 1))
    assert said == "What a unit of **stage1.conv1** sees has no single answer here: nobody knows."
    assert "nothing to compare" in growth_words.proof(chosen, unknown, GrowthView(known.name, 1, 1)).text
    blind = replace(known, units=(Units(np.zeros(1, int), np.zeros(1, int), np.zeros(1)),) * 2)
    assert "padding alone" in growth_words.reading(chosen, blind, GrowthView(known.name, 1, 1))


def test_the_formula_has_the_numbers_put_in():
    assert "r = 6 + 1\\cdot(3 - 1)\\cdot 2 = 10" in told(layer="stage2.conv1")
    both = told(network="inception_v3", layer="Mixed_6b.branch7x7_2.conv")
    assert "on the rows: $r = 159 + 1\\cdot(1 - 1)\\cdot 16 = 159" in both
    assert "on the columns: $r = 159 + 1\\cdot(7 - 1)\\cdot 16 = 255" in both


def test_the_curve_draws_the_fields():
    app = opened("receptive_field", part="growth", layer="pool1")
    drawn = json.loads(app.get("plotly_chart")[0].proto.spec)
    table = layer_table(load("cifar10").module, (32, 32))
    sizes, strides = (trace["y"] for trace in drawn["data"])
    exact = [row.field if row.field.scope == "exact" else None for row in table]
    assert sizes == [field and field.size[0] for field in exact]
    assert strides == [field and field.stride[0] for field in exact]
    marked = [shape["x0"] for shape in drawn["layout"]["shapes"] if shape["x0"] == shape["x1"]]
    assert marked == [[row.name for row in table].index("pool1") + 1]


def test_every_layer_stands_in_the_table():
    frame = opened("receptive_field", part="growth").dataframe[0].value
    table = layer_table(load("cifar10").module, (32, 32))
    assert frame.iloc[:, 1].tolist() == [row.name for row in table]
    line = frame[frame["layer"] == "stage3.conv2"].iloc[0]
    assert [line[name] for name in ("kernel k", "stride s", "padding p", "dilation d")] == [3, 1, 1, 1]
    assert [line[name] for name in ("size r", "stride S", "padding P", "first centre")] == [32, 4, 14, 1.5]


def test_pairs_that_differ_are_two_columns_in_the_csv():
    lines = list(csv.DictReader(io.StringIO(as_csv(rungs("inception_v3")))))
    layers = {line["layer"]: line for line in lines}
    found = layers["Mixed_6b.branch7x7_2.conv"]
    assert (found["kernel k, rows"], found["kernel k, columns"]) == ("1", "7")
    assert (found["size r, rows"], found["size r, columns"]) == ("159", "255")
    assert layers["fc"]["size r, rows"] == ""
    assert layers["fc"]["field"] == "whole image"


@pytest.mark.parametrize(
    "query",
    [
        {"layer": "nowhere"}, {"layer": "../../x", "row": "-1"}, {"row": "9" * 400, "column": "1.5"}, {"row": "32"},
        {"every": "maybe"}, {"layer": "layer1.0.conv1"}, {"network": "vit_b_16", "layer": "pool1"}, {"part": "ladders"},
    ],
    ids=str,
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    assert opened("receptive_field", **{"part": "growth", **query}).title[0].value.endswith("?")


@pytest.mark.parametrize("key", TRY)
def test_every_thing_to_try_leads_to_its_layer(key):
    wanted = TRY[key]
    assert wanted["layer"] in {rung.name for rung in rungs(wanted["network"])}
    assert f"**{wanted['layer']}**" in words(opened("receptive_field", **wanted))


SNIPPETS = [
    {"layer": "stage2.conv2", "row": "1", "column": "20"},
    {"layer": "linear"},
    {"network": "resnet18", "layer": "layer2.0.add", "row": "100", "column": "30"},
    {"network": "resnet18", "layer": "layer1.0.relu_1", "row": "5"},
    {"network": "mobilenet_v3_small", "layer": "features.1.block.1.mul"},
    {"network": "convnext_tiny", "layer": "features.1.0.block.2", "row": "60"},
    {"network": "inception_v3", "layer": "Mixed_6a.max_pool2d", "row": "150", "column": "100"},
]


@pytest.mark.parametrize("query", SNIPPETS, ids=lambda query: " ".join(query.values()))
def test_the_same_in_pytorch_prints_the_box_on_screen(query):
    app = opened("receptive_field", part="growth", **query)
    snippet = next(code.value for code in app.code if "import torch" in code.value)
    shown = ran(snippet)
    said = re.search(r"says rows (\d+)–(\d+), columns (\d+)–(\d+)\.", words(app).replace("*", ""))
    printed = re.fullmatch(r"rows (\d+) to (\d+), columns (\d+) to (\d+)\n", shown)
    assert said.groups() == printed.groups()
