"""Where in the picture does the answer come from?"""

import streamlit as st

from pages.shell.choice import Choice
from pages.shell.language import say


def show(chosen: Choice) -> None:
    """Draws the part."""
    del chosen
    st.title(say("prediction_where.question"), anchor=False)
