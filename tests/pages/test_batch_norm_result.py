"""What the page says of a map normalised both ways is what PyTorch, asked apart, says; no address breaks it."""

import io
import re

import numpy as np
import pytest
import torch
from torch import nn

from models.images import sample
from models.images.variations import vary
from models.nets.catalogue import load
from models.nets.maps.batch_tensors import tensor_of
from models.ops.batch_norm import statistics
from pages.batch_norm.batch_files import tensor_bytes
from pages.batch_norm.result.case import Case
from pages.batch_norm.result.part import PART
from pages.batch_norm.result.words import affine
from pages.shell.pictures import sample_picture
from pages.shell.records import Member, Now
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words

BATCH = {"batch": "cat,coffee,rocket,cat/flip", "tensor": "bn:stage1.bn2", "channel": "5"}


def told(**query):
    return words(opened("batch_norm", part="result", **query))


def numbers(text):
    return [float(found.replace("−", "-")) for found in re.findall(r"\*\*(−?[\d.]+(?:e[+−-]\d+)?)\*\*", text)]


def line_with(said, part):
    return next(line for line in said.splitlines() if part in line)


def values_of(tensor="bn:stage1.bn2", channel=5):
    images = [sample("cat"), sample("coffee"), sample("rocket"), vary(sample("cat"), "flip")]
    return torch.tensor(tensor_of(load("cifar10"), images, tensor))[:, [channel]]


@pytest.mark.parametrize("tensor", ["bn:stage1.bn2", "stage1.conv2", "input"])
def test_the_reading_says_pytorchs_numbers(tensor):
    channel = 2 if tensor == "input" else 5
    values = values_of(tensor, channel)
    per_channel = nn.BatchNorm2d(1).train()(values).detach()
    per_location = (values - values.mean(0)) / (values.var(0, correction=0) + 1e-5).sqrt()
    apart = (per_channel - per_location)[2].abs()
    expected = [values.mean(), (values.var(correction=0) + 1e-5).sqrt(), apart.max(), apart.mean()]
    said = told(**{**BATCH, "tensor": tensor, "channel": str(channel), "shown": "rocket"})
    found = numbers(line_with(said, "the two ways differ"))
    assert found == pytest.approx([float(each) for each in expected], rel=2e-3)
    assert "values of 4 pictures" in said


def test_the_proof_is_exact_to_single_precision():
    found = numbers(line_with(told(**BATCH), "by PyTorch"))
    assert len(found) == 2
    assert max(found) < 1e-5


def test_one_picture_leaves_nothing_per_location_and_pytorch_refuses():
    said = told(**{**BATCH, "batch": "coffee"})
    assert "the whole map becomes **0**" in said
    assert "refuses" in line_with(said, "by PyTorch")
    assert "batch of one stays all zeros" in said


def test_on_the_pixels_per_channel_moves_along_exactly_and_per_location_does_not():
    said = told(**{**BATCH, "tensor": "input", "channel": "0", "cells": "4"})
    cells, before, channel, location = numbers(line_with(said, "away from its old self"))[:4]
    assert (cells, before) == (4, 0)
    assert channel < 0.1
    assert location > 0.5
    held = numbers(line_with(said, "statistics held"))
    assert held[-2] == 0
    assert held[-1] > 0.3


def test_the_shift_goes_through_the_network():
    """Two cells of a map with stride 2 are four pixels; away from the border the map has moved along."""
    said = told(**{**BATCH, "tensor": "stage2.conv1", "cells": "2"})
    assert "4 px of what the network sees (cells of this map: **2**)" in said
    assert "away from the border" in said
    before, channel, location = numbers(line_with(said, "away from its old self"))[1:4]
    assert before < 1e-4
    assert channel < location


def test_where_every_value_sees_the_border_it_is_said():
    said = told(**{**BATCH, "tensor": "stage3.conv2", "cells": "1"})
    assert "every value sees the border" in said
    assert "What is left per channel" not in said


def test_a_single_value_is_zero_either_way():
    said = told(network="mobilenet_v3_small", batch="cat", tensor="features.1.block.1.fc1")
    assert "single value behind its mean" in said
    assert line_with(said, "by PyTorch").count("refuses") == 2


def test_nothing_moved_nothing_said():
    assert "Nothing has moved" in told(**BATCH, cells="0")


