"""Instants and lateness in working days, at midnight and around holidays (scoring-rules.md section 3)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem_rules.instants import VIETNAM, parse_date, parse_instant, working_days_late
from chamdiem_rules.refusal import Refused

TET = [date(2022, 1, 31), date(2022, 2, 1), date(2022, 2, 2), date(2022, 2, 3), date(2022, 2, 4)]


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2022-01-31T17:00Z", "2022-01-31T17:00:00+00:00"),
        ("2022-01-31T17:00:30+07:00", "2022-01-31T10:00:30+00:00"),
        ("2022-01-31T00:00:00.5+23:59", "2022-01-30T00:01:00.500000+00:00"),
        ("2022-01-31T23:59:59.123456-23:59", "2022-02-01T23:58:59.123456+00:00"),
        ("2024-02-29T00:00-00:30", "2024-02-29T00:30:00+00:00"),
    ],
)
def test_an_instant_is_read_with_its_offset(text: str, utc: str) -> None:
    assert parse_instant(text).astimezone(UTC).isoformat() == utc


@pytest.mark.parametrize(
    "text",
    [
        *("", "2022-01-31", "2022-01-31T17:00", "2022-01-31 17:00Z", "2022-01-31t17:00Z", "2022-01-31T17:00z", "2022-01-31T17Z"),
        *("2022-02-29T17:00Z", "2022-13-01T17:00Z", "2022-01-31T24:00Z", "2022-01-31T17:60Z", "2022-01-31T17:00:60Z", "0000-01-01T00:00Z"),
        *(
            "2022-01-31T17:00:00.Z",
            "2022-01-31T17:00:00.1234567Z",
            "2022-01-31T17:00:00,5Z",
            "2022-01-31T17:00+24:00",
            "2022-01-31T17:00+07:60",
        ),
        *(
            "2022-01-31T17:00+0700",
            "2022-01-31T17:00+07",
            "2022-1-31T17:00Z",
            "２022-01-31T17:00Z",
            "2022-01-31T17:00Z\n",
            " 2022-01-31T17:00Z",
        ),
        *("0001-01-01T00:00+07:00", "9999-12-31T23:59Z", "20220131T170000Z", "2022-W05-1T17:00Z", "2022-01-31T17:00−07:00"),
    ],
)
def test_all_else_is_a_bad_time(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_instant(text)
    assert refused.value.code == "bad-time"


@pytest.mark.parametrize("text", ["2022-02-30", "20220131", "2022-01-31T00:00Z", "", "2022-1-1"])
def test_a_date_is_a_calendar_date(text: str) -> None:
    with pytest.raises(Refused):
        parse_date(text)


@pytest.mark.parametrize(
    ("deadline", "sent", "days"),
    [
        ("2022-01-28T00:30:00+07:00", "2022-01-28T00:30:00+07:00", 0),  # the instant itself is in time
        ("2022-01-28T00:30:00+07:00", "2022-01-27T17:30:00Z", 0),
        ("2022-01-28T00:30:00+07:00", "2022-01-28T00:30:00.000001+07:00", 1),  # the same day, but late
        ("2022-01-28T00:30:00+07:00", "2022-01-30T23:59:59+07:00", 1),  # Friday to Sunday: no working day, at least 1
        ("2022-01-28T00:30:00+07:00", "2022-02-06T12:00:00+07:00", 1),  # the whole of Tết
        ("2022-01-28T00:30:00+07:00", "2022-02-07T00:00:00+07:00", 1),
        ("2022-01-28T00:30:00+07:00", "2022-02-08T00:00:00+07:00", 2),
        ("2022-01-05T23:59:59+07:00", "2022-01-05T17:00:00Z", 1),  # midnight in Vietnam is 17:00 UTC
        ("2022-01-05T12:00:00+07:00", "2022-01-06T16:59:59Z", 1),
        ("2022-01-05T12:00:00+07:00", "2022-01-06T17:00:00Z", 2),
        ("2022-01-07T17:00:00+07:00", "2022-01-10T08:00:00+07:00", 1),
        ("2022-01-03T17:00:00+07:00", "2022-01-12T08:00:00+07:00", 7),
    ],
)
def test_lateness_counts_working_days_in_vietnam(deadline: str, sent: str, days: int) -> None:
    assert working_days_late(parse_instant(deadline), parse_instant(sent), TET) == days


moments = st.datetimes(datetime(2021, 12, 1), datetime(2022, 6, 1)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001  # made aware at once


@given(moments, moments, st.sets(st.dates(date(2021, 12, 1), date(2022, 6, 1)), max_size=12))
def test_lateness_agrees_with_walking_the_calendar(deadline: datetime, sent: datetime, holidays: set[date]) -> None:
    day, last, walked = deadline.astimezone(VIETNAM).date(), sent.astimezone(VIETNAM).date(), 0
    while day < last:
        day += timedelta(days=1)
        walked += day.isoweekday() <= 5 and day not in holidays
    assert working_days_late(deadline, sent, holidays) == (0 if sent <= deadline else max(1, walked))
