"""What there is to try on the start page: a residual block, a whole network, a dense block."""

from __future__ import annotations

from models.ops.residual import around, identity_blocks
from pages.home import cached
from pages.shell import pictures, presets
from pages.shell.records import Choice, NetworkName, Picture

PHOTOGRAPHS = NetworkName("imagenette")  # a bundled network with blocks that add their bare input
RESIDUAL = "home.try_residual"
STATES = {
    "home.try_whole": {"network": "cifar10", "picture": "coffee", "open": "all"},
    "home.try_dense": {
        "network": "densenet121",
        "picture": "cat",
        "open": "features.denseblock1-features.transition1",
    },
}


def put(chosen: Choice) -> None:
    """The heading and the buttons."""
    picture = pictures.find("cat")
    found = [(name, _residual(picture, name)) for name in (chosen.network, PHOTOGRAPHS)]
    network, state = next((name, state) for name, state in found if state)
    named = {RESIDUAL: {"network": network, "block": state["open"].rpartition(",")[2]}}
    presets.put({RESIDUAL: {"network": network, "picture": picture.key, **state}, **STATES}, numbers=named)


def _residual(picture: Picture, network: NetworkName) -> dict[str, str]:
    """The first block of a network whose shortcut is the bare input: what to unfold, and the addition to look at."""
    layers, groups = cached.summary(picture, network).layers, cached.stages(picture, network)
    for block in identity_blocks(layers):
        if keys := around(block, layers, groups):
            return {"open": ",".join(keys), "at": block.addition}
    return {}
