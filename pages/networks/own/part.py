"""Show your own network: a file of weights, what it is, how it is fed, and then it is the network of every page."""

from __future__ import annotations

import streamlit as st

from pages.networks.own import cached as own_weights
from pages.networks.own import file, settings, words
from pages.networks.own import list as mine
from pages.networks.own.opened import Opened
from pages.shell import export, presets
from pages.shell.cached import own_networks
from pages.shell.language import say
from pages.shell.records import Choice

PART = {"part": "own"}
TRY = {f"networks_own.try_{name}": {**PART, "example": name} for name in file.EXAMPLES}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("networks_own.question"), anchor=False)
    st.markdown(say("networks_own.answer"))
    top = st.container()
    opened = _steps()
    with top:
        mine.put(chosen)
        file.tell_refusal()
    if opened is not None:
        words.table(opened.weights)
    file.how_to_save()
    presets.put(TRY)
    _keep(chosen, opened)
    with st.expander(say("page.depth")):
        st.markdown(say("networks_own.depths.fits"))
        st.markdown(say("networks_own.depths.python"))


def _steps() -> Opened | None:
    """The three steps, side by side; what was opened in the first, if anything."""
    cells = [column.container(border=True, height="stretch") for column in st.columns([4, 4, 5])]
    for cell, step in zip(cells, ("file", "what", "how"), strict=True):
        cell.header(say(f"networks_own.step_{step}"), anchor=False)
    with cells[0]:
        opened = file.put()
    with cells[1]:
        match = words.put(opened)
    with cells[2]:
        settings.put(opened, match)
    return opened


def _keep(chosen: Choice, opened: Opened | None) -> None:
    files = [_example("whole"), _example("three")]
    if opened is not None:
        weights = opened.weights
        label = say("networks_own.save_table")
        files.insert(0, export.File(label, "tensors", "csv", lambda: words.table_csv(weights)))
    export.put(chosen, files, _code(opened.in_code if opened else file.FIRST), part="own")


def _code(in_code: str) -> str:
    snippet = "networks_own_example" if in_code.startswith(own_networks.EXAMPLE) else "networks_own"
    return export.code(snippet, file=in_code)


def _example(name: str) -> export.File:
    label = say(f"networks_own.save_{name}")
    return export.File(label, f"cifar10-{name}", "safetensors", lambda: own_weights.example_file(name))
