"""The picture moved step by step: how the probabilities go up and down with it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
import streamlit as st

from models.images.edits import Edit
from models.images.sweeps import batches, shifts
from pages.prediction.probe import cached, words
from pages.prediction.probe import stage as stages
from pages.prediction.probe.passes import SHOWN, answers, wanted
from pages.shell import address, charts
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.records import Choice
from viz.ink.curves import curves

LINES = 3
EVERY = 4  # pixels between the numbers on the axis


@st.fragment
def show(chosen: Choice) -> None:
    """The section: a button, or the chart."""
    st.header(say("prediction_probe.moves"), anchor=False)
    st.markdown(say("prediction_probe.moves_text"))
    edit = stages.current(chosen)
    steps = shifts(stages.size_of(chosen)[1])
    if wanted("moves"):
        found = passes(chosen, edit, len(steps))
        if found is not None:
            put(chosen, edit, steps, found)
        return
    seconds = len(steps) * cached.pace(chosen.network)
    label = say("prediction_probe.moves_start", count=len(steps), seconds=words.seconds(seconds))
    start = partial(address.write, "moves", SHOWN)
    st.button(label, icon=":material/arrow_range:", key="moves start", on_click=start)


def passes(chosen: Choice, edit: Edit, count: int) -> np.ndarray | None:
    """The answers after every shift [shift, class]; None as long as they're not all there."""
    base = replace(edit.uncovered, right=0)

    def one(part: range) -> np.ndarray:
        return cached.probed_moves(chosen.picture, chosen.network, base, part.start, part.stop)

    parts = tuple(batches(count, stages.size_of(chosen)))
    return answers("moves", (stages.subject(chosen), base), parts, one, "prediction_probe.moving")


def put(chosen: Choice, edit: Edit, steps: tuple[int, ...], found: np.ndarray) -> None:
    """The chart, and what it says."""
    labels = networks.network(chosen.network).labels
    best = [int(index) for index in np.argsort(-found.max(axis=0), kind="stable")[:LINES]]
    lines = {labels[index]: (100 * found[:, index]).tolist() for index in best}
    titles = (say("prediction_probe.moves_axis"), say("prediction_probe.moves_height"))
    marked = edit.right if edit.right in steps else None
    looks = partial(curves, ticks=[step for step in steps if step % EVERY == 0], heights=(0, 105))
    unit = say("prediction_probe.unit")
    charts.draw(partial(looks, steps, lines, titles, marked=marked, unit=unit), "moves chart")
    main = int(found[steps.index(0)].argmax())
    winners = found.argmax(axis=1)
    about = {"name": words.plain(labels[main]), "others": str((winners != main).sum())}
    about |= {"low": words.percent(float(found[:, main].min())), "high": words.percent(float(found[:, main].max()))}
    st.markdown(say("prediction_probe.moves_reading", **about, count=len(steps)))
