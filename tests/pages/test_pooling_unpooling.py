"""What the page says of the ways back is true: PyTorch, asked apart, says the same; no address breaks it."""

import re

import numpy as np
import pytest
import torch
from torch.nn import functional

from models.images import sample, square
from models.nets.capture import capture
from models.nets.catalogue import load
from models.ops.enlarging import loss, stamp, ways_back
from pages.pooling.unpooling import words as page_words
from pages.pooling.unpooling.case import Case
from pages.pooling.unpooling.part import PART, TRY
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words


def told(**query):
    """The sentences of the part."""
    return words(opened("pooling", part="unpooling", **query))


def errors(original, window, *, align_corners=False):
    """Mean absolute errors of the three ways without weights, by PyTorch."""
    original = torch.tensor(original)[None, None]
    pooled, places = functional.max_pool2d(original, window, return_indices=True)
    size = original.shape[2:]
    found = {
        "unpooling": functional.max_unpool2d(pooled, places, window),
        "nearest": functional.interpolate(pooled, size=size, mode="nearest"),
        "bilinear": functional.interpolate(pooled, size=size, mode="bilinear", align_corners=align_corners),
    }
    return {name: float((restored - original).abs().mean()) for name, restored in found.items()}


def reading(text):
    """The best and the worst way, with their errors, and the share that unpooling has right."""
    ends = r"\*\*(\w+)\*\* has the smallest mean absolute error \(\*\*([\d.]+)\*\*\), (\w+) the largest \(([\d.]+)\)"
    best, low, worst, high = re.search(ends, text).groups()
    right = re.search(r"positions has \*\*([\d.]+)", text)[1]
    return best.lower(), float(low), worst, float(high), float(right)


@pytest.mark.parametrize("window", [2, 3, 4])
def test_the_reading_says_pytorchs_errors(window):
    grey = np.array(square(sample("coffee"), 24).convert("L")).astype(float)
    expected = errors(grey, window)
    best, low, worst, high, right = reading(told(picture="coffee", window=str(window)))
    assert low == pytest.approx(min(expected.values()), rel=1e-3)
    assert expected[best] == pytest.approx(low, rel=1e-3)
    assert worst == "unpooling"  # of a picture with little black in it
    assert high == pytest.approx(expected["unpooling"], rel=1e-3)
    assert right >= 100 / window**2 - 0.1


@pytest.mark.parametrize(("picture", "window"), [("coffee", 2), ("digit", 2), ("digit", 4)])
def test_of_each_window_one_value_is_kept_and_others_return_where_the_guess_is_right(picture, window):
    original = torch.tensor(np.array(square(sample(picture), 24).convert("L")).astype(float))[None, None]
    pooled, places = functional.max_pool2d(original, window, return_indices=True)
    restored = functional.max_unpool2d(pooled, places, window)
    kept = torch.zeros(original.numel(), dtype=torch.bool)
    kept[places.flatten()] = True
    back, cells = restored.flatten(), original.flatten()
    assert kept.sum() == original.numel() / window**2
    assert (back[kept] == cells[kept]).all()
    assert (back[~kept] == 0).all()
    by_luck = int((cells[~kept] == 0).sum())
    said = told(picture=picture, window=str(window))
    assert reading(said)[4] == pytest.approx(100 * (int(kept.sum()) + by_luck) / original.numel(), abs=0.051)
    assert f"Of {original.numel()} values {int(kept.sum())} are left, one of each {window} × {window} window" in said
    assert (
        "of each window only one value was kept, and the others return only where the guess happens to be right" in said
    )
    assert (by_luck > 0) == (picture == "digit")


def test_a_map_of_the_network_is_its_own():
    network = load("cifar10")
    maps = capture(network, network.prepare(sample("cat")))["stage1.relu2"].values[0].astype(float)
    expected = errors(maps[5], 2, align_corners=True)
    said = told(picture="cat", source="stage1.relu2", channel="5", corners="corners")
    expected["transposed"] = expected["nearest"]  # stamps copies
    best, low, worst, high, _ = reading(said)
    assert (low, high) == pytest.approx((expected[best], expected[worst]), rel=1e-3)
    assert (low, high) == pytest.approx((min(expected.values()), max(expected.values())), rel=1e-3)
    assert "Of 1,024 values 256 are left" in said


