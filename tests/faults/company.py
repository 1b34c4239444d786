"""People at work at once, and what they were told: who saves, who sends, agencies, who files, who reads, visitors."""

import asyncio
from collections.abc import Coroutine, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any, Protocol

import pytest
from tests.faults.appraising import Appraiser
from tests.faults.filing import Filer
from tests.faults.ground import Ground
from tests.faults.people import PATIENCE_S, Incidents, Person
from tests.faults.reading import Reader
from tests.faults.saving import Saver
from tests.faults.sending import Sender
from tests.faults.visiting import Visitor
from tests.support.eventually import eventually
from tests.support.state import settle
from tests.support.story import Story, ok


class Worker(Protocol):
    """One of them."""

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
    readers: list[Reader] = field(default_factory=list)
    visitors: list[Visitor] = field(default_factory=list)
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    _gave_up: bool = False

    @property
    def workers(self) -> Sequence[Worker]:
        """All of them."""
        return (*self.savers, *self.senders, *self.appraisers, *self.filers, *self.readers, *self.visitors)

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
