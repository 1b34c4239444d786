"""Locks by administrators and managers, and accounts that end."""

from typing import Any

from tests.support.house import problem_of

WHY = {"reason": "Chuyển công tác"}


async def test_a_locked_account_is_refused_at_once_with_the_reason(world: Any) -> None:
    account = await world.account("lan")
    client = world.as_(account)
    assert (await client.get("/accounts")).status_code == 200
    locked = await world.admin.post(f"/accounts/{account['id']}/lock", json=WHY)
    assert (locked.json()["status"], locked.json()["locked_reason"]) == ("locked", "Chuyển công tác")
    world.house.service.book._forget("")
    refused = await client.get("/accounts")
    assert problem_of(refused) == (403, "access/account-locked")
    assert "Chuyển công tác" in refused.json()["detail"]
    assert (await client.get("/me")).json()["accounts"][0]["status"] == "locked"
    assert (await world.told_of(account["id"]))[-1].status == "locked"
    again = await world.admin.post(f"/accounts/{account['id']}/lock", json=WHY)
    assert problem_of(again) == (409, "identity/already-locked")


async def test_a_person_is_disabled_only_when_all_accounts_are_locked(world: Any) -> None:
    first = await world.account("lan")
    second = await world.account("lan", "support", sub="sub-lan")
    there = world.provider.people["sub-lan"]
    await world.admin.post(f"/accounts/{first['id']}/lock", json=WHY)
    assert (there.enabled, there.sessions_ended) == (True, 0)
    await world.admin.post(f"/accounts/{second['id']}/lock", json=WHY)
    assert (there.enabled, there.sessions_ended) == (False, 1)
    await world.admin.post(f"/accounts/{first['id']}/end", json=WHY)
    assert not there.enabled
    await world.admin.post(f"/accounts/{second['id']}/unlock", json=WHY)
    assert there.enabled


async def test_ending_every_account_leaves_the_person_as_it_is(world: Any) -> None:
    account = await world.account("lan")
    await world.admin.post(f"/accounts/{account['id']}/end", json=WHY)
    assert world.provider.people["sub-lan"].enabled
    assert (await world.client("sub-lan").get("/me")).json()["accounts"] == []
    for act in ("lock", "unlock", "end", "password"):
        assert problem_of(await world.admin.post(f"/accounts/{account['id']}/{act}", json=WHY)) == (409, "identity/account-ended")


async def test_a_lock_needs_a_reason_and_an_administrator(world: Any) -> None:
    account = await world.account("lan")
    path = f"/accounts/{account['id']}/lock"
    empty = await world.admin.post(path, json={"reason": " "})
    assert problem_of(empty) == (422, "identity/value-missing")
    assert problem_of(await world.as_(account).post(path, json=WHY)) == (403, "access/not-permitted")
    assert problem_of(await world.admin.post(f"/accounts/{account['id']}/unlock", json=WHY)) == (409, "identity/not-locked")


async def test_the_last_administrator_is_neither_locked_nor_ended(world: Any) -> None:
    me = (await world.admin.get("/me")).json()["accounts"][0]["id"]
    for act in ("lock", "end"):
        assert problem_of(await world.admin.post(f"/accounts/{me}/{act}", json=WHY)) == (409, "identity/last-administrator")
    await world.account("hai", "administration")
    assert (await world.admin.post(f"/accounts/{me}/lock", json=WHY)).status_code == 200


async def test_while_the_provider_is_silent_the_lock_holds_already(world: Any) -> None:
    account = await world.account("lan")
    world.provider.silent = True
    assert (await world.admin.post(f"/accounts/{account['id']}/lock", json=WHY)).json()["status"] == "locked"
    assert (await world.told_of(account["id"]))[-1].status == "locked"


async def test_a_password_is_reset_and_shown_once(world: Any) -> None:
    account = await world.account("lan")
    answer = await world.admin.post(f"/accounts/{account['id']}/password", json=WHY)
    assert world.provider.people["sub-lan"].password == answer.json()["initial_password"] != account["initial_password"]
    log = (await world.admin.get(f"/accounts/{account['id']}/history")).json()["items"]
    assert [c["act"] for c in log] == ["granted", "password_reset"]


async def test_a_password_nobody_would_learn_is_not_set(world: Any) -> None:
    account = await world.account("lan")
    world.provider.silent = True
    answer = await world.admin.post(f"/accounts/{account['id']}/password", json=WHY)
    assert problem_of(answer) == (503, "identity/provider-unavailable")
    world.provider.silent = False
    assert world.provider.people["sub-lan"].password == account["initial_password"]
    assert (await world.house.rows("SELECT outcome FROM provider_task ORDER BY id DESC LIMIT 1")) == [{"outcome": "given_up"}]
