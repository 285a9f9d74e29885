"""The ways from page to page: each takes along what all pages share, and is one step of the browser's history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from pages.shell import address, language, routes
from pages.shell.cached import caching
from pages.shell.language import say
from viz.hosts.streamlit.mount import mount

GOING = "page to go to"


def to(topic: str, label: str, **looks: Any) -> None:
    """A link to the page on a topic."""
    st.page_link(routes.page(topic), label=label, query_params=address.shared(), **looks)


def all_pages() -> None:
    """The links to all pages, in their groups."""
    _all_pages(tuple(address.shared().items()), language.current())


@caching.drawn(64, of_network=False)
def _all_pages(shared: tuple[tuple[str, str], ...], lang: str) -> None:
    """Streamlit keeps what it sent of them, and sends that again, as long as they lead to the same."""
    del shared, lang  # only parts of the key
    with st.container(key="pages", gap="xxsmall"):
        group = ""
        for route in routes.ROUTES:
            if route.group != group:
                group = route.group
                st.caption(say(f"navigation.{group}"))
            to(route.topic, say(f"{route.topic}.name"), icon=route.icon, help=say(f"{route.topic}.help"))


def go(topic: str, query: Mapping[str, str]) -> None:
    """Leaves for another page, in the state of that query.

    Not by `st.switch_page`: that writes the new query to the address of the old page first, one step too many.
    """
    st.session_state[GOING] = f"{topic}?{urlencode({**address.shared(), **query})}"
    st.rerun()


def leave() -> None:
    """Sends the browser to where it was asked to go, if it was; then nothing else of this page is shown."""
    going = st.session_state.pop(GOING, None)
    if going is not None:
        mount("frame/travel", {"to": going}, key="travel")
        st.stop()
