"""A unit on the visitor's picture: the pixels it can see, and those it really uses."""

from __future__ import annotations

import csv
import io

import numpy as np
import streamlit as st

from models.ops.effective_field import deviation, side
from pages.receptive_field.point import stage as stages
from pages.receptive_field.point.stage import Used
from pages.shell import export, pictures, presets, progress
from pages.shell.cached import networks
from pages.shell.language import decimal, say, whole
from pages.shell.proof import Proof
from pages.shell.records import Choice, NetworkName
from pages.shell.slide import table
from viz.hosts.streamlit.mount import mount
from viz.stages.receptive_field.point.stage import PointView

SMALL = {"picture": "cat", "network": "cifar10", "layer": "stage2.conv1", "channel": "3"}
TRY = {
    "try_small": SMALL,
    "try_large": {
        "picture": "cat",
        "network": "resnet18",
        "layer": "layer3.1.conv2",
        "channel": "7",
        "row": "7",
        "column": "7",
    },
    "try_border": {"picture": "coffee", "network": "cifar10", "layer": "stage3.conv1", "row": "0", "column": "0"},
}
BOX = ("row", "column", "top", "left", "bottom", "right")


def show(chosen: Choice) -> None:
    """The whole part."""
    stage(chosen)
    below(chosen)


@st.fragment
def stage(chosen: Choice) -> None:
    """The lists, and the stage below them."""
    st.title(say("receptive_field_point.question"), anchor=False)
    answer, left, right = st.columns([9, 8, 4], vertical_alignment="bottom")
    answer.markdown(say("receptive_field_point.answer"))
    with progress.loading():
        networks.trace(chosen.picture, chosen.network)
    with left:
        layer = stages.choose_layer(chosen)
    view = stages.view_of(chosen, layer)
    with right:
        stages.choose_channel(len(networks.maps(chosen.picture, chosen.network, layer)), view.channel)
    unit(chosen, layer)


@st.fragment
def unit(chosen: Choice, layer: str) -> None:
    """The stage alone: a click on a unit needs no new lists. Page keys on it lead to another layer, which does."""
    if stages.current_layer(chosen) != layer:
        st.rerun()
    stages.put(chosen, layer, stages.view_of(chosen, layer))


@st.fragment
def below(chosen: Choice) -> None:
    """What is said about the unit, and what can be taken from it: it follows when the stage has been drawn."""
    mount("frame/relay", {}, key=f"echo {stages.STAGE}", heard=lambda _: None)
    layer = stages.current_layer(chosen)
    view = stages.view_of(chosen, layer)
    field = networks.fields_of(chosen.picture, chosen.network)[layer]
    if field.scope == "unknown":
        st.markdown(say("receptive_field_point.unknown", layer=layer, reason=field.reason))
    found = stages.used(chosen, layer, view)
    if isinstance(found, str):
        st.markdown(say(f"receptive_field_point.{found}"))
    elif field.scope != "unknown":
        summary(chosen, layer, view, found)
        proof(chosen, layer, view, found)
    if networks.network(chosen.network).weights == "random":
        st.caption(say("receptive_field_point.random"))
    put_tries()
    keep(chosen, layer, view, None if isinstance(found, str) else found)
    with st.expander(say("page.depth")):
        st.markdown(say("receptive_field_point.depths.formula"))
        st.markdown(say("receptive_field_point.depths.traps"))


def put_tries() -> None:
    """What there is to try; how much the first of them uses is measured on the very unit it leads to."""
    small = Choice(pictures.find(SMALL["picture"]), NetworkName(SMALL["network"]))
    view = stages.strongest(networks.maps(small.picture, small.network, SMALL["layer"]), int(SMALL["channel"]))
    found = stages.used(small, SMALL["layer"], view)
    box = networks.fields_of(small.picture, small.network)[SMALL["layer"]].box(view.row, view.column)
    high, wide = box.bottom - box.top, box.right - box.left
    half = found.half.pixels if isinstance(found, Used) else 0
    numbers = {"try_small": {"high": high, "wide": wide, "all": high * wide, "half": half}}
    presets.put(
        {f"receptive_field_point.{key}": {"part": "point", **query} for key, query in TRY.items()},
        numbers={f"receptive_field_point.{key}": values for key, values in numbers.items()},
    )


