"""The order in which sends are played."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from chamdiem.cycle.lines import SentLine
from chamdiem.cycle.sending_order import order_sends

FROM = datetime(2021, 12, 3, 10, tzinfo=UTC)


def sends(*times: str) -> list[SentLine]:
    return [SentLine(n, "PAR", "u", time) for n, time in enumerate(times, 2)]


def test_sends_before_the_phase_come_first_and_one_at_its_start_does_not() -> None:
    order = order_sends(sends("2021-12-03T10:00Z", "2021-12-03T16:59:59.999999+07:00", "2021-12-01T00:00Z"), phase_from=FROM)
    assert [s.line.line for s in order.early] == [4, 3]
    assert [s.line.line for s in order.later] == [2]


def test_of_two_sends_the_earlier_instant_comes_first_and_of_equal_ones_the_earlier_line() -> None:
    order = order_sends(sends("2022-01-02T17:00:00+07:00", "2022-01-02T09:00Z", "2022-01-02T19:00+09:00"), phase_from=FROM)
    assert [s.line.line for s in order.later] == [3, 2, 4]


def test_a_time_that_cannot_be_read_is_refused_at_its_line() -> None:
    bad = [
        "",
        "2022-01-02",
        "2022-01-02T17:00",
        "2022-02-30T17:00Z",
        "2022-01-02 17:00Z",
        "2022-01-02T17:00:00.1234567Z",
        "２022-01-02T17:00Z",
        "0001-01-01T00:00+14:00",
    ]
    order = order_sends(sends(*bad, "2022-01-02T17:00Z"), phase_from=FROM)
    assert [(r.file, r.line, r.column, r.type) for r in order.refused] == [
        ("sent.csv", n, "sent_at", "bad-time") for n in range(2, 2 + len(bad))
    ]
    assert [s.line.line for s in order.later] == [2 + len(bad)]


@given(minutes=st.lists(st.integers(-100_000, 100_000), max_size=20))
def test_every_send_is_played_once_in_order_of_time(minutes: list[int]) -> None:
    order = order_sends(sends(*((FROM + timedelta(minutes=m)).isoformat() for m in minutes)), phase_from=FROM)
    played = [*order.early, *order.later]
    assert sorted(s.line.line for s in played) == list(range(2, 2 + len(minutes)))
    assert [s.at for s in played] == sorted(s.at for s in played)
    assert all(s.at < FROM for s in order.early) and all(s.at >= FROM for s in order.later)
