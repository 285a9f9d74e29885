"""What locality and sharing save in weights, and what they promise when the picture moves."""

from __future__ import annotations

import streamlit as st

from pages.convolution.sharing import counts, moves
from pages.shell import address, export, parts, presets
from pages.shell.language import say
from pages.shell.records import Choice

PART = {"network": "cifar10", "part": "sharing"}
TRY = {
    "try_million": {"layer": "textbook 200 5"},
    "try_own": {"layer": "stage3.conv2"},
    "try_move": {"show": "move", "picture": "digit", "slider": "sobel left", "pixels": "3"},
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("convolution_sharing.question"), anchor=False)
    _all(chosen)


def _look() -> str:
    """The switch between the two stages."""
    return str(
        address.pick(
            st.segmented_control,
            "show",
            say("convolution_sharing.show"),
            ("count", "move"),
            required=True,
            format_func=lambda each: say(f"convolution_sharing.show_{each}"),
        )
    )


@st.fragment
def _all(chosen: Choice) -> None:
    st.markdown(say("convolution_sharing.answer"))
    choices, shown = parts.beside()
    with choices, st.container(horizontal=True, vertical_alignment="bottom"):
        look = _look()
        subject = counts.choose(chosen) if look == "count" else moves.choose(chosen)
    with shown:
        files, code = counts.show(subject) if isinstance(subject, counts.Subject) else moves.show(chosen, subject)
    presets.put({f"convolution_sharing.{key}": {**PART, **query} for key, query in TRY.items()})
    export.put(chosen, files, code, part="sharing", show=look)
    with st.expander(say("page.depth")):
        st.markdown(say("convolution_sharing.depths.formula"))
        st.markdown(say("convolution_sharing.depths.traps"))
