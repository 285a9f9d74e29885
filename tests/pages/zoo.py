"""The page of all networks, on a machine without files of weights."""

from models.nets import entries
from pages.shell.cached import downloads as cached_downloads
from tests.pages.test_pages import opened


def without_files(folder, monkeypatch):
    """A machine that keeps what it downloads below a folder that is empty; where files of weights will stand."""
    monkeypatch.setenv("TORCH_HOME", str(folder))
    monkeypatch.delenv(entries.MOST, raising=False)
    cached_downloads._registry.cache_clear()
    return folder / "hub" / "checkpoints"


def zoo(**query):
    return opened("networks", part="zoo", **query)
