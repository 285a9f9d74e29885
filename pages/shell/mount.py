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
    **receivers: Callable[[Any], None],
) -> None:
    """Mounts the component `name` with its payload.

    `receivers`: who is told each value that the browser sends, by the value's name. What arrives is a visitor's word:
    the receiver checks it before use.
    """

    def callback(value: str) -> Callable[[], None]:
        return lambda: receivers[value](st.session_state.get(key, {}).get(value))

    callbacks = {f"on_{value}_change": callback(value) for value in receivers}
    _registered(name)(data=data, key=key, **callbacks)
