"""How is a sum of a few products written so that it adds up as written? The written factors give the written sum."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from math import floor, isfinite, log10

FIGURES = 4  # significant digits of every number
MOST_DECIMALS = 12
ROUNDING = 1e-9  # of the sum: below that it is the written one


@dataclass(frozen=True)
class Written:
    """Σ factor × value in digits: `terms` as "0.9 × 5.5 − 2 × (−1)", and the `total` that exactly these digits give.

    `true`: the sum of the numbers as they are, in four digits; None where the written one is just that.
    """

    terms: str
    total: str
    true: str | None


def write(terms: Sequence[tuple[float, float]]) -> Written:
    """Writes Σ factor × value of the `terms` (factor, value); a factor of 1 goes without saying.

    Raises ValueError for no terms, or numbers that are not finite.
    """
    if not terms or not all(isfinite(number) for term in terms for number in term):
        raise ValueError(f"terms are {list(terms)}, but must be pairs of finite numbers, at least one")
    rounded = [(_rounded(factor), _rounded(value)) for factor, value in terms]
    with localcontext() as context:
        context.prec = 80  # so that nothing is rounded but what has been
        total = sum((factor * value for factor, value in rounded), Decimal(0))
    true = sum(factor * value for factor, value in terms)
    same = abs(float(total) - true) <= ROUNDING * abs(true)
    text = "".join(_term(factor, value, first=place == 0) for place, (factor, value) in enumerate(rounded))
    return Written(text, _text(total), None if same else _text(_rounded(true)))


def _rounded(number: float) -> Decimal:
    decimals = FIGURES - 1 - floor(log10(abs(number))) if number else 0
    return Decimal(repr(float(number))).quantize(Decimal(1).scaleb(-max(0, min(MOST_DECIMALS, decimals))))


def _term(factor: Decimal, value: Decimal, *, first: bool) -> str:
    """One product with the sign before it; the first one's stays with its number."""
    sign = "" if first else (" \N{MINUS SIGN} " if factor < 0 else " + ")
    shown = _text(factor if first else abs(factor))
    if abs(factor) == 1 and (factor > 0 or not first):
        return sign + (_text(value) if first else _bracketed(value))
    return f"{sign}{shown} × {_bracketed(value)}"


def _text(number: Decimal) -> str:
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text.replace("-", "\N{MINUS SIGN}")


def _bracketed(number: Decimal) -> str:
    return f"({_text(number)})" if number < 0 else _text(number)
