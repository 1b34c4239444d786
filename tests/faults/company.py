"""Sixteen people at once: six who save, four who send, two agencies, two who file, two visitors; what they do, and what they were told."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

import pytest
from tests.faults.appraising import Appraiser
from tests.faults.filing import Filer
from tests.faults.ground import Ground
from tests.faults.people import PATIENCE_S, Incidents, Person
from tests.faults.saving import Saver
from tests.faults.sending import Sender
from tests.faults.visiting import Visitor
from tests.support.eventually import eventually
from tests.support.state import settle
from tests.support.story import AFTER_ALL, ANSWERS, Story, ok

SAVING = tuple(f"don-vi-luu-{n}" for n in range(1, 7))
SENDING = tuple(f"don-vi-gui-{n}" for n in range(1, 5))
UNITS = (*SAVING, *SENDING, "don-vi-tu-phap")
AGENCIES, IDLE_AGENCIES = ("STP", "VP"), ("STC", "SYT")


class Worker(Protocol):
    """One of the sixteen."""

    @property
    def acknowledged(self) -> int: ...
    async def step(self) -> None: ...
    async def check(self) -> None: ...


@dataclass
class Company:
    """Two periods of the same units: one in which they save, send and recall, and one in which two agencies score what was sent."""

    ground: Ground
    sending_story: Story
    scoring_story: Story
    incidents: Incidents = field(default_factory=Incidents)
    savers: list[Saver] = field(default_factory=list)
    senders: list[Sender] = field(default_factory=list)
    appraisers: list[Appraiser] = field(default_factory=list)
    filers: list[Filer] = field(default_factory=list)
    visitors: list[Visitor] = field(default_factory=list)
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    _gave_up: bool = False

    @property
    def workers(self) -> Sequence[Worker]:
        """All of them."""
        return (*self.savers, *self.senders, *self.appraisers, *self.filers, *self.visitors)

    async def work(self, until: asyncio.Event) -> None:
        """All at once, each to the end of its step after `until`. The first that fails ends the others."""
        async with asyncio.TaskGroup() as group:
            for worker in self.workers:
                group.create_task(_steps(worker, until))

    async def under(self, fault: Coroutine[Any, Any, None]) -> None:
        """Work while the fault is done to the ground, a little longer, and look then what became of it."""
        if self._gave_up:
            fault.close()
            pytest.skip("people gave up in the middle of something under an earlier fault")
        over, self._gave_up = asyncio.Event(), True

        async def done() -> None:
            await fault
            await self.progress(len(self.senders))
            over.set()

        async with asyncio.TaskGroup() as group:
            group.create_task(self.work(over))
            group.create_task(done())
        self._gave_up = False
        await self.check()

    async def progress(self, sends: int) -> None:
        """Return when so many more sheets were sent."""
        goal = self.sent + sends

        async def reached() -> bool:
            return self.sent >= goal

        await eventually(reached, within_s=PATIENCE_S)

    @property
    def sent(self) -> int:
        """How many sheets were sent."""
        return sum(sender.acknowledged for sender in self.senders)

    @property
    def all_sends(self) -> int:
        """How many sheets and appraisals were sent."""
        return self.sent + sum(appraiser.acknowledged for appraiser in self.appraisers)

    async def check(self) -> None:
        """What everybody was told is there, through the interface that told it; nothing unforeseen was ever shown to anybody."""
        for worker in self.workers:
            await worker.check()
        await settle(self.ground.databases)
        for teller in (*self.senders, *self.appraisers):
            await teller.check_told(self.ground.databases)
        assert self.incidents.unforeseen == []

    async def check_result(self) -> None:
        """The agencies send for good, the survey is held, and every unit has one place by the scores that were sent last."""
        await asyncio.gather(*(appraiser.finish() for appraiser in self.appraisers))
        story = self.scoring_story
        story.clients.clear()
        await story.meet("quan-ly")
        await story.hold_survey()
        await story.until_result("aggregated")
        lines = ok(await story.manager.get(f"/ranking/periods/{story.period}/results"))["items"]
        assert sorted(line["unit_code"] for line in lines) == sorted(story.units)
        for appraiser in self.appraisers:
            await appraiser.check_ranked(self.ground.databases["ranking"])

    def person(self, name: str) -> Person:
        """The program of one person."""
        password = self.sending_story.passwords[name]
        person = Person(name, self.ground.url, lambda: self.ground.enter(name, password), self.incidents, self.sending_story.tokens[name])
        self._stack.push_async_callback(person.close)
        return person

    async def close(self) -> None:
        for visitor in self.visitors:
            await visitor.close()
        await self._stack.aclose()
        await self.sending_story.close()


async def _steps(worker: Worker, until: asyncio.Event) -> None:
    while not until.is_set():
        await worker.step()


@asynccontextmanager
async def company(ground: Ground) -> AsyncIterator[Company]:
    """Bring everything to where the sixteen can begin."""
    first = ground.administrator
    sending = Story(
        ground.url, ground.enter, {first.username: first.password}, units=UNITS, agencies=AGENCIES, takes_passwords=False, one_a_unit=True
    )
    await sending.meet(first.username)
    await sending.people()
    scoring = sending.beside(AGENCIES)
    sending = sending.beside(IDLE_AGENCIES)
    found = Company(ground, sending, scoring)
    try:
        await sending.open_period()
        await _prepare_scoring(scoring)
        await _assemble(found)
        yield found
    finally:
        await found.close()


async def _prepare_scoring(story: Story) -> None:
    await story.open_period()
    for unit in story.units:
        await story.fill(unit)
        await story.approve(unit)
        await story.send(unit)
    await story.move_clock(AFTER_ALL)


async def _assemble(found: Company) -> None:
    sending, scoring = found.sending_story, found.scoring_story
    for unit in (*SAVING, *SENDING):
        told = ok(await sending.officer(unit).patch(sending.sheet(unit, "/items"), json={"lines": ANSWERS}))
        assert told["refused"] == []
    for unit in SAVING:
        found.savers.append(Saver(found.person(f"duyet-{unit}"), sending.sheets[unit], "1.2", 1))
    for unit in SENDING:
        saver = Saver(found.person(f"duyet-{unit}"), sending.sheets[unit], "1.3", 1)
        file = await sending.announce(unit, "Báo cáo đã ký.pdf")
        assert ok(await sending.head(unit).post(f"/assessment/evidence/{file}/uploaded", params={"wait_s": 20}))["status"] == "accepted"
        found.senders.append(Sender(found.person(f"duyet-{unit}"), saver, file))
    manager = found.person("quan-ly")
    for agency in AGENCIES:
        name = f"dau-moi-{agency}"
        items = await scoring.items(agency)
        lead = found.person(name)
        found.appraisers.append(Appraiser(lead, manager, scoring.appraisals[agency], scoring.accounts[name], items))
        await found.appraisers[-1].score_all()
    for unit in SAVING[:2]:
        found.filers.append(Filer(found.person(f"duyet-{unit}"), sending.period))
    for unit in SAVING[2:4]:
        name = f"duyet-{unit}"
        found.visitors.append(Visitor(found.ground.url, name, found.ground.password_of(name, sending.passwords[name]), found.incidents))
    await found.visitors[0].stay()
