"""A stack of layers to build: what a unit of it sees, layer by layer, and in how many ways."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.receptive_field.build import files, words
from pages.receptive_field.build.case import steps_of
from pages.shell import address, language, presets
from pages.shell.language import say
from pages.shell.records import Choice
from viz.hosts.streamlit.mount import mount
from viz.stages.receptive_field.build import stage
from viz.stages.receptive_field.build.view import PRESETS, View, read_view, start_of

STAGE = "stack"
TRY = {
    f"receptive_field_build.try_{name}": {"part": "build", "stack": PRESETS[name][0], "size": str(PRESETS[name][1])}
    for name in ("one_7x7", "dilated_2_2_2", "ten_3x3")
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("receptive_field_build.question"), anchor=False)
    st.markdown(say("receptive_field_build.answer"))
    now = address.mounted(STAGE, (language.current(),), current())
    labels = {name: say(f"receptive_field_build.preset_{name}") for name in PRESETS}
    said = language.group("receptive_field_build.stage")
    mount(
        "receptive_field/build",
        stage.payload(now.view, labels, say("receptive_field_build.alt"), now.serial, said),
        key=STAGE,
    )
    below(chosen)


def current() -> View:
    """The stack the address asks for."""
    return read_view(address.here())


@st.fragment
def below(chosen: Choice) -> None:
    """What is said about the stack, and what can be taken from it: it follows when somebody rests on the stage."""
    _hear()
    view = current()
    steps = steps_of(view.layers, view.size)
    st.markdown(words.reading(steps, view))
    for sentence in words.notes(steps, view):
        st.markdown(sentence)
    words.proof(view.layers).put()
    st.subheader(say("receptive_field_build.recurrence"), anchor=False)
    st.dataframe(words.table(steps), hide_index=True, width="stretch")
    presets.put(TRY)
    files.put(chosen, steps, view)
    with st.expander(say("page.depth")):
        st.markdown(say("receptive_field_build.depths.formula"))
        st.markdown(say("receptive_field_build.depths.traps"))


def _hear() -> None:
    """Mounts what tells Python of the stack on stage, and reruns the fragment it is mounted in, and no other."""

    def heard(event: Any) -> None:
        view = read_view(event)
        address.told(STAGE, view, start_of(view))

    mount("frame/relay", {}, key="stack_echo", heard=heard)
