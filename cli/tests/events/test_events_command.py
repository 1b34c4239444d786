"""`chamdiem events` on real databases of all services, and a real broker where one is asked."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from tests.support.buses import RabbitWorld
from tests.support.databases import Databases
from tests.support.real_servers import RealServers

from chamdiem.embedded.databases import SERVICES
from chamdiem.servers.rabbitmq import RabbitMQ
from chamdiem_contracts.identity import UnitChangedV1
from chamdiem_kit import outbox
from chamdiem_kit.bus.port import Message
from chamdiem_kit.db import Database
from chamdiem_kit.inbox import Inbox


def a_unit(code: str, name: str = "Sở Nội vụ") -> UnitChangedV1:
    return UnitChangedV1(version=1, code=code, name=name, unit_type="department", ranking_group="department")


def a_letter(code: str, **fields: Any) -> Message:
    id_, event = uuid4(), a_unit(code)
    usual: dict[str, Any] = {
        "id": id_,
        "event_id": id_,
        "part": 1,
        "parts": 1,
        "source": "identity",
        "type": event.type,
        "subject": code,
        "subject_version": 1,
        "trace_id": "",
        "occurred_at": datetime.now(UTC),
        "data": event.model_dump_json(),
    }
    return Message(**{**usual, **fields})


@dataclass(frozen=True)
class Ended:
    """What a command came to."""

    status: int
    out: str
    err: str


class Operator:
    """Who runs the command; the services' databases are there, the services are not."""

    def __init__(self, settings: Path, databases: Mapping[str, Database]) -> None:
        self.settings, self.databases = settings, databases

    async def run(self, *arguments: str) -> Ended:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("CHAMDIEM_")}
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "chamdiem", "events", *arguments, "--settings", str(self.settings)),
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await process.communicate()
        assert "Traceback" not in err.decode(), err.decode()
        return Ended(process.returncode or 0, out.decode(), err.decode())

    async def bury(self, service: str, *letters: Message, reason: str = "ValueError: hỏng") -> None:
        for letter in letters:
            await Inbox(self.databases[service], {}).bury(letter, reason)

    async def tell(self, service: str, *events: UnitChangedV1) -> None:
        async with self.databases[service].transaction() as tx:
            await outbox.add_all(tx, events)

    async def rows(self, service: str, sql: str) -> list[Any]:
        async with self.databases[service].transaction() as tx:
            return [tuple(row) for row in await tx.execute(text(sql))]

    def set(self, service: str, field: str, value: str) -> None:
        folder = self.settings / service
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"chamdiem_{service}_{field}").write_text(value)


@pytest.fixture
async def operator(databases: Databases, tmp_path: Path) -> AsyncIterator[Operator]:
    urls = {service: await databases.fresh(f"chamdiem_{service}") for service in SERVICES}
    made = Operator(tmp_path / "settings", {service: Database(url, pool_size=2) for service, url in urls.items()})
    for service, url in urls.items():
        made.set(service, "database_url", url)
    yield made
    for database in made.databases.values():
        await database.close()
        await databases.drop(database.url)


async def test_pending_counts_what_no_bus_has_taken_and_says_for_how_long(operator: Operator) -> None:
    await operator.tell("identity", a_unit("a"), a_unit("b"), a_unit("c"))
    await operator.rows("identity", "UPDATE outbox SET published_at = now() WHERE subject = 'a' RETURNING 1")
    await operator.rows("identity", "UPDATE outbox SET occurred_at = now() - interval '3 hours 5 minutes' WHERE subject = 'b' RETURNING 1")
    await operator.bury("ranking", a_letter("x"))
    ended = await operator.run("pending")
    assert ended.status == 0
    lines = {line.split()[0]: line.split() for line in ended.out.splitlines()}
    assert lines["identity"] == ["identity", "2", "3", "giờ", "5", "phút", "3", "?", "0"]
    assert lines["ranking"] == ["ranking", "0", "0", "?", "1"]
    only = await operator.run("pending", "ranking")
    assert "identity" not in only.out and "ranking" in only.out


