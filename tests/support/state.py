"""What stands in the databases of a platform, seen from outside: the state of a service, its outbox, what is under way, what is dead."""

import random
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from tests.support.eventually import eventually

from chamdiem.embedded.databases import SERVICES
from chamdiem_kit.bus.port import Message
from chamdiem_kit.db import Database, asyncpg_url
from chamdiem_kit.rebuild import told_by

MACHINERY = (
    "outbox",
    "inbox",
    "inbox_part",
    "dead_letter",
    "idempotency",
    "alembic_version",
    "ended_session",
    "stale_sheet",
    "stale_period",
)
"""Not what a service knows but how it learns, tells and is retried, and what is still to be computed."""
OF_RECEIPT = ("received_at",)
"""Columns that say when something arrived here, which a rebuild makes now."""

_TABLES = """
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY 1"""
State = dict[str, list[str]]


async def state_of(url: str) -> State:
    """Every row of every table that is not machinery, as JSON text."""
    async with connected(url) as database:
        tables = [row["relname"] for row in await database.fetch(_TABLES)]
        left_out = "ARRAY[" + ", ".join(f"'{name}'" for name in OF_RECEIPT) + "]"
        return {
            table: [
                row["line"] for row in await database.fetch(f"SELECT (to_jsonb(t) - {left_out})::text AS line FROM {table} t ORDER BY 1")
            ]
            for table in tables
            if table not in MACHINERY
        }


@asynccontextmanager
async def connected(url: str) -> "AsyncIterator[asyncpg.Connection[Any]]":
    """A connection of the driver's own."""
    connection = await asyncpg.connect(asyncpg_url(url), ssl=False)
    try:
        yield connection
    finally:
        await connection.close()


async def count(url: str, sql: str) -> int:
    """One number."""
    async with connected(url) as database:
        return int(await database.fetchval(sql))


async def settle(databases: Mapping[str, str]) -> None:
    """Wait until every event was handed over and every mark was judged."""

    async def done() -> bool:
        waiting = [await count(databases[s], "SELECT count(*) FROM outbox WHERE published_at IS NULL") for s in SERVICES]
        # Marks of sheets stay until there is something to compute; every period's is taken when it is judged.
        marks = await count(databases["ranking"], "SELECT count(*) FROM stale_period")
        tasks = await count(databases["identity"], "SELECT count(*) FROM provider_task WHERE done_at IS NULL")
        return sum(waiting) + marks + tasks == 0

    # Twice, since a mark's judgement may tell something: nothing new came between the two looks.
    for _ in range(2):
        await eventually(done, within_s=30)


async def dead_letters(databases: Mapping[str, str]) -> list[str]:
    """Why messages rest with the dead, of all services."""
    found = []
    for service in SERVICES:
        async with connected(databases[service]) as database:
            found += [f"{service}: {row['type']}: {row['reason']}" for row in await database.fetch("SELECT type, reason FROM dead_letter")]
    return found


async def all_told(databases: Mapping[str, Database]) -> list[Message]:
    """Every message of every outbox, one publisher after the other."""
    return [message for source, database in databases.items() async for batch in told_by(source, database) for message in batch]


def interleaved(messages: Sequence[Message], seed: int) -> list[Message]:
    """The messages in a random order that keeps each subject's own."""
    chance = random.Random(seed)
    by_subject: dict[tuple[str, str], list[Message]] = {}
    for message in messages:
        by_subject.setdefault((message.source, message.subject), []).append(message)
    queues = [iter(queue) for queue in by_subject.values()]
    turns = [n for n, queue in enumerate(by_subject.values()) for _ in queue]
    chance.shuffle(turns)
    return [next(queues[n]) for n in turns]


async def in_batches(messages: Sequence[Message], seed: int) -> AsyncIterator[Sequence[Message]]:
    """The messages in batches of random size."""
    chance = random.Random(seed)
    start = 0
    while start < len(messages):
        size = chance.randint(1, 60)
        yield messages[start : start + size]
        start += size
