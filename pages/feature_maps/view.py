"""What a visitor has settled on within the Feature maps stage: in the address, in the browser, the same in both."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float32

from pages.shell.staged import Staged
from viz.stages.feature_maps.maps.stage import MapsView
from viz.stages.kernel.cell import within

STAGE = "feature_maps"


def strongest(maps: Float32[np.ndarray, "channels rows columns"]) -> MapsView:
    """The unit that responds most strongly: where a view starts."""
    values = np.where(np.isfinite(maps), maps, -np.inf)
    channel, row, column = (int(index) for index in np.unravel_index(values.argmax(), maps.shape))
    return MapsView(channel, row, column)


def staged(maps: Float32[np.ndarray, "channels rows columns"]) -> Staged[MapsView]:
    """The stage of a layer with these maps."""
    return Staged(STAGE, strongest(maps), within(maps.shape))