async def test_a_dead_letter_is_listed_shown_and_delivered_again(operator: Operator) -> None:
    letter = a_letter("so-noi-vu")
    await operator.bury("assessment", letter, reason="ValueError: không hiểu")
    listed = await operator.run("dead")
    assert str(letter.id) in listed.out and "assessment" in listed.out and "không hiểu" in listed.out and "1 thư chết" in listed.out
    shown = await operator.run("show", str(letter.id))
    assert '"name": "Sở Nội vụ"' in shown.out and letter.type in shown.out
    again = await operator.run("redeliver", str(letter.id))
    assert (again.status, again.out) == (0, "Đã giao lại 1 thư.\n")
    assert await operator.rows("assessment", "SELECT code FROM known_unit") == [("so-noi-vu",)]
    assert (await operator.run("dead")).out == "Không có thư chết nào.\n"


async def test_what_still_fails_stays_with_the_dead_and_the_others_are_delivered(operator: Operator) -> None:
    good, bad = a_letter("tot"), a_letter("hong", data="{}")
    foreign = a_letter("la", type="identity.nothing.v1")
    await operator.bury("assessment", bad, good, foreign)
    ended = await operator.run("redeliver", "--all")
    assert ended.status == 1
    assert "Đã giao lại 1 thư, 2 thư vẫn lỗi." in ended.out
    assert str(bad.id) in ended.err and "không nhận sự kiện này" in ended.err
    assert {row[0] for row in await operator.rows("assessment", "SELECT subject FROM dead_letter")} == {"hong", "la"}


async def test_nonsense_is_refused_in_a_sentence_and_does_nothing(operator: Operator) -> None:
    letter = a_letter("a")
    await operator.bury("assessment", letter)
    strange = UUID(int=5)
    ended = await operator.run("redeliver", str(letter.id), str(strange))
    assert ended.status == 1 and str(strange) in ended.err and str(letter.id) not in ended.err
    assert (await operator.run("redeliver")).status == 2
    assert (await operator.run("redeliver", "--all", str(letter.id))).status == 2
    assert (await operator.run("show", str(strange))).status == 1
    assert (await operator.run("show", "không-phải-mã")).status == 2
    assert (await operator.run("rebuild", "kho")).status == 2
    assert len(await operator.rows("assessment", "SELECT 1 FROM dead_letter")) == 1
    ended = await operator.run("replay", "identity")
    assert ended.status == 1 and "rebuild" in ended.err


async def test_a_rebuilt_service_knows_what_the_outboxes_say_and_nothing_else(operator: Operator) -> None:
    await operator.tell("identity", a_unit("a"), a_unit("b"))
    await operator.bury("assessment", a_letter("lost"))
    await operator.run("redeliver", "--all")
    assert await operator.rows("assessment", "SELECT code FROM known_unit") == [("lost",)]
    ended = await operator.run("rebuild", "assessment")
    assert ended.status == 0 and "2 tin" in ended.out
    assert await operator.rows("assessment", "SELECT code FROM known_unit ORDER BY code") == [("a",), ("b",)]


async def test_a_database_that_is_away_or_was_never_migrated_is_named(operator: Operator, databases: Databases) -> None:
    operator.set("ranking", "database_url", "postgresql+asyncpg://nobody:x@127.0.0.1:9/none")
    ended = await operator.run("pending")
    assert ended.status == 1 and "ranking không trả lời" in ended.err and "gateway" in ended.out
    (operator.settings / "gateway" / "chamdiem_gateway_database_url").unlink()
    ended = await operator.run("pending")
    assert ended.status == 2 and "CHAMDIEM_GATEWAY_DATABASE_URL" in ended.err


async def test_replay_hands_the_whole_outbox_to_the_broker(operator: Operator, real_servers: RealServers) -> None:
    broker = await real_servers.have("rabbitmq")
    assert isinstance(broker, RabbitMQ)
    world = RabbitWorld(broker)
    await world.deploy()
    try:
        operator.set("identity", "bus_url", broker.url("identity", world.vhost))
        await operator.tell("identity", *(a_unit(f"u{n}") for n in range(250)))
        await operator.rows("identity", "UPDATE outbox SET published_at = now() RETURNING 1")
        ended = await operator.run("replay", "identity")
        assert (ended.status, ended.out) == (0, "Đã phát lại 250 tin của identity.\n")
        assert await world.counted("chamdiem.assessment") == 250
        await world.deploy({})
        ended = await operator.run("replay", "identity")
        assert ended.status == 1 and "chamdiem provision" in ended.err and "chạy lại" in ended.err
    finally:
        await world.close()
