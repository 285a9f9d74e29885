"""What can be taken from the start page: the link, all layers as a table, lines of PyTorch; how it was counted."""

from __future__ import annotations

import csv
import io

import streamlit as st

from models.ops.meaning import Meaning
from pages.home import cached
from pages.shell import answering, choice, export
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.records import Choice

COLUMNS = ("name", "kind", "shape", "parameters", "multiply_adds", "memory", "inputs")


def show() -> None:
    """What to take away, and what is told in depth."""
    chosen = choice.current()
    name = f"{chosen.network}-layers"
    files = (export.File(say("home.save_csv"), name, "csv", lambda: table(chosen)),)
    answer = _answer(networks.meaning(chosen.network))
    code = export.code("home", network=chosen.network, answer=answer, **export.picture_code(chosen))
    export.put(chosen, files, code)
    with st.expander(say("page.depth")):
        st.markdown(say("home.depths.counting"))
        st.markdown(say("home.depths.memory"))
        st.markdown(say("home.depths.traps"))
    st.caption(say("home.source", source=networks.network(chosen.network).source))


def _answer(meaning: Meaning) -> str:
    """Lines of PyTorch that print the first answer."""
    if not meaning.classes:
        return 'print(f"{network.labels[0]}: {outputs[0]:.4g}")'
    told = 'print(f"{network.labels[probabilities.argmax()]}: {100 * probabilities.max():.1f} %")'
    return f"{answering.in_pytorch(meaning, 'outputs')}\n{told}"


def table(chosen: Choice) -> str:
    """A CSV with one line a layer, in order of execution."""
    file = io.StringIO()
    written = csv.writer(file)
    written.writerow(say(f"home.columns.{name}") for name in COLUMNS)
    for layer in cached.summary(chosen.picture, chosen.network).layers:
        shape, inputs = "×".join(map(str, layer.shape)), " ".join(layer.inputs)
        written.writerow((layer.name, layer.kind, shape, layer.parameters, layer.multiply_adds, layer.memory, inputs))
    return file.getvalue()
