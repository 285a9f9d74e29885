"""What a visitor takes home from a layer: the link, the sheet of maps, the numbers, the statistics, PyTorch lines."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from string import Template
from urllib.parse import urlencode, urlsplit

import numpy as np
import streamlit as st

from models.ops.feature_maps import describe
from pages.shell import cached, choice, pictures
from pages.shell.choice import Choice
from pages.shell.language import say
from viz import colour, tiles
from viz.components.feature_maps.stage import View

SNIPPETS = Path(__file__).parent.parent / "text" / "snippets"
COLUMNS = ("channel", "minimum", "maximum", "mean", "deviation", "zeros")


def put(chosen: Choice, layer: str, shown: View) -> None:
    """The whole section."""
    st.subheader(say("feature_maps.keep"), anchor=False)
    name = f"{chosen.network}-{layer}-{chosen.picture.key}".replace(" ", "-")
    with st.container(horizontal=True):
        _save("png", f"{name}.png", "image/png", lambda: sheet(chosen, layer, shown))
        _save("npz", f"{name}.npz", "application/octet-stream", lambda: numbers(chosen, layer))
        _save("csv", f"{name}.csv", "text/csv", lambda: statistics(chosen, layer))
    with st.expander(say("feature_maps.link")):
        st.code(link(chosen, layer), language=None, wrap_lines=True)
        if chosen.picture.key.startswith(pictures.OWN):
            st.caption(say("feature_maps.link_own"))
    with st.expander(say("feature_maps.same")):
        st.caption(say("feature_maps.same_text"))
        st.code(snippet(chosen, layer, shown))


def _save(kind: str, name: str, mime: str, make: object) -> None:
    label = say(f"feature_maps.save_{kind}")
    icon = ":material/download:"
    st.download_button(label, make, name, mime, key=f"save_{kind}", on_click="ignore", icon=icon)  # type: ignore[arg-type]


def link(chosen: Choice, layer: str) -> str:
    """The address of this view, complete: also with what stands for itself when left out."""
    here = urlsplit(st.context.url or "")
    query = {"picture": chosen.picture.key, "network": chosen.network, "layer": layer, **st.query_params.to_dict()}
    return here._replace(query=urlencode(query), fragment="").geturl()


def sheet(chosen: Choice, layer: str, shown: View) -> bytes:
    """A PNG of all maps on the layer's scale."""
    maps = cached.maps(chosen.picture, chosen.network, layer)
    finite = maps[np.isfinite(maps)]
    ends = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    scale = colour.limits(*ends, shown.range)  # type: ignore[arg-type]
    title = say(
        "feature_maps.sheet_title", network=chosen.network, layer=layer, picture=choice.label(chosen.picture.key)
    )
    return tiles.sheet(maps, scale, title)


def numbers(chosen: Choice, layer: str) -> bytes:
    """An NPZ with the layer's values as captured, [1, channels, rows, columns] or [1, features], and what they are."""
    activation = cached.trace(chosen.picture, chosen.network)[layer]
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
    found = describe(cached.maps(chosen.picture, chosen.network, layer))
    columns = (found.minimum, found.maximum, found.mean, found.deviation, found.zeros)
    table.writerows(
        [channel, *(f"{value:.9g}" for value in row)] for channel, row in enumerate(zip(*columns, strict=True))
    )
    return file.getvalue()


def snippet(chosen: Choice, layer: str, shown: View) -> str:
    """Lines of PyTorch that print the numbers on screen: with a hook where a module made them, else by torch.fx."""
    trace = cached.trace(chosen.picture, chosen.network)
    # A hook can be put on a module, and hears its first call: that is the layer of the same name.
    way = "hook" if trace[layer].module == layer else "graph"
    template = Template((SNIPPETS / f"feature_maps_{way}.txt").read_text(encoding="utf-8"))
    own = chosen.picture.key.startswith(pictures.OWN)
    name = chosen.picture.key.replace(" ", "_")
    return template.substitute(
        picture='decode(open("your-picture.jpg", "rb").read())' if own else f'sample("{name}")',
        reader="decode" if own else "sample",
        network=chosen.network,
        layer=layer,
        channel=shown.channel,
        row=shown.row,
        column=shown.column,
    )
