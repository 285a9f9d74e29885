"""Things to try: each sets the page to an instructive state, writes it into the address, and shows the stage.

Buttons and not `st.page_link`: a link to the page one is on changes what the server knows and not the browser's
address, so that the next rerun, a reload or a copied address would fall back to the state before.
"""

from __future__ import annotations

from collections.abc import Mapping
from secrets import token_hex
from types import MappingProxyType

import streamlit as st

from pages.shell import address
from pages.shell.language import say
from viz.hosts.streamlit.mount import mount

WANTED = "wanted state"
PRESSED = "press to be shown"
NO_NUMBERS: Mapping[str, Mapping[str, object]] = MappingProxyType({})


def put(
    states: Mapping[str, Mapping[str, str]],
    *,
    numbers: Mapping[str, Mapping[str, object]] = NO_NUMBERS,
) -> None:
    """The heading and a button for each state: the key of its words, and the parameters that make it.

    What all pages share stays as it is where a state doesn't name it. `numbers`: what is put into the words of a
    state, by their key.
    """
    st.header(say("page.try"), anchor=False)
    with st.container(gap="xxsmall"):
        for key, query in states.items():
            if st.button(
                say(key, **numbers.get(key, {})), key=f"try {key}", type="tertiary", icon=":material/arrow_forward:"
            ):
                want(query)
                # The whole page, also where the button stands in a fragment; `arrive` does the rest.
                st.rerun()


def want(query: Mapping[str, str]) -> None:
    """Asks for a state of this page; the next run of the whole page brings it there."""
    st.session_state[WANTED] = dict(query)


def follow() -> None:
    """Mounts what brings the stage into view where a button was pressed: by that the whole page has run anew."""
    mount("frame/into_view", {"pressed": st.session_state.pop(PRESSED, "")}, key="into view")


def arrive() -> None:
    """Brings the page into the state that was wanted, before any widget is made; the rest begins anew."""
    query: Mapping[str, str] | None = st.session_state.pop(WANTED, None)
    if query is not None:
        address.replace({**address.shared(), **query})
        st.session_state[PRESSED] = token_hex(4)
