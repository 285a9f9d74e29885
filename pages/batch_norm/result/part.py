"""What both ways of normalising make of a map: before and after, with γ, β and ReLU; and a shift."""

from __future__ import annotations

import streamlit as st

from pages.batch_norm import batch
from pages.batch_norm.batch_files import tensor_file
from pages.batch_norm.one_map import pick_map
from pages.batch_norm.result import stage as stages
from pages.batch_norm.result import words
from pages.batch_norm.result.case import SHIFTS, Case, case_of, moved_case
from pages.shell import address, export, parts, presets
from pages.shell.language import say
from pages.shell.records import Choice, Now

PART = {"network": "cifar10", "part": "result"}
LAYER = {"tensor": "bn:stage1.bn1", "channel": "0"}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("batch_norm_result.question"), anchor=False)
    st.markdown(say("batch_norm_result.answer"))
    choices, shown = parts.beside()
    with choices:
        now = batch.choose(chosen)
    with shown:
        _all(chosen, now)


@st.fragment
def _all(chosen: Choice, now: Now) -> None:
    channel, at = pick_map(now)
    case = case_of(now, channel, at)
    stages.result(now, case, channel)
    st.markdown(words.reading(now, case, channel))
    st.markdown(words.affine(case, channel, now.values.shape[1]))
    words.proof(case).put()
    _shift(now, case, channel)
    presets.put(_states(case, chosen))
    _keep(chosen, now, case, channel)
    with st.expander(say("page.depth")):
        st.markdown(say("batch_norm_result.depths"))


def _shift(now: Now, case: Case, channel: int) -> None:
    """The second stage: one picture moves, the others stay."""
    st.header(say("batch_norm_result.shift_question"), anchor=False)
    st.markdown(say("batch_norm_result.shift_answer"))
    label = say("batch_norm_result.cells")
    cells = address.pick(st.segmented_control, "cells", label, SHIFTS, start=1, required=True)
    moved = moved_case(now, case, channel, int(cells))
    stages.moved(now, case, moved, channel)
    st.markdown(words.moved_reading(now, case, moved))


def _states(case: Case, chosen: Choice) -> dict[str, dict[str, str]]:
    identity = {"gamma": str(case.sigma), "beta": str(case.mean)}
    here = {**address.here(), "network": chosen.network, "part": "result"}
    return {
        "batch_norm_result.try_identity": {**here, **identity},
        "batch_norm_result.try_one": {**PART, **LAYER, "batch": "cat"},
        "batch_norm_result.try_shift": {**PART, "tensor": "input", "channel": "0", "cells": "4"},
    }


def _keep(chosen: Choice, now: Now, case: Case, channel: int) -> None:
    name = f"batch-norm-{now.tensor.replace(':', '-')}-{channel}"
    files = (
        export.File(say("batch_norm_result.save_maps"), f"{name}-maps", "csv", lambda: words.maps_table(case)),
        export.File(
            say("batch_norm_result.save_moved"),
            f"{name}-shift",
            "csv",
            lambda: words.moved_table(moved_case(now, case, channel, cells) for cells in SHIFTS),
        ),
        tensor_file(now),
    )
    export.put(chosen, files, words.snippet(now, case, channel), part="result")
