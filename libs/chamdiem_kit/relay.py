"""The relay: brings the outbox to the bus, in order, in batches; one is active a service (advisory lock), others stand by."""

import asyncio
import logging
from contextlib import suppress

from chamdiem_kit import outbox
from chamdiem_kit.bus.port import Bus, Message
from chamdiem_kit.db import Database, connect_driver
from chamdiem_kit.listener import Listener

BATCH = 200
_IDLE_S = 2.0
_FIRST_WAIT_S, _LONGEST_WAIT_S = 0.5, 5.0
_LOCK_KEY = 0x636864  # "chd"; each service has a database of its own, so one number serves all
_log = logging.getLogger("chamdiem.relay")


def message_of(source: str, row: outbox.OutboxRow) -> Message:
    """An outbox row of the service `source` as it travels."""
    return Message(
        id=row.id,
        event_id=row.event_id,
        part=row.part,
        parts=row.parts,
        source=source,
        type=row.type,
        subject=row.subject,
        subject_version=row.subject_version,
        trace_id=row.trace_id,
        occurred_at=row.occurred_at,
        data=row.data,
    )


class Relay:
    """Runs until cancelled. Woken by NOTIFY on commit, else looks every two seconds."""

    def __init__(self, service: str, database: Database, bus: Bus, listener: Listener) -> None:
        self._service, self._database, self._bus = service, database, bus
        self._wake = asyncio.Event()
        listener.on(outbox.CHANNEL, lambda _: self._wake.set())

    async def run(self) -> None:
        """Hold the lock and publish; after any fault begin again, waiting longer each time."""
        wait_s = _FIRST_WAIT_S
        while True:
            try:
                connection = await connect_driver(self._database.url)
                try:
                    await connection.execute(f"SELECT pg_advisory_lock({_LOCK_KEY})", timeout=None)
                    while True:
                        told = await self.publish_once()
                        wait_s = _FIRST_WAIT_S
                        if not told:
                            with suppress(TimeoutError):
                                async with asyncio.timeout(_IDLE_S):
                                    await self._wake.wait()
                            self._wake.clear()
                        if connection.is_closed():
                            break
                finally:
                    with suppress(Exception):
                        await connection.close(timeout=2)
            except asyncio.CancelledError:
                raise
            except Exception as fault:
                _log.warning("relay of %s begins again: %s", self._service, fault)
                await asyncio.sleep(wait_s)
                wait_s = min(_LONGEST_WAIT_S, 2 * wait_s)

    async def publish_once(self) -> int:
        """Publish one batch; how many rows it had. A crash before the mark makes them come again, which the inbox absorbs."""
        async with self._database.transaction() as tx:
            rows = await outbox.unpublished(tx, BATCH)
        if not rows:
            return 0
        await self._bus.publish([message_of(self._service, row) for row in rows])
        async with self._database.transaction() as tx:
            await outbox.mark_published(tx, [r.seq for r in rows])
        return len(rows)
