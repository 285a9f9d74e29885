"""What the part says stands on the page, and no address breaks it."""

import json
import re
from dataclasses import asdict

import numpy as np
import pytest

from pages.training.train.files import snippet
from pages.training.train.part import START, TRY
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words
from tests.viz.node import ROOT, told_by
from viz.stages.training.train.view import TrainView


def train(**query):
    return opened("training", part="train", **query)


def test_the_page_says_what_it_is_and_links_to_it():
    app = train(updates="12", rate="0.5")
    assert app.title[0].value == "Can you train a network here?"
    assert "300 held-out pictures" in words(app)
    assert "up to 2,000 updates" in words(app)
    link = next(code.value for code in app.code if "part=train" in code.value)
    assert "updates=12" in link
    assert "rate=0.5" in link


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [("8k3s1m-16k5s2nb", "convolutions", "8k3s1m-16k5s2nb"), ("", "convolutions", ""),
     ("8k3s1m-", "convolutions", "8k3s1m"), ("0k3s1m", "convolutions", "8k3s1m"), ("65k3s1m", "convolutions", "8k3s1m"),
     ("8k4s1m", "convolutions", "8k3s1m"), ("-".join(["2k3s1n"] * 4), "convolutions", "8k3s1m"),
     ("64-32", "hidden", "64-32"), ("257", "hidden", ""), ("1-2-3", "hidden", ""), ("0", "hidden", ""),
     ("1e9", "rate", 1e9), ("1e10", "rate", 0.05), ("nan", "rate", 0.05), ("16", "side", 16), ("17", "side", 16),
     ("2001", "updates", 0), ("7", "count", 1500), ("0.14", "noise", 0.15), ("digits", "source", "shapes")],
    ids=str,
)  # fmt: skip
def test_an_address_is_read_or_falls_back(said, field, value):
    assert getattr(TrainView().read({field: said}), field) == value


@pytest.mark.parametrize(
    "query", [{"convolutions": "<script>"}, {"hidden": "9" * 5000}, {"rate": "-1"}, {"seed": "x"}], ids=str
)
def test_a_tampered_address_falls_back(query):
    assert "press Start" in words(train(**query))


@pytest.mark.parametrize("key", TRY)
def test_every_thing_to_try_is_a_view_of_the_page(key):
    query = {name: value for name, value in TRY[key].items() if name != "part"}
    view = TrainView().read(query)
    assert {name: str(value) for name, value in view.said().items()} == query
    assert START.keys() == TRY[key].keys()


@pytest.mark.parametrize(
    "query",
    [{"convolutions": "4k3s1mb-6k5s2a", "optimizer": "adam", "rate": "0.01"},
     {"convolutions": "5k3s2n", "hidden": "12-8", "activation": "sigmoid", "decay": "0.01"},
     {"convolutions": "", "hidden": "", "optimizer": "sgd", "side": "28", "batch": "32"}],
    ids=str,
)  # fmt: skip
def test_the_same_in_pytorch_prints_the_same_losses(query, tmp_path):
    view = TrainView().read({"count": "100", "updates": "25", **query})
    file = tmp_path / "training.npz"
    losses = told_by(
        ROOT / "tests/viz/training/keep_view.mjs", json.dumps({"view": asdict(view), "heldOut": 50}), str(file)
    )
    kept = np.load(file)
    assert kept["losses"].tolist() == losses
    assert (kept["pictures"].shape, kept["moments"].tolist()) == ((100, 1, view.side, view.side), list(range(26)))
    printed = re.findall(r"update (\d+): loss ([\d.]+), in the browser ([\d.]+)", ran(snippet(view), tmp_path))
    assert [int(update) for update, *_ in printed] == list(range(1, 26))
    np.testing.assert_allclose([float(loss) for _, loss, _ in printed], losses, atol=2e-4)
    np.testing.assert_allclose([float(loss) for *_, loss in printed], losses, atol=6e-5)


def test_the_lines_stand_on_the_page():
    code = next(code.value for code in train(convolutions="8k3s1mb").code if "import torch" in code.value)
    assert "nn.BatchNorm2d(8)," in code


def test_lines_that_need_no_convoscope_say_so():
    captions = [caption.value for caption in train().caption]
    assert any("Convoscope need not be" in said for said in captions)
    assert not any("Convoscope has to be installed" in said for said in captions)
    captions = [caption.value for caption in opened("training", part="edges").caption]
    assert any("Convoscope has to be installed" in said for said in captions)
