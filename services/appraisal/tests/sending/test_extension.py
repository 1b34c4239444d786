"""An extension given when a sheet can no longer be sent takes its scores away and reopens its appraisals (rules §4)."""

from datetime import UTC, datetime

from services.appraisal.tests.world import DAY, PLAIN, SILENT, World, codes

from chamdiem_contracts.appraisal import AppraisalReopenedV1, AppraisedSheetChangedV1


async def test_scores_of_the_extended_sheet_go_and_sent_appraisals_open_again(world: World) -> None:
    await world.score_all()
    await world.clients["snv_lead"].post(f"/appraisals/{await world.id_of('SNV')}/send")
    before = len(await world.house.outbox())
    await world.extend(SILENT, datetime.now(UTC) + DAY)
    sheet, reopened = (await world.house.outbox())[before:]
    assert isinstance(sheet, AppraisedSheetChangedV1)
    assert (sheet.sheet_id, sheet.items, sheet.version) == (world.sheets[SILENT], (), 2)
    assert isinstance(reopened, AppraisalReopenedV1)
    assert reopened.appraiser_code == "SNV"
    assert (await world.appraisal("SNV"))["scored"] == 1
    assert (await world.appraisal("STC"))["scored"] == 5
    assert (await world.appraisal("STC"))["status"] == "in_progress"


async def test_the_extended_sheet_waits_until_it_is_sent_and_its_history_keeps_the_old_scores(world: World) -> None:
    await world.score_all()
    await world.extend(SILENT, datetime.now(UTC) + DAY)
    line = {"unit": SILENT, "item": "1.1", "score": "2"}
    assert codes(await world.score("snv", line)) == [(0, "appraisal/sheet-still-open")]
    answer = await world.clients["snv_lead"].post(f"/appraisals/{await world.id_of('SNV')}/send")
    assert answer.json()["type"] == "/problems/appraisal/sheets-still-open"
    await world.house.tell(world.sent(SILENT, sent_at=datetime.now(UTC)))
    assert (await world.score("snv", line))["saved"] == 1
    history = (await world.clients["snv"].get(f"/sheets/{world.sheets[SILENT]}/items/1.1/history")).json()["items"]
    assert [(h["act"], h["score_before"], h["score"]) for h in history] == [
        ("scored", None, "0.5"),
        ("removed_by_extension", "0.5", None),
        ("scored", None, "2"),
    ]


async def test_an_extension_given_in_time_or_to_a_sheet_already_sent_changes_no_score(world: World) -> None:
    await world.score_all()
    await world.extend(SILENT, datetime.now(UTC) - 9 * DAY, given_at=datetime.now(UTC) - 12 * DAY)
    await world.extend(PLAIN, datetime.now(UTC) + DAY)
    assert (await world.appraisal("SNV"))["scored"] == 2
    assert (await world.appraisal("STC"))["scored"] == 7


async def test_scores_given_after_the_late_sheet_arrived_survive_a_period_event_that_comes_later(world: World) -> None:
    await world.score_all()
    late = world.sent(SILENT, sent_at=datetime.now(UTC))
    await world.house.tell(late)
    assert (await world.score("snv", {"unit": SILENT, "item": "1.1", "score": "2"}))["saved"] == 1
    await world.extend(SILENT, datetime.now(UTC) + DAY, given_at=datetime.now(UTC) - DAY / 24)
    items = (await world.clients["manager"].get(f"/sheets/{world.sheets[SILENT]}")).json()["items"]
    scores = {i["item"]: i["score"] for i in items}
    assert (scores["1.1"], scores["1.3"]) == ("2", None)


async def test_a_recalled_sheet_is_unsent_again(world: World) -> None:
    now = datetime.now(UTC)
    await world.change_period(late_until=now + DAY, self_assessment_to=now + DAY / 2)
    await world.house.tell(world.recalled(PLAIN))
    assert codes(await world.score("snv", {"unit": PLAIN, "item": "1.1", "score": "2"})) == [(0, "appraisal/sheet-still-open")]
    assert (await world.clients["manager"].get(f"/sheets/{world.sheets[PLAIN]}")).status_code == 404
    await world.house.tell(world.sent(PLAIN, version=1))
    assert (await world.clients["manager"].get(f"/sheets/{world.sheets[PLAIN]}")).status_code == 404
