"""Training against inference: batch and running statistics, the line at inference, folded away, and pixels' normals."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.batch_norm import batch, cached
from pages.batch_norm.batch_files import tensor_file
from pages.batch_norm.inference import stage as stages
from pages.batch_norm.inference import words
from pages.batch_norm.inference.case import FRESH, MOMENTUM, OWN, Case, case_of
from pages.batch_norm.one_map import pick_map
from pages.shell import address, charts, export, parts, presets
from pages.shell.cached import networks
from pages.shell.language import decimal, say
from pages.shell.records import Choice, Now
from viz.ink.curves import curves

PART = {"network": "cifar10", "part": "inference"}
TRY = {
    "try_fresh": {"tensor": "bn:stage1.bn1", "channel": "0", "from": FRESH, "steps": "30"},
    "try_single": {"tensor": "bn:stage1.bn1", "batch": "cat/dark,cat/flip+dark,cat/crop 1+dark,cat/shift 1+dark"},
    "try_early": {"tensor": "bn:stage1.bn1", "channel": "0"},
}
LARGE, FEW = 64, 8  # networks for pictures of more pixels a side are compared on the first few pictures only


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("batch_norm_inference.question"), anchor=False)
    st.markdown(say("batch_norm_inference.answer"))
    choices, shown = parts.beside()
    with choices:
        now = batch.choose(chosen)
    with shown:
        _all(chosen, now)


@st.fragment
def _all(chosen: Choice, now: Now) -> None:
    if now.layer is None:
        st.info(say("batch_norm_inference.fresh"))
    elif not now.layer.keeps:
        st.info(say("batch_norm_inference.keeps_nothing", layer=now.layer.name))
    channel, at = pick_map(now)
    starts = (FRESH, OWN) if now.layer is not None and now.layer.keeps else (FRESH,)
    case = case_of(now, channel, at, str(address.here().get("from", FRESH) if OWN in starts else FRESH))
    stages.modes(now, case, channel)
    st.markdown(words.reading(case, channel))
    words.proof(case).put()
    _steps(case, starts)
    _line(case, channel)
    _fold(now)
    stages.pixels(now, at)
    put_tries()
    _keep(chosen, now, case, channel)
    with st.expander(say("page.depth")):
        st.markdown(say("batch_norm_inference.depths"))


def put_tries() -> None:
    """What there is to try, with how much of its start a fresh layer still holds after those steps."""
    steps = int(TRY["try_fresh"]["steps"])
    left = decimal(100 * (1 - MOMENTUM) ** steps, 1)
    presets.put(
        {f"batch_norm_inference.{key}": {**PART, **query} for key, query in TRY.items()},
        numbers={"batch_norm_inference.try_fresh": {"steps": steps, "left": left}},
    )


def _steps(case: Case, starts: tuple[str, ...]) -> None:
    """The running statistics, one training step after the other."""
    st.header(say("batch_norm_inference.steps_title"), anchor=False)
    if len(case.steps) == 1:
        st.info(say("batch_norm_inference.steps_none"))
        return
    told, drawn = st.columns([9, 11])
    with told:
        _pick("from", starts, words.start_label)
        step = address.pick(
            st.select_slider, "steps", say("batch_norm_inference.steps"), tuple(range(len(case.steps))), start=1
        )
        st.markdown(words.step(case, int(step)))
    with drawn:
        numbers = {name: [float(each[place]) for each in case.steps] for place, name in enumerate(("mean", "variance"))}
        lines = {say(f"batch_norm_inference.curve_{name}"): values for name, values in numbers.items()}
        titles = (say("batch_norm_inference.axis_steps"), say("batch_norm_inference.axis_value"))
        steps = range(len(case.steps))
        charts.draw(partial(curves, steps, lines, titles, marked=int(step), ticks=steps[::5]), "running curve")


def _pick(name: str, options: tuple[str, ...], label: object) -> None:
    said = say(f"batch_norm_inference.{name}")
    address.pick(st.segmented_control, name, said, options, required=True, format_func=label)


def _line(case: Case, channel: int) -> None:
    """What inference makes of every value of the channel, as points and as the line they lie on."""
    st.header(say("batch_norm_inference.line_title"), anchor=False)
    drawn, told = st.columns([11, 9])
    with drawn:
        stages.line_chart(case)
    with told:
        st.markdown(words.line(case, channel))


def _fold(now: Now) -> None:
    """The chosen layer folded into the convolution before it, and all of them."""
    st.header(say("batch_norm_inference.fold_title"), anchor=False)
    foldable = cached.foldable(now.network)
    if now.layer is None:
        st.markdown(say("batch_norm_inference.fold_fresh"))
    elif now.layer.name not in foldable:
        st.markdown(say("batch_norm_inference.fold_not", layer=now.layer.name))
    else:
        large = max(networks.network(now.network).input_size) > LARGE
        members = now.members[:FEW] if large else now.members
        one = cached.folded(members, now.network, (now.layer.name,))
        every = cached.folded(members, now.network, tuple(foldable))
        st.markdown(words.folded(one, every, foldable[now.layer.name]))


def _keep(chosen: Choice, now: Now, case: Case, channel: int) -> None:
    name = f"batch-norm-modes-{now.tensor.replace(':', '-')}-{channel}"
    files = (
        export.File(say("batch_norm_inference.save_maps"), f"{name}-maps", "csv", lambda: words.maps_table(case)),
        export.File(say("batch_norm_inference.save_steps"), f"{name}-steps", "csv", lambda: words.steps_table(case)),
        tensor_file(now),
    )
    export.put(chosen, files, words.snippet(now, case, channel), part="inference")
