"""One value that many ask for in every run, kept as long as what it is made of stays the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

R = TypeVar("R")


class Latest(Generic[R]):
    """The value that was made last. What it is made of is compared, not hashed: of long tables that takes no time."""

    def __init__(self) -> None:
        self._kept: tuple[tuple[object, ...], R] | None = None

    def get(self, of: tuple[object, ...], make: Callable[[], R]) -> R:
        """The value, made anew if it was made of something else."""
        kept = self._kept
        if kept is None or kept[0] != of:
            self._kept = kept = of, make()
        return kept[1]