def summary(chosen: Choice, layer: str, view: PointView, found: Used) -> None:
    """What the unit sees and what it uses, in numbers."""
    field = networks.fields_of(chosen.picture, chosen.network)[layer]
    box = field.box(view.row, view.column)
    high, wide = box.bottom - box.top, box.right - box.left
    down, across = deviation(found.field)
    said = [
        say(
            "receptive_field_point.summary",
            row=view.row,
            column=view.column,
            layer=layer,
            high=high,
            wide=wide,
            half=decimal(side(found.half), 0),
            half_pixels=whole(found.half.pixels),
            most_pixels=whole(found.most.pixels),
            most=decimal(side(found.most), 0),
            down=decimal(down, 2),
            across=decimal(across, 2),
        )
    ]
    rows, columns = field.size
    if field.scope == "exact" and (high < rows or wide < columns):
        said.append(say("receptive_field_point.summary_clipped", size_rows=rows, size_columns=columns))
    if view.over == "average":
        said.append(say("receptive_field_point.average", count=found.count))
    st.markdown(" ".join(said))


def proof(chosen: Choice, layer: str, view: PointView, found: Used) -> None:
    """How many pixels inside and outside the box really change the unit."""
    box = networks.fields_of(chosen.picture, chosen.network)[layer].box(view.row, view.column)
    inside = np.zeros(found.field.shape, dtype=bool)
    inside[box.top : box.bottom, box.left : box.right] = True
    matters = found.field > 0
    counts = {"outside": (matters & ~inside).sum(), "all": (~inside).sum()}
    counts |= {"inside": (matters & inside).sum(), "boxed": inside.sum()}
    said = say("receptive_field_point.proof", **{name: whole(int(count)) for name, count in counts.items()})
    Proof(said, holds=counts["outside"] == 0).put()


def keep(chosen: Choice, layer: str, view: PointView, found: Used | None) -> None:
    """The link, the numbers, and lines of PyTorch."""
    name = f"{chosen.network}-{layer}"
    files = [export.File(say("receptive_field_point.save_boxes"), f"boxes-{name}", "csv", lambda: boxes(chosen, layer))]
    if found is not None:
        label = say("receptive_field_point.save_csv")
        files.insert(0, export.File(label, f"effective-{name}", "csv", lambda: table(found.field)))
    export.put(chosen, files, snippet(chosen, layer, view), part="point", layer=layer)


def boxes(chosen: Choice, layer: str) -> str:
    """A CSV with one line a unit: its place, and the pixels it sees, half-open."""
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow([say(f"receptive_field_point.columns.{column}") for column in BOX])
    field = networks.fields_of(chosen.picture, chosen.network)[layer]
    if field.scope != "unknown":
        places = np.ndindex(*networks.maps(chosen.picture, chosen.network, layer).shape[1:])
        for row, column in places:
            box = field.box(row, column)
            lines.writerow([row, column, box.top, box.left, box.bottom, box.right])
    return file.getvalue()


def snippet(chosen: Choice, layer: str, view: PointView) -> str:
    """Lines of PyTorch that print the unit's effective field by backpropagation."""
    # A hook can be put on a module, and hears its first call: that is the layer of the same name.
    made = networks.trace(chosen.picture, chosen.network)[layer]
    way = "hook" if made.module == layer else "graph"
    unit = {"channel": view.channel, "row": view.row, "column": view.column}
    about = {"network": chosen.network, "layer": layer, **export.picture_code(chosen)}
    return export.code(f"receptive_field_point_{way}", **about, **unit)
