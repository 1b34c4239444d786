"""Locks as values."""

from dataclasses import replace
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from chamdiem_identity.account.domain import Account
from chamdiem_identity.lock.domain import AppraisalOfAgency, agency_lock, enabled_at_provider, follow_agency, lift_appraisal_lock

appraisals = st.builds(AppraisalOfAgency, st.uuids(), st.integers(1, 9), st.booleans(), st.sampled_from(["sign_in", "writing"]))


def an_account(status: str = "active") -> Account:
    return Account(uuid4(), uuid4(), "lan", "lan", "Lan", "appraisal", appraiser_code="SNV", status=status)


@given(st.lists(appraisals, unique_by=lambda a: a.appraisal_id))
def test_an_agency_is_locked_exactly_when_it_has_appraisals_and_none_is_open(known: list[AppraisalOfAgency]) -> None:
    lock = agency_lock(known)
    assert (lock.scope is not None) == (bool(known) and not any(a.open for a in known))
    if lock.scope is not None:
        assert (lock.scope == "sign_in") == any(a.lock_scope == "sign_in" for a in known)


@given(st.lists(appraisals, unique_by=lambda a: a.appraisal_id))
def test_the_order_of_events_does_not_matter(known: list[AppraisalOfAgency]) -> None:
    assert agency_lock(known) == agency_lock(list(reversed(known)))


@given(st.lists(appraisals.map(lambda a: replace(a, open=False)), min_size=1, unique_by=lambda a: a.appraisal_id))
def test_a_lifted_lock_stays_lifted_until_something_more_is_sent(known: list[AppraisalOfAgency]) -> None:
    lock = agency_lock(known)
    lifted = lift_appraisal_lock(follow_agency(an_account(), lock), lock)
    assert follow_agency(lifted, lock) is lifted
    more = agency_lock([replace(known[0], version=known[0].version + 1), *known[1:]])
    assert follow_agency(lifted, more).appraisal_lock == more.scope


@given(st.lists(st.sampled_from(["active", "locked", "ended"])))
def test_a_person_is_disabled_exactly_when_all_accounts_not_ended_are_locked(statuses: list[str]) -> None:
    wanted = enabled_at_provider(an_account(s) for s in statuses)
    left = [s for s in statuses if s != "ended"]
    assert wanted == (None if not left else "active" in left)
