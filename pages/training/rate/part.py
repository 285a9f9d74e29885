"""Which learning rate: a valley of two weights, where a rate leads in it, and what becomes of that."""

from __future__ import annotations

import streamlit as st

from pages.shell import language, presets
from pages.shell.language import say
from pages.shell.records import Choice
from pages.shell.staged import Staged
from pages.training.rate import files, words
from pages.training.rate.case import CURVATURE, FLAT, STEEP, run_of
from viz.stages.training.rate import stage
from viz.stages.training.rate.view import MOST_UPDATES, RateView
from viz.stages.training.rates import stage as rates
from viz.stages.training.rates.stage import RatesView

VALLEY = Staged("valley", RateView())
SEVERAL = Staged("rates", RatesView())
DONE = {"part": "rate", "updates": str(MOST_UPDATES)}
TRY = {
    "training_rate.try_d2l": {"part": "rate", "rate": "0.03", "first": "0", "second": "0", "updates": "10"},
    "training_rate.try_limit": {**DONE, "rate": "1/30"},
    "training_rate.try_momentum": {**DONE, "rate": "0.04", "momentum": "0.5"},
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("training_rate.question"), anchor=False)
    st.markdown(say("training_rate.answer"))
    said = language.group("training_rate.stage")

    def payload() -> bytes:
        return stage.payload(CURVATURE, (FLAT, STEEP), say("training_rate.alt"), said)

    VALLEY.mount("training/rate", (language.current(),), payload, relayed=True)
    below(chosen)


def several() -> None:
    """A small network at several rates at once, trained in the browser."""
    st.header(say("training_rate.rates.heading"), anchor=False)
    st.markdown(say("training_rate.rates.text"))
    said = language.group("training_rate.rates.stage")

    def payload() -> bytes:
        return rates.payload(say("training_rate.rates.alt"), said)

    SEVERAL.mount("training/rates", (language.current(),), payload)


@st.fragment
def below(chosen: Choice) -> None:
    """What is said about the run, and what can be taken from it: it follows when somebody rests on the stage."""
    VALLEY.hear("valley_echo")
    run = run_of(VALLEY.view())
    st.markdown(" ".join((words.valley(run), *words.reading(run))))
    words.proof(run).put()
    several()
    presets.put(TRY)
    files.put(chosen, run)
    with st.expander(say("page.depth")):
        for paragraph in words.depth(run):
            st.markdown(paragraph)
