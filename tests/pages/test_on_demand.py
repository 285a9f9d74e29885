"""Is what a stage is sent known by its key before it is made, and are no two things ever known by the same?"""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from pages.shell import on_demand, pictures
from pages.shell.cached import host, own_networks
from pages.shell.records import NetworkName, Picture
from viz.hosts.streamlit.parcels import Recipe

ROOT = Path(__file__).parent.parent.parent
CIFAR = NetworkName("cifar10")
MADE = []


@on_demand.recipe
def drawn(shown: tuple[Picture, ...], network: NetworkName, layer: str, lang: str = "en") -> bytes:
    MADE.append(layer)
    return f"{[one.key for one in shown]} {network} {layer} {lang}".encode()


@on_demand.recipe
def other(shown: tuple[Picture, ...], network: NetworkName, layer: str, lang: str = "en") -> bytes:
    return drawn(shown, network, layer, lang).make()


def picture(key="cat", colour=0):
    return Picture(key, Image.new("RGB", (8, 8), (colour, 0, 0)))


def test_nothing_is_made_before_somebody_asks():
    MADE.clear()
    made = drawn((picture(),), CIFAR, "conv1")
    assert isinstance(made, Recipe)
    assert not MADE
    assert made.make() == b"['cat'] cifar10 conv1 en"
    assert MADE == ["conv1"]


def test_the_same_has_the_same_key_however_it_is_asked_for():
    first = drawn((picture(),), CIFAR, "conv1")
    assert drawn((picture(),), network=CIFAR, layer="conv1", lang="en").key == first.key


def test_whatever_differs_makes_another_key(monkeypatch):
    cat = picture()
    made = [
        drawn((cat,), CIFAR, "conv1"),
        drawn((cat,), CIFAR, "conv2"),
        drawn((cat,), CIFAR, "conv1", "de"),
        drawn((cat,), NetworkName("imagenette"), "conv1"),
        drawn((cat, cat), CIFAR, "conv1"),
        drawn((picture(colour=1),), CIFAR, "conv1"),
        drawn((picture("coffee"),), CIFAR, "conv1"),  # the same pixels under another name
        other((cat,), CIFAR, "conv1"),
    ]
    monkeypatch.setattr(own_networks, "version", lambda _: "other weights")
    made.append(drawn((cat,), CIFAR, "conv1"))
    monkeypatch.setattr(on_demand, "_code", lambda: "after an update")
    made.append(drawn((cat,), CIFAR, "conv1"))
    assert len({one.key for one in made}) == len(made)


@pytest.mark.parametrize(("keys", "public"), [(("cat",), True), (("upload 1",), False), (("cat", "upload 2"), False)])
def test_what_comes_of_a_picture_of_ones_own_is_ones_own(keys, public):
    assert drawn(tuple(map(picture, keys)), CIFAR, "conv1").public is public


def test_what_comes_of_a_network_of_ones_own_is_made_at_once(monkeypatch):
    monkeypatch.setattr(host, "_host", [host.Plain()])
    monkeypatch.setattr(own_networks, "is_own", lambda name: name == "mine")
    monkeypatch.setattr(own_networks, "version", lambda _: "token")
    assert drawn((picture(),), NetworkName("mine"), "conv1") == b"['cat'] mine conv1 en"


def test_another_process_knows_it_by_the_same_key():
    lines = (
        "from pages.feature_maps.stage import _payload",
        "from pages.shell import pictures",
        "print(_payload((pictures.sample_picture('cat'),), 'cifar10', 'stage1.conv1', 'en').key)",
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", "; ".join(lines)], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.strip()
        for _ in range(2)
    }
    assert len(found) == 1
    assert len(found.pop()) == 40


def test_samples_count_as_opened_once_they_are():
    pictures.sample_picture("cat")
    assert "cat" in pictures.opened_samples()
    assert set(pictures.opened_samples()) <= set(pictures.sample_keys())
