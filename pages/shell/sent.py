"""What a visitor sent and the server has no longer: the address is corrected, and the tab may send it again.

Pictures and networks of people's own live as long as a visit. A visit ends when the server is restarted, or some time
after its tab has gone; and newer pictures take the place of older ones. The tab that sent a file still has it.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages.shell import address, pictures, weights_notice
from pages.shell.cached import own_networks
from pages.shell.language import say
from pages.shell.records import Picture
from viz.hosts.streamlit.mount import mount

LOST = "lost of one's own"
BATCH = "batch_pictures"
Lost = Mapping[str, tuple[str, ...]]


def notice() -> None:
    """Notes what the address asks for that was somebody's own and isn't here, and takes it out of the address.

    To be called before anything else reads the address.
    """
    query = address.here()
    lost = {kind: keys for kind, keys in _asked(query).items() if keys}
    weights_notice.remember_lost()
    if not lost:
        return
    st.session_state[LOST] = weights_notice.path(), lost
    batch = [key for key in query.get("batch", "").split(",") if key not in lost.get("batch", ())]
    left = {"batch": ",".join(batch) or None} if "batch" in lost else {}
    address.change({**({"picture": None} if "picture" in lost else {}), **left})


def _asked(query: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    here = {*pictures.own(), *own_networks.own()}
    batch = {key.partition("/")[0]: key for key in query.get("batch", "").split(",")}
    kept: Mapping[str, object] = st.session_state.get(BATCH, {})
    return {
        "picture": tuple(key for key in (query.get("picture", ""),) if pictures.is_own(key) and key not in here),
        "network": tuple(key for key in (query.get("network", ""),) if own_networks.is_own(key) and key not in here),
        "batch": tuple(whole for key, whole in batch.items() if pictures.is_own(key) and key not in {*here, *kept}),
    }


def lost(kind: str) -> tuple[str, ...]:
    """What was asked for of that kind and isn't here, as long as the visitor hasn't chosen anything in its place."""
    when, found = st.session_state.get(LOST, (None, {}))
    chosen = kind in address.here() if kind != "batch" else bool(st.session_state.get(BATCH))
    return () if chosen or when != weights_notice.path() else found.get(kind, ())


def keeper() -> None:
    """Mounts what keeps the files of this tab in the tab, and offers to send again those that are lost."""
    kind = next((kind for kind in ("picture", "network", "batch") if lost(kind)), None)
    told = None
    if kind is not None:
        told = {"keys": lost(kind), "ended": say(f"sent.{kind}_ended"), "again": say(f"sent.{kind}_again")}
    mount("frame/sent", {"own": _own(), "lost": told}, key="sent", returned=lambda _: None)


def _own() -> dict[str, str]:
    """What this visit has sent, by key: the names of the files."""
    from_batches: dict[str, Picture] = st.session_state.get(BATCH, {})
    named = {key: each.file for key, each in {**from_batches, **pictures.own()}.items()}
    files = {key: each.title for key, each in own_networks.own().items() if not each.trained}
    return {**named, **files}
