"""One map of the batch: which one is chosen, and the stage on which ways of normalising it stand side by side."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.batch_norm import batch
from pages.shell import address, language
from pages.shell.language import say
from pages.shell.records import Now
from viz.hosts.streamlit.mount import mount
from viz.stages.batch_norm.result import stage
from viz.stages.kernel.cell import Cell, read_cell


def pick_map(now: Now) -> tuple[int, int]:
    """The channel, and the picture of the batch that is on stage, by its place."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        channel = batch.channel(now)
        labels = {member.key: member.label for member in now.members}
        label = say("batch_norm_result.shown")
        key = address.pick(st.selectbox, "shown", label, tuple(labels), format_func=labels.__getitem__, width=320)
    return channel, tuple(labels).index(key)


def put(
    key: str,
    planes: dict[str, Any],
    rows: Any,
    captions: stage.Captions,
    start: stage.View | Cell,
    words: str,
    subject: tuple[object, ...],
    **more: Any,
) -> None:
    """Mounts a stage of normalised maps, and takes over what the browser has settled on."""
    shape = next(iter(planes.values())).shape[:2]

    def read(event: object) -> stage.View | Cell:
        # A stage without γ and β must not take those of another one out of the address.
        if isinstance(start, Cell):
            return read_cell(event, shape, start)
        return stage.read_view(event, shape, start)

    def settled(event: object) -> None:
        address.told(key, read(event), start)

    now = address.mounted(key, subject, read(address.here()))
    data = stage.payload(planes, rows, captions, now.view, now.serial, language.group(words), **more)
    mount("batch_norm/result", data, key=f"{key} stage", settled=settled)
