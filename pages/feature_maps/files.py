"""What can be taken from a layer: the sheet of its maps, its numbers, its statistics, and lines of PyTorch."""

from __future__ import annotations

import csv
import io

import numpy as np

from models.ops.feature_maps import describe
from pages.shell import choice, colours, export
from pages.shell.cached import networks
from pages.shell.language import say, written
from pages.shell.records import Choice
from viz.ink import colour, tiles
from viz.stages.feature_maps.maps.stage import MapsView

COLUMNS = ("channel", "minimum", "maximum", "mean", "deviation", "zeros")


def put(chosen: Choice, layer: str, shown: MapsView) -> None:
    """The whole section."""
    name = f"{chosen.network}-{layer}-{chosen.picture.key}"
    files = (
        export.File(say("feature_maps.save_png"), name, "png", lambda: sheet(chosen, layer, shown)),
        export.File(say("feature_maps.save_npz"), name, "npz", lambda: numbers(chosen, layer)),
        export.File(say("feature_maps.save_csv"), name, "csv", lambda: statistics(chosen, layer)),
    )
    export.put(chosen, files, snippet(chosen, layer, shown), layer=layer)


def sheet(chosen: Choice, layer: str, shown: MapsView) -> bytes:
    """A PNG of all maps on the layer's scale."""
    maps = networks.maps(chosen.picture, chosen.network, layer)
    finite = maps[np.isfinite(maps)]
    ends = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    scale = colour.limits(*ends, shown.range)  # type: ignore[arg-type]
    title = say(
        "feature_maps.sheet_title", network=chosen.network, layer=layer, picture=choice.label(chosen.picture.key)
    )
    return tiles.sheet(maps, scale, title, colours.current(), _end)


def _end(value: float) -> str:
    """An end of the scale; the type that pictures are written in has no true minus."""
    return written(f"{value:.4g}").replace("−", "-")


def numbers(chosen: Choice, layer: str) -> bytes:
    """An NPZ with the layer's values as captured, [1, channels, rows, columns] or [1, features], and what they are."""
    activation = networks.trace(chosen.picture, chosen.network)[layer]
    file = io.BytesIO()
    np.savez_compressed(
        file,
        values=activation.values,
        shape=np.array(activation.values.shape),
        network=np.array(chosen.network),
        layer=np.array(layer),
        kind=np.array(activation.kind),
        picture=np.array(chosen.picture.key),
    )
    return file.getvalue()


def statistics(chosen: Choice, layer: str) -> str:
    """A CSV with one line a channel."""
    file = io.StringIO()
    table = csv.writer(file)
    table.writerow([say(f"feature_maps.columns.{column}") for column in COLUMNS])
    found = describe(networks.maps(chosen.picture, chosen.network, layer))
    columns = (found.minimum, found.maximum, found.mean, found.deviation, found.zeros)
    table.writerows(
        [channel, *(f"{value:.9g}" for value in row)] for channel, row in enumerate(zip(*columns, strict=True))
    )
    return file.getvalue()


def snippet(chosen: Choice, layer: str, shown: MapsView) -> str:
    """Lines of PyTorch that print the numbers on screen: with a hook where a module made them, else by torch.fx."""
    # A hook can be put on a module, and hears its first call: that is the layer of the same name.
    way = "hook" if networks.trace(chosen.picture, chosen.network)[layer].module == layer else "graph"
    unit = {"channel": shown.channel, "row": shown.row, "column": shown.column}
    about = {"network": chosen.network, "layer": layer, **export.picture_code(chosen)}
    return export.code(f"feature_maps_{way}", **about, **unit)
