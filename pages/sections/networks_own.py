"""Show your own network"""

import streamlit as st

from pages.shell.choice import Choice
from pages.shell.language import say


def show(chosen: Choice) -> None:
    """Draws the part."""
    del chosen
    st.title(say("networks_own.question"), anchor=False)
