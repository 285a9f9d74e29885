"""What is said of random weights, and how trained ones arrive in their place."""

import hashlib
import io
import threading
from typing import get_args

import pytest
import torch

from models.nets import entries
from models.nets.entries import ENTRIES, Published
from models.nets.weights import downloads, published
from models.nets.weights import files as download_files
from pages.shell import weights_notice
from pages.shell.cached import downloads as cached_downloads
from tests.pages.test_pages import opened, words
from tests.pages.zoo import without_files, zoo


@pytest.fixture(autouse=True)
def no_files(tmp_path, monkeypatch):
    return without_files(tmp_path, monkeypatch)


def notice(app):
    return [markdown.value for markdown in app.main.markdown if "has random weights" in markdown.value]


def test_a_notice_until_it_is_dismissed_and_then_on_no_page():
    app = opened("feature_maps", network="squeezenet1_1")
    assert notice(app)
    assert "maps and answers mean nothing" in notice(app)[0]
    app.button(key="stay random").click().run()
    assert not notice(app)
    app.switch_page("../pooling/page.py").run()
    assert not notice(app)
    app.selectbox(key="network").set_value("shufflenet_v2_x0_5").run()
    assert notice(app), "it was dismissed for the other network alone"
    app.selectbox(key="network").set_value("cifar10").run()
    assert not notice(app)


@pytest.fixture
def arriving(monkeypatch, no_files):
    """Weights of squeezenet1_1 that `fetch` brings when the gate is open, and the file they become."""
    file = io.BytesIO()
    state = published.random_weights("squeezenet1_1").state_dict()
    torch.save({key: -value for key, value in state.items()}, file)
    content, gate = file.getvalue(), threading.Event()
    made = Published(f"squeezenet1_1-{hashlib.sha256(content).hexdigest()[:10]}.pth", len(content) / 2**20, 58.178)
    changed = tuple(
        entries.Entry(**{**vars(entry), "published": made}) if entry.name == "squeezenet1_1" else entry
        for entry in ENTRIES
    )
    monkeypatch.setattr(entries, "ENTRIES", changed)
    entries.by_name.cache_clear()
    cached_downloads.known.cache_clear()

    def fetch(_, opened, receiver, __):
        opened.write(content)
        receiver.add(len(content))
        assert gate.wait(30)
        receiver.add(0)

    monkeypatch.setattr(downloads, "fetch", fetch)
    yield gate, no_files / made.file
    gate.set()
    monkeypatch.undo()
    entries.by_name.cache_clear()
    cached_downloads.known.cache_clear()


def ended(visit):
    registry = cached_downloads._registry()
    going = [download for download in registry._known.values() if visit in download.asked]
    end = threading.Event()
    for _ in range(1000):
        if not any(download.going for download in going):
            return
        end.wait(0.01)
    pytest.fail("the download never ended")


def test_what_arrives_is_shown_with_nothing_kept_of_the_random_weights(arriving):
    gate, file = arriving
    app = opened("feature_maps", network="squeezenet1_1", picture="cat")
    before = next(line for line in words(app).splitlines() if "responds most strongly" in line)
    app.button(key="download weights").click().run()
    assert "on their way" in words(app)
    assert not file.exists()
    gate.set()
    ended(app.session_state["visit"])
    app.run()
    assert file.exists()
    assert not notice(app)
    assert "random weights" not in words(app)
    after = next(line for line in words(app).splitlines() if "responds most strongly" in line)
    assert after != before
    assert len(app.sidebar.get("progress")) == 3


def test_a_failed_download_names_the_file_and_offers_both_ways(arriving, monkeypatch):
    gate, file = arriving
    gate.set()

    def refuse(*_):
        raise downloads.Problem("offline", reason="Name or service not known")

    monkeypatch.setattr(downloads, "fetch", refuse)
    app = zoo(network="squeezenet1_1")
    app.button(key="download weights").click().run()
    ended(app.session_state["visit"])
    app.run()
    said = words(app)
    assert "this machine may have no internet" in said
    assert f"put `{file.name}` (5.0 MB) into `$TORCH_HOME/hub/checkpoints`" in said
    assert str(file.parent) not in said, "where the server keeps its files is its own business"
    assert app.button(key="download weights").label.startswith("Try again")
    assert app.button(key="stay random")


@pytest.mark.parametrize("code", get_args(download_files.Code))
def test_every_problem_has_a_sentence(code):
    details = {"status": 404, "reason": "why", "seconds": "20", "received": 1000, "expected": 2000}
    now = cached_downloads.Progress("failed", 0.0, 1.0, None, None, code, details, joined=True)
    said = weights_notice._problem(now, cached_downloads.Weights("missing", "net-1234.pth", "/folder", 3.0))
    assert "put `net-1234.pth` (3.0 MB) into `/folder`" in said
    assert "{" not in said


def test_a_damaged_file_is_named_on_every_page(no_files):
    no_files.mkdir(parents=True)
    file = no_files / next(entry.published.file for entry in ENTRIES if entry.name == "squeezenet1_1")
    file.write_bytes(b"half of it")
    for topic in ("networks", "pooling"):
        assert f"`{file.name}` in `$TORCH_HOME/hub/checkpoints` was damaged and has been removed" in words(
            opened(topic, network="squeezenet1_1")
        )
    assert not file.exists()
