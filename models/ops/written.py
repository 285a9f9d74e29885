"""How is a sum of a few products written so that it adds up as written? The written factors give the written sum."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from math import floor, log10

FIGURES = 4  # significant digits of the largest number
MOST_DECIMALS = 8


@dataclass(frozen=True)
class Written:
    """Σ factor × value in digits: the `products` as "0.9 × 5.5", and the `total` that exactly these digits add up to.

    `true`: the sum of the numbers themselves, to as many digits; None where it reads as the total does.
    """

    products: tuple[str, ...]
    total: str
    true: str | None

    @property
    def line(self) -> str:
        """All of it: "0.9 × 0 + 0.1 × 5.5 = 0.55"."""
        return f"{' + '.join(self.products)} = {self.total}"


def write(terms: Sequence[tuple[float, float]]) -> Written:
    """Writes Σ factor × value of the `terms` (factor, value). Raises ValueError for numbers that are not finite."""
    numbers = [number for term in terms for number in term]
    if not numbers or any(abs(number) == float("inf") or number != number for number in numbers):  # noqa: PLR0124
        raise ValueError(f"terms are {list(terms)}, but must be finite numbers, at least one pair")
    factors, values = (_rounded([term[place] for term in terms]) for place in (0, 1))
    with localcontext() as context:
        context.prec = 60  # so that nothing is rounded but what is rounded above
        total = sum((factor * value for factor, value in zip(factors, values, strict=True)), Decimal(0))
    true = sum(factor * value for factor, value in terms)
    places = _decimals([true]) if true else MOST_DECIMALS
    same = round(float(total), places) == round(true, places)
    products = tuple(f"{_text(one)} × {_bracketed(other)}" for one, other in zip(factors, values, strict=True))
    return Written(products, _text(total), None if same else _text(_rounded([true])[0]))


def _rounded(numbers: Sequence[float]) -> list[Decimal]:
    quantum = Decimal(1).scaleb(-_decimals(numbers))
    return [Decimal(repr(float(number))).quantize(quantum) for number in numbers]


def _decimals(numbers: Sequence[float]) -> int:
    largest = max(abs(number) for number in numbers)
    return max(0, min(MOST_DECIMALS, FIGURES - 1 - floor(log10(largest)))) if largest else 0


def _text(number: Decimal) -> str:
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text.replace("-", "\N{MINUS SIGN}")


def _bracketed(number: Decimal) -> str:
    return f"({_text(number)})" if number < 0 else _text(number)
