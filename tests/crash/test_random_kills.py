"""Ten rounds of work and kill -9 in the middle of it: what was acknowledged is there at the end, and every service is what was told."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import httpx
from tests.crash.victim import Victim, equals_a_rebuild, nothing_is_lost_or_dead
from tests.support.state import connected
from tests.support.story import UNITS, Story, ok

ROUNDS, SEED = 10, 20260101
SENDER, *SAVERS = UNITS


@dataclass
class Line:
    """What one writer wrote: the last number that was acknowledged, and the last that it tried."""

    kept: int = 0
    tried: int = 0

    async def next(self, write: Callable[[int], Awaitable[httpx.Response]]) -> None:
        """Write the next number; an answer is an acknowledgement, no answer is none."""
        self.tried += 1
        answer = await write(self.tried)
        assert answer.is_success, answer.text
        self.kept = self.tried

    def holds(self, found: int) -> bool:
        """Whether a number found later is no older than the last acknowledged, and no other than one that was tried."""
        return self.kept <= found <= self.tried


class Work:
    """Officers who save without pause, an administrator who renames units, and a head who sends and recalls."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.leaves = {(unit, item): Line() for unit in SAVERS for item in ("1.2", "1.3")}
        self.names = {unit: Line() for unit in SAVERS}
        self.receipts: list[str] = []
        self.acknowledged = 0

    async def until_killed(self, victim: Victim, after: int, *, servers_too: bool) -> None:
        """Work until `after` more writes are acknowledged, then kill while the others are under way."""
        self._enough, self._left = asyncio.Event(), after
        work = [
            *(self._endless(lambda n, u=unit, i=item: self._save(u, i, n), line) for (unit, item), line in self.leaves.items()),
            *(self._endless(lambda n, u=unit: self._rename(u, n), line) for unit, line in self.names.items()),
            self._send_and_recall(),
        ]
        tasks = [asyncio.create_task(job) for job in work]
        reached = asyncio.create_task(self._enough.wait())
        await asyncio.wait([reached, *tasks], return_when=asyncio.FIRST_COMPLETED, timeout=60)
        failed = [task.exception() for task in tasks if task.done()]
        await victim.kill(servers_too=servers_too)
        # What dies may still answer that it cannot any more.
        for ended in await asyncio.gather(*tasks, return_exceptions=True):
            assert isinstance(ended, httpx.TransportError | AssertionError), repr(ended)
        assert failed == [] and reached.done()

    def _acknowledge(self) -> None:
        self.acknowledged += 1
        self._left -= 1
        if self._left <= 0:
            self._enough.set()

    async def _endless(self, write: Callable[[int], Awaitable[httpx.Response]], line: Line) -> None:
        while True:
            await line.next(write)
            self._acknowledge()

    async def _save(self, unit: str, item: str, number: int) -> httpx.Response:
        answer = {"count": str(number)} if item == "1.3" else {"numerator": str(number), "denominator": "1000000"}
        return await self.story.officer(unit).patch(self.story.sheet(unit, "/items"), json={"lines": [{"item": item, **answer}]})

    async def _rename(self, unit: str, number: int) -> httpx.Response:
        place = f"/identity/units/{unit}"
        present = await self.story.administrator.get(place)
        body = {**{key: ok(present)[key] for key in ("unit_type", "ranking_group")}, "name": f"Đơn vị {number}"}
        return await self.story.administrator.put(place, json=body, headers={"If-Match": present.headers["ETag"]})

    async def _send_and_recall(self) -> None:
        head, place = self.story.head(SENDER), self.story.sheet(SENDER)
        while True:
            status = ok(await head.get(place))["status"]
            if status == "sent":
                ok(await head.post(f"{place}/recall", json={"reason": "Sửa"}))
                self._acknowledge()
            elif status == "approved":
                ok(await head.post(f"{place}/void-approval", json={"reason": "Sửa"}))
            await self.story.approve(SENDER)
            self.receipts.append((await self.story.send(SENDER))["receipt_number"])
            self._acknowledge()


async def test_no_acknowledged_write_is_lost_however_often_and_whenever_the_platform_is_killed(open_folder: Path) -> None:
    chance = random.Random(SEED)
    victim = Victim(open_folder / "data")
    await victim.start()
    story = await victim.story()
    try:
        await story.people()
        await story.open_period()
        await story.fill(SENDER)
        work = Work(story)
        for number in range(ROUNDS):
            await work.until_killed(victim, chance.randint(1, 80), servers_too=number % 2 == 1)
            await victim.start()
        assert work.acknowledged >= ROUNDS
        await nothing_is_lost_or_dead(victim.databases)
        for unit in SAVERS:
            stored = {item["item"]: item for item in ok(await story.officer(unit).get(story.sheet(unit)))["items"]}
            for item, field in (("1.2", "numerator"), ("1.3", "count")):
                line = work.leaves[unit, item]
                assert line.holds(int(stored[item][field] if item in stored else 0)), (unit, item)
        for unit, line in work.names.items():
            names = {ok(await story.administrator.get(f"/identity/units/{unit}"))["name"]}
            for service in ("assessment", "appraisal"):
                async with connected(victim.databases[service]) as database:
                    names.add(await database.fetchval("SELECT name FROM known_unit WHERE code = $1", unit))
            (name,) = names
            assert line.holds(int(name.removeprefix("Đơn vị ").replace(unit, "0"))), unit
        async with connected(victim.databases["assessment"]) as database:
            receipts = {row["receipt_number"] for row in await database.fetch("SELECT receipt_number FROM sent_snapshot")}
        assert set(work.receipts) <= receipts
    finally:
        await story.close()
        await victim.end()
    await equals_a_rebuild(victim.data)
