"""From noise to edges: a recorded training, its kernels, curves and gradients, and its networks before a picture."""

from __future__ import annotations

import streamlit as st

from pages.shell import language, presets
from pages.shell.language import say
from pages.shell.records import Choice
from pages.shell.staged import Staged
from pages.training.edges import cached, files, words
from pages.training.edges.case import Moment, moment_of
from viz.hosts.streamlit.mount import Piece
from viz.stages.training.edges import stage
from viz.stages.training.edges.view import MOMENTS, EdgesView

EDGES = Staged("edges", EdgesView())
PART = {"part": "edges"}
FIFTY = 23  # the moment after 50 updates
TRY = {
    "training_edges.try_start": {**PART, "moment": "0"},
    "training_edges.try_fifty": {**PART, "moment": str(FIFTY)},
    "training_edges.try_last": {**PART, "moment": str(MOMENTS - 1)},
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("training_edges.question"), anchor=False)
    st.markdown(say("training_edges.answer"))
    staged(chosen)


@st.fragment
def staged(chosen: Choice) -> None:
    """The stage, and what is said about the moment on it; who rests there is sent the network that was kept last."""
    moment = moment_of(cached.record(), EDGES.view())
    about = (chosen.picture.digest, language.current())
    EDGES.mount("training/edges", about, lambda: pieces(chosen, moment))
    st.markdown(" ".join(words.reading(moment)))
    words.proof(moment).put()
    presets.put(TRY)
    files.put(chosen, cached.record(), moment, EDGES.view())
    with st.expander(say("page.depth")):
        for paragraph in words.depth(cached.record()):
            st.markdown(paragraph)


def pieces(chosen: Choice, moment: Moment) -> tuple[Piece, ...]:
    """What the stage is sent, each under an address of its own: a browser asks for what it hasn't got."""
    said = stage.said(
        cached.record(), cached.classes(), say("training_edges.alt"), language.group("training_edges.stage")
    )
    picture = stage.picture(cached.prepared(chosen.picture), chosen.picture.digest)
    return said, *cached.numbers(), cached.whole(moment.snapshot.update), picture
