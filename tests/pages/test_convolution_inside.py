"""The part of the Convolution page inside the network: every layer opens, and what it says is the network's own."""

import csv
import io
import re
from pathlib import Path

import numpy as np
import pytest
import torch
from streamlit.testing.v1 import AppTest

from models.images import sample
from models.nets.capture import capture
from models.nets.catalogue import load
from pages.convolution.inside import files
from pages.convolution.inside import stage as stages
from pages.convolution.inside.part import TRY
from pages.shell.pictures import sample_picture
from pages.shell.records import Choice
from tests.pages.snippets import ran
from viz.stages.convolution.inside.stage import InsideView

ROOT = Path(__file__).parent.parent.parent
FRAME = ROOT / "pages" / "shell" / "frame.py"
CIFAR = [f"stage{stage}.conv{number}" for stage in (1, 2, 3) for number in (1, 2)]


def opened(**query):
    app = AppTest.from_file(str(FRAME), default_timeout=60)
    for name, value in {"part": "inside", **query}.items():
        app.query_params[name] = value
    app.run()
    app.switch_page("../convolution/page.py").run()
    assert not app.exception
    assert not app.error
    return app


def words(app):
    return "\n".join(element.value for element in [*app.markdown, *app.caption, *app.title])


def number(text):
    return float(text.replace("−", "-").replace(",", ""))


def torch_parts(network, layer, channel):
    """The parts by PyTorch alone: the layer on each input channel, all others silent; and the captured map."""
    chosen, given = load(network), []
    module = chosen.module.get_submodule(layer)
    handle = module.register_forward_hook(lambda _, maps, made: given.append((maps[0].clone(), made.clone())))
    with torch.inference_mode():
        chosen.module(chosen.prepare(sample("cat")))
    handle.remove()
    maps, made = given[0]
    slices = module.weight.shape[1]
    first = channel // (module.out_channels // module.groups) * slices
    bias = 0 if module.bias is None else module.bias[channel].item()
    parts = []
    for index in range(first, first + slices):
        alone = torch.zeros_like(maps)
        alone[:, index] = maps[:, index]
        with torch.inference_mode():
            parts.append(module(alone)[0, channel].numpy() - bias)
    return np.stack(parts), made[0, channel].numpy(), bias


@pytest.mark.parametrize("layer", CIFAR)
def test_every_convolution_of_the_bundled_network_opens_and_is_proved(layer):
    app = opened(layer=layer, channel="11")
    assert app.selectbox(key="picked layer").value == layer
    assert app.number_input(key="picked channel").value == 11
    proof = next(line for line in words(app).splitlines() if line.startswith("By hand in NumPy"))
    difference, largest = re.search(r"Difference: (\S+); the largest .*: (\S+)\.$", proof).groups()
    assert float(difference) < 1e-5
    assert float(largest) < 1e-5


@pytest.mark.parametrize(("network", "layer"), [("cifar10", "stage2.conv2"), ("squeezenet1_1", "features.3.expand3x3")])
def test_the_reading_says_what_pytorch_finds(network, layer):
    parts, captured, _ = torch_parts(network, layer, 5)
    row, column = np.unravel_index(captured.argmax(), captured.shape)
    here = parts[:, row, column]
    said = words(opened(network=network, layer=layer, channel="5"))
    assert f"At row {row}, column {column}, output channel 5 of **{layer}**" in said
    strongest, most = re.search(r"Input channel (\d+) contributes most, \*\*(\S+)\*\*", said).groups()
    assert int(strongest) == np.abs(here).argmax()
    assert number(most) == pytest.approx(here[int(strongest)], rel=1e-3)
    up, down, total = re.search(r"add up to (\S+), .* to (\S+); .* makes \*\*(\S+)\*\*\. \w+ then", said).groups()
    assert number(up) == pytest.approx(here[here > 0].sum(), rel=1e-3)
    assert number(down) == pytest.approx(here[here < 0].sum(), rel=1e-3)
    assert number(total) == pytest.approx(captured[row, column], rel=1e-3)


