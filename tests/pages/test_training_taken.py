"""What a visitor has trained becomes a network of theirs: the very numbers of the browser, on every page."""

import base64
import json
import re
from dataclasses import asdict, replace

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors import safe_open
from streamlit.testing.v1 import AppTest

from models.nets.own.file.weights import Weights
from models.nets.own.trained import Unfit, network_of, tensors_of, trained_network
from pages.shell.cached import host as caching_host
from pages.shell.cached import own_networks
from pages.shell.cached.own_networks import OwnNetwork
from pages.shell.records import Picture
from pages.training.train.files import snippet_taken
from pages.training.train.taking import trained_of
from tests.pages.snippets import ran
from tests.pages.test_pages import FRAME
from tests.viz.node import ROOT, told_by
from viz.stages.training.train.view import TrainView

VIEWS = {
    "norm": {"convolutions": "4k3s1mb-6k5s2ab", "hidden": "12", "optimizer": "adam", "rate": "0.01"},
    "sigmoid": {"convolutions": "5k5s1ab", "hidden": "16-8", "activation": "sigmoid", "side": "28", "rate": "0.5"},
    "bare": {"convolutions": "3k7s2n", "decay": "0.01"},
}  # fmt: skip
HELD = 120


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """Each view, trained by node: the view, the folder of its files, and what was told."""
    script, all_found = ROOT / "tests/viz/training/take_view.mjs", {}
    for name, query in VIEWS.items():
        view = TrainView().read({"count": "200", "updates": "60", **query})
        folder = tmp_path_factory.mktemp(name)
        all_found[name] = view, folder, told_by(script, json.dumps({"view": asdict(view), "heldOut": HELD}), folder)
    return all_found


def handed_over(view, told):
    trained = trained_of(view, told["taken"])
    return trained, tensors_of(trained, base64.b64decode(told["taken"]["weights"]))


@pytest.mark.parametrize("name", VIEWS)
def test_the_network_answers_as_the_browser_does(found, name):
    view, folder, answer = found[name]
    network = network_of(*handed_over(view, answer["told"]))
    with np.load(folder / "training.npz") as kept, torch.inference_mode():
        assert kept["held_pictures"].shape == (HELD, 1, view.side, view.side)
        logits = network.module(torch.from_numpy(kept["held_pictures"])).numpy()
        right = (logits.argmax(1) == kept["held_labels"]).mean()
    outputs = np.reshape(answer["outputs"], logits.shape)
    np.testing.assert_allclose(logits, outputs, rtol=1e-5, atol=1e-5)
    assert right == pytest.approx(answer["accuracy"], abs=1e-12)
    assert network.labels == ("disc", "ring", "square", "cross", "triangle", "bar")


@pytest.mark.parametrize("name", VIEWS)
def test_the_file_holds_the_same_network(found, name):
    view, folder, answer = found[name]
    network = network_of(*handed_over(view, answer["told"]))
    other = trained_network(folder / "network.safetensors")
    for key, values in network.module.state_dict().items():
        assert torch.equal(values, other.module.state_dict()[key])
    with safe_open(folder / "network.safetensors", "numpy") as opened:
        assert opened.metadata()["updates"] == "60"


@pytest.mark.parametrize("name", VIEWS)
def test_the_lines_repeat_the_accuracy(found, name):
    view, folder, answer = found[name]
    right = round(answer["accuracy"] * HELD)
    assert f"{right} of {HELD} held-out pictures" in ran(snippet_taken(view), folder)


