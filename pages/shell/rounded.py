"""Beside an exact number: how the same quantity is shown elsewhere on the page."""

from __future__ import annotations

from typing import SupportsFloat

from pages.shell.language import exact, number, say


def rounded(value: SupportsFloat) -> str:
    """Words that follow the exact number; none where it is shown in full anyway."""
    shown = number(value)
    return "" if exact(value) == shown else say("page.rounded", shown=shown)
