"""Streamlit as what keeps results for all visitors, and remembers each visit."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

import streamlit as st

from pages.shell import tidying
from pages.shell.cached import host
from pages.shell.cached.host import Hashes, Kind


class StreamlitHost:
    """Kept by Streamlit's caches; a visit is its session."""

    def state(self) -> MutableMapping[str, Any]:
        """The session's."""
        return st.session_state  # type: ignore[return-value]  # its keys may be numbers, too

    def keep(
        self, function: Callable[..., Any], kind: Kind, most: int, hashes: Hashes, *, of_the_visit: bool
    ) -> Callable[..., Any]:
        """By `st.cache_resource` and `st.cache_data`."""
        cache: Any = st.cache_resource if kind == "shared" else st.cache_data
        scope: dict[str, Any] = {"scope": "session"} if of_the_visit else {}
        kept: Callable[..., Any] = cache(
            function, max_entries=most, show_spinner=False, hash_funcs=dict(hashes), **scope
        )
        return kept

    def begin_anew(self) -> None:
        """Ends the run, and the page is run again; in the warm-up, where there is no page, nothing."""
        st.rerun()

    def settle(self) -> None:
        """Collections don't look through it from then on."""
        tidying.settle()


_STREAMLIT = StreamlitHost()


def arrive() -> None:
    """Whatever is worked out from now on is kept by Streamlit."""
    host.use(_STREAMLIT)
