"""What a visitor has settled on within the Feature maps stage: in the address, in the browser, the same in both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from jaxtyping import Float32

from pages.shell import address
from viz.stages.feature_maps.maps.stage import View, read_view

STAGE = "feature_maps"
Shape = tuple[int, int, int]


def strongest(maps: Float32[np.ndarray, "channels rows columns"]) -> View:
    """The unit that responds most strongly: where a view starts."""
    values = np.where(np.isfinite(maps), maps, -np.inf)
    channel, row, column = (int(index) for index in np.unravel_index(values.argmax(), maps.shape))
    return View(channel, row, column)


def from_address(maps: Float32[np.ndarray, "channels rows columns"]) -> View:
    """The view the address asks for, within the bounds of this layer."""
    shape: Shape = maps.shape
    return read_view(address.here(), shape, strongest(maps))


def told(event: dict[str, Any], maps: Float32[np.ndarray, "channels rows columns"], also: Mapping[str, object]) -> None:
    """Takes over what the browser says of the layer that is shown, and writes it into the address; `also`: with it."""
    shape: Shape = maps.shape
    start = strongest(maps)
    address.told(STAGE, read_view(event, shape, start), start, also=also)
