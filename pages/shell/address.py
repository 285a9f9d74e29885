"""The address as the memory of a page: what is chosen on it, and what a stage in the browser has settled on.

The address is the only truth, so that a link, a reload and the back button all lead to the same view. Whatever stands
in it is a stranger's word: what a page doesn't offer counts as what the page starts with.

Nobody else writes it, and whoever has something to write says it at once: Streamlit sends the browser a message for
every change, and every message becomes a step of the browser's history. No widget is bound to it by Streamlit either:
a bound one replaces the step it is on, so that the way back leaves out what was chosen.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode, urlsplit

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.shell.routes import ROUTES
from pages.shell.runs import OnceARun
from viz.stages.kernel.view import View, text_of

COLOURS = "colours"
SHARED = ("picture", "network", "lang", COLOURS)
COURSE = "course of the visit"
ECHO = 2.0  # seconds in which a widget may still be on what the address has left; sooner, nobody turns it back
LATE = 10.0  # seconds in which a browser has surely heard of a new address
TOPICS = {"", *(route.topic for route in ROUTES)}
NOTHING_FORMERLY: Mapping[str, Any] = MappingProxyType({})
Names = Collection[str] | Callable[[], Collection[str]]


@dataclass(frozen=True)
class Course:
    """Where a visit is. `left`: the addresses it has moved on from, and when; `arrivals`: how often it came anew.

    It comes anew by a link, by another page, and by going back or on in the history.
    """

    page: str
    query: Mapping[str, str]
    left: tuple[tuple[float, Mapping[str, str]], ...] = ()
    arrivals: int = 0

    def late(self, page: str, query: Mapping[str, str]) -> bool:
        """Whether a browser that names this address hasn't heard yet that the visit has moved on from it."""
        now = time.monotonic()
        return page == self.page and any(query == old and now - when < LATE for when, old in self.left)


def here() -> dict[str, str]:
    """What the address says, by name.

    With every click a browser says where it is. A click that was on its way when the address changed says where it was:
    then what it was changed to holds.
    """
    return dict(_here())


def _found() -> dict[str, str]:
    run = get_script_run_ctx(suppress_warning=True)
    page, back = ("", False) if run is None else (run.page_script_hash, run.is_history_navigation)
    said = st.query_params.to_dict()
    course: Course | None = st.session_state.get(COURSE)
    if course is not None and (page, said) == (course.page, course.query):
        return said
    if course is not None and not back and course.late(page, said):
        st.query_params.from_dict(course.query)
        return dict(course.query)
    st.session_state[COURSE] = Course(page, said, (), 0 if course is None else course.arrivals + 1)
    return said


_here = OnceARun(_found)


def arrivals() -> int:
    """How often the visit has come anew: by a link, by another page, from the history."""
    here()
    course: Course = st.session_state[COURSE]
    return course.arrivals


def change(news: Mapping[str, object]) -> None:
    """Writes all of this into the address, as one step of the history; None takes a name out of it."""
    before = here()
    after = {**before, **{name: text_of(value) for name, value in news.items() if value is not None}}
    replace({name: value for name, value in after.items() if news.get(name, value) is not None})


def replace(query: Mapping[str, str]) -> None:
    """Makes this the whole address, as one step of the history."""
    before, query = here(), dict(query)
    if query == before:
        return
    course: Course = st.session_state[COURSE]
    recent = tuple((when, old) for when, old in course.left if time.monotonic() - when < LATE and old != query)
    left = (*recent, (time.monotonic(), before))
    st.session_state[COURSE] = Course(course.page, query, left, course.arrivals)
    st.query_params.from_dict(query)
    _here.forget()


def write(name: str, value: object, start: object = None, *, forgets: Collection[str] = ()) -> None:
    """Puts a value into the address, or takes it out where it is what the page starts with.

    `forgets`: the names of what loses its meaning by it.
    """
    change({**dict.fromkeys(forgets), name: apart(name, value, start)})


def apart(name: str, value: object, start: object) -> object:
    """What to write for a value: None where it is what the page starts with, unless the address says so in words.

    A link may name what the page would start with anyway: to take it out would be a step to the same view.
    """
    return None if value == start and here().get(name) != text_of(value) else value


def of_the_page(*kept: str) -> tuple[str, ...]:
    """The names of everything in the address that isn't shared by all pages, and not in `kept`."""
    return tuple(name for name in here() if name not in (*SHARED, *kept))


def shared() -> dict[str, str]:
    """What of the address goes along to other pages."""
    return {name: value for name, value in here().items() if name in SHARED}


def full(picture: str, network: str, **more: str) -> str:
    """The address of this view, complete: also with what stands for itself when left out."""
    place = urlsplit(st.context.url or "")
    query = {"picture": picture, "network": network, **more, **here()}
    return place._replace(query=urlencode(query), fragment="").geturl()


