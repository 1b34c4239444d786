"""The whole platform on the real servers, several processes of each: what stops, what goes on, and that everything arrives."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from services.assessment.tests.sheets import PDF
from tests.support.eventually import eventually
from tests.support.production import begin_story, open_production
from tests.support.state import connected
from tests.support.story import AFTER_ALL, HIGH, Story, ok

from chamdiem.production.stack import Production
from chamdiem.service_names import ProcessName

COMMAND = Path(sys.executable).with_name("chamdiem")
STOPPED = (ProcessName.IDENTITY, ProcessName.ASSESSMENT, ProcessName.RANKING, ProcessName.EVIDENCE_WORKER)
SENDING = ("don-vi-mot", "don-vi-hai")


@pytest.fixture(scope="module")
async def production() -> AsyncIterator[Production]:
    two = (ProcessName.ASSESSMENT, ProcessName.EVIDENCE_WORKER)
    async with open_production({process: 2 if process in two else 1 for process in ProcessName}) as running:
        yield running


@pytest.fixture(scope="module")
async def story(production: Production) -> AsyncIterator[Story]:
    """People, an open rehearsal, and two sheets sent, with a file on one item."""
    told = await begin_story(production)
    await told.people()
    await told.open_period()
    for unit in SENDING:
        await told.fill(unit)
        await with_a_file(told, unit)
        await told.approve(unit)
        await told.send(unit)
    yield told
    await told.close()


async def with_a_file(story: Story, unit: str) -> None:
    """A file of the unit on its first item, judged by whichever worker takes it."""
    head = story.head(unit)
    file = await story.announce(unit, f"Minh chứng {unit}.pdf")
    assert ok(await head.post(f"/assessment/evidence/{file}/uploaded", params={"wait_s": 30}))["status"] == "accepted"
    line = {"item": "1.1", "option": "co", "explanation": "Kế hoạch số 12/KH", "evidence": [file]}
    assert ok(await story.officer(unit).patch(story.sheet(unit, "/items"), json={"lines": [line]}))["refused"] == []


async def examined(production: Production) -> tuple[int, list[dict[str, str]]]:
    """Exit status and findings of the doctor."""
    settings = str(production.servers.folder.path / "settings")
    process = await asyncio.create_subprocess_exec(
        COMMAND, *("doctor", "--settings", settings, "--json", "--free-mb", "50"), stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, json.loads(output)


async def test_the_doctor_finds_nothing_to_mend(production: Production, story: Story) -> None:
    status, findings = await examined(production)
    assert status == 0, [finding for finding in findings if finding["state"] == "fault"]


async def test_many_files_at_once_are_each_judged_once_by_many_workers(production: Production, story: Story) -> None:
    (unit,) = story.units[2:3]
    head = story.head(unit)
    announced = await asyncio.gather(*(story.announce(unit, f"Tệp {number}.pdf") for number in range(24)))
    judged = await asyncio.gather(*(head.post(f"/assessment/evidence/{file}/uploaded", params={"wait_s": 30}) for file in announced))
    assert {ok(answer)["status"] for answer in judged} == {"accepted"}


async def test_a_killed_worker_keeps_no_file_from_the_others(production: Production, story: Story) -> None:
    (unit,) = story.units[2:3]
    first, _ = production.house.of(ProcessName.EVIDENCE_WORKER)
    announced = await asyncio.gather(*(story.announce(unit, f"Tệp khác {number}.pdf") for number in range(8)))
    told = [
        asyncio.create_task(story.head(unit).post(f"/assessment/evidence/{file}/uploaded", params={"wait_s": 30})) for file in announced
    ]
    await first.kill()
    assert {ok(answer)["status"] for answer in await asyncio.gather(*told)} == {"accepted"}
    await first.start()


async def test_a_replica_comes_and_goes_and_no_call_fails(production: Production, story: Story) -> None:
    asking = True
    statuses: list[int] = []

    # Each call on a line of its own: one that lies idle is closed when nginx changes its workers, which programs take by asking again.
    headers = {**story.manager.headers, "Connection": "close"}

    async def ask() -> None:
        async with httpx.AsyncClient(base_url=story.manager.base_url, headers=headers, timeout=30) as client:
            while asking:
                statuses.append((await client.get("/ranking/periods")).status_code)

    asked = [asyncio.create_task(ask()) for _ in range(4)]
    added = await production.house.add(ProcessName.RANKING)
    (first, _) = production.house.of(ProcessName.RANKING)
    await production.house.remove(first)
    seen = len(statuses)
    await eventually(lambda: more_than(statuses, seen + 20))
    asking = False
    await asyncio.gather(*asked)
    assert set(statuses) == {200}
    assert production.house.of(ProcessName.RANKING) == [added]


async def more_than(answers: list[int], count: int) -> bool:
    return len(answers) > count


async def test_a_process_that_is_asked_to_end_answers_what_it_has_begun(production: Production, story: Story) -> None:
    (unit,) = story.units[2:3]
    file = await story.announce(unit, "Chờ kiểm tra.pdf")
    workers, services = production.house.of(ProcessName.EVIDENCE_WORKER), production.house.of(ProcessName.ASSESSMENT)
    for worker in workers:
        await worker.end()
    waiting = asyncio.create_task(story.head(unit).post(f"/assessment/evidence/{file}/uploaded", params={"wait_s": 4}))
    await eventually(lambda: is_waiting(production, file))
    await asyncio.gather(*(service.end() for service in services))
    assert ok(await waiting)["status"] == "waiting"
    await asyncio.gather(*(replica.start() for replica in (*workers, *services)))

    async def judged() -> bool:
        return bool(ok(await story.head(unit).get(f"/assessment/evidence/{file}"))["status"] == "accepted")

    await eventually(judged)


async def is_waiting(production: Production, file: str) -> bool:
    async with connected(production.addresses.databases["assessment"]) as database:
        return bool(await database.fetchval("SELECT status = 'waiting' FROM evidence WHERE id = $1", UUID(file)))


async def test_appraisal_works_alone_and_everything_arrives_later(production: Production, story: Story) -> None:
    await story.move_clock(AFTER_ALL)
    await eventually(lambda: all_are_appraised_as_sent(story), within_s=60)
    for process in STOPPED:
        for replica in production.house.of(process):
            await replica.end()
    assert (await story.manager.get("/assessment/periods")).status_code == 502
    for agency in story.agencies:
        items = await story.items(agency)
        assert {item["sheet_id"] for item in items} >= {story.sheets[unit] for unit in SENDING}
        await read_the_evidence(story, agency, items)
        await story.score(agency, HIGH)
        await story.send_appraisal(agency)
        again = await story.lead(agency).post(f"/appraisal/appraisals/{story.appraisals[agency]}/send")
        assert again.status_code == 409
    for process in STOPPED:
        for replica in production.house.of(process):
            replica.begin()
    await asyncio.gather(*(replica.ready() for replica in production.house.replicas))

    async def is_led_to_again() -> bool:
        return (await story.manager.get("/assessment/periods")).status_code == 200

    # nginx passes over an address for some seconds after it found nobody there.
    await eventually(is_led_to_again, within_s=30)
    await story.hold_survey()
    result = await story.until_result("aggregated")
    assert result["waiting_for"] == []
    await eventually(lambda: leads_are_locked(story), within_s=60)
    await eventually(lambda: sheets_show_it(story), within_s=60)
    status, findings = await examined(production)
    assert status == 0, [finding for finding in findings if finding["state"] == "fault"]


async def all_are_appraised_as_sent(story: Story) -> bool:
    answers = [await story.manager.get(f"/appraisal/sheets/{story.sheets[unit]}") for unit in SENDING]
    return all(answer.is_success and answer.json()["is_sent"] for answer in answers)


async def read_the_evidence(story: Story, agency: str, items: list[dict[str, Any]]) -> None:
    """Every file on the agency's items, by appraisal's own link."""
    for item in items:
        for file in item["evidence"]:
            place = f"/appraisal/sheets/{item['sheet_id']}/evidence/{file['sha256']}/link"
            link = ok(await story.lead(agency).get(place))
            async with httpx.AsyncClient() as browser:
                assert (await browser.get(link["url"])).content == PDF


async def leads_are_locked(story: Story) -> bool:
    found = [ok(await story.administrator.get(f"/identity/accounts/{story.accounts[f'dau-moi-{a}']}")) for a in story.agencies]
    return all(account["appraisal_lock"] for account in found)


async def sheets_show_it(story: Story) -> bool:
    listed = ok(await story.manager.get(f"/assessment/periods/{story.period}/sheets"))["items"]
    return {sheet["status"] for sheet in listed if sheet["unit_code"] in SENDING} == {"appraised"}
