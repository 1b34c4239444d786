"""Ending a lent approval before its time: what it leaves, and who may not."""

from typing import Any

import pytest
from tests.support.house import problem_of

NOW = {"valid_from": "2020-01-01T00:00:00Z", "valid_to": "2099-01-01T00:00:00Z"}
LATER = {"valid_from": "2098-01-01T00:00:00Z", "valid_to": "2099-01-01T00:00:00Z"}
BACK = {"reason": "Người đứng đầu đã đi làm lại"}


@pytest.fixture
async def lent(world: Any) -> Any:
    """A head, a deputy to whom the approval is lent now, an officer, and another unit's head."""
    await world.unit("a")
    await world.unit("b")
    world.head = await world.account("dau", "data_entry", "unit_approver", unit_code="a")
    world.deputy = await world.account("pho", "data_entry", unit_code="a")
    world.officer = await world.account("lan", "data_entry", unit_code="a")
    world.stranger = await world.account("la", "data_entry", "unit_approver", unit_code="b")
    await lend(world, NOW)
    return world


async def lend(world: Any, dates: dict[str, str], to: str = "deputy") -> None:
    body = {"to_account_id": getattr(world, to)["id"], **dates}
    answer = await world.as_(world.head).post(f"/accounts/{world.head['id']}/lend-approval", json=body)
    assert answer.status_code == 200, answer.text


def path(world: Any, of: str = "deputy") -> str:
    return f"/accounts/{getattr(world, of)['id']}/end-lending"


async def test_what_a_head_takes_back_ends_at_once_and_stands_in_the_log_with_its_reason(lent: Any) -> None:
    deputy = lent.as_(lent.deputy)
    assert (await deputy.get("/account-requests")).status_code == 200
    answer = await lent.as_(lent.head).post(path(lent), json={**NOW, **BACK})
    assert answer.status_code == 200, answer.text
    (role,) = answer.json()["roles"]
    assert role["valid_to"] < "2099"
    assert problem_of(await deputy.get("/account-requests")) == (403, "access/not-permitted")
    assert (await lent.told_of(lent.deputy["id"]))[-1].roles[0].valid_to.year < 2099
    (line,) = [one for one in (await lent.admin.get("/log")).json()["items"] if one["act"] == "account.lending_ended"]
    assert (line["title"], line["reason"], line["by"]["username"]) == ("Thu hồi quyền phê duyệt trước hạn", BACK["reason"], "dau")


async def test_an_administrator_takes_back_too(lent: Any) -> None:
    assert (await lent.admin.post(path(lent), json={**NOW, **BACK})).status_code == 200


async def test_what_has_not_begun_goes_altogether_and_the_other_stays(lent: Any) -> None:
    await lent.admin.post(path(lent), json={**NOW, **BACK})
    await lend(lent, LATER)
    answer = await lent.as_(lent.head).post(path(lent), json={**LATER, **BACK})
    assert [r["valid_from"] for r in answer.json()["roles"]] == [NOW["valid_from"]]


async def test_it_is_taken_back_once_and_only_by_its_dates_and_with_a_reason(lent: Any) -> None:
    head = lent.as_(lent.head)
    assert problem_of(await head.post(path(lent), json={**NOW, "reason": " "})) == (422, "identity/value-missing")
    assert problem_of(await head.post(path(lent), json={**LATER, **BACK})) == (404, "identity/lending-not-found")
    ended = (await head.post(path(lent), json={**NOW, **BACK})).json()["roles"][0]
    over = {"valid_from": ended["valid_from"], "valid_to": ended["valid_to"]}
    assert problem_of(await head.post(path(lent), json={**NOW, **BACK})) == (404, "identity/lending-not-found")
    assert problem_of(await head.post(path(lent), json={**over, **BACK})) == (409, "identity/lending-over")


async def test_the_heads_own_role_is_not_lent_and_cannot_be_taken_back(lent: Any) -> None:
    deputy = lent.as_(lent.deputy)
    assert problem_of(await deputy.post(path(lent, "head"), json={**NOW, **BACK})) == (404, "identity/lending-not-found")


async def test_nobody_else_takes_it_back(lent: Any) -> None:
    asked = {**NOW, **BACK}
    assert problem_of(await lent.as_(lent.stranger).post(path(lent), json=asked)) == (404, "identity/account-not-found")
    assert problem_of(await lent.as_(lent.officer).post(path(lent), json=asked)) == (403, "access/not-permitted")
    assert problem_of(await lent.as_(lent.deputy).post(path(lent), json=asked)) == (403, "identity/not-own-account")
    manager = lent.as_(await lent.account("lanh-dao"))
    assert problem_of(await manager.post(path(lent), json=asked)) == (403, "access/not-permitted")
    assert (await lent.admin.get(f"/accounts/{lent.deputy['id']}")).json()["roles"][0]["valid_to"] == NOW["valid_to"]


async def test_a_head_of_a_parent_unit_does_not_take_back_in_a_sub_unit(lent: Any) -> None:
    await lent.unit("phong", unit_type="sub_unit", parent_code="a")
    roles = [{"role": "unit_approver", **NOW}]
    below = await lent.account("duoi", "data_entry", unit_code="phong", roles=roles)
    answer = await lent.as_(lent.head).post(f"/accounts/{below['id']}/end-lending", json={**NOW, **BACK})
    assert problem_of(answer) == (403, "identity/not-own-account")


async def test_who_may_take_back_is_said_with_the_account(lent: Any) -> None:
    async def acts(client: Any) -> list[str]:
        return list((await client.get(f"/accounts/{lent.deputy['id']}")).json()["allowed_actions"])

    assert "end_lending" in await acts(lent.as_(lent.head))
    assert "end_lending" in await acts(lent.admin)
    assert "end_lending" not in await acts(lent.as_(lent.deputy))
    assert (await lent.as_(lent.head).get(path(lent).removesuffix("/end-lending"))).json()["roles"][0]["over"] is False
    answer = await lent.admin.post(path(lent), json={**NOW, **BACK})
    assert (answer.json()["roles"][0]["over"], "end_lending" in answer.json()["allowed_actions"]) == (True, False)
