"""The head of the batch norm parts, and the part about statistics: true numbers, no word of a browser on trust."""

import csv
import io
import json
import re
from decimal import Decimal

import numpy as np
import pytest
import torch
from PIL import Image

from models.images import sample
from models.images.variations import variations, vary
from models.nets.catalogue import load
from models.nets.maps.batch_tensors import tensor_of
from pages.batch_norm.members import keys
from pages.batch_norm.statistics import words as page_words
from pages.batch_norm.statistics.part import PART, TRY
from pages.shell.records import Now
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words
from viz.stages.batch_norm.statistics.stage import Captions, Sides, StatisticsView, payload, start_of
from viz.stages.kernel.cell import within
from viz.stages.kernel.payload import HIGHEST_LEVEL


def told(**query):
    return words(opened("batch_norm", part="statistics", **query))


def values_of(text, tensor, network="cifar10"):
    images = [vary(sample(key.split("/")[0].replace(" ", "_")), "".join(key.split("/")[1:])) for key in text.split(",")]
    return torch.tensor(tensor_of(load(network), images, tensor)).double()


def test_the_reading_says_the_batchs_numbers():
    batch = "cat,coffee/flip,brick wall"
    said = told(batch=batch, tensor="stage3.conv1", channel="7")
    values = values_of(batch, "stage3.conv1")
    assert "**192 means**, each from 3 × 8 × 8 = **192** values" in said
    assert "**12,288 means**, each from **3**" in said
    total, within, between = (float(number) for number in re.search(
        r"Map 7: per-channel variance \*\*([\d.]+)\*\* = ([\d.]+) \(.*?\) \+ ([\d.]+)", said).groups())  # fmt: skip
    means = values[:, 7].mean(0)
    assert total == pytest.approx(float(values[:, 7].var(correction=0)), rel=1e-3)
    assert within == pytest.approx(float(values[:, 7].var(0, correction=0).mean()), rel=1e-3)
    assert between == pytest.approx(float(means.var(correction=0)), rel=1e-2)
    assert within + between == pytest.approx(total, abs=1e-12)


def test_the_split_of_the_variance_is_numpys_and_adds_up_as_written():
    batch = "cat,coffee,rocket,coins,astronaut"
    said = told(batch=batch, channel="5", tensor="stage2.conv1")
    values = values_of(batch, "stage2.conv1")[:, 5].numpy().reshape(5, -1)
    grand, of_picture, of_location = values.mean(), values.mean(1, keepdims=True), values.mean(0)
    effects = ((of_picture - grand) ** 2, (of_location - grand) ** 2, (values - of_picture - of_location + grand) ** 2)
    expected = [float(effect.mean()) for effect in effects]
    rows = [re.search(rf"\| {name}.*? \| ([\d.]+) \| ([\d.]+) % \|", said).groups() for name in ROWS]
    assert [float(variance) for variance, _ in rows[:3]] == pytest.approx(expected, rel=2e-3)
    assert [float(share) for _, share in rows[:3]] == pytest.approx(
        [100 * each / sum(expected) for each in expected], abs=0.06
    )
    for column in (0, 1):
        *parts, total = (Decimal(row[column]) for row in rows)
        assert sum(parts) == total
    within, between = re.search(r"\*\*([\d.]+) %\*\* of it remains.*?\*\*([\d.]+) %\*\* is between", said).groups()
    assert (Decimal(within), between) == (Decimal(rows[0][1]) + Decimal(rows[2][1]), rows[1][1])


def test_equal_values_have_no_variance_to_split():
    now = Now((), "cifar10", "input", np.full((2, 1, 3, 3), 4, dtype=np.float32), None)
    assert "its variance is 0" in page_words.identity(now, 0)


def test_the_proof_is_exact_to_rounding():
    line = next(line for line in told().splitlines() if "torch.var_mean" in line)
    differences = [float(number) for number in re.findall(r"difference[a-z ]*\*\*([\d.e-]+)\*\*", line)]
    assert len(differences) == 2
    assert max(differences) < 1e-4


def test_a_page_begins_with_sixteen_pictures():
    assert "each from 16 × 16 × 16" in told()


