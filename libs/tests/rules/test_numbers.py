"""Numbers: what is one, what is too long, and the one way of rounding (scoring-rules.md section 1)."""

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem_rules.numbers import (
    format_percent,
    format_score,
    from_micro,
    parse_count,
    parse_number,
    parse_typed_score,
    round_half_up,
    to_micro,
)
from chamdiem_rules.refusal import Refused

NOT_NUMBERS = [
    *(
        " 1",
        "1 ",
        "1\n",
        "+1",
        "-1",
        "1e3",
        "1E3",
        "1e400",
        "0x10",
        "NaN",
        "Infinity",
        "1,5",
        "1.",
        ".5",
        "1.1234567",
        "1" * 16,
        "9" * 1000,
    ),
    *("1_000", "１２", "١", "1.５", "1 000", "--1", "", " ", "1.2.3", "½", "\u00a01", "1\0"),
]
written = st.from_regex(r"[0-9]{1,15}(\.[0-9]{1,6})?", fullmatch=True, alphabet=st.sampled_from("0123456789."))


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_whatever_section_1_does_not_allow_is_refused(text: str) -> None:
    for read in (parse_number, parse_count):
        with pytest.raises(Refused) as refused:
            read(text, "numerator")
        assert (refused.value.code, refused.value.column) == ("not-a-number" if text else "value-missing", "numerator")


@given(st.text(alphabet="0123456789.-+eE ,１", max_size=24))
def test_a_number_is_read_exactly_when_it_has_the_form(text: str) -> None:
    if re.match(r"\A[0-9]{1,15}(\.[0-9]{1,6})?\Z", text, re.ASCII):
        assert parse_number(text, "") == Fraction(text)
    else:
        with pytest.raises(Refused):
            parse_number(text, "")


@pytest.mark.parametrize("text", ["3.0", "3.", "0.5", "1e2"])
def test_a_count_has_no_fraction(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_count(text, "count")
    assert refused.value.code == "not-a-number"


def test_digits_of_a_typed_score_count_as_written() -> None:
    assert parse_typed_score("0.25", 2) == Decimal("0.25")
    assert parse_typed_score("007", 0) == 7
    for text, decimals in (("0.250", 2), ("1.0", 0)):
        with pytest.raises(Refused) as refused:
            parse_typed_score(text, decimals)
        assert refused.value.code == "too-many-digits"


@given(st.fractions(min_value=0, max_value=10**15), st.integers(0, 12))
def test_rounding_half_up_agrees_with_a_slow_search(value: Fraction, decimals: int) -> None:
    rounded = round_half_up(value, decimals)
    step = Fraction(1, 10**decimals)
    assert Fraction(rounded) - step / 2 <= value < Fraction(rounded) + step / 2
    assert rounded.as_tuple().exponent == -decimals


@given(written, st.integers(0, 6))
def test_rounding_agrees_with_the_decimal_module(text: str, decimals: int) -> None:
    with localcontext(prec=60):
        expected = Decimal(text).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert round_half_up(Fraction(text), decimals) == expected
    assert format_score(Decimal(text), decimals) == f"{expected:f}"


@given(written)
def test_millionths_lose_nothing(text: str) -> None:
    assert from_micro(to_micro(Decimal(text))) == Decimal(text)
    assert to_micro(Decimal(text)) == Fraction(text) * 10**6


def test_more_than_six_digits_are_no_millionths() -> None:
    with pytest.raises(ValueError, match="six digits"):
        to_micro(Decimal("0.0000001"))


def test_display_is_fixed_point_with_all_digits() -> None:
    assert format_score(Decimal("0.000001"), 6) == "0.000001"
    assert format_score(Decimal("1E+2"), 2) == "100.00"
    assert format_percent(Fraction(2, 3), 12) == "0.666666666667"
    assert format_percent(Fraction(-1, 8), 2) == "-0.13"
