"""Receptive fields: what units see and use, how fields come about, and what channels look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float32, Float64

from pages.shell.records import NetworkName, Picture

if TYPE_CHECKING:
    from models.ops.strongest import ColumnSpans, Peaks, RowSpans
    from models.records.receptive_field import Box, LayerRow


from pages.shell.cached import caching
from pages.shell.cached.networks import GATE, PATIENCE, fields_of, maps, network


@caching.resource(256)
def effective(
    picture: Picture, name: NetworkName, layer: str, unit: tuple[int, int, int]
) -> Float32[np.ndarray, "rows columns"]:
    """How much each pixel of what the network sees matters to one unit (channel, row, column)."""
    chosen = network(name)
    channel, row, column = unit
    with GATE.place(PATIENCE):
        from models.nets.receptive_field import effective as found

        return found(chosen, chosen.prepare(picture.image), layer, row, column, channel)


@caching.resource(8)
def layer_table(name: NetworkName) -> tuple[LayerRow, ...]:
    """Every layer in order of execution: its settings and its receptive field."""
    chosen = network(name)
    with GATE.place(PATIENCE):
        from models.nets.receptive_field import layer_table as found

        with chosen.lock:
            return found(chosen.module, chosen.input_size)


@caching.data(256)
def measured_box(name: NetworkName, layer: str, row: int, column: int) -> Box | None:
    """The pixels that move a unit, by PyTorch's gradient; None where that can't be asked."""
    chosen = network(name)
    with GATE.place(PATIENCE):
        from models.nets.fields.chain import measured_box as found

        with chosen.lock:
            return found(chosen.module, chosen.input_size, layer, row, column)


def spans(picture: Picture, name: NetworkName, layer: str) -> tuple[RowSpans, ColumnSpans]:
    """The pixels that each row and each column of a layer's units sees, [start, stop), cut to the picture."""
    from models.nets.maps.strongest import spans as seen_by

    return seen_by(fields_of(picture, name)[layer])


@caching.resource(1024)
def peaks(picture: Picture, name: NetworkName, layer: str) -> Peaks:
    """The strongest places of every channel of a layer on a picture; of the pass itself nothing is kept."""
    chosen, field = network(name), fields_of(picture, name)[layer]
    with GATE.place(PATIENCE):
        from models.nets.maps.strongest import peaks_of

        return peaks_of(chosen, picture.image, layer, field)


@caching.resource(64)
def traced_peaks(picture: Picture, name: NetworkName, layer: str) -> Peaks:
    """The same from the pass that is kept for the chosen picture."""
    from models.ops.strongest import strongest

    return strongest(maps(picture, name, layer), *spans(picture, name, layer))


def strongest_by_torch(
    values: Float32[np.ndarray, "rows columns"], rows: RowSpans, columns: ColumnSpans, most: int
) -> tuple[tuple[int, int], ...]:
    """The strongest places (row, column) of one map as torch finds them."""
    from models.nets.maps.strongest import strongest_by_torch as found

    return tuple((int(row), int(column)) for row, column in found(values, rows, columns, most))


@caching.data(64, of_network=False)
def ways_by_gradient(settings: tuple[tuple[int, int, int], ...], size: int) -> Float64[np.ndarray, "size size"]:
    """In how many ways each pixel leads to a unit of a stack (kernel, stride, dilation of each layer), by torch."""
    with GATE.place(PATIENCE):
        from models.nets.oracles.stacks import ways_by_gradient as by_torch

        return by_torch(settings, size)
