"""The statistics of a batch, side by side: one mean for each channel, or one for each location."""

from __future__ import annotations

import streamlit as st

from pages.shell import batch
from pages.shell.choice import Choice
from pages.shell.language import say


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("batch_norm_statistics.question"), anchor=False)
    now = batch.choose(chosen)
    st.write(now.values.shape)
