"""Puts a canvas component on a page. Each is registered once per process, from the files of its folder in `viz`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import streamlit as st

from viz.components.assets import read_assets


@cache
def _registered(name: str) -> Callable[..., Any]:
    assets = read_assets(name)
    return st.components.v2.component(name, html=assets.html, css=assets.css, js=assets.js)


def mount(
    name: str,
    data: bytes | Mapping[str, Any],
    *,
    key: str,
    on_event: tuple[str, Callable[[Any], None]] | None = None,
) -> None:
    """Mounts the component `name` with its payload.

    `on_event` names the value that the browser sends and who receives it. What arrives is a visitor's word: the
    receiver checks it before use.
    """
    callbacks: dict[str, Callable[[], None]] = {}
    if on_event is not None:
        value, receiver = on_event
        callbacks[f"on_{value}_change"] = lambda: receiver(st.session_state[key].get(value))
    _registered(name)(data=data, key=key, **callbacks)
