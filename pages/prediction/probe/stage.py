"""The stage on which the picture is changed by hand: the edit in the address, the way there, and the answers to it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from functools import cache

import streamlit as st

from models.images.edit_text import read_edit, read_fields, write_edit
from models.images.edits import EDGES, FILLS, Edit, cover_deviation, limits, weights
from pages.prediction.probe import cached, words
from pages.shell import address, choice, language
from pages.shell.cached import networks, own_networks
from pages.shell.language import say, whole
from pages.shell.records import Choice
from viz.hosts.streamlit.mount import mount
from viz.stages.prediction.probe import stage
from viz.stages.prediction.probe.stage import ProbeView, Rules, Step, Way

STAGE = "probe"
MOST_STEPS = 40


@dataclass(frozen=True)
class History:
    """The edits of one picture and network that were settled on, and which of them is on stage."""

    subject: tuple[str, str]
    edits: tuple[Edit, ...]
    at: int


def size_of(chosen: Choice) -> tuple[int, int]:
    """Rows and columns of what the network sees."""
    rows, columns, _ = networks.seen(chosen.picture, chosen.network).shape
    return rows, columns


def subject(chosen: Choice) -> tuple[str, str, str]:
    """What all answers depend on: the picture, the network, and the state of its weights."""
    return chosen.picture.digest, chosen.network, own_networks.version(chosen.network)


def current(chosen: Choice) -> Edit:
    """The edit the address asks for."""
    return read_edit(address.here().get("edit", ""), size_of(chosen))


def history(chosen: Choice, edit: Edit) -> History:
    """The way to the edit: as it was where it ends there, else begun anew."""
    subject = (chosen.picture.digest, chosen.network)
    kept: History | None = st.session_state.get("probe history")
    if kept is None or kept.subject != subject:
        kept = History(subject, (Edit(),), 0)
    if kept.edits[kept.at] != edit:
        kept = walked(kept, edit, None)
    st.session_state["probe history"] = kept
    return kept


def walked(kept: History, edit: Edit, at: object) -> History:
    """The way after a further edit; `at`: the number of the step that is gone back, or on, to."""
    if isinstance(at, int) and not isinstance(at, bool) and 0 <= at < len(kept.edits) and kept.edits[at] == edit:
        return replace(kept, at=at)
    edits = (*kept.edits[: kept.at + 1], edit)
    if len(edits) > MOST_STEPS:
        edits = (edits[0], *edits[2:])  # the first is the picture as it was
    return replace(kept, edits=edits, at=len(edits) - 1)


def hear(chosen: Choice, event: object) -> None:
    """Takes over the edit that the browser has settled on."""
    fields = event if isinstance(event, dict) else {}
    if not isinstance(fields.get("edit"), dict):
        return
    edit = read_fields(fields["edit"], size_of(chosen))
    way = history(chosen, current(chosen))
    if edit != way.edits[way.at]:
        st.session_state["probe history"] = walked(way, edit, fields.get("at"))
    before, after = (one.uncovered for one in (current(chosen), edit))
    # What was found out about another picture: neither knows of covers, and the moves are the same from everywhere.
    over = ["sweep"] if after != before else []
    over += ["moves"] if replace(after, right=before.right) != before else []
    address.told(STAGE, ProbeView(write_edit(edit)), ProbeView(), forgets=over)


def choose_class(labels: tuple[str, ...], start: int) -> int:
    """The list of classes, by their numbers."""
    label = say("prediction_probe.class")
    numbers = range(len(labels))
    return int(
        address.pick(st.selectbox, "class", label, numbers, start=start, format_func=lambda index: labels[index])
    )


def put(chosen: Choice, edit: Edit) -> None:
    """Mounts the stage, and takes over the edits that the browser settles on."""
    about = (chosen.picture.key, chosen.picture.digest, chosen.network, language.current())
    now = address.mounted(STAGE, about, ProbeView(write_edit(edit)))
    before, after = (cached.probed(chosen.picture, chosen.network, one) for one in (Edit(), edit))
    answers = stage.payload(
        cached.edited_pixels(chosen.picture, chosen.network, edit),
        words.rows(before, after, networks.network(chosen.network).labels),
        way_to(chosen, edit),
        ProbeView(write_edit(edit)),
        now.serial,
        rules(size_of(chosen)),
        captions(chosen),
        said(chosen),
    )
    data = (stage.as_it_was(networks.seen(chosen.picture, chosen.network)), answers)
    mount("prediction/probe", data, key=STAGE, answering=True, settled=lambda event: hear(chosen, event))


def put_history(chosen: Choice, edit: Edit) -> None:
    """The rows of the edits that were settled on; one that is pressed is gone back to."""
    way = history(chosen, edit)

    def pressed(event: object) -> None:
        at = event.get("at") if isinstance(event, dict) else None
        if isinstance(at, int) and 0 <= at < len(way.edits):
            hear(chosen, {"edit": asdict(way.edits[at]), "at": at})
            # The stage has not heard of it: it must take the edit over.
            st.session_state.pop(f"told {STAGE}")

    data = stage.history(way_to(chosen, edit), {"history": say("prediction_probe.history")})
    mount("prediction/probe_history", data, key="probe history rows", settled=pressed)


def way_to(chosen: Choice, edit: Edit) -> Way:
    """The steps to the edit that are shown."""
    kept = history(chosen, edit)
    return Way(
        {number: step(chosen, kept.edits[number]) for number in stage.shown_steps(kept.at, len(kept.edits))}, kept.at
    )


def step(chosen: Choice, edit: Edit) -> Step:
    """A row of the history."""
    probabilities = cached.probed(chosen.picture, chosen.network, edit)
    best = int(probabilities.argmax())
    name = networks.network(chosen.network).labels[best]
    answer = say("prediction_probe.answered", name=name, percent=words.percent(probabilities[best]))
    return Step(asdict(edit), words.describe(edit), answer)


def said(chosen: Choice) -> dict[str, str]:
    """The words of the stage; a network of one channel has pixels of a brightness, not of colours."""
    group = language.group("prediction_probe.stage")
    grey = networks.network(chosen.network).channels == 1
    return {**group, "pixel": group["pixel_grey"]} if grey else group


@cache
def rules(size: tuple[int, int]) -> Rules:
    """What can be done to pictures of a size."""
    bounds = limits(size)
    kernels = {half: weights(half / 2) for half in range(1, bounds["blur"][1] + 1)}
    return Rules(bounds, EDGES, FILLS, kernels, weights(cover_deviation(size)))


def captions(chosen: Choice) -> dict[str, str]:
    """How the picture is called."""
    picture = choice.label(chosen.picture.key)
    classes = len(networks.network(chosen.network).labels)
    return {
        "picture": picture,
        "title": say("prediction_probe.picture_title", picture=picture, network=chosen.network),
        # How many of them are shown the stage says: those that were first before, and those that are now.
        "table": say("prediction_probe.table_shares", shown="{shown}", count=whole(classes)),
        "file": f"edited-{chosen.picture.key}-{chosen.network}".replace(" ", "-"),
    }
