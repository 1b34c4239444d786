"""From an empty province to where people can begin: units, accounts, two periods, a signed report for every sender."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from tests.faults.appraising import Appraiser
from tests.faults.company import Company
from tests.faults.filing import Filer
from tests.faults.ground import Ground
from tests.faults.reading import Reader
from tests.faults.saving import Saver
from tests.faults.sending import Sender
from tests.faults.visiting import Visitor
from tests.support.story import AFTER_ALL, ANSWERS, Story, ok

AGENCIES, IDLE_AGENCIES = ("STP", "VP"), ("STC", "SYT")


@dataclass(frozen=True)
class Cast:
    """How many of each there are, beside the two agencies and one who reads; sixteen in all."""

    savers: int = 5
    senders: int = 4
    filers: int = 2
    visitors: int = 2

    @property
    def units(self) -> tuple[str, ...]:
        """One unit for everybody who saves or sends; and one that is an agency's own, which the other agency scores."""
        return (*(f"don-vi-{n}" for n in range(1, self.savers + self.senders + 1)), "don-vi-tu-phap")


@asynccontextmanager
async def company(ground: Ground, cast: Cast = Cast()) -> AsyncIterator[Company]:
    """Bring everything to where they can begin."""
    first = ground.administrator
    known = {first.username: first.password}
    begun = Story(ground.url, ground.enter, known, units=cast.units, agencies=AGENCIES, takes_passwords=False, one_a_unit=True)
    await begun.meet(first.username)
    await begun.people()
    found = Company(ground, sending_story=begun.beside(IDLE_AGENCIES), scoring_story=begun.beside(AGENCIES))
    try:
        await found.sending_story.open_period()
        await _prepare_scoring(found.scoring_story)
        await _assemble(found, cast)
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


async def _assemble(found: Company, cast: Cast) -> None:
    story = found.sending_story
    *units, _ = story.units
    names = [f"duyet-{unit}" for unit in units]
    for number, (unit, name) in enumerate(zip(units, names, strict=True)):
        told = ok(await story.officer(unit).patch(story.sheet(unit, "/items"), json={"lines": ANSWERS}))
        assert told["refused"] == []
        if number < cast.savers:
            found.savers.append(Saver(found.person(name), story.sheets[unit], "1.2", 1))
        else:
            saver = Saver(found.person(name), story.sheets[unit], "1.3", 1)
            found.senders.append(Sender(found.person(name), saver, await _signed_report(story, unit)))
    await _assemble_agencies(found)
    found.filers += [Filer(found.person(name), story.period) for name in names[: cast.filers]]
    found.readers.append(Reader(found.person("quan-ly")))
    for name in names[-cast.visitors :]:
        password = found.ground.password_of(name, story.passwords[name])
        found.visitors.append(Visitor(found.ground.url, name, password, found.incidents))
    await found.visitors[0].stay()


async def _signed_report(story: Story, unit: str) -> str:
    file = await story.announce(unit, "Báo cáo đã ký.pdf")
    assert ok(await story.head(unit).post(f"/assessment/evidence/{file}/uploaded", params={"wait_s": 20}))["status"] == "accepted"
    return file


async def _assemble_agencies(found: Company) -> None:
    story, manager = found.scoring_story, found.person("quan-ly")
    for agency in AGENCIES:
        name = f"dau-moi-{agency}"
        lead, items = found.person(name), await story.items(agency)
        found.appraisers.append(Appraiser(lead, manager, story.appraisals[agency], story.accounts[name], items))
        await found.appraisers[-1].score_all()
