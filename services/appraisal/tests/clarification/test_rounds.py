"""Rounds of appraisal: what is asked, answered, scored again; who sees what meanwhile (scoring rules §4)."""

from datetime import timedelta
from typing import Any

from services.appraisal.tests.clarification.rounds import FILE, Rounds
from services.appraisal.tests.world import OWN, PLAIN, SILENT, World, codes
from sqlalchemy import text
from tests.support.house import problem_of

from chamdiem_appraisal.app import SPEC
from chamdiem_contracts.appraisal import AppraisalSentV1, AppraisedSheetChangedV1, ClarificationRequestedV1
from chamdiem_contracts.ranking import ResultAggregatedV1

MOMENT = timedelta(microseconds=1)


async def _asked_and_sent(world: World, rounds: int = 1, **period: Any) -> Rounds:
    """SNV asked about 1.1 of one unit and sent."""
    played = await Rounds.of(world, rounds, **period)
    await world.score_all()
    assert (await played.ask("snv", (PLAIN, "1.1", "Vì sao?"))) == {"saved": 1, "refused": []}
    await played.send("SNV")
    return played


async def _score(world: World, who: str, line: dict[str, Any]) -> tuple[int, str]:
    body = {"sheet_id": str(world.sheets[line["unit"]]), **{k: v for k, v in line.items() if k != "unit"}}
    answer = await world.clients[who].patch(f"/appraisals/{await world.id_of('SNV')}/scores", json={"lines": [body]})
    if answer.status_code != 200:
        return problem_of(answer)
    refused = answer.json()["refused"]
    return (refused[0]["problem"]["status"], refused[0]["problem"]["type"].removeprefix("/problems/")) if refused else (200, "")


LOWER = {"unit": PLAIN, "item": "1.1", "score": "0.5", "reason": "Không có minh chứng"}


async def test_a_round_that_asked_waits_for_answers_and_the_last_round_ends_the_agencys_work(world: World) -> None:
    played = await _asked_and_sent(world)
    sent = [e for e in await world.house.outbox() if isinstance(e, AppraisalSentV1)][-1]
    assert (sent.round, sent.last_round, sent.status, sent.open) == (1, 2, "sent", True)
    requested = [e for e in await world.house.outbox() if isinstance(e, ClarificationRequestedV1)]
    assert [(e.sheet_id, e.version, [(q.round, q.item, q.question) for q in e.questions]) for e in requested] == [
        (world.sheets[PLAIN], 1, [(1, "1.1", "Vì sao?")])
    ]
    seen = await world.appraisal("SNV")
    assert (seen["status"], seen["round"], seen["last_round"], seen["asked"], seen["answered"]) == ("sent", 1, 2, 1, 0)
    assert await _score(world, "snv", LOWER) == (409, "appraisal/already-sent")
    await played.at(2)
    assert await _score(world, "snv", LOWER) == (409, "appraisal/already-sent")
    await played.at(2, MOMENT)
    seen = await world.appraisal("SNV")
    assert (seen["status"], seen["round"]) == ("pending", 2)
    assert await _score(world, "snv", LOWER) == (200, "")
    assert (await world.appraisal("SNV"))["status"] == "in_progress"
    ended = await played.send("SNV")
    assert (ended["status"], ended["round"]) == ("sent", 2)
    sent = [e for e in await world.house.outbox() if isinstance(e, AppraisalSentV1)][-1]
    assert (sent.round, sent.open) == (2, False)
    told = [e for e in await world.house.outbox() if isinstance(e, AppraisedSheetChangedV1) and e.sheet_id == world.sheets[PLAIN]][-1]
    assert [(i.item, str(i.score)) for i in told.items] == [("1.1", "0.5")]
    assert await _score(world, "snv", LOWER) == (409, "appraisal/already-sent")


async def test_the_next_round_changes_what_was_asked_about_and_nothing_else(world: World) -> None:
    played = await _asked_and_sent(world)
    await played.at(2.5)
    assert await _score(world, "snv", {**LOWER, "unit": SILENT}) == (409, "appraisal/not-in-round")
    assert await _score(world, "snv", {"unit": PLAIN, "item": "B1", "count": "1", "reason": "Một mô hình"}) == (
        409,
        "appraisal/not-in-round",
    )
    knock_out = {"lines": [{"sheet_id": str(world.sheets[PLAIN]), "code": "KO1", "confirmed": True}]}
    answer = await world.clients["snv_lead"].patch(f"/appraisals/{await world.id_of('SNV')}/knock-outs", json=knock_out)
    assert problem_of(answer) == (409, "appraisal/not-in-round")
    assert await _score(world, "snv", LOWER) == (200, "")
    assert await _score(world, "snv", {**LOWER, "score": "2", "reason": ""}) == (200, "")


