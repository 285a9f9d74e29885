"""What a channel looks at: the patches of the picture, or of all pictures, that it responds to most strongly."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.receptive_field.top_patches import files, words
from pages.receptive_field.top_patches.case import PLACES, Case, case_of
from pages.receptive_field.top_patches.controls import shown_layer
from pages.shell import address, choice, language, presets, progress
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.records import Choice, NetworkName
from viz.hosts.streamlit.mount import mount
from viz.stages.receptive_field.top_patches import stage

STAGE = "patches"
PART = {"network": "cifar10", "part": "top_patches"}
TRY = {
    "receptive_field_top_patches.try_edges": {**PART, "picture": "cat", "layer": "stage1.relu1", "where": "all"},
    "receptive_field_top_patches.try_deep": {**PART, "picture": "coffee", "layer": "stage3.relu1", "where": "all"},
    "receptive_field_top_patches.try_class": {
        **PART,
        "picture": "cat",
        "layer": "linear",
        "channel": "3",
        "where": "all",
    },
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("receptive_field_top_patches.question"), anchor=False)
    with progress.loading():
        networks.trace(chosen.picture, chosen.network)
        networks.fields_of(chosen.picture, chosen.network)
    _all(chosen)


@st.fragment
def _all(chosen: Choice) -> None:
    if presets.WANTED in st.session_state:
        st.rerun()  # a patch was followed: the whole page turns to another part
    layer, where = _controls(chosen)
    field = networks.fields_of(chosen.picture, chosen.network)[layer]
    if field.scope == "unknown":
        st.info(say("receptive_field_top_patches.unknown", layer=layer, reason=field.reason))
        put_tries()
        return
    case = case_of(chosen, layer, where, partial(progress.progressing, key="receptive_field_top_patches.progress"))
    _stage(case)
    view = current(case)
    st.markdown(words.reading(case, view))
    words.proof(case, view).put()
    put_tries()
    files.put(case, view)
    with st.expander(say("page.depth")):
        st.markdown(say("receptive_field_top_patches.depths.formula"))
        st.markdown(say("receptive_field_top_patches.depths.traps"))
    st.caption(say("receptive_field_top_patches.source", source=networks.network(chosen.network).source))


def put_tries() -> None:
    """What there is to try, with how large the patches are there."""
    found = networks.fields(NetworkName(PART["network"]))
    sizes = {key: found[query["layer"]].size for key, query in TRY.items()}
    presets.put(TRY, numbers={key: {"size": max(size)} for key, size in sizes.items()})


def _controls(chosen: Choice) -> tuple[str, str]:
    """The layer, and whether to look at this picture or at all of them."""
    answer, left, right = st.columns([10, 8, 7], vertical_alignment="bottom")
    answer.markdown(say("receptive_field_top_patches.answer"))
    if networks.network(chosen.network).weights == "random":
        answer.caption(say("receptive_field_top_patches.random"))
    with left:
        layer = shown_layer(chosen)
    with right:
        where = address.pick(
            st.segmented_control,
            "where",
            say("receptive_field_top_patches.where"),
            PLACES,
            required=True,
            format_func=lambda place: say(f"receptive_field_top_patches.where_{place}"),
        )
    return layer, str(where)


def current(case: Case) -> stage.View:
    """The view the address asks for."""
    return stage.read_view(address.here(), len(case.peaks.values), stage.start_of(case.peaks))


def _stage(case: Case) -> None:
    """Mounts the patches, and takes over what the browser has settled on, or the unit that was followed."""
    start, channels = stage.start_of(case.peaks), len(case.peaks.values)

    def settled(event: object) -> None:
        address.told(STAGE, stage.read_view(event, channels, start), start)

    def gone(event: object) -> None:
        unit = stage.read_gone(event, tuple(one.key for one in case.pictures), case.shape)
        if unit is not None:
            _follow(case, stage.read_view(event, channels, start).channel, unit)

    about = (case.chosen.network, case.layer, case.where, language.current())
    subject = (*about, *(f"{one.key} {one.digest}" for one in case.pictures))
    now = address.mounted(STAGE, subject, current(case))
    data = stage.payload(
        case.peaks,
        case.spans,
        tuple(
            stage.Pictured(one.key, choice.label(one.key), networks.seen(one, case.chosen.network))
            for one in case.pictures
        ),
        words.captions(case),
        now.view,
        now.serial,
        language.group("receptive_field_top_patches.stage"),
    )
    mount("receptive_field/top_patches", data, key=STAGE, settled=settled, gone=gone)


def _follow(case: Case, channel: int, unit: stage.Gone) -> None:
    """Asks for the part where that unit can be pointed at; the frame brings the page there."""
    place = {"row": str(unit.row), "column": str(unit.column), "picture": unit.picture}
    query = {"part": "point", "layer": case.layer, "channel": str(channel), **place}
    presets.want(query)
