"""Two hundred saves over HTTP race one send: what was acknowledged before is in what was sent, what comes after is refused."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from tests.support.state import all_told, settle
from tests.support.story import AFTER_ALL, LOW, UNITS, Story, begin, ok

from chamdiem.embedded.platform import Platform
from chamdiem_contracts.appraisal import AppraisalSentV1, AppraisedSheetChangedV1
from chamdiem_contracts.assessment import SelfAssessmentSentV1
from chamdiem_contracts.base import Event

ONE, TWO, *_ = UNITS
SAVES, BEFORE_THE_SEND = 200, 60


@dataclass
class Raced:
    """A platform with an open period in which the second unit's sheet is sent."""

    platform: Platform
    story: Story

    async def told(self, kind: type[Event]) -> list[Any]:
        """Events of one kind, in order."""
        await settle(self.platform.parts.databases)
        messages = await all_told({service.spec.name: service.database for service in self.platform.services})
        return [kind.model_validate_json(message.data) for message in messages if message.type == kind.type]


@pytest.fixture(scope="module")
async def raced() -> AsyncIterator[Raced]:
    async with Platform(durable=False) as platform:
        first = platform.administrator
        story = await begin(platform.url, platform.parts.issuer, first.username, first.password)
        try:
            await story.people()
            await story.open_period()
            yield Raced(platform, story)
        finally:
            await story.close()


@dataclass
class Savers:
    """Several people save without pause, each one thing, the version seen last in hand, until all saves are done or one is refused."""

    acknowledged: dict[Any, str] = field(default_factory=dict)
    refused: list[tuple[int, str]] = field(default_factory=list)
    done: int = 0
    reached: asyncio.Event = field(default_factory=asyncio.Event)

    async def save(self, what: Any, times: int, put: Callable[[str, str], Awaitable[httpx.Response]], version: int) -> None:
        """Save texts that differ, one after the other."""
        for number in range(times):
            text = f"{what} lần {number}"
            answer = await put(text, f'"{version}"')
            if not answer.is_success:
                self.refused.append((answer.status_code, answer.json()["type"].removeprefix("/problems/")))
                return
            version = answer.json()["version"]
            self.acknowledged[what] = text
            self.done += 1
            if self.done >= BEFORE_THE_SEND:
                self.reached.set()


async def test_what_an_officer_was_told_is_saved_is_in_what_the_head_sends(raced: Raced) -> None:
    story, savers = raced.story, Savers()
    await story.fill(ONE)
    present = ok(await story.officer(ONE).get(story.sheet(ONE)))["items"]
    file = await story.announce(ONE, "Báo cáo đã ký.pdf")
    assert ok(await story.head(ONE).post(f"/assessment/evidence/{file}/uploaded", params={"wait_s": 20}))["status"] == "accepted"

    def saving(item: dict[str, Any]) -> Awaitable[None]:
        answer = {name: item[name] for name in ("option", "numerator", "denominator", "count") if item[name] is not None}

        async def put(text: str, tag: str) -> httpx.Response:
            place = story.sheet(ONE, f"/items/{item['item']}")
            return await story.officer(ONE).put(place, json={**answer, "explanation": text}, headers={"If-Match": tag})

        return savers.save(item["item"], SAVES, put, item["version"])

    async def send() -> None:
        await savers.reached.wait()
        head = story.head(ONE)
        while True:
            seen = ok(await head.post(story.sheet(ONE, "/report")))["fingerprint"]
            approved = await head.post(story.sheet(ONE, "/approve"), json={"fingerprint": seen})
            if approved.is_success:
                break
            assert approved.json()["type"] == "/problems/assessment/report-changed"
        ok(await head.put(story.sheet(ONE, "/signed-report"), json={"evidence_id": file}))
        await story.send(ONE)

    await asyncio.gather(*(saving(item) for item in present if item["item"] in LOW), send())
    assert set(savers.refused) <= {(409, "assessment/already-approved"), (409, "assessment/already-sent")}
    (told,) = [event for event in await raced.told(SelfAssessmentSentV1) if str(event.sheet_id) == story.sheets[ONE]]
    assert {answer.item: answer.explanation for answer in told.answers} == savers.acknowledged
    sheet = ok(await story.officer(ONE).get(story.sheet(ONE)))
    assert {item["item"]: item["explanation"] for item in sheet["items"] if item["item"] in LOW} == savers.acknowledged
    late = await story.officer(ONE).patch(story.sheet(ONE, "/items"), json={"lines": [{"item": "1.3", "count": "1"}]})
    assert (late.status_code, late.json()["type"]) == (409, "/problems/assessment/already-sent")


async def test_of_a_send_and_a_voiding_of_the_approval_one_wins_and_the_other_is_refused(raced: Raced) -> None:
    story = raced.story
    await story.fill(TWO)
    await story.approve(TWO)
    voided, sent = await asyncio.gather(
        story.officer(TWO).post(story.sheet(TWO, "/void-approval"), json={"reason": "Sửa"}), story.head(TWO).post(story.sheet(TWO, "/send"))
    )
    assert sorted((voided.is_success, sent.is_success)) == [False, True]
    status = ok(await story.officer(TWO).get(story.sheet(TWO)))["status"]
    assert status == ("sent" if sent.is_success else "drafting")
    told = [event for event in await raced.told(SelfAssessmentSentV1) if str(event.sheet_id) == story.sheets[TWO]]
    assert len(told) == sent.is_success


async def test_what_an_appraiser_was_told_is_saved_is_in_what_the_lead_sends(raced: Raced) -> None:
    story, savers = raced.story, Savers()
    await story.move_clock(AFTER_ALL)
    await story.score("STP", LOW)
    appraisal = f"/appraisal/appraisals/{story.appraisals['STP']}"
    items = await story.items("STP")

    def saving(item: dict[str, Any]) -> Awaitable[None]:
        async def put(text: str, tag: str) -> httpx.Response:
            place = f"{appraisal}/sheets/{item['sheet_id']}/items/{item['item']}/score"
            body = {"score": LOW[item["item"]], "reason": text}
            return await story.lead("STP").put(place, json=body, headers={"If-Match": tag})

        return savers.save((item["sheet_id"], item["item"]), SAVES // len(items) * 2, put, item["version"])

    async def send() -> None:
        await savers.reached.wait()
        ok(await story.lead("STP").post(f"{appraisal}/send"))

    await asyncio.gather(*(saving(item) for item in items), send())
    assert set(savers.refused) <= {(409, "appraisal/already-sent"), (403, "access/appraisal-locked")}
    newest = {}
    for event in await raced.told(AppraisedSheetChangedV1):
        newest[event.sheet_id, event.version] = event
    (sent,) = await raced.told(AppraisalSentV1)
    told = {(str(part.sheet_id), item.item): item.reason for part in sent.sheets for item in newest[part.sheet_id, part.version].items}
    assert told == savers.acknowledged
    assert {(item["sheet_id"], item["item"]): item["reason"] for item in await stored(raced)} == savers.acknowledged


async def stored(raced: Raced) -> list[dict[str, Any]]:
    """The scores as the database has them."""
    service = next(s for s in raced.platform.services if s.spec.name == "appraisal")
    async with service.transaction() as tx:
        rows = await tx.execute(
            text(
                "SELECT s.sheet_id::text, s.item, s.reason FROM appraised_score s JOIN assigned_item i USING (sheet_id, item)"
                " JOIN appraisal a ON a.id = i.appraisal_id WHERE a.appraiser_code = 'STP'"
            )
        )
        return [dict(row) for row in rows.mappings()]
