"""Streamlit as what keeps results for all visitors, and remembers each visit."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

import streamlit as st

from pages.shell import tidying
from pages.shell.cached import host
from pages.shell.cached.host import Hashes, Kind, in_order_of_use


class StreamlitHost:
    """What is of a visit is kept by Streamlit's caches; a visit is its session."""

    def state(self) -> MutableMapping[str, Any]:
        """The session's."""
        return st.session_state  # type: ignore[return-value]  # its keys may be numbers, too

    def keep(
        self, function: Callable[..., Any], kind: Kind, most: int, hashes: Hashes, *, of_the_visit: bool
    ) -> Callable[..., Any]:
        """What is of a visit, or drawn, by Streamlit's own caches; the rest in order of use.

        Streamlit's look through every argument, and through the function's signature, as often as it is called: a page
        calls dozens of such functions in every run.
        """
        if kind != "drawn" and not of_the_visit:
            return in_order_of_use(function, most, hashes, copied=kind == "copied")
        cache: Any = st.cache_data if kind == "copied" else st.cache_resource
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
