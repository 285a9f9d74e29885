"""Sharing and locality as a script: the textbooks' counts, the network's layers, and a picture that moves."""

import re

import numpy as np
import pytest

from models.images import sample, square
from models.nets.catalogue import load
from models.nets.oracles.kinds import convolutions
from models.ops.kernels import KERNELS
from models.ops.sharing import move
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words


def shown(**query):
    return opened("convolution", part="sharing", **query)


@pytest.mark.parametrize("layer", ["textbook 32 3", "textbook 200 5", *convolutions(load("cifar10"))])
def test_weights_are_counted_alike_by_the_page_and_by_pytorch(layer):
    app = shown(layer=layer)
    assert app.selectbox(key="picked layer").value == layer
    line = next(line for line in words(app).splitlines() if "the same" in line and "nn.Linear" in line)
    connected, convolution = (int(found.replace(",", "")) for found in re.findall(r"\*\*([\d,]+)\*\*", line))
    assert ran(next(code.value for code in app.code if "import" in code.value)).split() == [
        *("fully", "connected", str(connected), "convolution", str(convolution))
    ]


def test_the_large_picture_of_the_textbook():
    said = words(shown(layer="textbook 200 5"))
    assert "From 3 × 200 × 200 to 1 × 196 × 196" in said
    assert f"together **{120_000 * 196 * 196 // 75:,}**" in said
    assert "1.948 years" in said  # 61,465,600 seconds, of 31,557,600 a year


@pytest.mark.parametrize(
    "query", [{}, {"pixels": "3", "picture": "digit", "slider": "outline"}, {"side": "16", "pixels": "4"}]
)
def test_the_map_moves_along_and_the_lines_of_pytorch_say_so_too(query):
    app = shown(show="move", **query)
    side, pixels = int(query.get("side", 24)), int(query.get("pixels", 1))
    picture = np.asarray(square(sample(query.get("picture", "cat")).convert("L"), side), float)
    found = move(picture, KERNELS[query.get("slider", "sobel left")], pixels)
    assert found.convolved_inside.largest == 0
    said = words(app)
    assert "largest difference **0**" in said
    assert f"**{100 * found.connected_inside.relative:.4g} %**" in said
    printed = ran(next(code.value for code in app.code if "import torch" in code.value))
    convolution, connected = printed.splitlines()
    assert "largest difference 0, share 0" in convolution
    assert float(connected.split("share ")[1]) == pytest.approx(found.connected_inside.relative, rel=1e-4)


def test_nothing_moves_by_no_pixels():
    assert "Nothing has moved yet" in words(shown(show="move", pixels="0"))


def test_the_proof_is_exact_to_single_precision():
    line = next(line for line in words(shown(show="move", picture="noise")).splitlines() if "by PyTorch" in line)
    convolution, connected = (float(found) for found in re.findall(r"\*\*([\d.e-]+)\*\*", line))
    assert convolution == 0
    assert connected < 1e-2


@pytest.mark.parametrize(
    "query",
    [{"layer": "stage9"}, {"show": "all"}, {"show": "move", "pixels": "5", "row": "24", "side": "1000"},
     {"show": "move", "slider": "box blur", "pixels": "x"}, {"network": "nobody", "layer": "conv1"}],
    ids=str,
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    assert words(shown(**query))


def test_a_layer_of_another_network_falls_back_to_the_first_case():
    app = shown(network="squeezenet1_1", layer="stage1.conv1")
    assert app.selectbox(key="picked layer").value == "textbook 32 3"
