"""How maps become an answer: average, weigh, add, softmax, loss; every number the network's own."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from models.ops.prediction import Head
from pages.prediction import cached, heads
from pages.prediction.answer import files, words
from pages.shell import address, choice, language, presets, progress
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.records import Choice
from pages.shell.staged import Staged
from viz.stages.prediction.answer import stage
from viz.stages.prediction.answer.stage import AnswerView, Captions, shown_classes

STAGE = "answer"
TRY = {
    "try_sure": {"picture": "cat", "network": "cifar10"},
    "try_hot": {"picture": "cat", "network": "cifar10", "temperature": "5.0"},
    "try_other": {"picture": "cat", "network": "alexnet"},
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("prediction_answer.question"), anchor=False)
    st.markdown(say("prediction_answer.answer"))
    with progress.loading():
        networks.trace(chosen.picture, chosen.network)
    _all(chosen)


@st.fragment
def _all(chosen: Choice) -> None:
    head = cached.prediction_head(chosen.picture, chosen.network)
    if isinstance(head, Head):
        _answer(chosen, head)
    else:
        chain = heads.named(head.steps[1:])
        st.info(say(f"prediction_answer.{head.reason}", network=chosen.network, chain=chain))
    presets.put({f"prediction_answer.{key}": {"part": "answer", **query} for key, query in TRY.items()})
    if isinstance(head, Head):
        labels = heads.all_labels(chosen, head.logits.size)
        files.put(chosen, head, labels, _staged(head).view())
    with st.expander(say("page.depth")):
        st.markdown(say("prediction_answer.depths"))


def _answer(chosen: Choice, head: Head) -> None:
    """The stage, the reading and the proof."""
    labels = heads.all_labels(chosen, head.logits.size)
    meaning = networks.meaning(chosen.network)
    for note in heads.notes(meaning, labels):
        st.markdown(note)
    if head.form != "average":
        st.markdown(words.form(head))
    _stage(chosen, head, labels)
    view = _staged(head).view()
    st.markdown(words.reading(head, labels, view, meaning.ending))
    words.proof(chosen, head, labels, view).put()
    if head.form == "average":
        st.caption(words.form(head))
    if networks.network(chosen.network).weights == "random":
        st.caption(say("prediction_answer.random"))


def _start(head: Head) -> AnswerView:
    """The network's answer, taken for true."""
    best = int(head.logits.argmax())
    return AnswerView(best, best)


def _staged(head: Head) -> Staged[AnswerView]:
    return Staged(STAGE, _start(head), {"classes": head.logits.size})


def _stage(chosen: Choice, head: Head, labels: Sequence[str]) -> None:
    """Mounts the stage."""
    staged = _staged(head)
    subject = (chosen.picture.key, chosen.picture.digest, chosen.network, language.current())
    wanted = staged.mounted(subject).view.label
    sent = shown_classes(head.logits, wanted)
    ending = networks.meaning(chosen.network).ending
    about = stage.About(tuple(labels), tuple(words.chain(head, ending)), ending)

    def payload() -> bytes:
        return stage.payload(head, about, wanted, _captions(chosen, labels[wanted]), words.of_stage(ending))

    def settled(event: object) -> None:
        label = staged.read(event).label
        if label in sent:
            staged.told(event)
        else:  # its weights are not there: a new view for the browser, too
            address.write("class", label, staged.start.label)

    staged.mount("prediction/answer", subject, payload, settled=settled)


def _captions(chosen: Choice, label: str) -> Captions:
    picture = choice.label(chosen.picture.key)
    return Captions(
        say("prediction_answer.alt", network=chosen.network, picture=picture),
        say("prediction_answer.title", network=chosen.network, picture=picture, label=label),
        f"answer-{chosen.network}-{chosen.picture.key}".replace(" ", "-"),
    )
