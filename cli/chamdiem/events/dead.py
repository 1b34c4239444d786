"""Dead letters of all services: found by number, delivered again one by one in the order they were told."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from chamdiem.events.reach import EventsRefused, Reached, said
from chamdiem_kit.bus.delivery import reason_of
from chamdiem_kit.dead_letters import DeadLetter, oldest, redeliver
from chamdiem_kit.errors import DomainError

_ALL = 1_000_000


@dataclass(frozen=True)
class Rested:
    """A dead letter and the service with which it rests."""

    service: str
    letter: DeadLetter


@dataclass(frozen=True)
class Outcome:
    """What became of a letter: `fault` is None where it was delivered."""

    rested: Rested
    fault: str | None


async def all_dead(services: Sequence[Reached]) -> list[Rested]:
    """Every dead letter, service by service, the longest dead first. Raises `EventsRefused`."""
    found = []
    for one in services:
        async with said(one.name), one.database.transaction() as tx:
            found += [Rested(one.name, letter) for letter in await oldest(tx, _ALL)]
    return found


def chosen(found: Sequence[Rested], ids: Sequence[UUID]) -> list[Rested]:
    """Those with these numbers; one number may rest with several services. Raises `EventsRefused` for a number that is nobody's."""
    known = {rested.letter.message.id for rested in found}
    strange = [str(id_) for id_ in ids if id_ not in known]
    if strange:
        raise EventsRefused(f"Không có thư chết nào mang mã {', '.join(strange)}; hãy xem chamdiem events dead.")
    return [rested for rested in found if rested.letter.message.id in set(ids)]


async def deliver_again(services: dict[str, Reached], letters: Sequence[Rested]) -> list[Outcome]:
    """Each in a transaction of its own; what fails stays with the dead as it was."""
    outcomes = []
    loaded = {name: services[name].service() for name in {rested.service for rested in letters}}
    try:
        for rested in sorted(letters, key=lambda one: (one.letter.message.occurred_at, one.letter.message.part)):
            service, message = loaded[rested.service], rested.letter.message
            if message.type not in service.inbox.types:
                outcomes.append(Outcome(rested, f"dịch vụ {rested.service} không nhận sự kiện này"))
                continue
            try:
                async with said(rested.service):
                    await redeliver(service, [message.id])
            except EventsRefused:
                raise
            except Exception as fault:
                outcomes.append(Outcome(rested, str(fault) if isinstance(fault, DomainError) else reason_of(fault)))
            else:
                outcomes.append(Outcome(rested, None))
    finally:
        for service in loaded.values():
            await service.database.close()
    return outcomes
