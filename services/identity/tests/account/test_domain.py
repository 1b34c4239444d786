"""Accounts as values."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem_identity.account.domain import Account, LendingNotPossible, Role, check_roles, lend_approval
from chamdiem_rules.refusal import Refused

START = datetime(2026, 1, 1, tzinfo=UTC)
ends = st.none() | st.integers(0, 20).map(lambda d: START + timedelta(days=d))
roles = st.builds(Role, st.just("unit_approver"), ends, ends)


def _holds(roles: tuple[Role, ...], day: int) -> int:
    return sum(r.holds_at(START + timedelta(days=day)) for r in roles)


@given(st.lists(roles, max_size=4).map(tuple))
def test_a_role_is_refused_exactly_when_some_instant_has_it_twice_or_its_dates_are_reversed(given_roles: tuple[Role, ...]) -> None:
    reversed_dates = any(r.valid_from and r.valid_to and r.valid_to < r.valid_from for r in given_roles)
    twice = any(_holds(given_roles, day) > 1 for day in range(-1, 22))
    if reversed_dates or twice:
        with pytest.raises(Refused):
            check_roles("data_entry", given_roles)
    else:
        check_roles("data_entry", given_roles)


@given(ends, ends, st.integers(0, 20), st.integers(0, 20))
def test_approval_is_lent_only_within_what_the_lender_holds(start: datetime | None, end: datetime | None, first: int, last: int) -> None:
    lender = Account(uuid4(), uuid4(), "a", "a", "A", "data_entry", (Role("unit_approver", start, end),), unit_code="u")
    deputy = Account(uuid4(), uuid4(), "b", "b", "B", "data_entry", unit_code="u")
    lent_from, lent_to = START + timedelta(days=first), START + timedelta(days=last)
    within = all(lender.roles[0].holds_at(i) for i in (lent_from, lent_to))
    if first <= last and within:
        assert lend_approval(lender, deputy, lent_from, lent_to, START).roles == (Role("unit_approver", lent_from, lent_to),)
    else:
        with pytest.raises(LendingNotPossible):
            lend_approval(lender, deputy, lent_from, lent_to, START)
