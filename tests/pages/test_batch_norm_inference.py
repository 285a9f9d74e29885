"""What the page says of training and inference is true: PyTorch, asked apart, says the same; no address breaks it."""

import re

import pytest
import torch
from torch import nn

from models.images import sample
from models.nets.catalogue import load
from models.nets.maps.batch_tensors import tensor_of
from pages.batch_norm.inference.case import Channel
from pages.batch_norm.inference.part import PART, TRY
from tests.pages.snippets import ran
from tests.pages.test_batch_norm_result import line_with, numbers
from tests.pages.test_pages import opened, words

BATCH = {"batch": "cat,coffee,rocket", "tensor": "bn:stage2.bn1", "channel": "7"}
NAMES = ("cat", "coffee", "rocket")


def told(**query):
    return words(opened("batch_norm", part="inference", **query))


def trained():
    """The values of the map, and its batch norm alone, as the network has it."""
    network = load("cifar10")
    values = torch.tensor(tensor_of(network, [sample(name) for name in NAMES], "bn:stage2.bn1"))[:, [7]]
    own, layer = network.module.get_submodule("stage2.bn1"), nn.BatchNorm2d(1)
    for name in ("running_mean", "running_var", "weight", "bias"):
        getattr(layer, name).data = getattr(own, name).data[[7]].clone()
    return values, layer


def test_the_reading_says_pytorchs_numbers():
    values, layer = trained()
    kept = [float(layer.running_mean), float(layer.running_var)]
    most = (layer.eval()(values) - layer.train()(values)).abs().max()
    expected = [float(values.mean()), float(values.var(correction=0)), *kept, float(most)]
    assert numbers(line_with(told(**BATCH), "this batch has mean")) == pytest.approx(expected, rel=2e-3)


def test_the_proof_is_exact_to_single_precision():
    found = numbers(line_with(told(**BATCH), "eval mode"))
    assert len(found) == 3
    assert max(found) < 1e-5


@pytest.mark.parametrize("start", ["fresh", "layer"])
def test_five_steps_are_pytorchs_five_steps(start):
    values, layer = trained()
    layer = nn.BatchNorm2d(1) if start == "fresh" else layer
    for _ in range(5):
        layer.train()(values)
    said = told(**{**BATCH, "from": start, "steps": "5"})
    for name, kept in (("Mean", layer.running_mean), ("Variance", layer.running_var)):
        line = line_with(said, f"- {name}:")
        assert numbers(line)[0] == pytest.approx(float(kept), rel=2e-3)
    assert "Step 5, momentum 0.1" in said


def test_the_line_is_the_layer_in_eval_mode():
    values, layer = trained()
    line = line_with(told(**BATCH), "for every value of map 7")
    slope, sign, offset = re.search(r"\*\*(−?[\d.]+) · x ([+−]) ([\d.]+)\*\*", line).groups()
    straight = float(slope.replace("−", "-")) * values + float(offset) * (1 if sign == "+" else -1)
    assert (straight - layer.eval()(values)).abs().max() < 5e-3


def test_folding_changes_nothing_that_counts():
    found = line_with(told(**BATCH), "Weights of stage2.conv1")
    differences = [each for each in numbers(found) if each < 1]
    assert len(differences) == 2
    assert max(differences) < 1e-4
    assert found.count("**3 of 3**") == 2


def test_a_batch_norm_that_follows_no_convolution_is_called_that():
    network = "densenet121"
    said = told(network=network, batch="cat,coffee", tensor="bn:features.denseblock1.denselayer1.norm1")
    assert "cannot be folded into one" in said


def test_where_no_layer_reads_the_tensor_a_fresh_one_stands_in():
    app = opened("batch_norm", part="inference", **{**BATCH, "tensor": "input", "channel": "1"})
    assert any("stands in" in note.value for note in app.info)
    assert Channel() == Channel(0.0, 1.0, 1.0, 0.0, 1e-5, 0.1)
    assert "no layer here to fold" in words(app)


def test_pixels_of_pictures_go_together_and_drawn_ones_do_not():
    real, drawn = numbers(line_with(told(**BATCH), "right neighbour"))
    assert real > 0.5
    assert abs(drawn) < 0.05
    assert "every drawn picture is that picture" in told(**{**BATCH, "batch": "cat"})


@pytest.mark.parametrize("query", [BATCH, {**BATCH, "from": "layer"}, {**BATCH, "tensor": "input", "channel": "1"}])
def test_the_same_in_pytorch_prints_the_numbers_on_screen(query):
    app = opened("batch_norm", part="inference", **query)
    printed = ran(next(code.value for code in app.code if "import torch" in code.value)).splitlines()
    said = words(app)
    most = float(printed[0].split()[-1])
    assert most == pytest.approx(numbers(line_with(said, "this batch has mean"))[-1], rel=2e-3)
    mean, variance = (float(each) for each in re.findall(r"-?\d[\d.]*(?:e-?\d+)?", printed[1]))
    assert mean == pytest.approx(numbers(line_with(said, "- Mean:"))[0], rel=2e-3, abs=1e-6)
    assert variance == pytest.approx(numbers(line_with(said, "- Variance:"))[0], rel=2e-3)
    assert float(printed[2].split()[-1]) < 1e-5


@pytest.mark.parametrize(
    "query",
    [
        {"from": "nowhere", "steps": "-3"}, {"steps": "1e9"}, {"seed": "x" * 50}, {"seed": "−1"}, {"channel": "x"},
        {"row": "77", "column": "-2"}, {"tensor": "input", "from": "layer"}, {"network": "squeezenet1_1"},
    ],
    ids=str,
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    app = opened("batch_norm", **{"part": "inference", "batch": "cat,coffee", **query})
    assert app.title[0].value.endswith("?")


@pytest.mark.parametrize("key", TRY)
def test_every_thing_to_try_stays_as_the_link_has_it(key):
    app = opened("batch_norm", **PART, **TRY[key])
    for name in ("tensor", "from", "steps"):
        if name in TRY[key]:
            assert str(app.session_state[f"picked {name}"]) == TRY[key][name]


def test_a_dark_batch_is_farther_from_what_the_layer_has_kept():
    dark, mixed = (numbers(line_with(told(**TRY[key]), "this batch has mean")) for key in ("try_single", "try_early"))
    assert abs(dark[1] / dark[3] - 1) > abs(mixed[1] / mixed[3] - 1)
