"""What the doors promise: the links, and the clicks on a stage, that lead from one page or part to another.

A door is named by the file it stands in and by how it leads on; `found` reads all of them off the syntax trees.
"""

import ast
import re
from collections.abc import Callable
from unittest.mock import patch
from urllib.parse import parse_qsl

import numpy as np

from models.images import sample
from models.nets.capture import capture
from models.nets.catalogue import load, names
from pages.home import overview
from pages.receptive_field.top_patches import part as receptive_field_top_patches
from pages.shell import address, pictures, presets
from pages.shell.cached import networks as kept
from pages.shell.records import Choice
from pages.shell.routes import ROUTES
from pages.text import catalogue
from tests.pages.promises.tried import watched
from tests.pages.test_families import parts
from tests.pages.test_pages import ROOT, opened, words
from tests.pages.zoo import lines
from viz.stages.receptive_field.top_patches.stage import Gone

DOORS: dict[tuple[str, str], Callable[[], None]] = {}
PICTURE = "coffee"


def found():
    """Every door in the pages, by file and kind: a link, a switch of pages, a state that is wanted."""
    for file in sorted((ROOT / "pages").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (kind := ast.unparse(node.func)) in LINKS:
                yield file.relative_to(ROOT / "pages").as_posix(), kind


LINKS = {"links.to", "links.all_pages", "links.go", "presets.want", "st.switch_page", "st.link_button"}


def door(file, kind):
    """Notes the check of one door."""

    def note(check):
        DOORS[file, kind] = check
        return check

    return note


def there(topic, **query):
    """A page as one comes to it: what is on its stages, its words, and the application."""
    with watched() as sent:
        app = opened(topic, picture=PICTURE, **query)
        return dict(sent), words(app), app


def parts_of(topic):
    return set(dict(parts())[topic])


def convolution():
    stages, said, _ = there("convolution")
    assert stages["convolution/slide"]["operation"] == "convolution"
    assert stages["convolution/slide"]["view"]["source"] == "picture", "over your picture"
    assert "inside" in parts_of("convolution"), "the same inside the network"
    assert re.search(r"gives \*\*[\d.-]+\*\*, from 9 products", said)


def pooling():
    stages, _, _ = there("pooling")
    assert stages["convolution/slide"]["operation"] == "pooling"
    assert parts_of("pooling") == {"slide", "invariance", "unpooling"}, "values and means, a shift, and the way back"


def feature_maps():
    stages, _, _ = there("feature_maps")
    layer = stages["feature_maps/maps"]["layer"]["name"]
    network = load("cifar10")
    maps = capture(network, network.prepare(sample(PICTURE)))[layer].values[0]
    assert stages["feature_maps/maps"].planes["codes0"].shape == maps.shape, "all channels"
    assert stages["feature_maps/maps"]["field"], "and the pixels it covers"


def receptive_field():
    stages, _, _ = there("receptive_field")
    assert stages["receptive_field/point"].planes["effective"].any(), "what it really uses"
    assert {"growth", "build"} < parts_of("receptive_field"), "how fields grow, and a stack of your own"


def batch_norm():
    stages, said, _ = there("batch_norm")
    assert len(stages["batch_norm/strip"]["pictures"]) > 1, "a batch"
    assert "not one a location" in said or "not one per location" in said
    assert {"statistics", "result"} < parts_of("batch_norm"), "both ways side by side"


def prediction():
    stages, _, _ = there("prediction")
    assert {"logits", "maps", "weights"} < set(stages["prediction/answer"].planes), (
        "from the last maps to the probabilities"
    )
    assert parts_of("prediction") == {"answer", "where", "probe"}


def training():
    stages, _, _ = there("training")
    assert stages["training/update"]["steps"][-1] == "update", "one update, and all before it"
    stages, _, _ = there("training", part="train")
    assert stages["training/train"]["options"]["optimizer"] == ["sgd", "momentum", "adam"]
    stages, _, _ = there("training", part="rate")
    assert set(stages["training/rate"]["predictions"]) == {"settles", "swings", "diverges"}
    stages, _, _ = there("training", part="edges")
    assert stages["training/edges"]["updates"][0] == 0, "from noise"


def networks():
    stages, _, _ = there("networks")
    assert set(names()) <= lines(stages["networks/zoo"]).keys(), "every one"
    assert "own" in parts_of("networks"), "and your own weights"


PAGES = {
    check.__name__: check
    for check in (convolution, pooling, feature_maps, receptive_field, batch_norm, prediction, training, networks)
}


@door("home/page.py", "links.to")
def _():
    app = opened("home")
    labels = {link.proto.label for link in app.main.get("page_link")}
    assert labels == {catalogue.say("en", f"home.door_{topic}") for topic in PAGES}
    assert set(PAGES) == {route.topic for route in ROUTES} - {"home"}
    for check in PAGES.values():
        check()


# On which stage a layer is met behind each door, and where its name stands there.
MET = {
    "maps": lambda stages: stages["feature_maps/maps"]["layer"]["name"],
    "inside": lambda stages: stages["convolution/inside"]["layer"],
    "field": lambda stages: stages["receptive_field/growth"]["view"]["layer"],
    "norm": lambda stages: (
        stages["batch_norm/statistics"]["captions"]["title"].split(", ")[1].removeprefix("input of ")
    ),
    "answer": lambda stages: [
        step["name"] for step in stages["prediction/answer"]["steps"] if "Linear" in step["does"]
    ][-1],
}


@door("home/overview.py", "links.go")
def _():
    for number, (way, (_, query)) in enumerate(overview.PAGES.items()):
        network = kept.BUNDLED[number % 2]
        layers = overview.layers(Choice(pictures.find(PICTURE), network))
        layer = [each.name for each in layers if way in each.pages][-1]
        with watched() as sent:
            app = opened("home", picture=PICTURE, network=network)
            app.session_state[overview.WANTED] = (way, layer)
            sent.clear()
            app.run()
            assert not app.exception, app.exception
            topic, _, there = sent["frame/travel"]["to"].partition("?")
            app = opened(topic, **dict(parse_qsl(there)))
            assert MET[way](sent) == layer, (network, way)
        assert app.selectbox(key="network").value == network
        assert app.selectbox(key="picture").value == PICTURE
        assert all("".join(app.query_params[name]) == text.format(layer=layer) for name, text in query.items())


@door("receptive_field/top_patches/part.py", "presets.want")
def _():
    with watched() as sent:
        opened("receptive_field", part="top_patches", picture=PICTURE, layer="stage2.relu1", where="all")
        patches = sent["receptive_field/top_patches"]
    channel, order = 5, 0
    row, column, source = (int(patches.planes[name][channel, order]) for name in ("rows", "columns", "sources"))
    key, state = patches["pictures"][source]["key"], {}
    case = type("Case", (), {"layer": "stage2.relu1"})
    with patch.object(receptive_field_top_patches.st, "session_state", state):
        receptive_field_top_patches._follow(case, channel, Gone(key, row, column))
    query = state[presets.WANTED]
    with watched() as sent:
        app = opened("receptive_field", **query)
    view = sent["receptive_field/point"]["view"]
    assert (view["channel"], view["row"], view["column"]) == (channel, row, column)
    assert app.selectbox(key="picture").value == key
    value = sent["receptive_field/point"].planes["map"][row, column]
    assert np.isclose(value, patches.planes["values"][channel, order], atol=1e-3), "the unit that gave the patch"


@door("networks/own/settings.py", "presets.want")
@door("networks/own/list.py", "presets.want")
@door("networks/own/list.py", "links.to")
def _():
    app = opened("networks", part="own", example="whole")
    next(button for button in app.button if button.label == catalogue.say("en", "networks_own.show")).click().run()
    assert not app.exception
    assert app.selectbox(key="network").value == "own 1"
    ways = [link.proto.label for link in app.main.get("page_link")]
    assert ways == [catalogue.say("en", f"{topic}.name") for topic in ("home", "feature_maps")]
    with patch.object(address, "ECHO", 0):  # here the browser has heard of everything
        app.selectbox(key="network").select("cifar10").run()
    app.button(key="choose own 1").click().run()
    assert app.selectbox(key="network").value == "own 1", "chosen again"
    for topic in ("home", "feature_maps"):
        app.switch_page(f"../{topic}/page.py").run()
        assert app.selectbox(key="network").value == "own 1", "every page looks into it"


@door("shell/choice.py", "links.to")
def _():
    app = opened("feature_maps")
    *_, link = app.sidebar.get("page_link")
    assert link.proto.label == catalogue.say("en", "weights_notice.all")
    assert "networks" in link.proto.page
    networks()


@door("shell/frame.py", "links.all_pages")
def _():
    links = opened("home", picture=PICTURE).sidebar.get("page_link")
    names_ = {link.proto.label: link.proto for link in links}
    for route in ROUTES:
        link = names_[catalogue.say("en", f"{route.topic}.name")]
        assert f"picture={PICTURE}" in link.query_string, "what all pages share goes along"
