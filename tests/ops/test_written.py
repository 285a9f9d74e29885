"""A written sum adds up: whoever takes the digits on the page and calculates gets the digits that stand there."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ops.written import write

numbers = st.floats(-1e6, 1e6).filter(lambda number: number == 0 or abs(number) > 1e-6)


def read(text):
    """The exact sum of what is written."""
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


@given(st.lists(st.tuples(st.floats(1e-3, 1e3), st.floats(1e-3, 1e3)), min_size=1, max_size=4))
def test_what_rounding_changed_is_said(terms):
    written, true = write(terms), sum(factor * value for factor, value in terms)
    if written.true is None:
        assert float(written.total) == pytest.approx(true, rel=1e-8)
    else:
        assert float(written.true) == pytest.approx(true, rel=1e-3)


def test_the_running_mean_of_the_textbook():
    assert write([(0.9, 0.0), (0.1, 5.5)]).terms == "0.9 × 0 + 0.1 × 5.5"
    assert write([(0.9, 0.0), (0.1, 5.5)]).total == "0.55"
    assert write([(0.9, 1.0), (0.1, 19.7142857)]).true == "2.871"


def test_a_factor_of_one_goes_without_saying_and_signs_stand_between():
    assert write([(1.0, -0.14), (-1.118, -0.2239)]).terms == "−0.14 − 1.118 × (−0.2239)"
    assert write([(1.0, 2.0), (-1.0, 3.0)]).terms == "2 − 3"


@pytest.mark.parametrize("terms", [[], [(1.0, float("nan"))], [(float("inf"), 1.0)]])
def test_what_cannot_be_written_is_refused(terms):
    with pytest.raises(ValueError, match="finite"):
        write(terms)
