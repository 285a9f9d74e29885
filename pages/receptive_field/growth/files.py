"""All layers of a network as a table, and what can be taken from there: the table, and lines of PyTorch."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import streamlit as st

from models.ops.receptive_field import centre
from pages.receptive_field.growth.rungs import SETTINGS, rungs
from pages.shell import export, language
from pages.shell.cached import caching, networks
from pages.shell.language import say
from pages.shell.records import Choice, NetworkName
from viz.stages.receptive_field.growth.stage import GrowthView, Rung

HEIGHT = 320
NONE = "–"
CellView = int | float | str | None


def table(chosen: Choice) -> None:
    """Every layer in a table that can be sorted."""
    _table(chosen.network, language.current())


@caching.drawn(16)
def _table(network: NetworkName, lang: str) -> None:
    del lang  # only a part of the key
    st.header(say("receptive_field_growth.table"), anchor=False)
    st.dataframe(columns(rungs(network)), hide_index=True, height=HEIGHT, width="stretch", placeholder=NONE)


def columns(found: Sequence[Rung]) -> dict[str, list[CellView]]:
    """The table by columns. A pair is one column where rows and columns are alike in every layer, else two."""
    made: dict[str, list[CellView]] = {_title("number"): list(range(1, len(found) + 1))}
    made |= {_title(name): [getattr(rung, name) for rung in found] for name in ("name", "kind")}
    for name in SETTINGS:
        made |= _pair(name, [rung.window.get(name) for rung in found])
    made |= _pair("places", [rung.places for rung in found])
    made[_title("scope")] = [say(f"receptive_field_growth.scope.{rung.scope.replace(' ', '_')}") for rung in found]
    made |= _pair("size", [rung.size if rung.scope == "exact" else None for rung in found])
    # Units that aren't evenly spaced have neither stride nor padding.
    even = [rung.axes if rung.scope == "exact" and all(axis.stride for axis in rung.axes) else None for rung in found]
    made |= _pair("field_stride", [axes and (axes[0].stride, axes[1].stride) for axes in even])
    made |= _pair("field_padding", [axes and (axes[0].padding, axes[1].padding) for axes in even])
    return made | _pair("centre", [axes and (centre(axes[0], 0), centre(axes[1], 0)) for axes in even])


def _title(name: str) -> str:
    return say(f"receptive_field_growth.columns.{name}")


def _pair(name: str, pairs: Sequence[tuple[float, float] | None]) -> dict[str, list[CellView]]:
    if all(pair is None or pair[0] == pair[1] for pair in pairs):
        return {_title(name): [None if pair is None else pair[0] for pair in pairs]}
    return {
        say(f"receptive_field_growth.columns.{axis}", column=_title(name)): [
            None if pair is None else pair[index] for pair in pairs
        ]
        for index, axis in enumerate(("rows", "columns"))
    }


def as_csv(found: Sequence[Rung]) -> str:
    """The same table as a CSV; what has no answer stays empty."""
    file = io.StringIO()
    made = columns(found)
    writer = csv.writer(file)
    writer.writerow(made)
    writer.writerows(zip(*made.values(), strict=True))
    return file.getvalue()


def put(chosen: Choice, rung: Rung, view: GrowthView) -> None:
    """The whole section; the picture of the stage is saved on the stage."""
    name = f"receptive-fields-{chosen.network}"
    saved = export.File(say("receptive_field_growth.save_csv"), name, "csv", lambda: as_csv(rungs(chosen.network)))
    address = {"part": "growth", "layer": view.layer, "row": str(view.row), "column": str(view.column)}
    export.put(chosen, (saved,), snippet(chosen, rung, view), **address)


def snippet(chosen: Choice, rung: Rung, view: GrowthView) -> str:
    """Lines of PyTorch that print the box on stage: with a hook where a module made the layer, else by torch.fx."""
    link = networks.chain(chosen.network)[rung.name]
    row, column = rung.unit(view.row, view.column)
    unit = f"[0, {row}, {column}]" if link.channels_last else f"[0, :, {row}, {column}]"
    if link.features:
        unit = "[0]"
    way = "hook" if link.module == rung.name else "graph"
    return export.code(f"receptive_field_growth_{way}", network=chosen.network, layer=rung.name, unit=unit)