def test_batch_norm_and_relu_come_after_in_the_networks_own_numbers():
    trace = capture(load("cifar10"), load("cifar10").prepare(sample("cat")))
    said = words(opened(layer="stage1.conv2", channel="4", row="9", column="7"))
    for kind, layer in (("BatchNorm2d", "stage1.bn2"), ("ReLU", "stage1.relu2")):
        value = re.search(rf"{kind} then makes it \*\*(\S+)\*\*", said)[1]
        assert number(value) == pytest.approx(float(trace[layer].values[0, 4, 9, 7]), rel=1e-3)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"layer": "stage1.conv1"}, "The inputs are red, green and blue"),
        ({"network": "mobilenet_v2", "layer": "features.3.conv.1.0", "channel": "7"},
         "so output channel 7 reads input channel 7 alone and its kernel has one slice: 9 weights instead of 1,296"),
        ({"network": "squeezenet1_1", "layer": "features.4.squeeze"}, "a weighted sum of 128 maps at one and the same"),
        ({"network": "resnet18", "layer": "layer2.0.downsample.0"}, "**1×1, stride 2.**"),
        ({"network": "resnet18", "layer": "layer1.0.conv2"}, "layer1.0.add takes the map up"),
        ({"network": "shufflenet_v2_x0_5", "layer": "stage2.1.branch2.0"}, "cuts or shuffles maps before this layer"),
        ({"network": "regnet_x_400mf", "layer": "trunk_output.block1.block1-0.f.b.0", "channel": "20"},
         "output channel 20 belongs to group 1 and reads input channels 16 to 31 only, 16 of 32"),
        ({"network": "efficientnet_v2_s", "layer": "features.2.1.block.1.0"}, "162 largest parts of 192 are shown"),
    ],
)  # fmt: skip
def test_every_kind_of_layer_is_explained_in_its_own_numbers(query, sentence):
    assert sentence in words(opened(**query))


@pytest.mark.parametrize(
    "query",
    [{"layer": "nowhere"}, {"channel": "48"}, {"channel": "-1"}, {"channel": "1.0"}, {"channel": "9" * 4000},
     {"row": "32", "column": "x"}, {"input_channel": "3"}, {"order": "<script>"}, {"added": "1e9"}, {"part": "outside"},
     {"layer": "stage1.bn1", "network": "vit_b_16"}],
    ids=str,
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    app = opened(**query)
    assert app.title[0].value.endswith("?")
    if "part" not in query:
        assert app.selectbox(key="picked layer").value == "stage1.conv1"
        assert "output channel 0 of **stage1.conv1**" in words(app)


def test_another_layer_forgets_the_unit_of_the_one_before():
    app = opened(layer="stage1.conv1", channel="30", row="31", column="31", order="size")
    app.selectbox(key="picked layer").set_value("stage3.conv2").run()
    assert not app.exception
    assert app.number_input(key="picked channel").value == 0
    assert "row" not in app.query_params
    assert app.query_params["order"] == "size"


@pytest.mark.parametrize(
    ("network", "layer"),
    [("cifar10", "stage1.conv1"), ("cifar10", "stage2.conv1"), ("resnet18", "conv1"), ("resnet18", "layer2.0.conv1"),
     ("mobilenet_v2", "features.2.conv.1.0"), ("shufflenet_v2_x0_5", "stage2.1.branch2.0")],
)  # fmt: skip
def test_the_same_in_pytorch_prints_the_numbers_on_screen(network, layer):
    app = opened(network=network, layer=layer, channel="9", row="6", column="5")
    said = ran(next(code.value for code in app.code if "import torch" in code.value))
    parts, captured, bias = torch_parts(network, layer, 9)
    told = [number(value) for value in re.findall(r"input channel \d+: (\S+)", said)]
    assert np.allclose(told, parts[:, 6, 5], atol=1e-4)
    assert number(re.search(r"bias (\S+)", said)[1]) == pytest.approx(bias, abs=1e-5)
    for name in ("sum", "captured"):
        assert number(re.search(rf"{name} (\S+)", said)[1]) == pytest.approx(float(captured[6, 5]), abs=1e-4)
    assert float(re.search(r"over the map (\S+)", said)[1]) < 1e-4


def test_the_table_has_a_line_for_every_input_channel():
    now = stages.shown(Choice(sample_picture("cat"), "cifar10"), "stage2.conv1", 3)
    lines = list(csv.reader(io.StringIO(files.parts(now, InsideView(row=4, column=9)))))
    parts, _, _ = torch_parts("cifar10", "stage2.conv1", 3)
    assert len(lines) == 1 + 48
    assert lines[0][1] == "contribution at row 4 column 9"
    assert np.allclose([float(line[1]) for line in lines[1:]], parts[:, 4, 9], atol=1e-5)
    assert np.allclose([float(line[2]) for line in lines[1:]], np.abs(parts).mean(axis=(1, 2)), atol=1e-5)


def test_the_three_things_to_try_lead_to_layers_there_are():
    for query in TRY.values():
        app = opened(**query)
        assert app.selectbox(key="picked layer").value == query["layer"]
