"""The way back, worked out: one map, its maxima, and four maps of the old size made from them.

The map is the picture's grey middle, or one map that goes into a pooling layer of the network. Maps [rows, columns].
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from models.images import square
from models.ops.enlarging import STAMPS, Loss, Stamp, WaysBack, loss, stamp, ways_back
from pages.pooling import cached
from pages.shell.cached import networks
from pages.shell.records import Choice
from viz.stages.pooling.unpooling.stage import WAYS

PICTURE = "picture"
SIDE = 24  # pixels: windows of 2, 3 and 4 divide it
WINDOWS = (2, 3, 4)
CORNERS = ("cells", "corners")  # what bilinear enlargement lays on each other: align_corners False, True


@dataclass(frozen=True)
class Setting:
    """What is chosen above the stage; the channel counts for maps of the network alone."""

    source: str = PICTURE
    channel: int = 0
    window: int = WINDOWS[0]
    corners: str = CORNERS[0]
    stamp: str = STAMPS[0]

    @property
    def align_corners(self) -> bool:
        """How PyTorch calls it."""
        return self.corners == CORNERS[1]


@dataclass(frozen=True, eq=False)
class Case:
    """All there is to say. `cut`: rows and columns in no window; `difference`: the largest to PyTorch's maps."""

    ways: WaysBack
    stamp: Stamp
    losses: dict[str, Loss]
    cut: tuple[int, int]
    difference: float


def sources(chosen: Choice) -> dict[str, str]:
    """The layers whose maps go into pooling with windows: layer before it to pooling layer."""
    layers = cached.pooling_layers(chosen.picture, chosen.network)
    return {
        about.source: name
        for name, about in layers.items()
        if not about.everything and min(about.before[1:]) >= 2 * WINDOWS[-1]
    }


def maps(chosen: Choice, source: str) -> Float[np.ndarray, "channels rows columns"]:
    """All maps of a source; the picture is one."""
    if source == PICTURE:
        return np.asarray(square(chosen.picture.image, SIDE).convert("L")).astype(np.float64)[None]
    return networks.maps(chosen.picture, chosen.network, source).astype(np.float64)


def work_out(chosen: Choice, setting: Setting) -> Case:
    """The map pooled and brought back."""
    image = maps(chosen, setting.source)[setting.channel]
    ways = ways_back(image, setting.window, kind=setting.stamp, align_corners=setting.align_corners)
    kernel = stamp(setting.stamp, setting.window)
    by_torch = cached.ways_back_by_torch(ways.original, kernel, align_corners=setting.align_corners)
    by_hand = {"pooled": ways.winners.values, **{way: getattr(ways, way) for way in WAYS}}
    rows, columns = ways.original.shape
    return Case(
        ways=ways,
        stamp=kernel,
        losses={way: loss(ways.original, by_hand[way]) for way in WAYS},
        cut=(image.shape[0] - rows, image.shape[1] - columns),
        difference=max(float(np.abs(by_hand[name] - by_torch[name]).max()) for name in by_hand),
    )
