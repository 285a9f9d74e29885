"""A chart on a page: its numbers as the visitor's language writes them, without a bar of tools."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.shell import language

BARE = {"displayModeBar": False}


def draw(figure: Any, key: str, **options: Any) -> None:
    """Puts a Plotly figure on the page; `options` as `st.plotly_chart` takes them."""
    marks = language.marks()
    figure.update_layout(separators=marks["decimal"] + marks["group"])
    st.plotly_chart(figure, key=key, **{"config": BARE, **options})
