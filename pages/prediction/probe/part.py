"""A picture changed by hand, and what the network says to it: moved, turned over, greyed, blurred, covered."""

from __future__ import annotations

import numpy as np
import streamlit as st

from pages.prediction.probe import cached, files, moves, sweep, words
from pages.prediction.probe import stage as stages
from pages.shell import presets, progress
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.records import Choice
from viz.hosts.streamlit.mount import mount

PART = {"network": "cifar10", "part": "probe"}
TRY = {
    "try_cover": {"picture": "cat", "edit": "cover.13.17.8.8_fill.black"},
    "try_grey": {"picture": "rocket", "edit": "grey.100", "class": "8"},
    "try_sweep": {"picture": "astronaut", "sweep": "shown", "under": "blur"},
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("prediction_probe.question"), anchor=False)
    st.markdown(say("prediction_probe.answer"))
    with progress.loading():
        classes = cached.names_classes(chosen.picture, chosen.network)
    if not classes:
        numbers = not networks.meaning(chosen.network).classes
        st.info(say(f"prediction_probe.{'no_probabilities' if numbers else 'no_classes'}", network=chosen.network))
        return
    if not np.isfinite(networks.trace(chosen.picture, chosen.network).output).all():
        st.info(say("prediction_probe.not_finite", network=chosen.network))
        return
    stage(chosen)
    below(chosen)


@st.fragment
def stage(chosen: Choice) -> None:
    """The picture, the answers, and what the edit did, which follow a hand at once."""
    edit = stages.current(chosen)
    stages.put(chosen, edit)
    st.markdown(words.reading(chosen, edit))
    stages.put_history(chosen, edit)
    if networks.network(chosen.network).weights == "random":
        st.caption(say("prediction_probe.random"))


@st.fragment
def below(chosen: Choice) -> None:
    """The proof, and what can be found out and taken from the edit: it follows when the stage has been drawn."""
    mount("frame/relay", {}, key=f"echo {stages.STAGE}", heard=lambda _: None)
    edit = stages.current(chosen)
    words.proof(chosen, edit).put()
    # What takes its time is filled in last, so that nobody waits for what stands below it.
    everywhere, along = st.container(), st.container()
    presets.put({f"prediction_probe.{key}": {**PART, **query} for key, query in TRY.items()})
    files.put(chosen, edit)
    with st.expander(say("page.depth")):
        st.markdown(say("prediction_probe.depths.cover"))
        st.markdown(say("prediction_probe.depths.shift"))
        st.markdown(say("prediction_probe.depths.steps"))
    with everywhere:
        sweep.show(chosen)
    with along:
        moves.show(chosen)
