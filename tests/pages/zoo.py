"""The page of all networks, on a machine without files of weights; and the table that its stage is sent."""

from models.nets import entries
from pages.shell.cached import downloads as cached_downloads
from tests.pages.test_pages import opened
from tests.viz.packed import unpacked


def without_files(folder, monkeypatch):
    """A machine that keeps what it downloads below a folder that is empty; where files of weights will stand."""
    monkeypatch.setenv("TORCH_HOME", str(folder))
    monkeypatch.delenv(entries.MOST, raising=False)
    cached_downloads._registry.cache_clear()
    return folder / "hub" / "checkpoints"


def zoo(**query):
    return opened("networks", part="zoo", **query)


def table(app):
    """What the stage of the table is sent; None where there is no table."""
    stages = (one.proto for one in app.get("bidi_component"))
    return next((unpacked(one.bytes)[0] for one in stages if one.component_name == "networks_zoo"), None)


def lines(sent):
    """The lines of what the table's stage is sent, by the network's name: each by its heads, as read and as sorted."""
    heads = [column["text"] for column in sent["columns"]]

    def by_head(cells):
        return dict(zip(heads, cells, strict=True))

    return {line["name"]: (by_head(line["cells"]), by_head(line["order"])) for line in sent["lines"]}
