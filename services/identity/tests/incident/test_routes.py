"""Incidents and ideas over HTTP: everyone the own, managers all, support those passed on."""

from typing import Any

import pytest
from tests.support.house import problem_of

REPORT = {"about": "incident", "text": "Không tải được tệp\nlên trang", "page": "/par_index/self_assessment"}


@pytest.fixture
async def people(world: Any) -> dict[str, Any]:
    await world.unit("a")
    officer = await world.account("lan", "data_entry", unit_code="a")
    other = await world.account("mai", "data_entry", unit_code="a")
    kinds = {"manager": await world.account("ql"), "support": await world.account("ht", "support"), "officer": officer, "other": other}
    return {name: world.as_(account) for name, account in kinds.items()}


async def _report(client: Any) -> dict[str, Any]:
    answer = await client.post("/incidents", json=REPORT)
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def _seen(client: Any) -> list[Any]:
    return list((await client.get("/incidents")).json()["items"])


async def test_a_report_is_seen_by_who_made_it_and_by_managers_only(world: Any, people: dict[str, Any]) -> None:
    report = await _report(people["officer"])
    assert [i["id"] for i in await _seen(people["officer"])] == [report["id"]]
    (seen,) = await _seen(people["manager"])
    assert (seen["reported_by_name"], seen["allowed_actions"]) == ("Lê Thị Hòa", ["pass_on", "answer"])
    for client in (people["other"], people["support"], world.admin):
        assert await _seen(client) == []
    one_unit = world.as_(await world.account("ql2", only_for_unit="a"))
    assert await _seen(one_unit) == []


async def test_support_sees_and_answers_what_was_passed_on(people: dict[str, Any]) -> None:
    report = await _report(people["officer"])
    path, first = f"/incidents/{report['id']}", {"If-Match": '"1"'}
    assert problem_of(await people["support"].post(f"{path}/answer", json={"answer": "x"}, headers=first)) == (
        404,
        "identity/incident-not-found",
    )
    assert (await people["manager"].post(f"{path}/pass-on", headers=first)).status_code == 200
    twice = await people["manager"].post(f"{path}/pass-on", headers={"If-Match": '"2"'})
    assert problem_of(twice) == (409, "identity/incident-passed-on")
    answered = await people["support"].post(f"{path}/answer", json={"answer": "Đã sửa"}, headers={"If-Match": '"2"'})
    assert answered.status_code == 200
    (seen,) = await _seen(people["officer"])
    assert (seen["answer"], seen["answered_by_name"], seen["allowed_actions"]) == ("Đã sửa", "Lê Thị Hòa", [])


async def test_nobody_else_passes_on_or_answers(world: Any, people: dict[str, Any]) -> None:
    report = await _report(people["officer"])
    path, headers = f"/incidents/{report['id']}", {"If-Match": '"1"'}
    for client in (people["officer"], world.admin):
        assert problem_of(await client.post(f"{path}/answer", json={"answer": "x"}, headers=headers)) == (403, "access/not-permitted")
    for client in (people["officer"], people["support"], world.admin):
        assert problem_of(await client.post(f"{path}/pass-on", headers=headers)) == (403, "access/not-permitted")


async def test_a_report_or_answer_without_words_is_refused(people: dict[str, Any]) -> None:
    assert problem_of(await people["officer"].post("/incidents", json={**REPORT, "text": " "})) == (422, "identity/value-missing")
    report = await _report(people["officer"])
    path = f"/incidents/{report['id']}/answer"
    answer = await people["manager"].post(path, json={"answer": ""}, headers={"If-Match": '"1"'})
    assert problem_of(answer) == (422, "identity/value-missing")


async def test_a_retried_report_is_kept_once(people: dict[str, Any]) -> None:
    for _ in range(2):
        await people["officer"].post("/incidents", json=REPORT, headers={"Idempotency-Key": "a"})
    assert len(await _seen(people["officer"])) == 1
