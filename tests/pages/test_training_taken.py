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

from models.nets.own.trained import Unfit, network_of, tensors_of, trained_network
from pages.training.train.files import snippet_taken
from pages.training.train.taking import trained_of
from tests.pages.snippets import ran
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
