"""What the part says of a stack is what PyTorch makes of it; impossible stacks are explained; no address breaks it."""

import re

import pytest
import torch
from torch import nn

from models.ops.receptive_field import STACKS
from pages.receptive_field.build.case import steps_of, ways
from pages.receptive_field.build.files import table
from pages.receptive_field.build.part import TRY
from pages.receptive_field.build.words import digits
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words
from viz.stages.receptive_field.build.view import PRESETS, read_stack


def build(**query):
    return opened("receptive_field", part="build", **query)


def preset(name):
    stack, size = PRESETS[name]
    return {"stack": stack, "size": str(size)}


FIELDS = {"three_3x3": 7, "one_7x7": 7, "dilated_1_2_4": 15, "dilated_2_2_2": 13, "lenet": 16, "alexnet": 195,
          "vgg16": 212, "resnet18": 435, "ten_3x3": 21}  # fmt: skip


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_sees_what_the_facts_say(name):
    layers = read_stack(PRESETS[name][0])
    assert steps_of(layers, PRESETS[name][1])[-1].field.size == FIELDS[name]


@pytest.mark.parametrize("name", ["three_3x3", "lenet", "resnet18"])
def test_the_reading_says_the_field_and_the_output(name):
    layers = [
        nn.Conv2d(1, 1, one.kernel, one.stride, one.padding, one.dilation)
        if one.kind == "convolution"
        else nn.MaxPool2d(one.kernel, one.stride, one.padding, one.dilation)
        for one in read_stack(PRESETS[name][0])
    ]
    with torch.inference_mode():
        output = nn.Sequential(*layers)(torch.zeros(1, 1, PRESETS[name][1], PRESETS[name][1])).shape[2]
    said = words(build(**preset(name)))
    assert f" sees **{FIELDS[name]} × {FIELDS[name]}** pixels" in said
    assert f"becomes maps of **{output} × {output}**" in said


def test_three_small_kernels_against_one_large():
    assert "have **27** weights for each pair of channels; one convolution of 7 × 7" in words(
        build(**preset("three_3x3"))
    )
    assert "one convolution has **49** weights" in words(build(**preset("one_7x7")))


def test_gaps_are_counted():
    assert "Of the 169 pixels of its field it reads **49**" in words(build(**preset("dilated_2_2_2")))
    assert "It reads every one of these 225 pixels" in words(build(**preset("dilated_1_2_4")))


def test_ten_layers_spread_as_the_formula_says():
    assert "√(10 · (3² − 1) / 12) = **2.582**" in words(build(**preset("ten_3x3")))


@pytest.mark.parametrize("name", ["alexnet", "resnet18", "dilated_2_2_2"])
def test_the_proof_is_exact(name):
    said = words(build(**preset(name)))
    assert f"reaches {FIELDS[name]} pixels a side" in said
    assert re.search(r"share of the largest number: (0|[\d.]+e-1[5-9])\.", said)


@pytest.mark.parametrize(
    ("stack", "reason"),
    [("c3s1p0d1-c11s1p0d4", r"Layer 2 can't stand here: its kernel reaches over 41 .* only 6 \(size 6 \+ 2 × 0\)"),
     ("c3s1p1d1-m3s2p1d1-m2s2p2d1", r"Layer 3 can't stand here: pooling takes at most half .* 1 for a kernel of 2")],
)  # fmt: skip
def test_an_impossible_stack_is_explained_and_its_layer_named(stack, reason):
    said = words(build(stack=stack, size="8"))
    assert "can't be built" in said
    assert re.search(reason, said)


def test_a_field_that_is_too_large_is_told_of():
    said = words(build(stack="-".join(["c11s4p5d4"] * 20), size="256"))
    assert "too large" in said
    assert "asked only up to 512" in said


def test_more_ways_than_can_be_counted_are_told_of():
    stack = "-".join(["c11s1p5d1"] * 24)
    assert ways(read_stack(stack)) is None
    assert "too many" in words(build(stack=stack, size="64"))


def test_a_field_larger_than_the_picture_is_said():
    assert "more than the whole picture of 224 pixels" in words(build(**preset("resnet18")))


def test_the_recurrence_stands_with_its_numbers():
    found = build(**preset("vgg16")).dataframe[0].value
    assert found.iloc[2, 2] == "5 + 1 × (2 − 1) × 1 = 6"
    assert found.iloc[-1, 2] == "196 + 1 × (2 − 1) × 16 = 212"
    assert found.iloc[-1, 3] == "16 × 2 = 32"
    assert found.iloc[-1, 5] == "⌊(14 + 2 × 0 − 1 × (2 − 1) − 1) / 2⌋ + 1 = 7"
    for line in found.to_numpy():
        for cell in line[2:5]:
            sum_, result = cell.replace("−", "-").replace("×", "*").split(" = ")
            assert eval(sum_) == int(result)  # noqa: S307, our own arithmetic


def test_the_table_to_keep_has_a_line_a_layer():
    lines = table(steps_of(STACKS["alexnet"].layers, 224)).splitlines()
    assert len(lines) == 9
    assert lines[1] == "1,convolution,11,4,2,1,11,4,2,55"
    assert lines[-1].endswith("195,32,66,6")


@pytest.mark.parametrize("query", [preset("three_3x3"), preset("dilated_2_2_2"), preset("lenet"),
                                   {"stack": "c3s1p0d1-m2s2p2d1", "size": "32"}], ids=str)  # fmt: skip
def test_the_same_in_pytorch_prints_the_numbers_on_screen(query):
    app = build(**query)
    snippet = next(code.value for code in app.code if "import torch" in code.value)
    shown = ran(snippet)
    steps = steps_of(read_stack(query["stack"]), int(query["size"]))
    for step in steps:
        if step.output is not None:
            assert f"layer {step.number}: {step.output} × {step.output}" in shown
        elif step.problem is not None:
            assert f"layer {step.number} is impossible" in shown
    assert f"units (1, 1), field {steps[-1].field.size} pixels a side" in shown
    used = sum(count > 0 for count in ways(read_stack(query["stack"])).tolist()) ** 2
    assert f"pixels read {used} of {steps[-1].field.size ** 2}" in shown


@pytest.mark.parametrize(
    "query",
    [{"stack": "c99"}, {"stack": "x" * 5000}, {"size": "7"}, {"size": "9" * 400}, {"step": "-1", "zoom": "maybe"},
     {"stack": "c3s1p1d1-", "size": "1.5", "step": "99"}, {"stack": "<script>"}],
    ids=lambda query: str(query)[:40],
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    said = words(build(**query))
    assert "A unit of layer 3 sees **7 × 7** pixels" in said


@pytest.mark.parametrize("key", TRY)
def test_every_thing_to_try_is_a_stack_of_the_page(key):
    query = {name: value for name, value in TRY[key].items() if name != "part"}
    layers = read_stack(query["stack"])
    assert layers is not None
    assert f"A unit of layer {len(layers)} sees" in words(build(**query))


def test_long_numbers_are_written_by_their_power():
    assert digits(1_234_567) == "1,234,567"
    assert digits(12_345_678_901_234_567_890) == "1.235 × 10^19"
