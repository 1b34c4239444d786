"""Reminding over HTTP: whom it reaches, who reads it, and who may not."""

from typing import Any

import pytest
from tests.support.house import problem_of

ASKED = {"units": ["a"], "text": "Còn 3 ngày đến hạn gửi phiếu; đề nghị hoàn thành.", "path": "/par_index/self_assessment"}


@pytest.fixture
async def manager(world: Any) -> Any:
    await world.unit("a")
    await world.unit("b")
    return world.as_(await world.account("quan-ly", holder_name="Trần Văn Quản"))


async def test_everybody_of_a_reminded_unit_reads_it_and_nobody_else(world: Any, manager: Any) -> None:
    head = world.as_(await world.account("dau", "data_entry", "unit_approver", unit_code="a"))
    officer = world.as_(await world.account("lan", "data_entry", unit_code="a"))
    stranger = world.as_(await world.account("la", "data_entry", unit_code="b"))
    answer = await manager.post("/reminders", json={**ASKED, "units": ["a", "b-khong-co", "a"]})
    assert (answer.status_code, answer.json()) == (201, {"reminded": 2, "without_account": ["b-khong-co"]})
    for client in (head, officer):
        seen = (await client.get("/notifications")).json()
        assert (seen["unread"], seen["items"][0]["text"], seen["items"][0]["sent_by_name"]) == (1, ASKED["text"], "Trần Văn Quản")
    assert (await stranger.get("/notifications")).json() == {"items": [], "next": None, "unread": 0}


async def test_an_agency_is_reminded_by_its_code(world: Any, manager: Any) -> None:
    lead = world.as_(await world.account("dm", "appraisal", "appraisal_lead", appraiser_code="STP"))
    other = world.as_(await world.account("dm2", "appraisal", appraiser_code="STC"))
    await manager.post("/reminders", json={"appraisers": ["STP"], "text": "Sắp hết hạn thẩm định."})
    assert (await lead.get("/notifications")).json()["unread"] == 1
    assert (await other.get("/notifications")).json()["unread"] == 0


async def test_a_read_one_stays_read_since_the_first_time_and_only_for_its_reader(world: Any, manager: Any) -> None:
    lan = world.as_(await world.account("lan", "data_entry", unit_code="a"))
    mai = world.as_(await world.account("mai", "data_entry", unit_code="a"))
    await manager.post("/reminders", json=ASKED)
    (mine,) = (await lan.get("/notifications")).json()["items"]
    assert problem_of(await mai.post(f"/notifications/{mine['id']}/read")) == (404, "identity/notification-not-found")
    assert (await lan.post(f"/notifications/{mine['id']}/read")).status_code == 204
    (read,) = (await lan.get("/notifications")).json()["items"]
    await lan.post(f"/notifications/{mine['id']}/read")
    (again,) = (await lan.get("/notifications")).json()["items"]
    assert read["read_at"] is not None
    assert again["read_at"] == read["read_at"]
    assert (await lan.get("/notifications", params={"only_unread": True})).json()["items"] == []
    assert (await mai.get("/notifications")).json()["unread"] == 1


async def test_a_repeated_request_reminds_once(world: Any, manager: Any) -> None:
    lan = world.as_(await world.account("lan", "data_entry", unit_code="a"))
    for _ in range(2):
        assert (await manager.post("/reminders", json=ASKED, headers={"Idempotency-Key": "nhac-1"})).status_code == 201
    assert (await lan.get("/notifications")).json()["unread"] == 1


async def test_an_ended_account_is_not_told(world: Any, manager: Any) -> None:
    ended = await world.account("cu", "data_entry", unit_code="a")
    await world.admin.post(f"/accounts/{ended['id']}/end", json={"reason": "Chuyển công tác"})
    assert (await manager.post("/reminders", json=ASKED)).json() == {"reminded": 0, "without_account": ["a"]}


@pytest.mark.parametrize(
    ("fields", "type_"),
    [
        ({"units": []}, "identity/nobody-to-remind"),
        ({"text": " "}, "identity/value-missing"),
        ({"text": "x" * 1001}, "identity/text-too-long"),
        ({"path": "//noi-khac.vn"}, "identity/value-not-allowed"),
        ({"path": "javascript:alert(1)"}, "identity/value-not-allowed"),
    ],
)
async def test_a_reminder_that_says_nothing_or_leads_elsewhere_is_refused(manager: Any, fields: dict[str, Any], type_: str) -> None:
    assert problem_of(await manager.post("/reminders", json={**ASKED, **fields})) == (422, type_)


async def test_only_home_affairs_leaders_remind(world: Any, manager: Any) -> None:
    head = world.as_(await world.account("dau", "data_entry", "unit_approver", unit_code="a"))
    for client in (head, world.admin):
        assert (await client.post("/reminders", json=ASKED)).status_code == 403
