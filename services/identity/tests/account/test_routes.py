"""Accounts over HTTP: who sees which, changes, lending, the log."""

from typing import Any
from uuid import uuid4

from tests.support.house import problem_of


async def _usernames(client: Any, **filters: str) -> set[str]:
    return {a["username"] for a in (await client.get("/accounts", params=filters)).json()["items"]}


async def test_everyone_sees_the_own_account_and_no_other(world: Any) -> None:
    await world.unit()
    officer = await world.account("lan", "data_entry", unit_code="so-noi-vu")
    other = await world.account("mai", "data_entry", unit_code="so-noi-vu")
    client = world.as_(officer)
    assert await _usernames(client) == {"lan"}
    assert (await client.get(f"/accounts/{officer['id']}")).status_code == 200
    assert problem_of(await client.get(f"/accounts/{other['id']}")) == (404, "identity/account-not-found")
    assert problem_of(await client.get(f"/accounts/{other['id']}/history")) == (404, "identity/account-not-found")


async def test_a_head_sees_the_own_unit_and_its_sub_units(world: Any) -> None:
    await world.unit("a")
    await world.unit("b")
    await world.unit("a1", parent_code="a")
    head = await world.account("dau", "data_entry", "unit_approver", unit_code="a")
    for name, unit in (("o-a", "a"), ("o-a1", "a1"), ("o-b", "b")):
        await world.account(name, "data_entry", unit_code=unit)
    assert await _usernames(world.as_(head)) == {"dau", "o-a", "o-a1"}


async def test_a_lead_sees_the_own_agency(world: Any) -> None:
    lead = await world.account("dau", "appraisal", "appraisal_lead", appraiser_code="SNV")
    await world.account("tv", "appraisal", appraiser_code="SNV")
    await world.account("khac", "appraisal", appraiser_code="STP")
    assert await _usernames(world.as_(lead)) == {"dau", "tv"}


async def test_an_administrator_sees_all_by_filter_and_page(world: Any) -> None:
    await world.unit("a")
    for n in range(5):
        await world.account(f"u{n}", "data_entry", unit_code="a")
    assert await _usernames(world.admin, kind="data_entry", unit_code="a") == {f"u{n}" for n in range(5)}
    first = (await world.admin.get("/accounts", params={"limit": 4})).json()
    rest = (await world.admin.get("/accounts", params={"limit": 4, "after": first["next"]})).json()
    assert len(first["items"]) + len(rest["items"]) == 6
    assert rest["next"] is None
    assert problem_of(await world.admin.get("/accounts", params={"after": "xx"})) == (422, "request/bad-cursor")


async def test_a_change_is_told_with_a_grown_version_and_stands_in_the_log(world: Any) -> None:
    account = await world.account("lan", "appraisal", appraiser_code="SNV")
    body = {"holder_name": "Lê Lan", "roles": [{"role": "appraisal_lead", "valid_to": "2031-01-01T00:00:00+07:00"}]}
    path = f"/accounts/{account['id']}"
    changed = await world.admin.put(path, json=body, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.headers["ETag"]) == (200, '"2"')
    assert problem_of(await world.admin.put(path, json=body, headers={"If-Match": '"1"'})) == (412, "request/stale")
    assert [e.version for e in await world.told_of(account["id"])] == [1, 2]
    log = (await world.admin.get(f"{path}/history")).json()["items"]
    assert [(c["act"], c["version"]) for c in log] == [("granted", 1), ("changed", 2)]
    assert (log[1]["before"]["holder_name"], log[1]["after"]["holder_name"]) == ("Lê Thị Hòa", "Lê Lan")
    second = (await world.admin.get(f"{path}/history", params={"limit": 1, "after": "WzFd"})).json()["items"]
    assert second == log[1:]


