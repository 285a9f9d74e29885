"""The ways from page to page: each takes along what all pages share, and is one step of the browser's history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import Page

from pages.shell import address, language, routes
from pages.shell.cached import caching
from pages.shell.language import say
from viz.hosts.streamlit.mount import mount

GOING = "page to go to"
PAGES = "pages of the visit"


def pages() -> dict[str, Page]:
    """The pages by topic, named in the visitor's language: made once a visit, since Streamlit looks for their files."""
    made: tuple[str, dict[str, Page]] | None = st.session_state.get(PAGES)
    if made is None or made[0] != language.current():
        found = {
            route.topic: st.Page(
                route.file,
                title=say(f"{route.topic}.name"),
                icon=route.icon,
                url_path=route.topic,
                default=route is routes.ROUTES[0],
            )
            for route in routes.ROUTES
        }
        st.session_state[PAGES] = made = language.current(), found
    return made[1]


def to(topic: str, label: str, **looks: Any) -> None:
    """A link to the page on a topic; without an icon, if none is among `looks`."""
    st.page_link(pages()[topic], label=label, query_params=address.shared(), **{"icon": "", **looks})


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
