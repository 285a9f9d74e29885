"""A chart on a page: its numbers as the visitor's language writes them, its name, its table, and no bar of tools.

A figure of Plotly's takes 10–20 ms to put together and 2–3 to send, a page beside it as long as all of that: so one of
the same numbers and words is made once, for all visitors.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import numpy as np
import streamlit as st

from pages.shell import language
from pages.shell.cached import caching
from pages.shell.language import say
from viz.ink import read

BARE = {"displayModeBar": False}
KEPT = 64
UNKNOWN = "–"


@dataclass(frozen=True)
class Made:
    """How a figure is made: a function with its arguments, and between what marks its numbers stand."""

    figure: partial[Any]
    separators: str

    @cached_property
    def said(self) -> str:
        """Stands for the figure: what it is made by, and of what, down to the last digit."""
        made = self.figure
        name = f"{made.func.__module__}.{made.func.__qualname__}"
        of = json.dumps([name, made.args, made.keywords, self.separators], default=_plainly)
        return hashlib.sha256(of.encode()).hexdigest()


def _plainly(value: Any) -> object:
    return caching.of_array(value) if isinstance(value, np.ndarray) else list(value)


BY_MEANS: caching.Hashes = {Made: lambda made: made.said}


def draw(figure: partial[Any], key: str) -> None:
    """Puts a Plotly figure on the page: what `figure` makes of its arguments, numbers and words. It has a table too."""
    made = _made(figure)
    told = _told(made)
    _put(made, key, named(told))
    _table(told, key)


def draw_to_choose(figure: partial[Any], key: str, chosen: Callable[[], None], config: dict[str, Any]) -> None:
    """The same with points to click at; `chosen` is called when one was, `config` as `st.plotly_chart` takes it."""
    made = _made(figure)
    told, shown = _told(made), _kept(made)
    st.plotly_chart(shown, key=key, on_select=chosen, selection_mode="points", config=config, alt=named(told))
    _table(told, key)


def named(told: read.Numbers) -> str:
    """What the chart shows, over what, and by which lines if it has several."""
    lines = list(dict.fromkeys(name for name, _ in told.columns if name))
    return say("charts.name_lines" if lines else "charts.name", **axes(told), lines=language.listed(lines))


def axes(told: read.Numbers) -> dict[str, str]:
    """What the axes of the chart are called."""
    return {"x": told.across, "y": told.up}


def _table(told: read.Numbers, key: str) -> None:
    if not st.toggle(say("charts.as_table", **axes(told)), key=f"{key} as a table"):
        return
    st.table(columns(told), alt=named(told), hide_index=True)
    if len(told.x) < told.count:
        st.caption(say("charts.picked", shown=len(told.x), count=language.whole(told.count)))


def columns(told: read.Numbers) -> dict[str, list[str]]:
    """The table's columns by their heads: the places, and the values of each line."""
    twice = Counter(name for name, _ in told.columns)
    shown = {told.across: [place if isinstance(place, str) else _said(place) for place in told.x]}
    for name, values in told.columns:
        head = name or told.up
        if twice[name] > 1:  # the ends of a band, the lower one first
            low = say("charts.low", line=head)
            head = say("charts.high", line=head) if low in shown else low
        shown[head] = [UNKNOWN if value is None else _said(value) for value in values]
    return shown


def _said(value: float) -> str:
    return language.whole(value) if value == int(value) else language.number(value)


def _made(figure: partial[Any]) -> Made:
    marks = language.marks()
    return Made(figure, marks["decimal"] + marks["group"])


@caching.drawn(KEPT, BY_MEANS, of_network=False)
def _put(made: Made, key: str, name: str) -> None:
    """Streamlit keeps what it sent of it, and sends that again."""
    st.plotly_chart(_kept(made), key=key, config=BARE, alt=name)


@caching.resource(KEPT, BY_MEANS, of_network=False)
def _told(made: Made) -> read.Numbers:
    return read.numbers(_kept(made))


@caching.resource(KEPT, BY_MEANS, of_network=False)
def _kept(made: Made) -> Any:
    figure = made.figure()
    figure.update_layout(separators=made.separators)
    return figure
