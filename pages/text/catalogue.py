"""Every word a visitor reads, by key and language. English is complete; other languages fall back to it.

The words of a language are in files: those that pages share in a folder named by its code, in it a file a topic; those
of a page and of its parts beside them, in a file named by its code. All of them together are its entries.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
PAGES = FOLDER.parent
FALLBACK = "en"


@cache
def languages() -> dict[str, str]:
    """The languages there are: code to the language's own name."""
    codes = sorted(file.parent.name for file in FOLDER.glob("*/frame.toml"))
    found = {code: str(_entries(code)["language.name"]) for code in codes}
    return {FALLBACK: found.pop(FALLBACK), **found}


@cache
def _entries(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for file in _files(language):
        entries = dict(_flatten(tomllib.loads(file.read_text(encoding="utf-8"))))
        if twice := entries.keys() & found.keys():
            raise ValueError(f"{file.relative_to(PAGES)} says again what another file says: {sorted(twice)}")
        found |= entries
    return found


def _files(language: str) -> list[Path]:
    """The files of a language: what pages share, then those of pages, then those of their parts."""
    kinds = (f"text/{language}/*.toml", f"*/{language}.toml", f"*/*/{language}.toml")
    return [file for kind in kinds for file in sorted(PAGES.glob(kind))]


def _flatten(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        name = f"{prefix}{key}"
        pairs += _flatten(value, f"{name}.") if isinstance(value, dict) else [(name, value)]
    return pairs


def say(language: str, key: str, **values: object) -> str:
    """The words of `key` with `values` put in; KeyError for a key that even English lacks (a test looks for those)."""
    found = _entries(language).get(key) if language in languages() else None
    text = found if found is not None else _entries(FALLBACK)[key]
    return text.format(**values) if values else text


def has(key: str) -> bool:
    """Whether there are words for `key`."""
    return key in _entries(FALLBACK)


def group(language: str, prefix: str) -> dict[str, str]:
    """All words under `prefix`, by the rest of their key: what a component is given. Placeholders stay as they are."""
    start = f"{prefix}."
    return {key[len(start) :]: say(language, key) for key in _entries(FALLBACK) if key.startswith(start)}
