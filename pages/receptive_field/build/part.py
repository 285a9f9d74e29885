"""A stack of layers to build: what a unit of it sees, layer by layer, and in how many ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from pages.receptive_field.build import files, words
from pages.receptive_field.build.case import steps_of
from pages.shell import address, language, presets
from pages.shell.language import say
from pages.shell.records import Choice
from pages.shell.staged import Staged
from viz.stages.receptive_field.build import stage
from viz.stages.receptive_field.build.view import PRESETS, BuildView, start_of

TRY = {
    f"receptive_field_build.try_{name}": {"part": "build", "stack": PRESETS[name][0], "size": str(PRESETS[name][1])}
    for name in ("one_7x7", "dilated_2_2_2", "ten_3x3")
}


@dataclass(frozen=True)
class Stacked(Staged[BuildView]):
    """The stage: the address says how many layers are shown only where it isn't all of them."""

    def told(self, event: object, *, also: Mapping[str, object] | None = None) -> None:
        """Takes over the stack that the browser has settled on."""
        view = self.read(event)
        address.told(self.name, view, start_of(view), also=also)


STACK = Stacked("stack", BuildView())


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("receptive_field_build.question"), anchor=False)
    st.markdown(say("receptive_field_build.answer"))
    labels = {name: say(f"receptive_field_build.preset_{name}") for name in PRESETS}
    said = language.group("receptive_field_build.stage")

    def payload() -> bytes:
        return stage.payload(labels, say("receptive_field_build.alt"), said)

    STACK.mount("receptive_field/build", (language.current(),), payload, relayed=True)
    below(chosen)


@st.fragment
def below(chosen: Choice) -> None:
    """What is said about the stack, and what can be taken from it: it follows when somebody rests on the stage."""
    STACK.hear("stack_echo")
    view = STACK.view()
    steps = steps_of(view.layers, view.size)
    st.markdown(words.reading(steps, view))
    for sentence in words.notes(steps, view):
        st.markdown(sentence)
    words.proof(view.layers).put()
    st.header(say("receptive_field_build.recurrence"), anchor=False)
    st.dataframe(words.table(steps), hide_index=True, width="stretch")
    presets.put(TRY)
    files.put(chosen, steps, view)
    with st.expander(say("page.depth")):
        st.markdown(say("receptive_field_build.depths.formula"))
        st.markdown(say("receptive_field_build.depths.traps"))
