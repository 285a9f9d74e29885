"""What can be taken from an output channel in parts: a table of the parts, and lines of PyTorch that print them."""

from __future__ import annotations

import csv
import io

from pages.convolution.inside.stage import Shown
from pages.convolution.inside.words import name_of
from pages.shell import export
from pages.shell.cached import networks
from pages.shell.language import say
from viz.stages.convolution.inside.stage import InsideView


def put(now: Shown, view: InsideView) -> None:
    """The whole section; the picture of the stage is saved on the stage."""
    name = f"{now.chosen.network}-{now.layer}-{now.channel}-{now.chosen.picture.key}"
    table = export.File(say("convolution_inside.save_csv"), name, "csv", lambda: parts(now, view))
    address = {"layer": now.layer, "channel": str(now.channel), "row": str(view.row), "column": str(view.column)}
    export.put(now.chosen, (table,), snippet(now, view), **address, input_channel=str(view.input_channel))


def parts(now: Shown, view: InsideView) -> str:
    """A CSV with one line an input channel: what it contributes at the position, and how much over the map."""
    file = io.StringIO()
    table = csv.writer(file)
    place = {"row": view.row, "column": view.column}
    table.writerow(
        [
            say("convolution_inside.columns.input_channel"),
            say("convolution_inside.columns.contribution", **place),
            say("convolution_inside.columns.size"),
        ]
    )
    here, sizes = now.sums.parts.maps[:, view.row, view.column], now.sums.parts.sizes
    lines = zip(range(len(here)), here, sizes, strict=True)
    table.writerows([name_of(now, index), f"{value:.9g}", f"{size:.9g}"] for index, value, size in lines)
    return file.getvalue()


def snippet(now: Shown, view: InsideView) -> str:
    """Lines of PyTorch that print the contributions on screen, their sum and the captured value."""
    trace = networks.trace(now.chosen.picture, now.chosen.network)
    module = trace[now.layer].module
    call = [name for name, made in trace.items() if made.module == module].index(now.layer)
    unit = {"channel": now.channel, "row": view.row, "column": view.column}
    about = {"network": now.chosen.network, "module": module, "call": call, **export.picture_code(now.chosen)}
    return export.code("convolution_inside", **about, **unit)
