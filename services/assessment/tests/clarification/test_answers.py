"""A unit answers what a round of appraisal asked: on these leaves only, in the window, and its head sends (scoring rules §4)."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import pytest
from services.assessment.tests.sheets import OTHER, PDF, UNIT, Desk
from services.assessment.tests.world import ok
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from tests.support.house import problem_of

from chamdiem_contracts.appraisal import ClarificationQuestion, ClarificationRequestedV1
from chamdiem_contracts.assessment import ClarificationSentV1

OPENS, CLOSES, AFTER = "2022-01-20T00:00:00+07:00", "2022-01-25T17:00:00+07:00", "2022-01-25T17:00:00.000001+07:00"
SECOND = ("2022-02-01T00:00:00+07:00", "2022-02-05T17:00:00+07:00")
STP = uuid4()


def a_request(desk: Desk, version: int, *questions: tuple[int, str], appraisal_id: UUID = STP) -> ClarificationRequestedV1:
    """What an agency has asked about the desk's sheet so far, by round and item."""
    return ClarificationRequestedV1(
        version=version,
        appraisal_id=appraisal_id,
        period_id=UUID(desk.period_id),
        sheet_id=UUID(desk.sheet_id),
        appraiser_code="STC",
        questions=tuple(
            ClarificationQuestion.model_validate({"round": r, "item": i, "question": f"Hỏi {i}", "asked_at": "2022-01-18T03:00:00Z"})
            for r, i in questions
        ),
    )


async def in_the_window(desk: Desk, *questions: tuple[int, str], send: bool = True) -> None:
    """A sent sheet of a period with two rounds, the clock at the first window's beginning, and questions."""
    phases = ok(await desk.world.manager.get(f"/periods/{desk.period_id}"))
    assert phases["clarifications"]
    if send:
        await desk.ready()
        await desk.send()
    await desk.at(OPENS)
    await desk.world.house.tell(a_request(desk, 1, *questions))


@pytest.fixture
async def rounds(desk: Desk) -> Desk:
    """The desk in a period with two windows of clarification, in the place of the usual one's."""
    phases = {
        "self_assessment": {
            "from": "2021-12-01T00:00:00+07:00",
            "to": "2021-12-31T17:00:00+07:00",
            "late_until": "2022-01-15T17:00:00+07:00",
        },
        "appraisal": {"from": "2022-01-16T00:00:00+07:00", "to": "2022-02-28T17:00:00+07:00"},
        "clarification": [{"from": OPENS, "to": CLOSES}, {"from": SECOND[0], "to": SECOND[1]}],
    }
    return await Desk.begin(desk.world, phases=phases, clarification_rounds=2, year=2022)


async def answer(desk: Desk, item: str, round_: int = 1, expected: int = 0, client: Any = None, **body: Any) -> Any:
    """The answer to a request to save an answer."""
    tag = {"If-Match": f'"{expected}"'}
    path = desk.path(f"/clarifications/{round_}/{item}")
    return await (client or desk.officer).put(path, json=body or {"text": "Xin giải trình"}, headers=tag)


async def send(desk: Desk) -> Any:
    """The answer to the head's sending."""
    return await desk.head.post(desk.path("/clarifications/send"))


async def status(desk: Desk) -> str:
    """The sheet's status as its unit sees it."""
    return str((await desk.sheet())["status"])


async def test_asked_leaves_are_answered_with_text_and_files_and_the_head_sends_them(rounds: Desk) -> None:
    await in_the_window(rounds, (1, "1.1"), (1, "2.1"))
    assert await status(rounds) == "clarification_open"
    seen = ok(await rounds.officer.get(rounds.path("/clarifications")))
    assert [(i["item"], i["question"], i["open"], i["answer"]) for i in seen["items"]] == [
        ("1.1", "Hỏi 1.1", True, None),
        ("2.1", "Hỏi 2.1", True, None),
    ]
    assert [w["open"] for w in seen["windows"]] == [True, False]
    file = await rounds.upload("Bổ sung.pdf", PDF)
    assert file["status"] == "accepted"
    saved = ok(await answer(rounds, "1.1", text="Kế hoạch đã ban hành", evidence=[file["id"]]))
    assert (saved["answer"]["text"], saved["answer"]["version"]) == ("Kế hoạch đã ban hành", 1)
    missing = await send(rounds)
    assert problem_of(missing) == (409, "assessment/answers-missing")
    assert [e["pointer"] for e in missing.json()["errors"]] == ["/1/2.1"]
    ok(await answer(rounds, "2.1", evidence=[file["id"]], client=rounds.head))
    assert ok(await send(rounds))["answers"] == 2
    assert await status(rounds) == "clarification_sent"
    told = (await rounds.world.house.outbox())[-1]
    assert isinstance(told, ClarificationSentV1)
    assert (told.version, told.unit_code, [(a.round, a.item, a.text) for a in told.answers]) == (
        1,
        UNIT,
        [(1, "1.1", "Kế hoạch đã ban hành"), (1, "2.1", "")],
    )
    assert told.answers[0].evidence[0].name == "Bổ sung.pdf"
    assert problem_of(await answer(rounds, "1.1", expected=1)) == (409, "assessment/answer-sent")
    assert problem_of(await send(rounds)) == (409, "assessment/nothing-to-send")
    await rounds.at(AFTER)
    assert await status(rounds) == "in_appraisal"


