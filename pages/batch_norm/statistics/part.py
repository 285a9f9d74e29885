"""The statistics of a batch, side by side: one mean for each channel, or one for each location."""

from __future__ import annotations

import streamlit as st

from pages.batch_norm import batch
from pages.batch_norm.statistics import scatter, words
from pages.shell import export, language, parts, presets
from pages.shell.cached import caching, networks
from pages.shell.language import say
from pages.shell.proof import Proof
from pages.shell.records import Choice, Now
from pages.shell.staged import Staged
from viz.stages.batch_norm.statistics import stage
from viz.stages.batch_norm.statistics.stage import Captions, Sides, StatisticsView
from viz.stages.kernel.cell import within

STAGE = "statistics"
PART = {"network": "cifar10", "part": "statistics", "picture": "cat"}
TRY = {
    "try_input": {"tensor": "input", "batch": words.PHOTOGRAPHS, "grid": "means"},
    "try_one": {"tensor": "bn:stage3.bn2", "batch": "cat", "size": "1"},
    "try_moved": {"tensor": "input", "batch": words.MOVED, "grid": "deviations"},
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("batch_norm_statistics.question"), anchor=False)
    st.markdown(say("batch_norm_statistics.answer"))
    choices, shown = parts.beside()
    with choices:
        now = batch.choose(chosen)
    with shown:
        _all(chosen, now)


@st.fragment
def _all(chosen: Choice, now: Now) -> None:
    sides = words.sides(now)
    view = _stage(now, sides)
    if now.layer is not None and networks.network(now.network).weights == "random":
        st.caption(say("batch_norm_statistics.untrained", network=now.network))
    st.markdown(words.counts(now))
    identity, proof = _said(now, view.channel, language.current())
    st.markdown(identity)
    if len(now.members) == 1:
        st.info(words.single(now))
    proof.put()
    scatter.show(now, view.channel)
    presets.put({f"batch_norm_statistics.{key}": {**PART, **query} for key, query in TRY.items()})
    _keep(chosen, now, sides, view)
    with st.expander(say("page.depth")):
        st.markdown(say("batch_norm_statistics.depths"))


@caching.resource(64)
def _said(now: Now, channel: int, lang: str) -> tuple[str, Proof]:
    """Where the channel's variance comes from, and the proof."""
    del lang  # only a part of the key
    return words.identity(now, channel), words.proof(now, channel)


def _stage(now: Now, sides: Sides) -> StatisticsView:
    """Mounts the stage; the view that holds now."""
    shape = now.values.shape[1:]
    words_ = language.group("batch_norm_statistics.stage")

    def payload() -> bytes:
        return stage.payload(sides, _captions(now), words_)

    subject = (now.network, now.tensor, tuple(member.digest for member in now.members), language.current())
    return Staged(STAGE, stage.start_of(shape), within(shape)).mount("batch_norm/statistics", subject, payload)


def _captions(now: Now) -> Captions:
    title = say(
        "batch_norm_statistics.title", tensor=batch.named(now.tensor), network=now.network, count=len(now.members)
    )
    file = f"batch-statistics-{now.network}-{now.tensor}".replace(":", "-").replace(" ", "-")
    return Captions(say("batch_norm_statistics.alt", title=title), title, file)


def _keep(chosen: Choice, now: Now, sides: Sides, view: StatisticsView) -> None:
    name = _captions(now).file
    files = (
        export.File(say("batch_norm_statistics.save_channels"), name, "csv", lambda: words.channels_table(now, sides)),
        export.File(say("batch_norm_statistics.save_maps"), name, "npz", lambda: words.arrays(now, sides)),
    )
    export.put(chosen, files, words.snippet(now, view.channel), part="statistics")
