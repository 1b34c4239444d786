"""Only what the council agreed on is published, with a decision, frozen; a correction stands beside it (rules §7, §9)."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import httpx
import pytest
from services.ranking.tests.world import UNITS, Y_TE, World, manager
from tests.support.house import problem_of

from chamdiem_contracts.appraisal import RecordPrintedV1

DECISION = {"number": "99/QĐ-UBND", "issued_on": "2022-03-01"}


async def real_period(par: World, **changes: Any) -> httpx.AsyncClient:
    """A manager's client, once an official PAR period is aggregated (no rehearsal: no clock of its own)."""
    boss = await par.house.told(manager())
    events = par.everything()
    opened = next(e for e in events if e.type == "assessment.period.opened.v1")
    events[events.index(opened)] = opened.model_copy(update={"rehearsal": False, "clock_at": None, **changes})
    par.state |= {"rehearsal": False, "clock_at": None}
    await par.tell(*events)
    return boss


async def act(boss: httpx.AsyncClient, world: World, what: str, **body: Any) -> httpx.Response:
    """Do it on the newest version."""
    version = (await world.result(boss))["version"]
    return await boss.post(f"/periods/{world.period_id}/{what}", json=body, headers={"If-Match": f'"{version}"'})


async def test_a_rehearsal_is_never_published(par: World) -> None:
    boss = await par.house.told(manager())
    await par.tell(*par.everything())
    assert (await act(boss, par, "agree")).status_code == 200
    assert problem_of(await act(boss, par, "publish", decision=DECISION)) == (409, "ranking/rehearsal")
    assert problem_of(await act(boss, par, "corrections", decision=DECISION, reason="x")) == (409, "ranking/rehearsal")
    assert (await par.house.anonymous.get("/published")).json() == {"items": [], "next": None}
    assert problem_of(await par.house.anonymous.get(f"/published/{par.period_id}")) == (404, "ranking/publication-not-found")


async def test_only_an_agreed_result_is_published_and_everybody_sees_it(par: World) -> None:
    boss = await real_period(par)
    assert problem_of(await act(boss, par, "publish", decision=DECISION)) == (409, "ranking/not-agreed")
    assert problem_of(await act(boss, par, "corrections", decision=DECISION, reason="Sai")) == (409, "ranking/not-published")
    await act(boss, par, "agree")
    assert problem_of(await boss.post(f"/periods/{par.period_id}/publish", json={"decision": DECISION})) == (
        428,
        "request/precondition-required",
    )
    published = await act(boss, par, "publish", decision=DECISION)
    assert (published.status_code, published.json()["status"]) == (201, "published")
    assert problem_of(await act(boss, par, "publish", decision=DECISION)) == (409, "ranking/already-published")
    told = (await par.house.outbox())[-1]
    assert (told.type, told.decision.number) == ("ranking.result.published.v1", "99/QĐ-UBND")  # type: ignore[attr-defined]
    public = par.house.anonymous
    (listed,) = (await public.get("/published")).json()["items"]
    assert (listed["program"], listed["result_version"], listed["decision"]["number"]) == ("par_index", 1, "99/QĐ-UBND")
    shown = (await public.get(f"/published/{par.period_id}", params={"limit": 2})).json()
    assert shown["groups"] == [{"ranking_group": "department", "units": 3}]
    rest = (await public.get(f"/published/{par.period_id}", params={"after": shown["next"]})).json()
    lines = [*shown["items"], *rest["items"]]
    assert [line["unit_code"] for line in lines] == ["so-du-lich", "so-xay-dung", "so-y-te"]
    assert lines[0]["field_totals"] == {"1": "5.00"}
    assert not {"sheet_id", "unscored"} & lines[0].keys()
    assert (await public.get(f"/published/{par.period_id}", params={"group": "commune"})).json()["items"] == []
    check = (await public.get(f"/check/{listed['fingerprint'].upper()}")).json()
    assert (check["kind"], check["superseded"], check["decision"]["number"]) == ("publication", False, "99/QĐ-UBND")


