"""What are the classes called? Names from people, typed or in a file, as text that is safe to show anywhere."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, Final

from models.ops.meaning import Meaning

LONGEST: Final = 60
MOST_BYTES: Final = 2_000_000
MOST_CLASSES: Final = 100_000
REMOVED: Final = re.compile(r"[\\`*\[\]<>$~|]")


class UnreadableNames(ValueError):  # noqa: N818 - reads as what happened
    """Names of classes that can't be used; `code`: "not_text", "not_json", "too_long"."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def labels(names: Sequence[str], meaning: Meaning, what: str = "class") -> tuple[str, ...]:
    """The same of names from strangers, each made safe to show anywhere; `what` an output is that has no name."""
    return named([tidy(name) or f"{what} {number}" for number, name in enumerate(names)], meaning, what)


def named(names: Sequence[str], meaning: Meaning, what: str = "class") -> tuple[str, ...]:
    """One name for each answer; "class 0", "class 1" … where no names are given, or `what` an output is instead.

    Where a single output decides, one name is that of its yes, and two are those of its no and its yes. Raises
    ValueError for another number of names.
    """
    found = tuple(names) or tuple(f"{what} {number}" for number in range(meaning.answers))
    if meaning.binary and len(found) == 1:
        return f"not {found[0]}", *found
    if len(found) != meaning.answers:
        outputs = "output" if meaning.outputs == 1 else "outputs"
        raise ValueError(f"it has {meaning.outputs} {outputs}, but {len(found)} labels")
    return found


def tidy(name: str) -> str:
    """One line without signs that Markdown reads; "_" stands for a blank in many lists, and is one here."""
    shown = "".join(sign for sign in name[:1000] if sign.isprintable())
    shown = re.sub(r":(?=\S)", ": ", REMOVED.sub("", shown).replace("_", " "))
    return re.sub(r"\s+", " ", re.sub(r"\bwww\.", "www ", shown, flags=re.IGNORECASE)).strip()[:LONGEST]


def typed(text: str) -> tuple[str, ...]:
    """Names typed one a line; empty lines at the end don't count."""
    return tuple(line.strip() for line in text.rstrip().splitlines()[:MOST_CLASSES]) if text.strip() else ()


def from_file(data: bytes) -> tuple[str, ...]:
    """Names in a text file, one a line, or in JSON: a list, or {"0": "cat", …}, or {"0": ["n021", "cat"], …}.

    Also {"cat": 0, …}, as folders of pictures are numbered. Raises `UnreadableNames`.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableNames("too_long")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableNames("not_text") from None
    return _from_json(text) if text.lstrip()[:1] in ("{", "[") else typed(text)


def _from_json(text: str) -> tuple[str, ...]:
    try:
        found = json.loads(text)
        listed = _listed(found) if isinstance(found, dict) else found
        return tuple(_word(entry) for entry in listed[:MOST_CLASSES])
    except (ValueError, TypeError, LookupError, RecursionError):
        raise UnreadableNames("not_json") from None


def _listed(found: dict[str, Any]) -> list[Any]:
    """The entries of a dictionary in the order of their numbers, which are its keys or its values."""
    if all(type(value) is int for value in found.values()):
        found = {str(number): name for name, number in found.items()}
    by_number = {int(key): value for key, value in found.items()}
    return [by_number[number] for number in range(len(by_number))]


def _word(entry: Any) -> str:
    """A name; of a list of several, as ImageNet's index has them, the last."""
    word = entry[-1] if isinstance(entry, list) else entry
    if not isinstance(word, (str, int, float)):
        raise TypeError("a name must be text")
    return str(word)
