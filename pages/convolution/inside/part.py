"""One output channel of a convolution inside the network, as the sum of what each input channel contributes."""

from __future__ import annotations

import streamlit as st

from pages.convolution import cached
from pages.convolution.inside import files, words
from pages.convolution.inside import stage as stages
from pages.convolution.inside.stage import Shown
from pages.shell import presets, progress
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.records import Choice

TRY = {
    "try_colours": {"picture": "coffee", "network": "cifar10", "layer": "stage1.conv1", "channel": "10"},
    "try_sorted": {"picture": "cat", "network": "cifar10", "layer": "stage2.conv2", "order": "contribution"},
    "try_depthwise": {"picture": "cat", "network": "mobilenet_v2", "layer": "features.3.conv.1.0"},
}


def show(chosen: Choice) -> None:
    """The whole part."""
    stage(chosen)
    below(chosen)


@st.fragment
def stage(chosen: Choice) -> None:
    """The title, the lists and the stage: all that has to follow a choice at once."""
    st.title(say("convolution_inside.question"), anchor=False)
    answer, left, right = st.columns([9, 10, 5], vertical_alignment="bottom")
    answer.markdown(say("convolution_inside.answer"))
    with progress.loading():
        found = cached.convolutions(chosen.picture, chosen.network)
    if not found:
        st.info(say("convolution_inside.none"))
        return
    with left:
        layer = stages.choose_layer(found)
    with right:
        channel = stages.choose_channel(found, layer)
    stages.put(stages.shown(chosen, layer, channel))


@st.fragment
def below(chosen: Choice) -> None:
    """What is said about the view, and what can be taken from it: it follows when the stage has been drawn."""
    now = stages.current(chosen)
    if now is None:
        return
    stages.hear(now)
    view = stages.view_of(now)
    for sentence in words.notes(now):
        st.markdown(sentence)
    st.markdown(words.reading(now, view))
    words.proof(now, view).put()
    presets.put({f"convolution_inside.{key}": {"part": "inside", **query} for key, query in TRY.items()})
    files.put(now, view)
    depth(now)
    st.caption(say("convolution_inside.source", source=networks.network(chosen.network).source))


def depth(now: Shown) -> None:
    """The formula with this layer's numbers, and the traps, folded."""
    with st.expander(say("page.depth")):
        st.markdown(words.formula(now))
        st.markdown(say("convolution_inside.depth.traps"))