async def test_the_next_round_begins_when_the_last_answer_arrives(world: World) -> None:
    played = await Rounds.of(world)
    await world.score_all()
    await played.ask("stc_lead", (PLAIN, "1.2", "Vì sao?"), (OWN, "1.3", "Số nào?"))
    await played.send("STC")
    await played.at(1)
    await world.house.tell(played.answers([(1, "1.2")]))
    assert ((await world.appraisal("STC"))["status"], (await world.appraisal("STC"))["answered"]) == ("sent", 1)
    await world.house.tell(played.answers([(1, "1.3")], OWN))
    assert ((await world.appraisal("STC"))["status"], (await world.appraisal("STC"))["round"]) == ("pending", 2)


async def test_an_agency_that_asks_nothing_ends_with_the_round_it_sends(world: World) -> None:
    played = await Rounds.of(world, 2)
    await world.score_all()
    await played.ask("snv", (PLAIN, "1.1", "Vì sao?"))
    assert (await played.ask("snv", (PLAIN, "1.1", " "))) == {"saved": 1, "refused": []}
    assert (await played.send("SNV"))["round"] == 3
    sent = [e for e in await world.house.outbox() if isinstance(e, AppraisalSentV1)][-1]
    assert (sent.round, sent.open) == (3, False)
    acts = await world.house.rows("SELECT act, question FROM clarification_question_history ORDER BY id")
    assert [(a["act"], a["question"]) for a in acts] == [("asked", "Vì sao?"), ("withdrawn", "Vì sao?")]


async def test_two_rounds_ask_twice_and_the_last_may_not(world: World) -> None:
    played = await _asked_and_sent(world, 2)
    await played.at(2.5)
    assert (await played.ask("snv", (SILENT, "1.1", "Còn gì?")))["refused"] == []
    await played.send("SNV")
    requested = [e for e in await world.house.outbox() if isinstance(e, ClarificationRequestedV1)]
    assert [(e.sheet_id, e.version) for e in requested] == [(world.sheets[PLAIN], 1), (world.sheets[SILENT], 1)]
    await played.at(4.5)
    assert (await world.appraisal("SNV"))["round"] == 3
    assert await _score(world, "snv", LOWER) == (409, "appraisal/not-in-round")
    assert await _score(world, "snv", {**LOWER, "unit": SILENT}) == (200, "")
    answer = await world.clients["snv"].patch(f"/appraisals/{await world.id_of('SNV')}/questions", json={"lines": []})
    assert problem_of(answer) == (409, "appraisal/no-clarification")
    assert (await played.send("SNV"))["status"] == "sent"


async def test_only_the_own_leaves_of_sheets_that_are_in_are_asked_about(world: World) -> None:
    played = await Rounds.of(world)
    refused = await played.ask(
        "snv",
        (PLAIN, "1.1", "Vì sao?"),
        (PLAIN, "1.1", "Lại hỏi"),
        (PLAIN, "1.3", "Của người khác"),
        (PLAIN, "1.4", "Của hệ thống"),
        (PLAIN, "B1", "Mục thưởng"),
        (PLAIN, "9", "Không có"),
        (SILENT, "1.1", "x" * 10_001),
    )
    assert refused["saved"] == 1
    assert codes(refused) == [
        (1, "appraisal/duplicate"),
        (2, "appraisal/not-assigned"),
        (3, "appraisal/system-item"),
        (4, "appraisal/not-a-leaf"),
        (5, "appraisal/unknown-item"),
        (6, "appraisal/text-too-long"),
    ]


async def test_nothing_is_asked_that_nobody_could_answer(world: World) -> None:
    path, lines = f"/appraisals/{await world.id_of('SNV')}/questions", {"lines": []}
    snv = world.clients["snv"]
    assert problem_of(await snv.patch(path, json=lines)) == (409, "appraisal/no-clarification")
    played = await Rounds.of(world, clarifications=())
    assert problem_of(await snv.patch(path, json=lines)) == (409, "appraisal/no-clarification")
    played = await Rounds.of(world)
    await world.score_all()
    await played.ask("snv", (PLAIN, "1.1", "Vì sao?"))
    await played.at(2, MOMENT)
    assert problem_of(await snv.patch(path, json=lines)) == (409, "appraisal/clarification-over")
    send = f"/appraisals/{await world.id_of('SNV')}/send"
    assert problem_of(await world.clients["snv_lead"].post(send)) == (409, "appraisal/clarification-over")


async def test_a_reopened_round_keeps_what_units_know_and_asks_more(world: World) -> None:
    played = await _asked_and_sent(world)
    reopen = f"/appraisals/{await world.id_of('SNV')}/reopen"
    assert (await world.clients["manager"].post(reopen, json={"reason": "Hỏi thiếu"})).status_code == 200
    assert await _score(world, "snv", {**LOWER, "unit": SILENT}) == (200, "")
    asked = await played.ask("snv", (PLAIN, "1.1", "Hỏi khác"), (SILENT, "1.1", "Hỏi thêm"))
    assert codes(asked) == [(0, "appraisal/question-sent")]
    assert ((await played.send("SNV"))["asked"], (await world.appraisal("SNV"))["round"]) == (2, 1)


