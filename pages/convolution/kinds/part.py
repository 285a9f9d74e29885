"""The relatives of convolution, each as a small layer to follow in the head: stage, reading, proof, PyTorch."""

from __future__ import annotations

import streamlit as st

from pages.convolution import cached
from pages.convolution.kinds import controls, words
from pages.convolution.kinds.case import Case
from pages.shell import export, language, parts, presets
from pages.shell.language import say, written
from pages.shell.proof import Proof, agree
from pages.shell.records import Choice
from pages.shell.staged import Staged
from viz.stages.convolution.kinds import terms
from viz.stages.kernel.cell import within

STAGE = "kinds"
PART = {"network": "cifar10", "part": "kinds"}
TRY = {
    "try_checkerboard": {"kind": "transposed", "kernel": "3", "stride": "2"},
    "try_gaps": {"kind": "dilated", "scene": "checks", "dilation": "2"},
    "try_dice": {"kind": "dice", "die": "loaded"},
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("convolution_kinds.question"), anchor=False)
    _all(chosen)


@st.fragment
def _all(chosen: Choice) -> None:
    st.markdown(say("convolution_kinds.answer"))
    choices, shown = parts.beside()
    with choices:
        kind = controls.kind()
        case = controls.case(kind, chosen)
    with shown:
        _stage(kind, case)
    st.code(words.line(kind, case), language="python")
    st.markdown(words.reading(kind, case))
    _proof(case)
    presets.put({f"convolution_kinds.{key}": {**PART, **query} for key, query in TRY.items()})
    file = export.File(say("convolution_kinds.save_csv"), f"convolution-{kind}", "csv", lambda: words.table(case))
    export.put(chosen, (file,), words.snippet(kind, case), part="kinds", kind=kind)
    with st.expander(say("page.depth")):
        st.markdown(say(f"convolution_kinds.depths.{kind}"))


def _stage(kind: str, case: Case) -> None:
    """Mounts the stage."""
    layer = _board(kind, case)
    shape = layer.terms.output_shape
    start = terms.KindsView(*(case.start or (0, shape[1] // 2, shape[2] // 2)))

    def payload() -> bytes:
        return terms.payload(layer, words.captions(kind, case), words.for_board(kind))

    about = (kind, case.inputs.tobytes(), case.weights.tobytes(), tuple(case.settings.items()), language.current())
    Staged(STAGE, start, within(shape)).mount("convolution/kinds", about, payload)


def _board(kind: str, case: Case) -> terms.Board:
    inner = case.weights.shape[1]
    size = len(case.weights) // case.settings.get("groups", 1)
    places = [(made, made // size * inner + each) for made in range(len(case.weights)) for each in range(inner)]
    return terms.Board(
        case.inputs,
        case.weights,
        case.terms.total(case.inputs, case.weights),
        case.terms,
        places,
        counts=case.terms.counts() if case.transposed else None,
        denominators=case.denominators,
        look="strips" if kind in {"dice", "signal"} else "maps",
        stamps=case.transposed,
        fractions=kind == "dice",
        padding=case.padding,
        labels=case.labels,
    )


def _proof(case: Case) -> None:
    """The whole output by hand beside PyTorch's."""
    by_hand = case.by_hand() / case.denominator
    top, bottom = case.denominators
    by_torch = cached.kind_by_torch(
        case.inputs / top, case.weights / bottom, (0, case.padding), case.layer, tuple(case.settings.items())
    )
    difference = float(abs(by_hand - by_torch).max())
    said = say("convolution_kinds.proof", cells=by_hand.size, difference=written(f"{difference:.1g}"))
    Proof(said, holds=agree(difference, float(abs(by_hand).max()))).put()
