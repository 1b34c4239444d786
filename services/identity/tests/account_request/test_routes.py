"""Requests for accounts and passwords over HTTP: who asks for whom, who decides, and what follows."""

from typing import Any

import pytest
from tests.support.house import problem_of

ASKED = {"about": "account", "unit_code": "a", "username": "moi", "holder_name": "Lê Mới", "reason": "Bổ sung cán bộ"}


@pytest.fixture
async def head(world: Any) -> Any:
    await world.unit("a")
    await world.unit("a1", parent_code="a")
    await world.unit("b")
    return world.as_(await world.account("dau", "data_entry", "unit_approver", unit_code="a"))


async def _ask(client: Any, **fields: Any) -> dict[str, Any]:
    answer = await client.post("/account-requests", json={**ASKED, **fields})
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def test_a_head_asks_and_the_administrator_grants(world: Any, head: Any) -> None:
    request = await _ask(head, role="unit_approver", unit_code="a1")
    assert (request["status"], request["allowed_actions"]) == ("open", ["withdraw"])
    assert (await world.admin.get("/account-requests/options")).json()["open"] == 1
    (seen,) = (await world.admin.get("/account-requests", params={"status": "open"})).json()["items"]
    assert (seen["unit_name"], seen["asked_by_name"], seen["allowed_actions"]) == ("Sở a1", "Lê Thị Hòa", ["approve", "refuse"])
    answer = await world.admin.post(f"/account-requests/{request['id']}/approve", json={}, headers={"If-Match": '"1"'})
    body = answer.json()
    assert body["initial_password"] == world.provider.people["sub-moi"].password
    assert body["request"]["status"] == "approved"
    account = (await world.admin.get(f"/accounts/{body['request']['account_id']}")).json()
    assert (account["kind"], account["unit_code"], account["roles"][0]["role"]) == ("data_entry", "a1", "unit_approver")
    again = await world.admin.post(f"/account-requests/{request['id']}/approve", json={}, headers={"If-Match": '"2"'})
    assert problem_of(again) == (409, "identity/account-request-decided")
    assert "initial_password" not in (await head.get("/account-requests")).text


async def test_a_lead_asks_for_the_own_agency_only(world: Any) -> None:
    lead = world.as_(await world.account("dau", "appraisal", "appraisal_lead", appraiser_code="SNV"))
    asked = {**ASKED, "unit_code": None, "appraiser_code": "SNV"}
    request = await _ask(lead, **asked)
    assert request["kind"] == "appraisal"
    other = await lead.post("/account-requests", json={**asked, "appraiser_code": "STP", "username": "x"})
    assert problem_of(other) == (422, "identity/not-for-own-unit")
    council = await lead.post("/account-requests", json={**asked, "username": "y", "role": "council_member"})
    assert problem_of(council) == (422, "identity/value-not-allowed")


@pytest.mark.parametrize(
    ("fields", "type_"),
    [
        ({"unit_code": "b"}, "identity/not-for-own-unit"),
        ({"unit_code": None}, "identity/not-for-own-unit"),
        ({"appraiser_code": "SNV"}, "identity/not-for-own-unit"),
        ({"reason": " "}, "identity/value-missing"),
        ({"username": None}, "identity/value-missing"),
        ({"role": "appraisal_lead"}, "identity/value-not-allowed"),
        ({"about": "password"}, "identity/value-missing"),
    ],
)
async def test_what_may_not_be_asked_for_is_refused(world: Any, head: Any, fields: dict[str, Any], type_: str) -> None:
    assert problem_of(await head.post("/account-requests", json={**ASKED, **fields})) == (422, type_)


async def test_a_new_password_is_asked_for_an_account_of_the_own_unit(world: Any, head: Any) -> None:
    officer = await world.account("lan", "data_entry", unit_code="a")
    stranger = await world.account("la", "data_entry", unit_code="b")
    asked = {"about": "password", "account_id": stranger["id"], "reason": "Quên mật khẩu"}
    assert problem_of(await head.post("/account-requests", json=asked)) == (404, "identity/account-not-found")
    request = (await head.post("/account-requests", json={**asked, "account_id": officer["id"]})).json()
    assert (request["account_username"], request["username"]) == ("lan", None)
    twice = await head.post("/account-requests", json={**asked, "account_id": officer["id"]})
    assert problem_of(twice) == (409, "identity/account-request-open")
    answer = await world.admin.post(f"/account-requests/{request['id']}/approve", json={}, headers={"If-Match": '"1"'})
    assert answer.json()["initial_password"] == world.provider.people["sub-lan"].password


