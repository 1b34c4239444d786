"""A head appeals against what was published of the own unit; Home Affairs answers once, by a reason or a correction."""

from typing import Any

import httpx
import pytest
from services.ranking.tests.publication.test_publication import DECISION, act, real_period
from services.ranking.tests.world import XAY_DUNG, Y_TE, World, council_member, head, manager, officer
from tests.support.house import an_account, problem_of

TEXT = {"text": "Đề nghị xem lại tiêu chí 1.1."}


async def published(par: World) -> httpx.AsyncClient:
    """A manager's client, once the PAR result is published."""
    boss = await real_period(par)
    await act(boss, par, "agree")
    assert (await act(boss, par, "publish", decision=DECISION)).status_code == 201
    return boss


async def answer(boss: httpx.AsyncClient, appeal: dict[str, Any], outcome: str, reason: str = "Đã xem lại") -> httpx.Response:
    path = f"/appeals/{appeal['id']}/answer"
    return await boss.post(path, json={"outcome": outcome, "reason": reason}, headers={"If-Match": f'"{appeal["version"]}"'})


async def test_an_appeal_is_made_once_at_a_time_and_answered_once(par: World) -> None:
    boss = await published(par)
    own, path = await par.house.told(head(Y_TE)), f"/periods/{par.period_id}/appeals"
    assert problem_of(await own.post(path, json={"text": " "})) == (422, "ranking/appeal-text-missing")
    first = await own.post(path, json=TEXT, headers={"Idempotency-Key": "a"})
    assert (first.status_code, first.json()["result_version"], first.json()["outcome"]) == (201, 1, None)
    assert (await own.post(path, json=TEXT, headers={"Idempotency-Key": "a"})).json() == first.json()
    assert problem_of(await own.post(path, json=TEXT)) == (409, "ranking/appeal-open")
    assert problem_of(await answer(boss, first.json(), "corrected")) == (409, "ranking/not-corrected")
    assert problem_of(await answer(boss, first.json(), "upheld", " ")) == (422, "ranking/appeal-text-missing")
    done = await answer(boss, first.json(), "upheld")
    assert (done.status_code, done.json()["outcome"], done.json()["reason"]) == (200, "upheld", "Đã xem lại")
    assert problem_of(await answer(boss, done.json(), "upheld")) == (409, "ranking/appeal-answered")
    assert problem_of(await answer(boss, first.json(), "upheld")) == (412, "request/stale")
    assert [a["outcome"] for a in (await own.get(path)).json()["items"]] == ["upheld"]
    assert (await own.post(path, json=TEXT)).status_code == 201
    acts = [line["act"] for line in (await boss.get("/log")).json()["items"]]
    assert acts[:3] == ["appeal.asked", "appeal.answered", "appeal.asked"]


async def test_an_appeal_is_answered_by_a_published_correction(par: World) -> None:
    boss = await published(par)
    own = await par.house.told(head(Y_TE))
    made = (await own.post(f"/periods/{par.period_id}/appeals", json=TEXT)).json()
    await par.tell(par.reopened("SNV"), par.appraised("SNV", Y_TE, i1_1="1.5"), par.closed("SNV"))
    await act(boss, par, "agree")
    assert (await act(boss, par, "corrections", decision=DECISION, reason="Theo kiến nghị")).status_code == 201
    done = await answer(boss, made, "corrected")
    assert (done.status_code, done.json()["corrected_version"]) == (200, 2)


async def test_only_a_head_of_a_published_unit_appeals_and_nobody_sees_another_units(par: World) -> None:
    await par.tell(par.the_set(), par.the_forms())
    path = f"/periods/{par.period_id}/appeals"
    own = await par.house.told(head(Y_TE))
    assert problem_of(await own.post(path, json=TEXT)) == (404, "ranking/nothing-to-appeal")
    boss = await published(par)
    made = (await own.post(path, json=TEXT)).json()
    neighbour = await par.house.told(head(XAY_DUNG))
    assert (await neighbour.get(path)).json()["items"] == []
    assert (await answer(neighbour, made, "upheld")).status_code == 403
    assert len((await boss.get(path)).json()["items"]) == 1
    for account in (officer(Y_TE), council_member(), manager(), an_account("administration")):
        assert (await (await par.house.told(account)).post(path, json=TEXT)).status_code == 403
    stranger = await par.house.told(head("so-khac"))
    assert problem_of(await stranger.post(path, json=TEXT)) == (404, "ranking/nothing-to-appeal")


async def test_a_manager_answers_no_appeal_of_a_unit_where_the_person_holds_an_account(par: World) -> None:
    await published(par)
    asking = head(Y_TE)
    made = (await (await par.house.told(asking)).post(f"/periods/{par.period_id}/appeals", json=TEXT)).json()
    both = await par.house.told(an_account("management", sub=asking.sub))
    assert problem_of(await answer(both, made, "upheld")) == (403, "ranking/own-unit")


async def test_what_was_asked_and_answered_cannot_be_changed(par: World) -> None:
    await published(par)
    await (await par.house.told(head(Y_TE))).post(f"/periods/{par.period_id}/appeals", json=TEXT)
    for change in ("body = 'x'", "unit_code = 'x'"):
        with pytest.raises(Exception, match="frozen"):
            await par.house.rows(f"UPDATE appeal SET {change} RETURNING 1")


async def test_an_appeal_and_its_answer_are_told_without_what_they_say(par: World) -> None:
    boss = await published(par)
    own = await par.house.told(head(Y_TE))
    made = (await own.post(f"/periods/{par.period_id}/appeals", json=TEXT)).json()
    await answer(boss, made, "upheld")
    told = [e for e in await par.house.outbox() if e.type.startswith("ranking.appeal.")]
    assert [(e.type, e.version, e.unit_code, e.outcome) for e in told] == [
        ("ranking.appeal.asked.v1", 1, Y_TE, None),
        ("ranking.appeal.answered.v1", 2, Y_TE, "upheld"),
    ]
    assert all(TEXT["text"] not in e.model_dump_json() for e in told)
