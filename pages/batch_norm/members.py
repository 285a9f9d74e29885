"""One picture of a batch: a picture the visitor can choose, or a variation of it, by the text that stands for it."""

from __future__ import annotations

from collections.abc import Callable

from models.images.variations import variations
from pages.shell.records import Member, Picture


def keys(text: str, most: int) -> tuple[str, ...]:
    """The keys of a batch written as "cat,coffee,cat/flip": each once, in order, at most so many."""
    found = dict.fromkeys(part.strip() for part in text.split(","))
    return tuple(key for key in found if key)[:most]


def read(
    key: str,
    find: Callable[[str], Picture | None],
    name: Callable[[str, str], str],
    proportions: tuple[int, int] = (1, 1),
) -> Member | None:
    """The member of that key; None where there is no such picture or variation. `name` makes the label."""
    of, _, variation = key.partition("/")
    picture = find(of)
    if picture is None or (variation and variation not in variations()) or key.endswith("/"):
        return None
    return Member(key, picture, variation, name(of, variation), proportions)
