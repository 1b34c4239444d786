"""Appraisal locks by what appraisal tells; council sessions by what ranking tells."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from tests.support.house import problem_of

from chamdiem_contracts.appraisal import AppraisalOpenedV1, AppraisalReopenedV1, AppraisalSentV1, AppraisalState
from chamdiem_contracts.ranking import CouncilSessionClosedV1, CouncilSessionOpenedV1

WHY = {"reason": "Cần sửa điểm"}


def told(cls: type[AppraisalState], version: int, *, id_: UUID, agency: str = "SNV", scope: str = "sign_in") -> AppraisalState:
    is_open = cls is not AppraisalSentV1
    return cls.model_validate(
        {
            "version": version,
            "appraisal_id": id_,
            "period_id": uuid4(),
            "appraiser_code": agency,
            "round": 1,
            "last_round": 1,
            "status": "in_progress" if is_open else "sent",
            "open": is_open,
            "lock_scope": scope,
        }
    )


@pytest.fixture
async def member(world: Any) -> dict[str, Any]:
    account: dict[str, Any] = await world.account("tv", "appraisal", "council_member", appraiser_code="SNV")
    return account


async def lock_of(world: Any, account: dict[str, Any]) -> str | None:
    lock: str | None = (await world.admin.get(f"/accounts/{account['id']}")).json()["appraisal_lock"]
    return lock


async def test_sending_locks_the_agency_and_reopening_lifts_it(world: Any, member: dict[str, Any]) -> None:
    other = await world.account("khac", "appraisal", appraiser_code="STP")
    id_ = uuid4()
    await world.house.tell(told(AppraisalOpenedV1, 1, id_=id_))
    assert await lock_of(world, member) is None
    await world.house.tell(told(AppraisalSentV1, 2, id_=id_))
    assert (await lock_of(world, member), await lock_of(world, other)) == ("sign_in", None)
    assert problem_of(await world.as_(member).get("/accounts")) == (403, "access/appraisal-locked")
    assert (await world.told_of(member["id"]))[-1].appraisal_lock == "sign_in"
    await world.house.tell(told(AppraisalReopenedV1, 3, id_=id_))
    assert await lock_of(world, member) is None
    acts = [c["act"] for c in (await world.admin.get(f"/accounts/{member['id']}/history")).json()["items"]]
    assert acts == ["granted", "appraisal_locked", "appraisal_unlocked"]


async def test_the_lock_waits_until_no_appraisal_of_the_agency_is_open(world: Any, member: dict[str, Any]) -> None:
    par, tasks = uuid4(), uuid4()
    await world.house.tell(told(AppraisalOpenedV1, 1, id_=par), told(AppraisalOpenedV1, 1, id_=tasks))
    await world.house.tell(told(AppraisalSentV1, 2, id_=par, scope="writing"))
    assert await lock_of(world, member) is None
    await world.house.tell(told(AppraisalSentV1, 2, id_=tasks, scope="sign_in"))
    assert await lock_of(world, member) == "sign_in"


async def test_an_older_event_that_comes_late_changes_nothing(world: Any, member: dict[str, Any]) -> None:
    id_ = uuid4()
    await world.house.tell(told(AppraisalSentV1, 2, id_=id_), told(AppraisalOpenedV1, 1, id_=id_))
    assert await lock_of(world, member) == "sign_in"


async def test_where_the_scope_is_writing_the_member_still_reads(world: Any, member: dict[str, Any]) -> None:
    await world.house.tell(told(AppraisalSentV1, 1, id_=uuid4(), scope="writing"))
    assert (await world.as_(member).get("/accounts")).status_code == 200


async def test_an_appraisal_lock_never_disables_the_person(world: Any, member: dict[str, Any]) -> None:
    await world.house.tell(told(AppraisalSentV1, 1, id_=uuid4()))
    assert world.provider.people["sub-tv"].enabled


async def test_a_new_member_of_a_closed_agency_is_locked_like_the_others(world: Any, member: dict[str, Any]) -> None:
    await world.house.tell(told(AppraisalSentV1, 1, id_=uuid4()))
    late = await world.account("muon", "appraisal", appraiser_code="SNV")
    assert late["appraisal_lock"] == "sign_in"


async def test_a_manager_lifts_an_appraisal_lock_until_more_is_sent(world: Any, member: dict[str, Any]) -> None:
    manager = world.as_(await world.account("lanh-dao"))
    id_, unlock = uuid4(), f"/accounts/{member['id']}/unlock"
    assert problem_of(await manager.post(unlock, json=WHY)) == (404, "identity/account-not-found")
    await world.house.tell(told(AppraisalSentV1, 1, id_=id_))
    assert problem_of(await world.admin.post(unlock, json=WHY)) == (403, "identity/unlocked-by-manager")
    assert {a["username"] for a in (await manager.get("/accounts")).json()["items"]} == {"tv", "lanh-dao"}
    assert (await manager.post(unlock, json=WHY)).json()["appraisal_lock"] is None
    await world.house.tell(told(AppraisalSentV1, 1, id_=id_))
    assert await lock_of(world, member) is None
    await world.house.tell(told(AppraisalSentV1, 2, id_=id_))
    assert await lock_of(world, member) == "sign_in"


async def test_a_manager_does_not_lift_the_own_lock(world: Any, member: dict[str, Any]) -> None:
    both = await world.account("tv", "management", sub="sub-tv")
    await world.house.tell(told(AppraisalSentV1, 1, id_=uuid4()))
    answer = await world.as_(both).post(f"/accounts/{member['id']}/unlock", json=WHY)
    assert problem_of(answer) == (403, "identity/own-lock")


async def test_in_a_council_session_a_locked_member_reads(world: Any, member: dict[str, Any]) -> None:
    await world.house.tell(told(AppraisalSentV1, 1, id_=uuid4()))
    session = {"session_id": uuid4(), "period_id": uuid4()}
    await world.house.tell(CouncilSessionOpenedV1(version=1, open=True, **session))
    assert (await world.as_(member).get("/accounts")).status_code == 200
    assert (await world.told_of(member["id"]))[-1].council_session_open
    await world.house.tell(CouncilSessionClosedV1(version=2, open=False, **session))
    assert problem_of(await world.as_(member).get("/accounts")) == (403, "access/appraisal-locked")
