"""An amending decision gives a period another version of its set: what the new leaves cannot give goes, the rest stands (rules §2)."""

from typing import Any
from uuid import UUID, uuid4

from services.appraisal.tests.world import OWN, PLAIN, RATIO, SILENT, YES_NO, World, a_document, a_leaf

from chamdiem_contracts.appraisal import AppraisalReopenedV1, AppraisedSheetChangedV1
from chamdiem_contracts.assessment import CriteriaSetPublishedV1, SetOfPeriod, SheetOfPeriod


def an_amended_document(leaves: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """The world's set with other leaves of SNV and STC before the system's own."""
    document = a_document(**more)
    system = document["fields"][0]["criteria"][0]["sub_criteria"][-1]
    document["fields"][0]["criteria"][0]["sub_criteria"] = [*leaves, system]
    return document


def lower(options: dict[str, Any]) -> dict[str, Any]:
    """Yes or no, where no gives another score."""
    return {**options, "options": [options["options"][0], {**options["options"][1], "score": "0"}]}


async def amend(world: World, document: dict[str, Any], *, set_first: bool = True) -> UUID:
    """The set's new version in the place of the old one."""
    new_id = uuid4()
    published = world.the_set(document).model_copy(update={"criteria_set_id": new_id, "version": 2})
    sheets = tuple(SheetOfPeriod.model_validate({**dict(s), "criteria_set_id": new_id}) for s in world.state["sheets"])
    changes = {"criteria_sets": (SetOfPeriod(criteria_set_id=new_id, code="NV-THU", fingerprint="ce" * 32),), "sheets": sheets}
    period = world.the_period(**changes)
    events: list[CriteriaSetPublishedV1 | Any] = [published, period]
    for event in events if set_first else events[::-1]:
        await world.house.tell(event)
    return new_id


async def sent_by_both(world: World) -> None:
    await world.score_all()
    for agency in ("SNV", "STC"):
        answer = await world.clients[f"{agency.lower()}_lead"].post(f"/appraisals/{await world.id_of(agency)}/send")
        assert answer.status_code == 200, answer.text


SAME = [
    a_leaf("1.1", "SNV", "2", YES_NO),
    a_leaf("1.2", "STC", "3", RATIO, not_applicable_allowed=True),
    a_leaf("1.3", "STC", "4", {**RATIO, "zero_denominator": "zero"}),
]


async def test_only_scores_that_the_new_leaf_cannot_give_go_and_their_appraisal_opens(world: World) -> None:
    await sent_by_both(world)
    await amend(world, an_amended_document([a_leaf("1.1", "SNV", "2", lower(YES_NO)), *SAME[1:]]))
    snv, stc = await world.appraisal("SNV"), await world.appraisal("STC")
    # 2 stays possible; 0.5, which the silent unit had, is not.
    assert (snv["status"], snv["assigned"], snv["scored"]) == ("reopened", 2, 1)
    assert (stc["status"], stc["scored"]) == ("sent", 7)
    history = (await world.clients["manager"].get(f"/sheets/{world.sheets[SILENT]}/items/1.1/history")).json()["items"]
    assert [(h["act"], h["score_before"], h["score"]) for h in history][-1] == ("removed_by_amendment", "0.5", None)
    told = [e for e in await world.house.outbox() if isinstance(e, AppraisedSheetChangedV1) and e.sheet_id == world.sheets[SILENT]]
    assert told[-1].items == ()
    assert isinstance((await world.house.outbox())[-1], AppraisalReopenedV1)
    score = {"unit": SILENT, "item": "1.1", "score": "0", "reason": ""}
    assert (await world.score("snv", score))["saved"] == 1


async def test_what_the_new_version_has_no_longer_is_nobodys_any_more(world: World) -> None:
    await sent_by_both(world)
    leaves = [a_leaf("1.1", "SNV", "2", YES_NO), a_leaf("1.2", "STC", "7", RATIO, not_applicable_allowed=True)]
    await amend(world, an_amended_document(leaves))
    stc = await world.appraisal("STC")
    assert (stc["status"], stc["assigned"], stc["scored"]) == ("sent", 4, 4)
    sheet = (await world.clients["manager"].get(f"/sheets/{world.sheets[PLAIN]}")).json()
    assert [i["item"] for i in sheet["items"]] == ["1.1", "1.2", "1.4", "B1", "T1"]
    told = [e for e in await world.house.outbox() if isinstance(e, AppraisedSheetChangedV1) and e.appraiser_code == "STC"]
    assert {i.item for i in told[-1].items} <= {"1.1", "1.2"}
    kept = await world.house.rows("SELECT act FROM appraised_score_history WHERE item = '1.3' AND act = 'removed_by_amendment'")
    assert len(kept) == 3


async def test_a_new_leaf_opens_the_appraisal_of_its_agency(world: World) -> None:
    await sent_by_both(world)
    leaves = [a_leaf("1.1", "SNV", "2", YES_NO), SAME[1], a_leaf("1.3", "STC", "2", {**RATIO, "zero_denominator": "zero"})]
    await amend(world, an_amended_document([*leaves, a_leaf("1.5", "SNV", "2", YES_NO)]))
    snv, stc = await world.appraisal("SNV"), await world.appraisal("STC")
    assert (snv["status"], snv["assigned"], snv["scored"]) == ("reopened", 4, 2)
    # On Home Affairs' own sheet the new leaf is the replacement's.
    assert (stc["status"], stc["assigned"], stc["scored"]) == ("reopened", 8, 7)


async def test_an_agreed_claim_goes_where_the_new_leaf_allows_none(world: World) -> None:
    await sent_by_both(world)
    await amend(world, an_amended_document([SAME[0], a_leaf("1.2", "STC", "3", {**RATIO, "zero_denominator": "zero"}), SAME[2]]))
    stc = await world.appraisal("STC")
    assert (stc["status"], stc["assigned"], stc["scored"]) == ("reopened", 7, 5)
    missing = (await world.clients["stc"].get(f"/appraisals/{await world.id_of('STC')}/missing")).json()["items"]
    assert sorted((m["unit_code"], m["item"]) for m in missing) == sorted([(PLAIN, "1.2"), (OWN, "1.2")])


async def test_the_same_comes_of_it_whichever_event_is_first_and_a_repeat_changes_nothing(world: World) -> None:
    await sent_by_both(world)
    document = an_amended_document([a_leaf("1.1", "SNV", "2", lower(YES_NO)), *SAME[1:]])
    await amend(world, document, set_first=False)
    assert ((await world.appraisal("SNV"))["status"], (await world.appraisal("SNV"))["scored"]) == ("reopened", 1)
    told = len(await world.house.outbox())
    state = type(world.the_period()).model_validate({**world.state})
    await world.house.tell(state)
    assert len(await world.house.outbox()) == told


async def test_a_version_that_changes_no_leaf_of_an_agency_leaves_what_it_sent(world: World) -> None:
    await sent_by_both(world)
    told = len(await world.house.outbox())
    await amend(world, an_amended_document(SAME, title="Tên khác"))
    assert {(await world.appraisal(agency))["status"] for agency in ("SNV", "STC")} == {"sent"}
    assert len(await world.house.outbox()) == told
