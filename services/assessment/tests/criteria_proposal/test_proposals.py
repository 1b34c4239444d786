"""Proposals to change criteria: who makes, sees, answers and withdraws them (rights.md "Assessment"; Điều 14.3, 15.2)."""

from typing import Any

import httpx
import pytest
from services.assessment.tests.world import World, ok
from tests.support.house import problem_of

UNIT, OTHER = "so-noi-vu", "so-tai-chinh"


async def propose(client: httpx.AsyncClient, set_id: str, **body: Any) -> httpx.Response:
    return await client.post("/criteria-proposals", json={"criteria_set_id": set_id, "item": "1.2", "text": "Tăng ngưỡng", **body})


async def a_head(world: World, unit: str = UNIT) -> httpx.AsyncClient:
    return await world.client("data_entry", "unit_approver", unit_code=unit)


async def a_lead(world: World, agency: str = "SNV") -> httpx.AsyncClient:
    return await world.client("appraisal", "appraisal_lead", appraiser_code=agency)


async def test_a_head_and_a_lead_propose_and_a_manager_answers_once(world: World) -> None:
    await world.departments(UNIT)
    set_id = await world.criteria_set()
    head, lead = await a_head(world), await a_lead(world)
    made = ok(await propose(head, set_id), 201)
    assert (made["status"], made["item_title"], made["unit_name"], made["allowed_actions"]) == (
        "open",
        "Tỷ lệ",
        f"Đơn vị {UNIT}",
        ["withdraw"],
    )
    ok(await propose(lead, set_id, item=None, text="Bỏ bớt tiêu chí"), 201)
    seen = ok(await world.manager.get("/criteria-proposals"))["items"]
    assert [(p["item"], p["unit_code"], p["appraiser_code"], p["allowed_actions"]) for p in seen] == [
        (None, None, "SNV", ["answer"]),
        ("1.2", UNIT, None, ["answer"]),
    ]
    place = f"/criteria-proposals/{made['id']}/answer"
    assert problem_of(await world.manager.post(place, json={"outcome": "accepted", "answer": " "})) == (422, "assessment/value-missing")
    answered = ok(await world.manager.post(place, json={"outcome": "accepted", "answer": "Đưa vào bản sửa đổi năm sau"}))
    assert (answered["status"], answered["answer"], answered["allowed_actions"]) == ("accepted", "Đưa vào bản sửa đổi năm sau", [])
    again = await world.manager.post(place, json={"outcome": "declined", "answer": "Không"})
    assert problem_of(again) == (409, "assessment/criteria-proposal-answered")
    assert ok(await head.get("/criteria-proposals"))["items"] == [answered]
    assert [p["status"] for p in ok(await world.manager.get("/criteria-proposals", params={"status": "open"}))["items"]] == ["open"]
    acts = [line["act"] for line in ok(await world.manager.get("/log"))["items"]]
    assert acts.count("criteria_proposal.made") == 2 and acts.count("criteria_proposal.accepted") == 1


async def test_a_proposal_is_withdrawn_by_its_own_side_only_and_before_it_is_answered(world: World) -> None:
    set_id = await world.criteria_set()
    head, other, lead = await a_head(world), await a_head(world, OTHER), await a_lead(world)
    made = ok(await propose(head, set_id), 201)
    place = f"/criteria-proposals/{made['id']}/withdraw"
    for stranger in (other, lead):
        assert problem_of(await stranger.post(place)) == (404, "assessment/criteria-proposal-not-found")
        assert ok(await stranger.get("/criteria-proposals"))["items"] == []
    assert (await world.manager.post(place)).status_code == 403
    assert ok(await head.post(place))["status"] == "withdrawn"
    assert problem_of(await head.post(place)) == (409, "assessment/criteria-proposal-answered")
    answer = await world.manager.post(f"/criteria-proposals/{made['id']}/answer", json={"outcome": "declined", "answer": "Không"})
    assert problem_of(answer) == (409, "assessment/criteria-proposal-answered")


async def test_nobody_else_proposes_sees_or_answers(world: World) -> None:
    set_id = await world.criteria_set()
    made = ok(await propose(await a_head(world), set_id), 201)
    answer = {"outcome": "accepted", "answer": "Được"}
    others = [
        await world.client("data_entry", unit_code=UNIT),
        await world.client("appraisal", appraiser_code="SNV"),
        await world.client("support"),
        world.administrator,
    ]
    for client in others:
        assert (await propose(client, set_id)).status_code == 403
        assert (await client.get("/criteria-proposals")).status_code == 403
        assert (await client.post(f"/criteria-proposals/{made['id']}/answer", json=answer)).status_code == 403
    head, lead = await a_head(world), await a_lead(world)
    for client in (head, lead):
        assert (await client.post(f"/criteria-proposals/{made['id']}/answer", json=answer)).status_code == 403
    of_one_unit = await world.client("management", only_for_unit=OTHER)
    assert ok(await of_one_unit.get("/criteria-proposals"))["items"] == []
    assert (await of_one_unit.post(f"/criteria-proposals/{made['id']}/answer", json=answer)).status_code == 403


async def test_a_manager_who_also_belongs_to_the_unit_leaves_the_answer_to_another(world: World) -> None:
    set_id = await world.criteria_set()
    made = ok(await propose(await a_head(world), set_id), 201)
    manager = await world.client("management", sub="ca-hai")
    await world.client("data_entry", sub="ca-hai", unit_code=UNIT)
    shown = ok(await manager.get("/criteria-proposals"))["items"]
    assert shown[0]["allowed_actions"] == []
    answer = await manager.post(f"/criteria-proposals/{made['id']}/answer", json={"outcome": "accepted", "answer": "Được"})
    assert problem_of(answer) == (403, "assessment/own-unit")


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({"text": "  "}, (422, "assessment/value-missing")),
        ({"item": "9.9"}, (404, "assessment/unknown-item")),
        ({"criteria_set_id": "00000000-0000-7000-8000-000000000000"}, (404, "assessment/document-not-found")),
    ],
)
async def test_a_proposal_names_something_that_is_there_and_says_something(
    world: World, body: dict[str, Any], problem: tuple[int, str]
) -> None:
    assert problem_of(await propose(await a_head(world), await world.criteria_set(), **body)) == problem


async def test_a_retry_proposes_once_and_what_was_said_cannot_be_changed_in_the_database(world: World) -> None:
    set_id, head = await world.criteria_set(), await a_head(world)
    body = {"criteria_set_id": set_id, "item": None, "text": "Một kiến nghị"}
    both = [ok(await head.post("/criteria-proposals", json=body, headers={"Idempotency-Key": "k"}), 201) for _ in range(2)]
    assert both[0] == both[1] and len(ok(await head.get("/criteria-proposals"))["items"]) == 1
    for sql in ("UPDATE criteria_proposal SET text = 'x'", "DELETE FROM criteria_proposal"):
        with pytest.raises(Exception, match=r"never change|are frozen"):
            await world.house.rows(f"{sql} RETURNING 1")
