"""Chromium, one embedded platform a worker with its people, a fresh period for each test, and their visits to the pages."""

import os
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, async_playwright
from tests.browser.visits import Visits
from tests.support.chromium import ARGUMENTS, chromium_or_skip
from tests.support.story import Story, begin

from chamdiem.edge.configuration import WEB
from chamdiem.embedded.platform import Platform


@dataclass
class Ground:
    """A running platform with the people of `Story`: `quan-tri` administers, `quan-ly` manages, `nhap-<unit>` enters and `duyet-<unit>`
    approves, `dau-moi-STP` and `dau-moi-VP` appraise, `hoi-dong` agrees. Units: `tests.support.story.UNITS`."""

    platform: Platform
    people: Story
    kept: dict[str, Any] = field(default_factory=dict)
    years: "count[int]" = field(default_factory=lambda: count(1950))

    @property
    def url(self) -> str:
        return self.platform.url

    async def period(self, *, rehearsal: bool = False, **fields: Any) -> Story:
        """A period of its own that is open, of all four units; normal, in the midst of self-assessment, unless `fields` say otherwise."""
        story = replace(self.people, period="", sheets={}, appraisals={})
        usual = {"year": next(self.years), "phases": phases()}
        if not rehearsal:
            usual |= {"rehearsal": False, "clock_at": None}
        await story.open_period(**{**usual, **fields})
        self.people.forms_id, self.people.set_id = story.forms_id, story.set_id
        return story


def phases(
    begun: timedelta = timedelta(days=10),
    left: timedelta = timedelta(days=9),
    late: timedelta = timedelta(days=3),
    appraised: timedelta = timedelta(days=14),
) -> dict[str, Any]:
    """Phases around now: self-assessment began `begun` ago and has `left` to go (less than nothing: it is over)."""
    now = datetime.now(UTC).replace(microsecond=0)
    to = now + left
    late_until = to + late
    after = late_until + timedelta(seconds=1)
    return {
        "self_assessment": {"from": (now - begun).isoformat(), "to": to.isoformat(), "late_until": late_until.isoformat()},
        "appraisal": {"from": after.isoformat(), "to": (after + appraised).isoformat()},
    }


def pages_or_fail() -> Path:
    """The folder of the built pages; `CHAMDIEM_TEST_WEB` names another than `web/dist`."""
    web = Path(os.environ.get("CHAMDIEM_TEST_WEB", WEB))
    if not (web / "index.html").is_file():
        pytest.fail("the pages are not built: make setup", pytrace=False)
    return web


@pytest.fixture(scope="session")
async def chromium() -> AsyncIterator[Browser]:
    program = chromium_or_skip()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        await browser.close()


@pytest.fixture(scope="session")
async def ground(chromium: Browser) -> AsyncIterator[Ground]:
    web = pages_or_fail()
    # A folder that every user can pass through: PostgreSQL may have to run as another one.
    with tempfile.TemporaryDirectory(prefix="chamdiem-test-") as name:
        Path(name).chmod(0o711)  # noqa: ASYNC240
        async with Platform(Path(name) / "data", durable=False, web=web) as platform:
            first = platform.administrator
            people = await begin(platform.url, platform.parts.issuer, first.username, first.password)
            try:
                await people.people()
                yield Ground(platform, people)
            finally:
                await people.close()


@pytest.fixture
async def story(ground: Ground) -> Story:
    """A fresh normal period in the midst of self-assessment; `story.sheet(unit)`, `story.fill(unit)` and the rest act over the API."""
    return await ground.period()


@pytest.fixture
async def visits(ground: Ground, chromium: Browser) -> AsyncIterator[Visits]:
    made = Visits(chromium, ground.url, ground.people.passwords, ground.kept)
    try:
        yield made
    finally:
        await made.close()
    assert made.complaints == []