async def test_a_role_holds_only_in_its_time(world: Any) -> None:
    await world.unit()
    roles = [{"role": "unit_approver", "valid_from": "2020-01-01T00:00:00Z", "valid_to": "2020-12-31T00:00:00Z"}]
    former = await world.account("lan", "data_entry", unit_code="so-noi-vu", roles=roles)
    body = {"to_account_id": str(uuid4()), "valid_from": "2030-01-01T00:00:00Z", "valid_to": "2030-02-01T00:00:00Z"}
    answer = await world.as_(former).post(f"/accounts/{former['id']}/lend-approval", json=body)
    assert problem_of(answer) == (403, "access/not-permitted")


async def test_a_head_lends_the_approval_to_a_deputy_of_the_own_unit(world: Any) -> None:
    await world.unit("a")
    await world.unit("b")
    head = await world.account("dau", "data_entry", "unit_approver", unit_code="a")
    deputy = await world.account("pho", "data_entry", unit_code="a")
    stranger = await world.account("la", "data_entry", unit_code="b")
    dates = {"valid_from": "2030-01-01T00:00:00Z", "valid_to": "2030-02-01T00:00:00Z"}
    client, path = world.as_(head), f"/accounts/{head['id']}/lend-approval"
    assert problem_of(await client.post(path, json={"to_account_id": stranger["id"], **dates})) == (404, "identity/account-not-found")
    assert problem_of(await client.post(path, json={"to_account_id": head["id"], **dates})) == (409, "identity/lending-not-possible")
    other = f"/accounts/{deputy['id']}/lend-approval"
    assert problem_of(await client.post(other, json={"to_account_id": head["id"], **dates})) == (403, "identity/not-own-account")
    lent = await client.post(path, json={"to_account_id": deputy["id"], **dates})
    assert [r["role"] for r in lent.json()["roles"]] == ["unit_approver"]
    assert problem_of(await client.post(path, json={"to_account_id": deputy["id"], **dates})) == (409, "identity/lending-not-possible")
    assert (await world.told_of(deputy["id"]))[-1].roles[0].valid_to.year == 2030


async def test_what_is_lent_cannot_be_lent_beyond_its_time(world: Any) -> None:
    await world.unit("a")
    roles = [{"role": "unit_approver", "valid_to": "2030-01-31T00:00:00Z"}]
    lender = await world.account("dau", "data_entry", unit_code="a", roles=roles)
    deputy = await world.account("pho", "data_entry", unit_code="a")
    body = {"to_account_id": deputy["id"], "valid_from": "2030-01-01T00:00:00Z", "valid_to": "2030-02-01T00:00:00Z"}
    answer = await world.as_(lender).post(f"/accounts/{lender['id']}/lend-approval", json=body)
    assert problem_of(answer) == (409, "identity/lending-not-possible")


async def test_a_person_without_an_account_is_told_so_and_may_ask_who_they_are(world: Any) -> None:
    stranger = world.client("la")
    assert (await stranger.get("/me")).json() == {"sub": "la", "username": "la", "accounts": []}
    assert problem_of(await stranger.get("/accounts")) == (403, "access/no-account")
    assert problem_of(await world.house.anonymous.get("/me")) == (401, "access/unauthenticated")


async def test_an_account_says_what_may_be_done_to_it_by_whom(world: Any) -> None:
    await world.unit("a")
    head = await world.account("dau", "data_entry", "unit_approver", unit_code="a")
    officer = await world.account("lan", "data_entry", unit_code="a")

    async def acts(client: Any, account: Any) -> list[str]:
        return list((await client.get(f"/accounts/{account['id']}")).json()["allowed_actions"])

    assert await acts(world.admin, head) == ["change", "lock", "end", "reset_password", "lend_approval", "history"]
    assert await acts(world.as_(head), head) == ["ask_password", "lend_approval", "history"]
    assert await acts(world.as_(head), officer) == ["ask_password"]
    assert await acts(world.as_(officer), officer) == ["history"]
    await world.admin.post(f"/accounts/{officer['id']}/lock", json={"reason": "x"})
    assert await acts(world.admin, officer) == ["change", "unlock", "end", "reset_password", "history"]
    await world.admin.post(f"/accounts/{officer['id']}/end", json={"reason": "x"})
    assert await acts(world.admin, officer) == ["history"]
