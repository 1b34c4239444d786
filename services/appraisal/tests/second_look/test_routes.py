"""A second look inside the agency: the lead asks, the asked member answers, nobody else knows of it, and no score changes by it."""

from typing import Any
from uuid import uuid4

import httpx
from services.appraisal.tests.world import OWN, PLAIN, World, codes
from tests.support.house import an_account, problem_of


async def _path(world: World) -> str:
    return f"/appraisals/{await world.id_of('STC')}/second-looks"


def _line(world: World, *, unit: str = PLAIN, item: str = "1.3", **more: Any) -> dict[str, Any]:
    return {"sheet_id": str(world.sheets[unit]), "item": item, **more}


async def _ask(world: World, who: str = "stc_lead", member: str | None = "stc", **more: Any) -> httpx.Response:
    account = str(world.accounts[member].account_id) if member else None
    line = _line(world, account_id=account, note="Xem lại biên bản", **more)
    return await world.clients[who].patch(await _path(world), json={"lines": [line]})


async def _answer(world: World, who: str = "stc", **more: Any) -> dict[str, Any]:
    answer = await world.clients[who].patch(f"{await _path(world)}/answers", json={"lines": [_line(world, **more)]})
    assert answer.status_code == 200, answer.text
    result: dict[str, Any] = answer.json()
    return result


async def _seen(world: World, who: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await world.clients[who].get(await _path(world))).json()["items"]
    return found


async def test_a_member_proposes_another_score_and_no_score_changes_by_it(world: World) -> None:
    await world.score("stc_lead", {"unit": PLAIN, "item": "1.3", "score": "1.50"})
    assert (await _ask(world)).json() == {"saved": 1, "refused": []}
    assert (await _answer(world, confirmed=False, score="1.25", reason="Biên bản thiếu chữ ký"))["saved"] == 1
    (look,) = await _seen(world, "stc_lead")
    assert (look["state"], look["score"], look["present_score"], look["changed_since"]) == ("proposed", "1.25", "1.50", False)
    await world.score("stc_lead", {"unit": PLAIN, "item": "1.3", "score": "1.25", "reason": "Theo đề xuất"})
    assert (await _seen(world, "stc_lead"))[0]["changed_since"] is True


async def test_a_member_confirms_what_stands_but_not_what_nobody_gave(world: World) -> None:
    await _ask(world)
    assert codes(await _answer(world, confirmed=True)) == [(0, "appraisal/nothing-to-look-at")]
    await world.score("stc_lead", {"unit": PLAIN, "item": "1.3", "score": "1.50"})
    assert (await _answer(world, confirmed=True))["saved"] == 1
    assert codes(await _answer(world, confirmed=True)) == [(0, "appraisal/second-look-answered")]


async def test_a_proposal_needs_a_reason_and_a_score_that_the_leaf_can_have(world: World) -> None:
    await _ask(world)
    assert codes(await _answer(world, confirmed=False, score="1.5")) == [(0, "appraisal/second-look-reason-due")]
    assert codes(await _answer(world, confirmed=False, score="5", reason="x")) == [(0, "appraisal/out-of-range")]
    assert codes(await _answer(world, confirmed=False, reason="x")) == [(0, "appraisal/value-missing")]


async def test_only_the_lead_asks_and_only_members_of_the_agency(world: World) -> None:
    assert problem_of(await _ask(world, "stc"))[0] == 403
    assert problem_of(await _ask(world, "snv_lead")) == (404, "appraisal/not-found")
    assert codes((await _ask(world, member="snv")).json()) == [(0, "appraisal/unknown-member")]
    assert codes((await _ask(world, item="1.1")).json()) == [(0, "appraisal/not-assigned")]
    assert await _seen(world, "stc_lead") == []


async def test_nobody_is_asked_about_the_own_unit(world: World) -> None:
    person = an_account("appraisal", appraiser_code="STC")
    await world.enter("both", person)
    await world.house.tell(an_account("data_entry", unit_code=PLAIN, sub=person.sub, account_id=uuid4()))
    assert codes((await _ask(world, member="both")).json()) == [(0, "appraisal/unknown-member")]
    assert (await _ask(world, member="both", unit=OWN)).json()["saved"] == 1


async def test_another_member_neither_sees_nor_answers_it(world: World) -> None:
    await world.enter("stc_other", an_account("appraisal", appraiser_code="STC"))
    await _ask(world)
    assert len(await _seen(world, "stc")) == 1
    assert await _seen(world, "stc_other") == []
    refused = await _answer(world, "stc_other", confirmed=False, score="1", reason="x")
    assert codes(refused) == [(0, "appraisal/second-look-not-found")]
    assert problem_of(await world.clients["manager"].get(await _path(world)))[0] == 403
    assert problem_of(await world.clients["snv_lead"].get(await _path(world))) == (404, "appraisal/not-found")


async def test_an_open_one_keeps_the_lead_from_sending_until_it_is_answered_or_withdrawn(world: World) -> None:
    await world.score_all()
    await _ask(world)
    send = f"/appraisals/{await world.id_of('STC')}/send"
    assert problem_of(await world.clients["stc_lead"].post(send)) == (409, "appraisal/second-looks-open")
    assert (await _ask(world, member=None)).json()["saved"] == 1
    assert await _seen(world, "stc") == []
    assert (await world.clients["stc_lead"].post(send)).status_code == 200
    assert problem_of(await _ask(world)) == (409, "appraisal/already-sent")


async def test_asking_anew_takes_the_place_of_the_earlier_answer(world: World) -> None:
    await world.enter("stc_other", an_account("appraisal", appraiser_code="STC"))
    await _ask(world)
    await _answer(world, confirmed=False, score="1", reason="Thiếu")
    await _ask(world, member="stc_other")
    (look,) = await _seen(world, "stc_lead")
    assert (look["state"], look["score"], look["account_id"]) == ("open", None, str(world.accounts["stc_other"].account_id))
    assert await _seen(world, "stc") == []


async def test_who_is_concerned_is_told_how_many_wait_for_an_answer(world: World) -> None:
    await world.enter("stc_other", an_account("appraisal", appraiser_code="STC"))
    await _ask(world)

    async def told(who: str) -> tuple[int, int]:
        one = (await world.clients[who].get(f"/appraisals/{await world.id_of('STC')}")).json()
        return one["second_looks"], one["second_looks_mine"]

    assert [await told(who) for who in ("stc_lead", "stc", "stc_other", "manager")] == [(1, 0), (1, 1), (0, 0), (0, 0)]
    await _answer(world, confirmed=False, score="1", reason="Thiếu")
    assert await told("stc") == (0, 0)
