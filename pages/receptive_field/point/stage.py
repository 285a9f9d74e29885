"""Choosing a layer and a channel, and the stage on which a unit of it is pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import streamlit as st
from jaxtyping import Float32

from models.ops.effective_field import Region, mass_region
from pages.receptive_field import cached
from pages.shell import address, choice, language, layers, pictures
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.progress import progressing
from pages.shell.records import Choice
from viz.hosts.streamlit.mount import mount
from viz.stages.kernel.cell import within
from viz.stages.receptive_field.point import stage
from viz.stages.receptive_field.point.stage import UNIT, Effective, Layer, PointView, Ranges

STAGE = "point"
HALF, MOST = 0.5, 0.95


@dataclass(frozen=True, eq=False)
class Used:
    """A unit's effective field, the fewest pixels that hold half and 95 % of it, and over how many pictures it is."""

    field: np.ndarray
    half: Region
    most: Region
    count: int


def start_layer(chosen: Choice) -> str:
    """The last layer on the main path whose units see less than the whole picture; the first one where none does."""
    fields = networks.fields_of(chosen.picture, chosen.network)
    size = networks.network(chosen.network).input_size
    names, path = layers.layer_names(chosen), networks.main_path(chosen.network)
    exact = [name for name in path if name in names and name in fields and fields[name].scope == "exact"]
    small = [name for name in exact if fields[name].size < size]
    return small[-1] if small else names[0]


def choose_layer(chosen: Choice) -> str:
    """The list of layers; another one has its own places, and maybe fewer channels."""
    names, start, label = layers.layer_names(chosen), start_layer(chosen), say("receptive_field_point.layer")
    return str(address.pick(st.selectbox, "layer", label, names, start=start, forgets=UNIT))


def choose_channel(channels: int, start: int) -> int:
    """The channel, as a number that can be typed and stepped."""

    def number(label: str, options: Sequence[int], **rest: Any) -> Any:
        return st.number_input(label, options[0], options[-1], step=1, **rest)

    return int(address.pick(number, "channel", say("receptive_field_point.channel"), range(channels), start=start))


def current_layer(chosen: Choice) -> str:
    """The layer the address asks for."""
    asked = address.here().get("layer", "")
    return asked if asked in layers.layer_names(chosen) else start_layer(chosen)


def view_of(chosen: Choice, layer: str) -> PointView:
    """The unit the address asks for; the strongest of its channel where it names none."""
    maps = networks.maps(chosen.picture, chosen.network, layer)
    bounds = within(maps.shape)
    asked = PointView().read(address.here(), bounds)
    start = strongest(maps, asked.channel if "channel" in address.here() else None)
    return start.read(address.here(), bounds)


def strongest(maps: Float32[np.ndarray, "channels rows columns"], channel: int | None = None) -> PointView:
    """The strongest unit of a channel, or of all of them."""
    values = np.where(np.isfinite(maps), maps, -np.inf)
    if channel is None:
        channel = int(np.unravel_index(values.argmax(), maps.shape)[0])
    row, column = (int(place) for place in np.unravel_index(values[channel].argmax(), maps.shape[1:]))
    return PointView(channel, row, column)


def used(chosen: Choice, layer: str, view: PointView) -> Used | str:
    """What the unit uses of this picture, or of all pictures on average; the key of the words that say why nothing."""
    unit = (view.channel, view.row, view.column)
    over = [chosen.picture]
    if view.over == "average":
        over = [pictures.find(key) for key in pictures.choices()]
    waiting = progressing(over, "receptive_field_point.averaging")
    field = np.mean([cached.effective(picture, chosen.network, layer, unit) for picture in waiting], axis=0)
    if not np.isfinite(field).all():
        return "not_finite"
    if not field.any():
        return "none"
    return Used(field.astype(np.float32), mass_region(field, HALF), mass_region(field, MOST), len(over))


def put(chosen: Choice, layer: str, view: PointView) -> None:
    """Mounts the stage, and takes over the unit that the browser chooses."""
    maps = networks.maps(chosen.picture, chosen.network, layer)

    def heard(event: Any) -> None:
        said = event if isinstance(event, dict) else {}
        if said.get("step") in (1, -1):
            walk(chosen, layer, said["step"])
        elif said.get("layer") == layer:
            address.told(STAGE, view.read(said, within(maps.shape)), PointView(-1, -1, -1))

    picture = choice.label(chosen.picture.key)
    about = {
        "picture": picture,
        "alt": say("receptive_field_point.alt", layer=layer, picture=picture),
        "file": f"receptive-field-{chosen.network}-{layer}".replace(" ", "-"),
    }
    found = used(chosen, layer, view)
    effective = None if isinstance(found, str) else outlined(found)
    on_stage = Layer(layer, maps[view.channel], plain_field(chosen, layer), ranges(chosen, layer, maps.shape[1:]))
    seen = networks.seen(chosen.picture, chosen.network)
    kept = stage.payload(on_stage, seen, about, language.group("receptive_field_point.stage"))
    data = (kept, stage.used(effective))
    mount("receptive_field/point", data, key=STAGE, now={"view": asdict(view)}, answering=True, chosen=heard)


def outlined(found: Used) -> Effective:
    """The field with regions whose outline can be read: of a large picture those of the smoothed field."""
    rough = stage.roughness(found.field.shape)
    if rough == 1:
        return Effective(found.field, found.half.mask, found.most.mask)
    smooth = stage.smoothed(found.field.astype(np.float64), rough)
    return Effective(found.field, mass_region(smooth, HALF).mask, mass_region(smooth, MOST).mask, rough)


def walk(chosen: Choice, layer: str, step: int) -> None:
    """To the next layer or the one before, as far as there is one."""
    names = layers.layer_names(chosen)
    to = names.index(layer) + step
    if 0 <= to < len(names):
        address.write("layer", names[to], start_layer(chosen), forgets=UNIT)


def plain_field(chosen: Choice, layer: str) -> dict[str, Any]:
    """The layer's receptive field as plain values."""
    field = networks.fields_of(chosen.picture, chosen.network)[layer]
    return {name: getattr(field, name) for name in ("size", "stride", "padding", "scope", "reason", "spatial_size")}


def ranges(chosen: Choice, layer: str, places: tuple[int, ...]) -> tuple[Ranges, Ranges]:
    """The pixels that every row and every column of units sees; nothing where that is not known."""
    field = networks.fields_of(chosen.picture, chosen.network)[layer]
    if field.scope == "unknown":
        rows, columns = (np.zeros(count, dtype=np.int64) for count in places)
        return Ranges(rows, rows, np.full(rows.shape, np.nan)), Ranges(columns, columns, np.full(columns.shape, np.nan))
    rows_at, columns_at = field.centres
    return (
        Ranges(field.rows.starts, field.rows.stops, rows_at),
        Ranges(field.columns.starts, field.columns.stops, columns_at),
    )
