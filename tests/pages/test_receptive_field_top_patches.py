"""What the part says a channel looks at is what the network responds to; no address breaks it."""

import io
import re
from dataclasses import replace

import numpy as np
import pytest
import torch
from PIL import Image

from models.images import sample, samples
from models.nets.catalogue import load
from pages.receptive_field.top_patches.part import TRY
from pages.shell.cached import networks
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words


def looks(**query):
    return opened("receptive_field", part="top_patches", **query)


def captured(layer, names, network="cifar10"):
    """A layer's maps of several pictures, heard by a hook."""
    chosen, kept = load(network), []
    handle = chosen.module.get_submodule(layer).register_forward_hook(lambda _, __, out: kept.append(out[0].clone()))
    with torch.inference_mode():
        for name in names:
            chosen.module(chosen.prepare(sample(name)))
    handle.remove()
    return [maps.reshape(len(maps), *(maps.shape[1:] or (1, 1))).numpy() for maps in kept]


def reading(app):
    return next(line for line in words(app).splitlines() if "responds most strongly" in line)


def test_the_reading_names_the_strongest_unit_of_the_channel():
    (maps,) = captured("stage2.conv1", ["coffee"])
    row, column = np.unravel_index(maps[7].argmax(), maps[7].shape)
    said = reading(looks(picture="coffee", layer="stage2.conv1", channel="7"))
    assert f"**{maps[7].max():.4g}**, the unit at row {row}, column {column} of its map" in said


def test_over_all_pictures_the_strongest_picture_is_named():
    names = [one.name for one in samples()]
    maps = captured("stage2.relu1", names)
    strongest = max(range(len(names)), key=lambda index: maps[index][12].max())
    said = reading(looks(picture="cat", layer="stage2.relu1", channel="12", where="all"))
    assert f"Over {len(names)} pictures" in said
    assert f"**{maps[strongest][12].max():.4g}**" in said
    assert names[strongest].replace("_", " ").capitalize() in said


def test_a_channel_of_the_last_layer_ranks_whole_pictures():
    names = [one.name for one in samples()]
    values = [maps[3, 0, 0] for maps in captured("linear", names)]
    said = words(looks(layer="linear", channel="3", where="all"))
    assert f"Of {len(names)} pictures, channel 3 of **linear** responds most strongly to **Cat**" in said
    assert f"the last of the 9 shown has {sorted(values)[-9]:.4g}".replace("-", "−") in said
    assert "finds 9 of 9 the same" in said


def test_the_proof_finds_the_same_places():
    said = words(looks(layer="stage1.conv1", channel="4"))
    assert re.search(r"finds (\d+) of \1 the same. Largest difference: 0\.", said)


def test_a_layer_without_places_says_what_it_has():
    said = words(looks(layer="linear", channel="3"))
    assert "has one value" in said
    assert "nothing to prove" in said


def test_a_silent_channel_has_no_patch():
    (maps,) = captured("stage3.relu2", ["point"])
    silent = [channel for channel, one in enumerate(maps) if np.ptp(one) == 0]
    assert silent
    said = words(looks(picture="point", layer="stage3.relu2", channel=str(silent[0])))
    assert "gives the same value everywhere" in said


def test_an_unknown_field_is_said_to_be_unknown(monkeypatch):
    """No network on offer has such a layer, so one is made out to be unknown."""
    known = networks.fields("cifar10")
    made = {**known, "pool1": replace(known["pool1"], scope="unknown", reason="it is kept secret")}
    monkeypatch.setattr(networks, "fields_of", lambda *_: made)
    app = looks(layer="pool1")
    assert "not known, so there is nothing to cut out: it is kept secret." in app.info[0].value
    assert "Three things to try" in [each.value for each in app.header]


def test_random_weights_are_marked():
    assert "Random weights" in words(looks(network="squeezenet1_1"))


def test_an_upload_takes_part():
    app = looks(layer="linear", channel="0", where="all")
    file = io.BytesIO()
    Image.fromarray(np.full((40, 40, 3), 200, np.uint8)).save(file, "PNG")
    app.file_uploader[0].upload("mine.png", file.getvalue()).run()
    assert not app.exception
    assert f"Of {len(samples()) + 1} pictures" in words(app)


@pytest.mark.parametrize(
    "query",
    [{"layer": "nowhere"}, {"channel": "-1"}, {"channel": "9" * 300, "count": "7"}, {"where": "everywhere"},
     {"layer": "linear", "channel": "10"}, {"picture": "../x", "count": "{}"}],
    ids=str,
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    assert looks(**query).title[0].value == "What is it looking at?"


PLACES = [
    {"picture": "rocket", "layer": "stage1.conv1", "channel": "5"},
    {"picture": "cat", "layer": "stage2.relu1", "channel": "12", "count": "6", "where": "all"},
    {"picture": "cat", "layer": "linear", "channel": "3", "where": "all"},
    {"picture": "coffee", "layer": "stage3.relu1"},
    {"picture": "cat", "network": "resnet18", "layer": "layer1.0.add", "channel": "3", "count": "12"},
]


@pytest.mark.parametrize("query", PLACES, ids=lambda query: " ".join(query.values()))
def test_the_same_in_pytorch_prints_the_patches(query):
    app = looks(**query)
    snippet = next(code.value for code in app.code if "import torch" in code.value)
    shown = ran(snippet)
    lines = shown.splitlines()
    shown = re.search(r"[Ii]ts (\d+) strongest|of the (\d+) (?:patches|shown)", reading(app))
    assert len(lines) == int(next(number for number in shown.groups() if number))
    value, row, column = re.match(r"(\S+) in .* at row (\d+), column (\d+)", lines[0]).groups()
    said = reading(app).replace("−", "-")
    assert f"**{float(value):.4g}**" in said
    if query["layer"] != "linear" and query.get("where") != "all":
        assert f"the unit at row {row}, column {column}" in said
    last = float(lines[-1].split()[0])
    assert said.rstrip(".").endswith((f"has {last:.4g}", "lowest value")) or f"has {last:.4g}." in said


@pytest.mark.parametrize("key", TRY)
def test_every_thing_to_try_is_a_state_of_the_page(key):
    app = looks(**{name: value for name, value in TRY[key].items() if name != "part"})
    assert str(app.session_state["picked layer"]) == TRY[key]["layer"]
    assert str(app.session_state["picked where"]) == TRY[key]["where"]
