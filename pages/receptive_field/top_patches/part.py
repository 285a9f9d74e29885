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
from pages.shell.staged import Staged
from viz.stages.kernel.cell import within
from viz.stages.receptive_field.top_patches import stage

STAGE = "top_patches"
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
    view = _staged(case).view()
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


def _staged(case: Case) -> Staged[stage.TopPatchesView]:
    return Staged(STAGE, stage.start_of(case.peaks), {"channels": len(case.peaks.values)})


def _stage(case: Case) -> None:
    """Mounts the patches, and follows a unit that a visitor wants to look at more closely."""
    staged = _staged(case)

    def gone(event: object) -> None:
        known = {"pictures": [one.key for one in case.pictures], **within(case.shape)}
        unit = stage.Gone.whole(event, known)
        if unit is not None:
            _follow(case, staged.read(event).channel, unit)

    def payload() -> bytes:
        seen = [networks.seen(one, case.chosen.network) for one in case.pictures]
        pictures = (
            stage.Pictured(one.key, choice.label(one.key), pixels)
            for one, pixels in zip(case.pictures, seen, strict=True)
        )
        said = language.group("receptive_field_top_patches.stage")
        return stage.payload(case.peaks, case.spans, tuple(pictures), words.captions(case), said)

    about = (case.chosen.network, case.layer, case.where, language.current())
    subject = (*about, *(f"{one.key} {one.digest}" for one in case.pictures))
    staged.mount("receptive_field/top_patches", subject, payload, gone=gone)


def _follow(case: Case, channel: int, unit: stage.Gone) -> None:
    """Asks for the part where that unit can be pointed at; the frame brings the page there."""
    place = {"row": str(unit.row), "column": str(unit.column), "picture": unit.picture}
    query = {"part": "point", "layer": case.layer, "channel": str(channel), **place}
    presets.want(query)
