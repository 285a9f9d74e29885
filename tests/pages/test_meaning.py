"""Every page with networks whose numbers mean different things: the right probabilities, and no second softmax."""

import contextlib
import io
import re
import sys

import numpy as np
import pytest
import torch

from models.images import sample
from models.nets.own import from_python
from pages.shell.cached import networks
from pages.shell.pictures import sample_picture
from tests.pages.test_pages import opened, words

MODULE = """
import torch
from torch import nn

LABELS = ["cat", "dog", "fox"]


class Net(nn.Module):
    def __init__(self, classes, end, channels=3):
        super().__init__()
        torch.manual_seed(5)
        self.conv = nn.Conv2d(channels, 8, 5, stride=3)
        self.bn = nn.BatchNorm2d(8)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(8, classes)
        nn.init.normal_(self.fc.weight)
        self.end = end

    def forward(self, x):
        return self.end(self.fc(self.pool(self.bn(self.conv(x)).relu()).flatten(1)))


def built(classes, end, **about):
    channels = about.pop("channels", 3)
    return Net(classes, end, channels), {"input_size": (32, 32), **about}


def softmax():
    return built(3, nn.Softmax(1), labels=LABELS)


def log_softmax():
    return built(3, lambda z: nn.functional.log_softmax(z, dim=1), labels=LABELS)


def sigmoid():
    return built(3, torch.sigmoid, labels=LABELS)


def told():
    return built(3, nn.Identity(), labels=LABELS, meaning="independent_logits")


def one_logit():
    return built(1, nn.Identity(), labels=["ham", "spam"])


def one_probability():
    return built(1, nn.Sigmoid(), labels=["spam"])


def number():
    return built(1, nn.Identity(), labels=["age"])


def grey():
    return built(3, nn.Softmax(1), labels=LABELS, channels=1, input_size=(28, 56), mean=[0.5], std=[0.25])


def nonsense():
    return built(3, nn.Identity(), meaning="scores")
"""
CLASSES = ("softmax", "log_softmax", "sigmoid", "told", "one_logit", "one_probability", "grey")
SQUASH = dict.fromkeys(("sigmoid", "told", "one_logit", "one_probability"), torch.sigmoid)


@pytest.fixture(scope="module", autouse=True)
def made_module(tmp_path_factory):
    folder = tmp_path_factory.mktemp("meaning")
    (folder / "meaning_of_mine.py").write_text(MODULE)
    sys.path.insert(0, str(folder))
    yield
    sys.path.remove(str(folder))


def probabilities(name):
    """By PyTorch alone, from what goes into the end of the network."""
    network = from_python.load(name)
    with torch.inference_mode():
        module, batch = network.module, network.prepare(sample("cat"))
        z = module.fc(module.pool(module.bn(module.conv(batch)).relu()).flatten(1))[0].double()
    found = SQUASH.get(name.partition(":")[2], lambda z: torch.softmax(z, 0))(z)
    return dict(zip(network.labels, (torch.cat([1 - found, found]) if len(z) == 1 else found).tolist(), strict=True))


def shown(monkeypatch, function, topic, **query):
    name = f"meaning_of_mine:{function}"
    monkeypatch.setenv(from_python.VARIABLE, name)
    app = opened(topic, network=name, **query)
    assert not app.exception, app.exception
    return name, app


def printed(app):
    """What the lines of "The same in PyTorch" print; they change nothing that is shared."""
    lines = next(block.value for block in app.code if "import torch" in block.value)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(lines, "lines", "exec"), {})  # noqa: S102 - it is what the page shows
    return out.getvalue()


@pytest.mark.parametrize("function", CLASSES)
def test_the_start_says_the_networks_own_probabilities(monkeypatch, function):
    name, app = shown(monkeypatch, function, "home")
    wanted = probabilities(name)
    best = max(wanted, key=wanted.get)
    said = words(app)
    assert f"**{best}**, with" in said
    assert f"{100 * wanted[best]:.1f} %" in said
    assert "rank 1 of 1" not in said
    for answer, value in networks.answers(sample_picture("cat"), name):
        assert value == pytest.approx(wanted[answer], abs=1e-6)
    assert f"{best}: {100 * wanted[best]:.1f} %" in printed(app)
    assert ("the brightness of every pixel" in said) == (function == "grey")


