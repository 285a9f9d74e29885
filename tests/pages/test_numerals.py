"""Numbers, lists and plurals as languages write them: worked by hand, beside Python's formats and Babel's own lists."""

import math
import re

import pytest
from babel.lists import format_list
from hypothesis import given
from hypothesis import strategies as st

from models.ops import digits
from pages.text import catalogue, numerals

LANGUAGES = ("en", "de", "fr", "sv", "hi", "zh", "ko", "pl", "de-CH")
finite = st.floats(allow_nan=False, allow_infinity=False, width=32)


@given(st.integers(-(10**18), 10**18))
def test_english_groups_as_python_does(number):
    assert numerals.whole("en", number) == f"{number:,}".replace("-", "−")


@given(finite, st.integers(0, 6))
def test_english_rounds_as_python_does(number, places):
    expected = f"{number:,.{places}f}"
    if not float(expected.replace(",", "")):
        expected = expected.lstrip("-")  # nothing has no sign
    assert numerals.decimal("en", number, places) == expected.replace("-", "−")


@given(finite, st.sampled_from(LANGUAGES), st.integers(0, 4))
def test_a_number_can_be_read_back_in_every_language(number, language, places):
    marks = numerals.marks(language)
    text = numerals.decimal(language, number, places)
    plain = text.replace(marks.group, "").replace(marks.decimal, ".").replace("−", "-")
    assert float(plain) == float(f"{number:.{places}f}")
    assert not re.search(r"\s", text.replace("\u00a0", "").replace("\u202f", "")), "a number is never broken over lines"


@given(finite, st.sampled_from(LANGUAGES))
def test_the_digits_of_the_arithmetic_stay_whatever_the_language(number, language):
    marks = numerals.marks(language)
    for way in (digits.number, digits.exact):
        back = numerals.written(language, way(number)).replace(marks.decimal, ".")
        assert back == way(number)


@pytest.mark.parametrize(
    ("language", "whole", "share"),
    [
        ("en", "−1,234,567", "1,234.5"),
        ("de", "−1.234.567", "1.234,5"),
        ("fr", "−1\u202f234\u202f567", "1\u202f234,5"),
        ("sv", "−1\u00a0234\u00a0567", "1\u00a0234,5"),
        ("hi", "−12,34,567", "1,234.5"),
        ("zh", "−1,234,567", "1,234.5"),
        ("ko", "−1,234,567", "1,234.5"),
        ("xx", "−1,234,567", "1,234.5"),
        ("not a language", "−1,234,567", "1,234.5"),
    ],
)
def test_groups_and_marks(language, whole, share):
    assert numerals.whole(language, -1234567) == whole
    assert numerals.decimal(language, 1234.5, 1) == share


def test_what_is_not_finite_is_said_as_everywhere():
    said = [numerals.decimal("de", value, 2) for value in (math.nan, math.inf, -math.inf)]
    assert said == ["NaN", "+∞", "−∞"]


def test_nothing_has_no_sign():
    assert numerals.decimal("en", -0.04, 1) == "0.0"
    assert numerals.decimal("en", -0.05000001, 1) == "−0.1"


def test_powers_of_ten_get_the_mark_alone():
    assert numerals.scientific("de", 3.64e-7, 1) == "3,6e-07"
    assert numerals.written("de", "−1.000e−5") == "−1,000e−5"
    assert numerals.written("de", "-0.5") == "−0,5"


@pytest.mark.parametrize(
    ("language", "last", "expected"),
    [
        ("en", "and", "a, b and c"),
        ("en", "or", "a, b or c"),
        ("en", "", "a, b, c"),
        ("de", "and", "a, b und c"),
        ("fr", "or", "a, b ou c"),
        ("zh", "and", "a、b和c"),
        ("zh", "", "a、b、c"),
        ("ko", "and", "a, b 및 c"),
        ("xx", "and", "a, b and c"),
    ],
)
def test_lists(language, last, expected):
    assert numerals.listed(language, ["a", "b", "c"], last) == expected


@given(
    st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=6),
    st.sampled_from(["de", "fr", "zh", "ko", "pl", "hi"]),
    st.sampled_from([("and", "standard"), ("or", "or")]),
)
def test_lists_are_those_of_babel(items, language, way):
    last, style = way
    assert numerals.listed(language, items, last) == format_list(items, style=style, locale=language)


def test_short_lists():
    assert numerals.listed("en", [], "and") == ""
    assert numerals.listed("en", ["{0}"], "and") == "{0}"
    assert numerals.listed("en", ["{1}", "{0}"], "or") == "{1} or {0}"


def test_no_comma_stands_between_numbers_that_have_one():
    assert numerals.listed("de", ["0,5", "0,25", "1"]) == "0,5; 0,25; 1"
    assert numerals.listed("en", ["1,000", "2,000"]) == "1,000, 2,000"


def test_plural_forms_of_languages():
    assert numerals.categories("en") == {"one", "other"}
    assert numerals.categories("zh") == numerals.categories("ko") == {"other"}
    assert numerals.categories("pl") == {"one", "few", "many", "other"}
    assert [numerals.category("pl", count) for count in (1, 3, 5, 1.5)] == ["one", "few", "many", "other"]
    assert [numerals.category("fr", count) for count in (0, 1, 2)] == ["one", "one", "other"]


def test_a_plural_is_chosen_by_its_number():
    said = [catalogue.counted("en", "batch_norm_groups.means", count) for count in (0, 1, 2, 24576)]
    assert said == ["0 means", "1 mean", "2 means", "24,576 means"]


def test_what_is_not_whole_brings_its_own_number():
    said = catalogue.counted("en", "convolution_sharing.lasting.year", 1.5, number="1.5")
    assert said == "1.5 years"


def test_a_plural_is_never_said_without_its_number_nor_a_text_with_one():
    with pytest.raises(TypeError, match="plural forms"):
        catalogue.say("en", "batch_norm_groups.means")
    with pytest.raises(TypeError, match="no plural forms"):
        catalogue.counted("en", "app.name", 2)
