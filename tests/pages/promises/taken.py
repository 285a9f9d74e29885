"""Behind the links that follow "Look inside this network": the network that was trained, on each page they name."""

import json
import tempfile
from dataclasses import asdict
from pathlib import Path
from urllib.parse import parse_qs

from tests.pages import test_training_taken as taken
from tests.pages.promises.doors import door
from tests.viz.node import ROOT, told_by
from viz.stages.training.train.view import TrainView

SCRIPT = ROOT / "tests/viz/training/take_view.mjs"


def told():
    view = TrainView().read({"count": "60", "updates": "5", **taken.VIEWS["norm"]})
    with tempfile.TemporaryDirectory() as folder:
        return told_by(SCRIPT, json.dumps({"view": asdict(view), "heldOut": taken.HELD}), Path(folder))["told"]


@door("training/train/taking.py", "links.to")
def _():
    handed = told()
    links = [link.proto for link in taken.visit(handed, "training", "train").main.get("page_link")]
    assert {link.page for link in links} >= {"feature_maps", "receptive_field", "batch_norm", "prediction"}
    for link in links:
        assert parse_qs(link.query_string)["network"] == ["own 1"]
    for topic in {link.page for link in links}:
        part = next(part for one, part in taken.PARTS if one == topic)
        app = taken.visit(handed, topic, part)
        assert not app.exception
        assert "own 1" in app.query_params["network"]
