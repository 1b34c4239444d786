"""A virtual host broken on purpose."""

from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr
from tests.support.buses import SERVICES, UNIT, RabbitWorld, Reader
from tests.support.eventually import eventually

from chamdiem.doctor.bindings import examine_bindings
from chamdiem.doctor.broker import examine_broker
from chamdiem.doctor.finding import Finding
from chamdiem.provision.rabbitmq_definitions import takers_of_events
from chamdiem.provision.settings import ProvisionSettings
from chamdiem.servers.rabbitmq import RabbitMQ

USER = "/VHOST/chamdiem_identity"


@pytest.fixture
async def world(rabbitmq: RabbitMQ) -> AsyncIterator[RabbitWorld]:
    opened = RabbitWorld(rabbitmq)
    yield opened
    await opened.close()


async def said_of(world: RabbitWorld) -> list[Finding]:
    return await examine_broker("identity", world.broker.url("identity", world.vhost), "assessment")


async def served(world: RabbitWorld) -> None:
    """Somebody takes identity's events."""
    await world.deploy()
    bus = world.of("identity")
    await bus.subscribe("identity", frozenset({UNIT}), (reader := Reader()).deliver, reader.bury)

    async def taking() -> bool:
        return bus.is_reached("identity")

    await eventually(taking)


async def test_a_queue_that_is_served_by_a_user_with_its_rights_is_well(world: RabbitWorld) -> None:
    await served(world)
    assert [finding.state for finding in await said_of(world)] == ["well"]


@pytest.mark.parametrize(
    ("path", "body", "named"),
    [
        (f"/topic-permissions{USER}", {"exchange": "chamdiem.events", "write": ".*", "read": "^$"}, "gửi được sự kiện của assessment"),
        (
            f"/topic-permissions{USER}",
            {"exchange": "chamdiem.events", "write": "^$", "read": "^$"},
            "không gửi được sự kiện của chính mình",
        ),
        (f"/permissions{USER}", {"configure": "^$", "write": "^chamdiem.events$", "read": ".*"}, "đọc được hàng đợi của assessment"),
        (f"/permissions{USER}", {"configure": ".*", "write": ".*", "read": "^chamdiem.identity"}, "tạo được hàng đợi"),
    ],
)
async def test_a_right_too_many_or_too_few_is_named(world: RabbitWorld, path: str, body: dict[str, str], named: str) -> None:
    await served(world)
    assert (await world.admin("PUT", path, body)).is_success
    found = await said_of(world)
    assert [(finding.state, named in finding.sentence, "chamdiem provision" in finding.sentence) for finding in found] == [
        ("fault", True, True)
    ], found


async def test_a_queue_that_nobody_serves_is_named(world: RabbitWorld) -> None:
    await world.deploy()
    (found,) = await said_of(world)
    assert (found.state, "nào nhận sự kiện" in found.sentence) == ("fault", True)


async def test_queues_that_were_never_declared_are_named(world: RabbitWorld) -> None:
    await world.deploy_without_queues()
    assert any("hàng đợi chamdiem.identity" in finding.sentence for finding in await said_of(world))


async def test_dead_messages_are_told(world: RabbitWorld) -> None:
    await world.deploy()
    await world.admin(
        "POST",
        "/exchanges/VHOST/chamdiem.dead/publish",
        {"properties": {}, "routing_key": "chamdiem.identity", "payload": "{}", "payload_encoding": "string"},
    )

    async def told() -> bool:
        return any("chamdiem events dead identity" in finding.sentence for finding in await said_of(world))

    await eventually(told)


async def test_a_broker_that_does_not_answer_or_is_none_is_named(unused_tcp_port: int) -> None:
    (silent,) = await examine_broker("identity", f"amqp://a:secret-7@127.0.0.1:{unused_tcp_port}/x", "ranking")
    assert (silent.state, "bus_url" in silent.sentence, "secret-7" in silent.sentence) == ("fault", True, False)
    (inside,) = await examine_broker("identity", "inprocess:", "ranking")
    assert inside.state == "fault"


async def test_a_binding_that_is_missing_is_named_with_its_event(world: RabbitWorld) -> None:
    await world.deploy({type_: [name for name in names if name in SERVICES] for type_, names in takers_of_events().items()})
    admin = world.broker.admin
    settings = ProvisionSettings(
        rabbitmq_management_url=admin.management_url, rabbitmq_admin=admin.user, rabbitmq_password=SecretStr(admin.password)
    )
    before = await examine_bindings(settings, world.vhost)
    assert (await world.admin("DELETE", f"/bindings/VHOST/e/chamdiem.events/q/chamdiem.assessment/{UNIT}")).is_success
    (after,) = await examine_bindings(settings, world.vhost)
    assert (after.state, UNIT in after.sentence) == ("fault", True)
    assert all(UNIT not in finding.sentence for finding in before)
