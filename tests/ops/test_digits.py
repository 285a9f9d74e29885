"""A number has one form in sentences; where a proof gives more digits, they round to that form."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ops.digits import exact, number


def read(text):
    return Decimal(text.replace("−", "-"))


@pytest.mark.parametrize(
    ("value", "shown", "full"),
    [
        (5.8493541, "5.849", "5.849354"), (-2.5, "−2.5", "−2.5"), (0, "0", "0"), (19, "19", "19"),
        (65025, "65025", "65025"),
        (12345.678, "12346", "12345.68"), (1234567.0, "1.235e6", "1234567"), (0.99999, "1", "0.99999"),
        (0.63764996, "0.6376", "0.63764996"), (-0.0000123, "−1.230e−5", "−1.23e−05"), (0.05, "0.05", "0.05"),
        (100.25, "100.3", "100.25"), (-100.25, "−100.3", "−100.25"), (1234500.0, "1.235e6", "1234500"),
        (0.5, "0.5", "0.5"), (1000.5, "1001", "1000.5"),
    ],
)  # fmt: skip
def test_numbers_in_sentences(value, shown, full):
    assert (number(value), exact(value)) == (shown, full)


@given(st.floats(-1e9, 1e9).filter(lambda value: value == 0 or abs(value) > 1e-9))
def test_the_exact_number_has_no_fewer_digits_and_rounds_to_the_shown_one(value):
    shown, full = read(number(value)), read(exact(value))
    assert float(shown) == pytest.approx(value, rel=6e-4, abs=1e-12)
    assert abs(float(full) - value) <= abs(float(shown) - value) + 1e-15 * abs(value)
    if shown != full:
        assert full.quantize(shown.normalize() if abs(value) >= 1e6 else shown, ROUND_HALF_UP) == pytest.approx(shown)


def test_what_is_no_number_is_said():
    assert [number(each) for each in (float("nan"), float("inf"), -float("inf"))] == ["NaN", "+∞", "−∞"]
    assert exact(float("nan")) == "NaN"
