"""One update of a small network, slowly: forward, loss, backward, update, with every number in sight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import streamlit as st
from jaxtyping import UInt8

from models.images import square
from pages.shell import address, language, presets
from pages.shell.language import say
from pages.shell.records import Choice, Picture
from pages.shell.staged import Staged
from pages.training.update import cached, files, words
from viz.stages.training.update import stage
from viz.stages.training.update.pictures import OWN, PICTURES, SIDE, SOURCES
from viz.stages.training.update.view import UpdateView, start_of

PART = {"part": "update"}
TRY = {
    "training_update.try_small_step": {"rate": "0.01", "step": "12"},
    "training_update.try_large_step": {"loss": "squared_error", "rate": "0.3", "step": "12"},
    "training_update.try_silent": {"seed": "3", "kernel": "1", "row": "1", "column": "1", "step": "12"},
}


@dataclass(frozen=True)
class Updating(Staged[UpdateView]):
    """The stage: the address names the class only where it isn't the one that the picture belongs to."""

    def told(self, event: object, *, also: Mapping[str, object] | None = None) -> None:
        """Takes over what the browser has settled on."""
        view = self.read(event)
        address.told(self.name, view, start_of(view), also=also)


UPDATE = Updating("update", UpdateView())


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("training_update.question"), anchor=False)
    st.markdown(say("training_update.answer"))
    own = small(chosen.picture)
    labels = {source: say(f"training_update.source_{source}") for source in SOURCES}
    said = language.group("training_update.stage")

    def payload() -> bytes:
        return stage.payload(own, labels, words.classes(), say("training_update.alt"), said)

    UPDATE.mount("training/update", (chosen.picture.digest, language.current()), payload, relayed=True)
    below(chosen, own)


def small(picture: Picture) -> UInt8[np.ndarray, "8 8"]:
    """The middle of a visitor's picture in grey, in hundredths of white."""
    grey = np.asarray(square(picture.image, SIDE).convert("L"), dtype=np.float64)
    return np.rint(grey / 255 * 100).astype(np.uint8)


@st.fragment
def below(chosen: Choice, own: UInt8[np.ndarray, "8 8"]) -> None:
    """What is said about the update, and what can be taken from it: it follows when somebody rests on the stage."""
    UPDATE.hear("update_echo")
    view = UPDATE.view()
    picture = (own if view.source == OWN else PICTURES[view.source]) / 100
    case = cached.update(view, picture)
    st.markdown(words.reading(case))
    words.proof(case).put()
    presets.put({key: {**PART, **query} for key, query in TRY.items()})
    files.put(chosen, case)
    with st.expander(say("page.depth")):
        for paragraph in ("rules", "numbers", "traps"):
            st.markdown(say(f"training_update.depths.{paragraph}"))
