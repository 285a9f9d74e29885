"""Where an answer comes from: the logits of two classes as exact sums over the cells of the last maps."""

from __future__ import annotations

import streamlit as st

from models.ops.prediction import Head
from pages.prediction import cached
from pages.prediction.heads import notes
from pages.prediction.where import files, words
from pages.prediction.where.case import Case, case_of, compared
from pages.prediction.where.controls import choose, labels_of
from pages.shell import choice, language, presets, progress
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.records import Choice, NetworkName
from pages.shell.staged import Staged
from viz.stages.kernel.cell import within
from viz.stages.prediction.where import stage
from viz.stages.prediction.where.stage import Captions, start_of

STAGE = "where"
PHOTOGRAPHS_LAST = "stage3.block2.relu2"  # the last maps of the network for photographs
TRY = {
    "try_cat": {"picture": "cat", "network": "cifar10", "class": "3", "other": "5"},
    "try_photograph": {"picture": "coffee", "network": "imagenette", "row": "0", "column": "0"},
    "try_squeeze": {"picture": "rocket", "network": "squeezenet1_1"},
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("prediction_where.question"), anchor=False)
    with progress.loading():
        networks.trace(chosen.picture, chosen.network)
    _all(chosen)


@st.fragment
def _all(chosen: Choice) -> None:
    head = cached.prediction_head(chosen.picture, chosen.network)
    case = _case(chosen, head) if isinstance(head, Head) and head.exact else None
    if case is None:
        st.markdown(say("prediction_where.answer"))
        st.info(words.no_sum(chosen, head))
    else:
        _stage(chosen, case)
        for note in notes(networks.meaning(chosen.network), labels_of(chosen, case.head)):
            st.markdown(note)
        st.markdown(words.cells(chosen, case))
        st.markdown(words.reading(case))
        words.proof(case).put()
        if networks.network(chosen.network).weights == "random":
            st.caption(say("prediction_where.random"))
    put_tries()
    if case is not None:
        files.put(chosen, case)
    with st.expander(say("page.depth")):
        st.markdown(say("prediction_where.depths"))


def put_tries() -> None:
    """What there is to try, with how much of a photograph the cells of its last maps see."""
    numbers = words.seen(NetworkName(TRY["try_photograph"]["network"]), PHOTOGRAPHS_LAST)
    presets.put(
        {f"prediction_where.{key}": {"part": "where", **query} for key, query in TRY.items()},
        numbers={"prediction_where.try_photograph": numbers},
    )


def _case(chosen: Choice, head: Head) -> Case:
    """The two classes that are chosen beside the sentence that answers the page's question."""
    head = compared(head)
    answer, left, right = st.columns([8, 5, 5], vertical_alignment="bottom")
    answer.markdown(say("prediction_where.answer"))
    return case_of(chosen, head, *choose(chosen, head, left, right), labels_of(chosen, head))


def _stage(chosen: Choice, case: Case) -> None:
    """Mounts the maps."""
    picture = networks.seen(chosen.picture, chosen.network)
    answers, said = (case.one, case.other), language.group("prediction_where.stage")

    def payload() -> bytes:
        return stage.payload(case.head, answers, case.places, picture, _captions(chosen, case), said)

    about = (chosen.picture.key, chosen.picture.digest, chosen.network, language.current())
    shown = case.one.parts.map
    on_stage = Staged(STAGE, start_of(shown), within(shown.shape))
    on_stage.mount("prediction/where", (*about, case.one.label, case.other.label), payload)


def _captions(chosen: Choice, case: Case) -> Captions:
    about = {"picture": choice.label(chosen.picture.key), "one": case.one.name, "other": case.other.name}
    name = f"where-{chosen.network}-{chosen.picture.key}".replace(" ", "-")
    title = say("prediction_where.title", network=chosen.network, **about)
    return Captions(say("prediction_where.alt", **about), title, name)
