"""Pooling: by PyTorch for the proof lines, what a moved picture changes, and the ways back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from jaxtyping import Float32, Float64

from pages.shell.records import NetworkName, Picture

if TYPE_CHECKING:
    from models.ops.enlarging import Stamp
    from models.records.layers import LayerChanges, PoolingLayer


from pages.shell.cached import caching
from pages.shell.cached.networks import GATE, PATIENCE, network, trace


def pooled(
    image: Float64[np.ndarray, "rows columns"], kind: str, **settings: Any
) -> Float32[np.ndarray, "output_rows output_columns"]:
    """What PyTorch makes of one plane by pooling, "max" or "average"; the settings are those of `max_pool`."""
    from models.nets.oracles.reference import pool

    return pool(image, kind, **settings)


@caching.resource(64)
def pooling_layers(picture: Picture, name: NetworkName) -> dict[str, PoolingLayer]:
    """The network's pooling layers, in order of execution."""
    from models.nets.maps.shifted import pooling_layers as found

    return found(network(name), trace(picture, name))


@caching.resource(64)
def shift_changes(picture: Picture, name: NetworkName, shifts: tuple[tuple[int, int], ...]) -> dict[str, LayerChanges]:
    """How far the maps around every pooling layer change when the picture is moved; shifts are (rows, columns)."""
    chosen, unmoved, layers = network(name), trace(picture, name), pooling_layers(picture, name)
    with GATE.place(PATIENCE):
        from models.nets.maps.shifted import changes

        return changes(chosen, picture.image, unmoved, layers, shifts)


@caching.resource(6)
def shifted_maps(
    picture: Picture, name: NetworkName, layer: str, by: tuple[int, int]
) -> tuple[Float32[np.ndarray, "channels rows columns"], Float32[np.ndarray, "channels pooled_rows pooled_columns"]]:
    """The maps before and after a pooling layer, of the picture moved by (rows, columns)."""
    chosen, about = network(name), pooling_layers(picture, name)[layer]
    unmoved = trace(picture, name)
    with GATE.place(PATIENCE):
        from models.nets.maps.shifted import maps_around, shifted_trace

        before, after = maps_around(unmoved if by == (0, 0) else shifted_trace(chosen, picture.image, by), about)
        return before.copy(), after.copy()  # not the whole trace is kept for these two


@caching.data(128)
def pooling_difference(picture: Picture, name: NetworkName, layer: str, by: tuple[int, int]) -> float:
    """The largest difference between a pooling layer worked out by hand and the network's own, over all its maps."""
    before, after = shifted_maps(picture, name, layer, by)
    about = pooling_layers(picture, name)[layer]
    with GATE.place(PATIENCE):
        from models.nets.maps.shifted import pooled_by_hand

        return float(np.abs(pooled_by_hand(about, before) - after).max())


def ways_back_by_torch(
    original: Float64[np.ndarray, "rows columns"], stamp: Stamp, *, align_corners: bool
) -> dict[str, Float32[np.ndarray, "rows columns"]]:
    """What PyTorch makes of the four ways back from a pooled map."""
    from models.nets.oracles.enlarged import ways_back

    return ways_back(original, stamp, align_corners=align_corners)
