"""A network whose answers to a dark picture are no numbers: every page says what it still can, and none breaks."""

import pytest

from pages.shell.cached import networks
from tests.pages.test_families import parts
from tests.pages.test_pages import opened

BUILD = """
import torch
from torch import nn


class Darkness(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.head = nn.Conv2d(3, 6, 3, padding=1), nn.Linear(6, 3)

    def forward(self, x):
        return self.head(self.first(x).mean((2, 3))) * (x.mean((1, 2, 3)) - 0.02).sqrt()[:, None]


def build():
    torch.manual_seed(0)
    return Darkness().eval(), dict(input_size=(32, 32), mean=[0.0] * 3, std=[1.0] * 3)
"""
DARK, BRIGHT = "point", "cat"


@pytest.fixture
def network(monkeypatch, tmp_path):
    (tmp_path / "darkness_of_mine.py").write_text(BUILD)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("CONVOSCOPE_NETWORK", "darkness_of_mine:build")
    return networks.network_names()[0]


def test_what_would_change_it_says_that_there_is_nothing_to_change(network):
    for picture, told in ((DARK, True), (BRIGHT, False)):
        app = opened("prediction", part="probe", network=network, picture=picture)
        assert any("are not finite numbers" in info.value for info in app.info) == told


@pytest.mark.parametrize(("topic", "names"), list(parts()))
def test_no_page_breaks(network, topic, names):
    for part in names:
        app = opened(topic, network=network, picture=DARK, **({"part": part} if part else {}))
        assert not app.exception, f"{topic}, {part}"
