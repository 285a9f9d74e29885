"""A page's parts: the address says which one is shown. A part is `show` of pages/TOPIC/PART/part.py."""

from __future__ import annotations

from importlib import import_module

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.shell import address, titles
from pages.shell.language import say
from pages.shell.records import Choice

# What parts were called before: links of that time lead where they led.
FORMERLY = {
    "pooling": {"forgives": "invariance", "back": "unpooling"},
    "receptive_field": {"ladder": "growth", "looks": "top_patches"},
}


BESIDE = (2, 7)  # how wide the choices are, and the stage beside them


def beside() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Two columns: for what is chosen, and for the stage beside it, right below the words of the page."""
    return st.columns(BESIDE)


def show(topic: str, parts: tuple[str, ...], chosen: Choice, kept: tuple[str, ...] = ()) -> None:
    """The switch between the parts of a page, and the part that is chosen; the others aren't even loaded.

    `kept`: what in the address means the same in all parts.
    """
    part = choose(topic, parts, kept)
    titles.put(topic, say(f"{topic}.part_{part}"))
    import_module(f"..{topic}.{part}.part", __package__).show(chosen)


def choose(topic: str, parts: tuple[str, ...], kept: tuple[str, ...]) -> str:
    """The switch between the parts of a page; the part that is chosen, by its name.

    Turning to another part clears the address of what belongs to the one before: it would say nothing there.
    """
    return str(
        address.pick(
            st.segmented_control,
            "part",
            say(f"{topic}.part"),
            parts,
            forgets=lambda: address.of_the_page(*kept),
            formerly=FORMERLY.get(topic, {}),
            required=True,
            format_func=lambda part: say(f"{topic}.part_{part}"),
            label_visibility="collapsed",
        )
    )
