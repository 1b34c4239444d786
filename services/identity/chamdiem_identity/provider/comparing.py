"""What the provider has against what we keep, again and again: somebody may have changed it there behind our back, or restored it.

Who may sign in is for us to say, so a difference in that is mended there. Who is missing there is not made again: the new person would
have another `sub` and a password that nobody was told; and a stranger there has no account with us, so nothing to do here.
"""

import asyncio
import logging
from typing import Any

from chamdiem_identity.provider import store
from chamdiem_identity.provider.domain import Differences, TaskKind, differences
from chamdiem_identity.provider.store import NewTask
from chamdiem_kit.app import Service

EVERY_S = 600
_TIMEOUT_S = 300
_LOOKED_FOR = 50
_log = logging.getLogger("chamdiem.identity.provider")


async def compare(ctx: Service) -> None:
    """Background: compare now and every ten minutes, until cancelled."""
    while True:
        try:
            async with asyncio.timeout(_TIMEOUT_S):
                await compare_once(ctx)
        except Exception as fault:  # whatever an adapter fails by, the next time is soon
            _log.warning("not compared with the identity provider: %s", type(fault).__name__)
        await asyncio.sleep(EVERY_S)


async def compare_once(ctx: Service) -> Differences:
    """Find what differs, log it, and have who may sign in mended there (by the changes that `reconcile` carries out)."""
    provider: Any = ctx.parts.provider
    there = await provider.enabled_by_sub()
    async with ctx.transaction() as tx:
        found = differences(await store.persons_at_rest(tx), there)
        tasks = [NewTask(person.id, TaskKind.SET_ENABLED) for person in found.unlike]
        tasks += [NewTask(person.id, TaskKind.END_SESSIONS) for person in found.unlike if not person.enabled]
        await store.add(tx, sorted(tasks, key=lambda task: task.kind, reverse=True))
    for person in found.unlike:
        _log.warning("at the identity provider %s was %s; mended", person.username, "locked" if person.enabled else "not locked")
    # The list came page by page, so each is asked for once more before anybody is alarmed.
    for person in found.missing[:_LOOKED_FOR]:
        if not await provider.exists(person.sub):
            _log.error(
                "the identity provider has no person %s (%s) any more; end the account and grant another", person.username, person.sub
            )
    if len(found.missing) > _LOOKED_FOR:
        _log.error("the identity provider lacks %s persons: is it the right realm?", len(found.missing))
    if found.strangers:
        _log.info("the identity provider has %s persons without an account", found.strangers)
    return found