def root() -> str:
    """Where the server's addresses begin, as the visitor's browser knows it; "" where there is none."""
    place = urlsplit(st.context.url or "")
    path = place.path or "/"
    last = path.rpartition("/")[2]
    start = path.removesuffix(last) if last in TOPICS else f"{path}/"
    return place._replace(path=start, query="", fragment="").geturl() if place.netloc else ""


def pick(
    widget: Callable[..., Any],
    name: str,
    label: str,
    options: Sequence[Any],
    *,
    start: Any = None,
    forgets: Names = (),
    key: str | None = None,
    formerly: Mapping[str, Any] = NOTHING_FORMERLY,
    **looks: Any,
) -> Any:
    """A widget of one choice (st.selectbox, st.segmented_control, st.select_slider …) whose value is in the address.

    `start`: what is chosen where the address says nothing the widget offers; the first option if not given. `forgets`:
    the names in the address that lose their meaning by another choice. `formerly`: what older links call an option.
    The choice, one of `options`.
    """
    start = options[0] if start is None else start
    by_text = {**formerly, **{str(option): option for option in options}}
    key = f"picked {name}" if key is None else key
    _turn(key, by_text.get(here().get(name, ""), start))

    def keep() -> None:
        if _echoes(key):
            return
        write(name, st.session_state[key], start, forgets=forgets() if callable(forgets) else forgets)

    if called := looks.pop("format_func", None):
        # A widget asks several times what each option is called.
        names = {option: called(option) for option in options}
        looks["format_func"] = lambda option: names[option] if option in names else called(option)
    return widget(label, options, key=key, on_change=keep, **looks)


def _turn(key: str, value: Any) -> None:
    """Sets a widget to what the address says, and notes what it was on before."""
    before = st.session_state.get(key, value)
    if before != value:
        st.session_state[f"{key} before"] = before, time.monotonic()
    st.session_state[key] = value


def _echoes(key: str) -> bool:
    """Whether a widget says what it was on just before the address changed it, and is not chosen by anybody.

    Whatever makes the page run again sends along what all widgets are on, also those that the browser hasn't heard of.
    """
    before, when = st.session_state.get(f"{key} before", (None, -ECHO))
    return bool(st.session_state[key] == before and time.monotonic() - when < ECHO)


@dataclass(frozen=True)
class Mounted:
    """The view a stage was last mounted with; a new `serial` tells the browser to take it over."""

    subject: tuple[object, ...]
    view: Any
    serial: int
    arrivals: int = 0


def told(
    stage: str,
    view: View,
    start: View,
    *,
    forgets: Collection[str] = (),
    also: Mapping[str, object] | None = None,
) -> None:
    """Takes over the view that a stage in the browser has settled on, and writes it into the address.

    `view` has been read before; `start`, of the same kind, is what the page begins with. `forgets`: the names of what
    loses its meaning by it; `also`: what else it changes.
    """
    if not (also or forgets) and _knows(stage, view):
        return
    st.session_state[f"told {stage}"] = view
    begin = start.said()
    fields = {name: apart(name, value, begin[name]) for name, value in view.said().items()}
    change({**dict.fromkeys(forgets), **(also or {}), **fields})


def _knows(stage: str, view: Any) -> bool:
    """Whether that is the view which the address led to: a stage also tells of what it was mounted with."""
    now: Mounted | None = st.session_state.get(f"mounted {stage}")
    return now is not None and now.arrivals == arrivals() and view == st.session_state.get(f"told {stage}")


def serial(stage: str) -> int | None:
    """The serial that a stage was last mounted with; None before."""
    now: Mounted | None = st.session_state.get(f"mounted {stage}")
    return None if now is None else now.serial


def mounted(stage: str, subject: tuple[object, ...], view: Any) -> Mounted:
    """What a stage is mounted with: as before where the browser itself brought about the view, else anew.

    So the payload stays the same, and isn't sent again, as long as only the browser changes the view. Whoever comes by
    a link or from the history finds a new stage, which knows nothing of what was done on the one before.
    """
    course: Course | None = st.session_state.get(COURSE)
    arrivals = 0 if course is None else course.arrivals
    # Not every stage looks at a payload of a serial that it knows, and all must be painted in other colours.
    subject = (*subject, None if course is None else course.query.get(COLOURS))
    before: Mounted | None = st.session_state.get(f"mounted {stage}")
    same = before is not None and (before.subject, before.arrivals) == (subject, arrivals)
    if before is not None and same and view == st.session_state.get(f"told {stage}"):
        return before
    serial = 0 if before is None else before.serial + 1
    st.session_state[f"mounted {stage}"] = now = Mounted(subject, view, serial, arrivals)
    st.session_state[f"told {stage}"] = view
    return now
