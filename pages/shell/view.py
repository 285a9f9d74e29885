"""What a visitor has settled on within the Feature maps stage: in the address, in the browser, the same in both.

The payload a stage was mounted with is kept as long as only the browser changes the view, so that it is not sent again.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import streamlit as st
from jaxtyping import Float32

from viz.components.feature_maps.stage import View, read_view

Shape = tuple[int, int, int]


@dataclass(frozen=True)
class Mounted:
    """The view a stage was last mounted with; a new `serial` tells the browser to take it over."""

    subject: tuple[str, ...]
    view: View
    serial: int


def strongest(maps: Float32[np.ndarray, "channels rows columns"]) -> View:
    """The unit that responds most strongly: where a view starts."""
    values = np.where(np.isfinite(maps), maps, -np.inf)
    channel, row, column = (int(index) for index in np.unravel_index(values.argmax(), maps.shape))
    return View(channel, row, column)


def from_address(maps: Float32[np.ndarray, "channels rows columns"]) -> View:
    """The view the address asks for, within the bounds of this layer."""
    shape: Shape = maps.shape
    return read_view(st.query_params.to_dict(), shape, strongest(maps))


def told(event: dict[str, Any], maps: Float32[np.ndarray, "channels rows columns"]) -> None:
    """Takes over what the browser says of the layer that is shown, and writes it into the address."""
    shape: Shape = maps.shape
    start = strongest(maps)
    view = read_view(event, shape, start)
    st.session_state["told_view"] = view
    for name, value in asdict(view).items():
        if value == asdict(start)[name]:
            st.query_params.pop(name, None)
        else:
            st.query_params[name] = str(value).lower() if isinstance(value, bool) else str(value)


def mounted(subject: tuple[str, ...], view: View) -> Mounted:
    """What the stage is mounted with: as before where the browser itself brought about the view, else anew."""
    before: Mounted | None = st.session_state.get("mounted_view")
    if before is not None and before.subject == subject and view == st.session_state.get("told_view"):
        return before
    serial = 0 if before is None else before.serial + 1
    st.session_state["mounted_view"] = now = Mounted(subject, view, serial)
    st.session_state["told_view"] = view
    return now
