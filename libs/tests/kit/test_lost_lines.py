"""A database that goes away is no fault of the message that was being handled: nothing is buried, all of it comes again."""

import asyncio
import struct
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection
from tests.support.house import House, an_account, problem_of
from tests.support.issuer import Issuer
from tests.support.plain_service.app import create_service

from chamdiem_contracts.identity import UnitChangedV1
from chamdiem_kit.bus.delivery import DELIVERY_LIMIT
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.bus.port import Message
from chamdiem_kit.errors import Unavailable
from chamdiem_kit.inbox import Inbox, Received
from chamdiem_kit.settings import ServiceSettings


def a_message() -> Message:
    event = UnitChangedV1(version=1, code="a", name="a", unit_type="department", ranking_group="department")
    id_ = uuid4()
    return Message(id_, id_, 1, 1, "test", event.type, event.subject, 1, "", datetime.now(UTC), event.model_dump_json())


async def test_a_line_lost_in_a_handler_is_not_the_messages_fault(house: House) -> None:
    async def cut_off(tx: AsyncConnection, _: Received[UnitChangedV1]) -> None:
        await tx.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    inbox = Inbox(house.service.database, {UnitChangedV1: cut_off})
    with pytest.raises(Unavailable):
        await inbox.deliver([a_message()])


@pytest.mark.parametrize("state", ["53100", "53200", "53300", "25006"], ids=["disk full", "memory", "connections", "standby"])
async def test_a_database_that_can_take_nothing_now_is_not_the_messages_fault(house: House, state: str) -> None:
    async def refused(tx: AsyncConnection, _: Received[UnitChangedV1]) -> None:
        await tx.execute(text(f"DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{state}'; END $$"))

    inbox = Inbox(house.service.database, {UnitChangedV1: refused})
    with pytest.raises(Unavailable):
        await inbox.deliver([a_message()])


async def test_what_cannot_be_delivered_for_want_of_a_database_is_never_buried() -> None:
    refusals = [Unavailable("")] * (2 * DELIVERY_LIMIT)
    delivered: list[Message] = []

    async def deliver(batch: Sequence[Message]) -> None:
        if refusals:
            raise refusals.pop()
        delivered.extend(batch)

    async def bury(_: Message, reason: str) -> None:
        raise AssertionError(reason)

    bus, message = InProcessBus(), a_message()
    await bus.subscribe("neighbour", frozenset({message.type}), deliver, bury)
    for _ in range(2 * DELIVERY_LIMIT):
        with pytest.raises(ExceptionGroup) as told:
            await bus.publish([message])
        assert told.group_contains(Unavailable)
    await bus.publish([message])
    assert delivered == [message]


@pytest.fixture(params=["refuses", "is starting up", "hangs up"])
async def absent_database(request: pytest.FixtureRequest) -> AsyncIterator[str]:
    """The URL of a PostgreSQL that is killed, or was just now and recovers."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1024)
        if request.param == "is starting up":
            fields = b"SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0"
            writer.write(b"E" + struct.pack("!i", 4 + len(fields)) + fields)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    if request.param == "refuses":
        server.close()
        await server.wait_closed()
    yield f"postgresql+asyncpg://chamdiem:chamdiem@127.0.0.1:{port}/chamdiem"
    server.close()


async def test_while_the_database_is_away_a_call_is_put_off_and_not_a_fault(absent_database: str, issuer: Issuer) -> None:
    settings = ServiceSettings(service="plain", profile="embedded", database_url=SecretStr(absent_database), oidc_issuer=issuer.url)
    house = House(create_service(settings, InProcessBus()), issuer)
    try:
        assert problem_of(await house.as_(an_account("management")).get("/things")) == (503, "request/unavailable")
        with pytest.raises(Unavailable):
            async with house.service.database.driver():
                pass
    finally:
        await house.close()
        await house.service.database.close()