async def test_what_was_not_asked_cannot_be_answered_and_the_sheet_itself_stays_as_it_was_sent(rounds: Desk) -> None:
    await in_the_window(rounds, (1, "1.1"), (2, "2.1"))
    assert problem_of(await answer(rounds, "1.2.1")) == (404, "assessment/question-not-found")
    # Asked by a round whose window has not begun: the unit does not know yet.
    assert problem_of(await answer(rounds, "2.1", 2)) == (404, "assessment/question-not-found")
    assert [i["item"] for i in ok(await rounds.officer.get(rounds.path("/clarifications")))["items"]] == ["1.1"]
    assert [i["item"] for i in ok(await rounds.world.manager.get(rounds.path("/clarifications")))["items"]] == ["1.1", "2.1"]
    refused = await rounds.officer.patch(rounds.path("/items"), json={"lines": [{"item": "1.1", "option": "khong"}]})
    assert problem_of(refused) == (409, "assessment/already-sent")
    assert problem_of(await answer(rounds, "1.1", text=" ")) == (422, "assessment/value-missing")
    assert problem_of(await answer(rounds, "1.1", text="x" * 10_001)) == (422, "assessment/text-too-long")
    assert problem_of(await answer(rounds, "1.1", evidence=[str(uuid4())])) == (422, "assessment/evidence-missing")


async def test_the_window_takes_its_both_ends_and_nothing_beyond(rounds: Desk) -> None:
    await rounds.ready()
    await rounds.send()
    await rounds.at("2022-01-19T23:59:59.999999+07:00")
    await rounds.world.house.tell(a_request(rounds, 1, (1, "1.1")))
    assert await status(rounds) == "in_appraisal"
    assert ok(await rounds.officer.get(rounds.path("/clarifications")))["items"] == []
    assert problem_of(await answer(rounds, "1.1")) == (404, "assessment/question-not-found")
    assert problem_of(await send(rounds)) == (409, "assessment/clarification-not-open")
    body = {"period_id": rounds.period_id, "name": "Bổ sung.pdf", "size_bytes": 10}
    assert problem_of(await rounds.officer.post("/evidence", json=body)) == (409, "assessment/too-late")
    await rounds.at(OPENS)
    ok(await answer(rounds, "1.1"))
    await rounds.at(CLOSES)
    ok(await answer(rounds, "1.1", expected=1, text="Sửa lại"))
    await rounds.at(AFTER)
    assert problem_of(await answer(rounds, "1.1", expected=2)) == (409, "assessment/clarification-over")
    assert problem_of(await send(rounds)) == (409, "assessment/clarification-not-open")
    assert problem_of(await rounds.officer.post("/evidence", json=body)) == (409, "assessment/too-late")
    await rounds.at("2022-02-06T00:00:00+07:00")
    assert problem_of(await send(rounds)) == (409, "assessment/clarification-over")


async def test_a_later_question_opens_the_clarification_again_and_what_was_sent_stays(rounds: Desk) -> None:
    await in_the_window(rounds, (1, "1.1"))
    ok(await answer(rounds, "1.1"))
    ok(await send(rounds))
    await rounds.world.house.tell(a_request(rounds, 1, (1, "2.1"), appraisal_id=uuid4()))
    assert await status(rounds) == "clarification_open"
    ok(await answer(rounds, "2.1"))
    assert ok(await send(rounds))["answers"] == 1
    told = (await rounds.world.house.outbox())[-1]
    assert isinstance(told, ClarificationSentV1)
    assert (told.version, [a.item for a in told.answers]) == (2, ["1.1", "2.1"])
    await rounds.at(SECOND[0])
    await rounds.world.house.tell(a_request(rounds, 2, (1, "1.1"), (2, "1.1")))
    assert await status(rounds) == "clarification_open"
    ok(await answer(rounds, "1.1", 2, text="Lần hai"))
    ok(await send(rounds))
    told = (await rounds.world.house.outbox())[-1]
    assert isinstance(told, ClarificationSentV1)
    assert [(a.round, a.item) for a in told.answers] == [(1, "1.1"), (1, "2.1"), (2, "1.1")]


async def test_a_unit_that_sent_nothing_is_asked_and_answers_too(rounds: Desk) -> None:
    await in_the_window(rounds, (1, "1.1"), send=False)
    assert await status(rounds) == "clarification_open"
    ok(await answer(rounds, "1.1"))
    ok(await send(rounds))
    assert await status(rounds) == "clarification_sent"
    await rounds.at(AFTER)
    assert await status(rounds) == "not_sent"


