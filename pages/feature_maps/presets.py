"""What there is to try on the Feature maps page; what the words promise is counted on the very maps that are shown."""

from __future__ import annotations

import numpy as np

from models.ops.feature_maps import describe
from pages.shell import language, pictures, presets
from pages.shell.cached import caching, networks
from pages.shell.language import decimal
from pages.shell.records import NetworkName

NETWORK = NetworkName("cifar10")
EDGES = {"picture": "bars 45", "layer": "stage1.conv1", "order": "strongest"}
RELU = {"picture": "cat", "layer": "stage1.relu1", "order": "zeros", "live": "true"}
LAST = {"picture": "cat", "layer": "stage3.relu2", "order": "strongest"}


def put() -> None:
    """The heading and the buttons."""
    made = _made(NETWORK, language.current())
    presets.put(
        {key: {"network": NETWORK, **state} for key, (state, _) in made.items()},
        numbers={key: numbers for key, (_, numbers) in made.items()},
    )


@caching.resource(8)
def _made(network: NetworkName, lang: str) -> dict[str, tuple[dict[str, str], dict[str, object]]]:
    del network, lang  # only parts of the key
    return {"feature_maps.try_edges": edges(), "feature_maps.try_relu": relu(), "feature_maps.try_last": last()}


def edges() -> tuple[dict[str, str], dict[str, object]]:
    """The first layer's maps of slanting bars, at the strongest of them."""
    return {**EDGES, "channel": str(_strongest(EDGES))}, {}


def relu() -> tuple[dict[str, str], dict[str, object]]:
    """The maps after the first ReLU, at the first of those that are shown: silent ones are hidden."""
    zeros = describe(_maps(RELU)).zeros
    channel = int(np.where(zeros < 1, zeros, -1).argmax())
    return {**RELU, "channel": str(channel)}, {"channel": channel, "percent": decimal(100 * zeros[channel], 1)}


def last() -> tuple[dict[str, str], dict[str, object]]:
    """The last maps, with how much of the picture a cell in the corner sees, and one in the middle."""
    _, rows, columns = _maps(LAST).shape
    height, width = networks.network(NETWORK).input_size
    field = networks.fields(NETWORK)[LAST["layer"]]
    corner, middle = field.box(0, 0), field.box(rows // 2, columns // 2)
    shares = [(box.bottom - box.top) * (box.right - box.left) / (height * width) for box in (corner, middle)]
    corner_percent, middle_percent = (decimal(100 * share, 0) for share in shares)
    percents = {"corner_percent": corner_percent, "middle_percent": middle_percent}
    middle_unit = {"channel": str(_strongest(LAST)), "row": str(rows // 2), "column": str(columns // 2)}
    return {**LAST, **middle_unit}, {"rows": rows, "columns": columns, **percents}


def _maps(state: dict[str, str]) -> np.ndarray:
    return networks.maps(pictures.find(state["picture"]), NETWORK, state["layer"])


def _strongest(state: dict[str, str]) -> int:
    """The map that comes first where the strongest does."""
    return int(_maps(state).max(axis=(1, 2)).argmax())
