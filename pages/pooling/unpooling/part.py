"""The way back: a map is max-pooled, and brought back to its old size in four ways, side by side with what it was."""

from __future__ import annotations

from typing import Any

import numpy as np
import streamlit as st

from models.ops.enlarging import STAMPS
from pages.pooling.unpooling import words
from pages.pooling.unpooling.case import CORNERS, PICTURE, WINDOWS, Case, Setting, maps, sources, work_out
from pages.shell import address, export, language, parts, presets, progress
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.records import Choice
from pages.shell.staged import Staged
from viz.stages.kernel.cell import within
from viz.stages.pooling.unpooling import stage

STAGE = "unpooling"
PART = {"network": "cifar10", "part": "unpooling"}
OF_A_SOURCE = ("channel", "row", "column")
TRY = {
    "try_unpool": {"picture": "digit", "window": "2", "stamp": "copy"},
    "try_tent": {"picture": "cat", "window": "2", "stamp": "tent"},
    "try_checkerboard": {"picture": "coffee", "source": "stage1.relu2", "stamp": "uneven"},
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("pooling_unpooling.question"), anchor=False)
    st.markdown(say("pooling_unpooling.answer"))
    with progress.loading():
        networks.trace(chosen.picture, chosen.network)
    _all(chosen)


@st.fragment
def _all(chosen: Choice) -> None:
    choices, shown = parts.beside()
    with choices:
        setting = _controls(chosen)
    case = work_out(chosen, setting)
    with shown:
        _stage(chosen, setting, case)
    st.markdown(words.reading(case, setting))
    words.proof(case).put()
    if not sources(chosen):
        st.info(say("pooling_unpooling.no_windows", network=chosen.network))
    presets.put({f"pooling_unpooling.{key}": {**PART, **query} for key, query in TRY.items()})
    name = f"pooling-back-{setting.source}-{chosen.picture.key}"
    file = export.File(say("pooling_unpooling.save_csv"), name, "csv", lambda: words.table(case))
    export.put(chosen, (file,), words.snippet(chosen, setting, case), part="unpooling")
    with st.expander(say("page.depth")):
        st.markdown(say("pooling_unpooling.depths"))


def _controls(chosen: Choice) -> Setting:
    layers = sources(chosen)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        source = address.pick(
            st.selectbox,
            "source",
            say("pooling_unpooling.source"),
            (PICTURE, *layers),
            forgets=OF_A_SOURCE,
            format_func=lambda name: _source_label(name, layers),
            width=220,
        )
        channel = 0 if source == PICTURE else _channel(chosen, source)
        window = _segments("window", WINDOWS)
        corners = _segments("corners", CORNERS)
        stamp = _segments("stamp", STAMPS)
    return Setting(source, channel, window, corners, stamp)


def _channel(chosen: Choice, source: str) -> int:
    found = maps(chosen, source)
    strongest = int(np.nan_to_num(found.mean(axis=(1, 2)), nan=-np.inf).argmax())
    options = tuple(range(len(found)))
    label = say("pooling_unpooling.channel")
    return int(address.pick(st.selectbox, "channel", label, options, start=strongest, width=90))


def _segments(name: str, options: tuple[object, ...]) -> Any:
    """A row of buttons; numbers stand for themselves."""
    return address.pick(
        st.segmented_control,
        name,
        say(f"pooling_unpooling.{name}"),
        options,
        required=True,
        format_func=lambda option: (
            str(option) if isinstance(option, int) else say(f"pooling_unpooling.{name}_{option}")
        ),
    )


def _source_label(name: str, layers: dict[str, str]) -> str:
    if name == PICTURE:
        return say("pooling_unpooling.source_picture")
    return say("pooling_unpooling.source_layer", name=name, pooling=layers[name])


def _stage(chosen: Choice, setting: Setting, case: Case) -> None:
    """Mounts the maps."""
    settings = stage.Settings(setting.window, setting.align_corners, case.stamp)
    captions, said = words.captions(chosen, setting, case), language.group("pooling_unpooling.stage")

    def payload() -> bytes:
        return stage.payload(case.ways, settings, captions, said)

    about = (chosen.picture.key, chosen.picture.digest, chosen.network, setting, language.current())
    start, bounds = stage.start_of(case.ways), within(case.ways.original.shape)
    Staged(STAGE, start, bounds).mount("pooling/unpooling", about, payload)
