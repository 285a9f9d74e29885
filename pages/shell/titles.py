"""The page's title, in the browser's tab, its history and its bookmarks: the view, the page, the application."""

from __future__ import annotations

import streamlit as st

from pages.shell.language import say


def put(topic: str, view: str = "") -> None:
    """Says which page it is and, once it is known, which view of it."""
    words = (view, say(f"{topic}.name"), say("app.name"))
    st.set_page_config(page_title=" · ".join(filter(None, words)))
