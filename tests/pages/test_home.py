"""Does the start page say the network's true costs, and does no address break it?"""

import ast
import csv
import io
import re

import numpy as np
import pytest

from models.images import sample
from models.nets.capture import capture
from models.nets.catalogue import load
from models.ops.softmax import softmax
from pages.home import costs, keep, overview
from pages.shell import pictures
from pages.shell.records import Choice
from pages.shell.routes import ROUTES
from tests.pages.snippets import ran
from tests.pages.test_pages import ROOT, opened, words
from viz.ink.bars import bars
from viz.stages.home.overview import stage
from viz.stages.home.overview.stage import Block, Layer, OverviewView, bounds_of, read_page, shrunk, strongest

BLOCKS = (Block("stem", "stem", 0, 2, ()), Block("stage", "stage", 2, 9, (Block("stage.1", "stage.1", 2, 7, ()),)))
LAYERS = (Layer("conv", "Conv2d", (4, 2, 2), ("input",), 1, 2, 3, ("maps", "inside")),)


def constant(name):
    """A constant of the page, which is a script and can't be imported."""
    tree = ast.parse((ROOT / "pages" / "home" / "page.py").read_text(encoding="utf-8"))
    return next(
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and node.targets[0].id == name
    )


def chosen(network="cifar10", picture="cat"):
    return Choice(pictures.find(picture), network)


def test_the_totals_and_the_proof_are_the_networks():
    app = opened("home", network="cifar10", picture="coffee")
    assert [metric.value for metric in app.metric] == ["647 k", "86.3 M", "2.14 MB"]
    said = words(app)
    assert "**647,386** parameters, by PyTorch **647,386**, difference **0**" in said
    assert "**86,263,680** multiply-adds, by PyTorch's counter **86,263,680**, difference **0**" in said


def test_a_fully_connected_layer_would_need_150_994_944_weights():
    said = words(opened("home"))
    assert "3,072 × 49,152 = **150,994,944**" in said
    assert "48 × 3 × 3 × 3 = **1,296**" in said
    assert "factor of **116,508**" in said


def test_the_verdict_is_the_networks():
    network = load("cifar10")
    output = capture(network, network.prepare(sample("rocket"))).output[0].astype(np.float64)
    said = words(opened("home", picture="rocket"))
    assert f"**{network.labels[output.argmax()]}**, with a probability of {100 * softmax(output).max():.1f} %" in said


def test_random_weights_give_costs_but_no_answer():
    said = words(opened("home", network="inception_v3"))
    assert "no answer worth reading" in said
    assert "3,326,696 of the parameters belong to parts that don't run here" in said
    assert "difference **0**" in said


def test_numbers_without_a_formula_are_named():
    assert "9,696 of the parameters belong to layers without a formula" in words(
        opened("home", network="convnext_tiny")
    )


@pytest.mark.parametrize("parts", ["stages", "layers"])
@pytest.mark.parametrize("measure", ["parameters", "multiply_adds", "memory"])
def test_the_chart_adds_up_to_the_total(measure, parts):
    app = opened("home", spent=measure, by=parts)
    labels, values = costs.spent(chosen(), measure, parts)
    total = {"parameters": 647_386, "multiply_adds": 86_263_680, "memory": 2_138_920}[measure]
    assert sum(values) == total
    assert len(labels) == len(values) == {"stages": 4, "layers": 23}[parts]
    largest = labels[int(np.argmax(values))]
    assert f"**{largest}**" in next(line for line in words(app).splitlines() if line.startswith("Most"))


