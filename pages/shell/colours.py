"""The colours in which a visitor sees values: two lists in the sidebar, one name in the address, for every stage."""

from __future__ import annotations

from dataclasses import asdict, replace

import streamlit as st

from pages.shell import address
from pages.shell.language import say
from viz.hosts.streamlit.mount import paint_with
from viz.ink.colour import MAPS, START, Palettes, read


def current() -> Palettes:
    """What the address names; what everybody starts with where it names nothing that there is."""
    return read(address.here().get(address.COLOURS, ""))


def arrive() -> None:
    """Has all stages painted in them; to be called at the beginning of every run of the whole page."""
    paint_with(current().planes())


def choice() -> None:
    """The lists of maps, one for each kind."""
    for kind, names in MAPS.items():

        def called(pair: Palettes, kind: str = kind) -> str:
            return say(f"colours.{asdict(pair)[kind]}.name")

        label, about = say(f"colours.{kind}"), say(f"colours.{kind}_help")
        pairs = [replace(current(), **{kind: name}) for name in names]
        address.pick(
            st.selectbox,
            address.COLOURS,
            label,
            pairs,
            start=START,
            key=f"{address.COLOURS} {kind}",
            help=about,
            format_func=called,
        )


def sides() -> dict[str, str]:
    """What the colours below and above zero are called, to be put into words about them."""
    name = current().diverging
    return {side: say(f"colours.{name}.{side}") for side in ("below", "above")}
