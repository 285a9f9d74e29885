"""Which values share one mean? The block of a real batch, and the groups that normalization takes its means of."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.batch_norm import batch, cached
from pages.batch_norm.batch_files import tensor_file
from pages.batch_norm.groups import words
from pages.batch_norm.groups.case import Case, case, shape_of
from pages.shell import export, language, parts, presets
from pages.shell.language import say
from pages.shell.records import Choice, Now
from pages.shell.staged import Staged
from viz.stages.batch_norm.groups import stage

STAGE = "groups"
PART = {"network": "cifar10", "part": "groups"}
TRY = {
    "try_location": {"over": "location"},
    "try_single": {"over": "location", "batch": "cat"},
    "try_instance": {"over": "instance"},
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("batch_norm_groups.question"), anchor=False)
    st.markdown(say("batch_norm_groups.answer"))
    choices, shown = parts.beside()
    with choices:
        now = batch.choose(chosen)
        channel = batch.channel(now)
    with shown:
        _all(chosen, now, channel)


@st.fragment
def _all(chosen: Choice, now: Now, channel: int) -> None:
    view = _stage(chosen, now, channel)
    found, shape = case(now, view), shape_of(now)
    st.markdown(words.reading(shape, found))
    words.proof(shape, found).put()
    presets.put({f"batch_norm_groups.{key}": {**PART, **query} for key, query in TRY.items()})
    _keep(chosen, now, found)
    with st.expander(say("page.depth")):
        st.markdown(say("batch_norm_groups.depths"))


def _pictures(now: Now) -> tuple[tuple[str, str], ...]:
    """What tells one batch from another."""
    return tuple((member.key, member.digest) for member in now.members)


def _stage(chosen: Choice, now: Now, channel: int) -> stage.GroupsView:
    """Mounts the block; what is on stage."""
    shown = cached.around(now, channel)
    kinds = words.kinds(shown.shape, shown.divisors)
    words_ = language.group("batch_norm_groups.stage")

    def payload() -> bytes:
        return stage.payload(shown, _captions(now, channel), kinds, words_)

    about = (chosen.network, now.tensor, channel, _pictures(now), language.current())
    on_stage = Staged(STAGE, stage.start_of(shown), stage.bounds_of(shown))
    return on_stage.mount("batch_norm/groups", about, payload)


def _captions(now: Now, channel: int) -> stage.Captions:
    batch_size, channels, rows, columns = shape_of(now)
    numbers: dict[str, object] = {"rows": rows, "columns": columns}
    numbers["pictures"] = language.counted("batch.pictures", batch_size)
    numbers["planes"] = language.counted("batch_norm_groups.channels", channels)
    title = say("batch_norm_groups.title", tensor=batch.named(now.tensor), channel=channel)
    file = f"groups-{now.tensor}-{channel}".replace(":", "-").replace(".", "-")
    pictures = tuple(member.label for member in now.members)
    return stage.Captions(say("batch_norm_groups.alt", **numbers), title, file, pictures)


def _keep(chosen: Choice, now: Now, found: Case) -> None:
    name = f"means-{found.kind.over}-{now.tensor}".replace(":", "-").replace(".", "-")
    make = partial(words.table, shape_of(now), found)
    files = (export.File(say("batch_norm_groups.save_csv"), name, "csv", make), tensor_file(now))
    export.put(chosen, files, words.snippet(now, found), part="groups")
