"""With how many digits is a number quoted? One rule for all sentences, the same that the stages follow.

A quantity is said in four significant digits. Where a proof needs more, it gives the exact value with at least as many
digits, which round to the four that are shown elsewhere. The twin of viz/stages/kernel/scale.js.
"""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from math import floor, isfinite, isnan, log10
from typing import SupportsFloat

FIGURES = 4
EXACT, MOST = 7, 17  # digits: of single precision, and more than double precision has
LARGE, SMALL = 1e6, 1e-3  # from and below which powers of ten are written
MINUS = "\N{MINUS SIGN}"


def number(value: SupportsFloat) -> str:
    """A number in four significant digits, without zeros at the end; whole ones below a million as they are.

    >>> number(3.14159), number(1234.56), number(2e6 / 3), number(-1e-5)
    ('3.142', '1235', '666667', '−1.000e−5')
    """
    given = float(value)
    if not isfinite(given):
        return "NaN" if isnan(given) else ("+∞" if given > 0 else f"{MINUS}∞")
    if given == 0:
        return "0"
    # Halves up, as people and browsers round; a float's own format rounds them to even.
    with localcontext(rounding=ROUND_HALF_UP):
        if abs(given) >= LARGE or abs(given) < SMALL:
            digits, exponent = f"{Decimal(given):.{FIGURES - 1}e}".split("e")
            return f"{digits}e{int(exponent)}".replace("-", MINUS)
        return _trimmed(f"{Decimal(given):.{max(0, FIGURES - 1 - floor(log10(abs(given))))}f}")


def beside_one(value: SupportsFloat) -> str:
    """The same for what something is multiplied by: in as many digits more as tell it from 1, for there all turns.

    >>> beside_one(-0.8), beside_one(1), beside_one(0.99996), beside_one(-1.0000004)
    ('−0.8', '1', '0.99996', '−1.0000004')
    """
    given, text = float(value), number(value)
    if abs(given) == 1 or text.lstrip(MINUS) != "1":
        return text
    decimals = -floor(log10(abs(abs(given) - 1)))
    return _trimmed(f"{Decimal(repr(given)):.{decimals}f}")


def exact(value: SupportsFloat) -> str:
    """The same number in seven digits, or as many more as it takes for them to round to what `number` says.

    >>> exact(2 / 3), exact(0.25)
    ('0.6666667', '0.25')
    """
    given, shown = float(value), number(value)
    if not isfinite(given):
        return shown
    for figures in range(EXACT, MOST + 1):
        text = _plain(given, figures)
        if _rounds_to(text, shown):
            break
    return text.replace("-", MINUS)


def _plain(value: float, figures: int) -> str:
    text = f"{value:.{figures}g}"
    # Whole numbers of up to seven digits are not written as powers of ten.
    return f"{value:.0f}" if "e+" in text and abs(value) < LARGE * 10 else text


def _rounds_to(text: str, shown: str) -> bool:
    """Whether who rounds these digits, halves up or to even, gets what is shown."""
    target, exact_ = (Decimal(each.replace(MINUS, "-")) for each in (shown, text))
    decimals = FIGURES - 1 - floor(log10(abs(exact_))) if exact_ else 0
    with localcontext() as context:
        context.prec = 40
        quantum = Decimal(1).scaleb(-max(0, decimals) if abs(exact_) < Decimal(LARGE) else -decimals)
        return all(exact_.quantize(quantum, way) == target for way in (ROUND_HALF_UP, ROUND_HALF_EVEN))


def _trimmed(text: str) -> str:
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", MINUS)
