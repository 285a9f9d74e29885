"""How is a sum written so that it adds up as written? The written numbers give the written sum.

One rule of digits for everything that is written out: a sum is shown in four significant digits; its terms get as many
as it takes for what they add up to, exactly as written, to round to just that. Its twin: shared/written.js.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from math import floor, isfinite, log10

FIGURES = 4  # significant digits of a sum, and of its terms where that is enough
MOST_FIGURES = 17  # of a double
MOST_DECIMALS = 12
PRECISION = 80  # digits, so that nothing is rounded but what has been


@dataclass(frozen=True)
class Written:
    """Σ factor × value in digits: `terms` as "0.9 × 5.5 − 2 × (−1)", and the `total` that exactly these digits give.

    `rounded`: the sum in four digits, to which the total rounds and so does the sum of the numbers as they are; None
    where the total is that already.
    """

    terms: str
    total: str
    rounded: str | None


def write(terms: Sequence[tuple[float, float]]) -> Written:
    """Writes Σ factor × value of the `terms` (factor, value); a factor of 1 goes without saying.

    >>> write([(0.9, 5.5), (-2.0, -1.0)])
    Written(terms='0.9 × 5.5 − 2 × (−1)', total='6.95', rounded=None)
    >>> write([(1 / 3, 2.0)])  # 0.3333 × 2 would be 0.6666
    Written(terms='0.33333 × 2', total='0.66666', rounded='0.6667')

    Raises ValueError for no terms, or numbers that are not finite.
    """
    if not terms or not all(isfinite(number) for term in terms for number in term):
        raise ValueError(f"terms are {list(terms)}, but must be pairs of finite numbers, at least one")
    # repr gives the fewest digits that stand for this very float: what a person would write.
    exact = [(Decimal(repr(float(factor))), Decimal(repr(float(value)))) for factor, value in terms]
    shown, half = _shown(_sum(exact))
    for figures in range(FIGURES, MOST_FIGURES + 1):
        rounded = [(_rounded(factor, figures), _rounded(value, figures)) for factor, value in exact]
        total = _sum(rounded)
        if abs(total - shown) < half:
            break
    text = "".join(_term(factor, value, first=place == 0) for place, (factor, value) in enumerate(rounded))
    return Written(text, _text(total), None if total == shown else _text(shown))


def write_summands(summands: Sequence[float], shown: float) -> tuple[str, ...]:
    """Summands with as many digits as it takes for what they add up to, exactly as written, to round to `shown`.

    >>> write_summands([1 / 3, 2 / 3], shown=1.0)
    ('0.3333', '0.6667')

    `shown`: the sum as it stands beside them, in four digits. It may be rounded apart from them (a sum in single
    precision): where no digits make them meet it, each summand has four. Raises ValueError for no summands, or numbers
    that are not finite.
    """
    if not summands or not all(isfinite(number) for number in (*summands, shown)):
        raise ValueError(f"summands are {list(summands)} of {shown}, but must be finite numbers, at least one")
    exact = [Decimal(repr(float(summand))) for summand in summands]
    total, half = _shown(Decimal(repr(float(shown))))
    for figures in range(FIGURES, MOST_FIGURES + 1):
        rounded = [_rounded(summand, figures) for summand in exact]
        if abs(sum(rounded, Decimal(0)) - total) < half:
            return tuple(_text(summand) for summand in rounded)
    return tuple(_text(_rounded(summand, FIGURES)) for summand in exact)


def write_parts(parts: Sequence[float]) -> tuple[str, tuple[str, ...]]:
    """The sum of parts that are not negative, and the parts, all with equally many decimals, so that they add up.

    >>> write_parts([1 / 3, 2 / 3])
    ('1.0000', ('0.3333', '0.6667'))

    As few decimals as make it so, four or more digits of the sum. Raises ValueError for a negative part.
    """
    if not parts or not all(isfinite(part) and part >= 0 for part in parts):
        raise ValueError(f"parts are {list(parts)}, but must be finite numbers of at least 0, at least one")
    exact = [Decimal(repr(float(part))) for part in parts]
    whole = sum(exact, Decimal(0))
    if not whole:
        return "0", ("0",) * len(exact)
    least = max(0, _decimals(whole, FIGURES))
    for decimals in range(least, least + MOST_DECIMALS):
        quantum = Decimal(1).scaleb(-decimals)
        written = [part.quantize(quantum) for part in exact]
        total = sum(written, Decimal(0))
        if total == whole.quantize(quantum):
            break
    return f"{total:f}", tuple(f"{part:f}" for part in written)


def _sum(terms: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    with localcontext() as context:
        context.prec = PRECISION
        return sum((factor * value for factor, value in terms), Decimal(0))


def _shown(true: Decimal) -> tuple[Decimal, Decimal]:
    """A sum in four digits, and how far another may be from it and still be rounded to it."""
    shown = _rounded(true, FIGURES)
    decimals = max(0, min(MOST_DECIMALS, _decimals(true, FIGURES))) if shown else MOST_DECIMALS
    return shown, Decimal(1).scaleb(-decimals) / 2


def _decimals(number: Decimal, figures: int) -> int:
    return figures - 1 - floor(log10(abs(number))) if number else 0


def _rounded(number: Decimal, figures: int) -> Decimal:
    decimals = max(0, min(MOST_DECIMALS + figures - FIGURES, _decimals(number, figures)))
    with localcontext() as context:
        context.prec = PRECISION
        return number.quantize(Decimal(1).scaleb(-decimals))


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
