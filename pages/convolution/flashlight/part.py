"""One kernel over three colours, five of them, and a second layer over their maps: the flashlight of the textbooks."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from models.ops.flashlight import KERNELS, LAYERS
from pages.convolution.flashlight import stage as stages
from pages.convolution.flashlight import words
from pages.convolution.flashlight.case import Case, case_of, read
from pages.shell import address, export, presets, progress
from pages.shell.language import say
from pages.shell.records import Choice

PART = {"part": "flashlight"}
TRY = {
    "try_one": {"picture": "cat", "kernel": "brightness"},
    "try_five": {"picture": "coffee", "kernel": "red"},
    "try_second": {"picture": "coffee", "layer": "conv2", "kernel": "corner"},
}
UNIT = ("row", "column", "input_channel", "added")


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("convolution_flashlight.question"), anchor=False)
    stage(chosen)
    below(chosen)


@st.fragment
def stage(chosen: Choice) -> None:
    """The choices and the stage: all that has to follow a choice at once."""
    answer, layer, kernel = st.columns([10, 7, 6], vertical_alignment="bottom")
    answer.markdown(say("convolution_flashlight.answer"))
    _choose(layer, kernel)
    with progress.loading():
        case = case_of(chosen.picture, *read(address.here()))
    stages.put(case)


def _choose(left: DeltaGenerator, right: DeltaGenerator) -> None:
    """The layer, and a kernel of it."""
    layer = address.pick(
        left.segmented_control,
        "layer",
        say("convolution_flashlight.layer"),
        LAYERS,
        forgets=("kernel", *UNIT),
        required=True,
        format_func=lambda each: say(f"convolution_flashlight.layers.{each}"),
    )
    address.pick(
        right.selectbox,
        "kernel",
        say("convolution_flashlight.kernel"),
        tuple(KERNELS[layer]),
        forgets=UNIT,
        format_func=words.kernel_name,
    )


@st.fragment
def below(chosen: Choice) -> None:
    """What is said about the view, and what can be taken from it: it follows when the stage has been drawn."""
    case = case_of(chosen.picture, *read(address.here()))
    stages.hear(case)
    view = stages.view_of(case)
    st.markdown(words.reading(case, view))
    st.markdown(words.sizes(case))
    words.proof(case, view).put()
    stages.put_all(case, view)
    put_tries()
    _keep(chosen, case)
    with st.expander(say("page.depth")):
        st.markdown(say("convolution_flashlight.depths.formula"))
        st.markdown(say("convolution_flashlight.depths.traps"))


def put_tries() -> None:
    """What there is to try, with the counts of the layers themselves."""
    states = {f"convolution_flashlight.{key}": {**PART, **query} for key, query in TRY.items()}
    presets.put(states, numbers={key: words.counts(*read(state)) for key, state in states.items()})


def _keep(chosen: Choice, case: Case) -> None:
    name = f"flashlight-{case.layer}-{case.kernel}-{chosen.picture.key}"
    file = export.File(say("convolution_flashlight.save_csv"), name, "csv", lambda: words.table(case))
    view = stages.view_of(case)
    about = {"layer": case.layer, "number": case.number, "row": view.row, "column": view.column}
    code = export.code("convolution_flashlight", **about, **export.picture_code(chosen))
    export.put(chosen, (file,), code, part="flashlight", layer=case.layer, kernel=case.kernel)
