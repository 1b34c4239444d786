"""A service's user on the broker can do what the service needs and nothing else: each right is tried to be broken on the real one."""

from collections.abc import AsyncIterator, Awaitable, Callable

import aiormq
import pytest
from aiormq.abc import AbstractChannel
from aiormq.exceptions import ChannelAccessRefused, ProbableAuthenticationError
from pamqp.commands import Basic
from tests.support.buses import SHEET, UNIT, RabbitWorld, Reader, a_message
from tests.support.eventually import eventually
from tests.support.real_servers import RealServers

from chamdiem.servers.rabbitmq import RabbitMQ
from chamdiem_kit.bus.names import DEAD_EXCHANGE, EXCHANGE

Act = Callable[[AbstractChannel], Awaitable[object]]


@pytest.fixture(scope="module")
async def world(real_servers: RealServers) -> AsyncIterator[RabbitWorld]:
    broker = await real_servers.have("rabbitmq")
    assert isinstance(broker, RabbitMQ)
    opened = RabbitWorld(broker)
    await opened.deploy()
    yield opened
    await opened.close()


async def ignore(_: object) -> None:
    return None


def writes(key: str, exchange: str = EXCHANGE) -> Act:
    return lambda channel: channel.basic_publish(b"{}", exchange=exchange, routing_key=key)


REFUSED: dict[str, Act] = {
    "another's event": writes(SHEET),
    "an event that only begins like its own": writes("identityx.unit.changed.v1"),
    "the dead's exchange": writes("chamdiem.identity", DEAD_EXCHANGE),
    "straight into a queue": writes("chamdiem.appraisal", ""),
    "into an exchange of the broker's": writes(UNIT, "amq.topic"),
    "read another's queue": lambda channel: channel.basic_consume("chamdiem.appraisal", ignore),
    "read another's dead": lambda channel: channel.basic_consume("chamdiem.appraisal.dead", ignore),
    "take one from another's queue": lambda channel: channel.basic_get("chamdiem.appraisal.dead"),
    "make a queue": lambda channel: channel.queue_declare("chamdiem.identity.more", durable=True),
    "make an exchange": lambda channel: channel.exchange_declare("chamdiem.other"),
    "bind its queue to more": lambda channel: channel.queue_bind("chamdiem.identity", EXCHANGE, routing_key=SHEET),
    "unbind its queue": lambda channel: channel.queue_unbind("chamdiem.identity", EXCHANGE, routing_key=UNIT),
    "delete its queue": lambda channel: channel.queue_delete("chamdiem.identity"),
    "delete another's queue": lambda channel: channel.queue_delete("chamdiem.appraisal"),
    "empty another's queue": lambda channel: channel.queue_purge("chamdiem.appraisal"),
    "delete the exchange": lambda channel: channel.exchange_delete(EXCHANGE),
}


@pytest.mark.parametrize("act", REFUSED.values(), ids=REFUSED)
async def test_a_service_is_refused(world: RabbitWorld, act: Act) -> None:
    async with world.channel("identity") as channel:
        with pytest.raises(ChannelAccessRefused):
            await act(channel)


async def test_nobody_signs_a_message_with_anothers_name(world: RabbitWorld) -> None:
    signed = Basic.Properties(user_id="chamdiem_assessment")
    async with world.channel("identity") as channel:
        with pytest.raises(aiormq.exceptions.ChannelPreconditionFailed):
            await channel.basic_publish(b"{}", exchange=EXCHANGE, routing_key=UNIT, properties=signed)


async def test_an_event_in_anothers_name_ends_with_the_dead(world: RabbitWorld) -> None:
    reader = Reader()
    await world.read("assessment", reader)
    await world.of("identity").publish([a_message(1, source="assessment"), a_message(2)])
    await eventually(lambda: reader.has(1))
    assert reader.numbers() == [2]
    ((_, reason),) = reader.buried
    assert "chamdiem_identity" in reason


async def test_a_wrong_password_and_another_virtual_host_are_refused(world: RabbitWorld) -> None:
    good = world.broker.url("identity", world.vhost)
    with pytest.raises(ProbableAuthenticationError):
        await aiormq.connect(good.replace(world.broker.place.secret("identity"), "sai-mat-khau"))
    with pytest.raises(aiormq.exceptions.AMQPError, match=r"Connection\.Close"):
        await aiormq.connect(world.broker.url("identity", "/"))


async def test_a_service_cannot_administer_the_broker(world: RabbitWorld) -> None:
    import httpx

    password = world.broker.place.secret("identity")
    async with httpx.AsyncClient(auth=("chamdiem_identity", password), trust_env=False) as client:
        answer = await client.get(f"{world.broker.admin.management_url}/api/queues")
    assert answer.status_code == 401


async def test_who_was_made_without_a_password_of_ours_is_not_there(world: RabbitWorld) -> None:
    users = {user["name"] for user in (await world.admin("GET", "/users")).json()}
    assert users == {
        "chamdiem-admin",
        *(f"chamdiem_{service}" for service in ("identity", "assessment", "appraisal", "ranking", "gateway")),
    }
