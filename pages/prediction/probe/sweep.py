"""The picture covered everywhere in turn: where it is that hiding something changes the answer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
import streamlit as st

from models.images.edit_text import write_edit
from models.images.edits import FILLS, Cover, Edit
from models.images.sweeps import Sweep, batches
from pages.prediction.probe import cached, words
from pages.prediction.probe import stage as stages
from pages.prediction.probe.passes import SHOWN, answers, wanted
from pages.shell import address, choice, colours, language
from pages.shell.cached import networks
from pages.shell.language import decimal, say, whole
from pages.shell.records import Choice
from viz.hosts.streamlit.mount import mount
from viz.stages.kernel.cell import CellView, within
from viz.stages.prediction.probe_sweep import stage
from viz.stages.prediction.probe_sweep.stage import Swept

SQUARES = {"eighth": 8, "quarter": 4, "half": 2}
CELLS = (8, 16, 32)


@st.fragment
def show(chosen: Choice) -> None:
    """The section: its settings, then a button, or the map."""
    if st.session_state.pop("probe taken", False):
        st.rerun()  # the whole page: the picture above is another one now
    st.header(say("prediction_probe.sweep"), anchor=False)
    st.markdown(say("prediction_probe.sweep_text"))
    edit = stages.current(chosen)
    index, sweep = settings(chosen)
    count = int(np.prod(sweep.shape(stages.size_of(chosen))))
    if wanted("sweep"):
        found = passes(chosen, edit, sweep)
        if found is not None:
            put(chosen, edit, sweep, index, found)
        return
    seconds = count * cached.pace(chosen.network)
    label = say("prediction_probe.sweep_start", count=whole(count), seconds=words.seconds(seconds))
    start = partial(address.write, "sweep", SHOWN)
    st.button(label, icon=":material/grid_on:", key="sweep start", on_click=start)


def settings(chosen: Choice) -> tuple[int, Sweep]:
    """The class that is watched, and the square that is slid."""
    rows, columns = stages.size_of(chosen)
    labels = networks.network(chosen.network).labels
    before = cached.probed(chosen.picture, chosen.network, Edit())
    for_class, for_side, for_step, for_fill = st.columns([3, 3, 3, 3], vertical_alignment="bottom")
    with for_class:
        index = stages.choose_class(labels, int(before.argmax()))
    with for_side:
        square = address.pick(
            st.selectbox,
            "square",
            say("prediction_probe.square"),
            tuple(SQUARES),
            start="quarter",
            format_func=lambda name: say("prediction_probe.pixels", pixels=min(rows, columns) // SQUARES[name]),
        )
    with for_step:
        cells = address.pick(
            st.selectbox,
            "cells",
            say("prediction_probe.step"),
            CELLS,
            start=16,
            format_func=lambda count: say("prediction_probe.step_pixels", pixels=step_of(min(rows, columns), count)),
        )
    with for_fill:
        fill = address.pick(
            st.selectbox,
            "under",
            say("prediction_probe.under"),
            FILLS,
            start="grey",
            format_func=lambda name: say(f"prediction_probe.stage.fill_{name}"),
        )
    return index, Sweep(min(rows, columns) // SQUARES[square], step_of(min(rows, columns), cells), fill)


def step_of(side: int, cells: int) -> int:
    """How many pixels apart so many places are."""
    return max(1, round(side / cells))


def passes(chosen: Choice, edit: Edit, sweep: Sweep) -> np.ndarray | None:
    """The answers under every cover [cover, class]; None as long as they're not all there."""
    base, size = edit.uncovered, stages.size_of(chosen)

    def one(part: range) -> np.ndarray:
        return cached.probed_sweep(chosen.picture, chosen.network, base, sweep, part.start, part.stop)

    parts = tuple(batches(len(sweep.covers(size)), size))
    return answers("sweep", (stages.subject(chosen), base, sweep), parts, one, "prediction_probe.sweeping")


def put(chosen: Choice, edit: Edit, sweep: Sweep, index: int, found: np.ndarray) -> None:
    """The map over the picture, and what it says."""
    size, base = stages.size_of(chosen), edit.uncovered
    labels = networks.network(chosen.network).labels
    before = float(cached.probed(chosen.picture, chosen.network, base)[index])
    shape, covers = sweep.shape(size), sweep.covers(size)
    places = np.array([(one.top, one.left, one.rows, one.columns) for one in covers]).reshape(*shape, 4)
    swept = Swept(places, 100 * (before - found[:, index]).reshape(shape), sweep.step)
    said = [answer(labels, one, index, before) for one in found]
    subject = f"{chosen.picture.digest} {chosen.network} {write_edit(base)} {sweep} {index}"
    data = stage.payload(
        cached.edited_pixels(chosen.picture, chosen.network, base),
        swept,
        said,
        subject,
        captions(chosen, labels[index], swept),
        language.group("prediction_probe.sweep_stage"),
    )
    mount(
        "prediction/probe_sweep", data, key="probe sweep stage", settled=lambda event: take(chosen, event, sweep, base)
    )
    st.markdown(reading(chosen, base, sweep, index, found))


def reading(chosen: Choice, base: Edit, sweep: Sweep, index: int, found: np.ndarray) -> str:
    """Where the class falls most, and how often the answer is another one."""
    without = cached.probed(chosen.picture, chosen.network, base)
    watched = found[:, index]
    place = sweep.covers(stages.size_of(chosen))[int(watched.argmin())]
    about = {"name": words.plain(networks.network(chosen.network).labels[index]), "count": whole(len(found))}
    about |= {"before": words.percent(float(without[index])), "least": words.percent(float(watched.min()))}
    changed = int((found.argmax(axis=1) != without.argmax()).sum())
    key = "some" if changed else "none"
    others = say(f"prediction_probe.sweep_{key}", changed=whole(changed), count=about["count"])
    middle = {"row": place.top + place.rows // 2, "column": place.left + place.columns // 2}
    return say("prediction_probe.sweep_reading", **about, **middle, others=others)


def answer(labels: tuple[str, ...], found: np.ndarray, index: int, before: float) -> dict[str, str]:
    """What the network said under one cover, in words."""
    best = int(found.argmax())
    return {
        "name": labels[index],
        "before": words.percent(before),
        "now": words.percent(float(found[index])),
        "change": words.change(before, float(found[index])),
        "best": labels[best],
        "best_percent": words.percent(float(found[best])),
    }


def captions(chosen: Choice, name: str, swept: Swept) -> dict[str, str]:
    """How the picture and its scale are called."""
    low, high = (decimal(end, 1) for end in swept.scale)
    picture = choice.label(chosen.picture.key)
    return {
        "caption": say("prediction_probe.sweep_caption", picture=picture, name=name),
        "scale": say("prediction_probe.sweep_scale", name=name),
        "scale_kept": say("prediction_probe.sweep_scale_kept", low=low, high=high, **colours.sides()),
        "file": f"covered-{chosen.picture.key}-{chosen.network}".replace(" ", "-"),
    }


def take(chosen: Choice, event: object, sweep: Sweep, base: Edit) -> None:
    """Puts the cover of a cell that the browser names onto the picture above."""
    shape = sweep.shape(stages.size_of(chosen))
    cell = CellView().read(event, within(shape))
    cover: Cover = sweep.covers(stages.size_of(chosen))[cell.row * shape[1] + cell.column]
    address.write("edit", write_edit(replace(base, cover=cover, fill=sweep.fill)), "")
    st.session_state["probe taken"] = True
