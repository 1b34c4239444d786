from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from chamdiem_reports.documents import Level
from chamdiem_reports.numbering import numbered, roman
from chamdiem_reports.vietnamese import format_date, format_date_long, format_instant, format_number, format_signed


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("92.83", 2, "92,83"),
        ("1260", 0, "1.260"),
        ("1234567.5", 2, "1.234.567,50"),
        ("0.5", 2, "0,50"),
        ("91.651", 3, "91,651"),
        ("2.345", 2, "2,35"),
        ("2.344999999999999999999999999999", 2, "2,34"),
        ("-0.001", 2, "0,00"),
        ("-1234.5", 1, "−1.234,5"),
        ("999999999999999.999999", 6, "999.999.999.999.999,999999"),
    ],
)
def test_numbers_have_a_decimal_comma_and_dots_between_thousands(value: str, decimals: int, shown: str) -> None:
    assert format_number(Decimal(value), decimals) == shown


@pytest.mark.parametrize(("value", "shown"), [("0.5", "+0,50"), ("-0.5", "−0,50"), ("0", "0,00"), ("0.001", "0,00")])
def test_a_difference_shows_its_sign_only_where_one_is_seen(value: str, shown: str) -> None:
    assert format_signed(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2023, 2, 8), "ngày 08 tháng 02 năm 2023"),
        (date(2021, 3, 9), "ngày 09 tháng 3 năm 2021"),
        (date(2021, 1, 31), "ngày 31 tháng 01 năm 2021"),
        (date(2021, 12, 15), "ngày 15 tháng 12 năm 2021"),
        (None, "ngày … tháng … năm …"),
    ],
)
def test_only_days_below_ten_and_the_first_two_months_take_a_zero(day: date | None, shown: str) -> None:
    assert format_date_long(day) == shown


def test_short_dates_are_day_first() -> None:
    assert format_date(date(2023, 2, 8)) == "08/02/2023"


def test_an_instant_is_told_on_vietnamese_clocks() -> None:
    assert format_instant(datetime(2021, 12, 31, 17, 5, tzinfo=UTC)) == "00:05 ngày 01/01/2022"


def test_an_instant_without_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        format_instant(datetime(2021, 12, 31, 17, 5, tzinfo=UTC).replace(tzinfo=None))


def test_fields_count_in_roman_and_criteria_start_again_in_each_field() -> None:
    levels: tuple[Level, ...] = (
        "field",
        "criterion",
        "sub_criterion",
        "sub_criterion",
        "criterion",
        "field",
        "criterion",
        "sub_criterion",
        "adjustment",
    )
    assert list(numbered(levels)) == ["I", "1", "1.1", "1.2", "2", "II", "1", "1.1", "1"]


def test_roman_numerals_follow_the_rule_of_subtraction() -> None:
    assert [roman(number) for number in (1, 4, 8, 9, 14, 40, 1999)] == ["I", "IV", "VIII", "IX", "XIV", "XL", "MCMXCIX"]
    with pytest.raises(ValueError, match="0"):
        roman(0)
