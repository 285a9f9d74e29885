"""Every word a visitor reads, by key and language. English is complete; other languages fall back to it.

The words of a language are in files: those that pages share in a folder named by its code, in it a file a topic; those
of a page and of its parts beside them, in a file named by its code. All of them together are its entries.

What is said of a number of things is a table of the language's plural forms, by Unicode's names for them: `one` and
`other` in English, `other` alone in Chinese and Korean. `counted` chooses among them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, SupportsFloat

from pages.text import numerals

FOLDER = Path(__file__).parent
PAGES = FOLDER.parent
FALLBACK = "en"

Entry = str | dict[str, str]  # a text, or one for each plural form


@cache
def languages() -> dict[str, str]:
    """The languages there are: code to the language's own name."""
    codes = sorted(file.parent.name for file in FOLDER.glob("*/frame.toml"))
    found = {code: str(_entries(code)["language.name"]) for code in codes}
    return {FALLBACK: found.pop(FALLBACK), **found}


@cache
def _entries(language: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
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


def _flatten(table: Mapping[str, Any], prefix: str = "", *, split: bool = False) -> list[tuple[str, Entry]]:
    """Tables within tables as one; those of plural forms stay whole, unless they are to be `split`."""
    pairs: list[tuple[str, Entry]] = []
    for key, value in table.items():
        name = f"{prefix}{key}"
        nested = isinstance(value, dict) and (split or not _has_forms(value))
        pairs += _flatten(value, f"{name}.", split=split) if nested else [(name, value)]
    return pairs


def _has_forms(table: Mapping[str, Any]) -> bool:
    """Whether a table holds the plural forms of one text; every language has the form `other`."""
    return "other" in table and table.keys() <= set(numerals.CATEGORIES)


def _found(language: str, key: str) -> tuple[str, Entry]:
    """The words of `key`, and of which language they are."""
    own = _entries(language) if language in languages() else {}
    return (language, own[key]) if key in own else (FALLBACK, _entries(FALLBACK)[key])


def say(language: str, key: str, **values: object) -> str:
    """The words of `key` with `values` put in; KeyError for a key that even English lacks (a test looks for those)."""
    _, text = _found(language, key)
    if not isinstance(text, str):
        raise TypeError(f"{key} has plural forms: `counted` chooses by a number")
    return text.format(**values) if values else text


def counted(language: str, key: str, count: SupportsFloat, /, **values: object) -> str:
    """The words of `key` for that many things, with `{number}` in the language's digits and `values` put in.

    What isn't counted in whole things comes with its own `number` among the values.
    """
    spoken, forms = _found(language, key)
    if isinstance(forms, str):
        raise TypeError(f"{key} has no plural forms, and {count} is to be said of it")
    form = forms.get(numerals.category(spoken, count), forms["other"])
    return form.format(**{"number": numerals.whole(language, int(float(count))), **values})


def has(key: str) -> bool:
    """Whether there are words for `key`."""
    return key in _entries(FALLBACK)


def group(language: str, prefix: str) -> dict[str, str]:
    """All words under `prefix`, by the rest of their key: what a component is given. Placeholders stay as they are.

    Of a text with plural forms, each is named behind it: "parts.one", "parts.other".
    """
    return dict(_group(language, prefix))


@lru_cache(256)
def _group(language: str, prefix: str) -> dict[str, str]:
    start = f"{prefix}."
    keys = [key for key in _entries(FALLBACK) if key.startswith(start)]
    found = {key[len(start) :]: _found(language, key)[1] for key in keys}
    return {name: str(text) for name, text in _flatten(found, split=True)}