async def test_a_correction_is_a_new_version_beside_the_old(par: World) -> None:
    boss = await real_period(par)
    await act(boss, par, "agree")
    await act(boss, par, "publish", decision=DECISION)
    first = (await par.house.anonymous.get(f"/published/{par.period_id}")).json()
    await par.tell(par.reopened("SNV"))
    result = await par.result(boss)
    assert (result["status"], result["result_version"]) == ("provisional", 2)
    assert (await par.house.anonymous.get(f"/published/{par.period_id}")).json() == first
    await par.tell(par.appraised("SNV", Y_TE, i1_1="0.5"), par.closed("SNV"))
    await act(boss, par, "agree", note="Họp lại")
    assert problem_of(await act(boss, par, "publish", decision=DECISION)) == (409, "ranking/already-published")
    assert problem_of(await act(boss, par, "corrections", decision=DECISION, reason=" ")) == (422, "ranking/reason-missing")
    again = {"number": "120/QĐ-UBND", "issued_on": "2022-04-01"}
    assert (await act(boss, par, "corrections", decision=again, reason="Chấm nhầm")).status_code == 201
    now = (await par.house.anonymous.get(f"/published/{par.period_id}")).json()
    assert (now["publication"]["result_version"], now["publication"]["reason"]) == (2, "Chấm nhầm")
    assert [line["rank"] for line in now["items"]] == [1, 1, 2]
    old = (await par.house.anonymous.get(f"/published/{par.period_id}", params={"version": 1})).json()
    assert old["items"] == first["items"]
    assert old["publication"]["newest_version"] == 2
    check = (await par.house.anonymous.get(f"/check/{first['publication']['fingerprint']}")).json()
    assert check["superseded"]
    reasons = [c["reason"] for c in (await boss.get(f"/periods/{par.period_id}/history")).json()["items"]]
    assert reasons[-1] == "Chấm nhầm"
    assert reasons[3] == "Trở lại tạm tính: còn chờ kết quả thẩm định của SNV."


async def test_a_change_after_publication_waits_as_a_correction(par: World) -> None:
    boss = await real_period(par)
    await act(boss, par, "agree")
    await act(boss, par, "publish", decision=DECISION)
    await par.tell(par.appraised("SNV", Y_TE, i1_1="0.5"))
    result = await par.result(boss)
    assert (result["status"], result["result_version"]) == ("aggregated", 2)
    await par.tell(par.appraised("SNV", Y_TE, i1_1="2"))
    assert (await par.result(boss))["result_version"] == 2


async def test_publishing_twice_with_one_key_publishes_once(par: World) -> None:
    boss = await real_period(par)
    await act(boss, par, "agree")
    version = (await par.result(boss))["version"]
    headers = {"If-Match": f'"{version}"', "Idempotency-Key": "k1"}
    answers = [await boss.post(f"/periods/{par.period_id}/publish", json={"decision": DECISION}, headers=headers) for _ in range(2)]
    assert [a.status_code for a in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert len(await par.house.rows("SELECT 1 FROM publication")) == 1


@pytest.mark.parametrize("table", ["publication", "published_line", "result_history"])
async def test_what_was_published_cannot_be_changed(par: World, table: str) -> None:
    boss = await real_period(par)
    await act(boss, par, "agree")
    await act(boss, par, "publish", decision=DECISION)
    with pytest.raises(Exception, match="frozen"):
        await par.house.rows(f"DELETE FROM {table} RETURNING 1")


@pytest.mark.parametrize("fingerprint", ["0" * 64, "x", "%00", "%F0%9F%98%80", "a" * 99])
async def test_an_unknown_fingerprint_is_said_to_be_unknown(par: World, fingerprint: str) -> None:
    assert problem_of(await par.house.anonymous.get(f"/check/{fingerprint}")) == (404, "ranking/fingerprint-not-found")


async def test_a_sent_report_can_be_checked_by_everybody(par: World) -> None:
    sent = par.sent(Y_TE)
    await par.tell(par.the_set(), par.the_forms(), par.period(), sent)
    check = (await par.house.anonymous.get(f"/check/{sent.report_fingerprint}")).json()
    assert (check["kind"], check["unit_name"], check["program"], check["year"]) == ("self_assessment", UNITS[Y_TE], "par_index", 2021)
    assert check["rehearsal"]


async def test_a_period_that_was_never_told_cannot_be_published(par: World) -> None:
    boss = await par.house.told(manager())
    answer = await boss.post(f"/periods/{uuid4()}/publish", json={"decision": DECISION}, headers={"If-Match": '"1"'})
    assert problem_of(answer) == (404, "ranking/period-not-found")


async def test_the_fingerprint_of_a_printed_appraisal_record_is_found_and_says_of_whom_it_is(par: World) -> None:
    await par.tell(*par.everything())
    record = RecordPrintedV1(
        version=1,
        fingerprint="5d" * 32,
        period_id=par.period_id,
        sheet_id=uuid4(),
        unit_code=Y_TE,
        appraiser_code="STP",
        printed_at=datetime.now(UTC),
    )
    public = par.house.anonymous
    assert problem_of(await public.get(f"/check/{record.fingerprint}")) == (404, "ranking/fingerprint-not-found")
    await par.tell(record, record)
    check = (await public.get(f"/check/{record.fingerprint}")).json()
    assert (check["kind"], check["title"], check["unit_code"], check["rehearsal"]) == ("appraisal_record", "Phiếu thẩm định", Y_TE, True)
    assert check["unit_name"] is not None
    assert check["ranking_group"] is None