@pytest.mark.parametrize(
    "query",
    [{"open": "nobody,,;--"}, {"open": "x" * 50_000}, {"spent": "money"}, {"by": "nobody"}, {"network": "vit_b_16"},
     {"open": "all", "network": "densenet121"}],
    ids=lambda query: str(query)[:30],
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    app = opened("home", **query)
    assert "difference **0**" in words(app)


def test_every_page_has_its_door():
    assert set(constant("DOORS")) == {route.topic for route in ROUTES} - {"home"}


def test_the_table_has_every_layer_and_adds_up():
    table = list(csv.reader(io.StringIO(keep.table(chosen("resnet18")))))
    assert len(table) == 1 + len(overview.layers(chosen("resnet18")))
    assert sum(int(row[3]) for row in table[1:]) == 11_689_512
    assert round(sum(int(row[4]) for row in table[1:]) / 1e9, 3) == 1.814
    added = next(row for row in table if row[0] == "layer2.0.add")
    assert added[1:3] == ["Add", "128×28×28"]
    assert added[6].split() == ["layer2.0.bn2", "layer2.0.downsample.1"]


@pytest.mark.parametrize("network", ["cifar10", "mobilenet_v3_small"])
def test_the_same_in_pytorch_prints_the_numbers_on_screen(network):
    app = opened("home", network=network, picture="coffee")
    snippet = next(code.value for code in app.code if "import torch" in code.value)
    shown = ran(snippet)
    said = words(app)
    for number in re.findall(r"([\d,]+) (?:parameters|multiply-adds)", shown):
        assert f"**{number}**" in said
    name, percent = re.search(r"(\w[\w ]*): ([\d.]+) %", shown).groups()
    if network == "cifar10":
        assert f"**{name}**, with a probability of {percent} %" in said


def view_of(said, *network):
    return OverviewView().read(said, bounds_of(*network))


def test_a_view_takes_only_groups_that_are_there():
    assert view_of({"open": "stage.1,stem,stem,nobody"}, BLOCKS) == OverviewView("stem,stage.1")
    assert view_of({"open": "stem,stage,stage.1"}, BLOCKS) == view_of({"open": "all"}, BLOCKS) == OverviewView("all")
    for event in (None, 3, {}, {"open": 7}, {"open": ["stem"]}, {"open": None}):
        assert view_of(event, BLOCKS) == OverviewView()
    assert view_of({"open": "all"}, ()) == OverviewView()


def test_a_view_looks_only_at_a_layer_that_is_there():
    names = ["conv", "add"]
    assert view_of({"open": "stem", "at": "add"}, BLOCKS, names) == OverviewView("stem", "add")
    assert view_of({"at": "conv"}, (), names) == OverviewView(at="conv")
    for at in ("nobody", "", None, 3, ["conv"], {"conv": 1}, "x" * 50_000):
        assert view_of({"open": "stem", "at": at}, BLOCKS, names) == OverviewView("stem")


def test_a_browser_is_led_only_to_pages_that_are_offered():
    assert read_page({"go": ["inside", "conv"]}, LAYERS) == ("inside", "conv")
    for go in (None, "inside", ["inside"], ["norm", "conv"], ["maps", "nobody"], [[], {}], 5):
        assert read_page({"go": go}, LAYERS) is None


def test_layers_lead_to_the_pages_about_them():
    assert overview.pages("Conv2d", has_module=True, last=False) == ("maps", "inside", "field")
    assert overview.pages("BatchNorm2d", has_module=True, last=False) == ("norm", "maps", "field")
    assert overview.pages("Linear", has_module=True, last=True) == ("answer", "maps", "field")
    assert overview.pages("Add", has_module=False, last=False) == ("maps", "field")
    assert set(overview.PAGES) == {"maps", "inside", "field", "norm", "answer"}
    assert all(any(route.topic == topic for route in ROUTES) for topic, _ in overview.PAGES.values())


def test_the_strongest_maps_are_those_of_the_highest_means():
    maps = np.stack([np.full((6, 6), value, dtype=np.float32) for value in (1.0, 5.0, np.nan, -2.0, 3.0)])
    found = strongest(7, maps, 3)
    assert found.channels == (1, 4, 0)
    assert found.means == (5.0, 3.0, 1.0)
    assert found.maps.shape == (3, 6, 6)


@pytest.mark.parametrize("shape", [(1, 56, 56), (2, 29, 31), (1, 28, 7), (1, 100, 3)])
def test_a_small_map_keeps_the_mean_of_what_it_stands_for(shape):
    maps = np.arange(np.prod(shape), dtype=np.float64).reshape(shape)
    small = shrunk(maps, 28)
    assert small.shape == (shape[0], min(28, shape[1]), min(28, shape[2]))
    assert small.min() >= maps.min()
    assert small.max() <= maps.max()
    if all(size % min(28, size) == 0 for size in shape[1:]):
        assert np.allclose(small.mean(axis=(1, 2)), maps.mean(axis=(1, 2)))


def test_the_payload_is_small_and_true_also_for_values_that_are_not_numbers():
    scene = overview.scene(chosen("resnet18"))
    sent = stage.payload(scene, home_glance_captions(), {})
    assert len(sent) < 400_000
    broken = np.full((2, 4, 4), np.nan, dtype=np.float32)
    made = strongest(0, broken, 2)
    one = stage.Scene(LAYERS, (Block("conv", "conv", 0, 1, ()),), (made,), np.zeros((2, 2, 3), np.uint8), ())
    assert b"NaN" not in stage.payload(one, home_glance_captions(), {})


def home_glance_captions():
    return {"title": "", "alt": "", "file": ""}


def test_bars_are_named_where_there_are_few():
    few = bars(["a", "b"], [1, 2], ("x", "y"), ["1", "2"])
    many = bars([str(number) for number in range(40)], list(range(40)), ("x", "y"), [""] * 40)
    assert list(few.layout.xaxis.ticktext) == ["a", "b"]
    assert many.layout.xaxis.showticklabels is False
    assert len(many.data) == len(few.data) == 1


def test_counts_are_written_in_three_figures():
    told = [costs.brief(number) for number in (0, 1296, 9999, 10_000, 36_864, 999_600, 1_814_073_344)]
    assert told == ["0", "1,296", "9,999", "10.0 k", "36.9 k", "1.00 M", "1.81 G"]
    assert costs.value(40, "memory") == "40 B"
    assert costs.value(2_138_920, "memory") == "2.14 MB"
