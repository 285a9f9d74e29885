"""The address as the memory of a page: what is chosen on it, and what a stage in the browser has settled on.

The address is the only truth, so that a link, a reload and the back button all lead to the same view. Whatever stands
in it is a stranger's word: what a page doesn't offer counts as what the page starts with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

import streamlit as st

from pages.shell.choice import Choice

SHARED = ("picture", "network", "lang")


def write(name: str, value: object, start: object) -> None:
    """Puts a value into the address, or takes it out where it is what the page starts with."""
    if value == start or value is None:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = str(value).lower() if isinstance(value, bool) else str(value)


def clear(*kept: str) -> None:
    """Takes everything out of the address that isn't shared by all pages, and not in `kept`."""
    for name in list(st.query_params):
        if name not in (*SHARED, *kept):
            del st.query_params[name]


def full(chosen: Choice, **more: str) -> str:
    """The address of this view, complete: also with what stands for itself when left out."""
    here = urlsplit(st.context.url or "")
    query = {"picture": chosen.picture.key, "network": chosen.network, **more, **st.query_params.to_dict()}
    return here._replace(query=urlencode(query), fragment="").geturl()


def pick(
    widget: Callable[..., Any],
    name: str,
    label: str,
    options: Sequence[Any],
    *,
    start: Any = None,
    changed: Callable[[], None] | None = None,
    **looks: Any,
) -> Any:
    """A widget of one choice (st.selectbox, st.segmented_control, st.select_slider …) whose value is in the address.

    `start`: what is chosen where the address says nothing the widget offers; the first option if not given. `changed`
    is called before the new choice is written. The choice, one of `options`.
    """
    start = options[0] if start is None else start
    by_text = {str(option): option for option in options}
    key = f"picked {name}"
    st.session_state[key] = by_text.get(st.query_params.get(name, ""), start)

    def keep() -> None:
        chosen = st.session_state[key]
        if changed is not None:
            changed()
        write(name, chosen, start)

    return widget(label, options, key=key, on_change=keep, **looks)


@dataclass(frozen=True)
class Mounted:
    """The view a stage was last mounted with; a new `serial` tells the browser to take it over."""

    subject: tuple[object, ...]
    view: Any
    serial: int


def told(stage: str, view: Any, start: Any, names: Mapping[str, str] | None = None) -> None:
    """Takes over the view that a stage in the browser has settled on, and writes it into the address.

    `view` and `start` are frozen dataclasses of one kind, checked before; `start` is what the page begins with.
    `names`: what a field is called in the address, where that is another name.
    """
    st.session_state[f"told {stage}"] = view
    begin: Mapping[str, object] = asdict(start)
    for name, value in asdict(view).items():
        write((names or {}).get(name, name), value, begin[name])


def mounted(stage: str, subject: tuple[object, ...], view: Any) -> Mounted:
    """What a stage is mounted with: as before where the browser itself brought about the view, else anew.

    So the payload stays the same, and isn't sent again, as long as only the browser changes the view.
    """
    before: Mounted | None = st.session_state.get(f"mounted {stage}")
    if before is not None and before.subject == subject and view == st.session_state.get(f"told {stage}"):
        return before
    serial = 0 if before is None else before.serial + 1
    st.session_state[f"mounted {stage}"] = now = Mounted(subject, view, serial)
    st.session_state[f"told {stage}"] = view
    return now
