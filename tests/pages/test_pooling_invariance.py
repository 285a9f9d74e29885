"""What the page says of a moved picture is true: PyTorch, asked apart, says the same; no address breaks it."""

import json
import re

import numpy as np
import pytest
import torch
from torch.nn import functional

from models.images import sample, square
from models.nets.catalogue import load
from models.ops.kernels import KERNELS
from models.ops.shifting import change
from pages.pooling.invariance import words as page_words
from pages.pooling.invariance.case import Case, moved_by
from pages.pooling.invariance.part import PART, TRY
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words
from viz.stages.pooling.invariance.stage import Pair, Shown


def told(**query):
    """The sentences of the part."""
    return words(opened("pooling", part="invariance", **query))


def percents(text):
    """Changes before and after, and unchanged values before and after, as the reading says them."""
    line = next(line for line in text.splitlines() if line.startswith("Moved"))
    return [float(number) for number in re.findall(r"([\d.]+)\N{NO-BREAK SPACE}%", line)][:4]


def percent(new, old):
    return 100 * float(torch.linalg.vector_norm(new - old) / torch.linalg.vector_norm(old))


def picture_maps(name, kernel, pool, by):
    """Before and after pooling, by PyTorch, by slicing instead of padding."""
    grey = torch.tensor(np.array(square(sample(name), 34).convert("L")), dtype=torch.float64)
    rows, columns = ((torch.arange(34) - step).clamp(0, 33) for step in by)
    moved = grey[rows][:, columns]
    before = functional.conv2d(moved[None, None], torch.tensor(np.array(KERNELS[kernel]))[None, None])
    return before, pool(before)


POOLS = {"max": functional.max_pool2d, "average": functional.avg_pool2d}
SETTINGS = [
    {"kernel": "sobel right", "kind": "max", "window": "2", "direction": "right", "shift": "1"},
    {"kernel": "outline", "kind": "average", "window": "4", "direction": "right", "shift": "3"},
    {"kernel": "identity", "kind": "max", "window": "3", "direction": "down", "shift": "4"},
    {"kernel": "gaussian blur", "kind": "max", "window": "2", "direction": "diagonal", "shift": "2"},
]


@pytest.mark.parametrize("query", SETTINGS, ids=lambda query: " ".join(query.values()))
def test_the_reading_says_pytorchs_numbers(query):
    step, window = int(query["shift"]), int(query["window"])
    by = {"right": (0, step), "down": (step, 0), "diagonal": (step, step)}[query["direction"]]

    def pool(maps):
        return POOLS[query["kind"]](maps, window)

    old, new = (picture_maps("rocket", query["kernel"], pool, each) for each in ((0, 0), by))
    expected = [percent(new[0], old[0]), percent(new[1], old[1])]
    expected += [100 * float((one == other).double().mean()) for one, other in zip(new, old, strict=True)]
    assert percents(told(picture="rocket", **query)) == pytest.approx(expected, abs=0.051)


@pytest.mark.parametrize("layer", ["pool1", "pool2", "average"])
def test_a_layers_reading_says_the_networks_numbers(layer):
    network = load("cifar10")
    module, maps = network.module.get_submodule(layer), []
    handle = module.register_forward_hook(lambda _, inputs, output: maps.append((inputs[0].clone(), output.clone())))
    pixels = torch.tensor(network.picture(sample("coffee"))).permute(2, 0, 1)[None].float() / 255
    columns = (torch.arange(32) - 3).clamp(0, 31)
    with torch.inference_mode():
        network.module(network.normalize(pixels))
        network.module(network.normalize(pixels[..., columns]))
    handle.remove()
    expected = [percent(new, old) for old, new in zip(*maps, strict=True)]
    said = told(picture="coffee", source=layer, shift="3")
    assert percents(said)[:2] == pytest.approx(expected, abs=0.051)
    assert float(re.search(r"as captured in the network: .*\*\*([\d.e-]+)\*\*", said)[1]) < 1e-5


def test_a_shift_by_the_stride_moves_the_pooled_map_and_forgives_nothing():
    said = told(picture="cat", shift="2")
    assert "moved along (cells: **1**" in said
    assert "lie on each other: **0**" in said
    assert "does not fit" in told(picture="cat", shift="3")
    assert "moved along (cells: **1**" in told(picture="cat", source="pool2", shift="4", direction="diagonal")


def test_a_point_within_its_window_is_forgiven_and_beyond_it_not_at_all():
    setting = {"picture": "point", "kernel": "identity"}
    forgiven, not_forgiven = told(**setting, shift="1"), told(**setting, shift="2")
    assert percents(forgiven)[:2] == [141.4, 0.0]
    assert "what pooling forgives" in forgiven
    assert percents(not_forgiven)[:2] == [141.4, 141.4]
    assert "all is moved" in not_forgiven


def test_the_global_mean_forgives_more_than_any_window():
    after = [percents(told(source=layer, shift="2"))[1] for layer in ("pool1", "pool2", "average")]
    assert after[2] < min(after[:2]) / 2
    assert "doesn't ask where" in told(source="average", shift="2")