@pytest.mark.parametrize(
    "query",
    [
        BATCH, {**BATCH, "tensor": "input", "channel": "1"}, {**BATCH, "tensor": "stage3.conv1", "shown": "cat/flip"},
        {"network": "resnet18", "batch": "cat,coffee", "tensor": "bn:layer2.0.bn1"},
    ],
    ids=str,
)  # fmt: skip
def test_the_same_in_pytorch_prints_the_numbers_on_screen(query):
    app = opened("batch_norm", part="result", **query)
    printed = ran(next(code.value for code in app.code if "import torch" in code.value))
    found = [float(each) for each in re.findall(r"-?\d[\d.]*(?:e[+-]?\d+)?", printed)]
    assert found == pytest.approx(numbers(line_with(words(app), "the two ways differ")), rel=2e-3, abs=1e-6)


@pytest.mark.parametrize(
    "query",
    [
        {"channel": "999"}, {"cells": "9"}, {"gamma": "nan", "beta": "x"}, {"gamma": "1e400"}, {"shown": "nobody"},
        {"row": "-1", "column": "99999"}, {"tensor": "nothing", "batch": ",,,"}, {"network": "squeezenet1_1"},
    ],
    ids=str,
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    assert opened("batch_norm", **{"part": "result", **query}).title[0].value.endswith("?")


def test_identity_is_a_thing_to_try_with_this_maps_own_numbers():
    app = opened("batch_norm", **{**PART, **BATCH})
    app.button(key="try batch_norm_result.try_identity").click().run()
    values = values_of()
    sigma = float((values.double().var(correction=0) + 1e-5).sqrt())
    assert float(np.squeeze(app.query_params["gamma"])) == pytest.approx(sigma, rel=1e-6)
    assert float(np.squeeze(app.query_params["beta"])) == pytest.approx(float(values.double().mean()), rel=1e-5)
    assert np.squeeze(app.query_params["channel"]) == "5"


def test_the_tensor_can_be_taken_along():
    members = (Member("cat", sample_picture("cat"), "", "Cat"),)
    values = np.arange(8, dtype=np.float32).reshape(1, 2, 2, 2)
    now = Now(members, "cifar10", "input", values, None)
    read = np.load(io.BytesIO(tensor_bytes(now)))
    assert np.array_equal(read["values"], values)
    assert (str(read["tensor"]), read["pictures"].tolist()) == ("input", ["cat"])


def row_of(said, start):
    """The cells of a row of the table: its parameters, and what is left per channel and per location."""
    cells = line_with(said, f"| {start}").replace("**", "").strip("|").split("|")
    parameters, *left = cells[1:]
    return int(parameters.split("=")[-1].replace(",", "")), *map(float, left)


def left_by_pytorch(values, size, axes):
    """What remains of the values after nn.BatchNorm1d over so many features, with γ = σ and β = μ over the axes."""
    flat = values.reshape(-1, size)
    variance, mean = torch.var_mean(values if len(axes) > 1 else flat, axes, correction=0)
    layer = nn.BatchNorm1d(size).train()
    with torch.no_grad():
        layer.weight.copy_((variance + 1e-5).sqrt().expand(size))
        layer.bias.copy_(mean.expand(size))
        return float((layer(flat) - flat).abs().max())


@pytest.mark.parametrize(
    ("tensor", "channels", "side", "least"), [("bn:stage1.bn2", 48, 32, 0.1), ("bn:stage3.bn2", 192, 8, 0.05)]
)
def test_a_pair_per_activation_restores_the_map_as_pytorch_does_and_a_shared_one_does_not(
    tensor, channels, side, least
):
    values = values_of(tensor)
    assert values.shape == (4, 1, side, side)
    said = told(**{**BATCH, "tensor": tensor})
    shared_count, channel, shared = row_of(said, "per feature map")
    each_count, channel_too, each = row_of(said, "per activation")
    assert (shared_count, each_count) == (2 * channels, 2 * channels * side * side)
    assert max(channel, channel_too, each) < 1e-9
    assert left_by_pytorch(values, 1, (0, 1, 2, 3)) < 1e-5
    assert left_by_pytorch(values, side * side, (0,)) < 1e-5
    assert shared == pytest.approx(left_by_pytorch(values, side * side, (0, 1, 2, 3)), rel=0.05)
    assert shared > least
    assert "Per location only the second brings the map back" in said


def test_a_map_of_one_location_has_one_activation():
    case = Case(values := np.arange(3.0).reshape(3, 1, 1, 1), 0, 1e-5, {
        way: statistics(values, way) for way in ("channel", "location")}, {}, {})  # fmt: skip
    said = affine(case, 0, 7)
    assert row_of(said, "per feature map") == row_of(said, "per activation")
    assert "both are the same" in said
