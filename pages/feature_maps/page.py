"""Every feature map of a layer, with true numbers: strip, stage, reading, proof, things to try, things to take away."""

from functools import partial

import numpy as np
import streamlit as st

from pages.feature_maps import files as maps_files
from pages.feature_maps import presets as feature_maps_presets
from pages.feature_maps import stage as maps_stage
from pages.feature_maps import words
from pages.shell import address, choice, language, layers, pictures, progress, titles
from pages.shell.cached import networks
from pages.shell.language import counted, exact, say
from pages.shell.proof import Proof, agree, apart
from pages.shell.records import Choice, Picture
from pages.shell.rounded import rounded
from pages.text import catalogue
from viz.stages.feature_maps.maps.stage import MapsView

NO_PICTURE = ""


def others(chosen: Choice) -> list[str]:
    """The pictures that can stand beside the chosen one, and none."""
    return [NO_PICTURE, *(key for key in pictures.choices() if key != chosen.picture.key)]


def choose_second(chosen: Choice) -> None:
    """The list of second pictures."""
    address.pick(
        st.selectbox,
        "compare",
        say("feature_maps.compare"),
        others(chosen),
        key="compare",
        format_func=lambda key: key or say("feature_maps.compare_none"),
        label_visibility="collapsed",
    )


def second_picture(chosen: Choice) -> Picture | None:
    """The second picture, if one is chosen that isn't the first."""
    key = address.here().get("compare")
    return pictures.find(key) if key and key in others(chosen) else None


def proof(chosen: Choice, layer: str, shown: MapsView) -> None:
    """One unit by hand, beside what PyTorch computed."""
    unit = (shown.channel, shown.row, shown.column)
    found = networks.by_hand(chosen.picture, chosen.network, layer, unit)
    place = {"channel": shown.channel, "row": shown.row, "column": shown.column, "captured": exact(found.captured)}
    place["shown"] = rounded(found.captured)
    if found.value is None:
        st.markdown(say("feature_maps.proof_not", **place, reason=found.reason))
        return
    many = counted("feature_maps.numbers", found.terms)
    numbers = {"numbers": many, "by_hand": exact(found.value), "difference": apart(found.difference)}
    largest = float(np.abs(networks.maps(chosen.picture, chosen.network, layer)).max())
    Proof(say("feature_maps.proof", **place, **numbers), holds=agree(found.difference, largest)).put()


def depth(kind: str) -> None:
    """The formula and the traps, folded."""
    key = f"feature_maps.depths.{kind}"
    with st.expander(say("page.depth")):
        st.markdown(say(key if catalogue.has(key) else "feature_maps.depths.other"))
        st.markdown(say("feature_maps.depths.traps"))


@st.fragment
def stage() -> None:
    """The lists, the strip and the stage: all that has to follow a choice at once."""
    title, left, right = st.columns([5, 2, 2], vertical_alignment="center")
    title.title(say("feature_maps.question"), anchor=False)
    st.markdown(say("feature_maps.answer"))
    chosen = choice.current()
    with progress.loading():
        networks.trace(chosen.picture, chosen.network)
    with left:
        layers.choose(chosen)
    with right:
        choose_second(chosen)
    layer = layers.current(chosen)
    titles.put("feature_maps", layer)
    layers.strip(chosen, layer, partial(layers.set_layer, chosen))
    maps_stage.put(chosen, second_picture(chosen), layer)


@st.fragment
def below() -> None:
    """What is said about the view, and what can be taken from it: it follows when the stage has been drawn."""
    chosen = choice.current()
    maps_stage.hear(chosen)
    layer = layers.current(chosen)
    shown = maps_stage.view_of(chosen, layer)
    if second_picture(chosen) is not None:
        st.markdown(say("feature_maps.shares"))
    st.markdown(words.reading(chosen.picture, chosen.network, layer, language.current()))
    proof(chosen, layer, shown)
    maps_stage.put_neighbours(chosen, layer, shown)
    feature_maps_presets.put()
    maps_files.put(chosen, layer, shown)
    depth(networks.trace(chosen.picture, chosen.network)[layer].kind)
    st.caption(say("feature_maps.source", source=networks.network(chosen.network).source))


stage()
below()
