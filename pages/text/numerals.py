"""Numbers, lists and plurals as a language writes them: its marks and rules come from Babel's tables.

How many digits a number is told with is decided where it is told, or by `models.ops.digits`; here they only get the
language's marks, and whole thousands its groups. Minus is − in every language. The twin for what stages draw and say:
viz/stages/kernel/numerals.js.

What programs read keeps Python's own formats: CSV, lines of PyTorch to copy, addresses and styles know no comma.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import cache, lru_cache
from math import isfinite
from typing import Literal, SupportsFloat, SupportsInt

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from models.ops.digits import MINUS, number

ENGLISH = "en_GB"  # the catalogue's English: no comma before the last "and"
KNOWN = {"en": ENGLISH}
DIGITS = 400  # as many as the largest number of double precision has, so that none is rounded twice
CATEGORIES = ("zero", "one", "two", "few", "many", "other")  # of plurals, as Unicode calls them


@dataclass(frozen=True)
class Marks:
    """What stands between the digits of a number, and between the items of a list."""

    decimal: str
    group: str
    list: str


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(KNOWN.get(language, language.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(ENGLISH)


@cache
def marks(language: str) -> Marks:
    """The marks of a language's numbers and lists."""
    symbols, patterns = _locale(language).number_symbols["latn"], _locale(language).list_patterns
    between = patterns["standard"]["middle"].replace("{0}", "").replace("{1}", "")
    return Marks(symbols["decimal"], symbols["group"], between)


def written(language: str, digits: str) -> str:
    """A number that Python or `models.ops.digits` has written, with the language's marks in place of theirs.

    >>> written("de", "1.5e−7")
    '1,5e−7'
    """
    head = f"{MINUS}{digits[1:]}" if digits.startswith("-") else digits
    return head.replace(".", marks(language).decimal)


def decimal(language: str, value: SupportsFloat, places: int) -> str:
    """A number with that many places behind the mark, rounded as Python rounds it.

    >>> decimal("en", 1234.56, 1), decimal("de", -1234.56, 1)
    ('1,234.6', '−1.234,6')
    """
    given = float(value)
    return _grouped(language, Decimal(f"{given:.{places}f}"), places) if isfinite(given) else number(given)


def whole(language: str, value: SupportsInt) -> str:
    """A whole number in groups.

    >>> whole("en", 1234567), whole("de", 1234567), whole("hi", 1234567)
    ('1,234,567', '1.234.567', '12,34,567')
    """
    return _grouped(language, Decimal(int(value)), 0)


@lru_cache(4096)
def _grouped(language: str, value: Decimal, places: int) -> str:
    locale = _locale(language)
    groups = locale.decimal_formats[None].pattern.partition(".")[0]
    pattern = f"{groups}.{'0' * places}" if places else groups
    with localcontext(prec=DIGITS):
        text = format_decimal(abs(value), format=pattern, locale=locale, decimal_quantization=False)
    return f"{MINUS if value < 0 else ''}{text}"


def scientific(language: str, value: SupportsFloat, places: int) -> str:
    """A small or large number with its power of ten, as Python writes it.

    >>> scientific("en", 3.6e-7, 1), scientific("de", 3.6e-7, 1)
    ('3.6e-07', '3,6e-07')
    """
    return f"{float(value):.{places}e}".replace(".", marks(language).decimal)


def listed(language: str, items: Sequence[str], last: Literal["and", "or", ""] = "") -> str:
    """The items in a row; before the last one the language's word for "and" or "or", if it is asked for.

    >>> listed("en", ["1", "2", "3"], "and"), listed("en", ["1", "2"]), listed("de", ["1,5", "2"])
    ('1, 2 and 3', '1, 2', '1,5; 2')
    """
    patterns = _locale(language).list_patterns
    plain = patterns["standard"]["middle"]
    if marks(language).decimal == "," and any("," in item for item in items):
        plain = "{0}; {1}"  # among numbers, a comma would look like one of theirs
    ways = patterns["or" if last == "or" else "standard"]
    start, middle = (plain, plain) if not last or ";" in plain else (ways["start"], ways["middle"])
    end, two = (ways["end"], ways["2"]) if last else (plain, plain)
    if len(items) < 2:  # noqa: PLR2004, nothing to join
        return "".join(items)
    if len(items) == 2:  # noqa: PLR2004, languages have a way of their own for two
        return _joined(two, *items)
    row = _joined(end, items[-2], items[-1])
    for item in reversed(items[1:-2]):
        row = _joined(middle, item, row)
    return _joined(start, items[0], row)


def _joined(pattern: str, one: str, other: str) -> str:
    before, between, after = pattern.replace("{1}", "{0}").split("{0}")
    return f"{before}{one}{between}{other}{after}"


def category(language: str, count: SupportsFloat) -> str:
    """Which of its plural forms a language uses for that many things.

    >>> category("en", 1), category("en", 0), category("ko", 1), category("pl", 3)
    ('one', 'other', 'other', 'few')
    """
    return str(_locale(language).plural_form(float(count)))


def categories(language: str) -> frozenset[str]:
    """The plural forms a language has.

    >>> sorted(categories("en")), sorted(categories("zh"))
    (['one', 'other'], ['other'])
    """
    return frozenset({*_locale(language).plural_form.tags, "other"})
