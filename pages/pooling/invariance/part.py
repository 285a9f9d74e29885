"""What pooling forgives: the picture moved by a few pixels, the maps before and after pooling, and a curve of both."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.pooling import cached
from pages.pooling.invariance import controls, words
from pages.pooling.invariance.case import PICTURE, SHIFTS, Case, Setting, layer_case, picture_case
from pages.shell import address, charts, choice, export, language, parts, presets, progress
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.records import Choice
from pages.shell.staged import Staged
from viz.ink.curves import curves
from viz.stages.kernel.cell import within
from viz.stages.pooling.invariance import stage

STAGE = "invariance"
PART = {"network": "cifar10", "part": "invariance"}
TRY = {
    "try_point": {"picture": "point", "kernel": "identity", "window": "2", "direction": "right", "shift": "1"},
    "try_stride": {"picture": "cat", "kernel": "sobel right", "window": "2", "direction": "right", "shift": "2"},
    "try_global": {"picture": "cat", "source": "average", "direction": "diagonal", "shift": "4"},
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("pooling_invariance.question"), anchor=False)
    st.markdown(say("pooling_invariance.answer"))
    with progress.loading():
        networks.trace(chosen.picture, chosen.network)
    _all(chosen)


@st.fragment
def _all(chosen: Choice) -> None:
    choices, shown = parts.beside()
    with choices:
        setting = controls.setting(chosen)
    case = picture_case(chosen, setting) if setting.source == PICTURE else layer_case(chosen, setting)
    maps, curve = shown.columns([11, 9])
    with maps:
        _stage(chosen, setting, case)
    with curve:
        _curve(setting, case)
    st.markdown(words.reading(case, setting))
    words.proof(case, setting).put()
    _network(chosen, setting)
    presets.put({f"pooling_invariance.{key}": {**PART, **query} for key, query in TRY.items()})
    _keep(chosen, setting, case)
    with st.expander(say("page.depth")):
        st.markdown(say("pooling_invariance.depths"))


def _stage(chosen: Choice, setting: Setting, case: Case) -> None:
    """Mounts the six maps."""
    words_ = language.group("pooling_invariance.stage")

    def payload() -> bytes:
        return stage.payload(case.shown, _captions(chosen, setting, case), words_)

    about = (chosen.picture.key, chosen.picture.digest, chosen.network, setting, language.current())
    start, bounds = stage.start_of(case.shown), within(case.shown.before.old.shape)
    Staged(STAGE, start, bounds).mount("pooling/invariance", about, payload)


def _captions(chosen: Choice, setting: Setting, case: Case) -> stage.Captions:
    heads = []
    for side, pair in (("before", case.shown.before), ("after", case.shown.after)):
        rows, columns = pair.old.shape
        kind = "picture" if setting.source == PICTURE else "layer"
        heads.append(say(f"pooling_invariance.head_{side}_{kind}", rows=rows, columns=columns, channel=setting.channel))
    picture, towards = choice.label(chosen.picture.key), words.direction(setting)
    title = say("pooling_invariance.title", picture=picture, direction=towards, shift=setting.shift)
    file = f"pooling-forgives-{setting.source}-{chosen.picture.key}".replace(" ", "-")
    before, after = heads
    return stage.Captions(before, after, say("pooling_invariance.alt", title=title), title, file)


def _curve(setting: Setting, case: Case) -> None:
    """Both changes over the shift."""
    measure = address.pick(
        st.segmented_control,
        "measure",
        say("pooling_invariance.measure"),
        words.MEASURES,
        required=True,
        format_func=lambda name: say(f"pooling_invariance.measure_{name}"),
        label_visibility="collapsed",
    )
    lines = {
        say("pooling_invariance.before"): words.values_of(case.before, measure),
        say("pooling_invariance.after"): words.values_of(case.after, measure),
    }
    titles = (say("pooling_invariance.axis_shift"), say(f"pooling_invariance.axis_{measure}"))
    charts.draw(partial(curves, SHIFTS, lines, titles, marked=setting.shift, unit=" %"), "invariance curve")


def _network(chosen: Choice, setting: Setting) -> None:
    """What holds for the network as a whole: which pooling it has, and how all of it takes the shift."""
    layers = cached.pooling_layers(chosen.picture, chosen.network)
    if not layers:
        st.info(say("pooling_invariance.no_pooling", network=chosen.network))
    elif all(layer.everything for layer in layers.values()):
        st.info(say("pooling_invariance.only_global", network=chosen.network, count=len(layers)))
    if setting.source != PICTURE and setting.shift:
        words.layers_table(chosen, setting)


def _keep(chosen: Choice, setting: Setting, case: Case) -> None:
    name = f"pooling-forgives-{setting.source}-{chosen.picture.key}"
    files = (
        export.File(say("pooling_invariance.save_curve"), f"{name}-curve", "csv", lambda: words.curve_table(case)),
        export.File(say("pooling_invariance.save_maps"), f"{name}-maps", "csv", lambda: words.maps_table(case)),
    )
    export.put(chosen, files, words.snippet(chosen, setting), part="invariance")
