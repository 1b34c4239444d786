"""Rebuilding a service: what it knows of others is emptied with its inbox, and it is told all of it again (architecture, "Events").

What a service owns is not touched: neither its records nor its outbox. What it computes from foreign facts computes itself again, since
its handlers mark it.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_kit import outbox
from chamdiem_kit.app import Service
from chamdiem_kit.bus.port import Bus, Message
from chamdiem_kit.db import Database
from chamdiem_kit.relay import BATCH, message_of

KIT_KNOWN_TABLES = ("known_account", "ended_session")

Told = AsyncIterator[Sequence[Message]]
"""Outboxes, batch by batch, each publisher's messages in their order."""

# Live deliveries wait: their first statement writes here.
_ALONE = text("LOCK TABLE inbox IN EXCLUSIVE MODE")
_REMEMBER_HANDLED = text("CREATE TEMPORARY TABLE handled_before ON COMMIT DROP AS SELECT message_id FROM inbox")
_HANDLED = text("SELECT message_id FROM handled_before WHERE message_id = ANY(:ids)")
_UNBURY = text("DELETE FROM dead_letter d USING inbox i WHERE i.message_id = d.message_id")


async def told_by(source: str, database: Database) -> Told:
    """Everything that the service `source` has told, in order, also what its relay has not handed over yet."""
    after = 0
    while True:
        async with database.transaction() as tx:
            rows = await outbox.rows_after(tx, after, BATCH)
        if not rows:
            return
        yield [message_of(source, row) for row in rows]
        after = rows[-1].seq


async def replay(source: str, database: Database, bus: Bus, progress: Callable[[int], None] = lambda _: None) -> int:
    """Hand the whole outbox of a service to the bus again; how many messages. Whoever has handled a message passes it over.

    `progress` is told how many so far. Raises what the bus raises; then what came before is told, and all may be begun again.
    """
    count = 0
    async for batch in told_by(source, database):
        await bus.publish(batch)
        count += len(batch)
        progress(count)
    return count


async def rebuild(service: Service, *told: Told) -> int:
    """Empty what the service knows of others and let it learn all that was `told` again; how many messages it took.

    One transaction: until it ends everybody sees the old copies and live deliveries wait, and a crash leaves everything as it was. What
    fails for good goes to the dead letters as it would from the bus. Events that the service had handled come as `Received.replayed`.
    Raises what the database raises.
    """
    count = 0
    async with service.database.transaction() as tx:
        await tx.execute(_ALONE)
        await tx.execute(_REMEMBER_HANDLED)
        for table in ("inbox", "inbox_part", *KIT_KNOWN_TABLES, *service.spec.known_tables):
            # DELETE and not TRUNCATE, which would keep every reader waiting.
            await tx.execute(text(f"DELETE FROM {table}"))
        for batches in told:
            async for batch in batches:
                mine = [message for message in batch if message.type in service.inbox.types]
                if mine:
                    await _deliver(service, tx, mine)
                    count += len(mine)
        await tx.execute(_UNBURY)
    return count


async def _deliver(service: Service, tx: AsyncConnection, batch: Sequence[Message]) -> None:
    handled: set[UUID] = set((await tx.execute(_HANDLED, {"ids": [message.id for message in batch]})).scalars())
    if await _try(service, tx, batch, handled) is None:
        return
    for message in batch:
        fault = await _try(service, tx, [message], handled)
        if fault is not None:
            await service.inbox.bury_in(tx, message, f"{type(fault).__name__}: {fault}"[:2000])


async def _try(service: Service, tx: AsyncConnection, batch: Sequence[Message], handled: set[UUID]) -> Exception | None:
    try:
        async with tx.begin_nested():
            await service.inbox.deliver_in(tx, batch, handled)
    except Exception as fault:
        if tx.closed or tx.invalidated:
            raise
        return fault
    return None
