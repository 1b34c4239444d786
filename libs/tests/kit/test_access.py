"""Who is let in, and what a lock refuses."""

import time
from collections.abc import Callable

import pytest
from tests.support.eventually import eventually
from tests.support.house import House, an_account, problem_of
from tests.support.issuer import Issuer

from chamdiem_contracts.gateway import SessionEndedV1


async def test_nobody_signed_in_gets_401_and_an_open_operation_answers(house: House) -> None:
    assert problem_of(await house.anonymous.get("/things")) == (401, "access/unauthenticated")
    assert (await house.anonymous.get("/open")).status_code == 200


async def test_a_person_without_an_account_is_told_to_ask_for_one(house: House) -> None:
    stranger = an_account("management")
    assert problem_of(await house.as_(stranger).get("/things")) == (403, "access/no-account")


async def test_a_right_that_the_kind_lacks_is_refused(house: House) -> None:
    client = await house.told(an_account("data_entry"))
    assert problem_of(await client.get("/things")) == (403, "access/not-permitted")


async def test_an_account_of_another_person_cannot_be_chosen(house: House) -> None:
    mine, theirs = an_account("data_entry"), an_account("management")
    await house.tell(mine, theirs)
    client = house.as_(mine, **{"X-Account": str(theirs.account_id)})
    assert problem_of(await client.get("/things")) == (403, "access/no-account")


async def test_of_several_accounts_one_has_to_be_chosen(house: House) -> None:
    first = an_account("management")
    second = an_account("appraisal", sub=first.sub)
    await house.tell(first, second)
    client = house.as_(first)
    del client.headers["X-Account"]
    assert problem_of(await client.get("/things")) == (403, "access/choose-account")
    assert (await house.as_(second).get("/things")).status_code == 200


async def test_a_locked_account_is_refused_at_once_and_told_who_can_lift_it(house: House) -> None:
    account = an_account("management")
    client = await house.told(account)
    assert (await client.get("/things")).status_code == 200
    await house.tell(account.model_copy(update={"version": 2, "status": "locked", "locked_reason": "Nghỉ hưu"}))
    answer = await client.get("/things")
    assert problem_of(answer) == (403, "access/account-locked")
    assert "Nghỉ hưu" in answer.json()["detail"]


async def test_an_older_event_does_not_unlock(house: House) -> None:
    account = an_account("management", version=2, status="locked", locked_reason="x")
    client = await house.told(account)
    await house.tell(account.model_copy(update={"version": 1, "status": "active"}))
    assert problem_of(await client.get("/things")) == (403, "access/account-locked")


@pytest.mark.parametrize(
    ("lock", "council", "read", "write", "agree"),
    [(None, False, 200, 201, 200), ("writing", False, 200, 403, 403), ("sign_in", False, 403, 403, 403), ("sign_in", True, 200, 403, 200)],
)
async def test_an_appraisal_lock_refuses_what_its_scope_says(
    house: House, lock: str | None, council: bool, read: int, write: int, agree: int
) -> None:
    client = await house.told(an_account("appraisal", "council_member", appraisal_lock=lock, council_session_open=council))
    assert (await client.get("/things")).status_code == read
    assert (await client.post("/things", json={"code": "x"})).status_code == write
    assert (await client.post("/agreements")).status_code == agree


@pytest.mark.parametrize("fault", ["issuer", "audience", "expired", "none", "rotated", "garbage", "refresh", "refresh of Keycloak"])
async def test_a_bad_token_is_refused(house: House, issuer: Issuer, fault: str) -> None:
    account = an_account("management")
    client = await house.told(account)
    assert (await client.get("/things")).status_code == 200
    headers: dict[str, Callable[[], str]] = {
        "issuer": lambda: issuer.token(account.sub, iss="https://other.example"),
        "audience": lambda: issuer.token(account.sub, aud="other"),
        "expired": lambda: issuer.token(account.sub, lifetime_s=-1),
        "none": lambda: "eyJhbGciOiJub25lIn0." + issuer.token(account.sub).split(".")[1] + ".",
        "rotated": lambda: Issuer().token(account.sub, iss=issuer.url),
        "garbage": lambda: "a.b.c",
        "refresh": lambda: issuer.token(account.sub, token_use="refresh"),
        "refresh of Keycloak": lambda: issuer.token(account.sub, typ="Refresh"),
    }
    answer = await client.get("/things", headers={"Authorization": f"Bearer {headers[fault]()}"})
    assert problem_of(answer) == (401, "access/unauthenticated")


async def test_a_token_of_an_ended_session_is_refused(house: House, issuer: Issuer) -> None:
    account = an_account("management")
    await house.tell(account)
    client = house.as_(account, Authorization=f"Bearer {issuer.token(account.sub, sid='s1')}")
    assert (await client.get("/things")).status_code == 200
    await house.tell(SessionEndedV1(version=1, session_id="s1", refused_until="2999-01-01T00:00:00Z"))

    async def refused() -> bool:
        return (await client.get("/things")).status_code == 401

    await eventually(refused)


async def test_a_lock_that_ended_the_session_is_said_with_its_reason(house: House, issuer: Issuer) -> None:
    account = an_account("management")
    await house.tell(account)
    client = house.as_(account, Authorization=f"Bearer {issuer.token(account.sub, sid='s2')}")
    await house.tell(account.model_copy(update={"version": 2, "status": "locked", "locked_reason": "Nghỉ hưu"}))
    await house.tell(SessionEndedV1(version=1, session_id="s2", refused_until="2999-01-01T00:00:00Z"))

    async def ended() -> bool:
        return "s2" in house.service.ended_sessions

    await eventually(ended)
    answer = await client.get("/things")
    assert problem_of(answer) == (403, "access/account-locked")
    assert "Nghỉ hưu" in answer.json()["detail"]
    assert "Quản trị của Sở Nội vụ mở khóa được" in answer.json()["detail"]


@pytest.mark.parametrize(("ahead_s", "status"), [(30, 200), (300, 401)])
async def test_an_issuer_whose_clock_is_a_little_ahead_is_believed(house: House, issuer: Issuer, ahead_s: int, status: int) -> None:
    client = await house.told(account := an_account("management"))
    now = int(time.time())
    token = issuer.token(account.sub, iat=now + ahead_s, nbf=now + ahead_s, exp=now + 600)
    assert (await client.get("/things", headers={"Authorization": f"Bearer {token}"})).status_code == status