async def test_another_units_questions_do_not_exist_and_an_officer_does_not_send(rounds: Desk) -> None:
    await in_the_window(rounds, (1, "1.1"))
    stranger = await rounds.world.client("data_entry", "unit_approver", unit_code=OTHER)
    assert problem_of(await stranger.get(rounds.path("/clarifications"))) == (404, "assessment/sheet-not-found")
    assert problem_of(await answer(rounds, "1.1", client=stranger)) == (404, "assessment/sheet-not-found")
    assert problem_of(await stranger.post(rounds.path("/clarifications/send"))) == (404, "assessment/sheet-not-found")
    assert problem_of(await rounds.officer.post(rounds.path("/clarifications/send"))) == (403, "access/not-permitted")
    ok(await answer(rounds, "1.1"))
    (draft,) = ok(await rounds.world.manager.get(rounds.path("/clarifications")))["items"]
    assert draft["answer"] is None
    ok(await send(rounds))
    (sent,) = ok(await rounds.world.manager.get(rounds.path("/clarifications")))["items"]
    assert sent["answer"]["text"] == "Xin giải trình"


async def test_of_two_who_save_at_once_one_is_told_what_stands(rounds: Desk) -> None:
    await in_the_window(rounds, (1, "1.1"))
    assert problem_of(await answer(rounds, "1.1", expected=3)) == (412, "request/stale")
    both = await asyncio.gather(answer(rounds, "1.1"), answer(rounds, "1.1", client=rounds.head))
    assert sorted(a.status_code for a in both) == [200, 412]
    ok(await answer(rounds, "1.1", expected=1, text="Bản hai"))
    kept = await rounds.world.house.rows("SELECT text, version FROM clarification_answer_history")
    assert [(k["text"], k["version"]) for k in kept] == [("Xin giải trình", 1)]


async def test_an_answer_that_was_sent_cannot_be_changed_in_the_database_either(rounds: Desk) -> None:
    await in_the_window(rounds, (1, "1.1"))
    ok(await answer(rounds, "1.1"))
    ok(await send(rounds))
    with pytest.raises(DBAPIError, match="never changes"):
        async with rounds.world.house.service.transaction() as tx:
            await tx.execute(text("UPDATE clarification_answer SET text = 'x'"))


async def test_saves_racing_a_send_leave_what_was_told_equal_to_what_stands(rounds: Desk) -> None:
    await in_the_window(rounds, (1, "1.1"))
    ok(await answer(rounds, "1.1"))
    saves = (answer(rounds, "1.1", expected=n, text=f"Bản {n}") for n in range(1, 12))
    answers = await asyncio.gather(send(rounds), *saves, send(rounds))
    assert sorted((answers[0].status_code, answers[-1].status_code)) == [200, 409]
    told = [e for e in await rounds.world.house.outbox() if isinstance(e, ClarificationSentV1)]
    (seen,) = ok(await rounds.officer.get(rounds.path("/clarifications")))["items"]
    assert [a.text for e in told for a in e.answers] == [seen["answer"]["text"]]


async def test_a_period_that_is_closed_takes_no_answer(rounds: Desk) -> None:
    await in_the_window(rounds, (1, "1.1"))
    ok(await rounds.world.manager.post(f"/periods/{rounds.period_id}/close"))
    assert problem_of(await answer(rounds, "1.1")) == (409, "assessment/clarification-over")


async def test_who_saved_upon_anothers_answer_is_shown_all_of_that_answer(rounds: Desk) -> None:
    await in_the_window(rounds, (1, "1.1"))
    ok(await answer(rounds, "1.1", text="Của người thứ nhất"))
    stale = await answer(rounds, "1.1", text="Của người thứ hai", client=rounds.head)
    assert problem_of(stale) == (412, "request/stale")
    assert (stale.json()["present"]["text"], stale.json()["present"]["version"]) == ("Của người thứ nhất", 1)


async def test_a_page_is_told_who_may_answer_and_who_may_send_and_only_while_that_is_open(rounds: Desk) -> None:
    await in_the_window(rounds, (1, "1.1"))

    async def acts(client: Any) -> Any:
        return ok(await client.get(rounds.path("/clarifications")))["allowed_actions"]

    assert (await acts(rounds.officer), await acts(rounds.head), await acts(rounds.world.manager)) == (["answer"], ["answer", "send"], [])
    ok(await answer(rounds, "1.1"))
    ok(await send(rounds))
    assert await acts(rounds.head) == []
    await rounds.world.house.tell(a_request(rounds, 2, (1, "1.1"), (1, "2.1")))
    assert await acts(rounds.head) == ["answer", "send"]
    await rounds.at(AFTER)
    assert await acts(rounds.head) == []
