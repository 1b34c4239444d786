"""Our side and the provider's brought together: what is pending is carried out, then kept and told."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.account import events, persons
from chamdiem_identity.account import store as accounts
from chamdiem_identity.provider import store
from chamdiem_identity.provider.carrying_out import carry_out
from chamdiem_identity.provider.domain import Outcome, TaskKind
from chamdiem_kit import outbox
from chamdiem_kit.app import Service

WAIT_S = 15
"""How long a person who asked waits for the provider; what is not made by then is made later."""
_IDLE_S = 2.0
_log = logging.getLogger("chamdiem.identity.provider")


async def carry_out_now(ctx: Service, ids: Sequence[int]) -> dict[int, Outcome]:
    """Carry out these pending changes as far as the provider answers in time; what ended, by id. Called after the commit."""
    outcomes: dict[int, Outcome] = {}
    try:
        async with asyncio.timeout(WAIT_S):
            while len(outcomes) < len(ids):
                found = await _once(ctx, [i for i in ids if i not in outcomes])
                if not found:
                    break
                outcomes |= found
    except TimeoutError:
        _log.warning("changes at the identity provider are made later: %s", sorted(set(ids) - set(outcomes)))
    return outcomes


async def reconcile(ctx: Service) -> None:
    """Background: carry out what nobody waits for, until cancelled. A crash between commit and call leaves the change here."""
    while True:
        if not await _once(ctx, None):
            await asyncio.sleep(_IDLE_S)


async def _once(ctx: Service, ids: Sequence[int] | None) -> dict[int, Outcome]:
    async with ctx.transaction() as tx:
        tasks = await store.claim(tx, ids)
    if not tasks:
        return {}
    provider: Any = ctx.parts.provider
    ended, unanswered = await carry_out(provider, tasks)
    async with ctx.transaction() as tx:
        await store.try_later(tx, unanswered)
        outcomes = await _keep(tx, ended) if ended else []
    return {o.task.id: o for o in outcomes}


async def _keep(tx: AsyncConnection, ended: Sequence[Outcome]) -> list[Outcome]:
    """What the provider answered, in our tables and told; once only, whoever carried it out."""
    await accounts.begin_writing(tx)
    pending = await store.still_pending(tx, [o.task.id for o in ended])
    ended = [o for o in ended if o.task.id in pending]
    made: dict[str, UUID] = {}
    for outcome in ended:
        if outcome.task.kind is TaskKind.CREATE_USER and outcome.sub and outcome.refusal is None:
            made.setdefault(outcome.sub, outcome.task.person_id)
    bound = await persons.set_subs(tx, [(person, sub) for sub, person in made.items()])
    outcomes = [_judged(o, bound) for o in ended]
    refused = [o for o in outcomes if o.task.kind is TaskKind.CREATE_USER and o.refusal is not None]
    await persons.set_refused(tx, [o.task.person_id for o in refused])
    reasons = {o.task.person_id: o.refusal or "" for o in refused}
    touched = await accounts.of_persons(tx, [*bound, *reasons]) if bound or reasons else []
    for person_id, reason in reasons.items():
        over = [replace(a, status="ended", version=a.version + 1) for a in touched if a.person_id == person_id]
        await accounts.save(tx, over, "refused_by_provider", reason, None)
    now_known = [a for a in touched if a.person_id in bound]
    await accounts.forget_cached(tx, now_known)
    await outbox.add_all(tx, events.all_changed(now_known))
    await store.done(tx, outcomes)
    return outcomes


def _judged(outcome: Outcome, bound: set[UUID]) -> Outcome:
    if outcome.task.kind is not TaskKind.CREATE_USER or outcome.refusal is not None or outcome.task.person_id in bound:
        return outcome
    return replace(outcome, sub=None, refusal="Máy chủ đăng nhập đã cấp mã này cho người khác.")