async def test_reopening_the_last_round_opens_every_leaf(world: World) -> None:
    played = await _asked_and_sent(world)
    await played.at(2.5)
    await played.send("SNV")
    reopen = f"/appraisals/{await world.id_of('SNV')}/reopen"
    assert (await world.clients["manager"].post(reopen, json={"reason": "Chấm nhầm"})).status_code == 200
    assert await _score(world, "snv", {**LOWER, "unit": SILENT}) == (200, "")
    assert ((await played.send("SNV"))["status"], (await world.appraisal("SNV"))["round"]) == ("sent", 2)


async def test_a_unit_sees_sent_rounds_from_their_window_and_never_what_is_being_written(world: World) -> None:
    played = await _asked_and_sent(world)
    await played.ask("stc_lead", (PLAIN, "1.2", "Của STC"))
    officer, path = world.clients["officer"], f"/sheets/{world.sheets[PLAIN]}"
    assert problem_of(await officer.get(path)) == (404, "appraisal/sheet-not-found")
    await played.at(1)
    seen = (await officer.get(path)).json()
    assert [(i["item"], i["score"], [c["question"] for c in i["clarifications"]]) for i in seen["items"]] == [("1.1", "2", ["Vì sao?"])]
    assert problem_of(await officer.get(f"{path}/items/1.1/history")) == (404, "appraisal/item-not-found")
    assert problem_of(await officer.get(f"{path}/record.pdf")) == (404, "appraisal/sheet-not-found")
    assert (await officer.get(f"/sheets/{world.sheets[OWN]}")).status_code == 404
    await played.at(2.5)
    assert await _score(world, "snv", LOWER) == (200, "")
    await played.send("SNV")
    assert [i["score"] for i in (await officer.get(path)).json()["items"]] == ["2"]
    await world.house.tell(ResultAggregatedV1(version=1, period_id=world.period_id, result_version=1, status="aggregated"))
    assert next(i["score"] for i in (await officer.get(path)).json()["items"]) == "0.5"


async def test_a_unit_sees_nothing_in_the_window_where_the_period_shows_scores_later(world: World) -> None:
    played = await _asked_and_sent(world, unit_sees_scores="aggregated")
    await played.at(1.5)
    assert problem_of(await world.clients["officer"].get(f"/sheets/{world.sheets[PLAIN]}")) == (404, "appraisal/sheet-not-found")


async def test_an_answer_with_its_file_is_seen_by_who_asked_and_nobody_else(world: World) -> None:
    played = await _asked_and_sent(world)
    await played.at(1.5)
    await world.house.tell(played.answers([(1, "1.1")]))
    path = f"/appraisals/{await world.id_of('SNV')}/questions"
    (question,) = (await world.clients["snv"].get(path)).json()["items"]
    assert (question["unit_code"], question["item"], question["answer"]) == (PLAIN, "1.1", "Xin giải trình")
    assert [e["name"] for e in question["evidence"]] == ["Bổ sung.pdf"]
    assert problem_of(await world.clients["stc"].get(path)) == (404, "appraisal/not-found")
    link = f"/sheets/{world.sheets[PLAIN]}/evidence/{FILE.sha256}/link"
    assert (await world.clients["snv"].get(link)).json()["name"] == "Bổ sung.pdf"
    assert problem_of(await world.clients["stc"].get(link)) == (404, "appraisal/evidence-not-found")


async def test_an_extension_in_a_later_round_lets_what_it_removed_be_scored(world: World) -> None:
    played = await _asked_and_sent(world)
    await played.at(2.5)
    await world.extend(SILENT, played.begin + timedelta(days=3))
    await played.at(3, MOMENT)
    missing = (await world.clients["snv"].get(f"/appraisals/{await world.id_of('SNV')}/missing")).json()["items"]
    assert [(m["unit_code"], m["item"]) for m in missing] == [(SILENT, "1.1")]
    assert await _score(world, "snv", {**LOWER, "unit": SILENT}) == (200, "")
    assert (await played.send("SNV"))["round"] == 2


async def test_a_rebuild_finds_the_round_and_the_answers_as_they_were(world: World) -> None:
    played = await _asked_and_sent(world, 2)
    opened = world.the_period()
    await played.at(1.5)
    answers = played.answers([(1, "1.1")])
    await world.house.tell(answers)
    assert await _score(world, "snv", LOWER) == (200, "")
    questions = f"/appraisals/{await world.id_of('SNV')}/questions"

    async def state() -> list[Any]:
        return [await world.appraisal("SNV"), await world.appraisal("STC"), (await world.clients["snv"].get(questions)).json()]

    before, told = await state(), len(await world.house.outbox())
    async with world.house.service.transaction() as tx:
        for table in (*SPEC.known_tables, "inbox"):
            await tx.execute(text(f"DELETE FROM {table}"))
    last = type(opened).model_validate(world.state)
    await world.house.tell(answers, world.sent(PLAIN), last, opened, world.the_set(), world.sent(OWN))
    assert (await state(), len(await world.house.outbox())) == (before, told)
