"""Layers on the way say what the recurrence says, browser and Python find the same boxes, and no word is trusted."""

import json
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given as supposing
from hypothesis import strategies as st

from models.nets.catalogue import load
from models.nets.receptive_field import receptive_fields
from models.ops.receptive_field import Axis
from pages.receptive_field.growth.rungs import rungs, start_of
from tests.viz.node import told_by
from viz.ink.curves import depth_curves
from viz.stages.kernel.cell import within
from viz.stages.receptive_field.growth.stage import Branches, GrowthView, Other, Same, Units, Window, payload

SCRIPT = Path(__file__).parent / "growth_cases.mjs"
START = GrowthView("pool1", 16, 16)
NAMES = ("conv1", "pool1")


def test_the_bundled_ladder_grows_as_the_recurrence_says():
    stops = [rung for rung in rungs("cifar10") if rung.fresh]
    assert [rung.size[0] for rung in stops] == [3, 5, 6, 10, 14, 16, 24, 32, 32]
    assert [rung.scope for rung in stops] == ["exact"] * 8 + ["whole image"]
    assert start_of("cifar10") == "stage3.conv2"


def test_a_window_that_is_shown_adds_up_to_the_field():
    """r ← 6 + 1·(3 − 1)·2 = 10, S ← 2·1, P ← 2 + 1·2."""
    rung = next(rung for rung in rungs("cifar10") if rung.name == "stage2.conv1")
    assert isinstance(rung.how, Window)
    assert rung.how.source == "pool1"
    assert rung.how.before == (Axis(6, 2, 2),) * 2
    assert rung.how.result() == rung.axes == (Axis(10, 2, 4),) * 2


@pytest.mark.parametrize("network", ["cifar10", "resnet18", "inception_v3", "mobilenet_v3_small"])
def test_every_rung_is_described_truly_or_not_at_all(network):
    exact = [rung for rung in rungs(network) if rung.scope == "exact"]
    axes = {rung.name: rung.axes for rung in rungs(network)} | {"": (Axis(1, 1, 0),) * 2}
    for rung in exact:
        if isinstance(rung.how, (Window, Branches)):
            assert rung.how.result() == rung.axes, rung.name
        elif isinstance(rung.how, Same):
            assert axes[rung.how.source] == rung.axes, rung.name
    assert not [rung.name for rung in exact if isinstance(rung.how, Other)]


def test_branches_name_what_meets():
    met = next(rung for rung in rungs("resnet18") if rung.name == "layer3.0.add")
    assert [(name, axes[0].size) for name, axes in met.how.fields] == [
        ("layer3.0.bn2", 147),
        ("layer3.0.downsample.1", 99),
    ]


def test_squeeze_and_excitation_keeps_the_size_through_windows():
    way = {rung.name: rung for rung in rungs("mobilenet_v3_small")}
    scaled = way["features.1.block.1.mul"]
    assert (scaled.scope, scaled.size, scaled.through) == ("whole image", (224, 224), (7, 7))
    assert way["features.2.block.1.0"].fresh
    assert not way["features.4.block.2.fc1"].fresh


@pytest.mark.parametrize("network", ["cifar10", "resnet18", "squeezenet1_1"])
def test_browser_and_python_find_the_same_boxes(network, tmp_path):
    picture = load(network).input_size
    way = rungs(network)
    pixels = list(product((0, 1, picture[0] // 3, picture[0] - 1), (0, picture[1] // 2, picture[1] - 2)))
    (tmp_path / "payload").write_bytes(payload(way, np.zeros((*picture, 3), np.uint8), {}, {}))
    (tmp_path / "pixels.json").write_text(json.dumps(pixels))
    for rung, boxes in zip(way, told_by(SCRIPT, tmp_path / "payload", tmp_path / "pixels.json"), strict=True):
        for pixel, box in zip(pixels, boxes, strict=True):
            expected = rung.box(*pixel, picture)
            found = None if box is None else (box["top"], box["left"], box["bottom"], box["right"])
            assert found == expected, (rung.name, pixel)


def test_the_box_is_the_one_of_the_unit_it_names():
    picture = (224, 224)
    fields = receptive_fields(load("resnet18").module, picture)
    for rung in rungs("resnet18"):
        for pixel in ((0, 0), (100, 37), (223, 223)):
            box = fields[rung.name].box(*rung.unit(*pixel))
            assert rung.box(*pixel, picture) == (box.top, box.left, box.bottom, box.right)


@supposing(pixel=st.integers(0, 60), stride=st.integers(1, 9), size=st.integers(1, 30), padding=st.integers(0, 12))
def test_no_other_unit_is_nearer(pixel, stride, size, padding):
    centres = np.arange(7) * stride - padding + (size - 1) / 2
    units = Units(np.zeros(7, int), np.ones(7, int), centres)
    chosen = units.at(pixel)
    assert abs(centres[chosen] - pixel) == np.abs(centres - pixel).min()
    assert not (np.abs(centres[:chosen] - pixel) <= abs(centres[chosen] - pixel)).any()


WILD = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9), st.lists(st.integers()))


@supposing(said=st.dictionaries(st.sampled_from(["layer", "row", "column", "every", "else"]), WILD))
def test_whatever_is_said_a_legal_view_comes_out(said):
    view = START.read(said, {**within((32, 24)), "layers": NAMES})
    assert view.layer in NAMES
    assert 0 <= view.row < 32
    assert 0 <= view.column < 24
    assert isinstance(view.every, bool)


@pytest.mark.parametrize("said", [None, 3, "text", [], {"layer": "../x", "row": "32", "column": "-1", "every": "2"}])
def test_nonsense_is_the_start(said):
    assert START.read(said, {**within((32, 32)), "layers": NAMES}) == START


def test_a_proper_view_is_taken():
    said = {"layer": "conv1", "row": "3", "column": 31, "every": "true"}
    assert START.read(said, {**within((32, 32)), "layers": NAMES}) == GrowthView("conv1", 3, 31, every=True)


def test_the_curve_holds_every_layer_the_picture_and_gaps():
    lines = {"size": [3.0, 5.0, None], "stride": [1.0, 2.0, None]}
    figure = depth_curves(["a", "b", "c"], lines, ("picture: 32", 32.0), ("layer", "pixels"), marked=1)
    assert [list(trace.y) for trace in figure.data] == list(lines.values())
    assert list(figure.data[0].x) == [1, 2, 3]
    assert list(figure.data[0].customdata) == ["a", "b", "c"]
    assert sorted(shape.y0 for shape in figure.layout.shapes) == [0, 32]
    assert [shape.x0 for shape in figure.layout.shapes if shape.y0 == 0] == [2]
    assert figure.layout.annotations[0].y == pytest.approx(np.log10(32))
    assert list(figure.layout.yaxis.tickvals) == [1, 2, 4, 8, 16, 32, 64]
