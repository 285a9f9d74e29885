"""A written sum adds up: whoever takes the digits on the page and calculates gets the digits that stand there."""

import re
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ops.written import Written, write, write_parts, write_summands

numbers = st.floats(-1e6, 1e6).filter(lambda number: number == 0 or abs(number) > 1e-6)


def read(text):
    """The exact sum of what is written."""
    with localcontext() as context:
        context.prec = 80
        return added(text)


def added(text):
    total, sign = Decimal(0), 1
    for part in re.split(r" ([+−]) ", text):
        if part in "+−":
            sign = 1 if part == "+" else -1
            continue
        product = Decimal(1)
        for factor in part.split(" × "):
            product *= Decimal(factor.strip("()").replace("−", "-"))
        total += sign * product
    return total


@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=4))
def test_the_written_terms_give_the_written_sum(terms):
    written = write(terms)
    assert read(written.terms) == Decimal(written.total.replace("−", "-"))


@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=4))
def test_the_exact_sum_has_more_digits_than_the_rounded_one_and_rounds_to_it(terms):
    written, true = write(terms), float(sum(Fraction(factor) * Fraction(value) for factor, value in terms))
    total = Decimal(written.total.replace("−", "-"))
    shown = total if written.rounded is None else Decimal(written.rounded.replace("−", "-"))
    places = -shown.as_tuple().exponent
    assert -total.as_tuple().exponent >= places
    assert abs(total - shown) <= Decimal(1).scaleb(-places) / 2
    assert float(shown) == pytest.approx(true, rel=1e-3, abs=1e-9)


def test_the_running_mean_of_the_textbook():
    assert write([(0.9, 0.0), (0.1, 5.5)]).terms == "0.9 × 0 + 0.1 × 5.5"
    assert write([(0.9, 0.0), (0.1, 5.5)]).total == "0.55"
    assert write([(0.9, 1.0), (0.1, 19.7142857)]) == Written("0.9 × 1 + 0.1 × 19.71", "2.871", None)


def test_terms_get_the_digits_that_the_sum_needs():
    assert write([(0.9, 0.70125123), (0.1, 0.06551)]) == Written("0.9 × 0.7013 + 0.1 × 0.06551", "0.637721", "0.6377")
    assert write([(1.0, 5.8493541), (-1.0, 5.8493)]).total == "0.0000541"  # four digits of each would give 0
    assert write([(0.1, 3.0), (-1.0, 0.30000000000000004)]).total == "0"


@given(st.lists(st.floats(0, 1e6).filter(lambda part: part == 0 or part > 1e-6), min_size=1, max_size=5))
def test_parts_add_up_as_written(parts):
    total, pieces = write_parts(parts)
    assert sum(map(Decimal, pieces)) == Decimal(total)
    assert float(total) == pytest.approx(sum(parts), rel=1e-3)
    assert [float(piece) for piece in pieces] == pytest.approx(parts, abs=1e-3 * sum(parts))


def test_the_parts_of_the_textbooks_variance():
    assert write_parts([16.0, 1.25]) == ("17.25", ("16.00", "1.25"))
    assert write_parts([0.0, 0.0]) == ("0", ("0", "0"))
    assert write_parts([0.25, 0.5, 0.125]) == ("0.8750", ("0.2500", "0.5000", "0.1250"))


@pytest.mark.parametrize("parts", [[], [-1.0], [float("nan")], [1.0, float("inf")]])
def test_parts_that_cannot_be_written_are_refused(parts):
    with pytest.raises(ValueError, match="finite"):
        write_parts(parts)


def test_a_factor_of_one_goes_without_saying_and_signs_stand_between():
    assert write([(1.0, -0.14), (-1.118, -0.2239)]).terms == "−0.14 − 1.118 × (−0.2239)"
    assert write([(1.0, 2.0), (-1.0, 3.0)]).terms == "2 − 3"


@pytest.mark.parametrize("terms", [[], [(1.0, float("nan"))], [(float("inf"), 1.0)]])
def test_what_cannot_be_written_is_refused(terms):
    with pytest.raises(ValueError, match="finite"):
        write(terms)


@given(st.lists(st.floats(-1e5, 1e5).filter(lambda number: abs(number) > 1e-6), min_size=2, max_size=5))
def test_written_summands_round_to_the_sum_beside_them(summands):
    shown = float(sum(Fraction(summand) for summand in summands))
    written = sum(Decimal(text.replace("−", "-")) for text in write_summands(summands, shown))
    fourth = float(f"1e{f'{shown:.3e}'.split('e')[1]}") / 1000
    unit = min(1.0, fourth)  # of the fourth digit; what is larger is written to the unit
    tie = abs(shown / unit % 1 - 0.5) < 1e-6  # what lies just between two can't be told to round to one of them
    if abs(shown) > 1e-3 and not tie:
        assert abs(float(written) - round(shown / unit) * unit) <= 0.51 * unit


def test_summands_of_a_logit_are_written_so_that_they_add_up():
    assert write_summands((7.4986, -1.68322, 0.033974), 5.849354) == ("7.4986", "−1.6832", "0.033974")
    assert write_summands((7.0, -1.5), 5.5) == ("7", "−1.5")
    assert write_summands((1.0, 2.0), 9.0) == ("1", "2"), "a sum of other numbers makes no end of digits"
    for wrong in ((), (float("nan"),)):
        with pytest.raises(ValueError, match="finite numbers, at least one"):
            write_summands(wrong, 1.0)
