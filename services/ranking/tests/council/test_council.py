"""The council agrees on an aggregated result, item by item and as a whole (Điều 11.2)."""

from typing import Any
from uuid import uuid4

import httpx
import pytest
from services.ranking.tests.world import World, council_member, head, manager
from tests.support.house import ids, problem_of


async def aggregated(par: World, world: World) -> httpx.AsyncClient:
    """A manager's client, once the task result is aggregated."""
    boss = await world.house.told(manager())
    await par.tell(*par.everything())
    await world.tell(*world.everything())
    return boss


async def test_a_session_opens_once_and_closes_once(par: World, world: World) -> None:
    boss = await aggregated(par, world)
    path = f"/periods/{world.period_id}/council-sessions"
    answer = await boss.post(path, headers={"Idempotency-Key": "a"})
    session = answer.json()
    assert (answer.status_code, answer.headers["ETag"]) == (201, '"1"')
    assert (await boss.post(path, headers={"Idempotency-Key": "a"})).json() == session
    assert problem_of(await boss.post(path)) == (409, "ranking/session-open")
    close = f"/council-sessions/{session['id']}/close"
    assert problem_of(await boss.post(close)) == (428, "request/precondition-required")
    assert problem_of(await boss.post(close, headers={"If-Match": '"7"'})) == (412, "request/stale")
    assert (await boss.post(close, headers={"If-Match": '"1"'})).json()["closed_at"] is not None
    assert problem_of(await boss.post(close, headers={"If-Match": '"2"'})) == (409, "ranking/session-closed")
    assert (await boss.post(path)).status_code == 201
    assert len((await boss.get(path)).json()["items"]) == 2
    told = ids(await world.house.outbox())
    assert told[2:] == ["ranking.council_session.opened.v1", "ranking.council_session.closed.v1", "ranking.council_session.opened.v1"]


async def test_no_council_before_aggregation(par: World, world: World) -> None:
    boss = await world.house.told(manager())
    await world.tell(*world.everything())
    assert problem_of(await boss.post(f"/periods/{world.period_id}/council-sessions")) == (409, "ranking/not-aggregated")
    version = (await world.result(boss))["version"]
    answer = await boss.post(f"/periods/{world.period_id}/agree", json={}, headers={"If-Match": f'"{version}"'})
    assert problem_of(answer) == (409, "ranking/not-aggregated")
    assert problem_of(await boss.post(f"/periods/{uuid4()}/council-sessions")) == (404, "ranking/period-not-found")


async def test_members_agree_or_object_by_item_and_may_think_again(par: World, world: World) -> None:
    boss = await aggregated(par, world)
    session = (await boss.post(f"/periods/{world.period_id}/council-sessions")).json()["id"]
    member = await world.house.told(council_member())
    path = f"/council-sessions/{session}/agreements"
    assert problem_of(await member.post(path, json={"item": "1.1", "agrees": False, "note": " "})) == (422, "ranking/note-missing")
    assert problem_of(await member.post(path, json={"item": "9.9", "agrees": True})) == (422, "ranking/unknown-item")
    assert (await member.post(path, json={"item": "1.1", "agrees": False, "note": "Chấm thấp"})).json()["version"] == 1
    assert (await member.post(path, json={"item": "1.1", "agrees": True})).json()["version"] == 2
    assert (await member.post(path, json={"agrees": True})).status_code == 200
    said = (await boss.get(path, params={"limit": 1})).json()
    assert [(a["item"], a["agrees"]) for a in said["items"]] == [("", True)]
    said = (await boss.get(path, params={"limit": 1, "after": said["next"]})).json()
    assert [(a["item"], a["agrees"], a["note"]) for a in said["items"]] == [("1.1", True, "")]
    kept = await world.house.rows("SELECT agrees, note FROM agreement_history WHERE item = '1.1' ORDER BY version")
    assert [(k["agrees"], k["note"]) for k in kept] == [(False, "Chấm thấp"), (True, "")]
    await boss.post(f"/council-sessions/{session}/close", headers={"If-Match": '"1"'})
    assert problem_of(await member.post(path, json={"agrees": True})) == (409, "ranking/session-closed")


@pytest.mark.parametrize("fields", [{"item": "a\x00"}, {"note": "\x00"}, {"agrees": "yes?"}, {"more": 1}, {"note": "x" * 10_001}])
async def test_unreadable_opinions_are_refused(par: World, world: World, fields: dict[str, Any]) -> None:
    boss = await aggregated(par, world)
    session = (await boss.post(f"/periods/{world.period_id}/council-sessions")).json()["id"]
    member = await world.house.told(council_member())
    answer = await member.post(f"/council-sessions/{session}/agreements", json={"agrees": True, **fields})
    assert problem_of(answer) == (422, "request/invalid")


async def test_agreement_is_recorded_once_on_the_version_that_was_seen(par: World, world: World) -> None:
    boss = await aggregated(par, world)
    path = f"/periods/{world.period_id}/agree"
    assert problem_of(await boss.post(path, json={})) == (428, "request/precondition-required")
    stale = await boss.post(path, json={}, headers={"If-Match": '"9"'})
    assert problem_of(stale) == (412, "request/stale")
    assert stale.json()["present"]["status"] == "aggregated"
    assert problem_of(await boss.post(path, json={"minutes_sha256": "x"}, headers={"If-Match": '"1"'})) == (422, "request/invalid")
    answer = await boss.post(path, json={"minutes_sha256": "cd" * 32}, headers={"If-Match": '"1"'})
    assert (answer.json()["status"], answer.headers["ETag"]) == ("agreed", '"2"')
    assert problem_of(await boss.post(path, json={}, headers={"If-Match": '"2"'})) == (409, "ranking/already-agreed")
    told = (await world.house.outbox())[-1]
    assert (told.type, told.version, len(told.rows)) == ("ranking.result.agreed.v1", 2, 3)  # type: ignore[attr-defined]


async def test_the_council_is_not_for_heads_and_records_are_not_for_members(par: World, world: World) -> None:
    boss = await aggregated(par, world)
    session = (await boss.post(f"/periods/{world.period_id}/council-sessions")).json()["id"]
    member, unit_head = await world.house.told(council_member()), await world.house.told(head("so-y-te"))
    assert problem_of(await member.post(f"/periods/{world.period_id}/agree", json={}, headers={"If-Match": '"1"'}))[0] == 403
    assert problem_of(await member.post(f"/periods/{world.period_id}/council-sessions"))[0] == 403
    assert problem_of(await unit_head.get(f"/council-sessions/{session}"))[0] == 403
    assert problem_of(await boss.post(f"/council-sessions/{session}/agreements", json={"agrees": True}))[0] == 403
    assert problem_of(await member.get(f"/council-sessions/{uuid4()}")) == (404, "ranking/session-not-found")


async def test_a_locked_member_reads_and_agrees_only_while_a_session_is_open(par: World, world: World) -> None:
    boss = await aggregated(par, world)
    session = (await boss.post(f"/periods/{world.period_id}/council-sessions")).json()["id"]
    account = council_member()
    locked = await world.house.told(account.model_copy(update={"appraisal_lock": "sign_in", "version": 2}))
    assert problem_of(await locked.get(f"/periods/{world.period_id}/results")) == (403, "access/appraisal-locked")
    await world.house.tell(account.model_copy(update={"appraisal_lock": "sign_in", "council_session_open": True, "version": 3}))
    assert (await locked.get(f"/periods/{world.period_id}/results")).status_code == 200
    assert (await locked.post(f"/council-sessions/{session}/agreements", json={"agrees": True})).status_code == 200
