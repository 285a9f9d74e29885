"""Many passes through a network, a few at a time: meanwhile the page stays usable, and a visitor can stop them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from time import monotonic

import numpy as np
import streamlit as st

from pages.shell import address
from pages.shell.language import say

SHOWN = "shown"
SLICE = 0.4  # seconds of work, after which others of the visit may have their turn
OFTEN = 0.1  # seconds until it goes on


@dataclass(frozen=True, eq=False)
class Work:
    """The answers to pictures in parts, of which some are there. `key`: what they depend on; `one` makes a part."""

    key: Hashable
    parts: Sequence[range]
    one: Callable[[range], np.ndarray]
    found: list[np.ndarray] = field(default_factory=list)

    @property
    def done(self) -> bool:
        """Whether all are there."""
        return len(self.found) == len(self.parts)

    def go_on(self) -> None:
        """Works for a while, on one part at least."""
        start = monotonic()
        while not self.done:
            self.found.append(self.one(self.parts[len(self.found)]))
            if monotonic() - start > SLICE:
                return


def wanted(name: str) -> bool:
    """Whether the address asks for the passes of that name."""
    return address.here().get(name) == SHOWN


def answers(
    name: str, key: Hashable, parts: Sequence[range], one: Callable[[range], np.ndarray], words: str
) -> np.ndarray | None:
    """All answers [picture, class]; None as long as some are missing: then a bar is on the page, and it goes on.

    `words`: the key of what the bar says, with {number} of {count}.
    """
    work: Work | None = st.session_state.get(f"passes {name}")
    if work is None or work.key != key:
        st.session_state[f"passes {name}"] = work = Work(key, parts, one)
    work.go_on()
    if work.done:
        return np.concatenate(work.found)
    st.fragment(_follow, run_every=OFTEN)(name, work, words)
    return None


def _follow(name: str, work: Work, words: str) -> None:
    """A bar and a button, then some of the work; at its end, or when it is no longer wanted, the page begins anew.

    The bar comes first: what is put on the page just before a run ends is thrown away, unsent, if the next one is due.
    """

    def stop() -> None:
        address.write(name, None)

    if not wanted(name) or work.done:
        st.rerun()
    bar, button = st.columns([6, 1], vertical_alignment="center")
    number, count = len(work.found), len(work.parts)
    bar.progress(number / count, text=say(words, number=number, count=count))
    button.button(say("prediction_probe.cancel"), key=f"cancel {name}", on_click=stop)
    work.go_on()
