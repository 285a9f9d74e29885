"""Pointing at a unit, as a script: its numbers are those of a gradient taken by hand, and no link breaks it."""

import re

import numpy as np
import pytest
import torch

from models.images import sample
from models.nets.catalogue import load
from models.nets.receptive_field import receptive_fields
from pages.receptive_field import cached as receptive_field
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words

PART = {"part": "point"}
SQUEEZED = ("mobilenet_v3_small", "features.1.block.1.mul")
UNIT = {**PART, "layer": "stage2.conv1", "channel": "3", "row": "8", "column": "7"}


def gradient(name, layer, unit, picture="cat"):
    """|d unit / d pixel| by autograd alone, with a hook on the layer."""
    network = load(name)
    batch = network.prepare(sample(picture)).requires_grad_()
    outputs = []
    hook = network.module.get_submodule(layer).register_forward_hook(lambda *made: outputs.append(made[2].clone()))
    try:
        with torch.enable_grad():
            network.module(batch)
    finally:
        hook.remove()
    (found,) = torch.autograd.grad(outputs[0][0][unit], batch)
    return found[0].abs().sum(dim=0).double().numpy()


def pixels_holding(field, share):
    ordered = np.sort(field.ravel())[::-1]
    return int(np.searchsorted(np.cumsum(ordered), share * ordered.sum()) + 1)


def test_the_summary_says_the_box_and_what_is_used_of_it():
    said = words(opened("receptive_field", **UNIT))
    field = gradient("cifar10", "stage2.conv1", (3, 8, 7))
    assert "sees **10 × 10** pixels" in said
    assert f"half of what it uses lies in **{pixels_holding(field, 0.5)}** of them" in said
    assert f"95 % in {pixels_holding(field, 0.95)} " in said
    rows, columns = np.nonzero(field.sum(axis=1))[0], np.nonzero(field.sum(axis=0))[0]
    box = receptive_fields(load("cifar10").module, (32, 32))["stage2.conv1"].box(8, 7)
    assert (rows[0], rows[-1] + 1, columns[0], columns[-1] + 1) == (box.top, box.bottom, box.left, box.right)
    down = np.sqrt(
        np.average((np.arange(32) - np.average(np.arange(32), weights=field.sum(1))) ** 2, weights=field.sum(1))
    )
    assert f"spreads by {down:.2f} pixels up and down" in said


def test_no_pixel_outside_the_box_matters():
    said = words(opened("receptive_field", **PART, layer="stage3.conv1", channel="5", row="1", column="6"))
    assert re.search(r"\b0 of [\d,]+ pixels outside the box have a gradient other than 0", said)


def test_a_clipped_field_says_how_large_it_would_be():
    said = words(opened("receptive_field", **PART, layer="stage3.conv1", channel="5", row="0", column="0"))
    assert "Of its field of 24 × 24 the rest lies beyond the picture" in said


@pytest.mark.parametrize("layer", ["stage1.conv1", "pool1", "stage2.relu2", "stage3.bn2", "pool3", "flatten", "linear"])
def test_every_kind_of_layer_has_its_answer(layer):
    names = list(receptive_fields(load("cifar10").module, (32, 32)))
    layer = layer if layer in names else names[-1]
    said = words(opened("receptive_field", **PART, layer=layer))
    assert "sees **" in said or "not known" in said or "no pixel changes" in said


def test_the_average_is_over_all_samples():
    said = words(opened("receptive_field", **UNIT, over="average"))
    assert "Averaged over 19 pictures" in said


def test_a_unit_behind_a_closed_relu_is_said_to_depend_on_nothing():
    network = load("cifar10")
    field = network.module
    with torch.inference_mode():
        values = field.stage1(network.prepare(sample("cat")))[0]
    channel, row, column = (int(index[0]) for index in np.nonzero(values.numpy() == 0))
    unit = {"channel": str(channel), "row": str(row), "column": str(column)}
    assert "no pixel changes this unit" in words(opened("receptive_field", **PART, layer="stage1.relu2", **unit))


@pytest.mark.parametrize(
    "query",
    [{"layer": "nowhere", "channel": "9" * 300, "row": "-1", "column": "x", "over": "everything"},
     {"layer": "stage3.conv1", "channel": "5000", "row": "8"}, {"part": "../../x", "network": "vit_b_16"}],
    ids=str,
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    assert opened("receptive_field", **{**PART, **query}).title[0].value.endswith("?")


@pytest.mark.parametrize(("name", "layer"), [("cifar10", "stage2.conv2"), ("resnet18", "layer2.0.add"), SQUEEZED])
def test_the_same_in_pytorch_prints_the_numbers_on_screen(name, layer):
    unit = {**UNIT, "layer": layer, "row": "6"}
    app = opened("receptive_field", **unit, network=name, picture="rocket")
    said = words(app)
    shown = ran(next(code.value for code in app.code if "import torch" in code.value))
    half = int(re.search(r"lies in \*\*([\d,]+)\*\* of them", said)[1].replace(",", ""))
    assert f"pixels that hold half: {half}" in shown
    box = receptive_fields(load(name).module, load(name).input_size)[layer].box(6, 7)
    used = [int(number) for number in re.search(r"used: rows (\d+) to (\d+), columns (\d+) to (\d+)", shown).groups()]
    assert box.top <= used[0] <= used[1] < box.bottom
    assert box.left <= used[2] <= used[3] < box.right


def test_random_weights_are_marked():
    assert "random" in words(opened("receptive_field", **PART, network="squeezenet1_1"))


def test_a_gradient_that_is_no_number_is_called_that(monkeypatch):
    monkeypatch.setattr(receptive_field, "effective", lambda *_: np.full((32, 32), np.nan, np.float32))
    assert "not a number" in words(opened("receptive_field", **UNIT))
