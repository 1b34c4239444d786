"""Killed at chosen moments, the platform starts again by itself: what was acknowledged is there, and told once in effect."""

import asyncio
import os
import signal
from pathlib import Path

from tests.crash.victim import WAITING_FOR, Victim, equals_a_rebuild, gone, nothing_is_lost_or_dead
from tests.support.eventually import eventually
from tests.support.state import connected, count
from tests.support.story import AFTER_ALL, LOW, UNITS, Story, ok

ONE, TWO, THREE, OWN = UNITS
LOCKED = "SELECT count(DISTINCT account_id) FROM account_history WHERE act = 'appraisal_locked'"
LOCKED_AGAIN = "SELECT count(*) - count(DISTINCT account_id) FROM account_history WHERE act = 'appraisal_locked'"


async def test_whatever_the_moment_of_a_kill_the_next_start_goes_on(open_folder: Path) -> None:
    victim = Victim(open_folder / "data")
    await killed_while_databases_are_made(victim)
    await victim.start()
    story = await victim.story()
    try:
        await story.people()
        await story.open_period()
        await killed_before_anything_was_handed_over(victim, story)
        await killed_while_a_file_waits_for_its_verdict(victim, story)
        await killed_when_some_had_it_and_some_not(victim, story)
        await killed_in_the_middle_of_a_batch(victim, story)
        await killed_between_the_providers_answer_and_its_record(victim, story)
        await story.hold_survey()
        await story.until_result("aggregated")
        await nothing_is_lost_or_dead(victim.databases)
    finally:
        await story.close()
        await victim.end()
    await equals_a_rebuild(victim.data)


async def killed_while_databases_are_made(victim: Victim) -> None:
    """On the first start: before any table, between two services' migrations."""
    for service, condition in (("identity", "true"), ("assessment", "to_regclass('outbox') IS NOT NULL")):
        await victim.start(until_ready=False)
        await victim.until(service, condition)
        await victim.kill()


async def killed_before_anything_was_handed_over(victim: Victim, story: Story) -> None:
    """After the commit and the answer, before any subscriber has the event."""
    await story.fill(ONE)
    await story.approve(ONE)
    async with victim.held(**dict.fromkeys(("assessment", "appraisal", "ranking"), "inbox")):
        receipt = await story.send(ONE)
        await victim.until("appraisal", WAITING_FOR.format(table="inbox"))
        await victim.kill()
    await victim.start()
    await nothing_is_lost_or_dead(victim.databases)
    assert ok(await story.head(ONE).get(story.sheet(ONE, "/receipt"))) == receipt
    for service in ("appraisal", "ranking"):
        assert await count(victim.databases[service], f"SELECT count(*) FROM known_self_assessment WHERE {_of(story, ONE)}") == 1


async def killed_while_a_file_waits_for_its_verdict(victim: Victim, story: Story) -> None:
    """The object store hangs, so that the worker cannot judge."""
    head = story.head(THREE)
    file = await story.announce(THREE, "Kế hoạch.pdf")
    store = victim.pid_of("evidence")
    os.kill(store, signal.SIGSTOP)
    try:
        assert ok(await head.post(f"/assessment/evidence/{file}/uploaded", params={"wait_s": 0}))["status"] == "waiting"
        await victim.kill()
    finally:
        os.kill(store, signal.SIGCONT)
    await victim.start()

    async def accepted() -> bool:
        return bool(ok(await head.get(f"/assessment/evidence/{file}"))["status"] == "accepted")

    await eventually(accepted, within_s=30)


async def killed_when_some_had_it_and_some_not(victim: Victim, story: Story) -> None:
    """After one subscriber's commit, before another's and before the mark."""
    await story.move_clock(AFTER_ALL)
    await story.score("STP", LOW)
    async with victim.held(ranking="inbox"):
        await story.send_appraisal("STP")
        await victim.until("identity", "EXISTS (SELECT FROM account WHERE appraisal_lock IS NOT NULL)")
        await victim.until("ranking", WAITING_FOR.format(table="inbox"))
        await victim.kill()
    await victim.start()
    await nothing_is_lost_or_dead(victim.databases)
    assert await count(victim.databases["identity"], LOCKED) > 1
    assert await count(victim.databases["identity"], LOCKED_AGAIN) == 0
    closed = "SELECT count(*) FROM known_appraisal WHERE body->>'status' = 'sent'"
    assert await count(victim.databases["ranking"], closed) == 1


async def killed_in_the_middle_of_a_batch(victim: Victim, story: Story) -> None:
    """A subscriber has noted the events and not yet done what follows."""
    await story.score("VP", LOW)
    before = await count(victim.databases["identity"], LOCKED)
    async with victim.held(identity="account"):
        await story.send_appraisal("VP")
        await victim.until("identity", WAITING_FOR.format(table="account"))
        await victim.kill()
    await victim.start()
    await nothing_is_lost_or_dead(victim.databases)
    assert await count(victim.databases["identity"], LOCKED) == before + 1
    assert await count(victim.databases["identity"], LOCKED_AGAIN) == 0


async def killed_between_the_providers_answer_and_its_record(victim: Victim, story: Story) -> None:
    """The provider has made the person, and we have not kept it."""
    line = {"username": "den-sau", "holder_name": "Người đến sau", "password": "Mat-khau-1", "kind": "support"}
    async with victim.held(identity="outbox"):
        asked = asyncio.create_task(story.administrator.patch("/identity/accounts", json={"lines": [line]}))
        await victim.until("identity", WAITING_FOR.format(table="outbox"))
        assert victim.provider_knows("den-sau")
        await victim.kill()
        await gone(asked)
    await victim.start()
    async with connected(victim.databases["identity"]) as database:
        # The minute for which the killed process had taken the task is over.
        assert await database.execute("UPDATE provider_task SET not_before = now() WHERE done_at IS NULL") == "UPDATE 1"
    await nothing_is_lost_or_dead(victim.databases)
    story.passwords["den-sau"] = line["password"]
    await story.meet("den-sau")
    me = ok(await story.clients["den-sau"].get("/identity/me"))
    assert [account["kind"] for account in me["accounts"]] == ["support"]


def _of(story: Story, unit: str) -> str:
    return f"sheet_id = '{story.sheets[unit]}'"