@pytest.mark.parametrize("function", CLASSES)
def test_the_answer_is_taken_apart_down_to_the_right_probability(monkeypatch, function):
    name, app = shown(monkeypatch, function, "prediction", part="answer")
    wanted = probabilities(name)
    best = max(wanted, key=wanted.get)
    said = words(app)
    percent = float(re.search(r"that is \*\*([\d.]+) %\*\*", said)[1])
    assert percent == pytest.approx(100 * wanted[best], rel=1e-3)
    assert ("rank 1 of" in said) == (networks.meaning(name).ending == "softmax")
    assert "rank 1 of 1;" not in said
    assert ("ends in a" in said) == (function not in ("told", "one_logit"))
    differences = [float(number) for number in re.findall(r"difference (\d\.\de[+-]\d+)", said)]
    assert max(differences) < 1e-5
    probability = float(re.search(r"probability ([\d.e-]+)", printed(app))[1])
    assert probability == pytest.approx(wanted[best], rel=1e-4)


@pytest.mark.parametrize("function", ["softmax", "one_probability", "one_logit", "number"])
@pytest.mark.parametrize("label", [None, "0"])
def test_where_the_answer_comes_from_adds_up(monkeypatch, function, label):
    _, app = shown(monkeypatch, function, "prediction", part="where", **({"class": label} if label else {}))
    said = words(app)
    assert float(re.search(r"Largest difference: ([\d.e+-]+)\.", said)[1]) < 1e-5
    lines = printed(app)
    found = (re.findall(rf"{word} ([-\d.e]+)", lines) for word in ("total", "logit"))
    for total, logit in zip(*found, strict=True):
        assert float(total) == pytest.approx(float(logit), abs=1e-4)


@pytest.mark.parametrize("function", CLASSES)
def test_the_probe_watches_the_right_probabilities(monkeypatch, function):
    name, app = shown(monkeypatch, function, "prediction", part="probe", edit="right.4")
    wanted = probabilities(name)
    best = max(wanted, key=wanted.get)
    said = words(app)
    assert f"**{best}** went from {100 * wanted[best]:.1f} % to" in said
    assert float(re.search(r"differ by at most ([\d.e+-]+)\.", said)[1]) < 1e-5
    assert f"{best}: {100 * wanted[best]:.1f} % ->" in printed(app)


def test_a_number_is_no_probability_anywhere(monkeypatch):
    name, app = shown(monkeypatch, "number", "home")
    said = words(app)
    assert "**age** is" in said
    assert "%." not in said.split("plain numbers")[1][:80]
    assert "age: " in printed(app)
    _, app = shown(monkeypatch, "number", "prediction", part="answer")
    said = words(app)
    assert "no probabilities, no temperature" in said
    assert "rank" not in said
    assert "output" in printed(app)
    _, app = shown(monkeypatch, "number", "prediction", part="probe")
    assert any("no probabilities here that could change" in info.value for info in app.info)
    assert networks.meaning(name).ending == "none"


@pytest.mark.parametrize("topic", ["convolution", "pooling", "feature_maps", "receptive_field", "batch_norm"])
def test_a_wide_grey_network_is_shown_on_every_page(monkeypatch, topic):
    _, app = shown(monkeypatch, "grey", topic)
    assert not app.error
    said = words(app)
    assert "28 × 56 pixels: the middle of the picture" in said
    assert "Brightness only" in said
    assert "red, green" not in said


def test_inside_its_first_convolution_the_input_is_the_brightness(monkeypatch):
    _, app = shown(monkeypatch, "grey", "convolution", part="inside", layer="conv")
    said = words(app)
    assert "brightness as the network is given it" in said
    assert "red" not in said.split()
    assert float(re.search(r"cells of the map: ([\d.e+-]+)\.", said)[1]) < 1e-5


def test_what_a_network_means_is_asked_in_known_words(monkeypatch):
    monkeypatch.setenv(from_python.VARIABLE, "meaning_of_mine:nonsense")
    with pytest.raises(from_python.NotANetwork, match="meaning is 'scores', but must be one of logits, probabilities"):
        from_python.load("meaning_of_mine:nonsense")


def test_answers_add_up_where_one_is_right():
    for function in ("softmax", "one_probability"):
        assert np.isclose(sum(probabilities(f"meaning_of_mine:{function}").values()), 1)
