"""The parts of the shell that need no page: warm-up, the view between address and browser, links between languages."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from pages.feature_maps import view
from pages.shell import address
from viz.stages.feature_maps.maps.stage import MapsView

ROOT = Path(__file__).parent.parent.parent


def test_a_view_starts_at_the_strongest_unit():
    maps = np.zeros((3, 4, 5), np.float32)
    maps[2, 1, 3] = 7
    maps[1] = np.nan
    assert view.strongest(maps) == MapsView(2, 1, 3)


def test_a_view_of_nothing_but_nan_starts_somewhere():
    assert view.strongest(np.full((2, 2, 2), np.nan, np.float32)) == MapsView(0, 0, 0)


def test_the_payload_is_not_sent_again_for_what_the_browser_did_itself(monkeypatch):
    state = {}
    monkeypatch.setattr(address.st, "session_state", state)
    first = address.mounted("feature_maps", ("cat", "conv1"), MapsView(1, 1, 1))
    state["told feature_maps"] = MapsView(2, 0, 0)
    assert address.mounted("feature_maps", ("cat", "conv1"), MapsView(2, 0, 0)) is first
    assert address.mounted("feature_maps", ("cat", "conv1"), MapsView(2, 0, 0)) is first
    assert address.mounted("feature_maps", ("cat", "conv2"), MapsView(2, 0, 0)).serial > first.serial


def test_other_colours_are_a_new_view_for_the_stage(monkeypatch):
    state = {address.COURSE: address.Course("page", {})}
    monkeypatch.setattr(address.st, "session_state", state)
    first = address.mounted("feature_maps", ("cat", "conv1"), MapsView(1, 1, 1))
    state[address.COURSE] = address.Course("page", {"colours": "ember"})
    other = address.mounted("feature_maps", ("cat", "conv1"), MapsView(1, 1, 1))
    assert other.serial > first.serial
    assert address.mounted("feature_maps", ("cat", "conv1"), MapsView(1, 1, 1)) is other


def test_a_link_takes_a_view_back_that_the_browser_had_changed(monkeypatch):
    state = {}
    monkeypatch.setattr(address.st, "session_state", state)
    first = address.mounted("feature_maps", ("cat", "conv1"), MapsView(1, 1, 1))
    state["told feature_maps"] = MapsView(2, 0, 0)
    address.mounted("feature_maps", ("cat", "conv1"), MapsView(2, 0, 0))
    back = address.mounted("feature_maps", ("cat", "conv1"), MapsView(1, 1, 1))
    assert back.serial > first.serial, "the browser must be told to go back"


def test_warming_up_ends_ready_and_freezes_what_stays():
    code = (
        "import gc, time\n"
        "from pages.shell import warm_up\n"
        "warm_up.start(); warm_up.start(); warm_up.wait()\n"
        "end = time.monotonic() + 60\n"
        "while warm_up.state() not in ('ready', 'failed') and time.monotonic() < end: time.sleep(0.05)\n"
        "assert warm_up.state() == 'ready', warm_up.state()\n"
        "assert gc.get_freeze_count() > 10_000\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("here", "root"),
    [
        ("http://127.0.0.1:8501", "http://127.0.0.1:8501/"),
        ("http://127.0.0.1:8501/?picture=cat#x", "http://127.0.0.1:8501/"),
        ("https://hall.example/feature_maps?layer=conv1", "https://hall.example/"),
        ("https://hall.example/base", "https://hall.example/base/"),
        ("https://hall.example/base/", "https://hall.example/base/"),
        ("https://hall.example/base/of/it/batch_norm", "https://hall.example/base/of/it/"),
        (None, ""),
        ("", ""),
    ],
)
def test_the_root_is_where_the_browser_finds_the_server(monkeypatch, here, root):
    monkeypatch.setattr(address.st, "context", SimpleNamespace(url=here))
    assert address.root() == root
