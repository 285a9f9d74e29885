"""Not written yet."""

from __future__ import annotations

import streamlit as st

from pages.shell.choice import Choice
from pages.shell.language import say


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("batch_norm.name") + chosen.network + "?", anchor=False)
