"""The pages as a script, without a browser: they run, say the right numbers, and take no word of a browser on trust."""

import io

import numpy as np
import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from models.images import sample
from models.nets.capture import capture
from models.nets.catalogue import load
from pages.shell import address
from pages.shell.routes import ROUTES
from tests.pages.snippets import ROOT, ran

FRAME = ROOT / "pages" / "shell" / "frame.py"


def opened(topic, **query):
    """The page on a topic as a first visit by a link."""
    app = AppTest.from_file(str(FRAME), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    if topic != ROUTES[0].topic:
        app.switch_page(f"../{topic}/page.py").run()
    assert not app.exception
    assert not app.error
    return app


def words(app):
    return "\n".join(element.value for element in [*app.markdown, *app.caption, *app.title, *app.text])


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.topic)
def test_every_page_runs_and_asks_a_question(route):
    assert opened(route.topic).title[0].value.endswith("?")


@pytest.mark.parametrize("layer", list(capture(load("cifar10"), load("cifar10").prepare(sample("cat")))))
def test_every_layer_of_the_bundled_network_is_shown_and_proved(layer):
    app = opened("feature_maps", layer=layer)
    assert app.selectbox(key="layer").value == layer
    assert "Difference" in words(app)


def test_the_reading_says_the_networks_numbers():
    values = capture(load("cifar10"), load("cifar10").prepare(sample("coffee")))["stage2.relu1"].values[0]
    said = words(opened("feature_maps", layer="stage2.relu1", picture="coffee"))
    channel, row, column = np.unravel_index(values.argmax(), values.shape)
    assert "96 maps of 16 × 16" in said
    assert f"map {channel} responds most strongly: {values.max():.4g} at row {row}, column {column}" in said
    assert f"{100 * (values == 0).mean():.1f} % of all values are zero" in said


def test_the_proof_is_exact_to_rounding():
    said = words(opened("feature_maps", layer="stage3.conv2", channel="5", row="3", column="4"))
    line = next(line for line in said.splitlines() if "Difference" in line)
    assert "unit (5, 3, 4)" in line
    assert float(line.split("Difference:")[1].strip(" .")) < 1e-4


@pytest.mark.parametrize(
    "query",
    [{"layer": "nowhere"}, {"network": "vit_b_16"}, {"picture": "../../etc/passwd"}, {"lang": "zz"}, {"channel": "-1"},
     {"channel": "9" * 400, "row": "x", "column": "1.5"}, {"compare": "nobody"}, {"order": "';--", "range": "{}"}],
    ids=str,
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    opened("feature_maps", **query)


def uploaded(app, name="mine.png"):
    file = io.BytesIO()
    Image.fromarray(np.zeros((40, 60, 3), np.uint8)).save(file, "PNG")
    return app.file_uploader[0].upload(name, file.getvalue()).run()


def test_the_first_picture_of_ones_own_goes_to_the_network_for_photographs(monkeypatch):
    monkeypatch.setattr(address, "ECHO", 0)  # here the browser has heard of everything
    app = uploaded(opened("feature_maps"))
    assert app.selectbox(key="network").value == "imagenette"
    assert any("imagenette" in info.value for info in app.info)
    app.selectbox(key="network").select("cifar10").run()
    uploaded(app, "another.png")
    assert app.selectbox(key="picture").value == "upload 2"
    assert app.selectbox(key="network").value == "cifar10", "a network that was chosen stays"


def test_a_network_that_was_chosen_before_stays():
    assert uploaded(opened("feature_maps", network="squeezenet1_1")).selectbox(key="network").value == "squeezenet1_1"


def test_an_upload_is_shown_and_a_refused_one_changes_nothing():
    app = opened("feature_maps")
    file = io.BytesIO()
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (50, 70, 3), dtype=np.uint8)).save(file, "PNG")
    app.file_uploader[0].upload("mine.png", file.getvalue()).run()
    assert app.selectbox(key="picture").value == "upload 1"
    assert "50 × 70" in words(app)
    app.file_uploader[0].upload("broken.png", b"no picture").run()
    assert app.error
    assert app.selectbox(key="picture").value == "upload 1"


def test_a_network_with_random_weights_gives_no_answers():
    app = opened("feature_maps", network="squeezenet1_1")
    assert "Random weights" in words(app)
    assert not app.sidebar.progress


@pytest.mark.parametrize(
    ("network", "layer"),
    [("cifar10", "stage1.conv1"), ("cifar10", "stage2.relu2"), ("cifar10", "linear"), ("resnet18", "layer1.0.bn2"),
     ("resnet18", "layer1.0.relu_1"), ("resnet18", "layer2.0.add"), ("mobilenet_v3_small", "features.1.block.1.mul")],
)  # fmt: skip
def test_the_same_in_pytorch_prints_the_numbers_on_screen(network, layer):
    app = opened("feature_maps", network=network, layer=layer, picture="rocket", channel="3")
    snippet = next(code.value for code in app.code if "import torch" in code.value)
    chosen = load(network)
    values = capture(chosen, chosen.prepare(sample("rocket")))[layer].values[0]
    maps = values.reshape(len(values), *(values.shape[1:] or (1, 1)))
    said = ran(snippet)
    assert f"shape {maps.shape}" in said
    numbers = [float(word.strip(",")) for word in said.split() if word[-1:].isdigit() or word.endswith(",")
               if word.strip(",-").replace(".", "").replace("e-", "").isdigit()]  # fmt: skip
    for expected in (maps[3].min(), maps[3].max(), maps[3].mean(), (maps[3] == 0).mean()):
        assert np.isclose(numbers, expected, rtol=1e-4, atol=1e-5).any(), (expected, said)


@pytest.mark.parametrize("network", ["nosuch", "own 7", "vit_b_16", "<b>x"])
def test_a_network_in_the_address_that_is_not_here_is_told_in_a_sentence(network):
    app = opened(ROUTES[0].topic, network=network)
    assert [note.value for note in app.info if "Here is cifar10 instead." in note.value]