def test_nothing_moved_nothing_said():
    assert "Nothing has moved" in told(shift="0")


def test_a_map_that_was_zero_has_no_ratio():
    """The edge is upright: the kernel for lying ones answers nothing, before the shift and after it."""
    assert percents(told(picture="step edge", kernel="sobel bottom", shift="1"))[:2] == [0.0, 0.0]
    assert page_words.changed_share(None).startswith("(no ratio")
    assert page_words.values_of((change([0.0], [1.0]), change([1.0], [1.0])), "relative") == [None, 0.0]


def test_the_curve_draws_the_numbers_of_the_reading():
    app = opened("pooling", part="invariance", picture="cat", shift="3")
    figure = json.loads(app.get("plotly_chart")[0].proto.spec)
    drawn = [trace["y"] for trace in figure["data"]]
    assert [len(values) for values in drawn] == [5, 5]
    assert drawn[0][0] == drawn[1][0] == 0
    assert [drawn[0][3], drawn[1][3]] == pytest.approx(percents(words(app))[:2], abs=0.051)


def test_all_pooling_layers_stand_in_a_table():
    app = opened("pooling", part="invariance", source="pool1", shift="1")
    table = app.dataframe[0].value
    assert table.iloc[:, 0].tolist() == ["pool1", "pool2", "average"]
    shown = float(table.iloc[0, 4].split("\N{NO-BREAK SPACE}")[0])
    assert shown == pytest.approx(percents(words(app))[1])


@pytest.mark.parametrize(
    ("network", "sentence"),
    [("mobilenet_v2", "no pooling with windows"), ("convnext_tiny", "no pooling with windows"), ("cifar10", None)],
)
def test_a_network_without_windows_is_told_of(network, sentence):
    app = opened("pooling", part="invariance", network=network)
    notes = [note.value for note in app.info]
    assert notes == [] if sentence is None else sentence in notes[0]


@pytest.mark.parametrize(
    "query",
    [
        {"source": "nowhere"}, {"source": "pool1", "channel": "99999"}, {"source": "pool1", "channel": "-1"},
        {"shift": "5"}, {"shift": "x", "direction": "up", "kind": "min", "window": "0"}, {"kernel": "../secret"},
        {"row": "-3", "column": "9" * 400}, {"source": "average", "row": "77"}, {"measure": "{}"}, {"part": "nothing"},
    ],
    ids=str,
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    app = opened("pooling", **{"part": "invariance", **query})
    assert app.title[0].value.endswith("?")


PLACES = [
    {"picture": "coins", "kernel": "sobel bottom", "window": "3", "direction": "down", "shift": "2"},
    {"picture": "cat", "kind": "average", "window": "4", "shift": "4"},
    {"picture": "rocket", "source": "pool2", "direction": "diagonal", "shift": "3"},
    {"picture": "cat", "network": "resnet18", "source": "maxpool", "shift": "2"},
    {"picture": "cat", "network": "mobilenet_v2", "source": "adaptive_avg_pool2d", "shift": "4"},
    {"picture": "cat", "network": "densenet121", "source": "adaptive_avg_pool2d", "shift": "1"},
    {"picture": "cat", "network": "shufflenet_v2_x0_5", "source": "mean", "shift": "1"},
]


@pytest.mark.parametrize("query", PLACES, ids=lambda query: " ".join(query.values()))
def test_the_same_in_pytorch_prints_the_numbers_on_screen(query):
    app = opened("pooling", part="invariance", **query)
    snippet = next(code.value for code in app.code if "import torch" in code.value)
    shown = ran(snippet)
    printed = [float(number) for number in re.findall(r"([\d.]+) %", shown)]
    before, after, same_before, same_after = percents(words(app))
    assert printed == pytest.approx([before, same_before, after, same_after], abs=0.11)


def small_case(old, new):
    """A case of one map under a pooling by 2, with the same numbers at every shift."""
    pair = Pair(np.array(old, dtype=float), np.array(new, dtype=float))
    spans = ((0, 2),)
    return Case(Shown(pair, pair, spans, spans, ((0.5,), (0.5,))), (), (), 1, (2, 2), None, 0.0, 4)


def test_the_table_of_the_maps_holds_every_cell():
    lines = page_words.maps_table(small_case([[1, 2], [3, 4]], [[0, 0], [0, 0.5]])).splitlines()
    assert len(lines) == 1 + 2 * 4
    assert lines[4] == "before,1,1,4,0.5"


def test_moving_is_looked_for_in_whole_cells_around():
    old = np.arange(24.0).reshape(4, 6)
    found = moved_by(old, np.roll(old, 1, axis=1), (0, 3), (2, 2))
    assert (found.cells, found.whole, found.change.largest) == ((0, 1), False, 0.0)


@pytest.mark.parametrize("key", TRY)
def test_every_thing_to_try_stays_as_the_link_has_it(key):
    app = opened("pooling", **PART, **TRY[key])
    for name in ("source", "kernel", "kind", "window", "direction", "shift"):
        if name in TRY[key]:
            assert str(app.session_state[f"picked {name}"]) == TRY[key][name]
