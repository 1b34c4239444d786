"""Sending ends writing; reopening begins it again."""

from services.appraisal.tests.world import OWN, PLAIN, SILENT, World
from tests.support.house import problem_of

from chamdiem_contracts.appraisal import AppraisalOpenedV1, AppraisalReopenedV1, AppraisalSentV1, AppraisedSheetChangedV1


async def test_a_complete_appraisal_is_sent_with_all_its_sheets(world: World) -> None:
    await world.score_all()
    answer = await world.clients["stc_lead"].post(f"/appraisals/{await world.id_of('STC')}/send")
    assert answer.status_code == 200, answer.text
    assert answer.json()["status"] == "sent"
    told = [e for e in await world.house.outbox() if not isinstance(e, AppraisalOpenedV1)]
    *sheets, sent = told
    assert isinstance(sent, AppraisalSentV1)
    assert (sent.open, sent.round, sent.last_round, sent.status) == (False, 1, 1, "sent")
    assert {s.sheet_id for s in sent.sheets} == set(world.sheets.values())
    by_sheet = {s.sheet_id: s for s in sheets if isinstance(s, AppraisedSheetChangedV1)}
    assert [i.item for i in by_sheet[world.sheets[OWN]].items] == ["1.1", "1.2", "1.3"]
    assert [i.item for i in by_sheet[world.sheets[PLAIN]].items] == ["1.2", "1.3"]
    assert by_sheet[world.sheets[PLAIN]].items[0].not_applicable


async def test_sending_waits_for_every_leaf(world: World) -> None:
    await world.score("snv", {"unit": PLAIN, "item": "1.1", "score": "2"})
    answer = await world.clients["snv_lead"].post(f"/appraisals/{await world.id_of('SNV')}/send")
    assert problem_of(answer) == (409, "appraisal/scores-missing")
    assert "1 điểm" in answer.json()["detail"]
    missing = (await world.clients["snv"].get(f"/appraisals/{await world.id_of('SNV')}/missing")).json()["items"]
    assert [(m["unit_code"], m["item"]) for m in missing] == [(SILENT, "1.1")]


async def test_sending_twice_is_refused_and_tells_nothing_more(world: World) -> None:
    await world.score_all()
    path = f"/appraisals/{await world.id_of('SNV')}/send"
    assert (await world.clients["snv_lead"].post(path)).status_code == 200
    told = len(await world.house.outbox())
    assert problem_of(await world.clients["snv_lead"].post(path)) == (409, "appraisal/already-sent")
    assert len(await world.house.outbox()) == told


async def test_a_sent_appraisal_takes_no_score_until_a_manager_reopens_it(world: World) -> None:
    await world.score_all()
    id_ = await world.id_of("SNV")
    assert (await world.clients["snv_lead"].post(f"/appraisals/{id_}/send")).status_code == 200
    line = {"sheet_id": str(world.sheets[PLAIN]), "item": "1.1", "score": "0.5", "reason": "Xem lại"}
    refused = await world.clients["snv"].patch(f"/appraisals/{id_}/scores", json={"lines": [line]})
    assert problem_of(refused) == (409, "appraisal/already-sent")
    assert problem_of(await world.clients["snv_lead"].post(f"/appraisals/{id_}/reopen", json={"reason": "Sai"})) == (
        403,
        "access/not-permitted",
    )
    assert problem_of(await world.clients["manager"].post(f"/appraisals/{id_}/reopen", json={"reason": "  "})) == (
        422,
        "appraisal/value-missing",
    )
    reopened = await world.clients["manager"].post(f"/appraisals/{id_}/reopen", json={"reason": "Chấm nhầm"})
    assert reopened.json()["status"] == "reopened"
    last = (await world.house.outbox())[-1]
    assert isinstance(last, AppraisalReopenedV1)
    assert (last.reason, last.open) == ("Chấm nhầm", True)
    assert (await world.clients["snv"].patch(f"/appraisals/{id_}/scores", json={"lines": [line]})).json()["saved"] == 1
    assert (await world.clients["snv_lead"].post(f"/appraisals/{id_}/send")).status_code == 200
    acts = (await world.clients["manager"].get(f"/appraisals/{id_}/history")).json()["items"]
    assert [a["act"] for a in acts] == ["opened", "sent", "reopened", "sent"]


async def test_only_a_lead_sends_and_only_the_own_agencys(world: World) -> None:
    await world.score_all()
    id_ = await world.id_of("SNV")
    assert problem_of(await world.clients["snv"].post(f"/appraisals/{id_}/send")) == (403, "access/not-permitted")
    assert problem_of(await world.clients["stc_lead"].post(f"/appraisals/{id_}/send")) == (404, "appraisal/not-found")
    assert problem_of(await world.clients["manager"].post(f"/appraisals/{id_}/send")) == (403, "access/not-permitted")
    assert (await world.appraisal("SNV"))["status"] == "in_progress"
