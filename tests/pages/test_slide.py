"""The first parts of the Convolution and the Pooling page as scripts: true numbers, bad links, lines of PyTorch."""

import re

import numpy as np
import pytest

from models.images import sample
from models.nets.catalogue import load
from models.ops.convolution import cross_correlate
from models.ops.kernels import KERNELS
from models.ops.pooling import adaptive_average_pool
from pages.shell.slide import table
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words


def signed(number):
    """In four digits, whole numbers as they are, with a true minus sign."""
    return (f"{number:.0f}" if float(number).is_integer() else f"{number:.4g}").replace("-", "−")


def grey(name, size):
    """What the stage makes of a sample, worked out anew."""
    picture = sample(name)
    side = min(picture.size)
    left, top = (picture.width - side) // 2, (picture.height - side) // 2
    small = picture.crop((left, top, left + side, top + side)).resize((64, 64), 4)
    return np.floor(adaptive_average_pool(np.asarray(small.convert("L")), size) + 0.5)


def test_the_reading_and_the_proof_say_the_textbooks_numbers():
    said = words(opened("convolution", source="count_3x3", kernel="counting", row="0", column="0"))
    assert "**2 × 2** values from **19** to **43**" in said
    assert "by hand the value is **19**; PyTorch computed **19**" in said
    assert "The weights add up to 6" in said


def test_the_reading_is_true_for_a_picture():
    expected = cross_correlate(grey("coffee", 24), KERNELS["emboss"], padding=(2, 1), mode="reflect", stride=(2, 1))
    said = words(opened("convolution", picture="coffee", size="24", kernel="emboss", padding="2x1", mode="reflect",
                        stride="2x1"))  # fmt: skip
    rows, columns = expected.shape
    assert f"**{rows} × {columns}** values from **{signed(expected.min())}** to **{signed(expected.max())}**" in said
    row, column = np.unravel_index(expected.argmax(), expected.shape)
    assert f"The window at row {row}, column {column} gives **{signed(expected.max())}**" in said


def test_a_first_layer_kernel_of_the_network_slides():
    weights = load("cifar10").module.stage1.conv1.weight[7].detach().double().numpy()
    expected = cross_correlate(grey("cat", 32), weights.sum(axis=0))
    said = words(opened("convolution", kernel="network", number="7"))
    assert f"from **{signed(expected.min())}** to **{signed(expected.max())}**" in said


def test_what_gives_no_output_is_said_and_nothing_breaks():
    said = words(opened("convolution", source="count_3x3", kernel="curve"))
    assert "no output" in said
    assert "no output" in words(opened("pooling", window="2x2", padding="2x2"))


@pytest.mark.parametrize("topic", ["convolution", "pooling"])
@pytest.mark.parametrize(
    "query",
    [{"source": "/etc/passwd", "size": "9" * 400, "kernel": "<script>", "stride": "0x0", "bias": "nan"},
     {"weights": "1," * 5000, "kernel": "typed", "cells": ";;;", "source": "cells", "row": "-4", "column": "1e99"},
     {"part": "nowhere", "mode": "constant", "dilation": "4x4", "window": "x", "ceil": "perhaps", "pool": "min"},
     {"size": "8", "padding": "3x3", "dilation": "3x3", "weights": "1e6,-1e6", "kernel": "typed", "bias": "-1e6"}],
    ids=["names", "matrices", "choices", "extremes"],
)  # fmt: skip
def test_a_tampered_address_falls_back(topic, query):
    assert opened(topic, **query).title[0].value.endswith("?")


def test_pooling_says_what_is_kept():
    said = words(opened("pooling", source="count_4x4", window="3x3", padding="1x1", stride="2x2", row="0", column="1"))
    assert "Of 16 values **4** are kept, 25 %" in said
    assert "keeps **7**" in said
    assert "**7**; PyTorch computed **7**. Largest difference over the whole map: 0." in said


def test_the_mean_is_the_pictures_mean_where_nothing_is_left_over():
    said = words(opened("pooling", pool="average", size="16"))
    mean = f"{grey('cat', 16).mean():.4g}"
    assert f"The mean of the whole output is {mean}; that of the picture is {mean}" in said


@pytest.mark.parametrize(
    ("topic", "query"),
    [("convolution", {"picture": "rocket", "size": "20", "colour": "green", "kernel": "sharpen", "mode": "circular",
                      "padding": "2x1", "dilation": "2x1", "bias": "3.5", "convolve": "true"}),
     ("convolution", {"source": "cells", "cells": "1,2,3;4,5,6;7,8,10", "kernel": "typed", "weights": "0.5,-1"}),
     ("pooling", {"picture": "rocket", "size": "20", "pool": "average", "window": "3x2", "padding": "1x0",
                  "include": "false", "ceil": "true"}),
     ("pooling", {"source": "count_5x5", "window": "2x2", "stride": "1x2"})],
    ids=["picture", "typed", "average", "matrix"],
)  # fmt: skip
def test_the_same_in_pytorch_prints_the_numbers_on_stage(topic, query):
    app = opened(topic, **query)
    snippet = next(code.value for code in app.code if "import torch" in code.value)
    shown = words(app).replace("−", "-")
    proved = re.search(r"by hand the value is \*\*(.*?)\*\*", shown)[1]
    said = ran(snippet)
    assert np.isclose(float(re.search(r"value (\S+)", said)[1]), float(proved), rtol=1e-6)
    if topic == "convolution":
        low, high = re.search(r"values from \*\*(.*?)\*\* to \*\*(.*?)\*\*", shown).groups()
        found = re.search(r"minimum (\S+), maximum (\S+)", said).groups()
        assert np.allclose([float(one) for one in found], [float(low), float(high)], rtol=5.1e-4)


def test_the_csv_is_the_output():
    output = cross_correlate(grey("cat", 32), KERNELS["box blur"])
    read = np.array([[float(word) for word in line.split(",")] for line in table(output).splitlines()])
    np.testing.assert_allclose(read, output, rtol=1e-8)
