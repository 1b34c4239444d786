"""Every service emptied of what it knows of others and told all of it again is what it was, in whatever order it is told."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import asyncpg
import pytest
from pydantic import SecretStr
from sqlalchemy import text
from tests.support.eventually import eventually
from tests.support.state import State, all_told, count, dead_letters, in_batches, interleaved, settle, state_of
from tests.support.story import AFTER_ALL, HIGH, LOW, UNITS, Story, begin, ok

import chamdiem_appraisal.app
import chamdiem_ranking.app
from chamdiem.embedded.platform import Platform
from chamdiem_kit.app import Service
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.bus.port import Message
from chamdiem_kit.dead_letters import oldest, redeliver
from chamdiem_kit.migrate import upgrade
from chamdiem_kit.rebuild import rebuild, replay, told_by
from chamdiem_kit.settings import ServiceSettings

ONE, TWO, THREE, OWN = UNITS


@dataclass
class Played:
    """A platform on which a cycle was played to the end, and what it came to."""

    platform: Platform
    story: Story
    before: dict[str, State]

    @property
    def services(self) -> dict[str, Service]:
        return {service.spec.name: service for service in self.platform.services}

    async def now(self) -> dict[str, State]:
        """The state of every service once nothing is under way."""
        await settle(self.platform.parts.databases)
        return {name: await state_of(url) for name, url in self.platform.parts.databases.items()}

    async def told(self) -> list[Message]:
        """Everything that was ever told."""
        return await all_told({name: service.database for name, service in self.services.items()})


@pytest.fixture(scope="module")
async def played() -> AsyncIterator[Played]:
    async with Platform(durable=False) as platform:
        first = platform.administrator
        story = await begin(platform.url, platform.parts.issuer, first.username, first.password)
        try:
            await tell_the_story(story)
            found = Played(platform, story, {})
            found.before = await found.now()
            yield found
        finally:
            await story.close()


async def tell_the_story(story: Story) -> None:
    """A cycle with all that makes an old event differ from a new one: recall, extension, reopening, council, locks and their lifting."""
    await story.people()
    await story.open_period()
    for unit in (ONE, OWN):
        await story.fill(unit)
        await story.approve(unit)
        await story.send(unit)
    ok(await story.head(ONE).post(story.sheet(ONE, "/recall"), json={"reason": "Sửa số liệu"}))
    lines = [{"item": "1.3", "count": "2"}]
    assert ok(await story.officer(ONE).patch(story.sheet(ONE, "/items"), json={"lines": lines}))["refused"] == []
    await story.approve(ONE)
    await story.send(ONE)
    await story.fill(TWO)
    await story.move_clock(AFTER_ALL)
    for agency in ("STP", "VP"):
        await story.score(agency, LOW)
    await story.send_appraisal("STP")
    extension = {"unit_code": TWO, "to": "2022-01-25T17:00:00+07:00", "reason": "Mưa lũ"}
    ok(await story.manager.post(f"/assessment/periods/{story.period}/extensions", json=extension))
    await story.approve(TWO)
    await story.send(TWO)
    await eventually(lambda: _is_sent(story, TWO), within_s=30)
    await unlocked(story, "STP")
    for agency in ("STP", "VP"):
        await story.score(agency, HIGH)
        await story.send_appraisal(agency)
    await story.hold_survey()
    await story.until_result("aggregated")
    ok(await story.manager.post(f"/appraisal/appraisals/{story.appraisals['VP']}/reopen", json={"reason": "Chấm nhầm"}))
    await unlocked(story, "VP")
    await story.score("VP", LOW)
    await story.send_appraisal("VP")
    await story.until_result("aggregated")
    session = ok(await story.manager.post(f"/ranking/periods/{story.period}/council-sessions"))
    tag = {"If-Match": f'"{session["version"]}"'}
    ok(await story.manager.post(f"/ranking/council-sessions/{session['id']}/close", headers=tag))
    lead = story.accounts["dau-moi-STP"]
    await eventually(lambda: _has_lock(story, lead), within_s=30)
    ok(await story.manager.post(f"/identity/accounts/{lead}/unlock", json={"reason": "Tra cứu"}))
    officer = story.accounts[f"nhap-{ONE}"]
    ok(await story.administrator.post(f"/identity/accounts/{officer}/lock", json={"reason": "Nghỉ phép"}))
    ok(await story.administrator.post(f"/identity/accounts/{officer}/unlock", json={"reason": "Đã về"}))
    unit = await story.administrator.get(f"/identity/units/{THREE}")
    renamed = {**{k: ok(unit)[k] for k in ("name", "unit_type", "ranking_group")}, "name": "Đơn vị ba mới"}
    ok(await story.administrator.put(f"/identity/units/{THREE}", json=renamed, headers={"If-Match": unit.headers["ETag"]}))


async def _is_sent(story: Story, unit: str) -> bool:
    # Not there at all while the extension has arrived and the sending has not.
    return bool((await story.manager.get(f"/appraisal/sheets/{story.sheets[unit]}")).json().get("is_sent"))


async def _has_lock(story: Story, account_id: str) -> bool:
    return ok(await story.administrator.get(f"/identity/accounts/{account_id}"))["appraisal_lock"] is not None


async def unlocked(story: Story, agency: str) -> None:
    """Wait until an agency may write again everywhere."""
    place = f"/appraisal/appraisals/{story.appraisals[agency]}/scores"

    async def may() -> bool:
        return (await story.lead(agency).patch(place, json={"lines": []})).status_code in (200, 422)

    await eventually(may, within_s=30)


async def told_counts(played: Played) -> dict[str, int]:
    return {name: await count(url, "SELECT count(*) FROM outbox") for name, url in played.platform.parts.databases.items()}


@pytest.mark.parametrize("name", ["identity", "assessment", "appraisal", "ranking", "gateway"])
async def test_a_rebuild_gives_the_same_state_and_tells_nothing(played: Played, name: str) -> None:
    told = await told_counts(played)
    service = played.services[name]
    others = [told_by(source, other.database) for source, other in played.services.items()]
    assert await rebuild(service, *others) > 0
    assert await played.now() == played.before
    assert await told_counts(played) == told
    assert await dead_letters(played.platform.parts.databases) == []


@pytest.mark.parametrize("seed", range(3))
async def test_no_order_of_different_subjects_and_no_repeat_changes_a_rebuild(played: Played, seed: int) -> None:
    told = await told_counts(played)
    messages = interleaved(await played.told(), seed)
    for service in played.services.values():
        await rebuild(service, in_batches(messages, seed), in_batches(messages, seed + 1))
    assert await played.now() == played.before
    assert await told_counts(played) == told


async def test_after_a_rebuild_a_score_is_no_older_than_the_sheet_it_was_given_to(played: Played) -> None:
    service = played.services["appraisal"]
    older = "SELECT sheet_id, item, scored_at < received_at FROM appraised_score JOIN known_self_assessment USING (sheet_id) ORDER BY 1, 2"
    before = await rows(service, older)
    await rebuild(service, *(told_by(source, other.database) for source, other in played.services.items()))
    assert await rows(service, older) == before


async def test_every_event_handed_over_again_changes_nothing(played: Played) -> None:
    told = await told_counts(played)
    for source, service in played.services.items():
        assert await replay(source, service.database, service.bus) == told[source]
    assert await played.now() == played.before
    assert await told_counts(played) == told


async def test_a_rebuild_that_is_cut_short_leaves_all_as_it_was(played: Played) -> None:
    service = played.services["ranking"]
    inbox = await count(played.platform.parts.databases["ranking"], "SELECT count(*) FROM inbox")

    async def broken() -> AsyncIterator[list[Message]]:
        yield (await played.told())[:20]
        raise OSError("the other database is gone")

    with pytest.raises(OSError, match="gone"):
        await rebuild(service, broken())
    assert await played.now() == played.before
    assert await count(played.platform.parts.databases["ranking"], "SELECT count(*) FROM inbox") == inbox


async def test_what_was_dead_and_can_be_handled_now_is_dead_no_more(played: Played) -> None:
    service = played.services["ranking"]
    message = next(m for m in await played.told() if m.type in service.inbox.types)
    await service.inbox.bury(message, "ValueError: không đọc được")
    await rebuild(service, *(told_by(source, other.database) for source, other in played.services.items()))
    assert await dead_letters(played.platform.parts.databases) == []
    await service.inbox.bury(message, "ValueError: không đọc được")
    async with service.transaction() as tx:
        letters = await oldest(tx, 10)
    assert [(letter.message, letter.reason) for letter in letters] == [(message, "ValueError: không đọc được")]
    assert await redeliver(service, [message.id]) == 1
    assert await dead_letters(played.platform.parts.databases) == []
    assert await played.now() == played.before


@pytest.mark.parametrize("seed", range(3))
async def test_services_that_learn_everything_in_any_order_come_to_the_same(played: Played, seed: int) -> None:
    messages = interleaved(await played.told(), seed)
    for name, create, same in (
        ("ranking", chamdiem_ranking.app.create_service, RANKING_SAME),
        ("appraisal", chamdiem_appraisal.app.create_service, APPRAISAL_SAME),
    ):
        settings = await fresh_database(played.platform, name, seed)
        bus = InProcessBus()
        service = create(settings, bus)
        async with service.running():
            async for batch in in_batches(messages, seed):
                await bus.publish([*batch, *batch])

            async def equal(service: Service = service, known: Service = played.services[name], same: tuple[str, ...] = same) -> bool:
                return [await rows(service, sql) for sql in same] == [await rows(known, sql) for sql in same]

            await eventually(equal, within_s=15)
            assert await rows(service, "SELECT * FROM dead_letter") == []


RANKING_SAME = (
    "SELECT period_id, status, waiting_for FROM result",
    "SELECT * FROM sheet_result ORDER BY sheet_id",
    "SELECT * FROM item_result ORDER BY sheet_id, item",
    "SELECT appraisal_id, sheet_id, version FROM known_appraised_sheet ORDER BY 1, 2",
)
APPRAISAL_SAME = (
    "SELECT i.sheet_id, i.item, a.appraiser_code FROM assigned_item i JOIN appraisal a ON a.id = i.appraisal_id ORDER BY 1, 2",
    "SELECT * FROM known_period ORDER BY period_id",
    "SELECT * FROM known_extension ORDER BY unit_code, given_at",
    "SELECT * FROM known_sheet ORDER BY sheet_id",
    "SELECT * FROM known_answer ORDER BY sheet_id, item",
    "SELECT sheet_id, version, status, sent_at FROM known_self_assessment ORDER BY sheet_id",
    "SELECT account_id, version FROM known_account ORDER BY account_id",
)


async def rows(service: Service, sql: str) -> list[tuple[object, ...]]:
    async with service.transaction() as tx:
        return [tuple(row) for row in await tx.execute(text(sql))]


async def fresh_database(platform: Platform, name: str, seed: int) -> ServiceSettings:
    """Settings of a service that has an empty database beside the platform's."""
    database = f"fresh_{name}_{seed}"
    admin = await asyncpg.connect(platform.parts.admin_dsn, ssl=False)
    try:
        await admin.execute(f"CREATE DATABASE {database}")
    finally:
        await admin.close()
    url = platform.parts.admin_dsn.replace("postgresql://", "postgresql+asyncpg://", 1).rsplit("/", 1)[0] + f"/{database}"
    await asyncio.to_thread(upgrade, f"chamdiem_{name}", url)
    return ServiceSettings(
        service=name, profile="embedded", database_url=SecretStr(url), oidc_issuer=platform.parts.issuer, database_pool_size=3
    )
