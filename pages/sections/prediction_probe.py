"""What would change its mind?"""

import streamlit as st

from pages.shell.choice import Choice
from pages.shell.language import say


def show(chosen: Choice) -> None:
    """Draws the part."""
    del chosen
    st.title(say("prediction_probe.question"), anchor=False)
