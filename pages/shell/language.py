"""The visitor's language: words in it, and numbers, plurals and lists as it writes them.

Whatever number a visitor reads goes through one of these. What a program reads does not: see `pages/text/numerals.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, SupportsFloat, SupportsInt

import streamlit as st

from models.ops import digits
from pages.shell import address
from pages.shell.runs import OnceARun
from pages.text import catalogue, numerals

NAME = "lang"  # in the address, and of the list


def arrive() -> None:
    """Takes the language from the address; to be called at the beginning of every run of the whole page."""
    st.session_state[NAME] = address.here().get(NAME, catalogue.FALLBACK)
    _current.forget()


def current() -> str:
    """The chosen language's code; English where nothing, or nothing known, is chosen."""
    return _current()


def _chosen() -> str:
    chosen = st.session_state.get(NAME, catalogue.FALLBACK)
    return chosen if chosen in catalogue.languages() else catalogue.FALLBACK


_current = OnceARun(_chosen)


def say(key: str, **values: object) -> str:
    """The words of `key` in the visitor's language."""
    return catalogue.say(current(), key, **values)


def group(prefix: str) -> dict[str, str]:
    """All words under `prefix`, for a component."""
    return catalogue.group(current(), prefix)


def counted(key: str, count: SupportsFloat, /, **values: object) -> str:
    """The words of `key` for that many things: one of its plural forms, with `{number}` put in."""
    return catalogue.counted(current(), key, count, **values)


def whole(value: SupportsInt) -> str:
    """A whole number in groups: 1,234."""
    return numerals.whole(current(), value)


def decimal(value: SupportsFloat, places: int) -> str:
    """A number with that many places behind the mark: 1,234.5."""
    return numerals.decimal(current(), value, places)


def percent(share: float, places: int) -> str:
    """A share of 1 in hundredths, with their sign: 12.3 %."""
    return say("page.percent", number=decimal(100 * share, places))


def scientific(value: SupportsFloat, places: int) -> str:
    """A number with its power of ten: 3.6e-07."""
    return numerals.scientific(current(), value, places)


def compact(value: SupportsFloat) -> str:
    """A number that somebody has chosen, in the digits it was chosen with: 0.5."""
    return written(f"{float(value):g}")


def number(value: SupportsFloat) -> str:
    """A quantity in four significant digits."""
    return written(digits.number(value))


def exact(value: SupportsFloat) -> str:
    """The same quantity in as many digits as a proof needs."""
    return written(digits.exact(value))


def written(text: str) -> str:
    """A number that is written already, with the language's marks."""
    return numerals.written(current(), text)


def listed(items: Iterable[str], last: Literal["and", "or", ""] = "") -> str:
    """The items in a row, with the word for "and" or "or" before the last one if it is asked for."""
    return numerals.listed(current(), list(items), last)


def marks() -> dict[str, str]:
    """How numbers and lists are written, for the scripts of the stages."""
    return {"language": current(), **vars(numerals.marks(current()))}
