"""The flashlight as a script: true numbers, bad links, lines of PyTorch that print what is on screen."""

import re

import numpy as np
import pytest

from models.images import sample, square
from models.ops.flashlight import KERNELS, LAYERS, as_channels, parts_of
from pages.convolution.flashlight import stage as stages
from pages.convolution.flashlight import words as said_of
from pages.convolution.flashlight.case import case_of
from pages.shell import pictures
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words

VIEWS = [("conv1", "left", 3, 27), ("conv2", "red spot", 25, 0)]


def shown(**query):
    return opened("convolution", part="flashlight", **query)


@pytest.mark.parametrize(("layer", "kernel", "row", "column"), VIEWS)
def test_the_sum_on_screen_is_that_of_the_lines_of_pytorch(layer, kernel, row, column):
    app = shown(layer=layer, kernel=kernel, row=str(row), column=str(column), picture="rocket")
    parts = parts_of(layer, kernel, as_channels(np.asarray(square(sample("rocket"), 32))))
    total = parts.total[row, column]
    said = words(app).replace("−", "-").replace(",", "")
    assert f"that makes **{total:.0f}**" in said
    assert "Largest difference over all" in said
    assert "values of the map: **0**" in said
    printed = ran(next(code.value for code in app.code if "import torch" in code.value))
    assert f"sum {total:.0f}" in printed
    assert f"products {parts.weights.size}, bias {parts.bias:.0f}" in printed
    assert f"kernel {' '.join(map(str, parts.weights.shape))}" in printed
    for part in parts.maps[:, row, column]:
        assert f": {part + 0.0:.0f}" in printed


@pytest.mark.parametrize(("layer", "kernel"), [(layer, kernel) for layer in LAYERS for kernel in KERNELS[layer]])
def test_written_parts_and_bias_add_up_to_the_written_total(layer, kernel):
    case = case_of(pictures.find("rocket"), layer, kernel)
    text = said_of.reading(case, stages.start(case)).replace("−", "-").replace(",", "")
    found = re.search(r"channels \((.*?)\); with the bias (-?\d+) that makes \*\*(-?\d+)\*\*", text)
    assert sum(map(int, re.findall(r"-?\d+", found[1]))) + int(found[2]) == int(found[3])


@pytest.mark.parametrize(
    "query",
    [{"layer": "conv9"}, {"layer": "conv2", "kernel": "spot"}, {"kernel": "<b>"}, {"row": "99", "column": "-1"},
     {"row": "9" * 400, "input_channel": "x", "order": "[]", "added": "1e9"}, {"layer": "conv2", "row": "27"}],
    ids=str,
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    assert "Largest difference" in words(shown(**query))


def test_turning_to_the_other_layer_forgets_the_kernel_and_the_position():
    app = shown(kernel="spot", row="27", column="27")
    app.segmented_control(key="picked layer").set_value(LAYERS[1]).run()
    assert not app.exception
    assert "45 products" in words(app)
    assert not {"kernel", "row", "column"} & set(app.query_params)


def test_the_table_has_the_map():
    case = case_of(pictures.find("cat"), "conv1", "red")
    lines = [line.split(",") for line in said_of.table(case).split()]
    np.testing.assert_array_equal(np.array(lines, float), case.parts.total)
    assert said_of.said(-0.0) == "0"
    assert said_of.said(-1234.0) == "−1,234"
