"""The visitor's language, and words in it."""

from __future__ import annotations

import streamlit as st

from pages.shell import address
from pages.text import catalogue

NAME = "lang"  # in the address, and of the list


def arrive() -> None:
    """Takes the language from the address; to be called at the beginning of every run of the whole page."""
    st.session_state[NAME] = address.here().get(NAME, catalogue.FALLBACK)


def current() -> str:
    """The chosen language's code; English where nothing, or nothing known, is chosen."""
    chosen = st.session_state.get(NAME, catalogue.FALLBACK)
    return chosen if chosen in catalogue.languages() else catalogue.FALLBACK


def say(key: str, **values: object) -> str:
    """The words of `key` in the visitor's language."""
    return catalogue.say(current(), key, **values)


def group(prefix: str) -> dict[str, str]:
    """All words under `prefix`, for a component."""
    return catalogue.group(current(), prefix)
