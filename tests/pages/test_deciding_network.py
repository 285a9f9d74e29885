"""A network of somebody's own that goes another way for bright pictures: every page follows the way of the picture."""

import re

import pytest

from pages.shell.cached import networks
from pages.shell.pictures import find
from tests.pages.test_pages import opened, words

BUILD = """
import torch
from torch import nn
from torch.nn import functional


class Deciding(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Conv2d(3, 6, 3, padding=1), nn.Conv2d(6, 8, 3, padding=1)
        self.head = nn.Linear(8, 3)

    def forward(self, x):
        x = self.first(x)
        if x.std() > {}:
            x = functional.max_pool2d(x, 2)
        return self.head(self.second(x).mean((2, 3)))


def build():
    torch.manual_seed(0)
    return Deciding().eval(), dict(input_size=(32, 32))
"""


@pytest.fixture(params=[0.0, 1e9], ids=["pooled", "as it is"])
def network(request, monkeypatch, tmp_path):
    name = f"deciding_{request.param_index}"
    (tmp_path / f"{name}.py").write_text(BUILD.format(request.param))
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("CONVOSCOPE_NETWORK", f"{name}:build")
    return networks.network_names()[0], request.param == 0


def test_the_point_follows_the_picture(network):
    name, pooled = network
    size, box = ((8, 8), "8 × 8") if pooled else ((5, 5), "5 × 5")
    assert networks.fields(name)["second"].scope == "unknown"
    assert networks.fields_of(find("cat"), name)["second"].size == size
    said = words(
        opened("receptive_field", part="point", network=name, layer="second", channel="1", row="7", column="6")
    )
    assert f"sees **{box}** pixels" in said
    assert re.search(r"\b0 of [\d,]+ pixels outside the box have a gradient other than 0", said)


@pytest.mark.parametrize(
    ("topic", "part"),
    [
        ("feature_maps", None),
        ("receptive_field", "growth"),
        ("receptive_field", "top_patches"),
        ("pooling", "invariance"),
    ],
)
def test_other_pages_open_on_it(network, topic, part):
    query = {"part": part} if part else {}
    opened(topic, network=network[0], layer="second", **query)


def test_what_depends_on_the_picture_is_said_layer_by_layer(network):
    said = words(opened("receptive_field", part="growth", network=network[0], layer="second"))
    assert "second" in said
