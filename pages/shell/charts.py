"""A chart on a page: its numbers as the visitor's language writes them, without a bar of tools.

A figure of Plotly's takes 10–20 ms to put together and 2–3 to send, a page beside it as long as all of that: so one of
the same numbers and words is made once, for all visitors.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import numpy as np
import streamlit as st

from pages.shell import language
from pages.shell.cached import caching

BARE = {"displayModeBar": False}
KEPT = 64


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
    """Puts a Plotly figure on the page: what `figure` makes of its arguments, numbers and words."""
    _put(_made(figure), key)


def draw_to_choose(figure: partial[Any], key: str, chosen: Callable[[], None], config: dict[str, Any]) -> None:
    """The same with points to click at; `chosen` is called when one was, `config` as `st.plotly_chart` takes it."""
    st.plotly_chart(_kept(_made(figure)), key=key, on_select=chosen, selection_mode="points", config=config)


def _made(figure: partial[Any]) -> Made:
    marks = language.marks()
    return Made(figure, marks["decimal"] + marks["group"])


@caching.drawn(KEPT, BY_MEANS, of_network=False)
def _put(made: Made, key: str) -> None:
    """Streamlit keeps what it sent of it, and sends that again."""
    st.plotly_chart(_drawn(made), key=key, config=BARE)


@caching.resource(KEPT, BY_MEANS, of_network=False)
def _kept(made: Made) -> Any:
    return _drawn(made)


def _drawn(made: Made) -> Any:
    figure = made.figure()
    figure.update_layout(separators=made.separators)
    return figure
