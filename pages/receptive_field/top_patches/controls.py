"""The list of layers above the stage."""

from __future__ import annotations

import streamlit as st

from pages.receptive_field.top_patches.case import start_layer
from pages.shell import address
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.records import Choice


def shown_layer(chosen: Choice) -> str:
    """The list of layers; another one has its own channels."""
    trace = networks.trace(chosen.picture, chosen.network)
    return str(
        address.pick(
            st.selectbox,
            "layer",
            say("receptive_field_top_patches.layer"),
            tuple(trace),
            start=start_layer(chosen),
            forgets=("channel",),
            format_func=lambda layer: f"{layer} · {trace[layer].kind}",
        )
    )
