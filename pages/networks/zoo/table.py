"""The table of networks: its columns, the row that is chosen, the name that is sought."""

from __future__ import annotations

import csv
import io
from typing import Any

import streamlit as st

from pages.shell import address
from pages.shell.cached import downloads
from pages.shell.cached.downloads import Facts
from pages.shell.language import decimal, say, whole
from pages.text import catalogue
from viz.hosts.streamlit.mount import mount
from viz.stages.kernel.payload import pack

TABLE = "zoo table"
TOO_HEAVY = "too heavy"
FIRST, CLICKED = "first in the table", "clicked in the table"
MOST_LETTERS = 40
COLUMNS = ("name", "family", "accuracy", "measured", "parameters", "megabytes", "layers", "norm", "side", "weights")
NUMBERS = ("accuracy", "parameters", "megabytes", "layers", "side")
TENTHS = ("accuracy", "megabytes")  # shown with one place behind the mark


def seek() -> str:
    """The field for a name or a part of one; what stands in it, in small letters."""
    key = "picked find"
    st.session_state[key] = address.here().get("find", "")[:MOST_LETTERS]

    def keep() -> None:
        address.write("find", st.session_state[key].strip()[:MOST_LETTERS], "")

    hint = say("networks_zoo.find_hint")
    st.text_input(say("networks_zoo.find"), key=key, on_change=keep, placeholder=hint, max_chars=MOST_LETTERS)
    return st.session_state[key].strip().lower()


def family_name(family: str) -> str:
    """What people call a family."""
    return say(f"networks_zoo.families.{family}")


def table(found: list[Facts], chosen: str) -> None:
    """The table with the chosen network's row marked. A click on a row, or Enter on a name, chooses that network."""
    found = chosen_first(found, chosen)
    offered = {facts.name for facts in found}

    def picked(said: object) -> None:
        if isinstance(said, str) and said in offered:
            choose(said)

    data = {
        "caption": say("networks_zoo.table"),
        "columns": [_head(column) for column in COLUMNS],
        "lines": [_line(facts) for facts in found],
    }
    mount("networks/zoo", pack(data, {}), key=TABLE, now={"chosen": chosen}, chosen=picked)


def _head(column: str) -> dict[str, object]:
    """A column: its words, what they mean, and whether numbers stand below them."""
    helped = f"networks_zoo.columns.{column}_help"
    help_ = say(helped) if catalogue.has(helped) else ""
    return {"text": say(f"networks_zoo.columns.{column}"), "help": help_, "number": column in NUMBERS}


def _line(facts: Facts) -> dict[str, object]:
    """A network's cells as they are read, and what they are sorted by."""
    cells = [told(facts, column) for column in COLUMNS]
    return {"name": facts.name, "cells": [_shown(*pair) for pair in zip(COLUMNS, cells, strict=True)], "order": cells}


def _shown(column: str, cell: Any) -> str:
    """A cell in the visitor's language."""
    if column in TENTHS:
        return decimal(cell, 1)
    if column == "norm":
        return say(f"networks_zoo.norm_{'with' if cell else 'without'}")
    return whole(cell) if isinstance(cell, int) else str(cell)


def chosen_first(found: list[Facts], chosen: str) -> list[Facts]:
    """The network that somebody comes with stands on top, where it is seen; one that is clicked stays where it is."""
    if chosen != st.session_state.get(CLICKED):
        st.session_state[FIRST], st.session_state[CLICKED] = chosen, None
    first = st.session_state.get(FIRST)
    return sorted(found, key=lambda facts: facts.name != first)


def choose(name: str) -> None:
    """Makes a network the one of all pages, if it may be."""
    if name in downloads.offered():
        st.session_state[CLICKED] = name
        address.write("network", name, downloads.offered()[0])
    else:
        st.session_state[TOO_HEAVY] = name


def told(facts: Facts, column: str) -> Any:
    """One cell: a plain value, so that columns of numbers are sorted as numbers."""
    if column == "family":
        return family_name(facts.family)
    if column == "measured":
        return measured_on(facts)
    if column == "norm":
        return facts.has_batch_norm
    if column == "weights":
        kind = "bundled" if facts.top1 is None else "here" if facts.here else "missing"
        return say(f"networks_zoo.weights_{kind if facts.offered else 'heavy'}")
    return getattr(facts, column)


def measured_on(facts: Facts) -> str:
    """Which pictures the accuracy was measured on."""
    return say(f"networks_zoo.measured.{facts.name if facts.top1 is None else 'imagenet'}")


def lines(found: list[Facts]) -> str:
    """The table as CSV."""
    file = io.StringIO()
    written = csv.writer(file)
    written.writerow([say(f"networks_zoo.columns.{column}") for column in COLUMNS])
    written.writerows([told(facts, column) for column in COLUMNS] for facts in found)
    return file.getvalue()
