"""Who has left, and when is what they held let go?

A visitor whose Wi-Fi drops finds the visit as it was for a quarter of an hour. One who closes the page says so: that
visit ends within a minute, which leaves time for the browser's Back. Where room is short, visits that nobody is
connected to end at once, the closed ones first.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass

from streamlit import config
from streamlit.runtime import Runtime

from pages.shell.guard import refusals
from viz.hosts.streamlit.parcels import PARCELS, token_of

# What browsers say when a page is closed or left; a connection that breaks says nothing of the kind.
CLEAN = (1000, 1001)
GRACE = 30.0  # seconds
# Streamlit forgets a visit a while after it should have ended: we end it just before.
AHEAD = 5.0


@dataclass(frozen=True)
class Departure:
    """How a visit was left, and what will end it."""

    clean: bool
    end: asyncio.TimerHandle


_left: dict[str, Departure] = {}
_last: list[float] = [0.0]


def noticed() -> None:
    """Somebody does something."""
    _last[0] = time.monotonic()


def last_noticed() -> float:
    """When somebody last did something, by the clock that only runs forward."""
    return _last[0]


def is_there(visit: str) -> bool:
    """Whether somebody is connected to the visit."""
    return Runtime.exists() and Runtime.instance().is_active_session(visit)


def arrived(visit: str) -> None:
    """Somebody is connected to the visit, perhaps again. On the event loop's thread, as all that follows."""
    if visit in _left:
        _left.pop(visit).end.cancel()


def left(visit: str, *, clean: bool) -> None:
    """A socket of the visit has closed."""
    noticed()
    if not visit or is_there(visit):  # it never began, or is connected anew
        return
    arrived(visit)
    patience = GRACE if clean else max(0.0, config.get_option("server.disconnectedSessionTTL") - AHEAD)
    _left[visit] = Departure(clean, asyncio.get_running_loop().call_later(patience, _end, visit))


def make_room() -> Iterator[str]:
    """Ends visits that nobody is connected to, one at each step: the closed ones first, then the longest gone."""
    for clean in (True, False):
        for visit in [visit for visit, departure in _left.items() if departure.clean is clean]:
            if visit in _left and not is_there(visit):
                _end(visit)
                yield visit


def _end(visit: str) -> None:
    arrived(visit)
    refusals.forget(visit)
    PARCELS.left(token_of(visit))
    if Runtime.exists() and not is_there(visit):
        Runtime.instance().close_session(visit)
        noticed()
