"""A round of clarification through all services: asked by an agency, answered by a unit, scored again, ranked by the last round."""

from tests.e2e.live import problem
from tests.support.eventually import eventually
from tests.support.state import dead_letters, settle, state_of
from tests.support.story import AFTER_ALL, HIGH, LOW, UNITS, Story, begin, ok

from chamdiem.embedded.platform import Platform
from chamdiem_kit.rebuild import rebuild, told_by

ONE = UNITS[0]
WINDOW, AFTER_WINDOW = "2022-01-22T00:00:00+07:00", "2022-01-25T17:00:00.000001+07:00"
PHASES = {
    "self_assessment": {
        "from": "2021-12-01T00:00:00+07:00",
        "to": "2021-12-31T17:00:00+07:00",
        "late_until": "2022-01-15T17:00:00+07:00",
    },
    "appraisal": {"from": "2022-01-16T00:00:00+07:00", "to": "2022-02-28T17:00:00+07:00"},
    "clarification": [{"from": WINDOW, "to": "2022-01-25T17:00:00+07:00"}],
}


async def test_a_unit_explains_and_the_last_round_is_ranked() -> None:
    async with Platform(durable=False) as platform:
        first = platform.administrator
        story = await begin(platform.url, platform.parts.issuer, first.username, first.password)
        try:
            await _play(story)
            await _rebuilt_alike(platform)
        finally:
            await story.close()


async def _play(story: Story) -> None:
    await story.people()
    await story.open_period(phases=PHASES, clarification_rounds=1, unit_sees_scores="clarification")
    for act in (story.fill, story.approve, story.send):
        await act(ONE)
    await story.move_clock(AFTER_ALL)
    await _ask(story)
    await _answer(story)
    await _score_again(story)
    await story.until_result("aggregated")
    lines = ok(await story.manager.get(f"/ranking/periods/{story.period}/scores"))["items"]
    one = next(sheet for sheet in lines if sheet["unit_code"] == ONE)
    assert {i["item"]: i["appraised_score"] for i in one["items"] if i["item"] in {"1.1", "1.3"}} == {"1.1": "2.00", "1.3": "1.00"}
    await eventually(lambda: _has_lock(story, "STP", locked=True), within_s=30)
    assert ok(await story.officer(ONE).get(story.sheet(ONE)))["status"] == "appraised"


async def _ask(story: Story) -> None:
    await story.score("STP", LOW)
    await story.score("VP", HIGH)
    question = {"lines": [{"sheet_id": story.sheets[ONE], "item": "1.1", "question": "Kế hoạch ban hành ngày nào?"}]}
    assert ok(await story.lead("STP").patch(f"/appraisal/appraisals/{story.appraisals['STP']}/questions", json=question))["saved"] == 1
    for agency in ("STP", "VP"):
        await story.send_appraisal(agency)
    await story.hold_survey()
    # VP asked nothing, so it is done; STP reads on between its rounds.
    await eventually(lambda: _has_lock(story, "VP", locked=True), within_s=30)
    assert await _has_lock(story, "STP", locked=False)

    async def waits_for_the_last_round() -> bool:
        result = ok(await story.manager.get(f"/ranking/periods/{story.period}"))
        return bool((result["status"], [w["name"] for w in result["waiting_for"]]) == ("provisional", ["STP"]))

    await eventually(waits_for_the_last_round, within_s=30)


async def _answer(story: Story) -> None:
    await story.move_clock(WINDOW)
    head, place = story.head(ONE), story.sheet(ONE, "/clarifications")

    async def asked() -> bool:
        return bool(ok(await head.get(place))["unanswered"])

    await eventually(asked, within_s=30)
    assert ok(await head.get(story.sheet(ONE)))["status"] == "clarification_open"
    seen = ok(await head.get(f"/appraisal/sheets/{story.sheets[ONE]}"))["items"]
    assert {i["item"]: i["score"] for i in seen} == {"1.1": "0", "1.2": "2.5", "1.3": "1"}
    file = await story.announce(ONE, "Kế hoạch.pdf")
    assert ok(await head.post(f"/assessment/evidence/{file}/uploaded", params={"wait_s": 20}))["status"] == "accepted"
    body = {"text": "Ban hành ngày 05/01/2021", "evidence": [file]}
    ok(await story.officer(ONE).put(f"{place}/1/1.1", json=body, headers={"If-Match": '"0"'}))
    ok(await head.post(f"{place}/send"))
    assert ok(await head.get(story.sheet(ONE)))["status"] == "clarification_sent"


async def _score_again(story: Story) -> None:
    lead, place = story.lead("STP"), f"/appraisal/appraisals/{story.appraisals['STP']}"

    async def in_the_second_round() -> bool:
        return bool(ok(await lead.get(place))["round"] == 2)

    await eventually(in_the_second_round, within_s=30)
    (question,) = ok(await lead.get(f"{place}/questions"))["items"]
    digest = question["evidence"][0]["sha256"]
    assert ok(await lead.get(f"/appraisal/sheets/{story.sheets[ONE]}/evidence/{digest}/link"))["name"] == "Kế hoạch.pdf"
    line = {"sheet_id": story.sheets[ONE], "score": "2", "reason": "Đã có kế hoạch"}
    told = ok(await lead.patch(f"{place}/scores", json={"lines": [{**line, "item": "1.1"}, {**line, "item": "1.3", "score": "3"}]}))
    assert [r["problem"]["type"] for r in told["refused"]] == ["/problems/appraisal/not-in-round"]
    await story.move_clock(AFTER_WINDOW)
    late = await story.officer(ONE).put(story.sheet(ONE, "/clarifications/1/1.1"), json={"text": "Muộn"}, headers={"If-Match": '"1"'})
    assert problem(late) == (409, "assessment/clarification-over")
    await story.send_appraisal("STP")


async def _has_lock(story: Story, agency: str, *, locked: bool) -> bool:
    account = ok(await story.administrator.get(f"/identity/accounts/{story.accounts[f'dau-moi-{agency}']}"))
    return (account["appraisal_lock"] is not None) is locked


async def _rebuilt_alike(platform: Platform) -> None:
    """Every service emptied of what it knows of the others and told all again is what it was."""
    databases = platform.parts.databases
    services = {service.spec.name: service for service in platform.services}
    await settle(databases)
    before = {name: await state_of(url) for name, url in databases.items()}
    for service in services.values():
        await rebuild(service, *(told_by(source, other.database) for source, other in services.items()))
    await settle(databases)
    assert {name: await state_of(url) for name, url in databases.items()} == before
    assert await dead_letters(databases) == []
