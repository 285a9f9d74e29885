"""How do maps become an answer?"""

import streamlit as st

from pages.shell.choice import Choice
from pages.shell.language import say


def show(chosen: Choice) -> None:
    """Draws the part."""
    del chosen
    st.title(say("prediction_answer.question"), anchor=False)