@pytest.mark.parametrize(
    "query",
    [
        {"batch": "nobody,../../etc/passwd,cat/unknown,cat/"}, {"batch": ","}, {"tensor": "nowhere"},
        {"tensor": "bn:stage1.conv1"}, {"channel": "99999", "row": "-1", "column": "x"}, {"size": "0"},
        {"size": "65", "grid": "{}", "scope": "all"}, {"batch": "upload 1,upload 7/flip"}, {"network": "nothing"},
    ],
    ids=str,
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    assert "each from 16 ×" in told(**query)


def test_what_is_known_of_a_batch_stays_when_the_rest_isnt():
    app = opened("batch_norm", part="statistics", batch="cat,upload 3,coffee/dark,nix")
    assert "each from 2 × 16 × 16" in words(app)
    assert "left out here: 1" in app.info[0].value


def test_a_batch_holds_each_picture_once_and_at_most_64():
    assert keys("cat, coffee,cat,,coffee/flip", 64) == ("cat", "coffee", "coffee/flip")
    assert len(keys(",".join(map(str, range(99))), 64)) == 64


def test_a_batch_of_64_is_filled_and_cut():
    app = opened("batch_norm", part="statistics")
    next(button for button in app.button if button.key == "batch set full").click().run()
    assert not app.exception
    assert "each from 64 × 16 × 16" in words(app)
    next(button for button in app.button if button.key == "batch set only").click().run()
    assert "each from 1 × 16 × 16" in words(app)
    assert "One picture, B = 1" in app.info[0].value


def test_one_picture_more_and_no_more_than_once():
    app = opened("batch_norm", part="statistics", batch="cat")
    app.selectbox(key="batch picture").set_value("coffee").run()
    app.selectbox(key="batch variation").set_value("flip+dark").run()
    app.button(key="batch add").click().run()
    assert app.query_params["batch"] == "cat,coffee/flip+dark"
    assert app.button(key="batch add").disabled


def png(size, mode="RGB"):
    file = io.BytesIO()
    noise = np.random.default_rng(size[0]).integers(0, 256, (size[1], size[0], 3), dtype=np.uint8)
    Image.fromarray(noise).convert(mode).save(file, "PNG")
    return file.getvalue()


def test_several_uploads_at_once_and_a_broken_one_is_named_and_left_out():
    app = opened("batch_norm", part="statistics", batch="cat")
    files = [
        ("wide.png", png((90, 30)), "image/png"), ("broken [x].png", png((40, 40))[:200], "image/png"),
        ("grey.png", png((33, 57), "L"), "image/png"), ("words.txt", b"no picture", "text/plain"),
    ]  # fmt: skip
    app.file_uploader(key="batch upload").set_value(files).run()
    assert not app.exception
    assert "each from 3 × 16 × 16" in words(app)
    shown = [text.value for text in app.text]
    assert any("broken" in text for text in shown)
    assert any("words.txt" in text for text in shown)
    assert len(app.warning) == 2


def test_a_network_without_batch_norm_says_so_and_offers_one():
    app = opened("batch_norm", part="statistics", network="squeezenet1_1", batch="cat,coffee")
    assert "squeezenet1_1 has no batch norm" in app.info[0].value
    assert "**64 means**" in words(app)
    app.button(key="batch network").click().run()
    assert not app.exception
    assert "**96 means**" in words(app)


def test_a_tensor_too_large_for_the_batch_is_cut_and_said():
    batch = ",".join(f"cat/{name}" for name in variations()[:24])
    app = opened("batch_norm", part="statistics", network="resnet18", tensor="conv1", batch=batch)
    assert "first 20 of the 24 pictures" in app.info[0].value
    assert "each from 20 × 112 × 112" in words(app)


def test_maps_of_one_place_and_one_picture_are_refused_by_pytorch():
    app = opened("batch_norm", part="statistics", network="mobilenet_v3_small", batch="cat", tensor=POINT)
    assert "PyTorch's BatchNorm2d refuses" in app.info[0].value
    assert "refuses a single value" in words(app)
    with pytest.raises(ValueError, match="more than 1 value"):
        torch.nn.BatchNorm2d(3)(torch.zeros(1, 3, 1, 1))


ROWS = ("pictures", "locations", "interaction", "all")
POINT = "features.1.block.1.fc1"


@pytest.mark.parametrize(("size", "rest"), [("1", "B = 1"), ("64", None)])
def test_the_slider_of_batch_sizes(size, rest):
    app = opened("batch_norm", part="statistics", size=size)
    found = re.search(r"In batches of \*\*(\d+)\*\*.*?±\*\*([\d.]+)\*\*.*?±\*\*([\d.]+)\*\*", words(app))
    assert found[1] == size
    assert float(found[2]) < float(found[3])
    figure = json.loads(app.get("plotly_chart")[0].proto.spec)
    assert len(figure["data"]) == 4
    notes = [note.value for note in app.info]
    assert notes == [] if rest is None else rest in notes[0]


def test_the_scatter_is_that_of_the_pictures_means():
    batch = "cat,coffee,rocket,coins"
    values = values_of(batch, "input")[:, 1]
    found = re.search(
        r"±\*\*([\d.]+)\*\*.*?±\*\*([\d.]+)\*\*", told(batch=batch, tensor="input", channel="1", size="4")
    )
    assert float(found[1]) == pytest.approx(float(values.mean((1, 2)).std(correction=0)) / 2, rel=1e-3)
    assert float(found[2]) == pytest.approx(float(values.var(0, correction=0).mean() / 4) ** 0.5, rel=1e-3)


@pytest.mark.parametrize(
    "query",
    [
        {"batch": "cat,coffee,cat/flip", "tensor": "bn:stage1.bn2", "channel": "3"},
        {"tensor": "input", "channel": "2"},
        {"batch": "cat/shift 2,brick wall", "tensor": "stage2.conv1", "channel": "95"},
        {"network": "densenet121", "batch": "cat,coins", "tensor": "bn:features.denseblock1.denselayer2.norm1"},
    ],
    ids=str,
)
def test_the_same_in_pytorch_prints_the_numbers_on_screen(query):
    app = opened("batch_norm", part="statistics", **query)
    snippet = next(code.value for code in app.code if "import torch" in code.value)
    shown = ran(snippet)
    said = words(app)
    effective = re.search(r"= \*\*([\d,]+)\*\* values", said)[1]
    assert f"from {effective} values each" in shown
    printed = [float(number) for number in re.search(r"variance (\S+) = (\S+) \+ (\S+)", shown).groups()]
    shown = re.search(r"variance \*\*([\d.]+)\*\* = ([\d.]+) \(.*?\) \+ ([\d.]+)", said).groups()
    for one, other in zip(printed, shown, strict=True):
        assert one == pytest.approx(float(other), abs=1.01 * 10.0 ** -len(other.partition(".")[2]))


@pytest.mark.parametrize("key", TRY)
def test_every_thing_to_try_is_a_state_of_the_page(key):
    app = opened("batch_norm", **PART, **TRY[key])
    query = TRY[key]
    assert app.selectbox(key="picked tensor").value == query["tensor"]
    assert f"each from {len(query['batch'].split(','))} ×" in words(app)


def test_the_worked_example_of_sixteen_numbers():
    """0…15 as (2, 2, 2, 2): 17.25 = 16 + 1.25 in both channels, and no interaction."""
    now = Now((), "cifar10", "input", np.arange(16, dtype=np.float32).reshape(2, 2, 2, 2), None)
    shown = page_words.sides(now)
    rows = list(csv.reader(io.StringIO(page_words.channels_table(now, shown))))
    assert rows[1][1:] == ["5.5", "17.25", "16", "1.25", "16", "0"]
    assert rows[2][1:] == ["9.5", "17.25", "16", "1.25", "16", "0"]
    kept = np.load(io.BytesIO(page_words.arrays(now, shown)))
    assert kept["location_mean"][0].tolist() == [[4, 5], [6, 7]]
    assert (kept["location_variance"] == 16).all()


def test_a_view_is_brought_into_bounds():
    shape = (4, 6, 8)
    start, bounds = start_of(shape), within(shape)
    said = {"channel": 3, "row": "5", "column": 7, "grid": "deviations", "scope": "map"}
    assert start.read(said, bounds) == StatisticsView(3, 5, 7, "deviations", "map")
    said = {"channel": 4, "row": -1, "column": True, "grid": [], "scope": None}
    assert start.read(said, bounds) == StatisticsView(0, 3, 4)
    assert start.read("nonsense", bounds) == StatisticsView(0, 3, 4)


def test_what_the_stage_is_sent_holds_the_values_to_four_digits():
    maps = np.random.default_rng(0).normal(size=(3, 5, 4)).astype(np.float32)
    sides = Sides(maps.mean(axis=(1, 2)), maps.std(axis=(1, 2)), maps, np.abs(maps), None, None)
    packed = payload(sides, Captions("", "", ""), {})
    size = int.from_bytes(packed[:4], "little")
    header = json.loads(packed[4 : 4 + size])
    base = -(-(4 + size) // 8) * 8

    def plane(name, kind):
        about = header["planes"][name]
        count = int(np.prod(about["shape"]))
        return np.frombuffer(packed, kind, count, base + about["offset"]).reshape(about["shape"])

    codes, low, step = (plane(f"means_{part}", kind) for part, kind in (("codes", "u2"), ("low", "f4"), ("step", "f4")))
    assert codes.max() <= HIGHEST_LEVEL
    assert low[:, None, None] + codes * step[:, None, None] == pytest.approx(maps, abs=1e-4)
    assert "running_mean" not in header["planes"]
