"""The SQL of changes pending at the identity provider; nobody else writes their table."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.provider.domain import KnownPerson, Outcome, Task, TaskKind, wait_before_next_try_s

LEASE_S = 60
KEPT_S = 5
BATCH = 200

_ADD = text("""
    INSERT INTO provider_task (person_id, kind, full_name, password, not_before)
    SELECT t.*, clock_timestamp() + make_interval(secs => :kept_s)
      FROM unnest(CAST(:persons AS uuid[]), CAST(:kinds AS text[]), CAST(:names AS text[]), CAST(:passwords AS text[])) AS t
    RETURNING id""")
# A new change is kept for who asked for it and waits; the background job may have it after `KEPT_S`, or once it was tried.
# One person's changes are made in the order they were asked for; who claims has them for a minute, then others may.
_CLAIM = text("""
    UPDATE provider_task t SET not_before = clock_timestamp() + make_interval(secs => :lease_s), attempts = t.attempts + 1
      FROM person p
     WHERE p.id = t.person_id AND t.id IN (
        SELECT c.id FROM provider_task c
         WHERE c.done_at IS NULL AND (CAST(:ids AS bigint[]) IS NULL OR c.id = ANY(:ids))
           AND (c.not_before <= clock_timestamp() OR (c.attempts = 0 AND CAST(:ids AS bigint[]) IS NOT NULL))
           AND NOT EXISTS (SELECT FROM provider_task e WHERE e.person_id = c.person_id AND e.done_at IS NULL AND e.id < c.id)
         ORDER BY c.id LIMIT :limit FOR UPDATE SKIP LOCKED)
    RETURNING t.id, t.person_id, t.kind, p.username, t.full_name, p.sub, p.enabled, t.password, t.attempts""")
_DONE = text("""
    UPDATE provider_task t SET done_at = clock_timestamp(), password = NULL, refusal = o.refusal,
           outcome = CASE WHEN o.refusal = '' THEN 'done' ELSE 'refused' END
      FROM unnest(CAST(:ids AS bigint[]), CAST(:refusals AS text[])) AS o (id, refusal)
     WHERE t.id = o.id AND t.done_at IS NULL""")
_PENDING = text("SELECT id FROM provider_task WHERE id = ANY(:ids) AND done_at IS NULL ORDER BY id FOR UPDATE")
_LATER = text("""
    UPDATE provider_task t SET not_before = clock_timestamp() + make_interval(secs => o.wait_s)
      FROM unnest(CAST(:ids AS bigint[]), CAST(:waits AS int[])) AS o (id, wait_s) WHERE t.id = o.id AND t.done_at IS NULL""")
_GIVE_UP = text("""
    UPDATE provider_task SET done_at = clock_timestamp(), password = NULL, outcome = 'given_up'
     WHERE id = :id AND done_at IS NULL""")

# Whoever has a change pending is passed over: it is about to be as we keep it.
_AT_REST = text("""
    SELECT p.id, p.username, p.sub, p.enabled,
           coalesce(bool_and(a.kind = 'client'), false) AS is_client
      FROM person p LEFT JOIN account a ON a.person_id = p.id
     WHERE p.sub IS NOT NULL AND p.refused_at IS NULL
       AND NOT EXISTS (SELECT FROM provider_task t WHERE t.person_id = p.id AND t.done_at IS NULL)
     GROUP BY p.id ORDER BY p.id""")


@dataclass(frozen=True)
class NewTask:
    """A change to be made once the present transaction has committed."""

    person_id: UUID
    kind: TaskKind
    full_name: str = ""
    password: str | None = field(default=None, repr=False)


async def add(tx: AsyncConnection, tasks: Sequence[NewTask]) -> list[int]:
    """Write pending changes with the change of our own they belong to; their ids in the same order."""
    if not tasks:
        return []
    columns = {
        "persons": [t.person_id for t in tasks],
        "kinds": [str(t.kind) for t in tasks],
        "names": [t.full_name for t in tasks],
        "passwords": [t.password for t in tasks],
        "kept_s": KEPT_S,
    }
    return sorted((await tx.execute(_ADD, columns)).scalars())


async def persons_at_rest(tx: AsyncConnection) -> list[KnownPerson]:
    """Everybody whom the provider has made and for whom no change is pending."""
    return [KnownPerson(**row) for row in (await tx.execute(_AT_REST)).mappings()]


async def claim(tx: AsyncConnection, ids: Sequence[int] | None = None) -> list[Task]:
    """Take the oldest due change of each person (of these ids, or any) for a minute."""
    rows = (await tx.execute(_CLAIM, {"ids": None if ids is None else list(ids), "lease_s": LEASE_S, "limit": BATCH})).mappings()
    return sorted((Task(**{**r, "kind": TaskKind(r["kind"])}) for r in rows), key=lambda task: task.id)


async def still_pending(tx: AsyncConnection, ids: Sequence[int]) -> set[int]:
    """Those of the changes that nobody has marked meanwhile, locked."""
    return set((await tx.execute(_PENDING, {"ids": list(ids)})).scalars())


async def done(tx: AsyncConnection, outcomes: Sequence[Outcome]) -> None:
    """Mark changes as made or refused and erase their passwords."""
    if outcomes:
        await tx.execute(_DONE, {"ids": [o.task.id for o in outcomes], "refusals": [o.refusal or "" for o in outcomes]})


async def try_later(tx: AsyncConnection, tasks: Sequence[Task]) -> None:
    """Give changes back that found no answer, to be tried after a while."""
    if tasks:
        waits = [wait_before_next_try_s(t.attempts) for t in tasks]
        await tx.execute(_LATER, {"ids": [t.id for t in tasks], "waits": waits})


async def give_up(tx: AsyncConnection, task_id: int) -> None:
    """Do not make a change that nobody waits for any more."""
    await tx.execute(_GIVE_UP, {"id": task_id})
