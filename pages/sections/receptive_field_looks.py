"""Not written yet."""

from __future__ import annotations

import streamlit as st

from pages.shell.choice import Choice
from pages.shell.language import say


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("receptive_field.name") + chosen.network + "?", anchor=False)
