"""One map of the batch: which one is chosen, and the stage on which ways of normalising it stand side by side."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.batch_norm import batch
from pages.shell import address, language
from pages.shell.language import say
from pages.shell.records import Now
from pages.shell.staged import Staged
from viz.stages.batch_norm.result import stage
from viz.stages.kernel.cell import CellView, within


def pick_map(now: Now) -> tuple[int, int]:
    """The channel, and the picture of the batch that is on stage, by its place."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="inline map"):
        channel = batch.channel(now)
        labels = {member.key: member.label for member in now.members}
        label = say("batch_norm_result.shown")
        key = address.pick(st.selectbox, "shown", label, tuple(labels), format_func=labels.__getitem__, width=360)
    return channel, tuple(labels).index(key)


def put(
    key: str,
    planes: dict[str, Any],
    rows: Any,
    captions: stage.Captions,
    start: CellView,
    words: str,
    subject: tuple[object, ...],
    **more: Any,
) -> None:
    """Mounts a stage of normalised maps. Where it starts with a `CellView`, γ and β of another stay in the address."""
    shape = next(iter(planes.values())).shape[:2]

    def payload() -> bytes:
        return stage.payload(planes, rows, captions, language.group(words), **more)

    Staged(key, start, within(shape)).mount("batch_norm/result", subject, payload, key=f"{key} stage")
