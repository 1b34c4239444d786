"""What becomes of a result, and what decides a sheet's lateness (rules §3, §7)."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from services.ranking.tests.world import DAY, DEADLINE

from chamdiem_ranking.result.domain import (
    AssignedTo,
    Given,
    GivenItem,
    ResultStatus,
    WaitingFor,
    deadlines_of,
    delay_of,
    in_force,
    next_status,
    reason_of,
)
from chamdiem_rules.system_items import NEVER_SENT, Delay

SECOND = timedelta(seconds=1)


@given(status=st.sampled_from(ResultStatus), waits=st.booleans(), changed=st.booleans())
def test_only_an_unchanged_result_that_waits_for_nothing_keeps_its_status(status: ResultStatus, waits: bool, changed: bool) -> None:
    waiting = [WaitingFor("appraisal", "SNV")] if waits else []
    after = next_status(status, waiting, changed=changed)
    if waits:
        assert after is ResultStatus.PROVISIONAL
    elif changed or status is ResultStatus.PROVISIONAL:
        assert after is ResultStatus.AGGREGATED
    else:
        assert after is status
    assert reason_of(status, after, waiting).endswith(".")


def test_a_long_list_of_what_is_waited_for_is_cut() -> None:
    waiting = [WaitingFor("survey", f"F{n}") for n in range(12)]
    assert reason_of(ResultStatus.AGREED, ResultStatus.PROVISIONAL, waiting).endswith("phiếu khảo sát F9 và 2 việc khác.")


def test_lateness_is_known_exactly_from_the_last_instant_on() -> None:
    plain = deadlines_of(DEADLINE, DEADLINE + 5 * DAY, None, ())
    assert delay_of(None, plain, DEADLINE + 5 * DAY) is None
    assert delay_of(None, plain, DEADLINE + 5 * DAY + SECOND) is NEVER_SENT
    assert delay_of(None, plain, DEADLINE, period_ended=True) is NEVER_SENT
    assert delay_of(DEADLINE, plain, DEADLINE) == Delay(0)
    assert delay_of(DEADLINE + SECOND, plain, DEADLINE + DAY) == Delay(1)
    extended = deadlines_of(DEADLINE, DEADLINE + 5 * DAY, DEADLINE + 9 * DAY, ())
    assert delay_of(None, extended, DEADLINE + 9 * DAY) is None
    assert delay_of(DEADLINE + 9 * DAY, extended, DEADLINE + 9 * DAY) == Delay(0)
    shorter = deadlines_of(DEADLINE, DEADLINE + 5 * DAY, DEADLINE + DAY, ())
    assert shorter.last_instant == DEADLINE + 5 * DAY


def test_only_the_agency_that_is_assigned_an_item_counts() -> None:
    two, one = GivenItem(None, False, 2), GivenItem(None, False, 1)
    given_ = [Given("SNV", {"1.1": two, "1.2": two}, frozenset({"KO1"})), Given("STC", {"1.1": one, "9": one}, frozenset({"KO1", "KO2"}))]
    items, knock_outs = in_force(given_, AssignedTo({"1.1": "STC", "1.2": "SNV"}, {"KO1": "SNV", "KO2": "SNV"}))
    assert items == {"1.1": one, "1.2": two}
    assert knock_outs == {"KO1"}