def test_copies_are_nearest_and_tents_bilinear_inside():
    assert "the same as nearest: largest difference **0**" in told(stamp="copy")
    assert "largest difference inside **0**" in told(stamp="tent", window="3")
    aligned = told(stamp="tent", corners="corners")
    assert "not the one between corners" in aligned
    assert "largest difference inside **0**" not in aligned
    assert "checkerboard" in told(stamp="uneven")


def test_the_proof_holds_to_single_precision():
    for query in ({}, {"stamp": "uneven", "window": "4"}, {"source": "stage2.relu2", "stamp": "tent"}):
        line = next(line for line in told(**query).splitlines() if line.startswith("Pooled and brought back"))
        assert float(re.search(r"\*\*([\d.e-]+)\*\*", line)[1]) < 1e-4


def test_what_fills_no_window_is_said():
    assert "The last 2 rows and 2 columns" in told(source="stage1.relu2", window="3")
    assert "filled no window" not in told(source="stage1.relu2", window="4")


@pytest.mark.parametrize(("network", "count"), [("mobilenet_v2", 0), ("cifar10", 2), ("resnet18", 1)])
def test_sources_are_the_maps_before_pooling_with_windows(network, count):
    app = opened("pooling", part="unpooling", network=network)
    assert len(app.selectbox(key="picked source").options) == 1 + count
    assert bool(app.info) == (count == 0)


@pytest.mark.parametrize(
    "query",
    [
        {"source": "nowhere"}, {"source": "stage1.relu2", "channel": "48"}, {"window": "1", "stamp": "magic"},
        {"window": "9" * 300}, {"corners": "True"}, {"row": "24", "column": "-1", "look": "<b>"}, {"look": "errors"},
        {"source": "input", "channel": "x"},
    ],
    ids=str,
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    app = opened("pooling", part="unpooling", **query)
    assert "Difference" not in words(app)
    assert app.title[0].value.endswith("?")


PLACES = [
    {"picture": "digit", "stamp": "uneven"},
    {"picture": "cat", "window": "3", "stamp": "tent", "corners": "corners"},
    {"picture": "rocket", "source": "stage1.relu2", "window": "3", "stamp": "copy"},
    {"picture": "cat", "network": "resnet18", "source": "relu", "window": "4", "stamp": "tent"},
]


@pytest.mark.parametrize("query", PLACES, ids=lambda query: " ".join(query.values()))
def test_the_same_in_pytorch_prints_the_numbers_on_screen(query):
    app = opened("pooling", part="unpooling", **query)
    snippet = next(code.value for code in app.code if "import torch" in code.value)
    shown = ran(snippet)
    printed = {
        name: (float(error), float(exact))
        for name, error, exact in re.findall(r"(\w+): mean error ([\d.e-]+), exact ([\d.]+) %", shown)
    }
    best, low, _, high, right = reading(words(app))
    assert len(printed) == 4
    assert min(error for error, _ in printed.values()) == pytest.approx(low, rel=2e-3)
    assert max(error for error, _ in printed.values()) == pytest.approx(high, rel=2e-3)
    assert printed["unpooled"][1] == pytest.approx(right, abs=0.11)
    assert printed.get(best, (low, 0))[0] == pytest.approx(low, rel=2e-3)


def test_the_table_holds_every_cell_of_every_way():
    ways = ways_back(np.arange(16.0).reshape(4, 4), 2)
    losses = {"nearest": loss(ways.original, ways.nearest)}
    lines = page_words.table(Case(ways, stamp("copy", 2), losses, (0, 0), 0.0)).splitlines()
    assert lines[0] == "row,column,original,nearest,bilinear,unpooled,transposed"
    assert len(lines) == 17
    assert lines[1] == "0,0,0,5,5,0,5"
    assert lines[6] == "1,1,5,5,7.5,5,5"


@pytest.mark.parametrize("key", TRY)
def test_every_thing_to_try_stays_as_the_link_has_it(key):
    app = opened("pooling", **PART, **TRY[key])
    for name in set(TRY[key]) - {"picture"}:
        assert str(app.session_state[f"picked {name}"]) == TRY[key][name]