def test_lines_of_other_pages_load_the_file(found, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    view, folder, answer = found["bare"]
    kept = OwnNetwork("own 1", "it", network_of(*handed_over(view, answer["told"])), "nn.Sequential", trained=True,
                      in_code='"network.safetensors"')  # fmt: skip
    caching_host.state()["own_networks"] = {"own 1": kept}
    try:
        lines = own_networks.in_python('from convoscope.nets.catalogue import load\nnetwork = load("own 1")', "own 1")
    finally:
        caching_host.state().pop("own_networks")
    printed = ran(f"{lines}\nprint(network.input_size, network.channels, network.labels[2])", folder)
    assert printed.split() == ["(16,", "16)", "1", "square"]


def test_a_held_out_picture_goes_in_as_the_training_had_it(found):
    view, folder, answer = found["norm"]
    network = network_of(*handed_over(view, answer["told"]))
    pixels = np.frombuffer(base64.b64decode(answer["told"]["taken"]["pixels"]), np.uint8).reshape(view.side, view.side)
    batch = network.prepare(Image.fromarray(pixels))
    with np.load(folder / "training.npz") as kept:
        np.testing.assert_allclose(batch[0, 0], kept["held_pictures"][3, 0], atol=0.5 / 255 + 1e-6)
    photograph = Image.fromarray(np.random.default_rng(0).integers(0, 256, (90, 200, 3), dtype=np.uint8))
    prepared = network.prepare(photograph)
    assert prepared.shape == (1, 1, view.side, view.side)
    assert 0 <= prepared.min() < prepared.max() <= 1


def test_what_is_not_that_network_is_refused(found):
    view, _, answer = found["norm"]
    trained, tensors = handed_over(view, answer["told"])
    data = base64.b64decode(answer["told"]["taken"]["weights"])
    for wrong in (b"", data[:-4], data + b"\0\0\0\0", data[:-1]):
        with pytest.raises(Unfit, match="bytes"):
            tensors_of(trained, wrong)
    for value in (np.nan, np.inf, -np.inf):
        with pytest.raises(Unfit, match="not_finite"):
            tensors_of(trained, np.float32(value).tobytes() + data[4:])
    with pytest.raises(Unfit, match="not_finite"):
        network_of(trained, {name: -values if "var" in name else values for name, values in tensors.items()})
    with pytest.raises(Unfit, match="too_heavy"):
        tensors_of(replace(trained, hidden=(256, 256), convolutions=(), side=28), data)
    with pytest.raises(Unfit, match="nothing_left"):
        tensors_of(replace(trained, convolutions=trained.convolutions[:1] * 9), data)
    with pytest.raises(Unfit, match="no_maps"):
        network_of(replace(trained, convolutions=()), {})


@pytest.mark.parametrize(
    "change",
    [{"channels": 2}, {"channels": True}, {"channels": "1"}, {"classes": []}, {"classes": ["a"] * 101},
     {"classes": "abc"}, {"classes": [1]}, {"classes": None}],
    ids=str,
)  # fmt: skip
def test_what_is_said_of_the_data_is_checked(found, change):
    view, _, answer = found["bare"]
    with pytest.raises(ValueError, match=re.compile("channels|classes")):
        trained_of(view, {**answer["told"]["taken"], **change})


PARTS = [
    *[("convolution", part) for part in ("slide", "flashlight", "inside", "kinds", "sharing")],
    *[("pooling", part) for part in ("slide", "invariance", "unpooling")],
    *[("prediction", part) for part in ("answer", "where", "probe")],
    *[("receptive_field", part) for part in ("point", "growth", "top_patches", "build")],
    *[("batch_norm", part) for part in ("statistics", "result", "inference", "groups")],
    ("home", ""), ("feature_maps", ""), ("networks", "zoo"), ("networks", "own"), ("training", "train"),
]  # fmt: skip


def visit(told, topic, part):
    """The page, as it is after the press: with the network and the picture that were handed over."""
    app = AppTest.from_file(str(FRAME), default_timeout=120)
    view = TrainView().read(told)
    trained, tensors = handed_over(view, told)
    network = replace(network_of(trained, tensors), name="own 1")
    weights = Weights("network.safetensors", tensors, ("F32",), 0, {})
    kept = OwnNetwork("own 1", weights.title, network, "nn.Sequential", weights, '"network.safetensors"', trained=True)
    pixels = np.frombuffer(base64.b64decode(told["taken"]["pixels"]), np.uint8).reshape(view.side, view.side)
    app.session_state["own_networks"] = {"own 1": kept}
    app.session_state["own_pictures"] = {"upload 1": Picture("upload 1", Image.fromarray(pixels).convert("RGB"), "it")}
    for name, value in {"network": "own 1", "picture": "upload 1", "part": part}.items():
        app.query_params[name] = value
    app.run()
    if topic != "home":
        app.switch_page(f"../{topic}/page.py").run()
    return app


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize(("topic", "part"), PARTS)
def test_every_page_shows_the_network(found, name, topic, part):
    app = visit(found[name][2]["told"], topic, part)
    assert not app.exception, app.exception[0].value
    assert not app.error
    assert "own 1" in app.query_params["network"]


def pressed():
    """A page of nothing but what follows the press; `event`: what the browser tells."""
    import streamlit as st  # noqa: PLC0415 - this runs by itself

    from pages.shell import streamlit_host  # noqa: PLC0415 - as above
    from pages.training.train import taking  # noqa: PLC0415 - as above

    streamlit_host.arrive()
    if st.session_state.pop("pressing", False):
        taking.take(st.session_state["event"])
        st.session_state.pop(taking.TOLD, None)
    if refused := st.session_state.get(taking.REFUSED):
        st.error(taking.say(f"training_train.refused.{refused}"))


def press(app, event):
    app.session_state["event"], app.session_state["pressing"] = event, True
    app.run()
    assert not app.exception
    return app


def test_a_press_chooses_the_network_and_the_next_takes_its_place(found):
    app = press(AppTest.from_function(pressed, default_timeout=60), found["norm"][2]["told"])
    assert not app.error
    assert list(app.session_state["own_networks"]) == ["own 1"]
    assert ("own 1" in app.query_params["network"], "upload 1" in app.query_params["picture"]) == (True, True)
    press(app, found["norm"][2]["told"])
    assert list(app.session_state["own_networks"]) == ["own 2"]
    assert list(app.session_state["own_pictures"]) == ["upload 1"], "the same picture is kept once"
    assert "own 2" in app.query_params["network"]


@pytest.mark.parametrize(
    ("change", "said"),
    [({"weights": ""}, "isn't the weights of this network"), ({"weights": "AAAA" * 400_000}, "isn't a network"),
     ({"weights": "%"}, "isn't a network"), ({"weights": None}, "isn't a network"), ({"weights": [1]}, "isn't"),
     ({"pixels": "AAAA"}, "isn't a network"), ({"channels": 3}, "isn't a network"), ({"classes": ["one"]}, "isn't"),
     ({"classes": ["<b>", "", "a" * 5000, "*", "e", "f"]}, "")],
    ids=str,
)  # fmt: skip
def test_what_a_stranger_hands_over_gets_a_sentence(found, change, said):
    told = found["norm"][2]["told"]
    event = {**told, "taken": {**told["taken"], **change}}
    app = press(AppTest.from_function(pressed, default_timeout=60), event)
    assert [error.value for error in app.error if said in error.value] if said else not app.error
    assert len(app.session_state["own_networks"]) == 1 if not said else "own_networks" not in app.session_state


@pytest.mark.parametrize("taken", [None, 1, "x", [], {}, {"weights": "AAAA"}], ids=str)
def test_an_event_of_another_shape_makes_nothing(found, taken):
    app = press(AppTest.from_function(pressed, default_timeout=60), {**found["norm"][2]["told"], "taken": taken})
    assert "own_networks" not in app.session_state
