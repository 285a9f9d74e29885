"""What is shown while something takes its time: that the network is on its way; a bar, where one must wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TypeVar

import streamlit as st

from pages.shell import warm_up
from pages.shell.language import say

PATIENCE = 0.2  # seconds after which a bar is shown
Item = TypeVar("Item")


@contextmanager
def loading() -> Iterator[None]:
    """The words that the network is on its way, until the end of the block, which needs it."""
    with st.spinner(say("wait.network")):
        warm_up.wait()
        yield


def progressing(items: Sequence[Item], key: str) -> Iterator[Item]:
    """The items one after the other; `key` are the words on the bar, with {number} of {count}."""
    room, start = st.empty(), monotonic()
    for number, item in enumerate(items, 1):
        if monotonic() - start > PATIENCE:
            room.progress(number / len(items), text=say(key, number=number, count=len(items)))
        yield item
    room.empty()
