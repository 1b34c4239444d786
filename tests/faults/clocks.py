"""Replicas whose clock is wrong: Debian's libfaketime in their process, and a real deadline that passes while all of them are asked."""

import asyncio
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx
from services.assessment.tests.world import a_period
from tests.faults.assembling import IDLE_AGENCIES
from tests.faults.company import Company
from tests.support.eventually import eventually
from tests.support.state import connected
from tests.support.story import ok

from chamdiem.production.replica import Replica
from chamdiem.servers import debian
from chamdiem.servers.cache import Cache

_RELEASE = "bookworm"
_OPEN_S = 15
"""How long the period can be saved in: long enough to open it, short enough to wait for its end."""


async def wrong_clock(offset: str) -> dict[str, str]:
    """The environment of a process whose clock is off by so much, such as `+30s`. Its timers run as always."""

    async def make(fresh: Path) -> None:
        for package in await debian.download(["libfaketime"], _RELEASE, fresh / "download", _run):
            await asyncio.to_thread(debian.unpack, package, fresh)

    folder = await Cache().once("libfaketime", _RELEASE, make)
    (library,) = folder.glob("usr/lib/*/faketime/libfaketimeMT.so.1")
    return {"LD_PRELOAD": str(library), "FAKETIME": offset, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


async def is_wrong(replica: Replica) -> bool:
    """Whether the replica dates its answers by another clock than ours."""
    async with httpx.AsyncClient(timeout=30) as client:
        answer = await client.get(f"http://{replica.address}/health/live")
    said = parsedate_to_datetime(answer.headers["Date"])
    return abs(said - datetime.now(UTC)) > timedelta(seconds=20)


async def _run(command: Sequence[str | Path], folder: Path) -> str:
    process = await asyncio.create_subprocess_exec(*command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    said, _ = await process.communicate()
    assert process.returncode == 0, said
    return said.decode()


class Deadline:
    """A period of the real clock whose phase of self-assessment ends soon."""

    def __init__(self, people: Company) -> None:
        self._people, self._unit = people, people.sending_story.units[0]
        self._database = people.ground.databases["assessment"]
        self._sheet = ""
        self.at: datetime

    async def open(self) -> None:
        """Open it."""
        story = self._people.sending_story
        manager = story.manager
        self.at = await self._now() + timedelta(seconds=_OPEN_S)
        one, two = IDLE_AGENCIES
        body = a_period(
            story.set_id,
            survey_forms_id=story.forms_id,
            rehearsal=False,
            clock_at=None,
            year=self.at.year,
            conflict_appraiser={"enabled": True, "replacements": {one: two, two: one}},
            phases=self._phases(),
        )
        period = ok(await manager.post("/assessment/periods", json=body))["id"]
        opened = ok(await manager.post(f"/assessment/periods/{period}/open"))
        (self._sheet,) = [sheet["sheet_id"] for sheet in opened["sheets"] if sheet["unit_code"] == self._unit]

    async def ask(self, replica: Replica) -> None:
        """Save at this replica until it refuses: not a moment earlier or later than the database's clock says."""
        accepted = 0
        token = self._people.sending_story.tokens[f"duyet-{self._unit}"]
        headers = {"Authorization": f"Bearer {token}"}

        async def refuses() -> bool:
            nonlocal accepted
            before = await self._now()
            line = {"item": "1.3", "count": str(accepted)}
            answer = await client.patch(f"/assessment/sheets/{self._sheet}/items", json={"lines": [line]})
            after = await self._now()
            if answer.is_success:
                assert before <= self.at, f"{replica.name} took what came after the deadline"
                accepted += 1
                return False
            assert answer.json()["type"] == "/problems/assessment/too-late", answer.text
            assert after >= self.at, f"{replica.name} refused what came before the deadline"
            return True

        async with httpx.AsyncClient(base_url=f"http://{replica.address}/api", headers=headers, timeout=30) as client:
            await eventually(refuses, within_s=_OPEN_S * 4)
        assert accepted > 0, replica.name

    def _phases(self) -> Mapping[str, Mapping[str, str]]:
        begun, over = self.at - timedelta(days=30), self.at + timedelta(days=30)
        last = self.at.isoformat()
        return {
            "self_assessment": {"from": begun.isoformat(), "to": last, "late_until": last},
            "appraisal": {"from": (self.at + timedelta(days=1)).isoformat(), "to": over.isoformat()},
        }

    async def _now(self) -> datetime:
        async with connected(self._database) as database:
            now: datetime = await database.fetchval("SELECT clock_timestamp()")
        return now
