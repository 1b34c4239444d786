"""The outbox: an event is written in the transaction of the change it tells of (architecture, "Events").

An event whose JSON is above `PART_LIMIT` is cut into numbered parts; a reader acts when it has all (`inbox`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.base import Event
from chamdiem_kit.logs import trace_id

PART_LIMIT = 512 * 1024
BATCH_BYTES = 4 * 1024 * 1024
"""A batch of several messages has at most one more than fits in here."""
CHANNEL = "chamdiem_outbox"

_INSERT = """
    INSERT INTO outbox (id, event_id, part, parts, type, subject, subject_version, trace_id, data)
    VALUES (:id, :event_id, :part, :parts, :type, :subject, :subject_version, :trace_id, :data)"""
_ADD = text(_INSERT)
_NOTIFY = text(f"SELECT pg_notify('{CHANNEL}', '')")
# Nearly always it is one row, and then one round trip.
_ADD_AND_NOTIFY = text(f"WITH added AS ({_INSERT}) SELECT pg_notify('{CHANNEL}', '')")


@dataclass(frozen=True)
class OutboxRow:
    """One row as the relay reads it: a whole event, or part `part` of `parts` (counted from 1). `data` is JSON text or a piece of it."""

    seq: int
    id: UUID
    event_id: UUID
    part: int
    parts: int
    type: str
    subject: str
    subject_version: int
    trace_id: str
    occurred_at: datetime
    data: str


def _pieces(data: str) -> Sequence[str]:
    if len(data) * 4 <= PART_LIMIT or len(data.encode()) <= PART_LIMIT:
        return (data,)
    step = PART_LIMIT // 4
    return tuple(data[i : i + step] for i in range(0, len(data), step))


async def add(tx: AsyncConnection, event: Event) -> UUID:
    """Write one event; it is told once the transaction has committed. Returns the event's id."""
    return (await add_all(tx, [event]))[0]


async def add_all(tx: AsyncConnection, events: Iterable[Event]) -> list[UUID]:
    """Write events in their order."""
    rows, ids = [], []
    for event in events:
        event_id = uuid4()
        ids.append(event_id)
        pieces = _pieces(event.model_dump_json())
        rows += [
            {
                "id": event_id if len(pieces) == 1 else uuid4(),
                "event_id": event_id,
                "part": number,
                "parts": len(pieces),
                "type": event.type,
                "subject": event.subject,
                "subject_version": event.version,
                "trace_id": trace_id(),
                "data": piece,
            }
            for number, piece in enumerate(pieces, 1)
        ]
    if len(rows) == 1:
        await tx.execute(_ADD_AND_NOTIFY, rows[0])
    elif rows:
        await tx.execute(_ADD, rows)
        await tx.execute(_NOTIFY)
    return ids


# Bounded in bytes too, since parts are large; the first row always.
_BATCH = """
    SELECT seq, id, event_id, part, parts, type, subject, subject_version, trace_id, occurred_at, data
      FROM (SELECT *, sum(octet_length(data)) OVER (ORDER BY seq) - octet_length(data) AS before_bytes
              FROM (SELECT * FROM outbox WHERE {which} ORDER BY seq LIMIT :limit) AS rows) AS rows
     WHERE before_bytes < {most} ORDER BY seq"""
_UNPUBLISHED = text(_BATCH.format(which="published_at IS NULL", most=BATCH_BYTES))
_MARK = text("UPDATE outbox SET published_at = clock_timestamp() WHERE seq = ANY(:seqs)")
_ALL_AFTER = text(_BATCH.format(which="seq > :after", most=BATCH_BYTES))


async def unpublished(tx: AsyncConnection, limit: int) -> list[OutboxRow]:
    """The oldest rows not yet handed to the bus, at most `limit`, and fewer where they are large."""
    return [OutboxRow(**r) for r in (await tx.execute(_UNPUBLISHED, {"limit": limit})).mappings()]


async def mark_published(tx: AsyncConnection, seqs: Sequence[int]) -> None:
    """Remember that the bus has confirmed these rows."""
    await tx.execute(_MARK, {"seqs": list(seqs)})


async def rows_after(tx: AsyncConnection, after: int, limit: int) -> list[OutboxRow]:
    """The rows after that one in order, as `unpublished`; for a replay."""
    return [OutboxRow(**r) for r in (await tx.execute(_ALL_AFTER, {"after": after, "limit": limit})).mappings()]
