"""The table of networks: its columns, the row that is chosen, the name that is sought."""

from __future__ import annotations

import csv
import io
from typing import Any

import streamlit as st

from pages.shell import address
from pages.shell.cached import downloads
from pages.shell.cached.downloads import Facts
from pages.shell.language import say

TABLE = "zoo table"
TOO_HEAVY = "too heavy"
FIRST, CLICKED = "first in the table", "clicked in the table"
HEIGHT = 330
MOST_LETTERS = 40
COLUMNS = ("name", "family", "accuracy", "measured", "parameters", "megabytes", "layers", "norm", "side", "weights")


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
    """The table with the chosen network's row marked. A click on a row chooses that network."""
    found = chosen_first(found, chosen)
    names = [facts.name for facts in found]
    rows = [names.index(chosen)] if chosen in names else []

    def picked() -> None:
        selected = st.session_state[TABLE]["selection"]["rows"]
        if selected and 0 <= selected[0] < len(names):
            choose(names[selected[0]])

    st.session_state[TABLE] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    st.dataframe(
        {say(f"networks_zoo.columns.{column}"): [told(facts, column) for facts in found] for column in COLUMNS},
        key=TABLE,
        on_select=picked,
        selection_mode="single-row",
        hide_index=True,
        height=HEIGHT,
        placeholder=say("networks_zoo.not_known"),
        column_config=looks(),
    )


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


def looks() -> dict[str, Any]:
    """How the columns are drawn."""
    number = st.column_config.NumberColumn
    made = {
        "name": st.column_config.TextColumn(width=150),
        "accuracy": number(format="%.1f", help=say("networks_zoo.columns.accuracy_help")),
        "parameters": number(format="localized"),
        "megabytes": number(format="%.1f"),
        "layers": number(help=say("networks_zoo.columns.layers_help")),
        "norm": st.column_config.CheckboxColumn(),
    }
    return {say(f"networks_zoo.columns.{column}"): look for column, look in made.items()}


def lines(found: list[Facts]) -> str:
    """The table as CSV."""
    file = io.StringIO()
    written = csv.writer(file)
    written.writerow([say(f"networks_zoo.columns.{column}") for column in COLUMNS])
    written.writerows([told(facts, column) for column in COLUMNS] for facts in found)
    return file.getvalue()