async def test_a_refusal_has_a_reason_that_the_head_reads(world: Any, head: Any) -> None:
    request = await _ask(head)
    path = f"/account-requests/{request['id']}"
    assert problem_of(await world.admin.post(f"{path}/refuse", json={"reason": ""}, headers={"If-Match": '"1"'}))[0] == 422
    refused = await world.admin.post(f"{path}/refuse", json={"reason": "Đã đủ tài khoản"}, headers={"If-Match": '"1"'})
    assert refused.status_code == 200
    (seen,) = (await head.get("/account-requests")).json()["items"]
    assert (seen["status"], seen["decision_reason"], seen["allowed_actions"]) == ("refused", "Đã đủ tài khoản", [])
    assert "sub-moi" not in world.provider.people


async def test_a_withdrawn_request_is_not_granted(world: Any, head: Any) -> None:
    request = await _ask(head)
    path = f"/account-requests/{request['id']}"
    assert (await head.post(f"{path}/withdraw", headers={"If-Match": '"1"'})).json()["status"] == "withdrawn"
    answer = await world.admin.post(f"{path}/approve", json={}, headers={"If-Match": '"2"'})
    assert problem_of(answer) == (409, "identity/account-request-decided")


async def test_a_request_stays_open_where_the_name_is_taken_and_another_is_given(world: Any, head: Any) -> None:
    world.provider.somebody_elses("moi")
    request = await _ask(head)
    path = f"/account-requests/{request['id']}/approve"
    assert problem_of(await world.admin.post(path, json={}, headers={"If-Match": '"1"'})) == (409, "identity/username-taken")
    (seen,) = (await world.admin.get("/account-requests")).json()["items"]
    assert (seen["status"], seen["account_id"]) == ("open", None)
    headers = {"If-Match": f'"{seen["version"]}"'}
    assert (await world.admin.post(path, json={"username": "moi2"}, headers=headers)).json()["request"]["status"] == "approved"


async def test_a_password_request_stays_open_while_the_provider_is_silent(world: Any, head: Any) -> None:
    officer = await world.account("lan", "data_entry", unit_code="a")
    asked = {"about": "password", "account_id": officer["id"], "reason": "Quên"}
    request = (await head.post("/account-requests", json=asked)).json()
    world.provider.silent = True
    path = f"/account-requests/{request['id']}/approve"
    answer = await world.admin.post(path, json={}, headers={"If-Match": '"1"'})
    assert problem_of(answer) == (503, "identity/provider-unavailable")
    (seen,) = (await head.get("/account-requests")).json()["items"]
    assert (seen["status"], seen["account_id"]) == ("open", officer["id"])


async def test_nobody_sees_or_decides_requests_of_others(world: Any, head: Any) -> None:
    request = await _ask(head)
    other = world.as_(await world.account("dau-b", "data_entry", "unit_approver", unit_code="b"))
    assert (await other.get("/account-requests")).json()["items"] == []
    assert (await other.get("/account-requests/options")).json()["open"] == 0
    path, headers = f"/account-requests/{request['id']}", {"If-Match": '"1"'}
    assert problem_of(await other.post(f"{path}/withdraw", headers=headers)) == (404, "identity/account-request-not-found")
    for client in (head, world.as_(await world.account("ql"))):
        assert problem_of(await client.post(f"{path}/approve", json={}, headers=headers)) == (403, "access/not-permitted")
        assert problem_of(await client.post(f"{path}/refuse", json={"reason": "x"}, headers=headers)) == (403, "access/not-permitted")
    officer = world.as_(await world.account("lan", "data_entry", unit_code="a"))
    assert problem_of(await officer.get("/account-requests")) == (403, "access/not-permitted")
    assert problem_of(await officer.post("/account-requests", json=ASKED)) == (403, "access/not-permitted")
    assert problem_of(await world.admin.post("/account-requests", json=ASKED)) == (403, "access/not-permitted")


async def test_a_retried_request_is_kept_once(head: Any) -> None:
    first = await head.post("/account-requests", json=ASKED, headers={"Idempotency-Key": "a"})
    again = await head.post("/account-requests", json=ASKED, headers={"Idempotency-Key": "a"})
    assert (again.status_code, again.json()["id"]) == (201, first.json()["id"])
    assert len((await head.get("/account-requests")).json()["items"]) == 1
