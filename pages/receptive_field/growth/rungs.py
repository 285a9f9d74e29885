"""The way through the layers: each of a network with its field, its units, and how the one came from the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from models.ops.receptive_field import PIXELS, Axis
from pages.receptive_field import cached
from pages.shell.cached import caching, networks
from pages.shell.records import NetworkName
from viz.stages.receptive_field.growth.stage import Axes, Branches, How, Other, Pair, Rung, Same, Units, Window

PICTURE = "input"
PIXELS_SEEN = (PIXELS, PIXELS)
SETTINGS = ("kernel", "stride", "padding", "dilation")


@caching.resource(8)
def rungs(network: NetworkName) -> tuple[Rung, ...]:
    """Every layer in order of execution."""
    links, seen, found = networks.chain(network), {PICTURE: PIXELS_SEEN}, list[Rung]()
    last: Rung | None = None
    for row in cached.layer_table(network):
        field = row.field
        seen[row.name] = axes = _axes(field.size, field.stride, field.padding)
        sources = links[row.name].sources or (PICTURE,)
        window = {name: pair for name in SETTINGS if (pair := getattr(row, name)) is not None}
        rung = Rung(
            name=row.name,
            kind=row.kind,
            scope=field.scope,
            reason=field.reason,
            axes=axes,
            places=row.places,
            how=_how(tuple((_named(source), seen[source]) for source in sources), window, axes),
            units=_units(field.centres, (field.rows, field.columns)) if field.scope == "exact" else None,
            through=field.spatial_size,
            window=window,
        )
        found.append(replace(rung, fresh=_differs(rung, last)))
        last = found[-1] if found[-1].fresh else last
    return tuple(found)


def _axes(size: Pair, stride: Pair, padding: Pair) -> Axes:
    return Axis(size[0], stride[0], padding[0]), Axis(size[1], stride[1], padding[1])


def _differs(rung: Rung, last: Rung | None) -> bool:
    """Whether its field is another than the last that was; before the first there are the pixels.

    What stands beside the windows and joins all places once more, inside squeeze and excitation, say, is nothing new.
    """
    if last is None:
        return (rung.scope, rung.axes) != ("exact", PIXELS_SEEN)
    if rung.scope == last.scope == "whole image" and rung.through is None:
        return False
    return (rung.scope, rung.axes, rung.through) != (last.scope, last.axes, last.through)


def _how(inputs: tuple[tuple[str, Axes], ...], window: Mapping[str, Pair], axes: Axes) -> How:
    """The first description whose result is the layer's field, to the number; else none is claimed."""
    source, before = inputs[0]
    if len(inputs) > 1:
        met = Branches(inputs)
        return met if met.result() == axes else Other(source)
    if window:
        found = Window(source, before, **{"dilation": (1, 1), **window})
        return found if found.result() == axes else Other(source)
    return Same(source) if before == axes else Other(source)


def _named(source: str) -> str:
    """A layer's name; nothing for the picture, which the page calls in the visitor's language."""
    return "" if source == PICTURE else source


def _units(centres: tuple[Any, Any], spans: tuple[Any, Any]) -> tuple[Units, Units]:
    rows, columns = (Units(each.starts, each.stops, middles) for each, middles in zip(spans, centres, strict=True))
    return rows, columns


def start_of(network: NetworkName) -> str:
    """Where the stage begins: at the last layer whose field is exact and another than the one before."""
    found = [rung.name for rung in rungs(network) if rung.scope == "exact" and rung.fresh]
    return found[-1] if found else rungs(network)[0].name
