"""Train it here: a network put together by touch learns in the browser, and is watched while it does."""

from __future__ import annotations

import streamlit as st

from pages.shell import export, language, presets
from pages.shell.language import say
from pages.shell.records import Choice
from pages.shell.staged import Staged
from pages.training.train import files, taking
from viz.stages.kernel.view import text_of
from viz.stages.training.train import stage
from viz.stages.training.train.view import HELD_OUT, MOST_LINKED, TrainView

TRAINING = Staged("training_here", TrainView())
START = {"part": "train", **{name: text_of(value) for name, value in TrainView().said().items()}}
DEEPER = {"convolutions": "8k3s1mb-16k3s1mb", "count": "3000", "optimizer": "adam", "rate": "0.01"}
TRY = {
    "training_train.try_deeper": {**START, **DEEPER, "updates": "600"},
    "training_train.try_flat": {**START, "convolutions": "", "hidden": "12", "updates": "300"},
    "training_train.try_break": {**START, "rate": "1000.0", "decay": "0.1", "updates": "50"},
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("training_train.question"), anchor=False)
    st.markdown(say("training_train.answer"))
    said = language.group("training_train.stage")

    def payload() -> bytes:
        return stage.payload(say("training_train.alt"), said)

    TRAINING.mount("training/train", (language.current(),), payload, relayed=True)
    below(chosen)


@st.fragment
def below(chosen: Choice) -> None:
    """What can be tried and linked: it follows when the training rests."""
    TRAINING.hear("training_echo", then=taking.take)
    taking.told()
    view = TRAINING.view()
    st.markdown(say("training_train.linked", most=language.whole(MOST_LINKED)))
    presets.put(TRY)
    here = {name: text_of(value) for name, value in view.said().items()}
    export.put(chosen, (), files.snippet(view), part="train", **here)
    st.caption(say("training_train.saved"))
    with st.expander(say("training_train.same_taken")):
        st.code(files.snippet_taken(view))
        st.caption(say("training_train.saved_taken"))
    with st.expander(say("page.depth")):
        for name in ("data", "network", "update", "judging", "divergence", "taking"):
            st.markdown(say(f"training_train.depths.{name}", held_out=language.whole(HELD_OUT)))
