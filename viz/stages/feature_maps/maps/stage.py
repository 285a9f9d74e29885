"""What the stage of the Feature maps page is sent, and what may come back from it.

Arrays [channels, rows, columns]; a layer without maps (a linear one) counts as maps of one cell.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from jaxtyping import Float32, UInt8

from models.ops.feature_maps import describe
from viz.ink import colour
from viz.stages.kernel.payload import encode, pack
from viz.stages.kernel.view import View, below, one_of, switch

ORDERS = ("index", "strongest", "mean", "spread", "zeros")
SCOPES = ("layer", "map")


@dataclass(frozen=True)
class MapsView(View):
    """What a visitor has settled on: the unit looked at, and how the maps are ordered and coloured."""

    channel: int = below("channels")
    row: int = below("rows")
    column: int = below("columns")
    order: str = one_of(ORDERS)
    scope: str = one_of(SCOPES)
    range: str = one_of(colour.RANGES)
    live: bool = switch()


@dataclass(frozen=True)
class Shown:
    """One picture on the stage: its name and label, its pixels as the network sees them, the layer's maps of it."""

    key: str
    label: str
    pixels: UInt8[np.ndarray, "rows columns 3"]
    maps: Float32[np.ndarray, "channels map_rows map_columns"]


@dataclass(frozen=True)
class Layer:
    """The layer on the stage. `field`: its receptive field as plain values, or None; `labels`: names of its units.

    `start`: the unit (channel, row, column) that is looked at first.
    """

    name: str
    alt: str
    labels: tuple[str, ...] | None
    field: Mapping[str, Any] | None
    kernels: Float32[np.ndarray, "channels 3 kernel_rows kernel_columns"] | None
    start: tuple[int, int, int] = (0, 0, 0)


def as_maps(values: Float32[np.ndarray, "..."]) -> Float32[np.ndarray, "channels rows columns"]:
    """One picture's activation [C, H, W] or [F] as maps; features become maps of one cell."""
    return values if values.ndim == 3 else values.reshape(-1, 1, 1)  # noqa: PLR2004, channels, rows, columns


def payload(layer: Layer, shown: tuple[Shown, ...], words: Mapping[str, str]) -> bytes:
    """Everything the browser needs to explore a layer on one picture, or two compared, without asking again."""
    planes: dict[str, np.ndarray] = {}
    for index, one in enumerate(shown):
        packed = encode(one.maps)
        planes |= {f"codes{index}": packed.codes, f"low{index}": packed.low, f"step{index}": packed.step}
        planes |= {f"picture{index}": one.pixels, f"statistics{index}": describe(one.maps).table()}
    if layer.kernels is not None:
        planes["kernels"] = layer.kernels
    header = {
        "layer": {"name": layer.name, "alt": layer.alt, "labels": layer.labels, "shape": shown[0].maps.shape},
        "pictures": [{"key": one.key, "label": one.label} for one in shown],
        "field": layer.field,
        "start": dict(zip(("channel", "row", "column"), layer.start, strict=True)),
        "words": dict(words),
    }
    return pack(header, planes)
