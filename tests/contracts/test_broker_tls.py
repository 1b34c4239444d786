"""The line to the broker under TLS: only to whom the named authority vouches for."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from tests.support.buses import UNIT, RabbitWorld, Reader, a_message
from tests.support.eventually import eventually
from tests.support.own_broker import OwnBroker
from tests.support.real_servers import RealServers

from chamdiem.embedded.ports import ReservedPorts
from chamdiem_kit.bus.rabbitmq import RabbitBus
from chamdiem_kit.errors import Unavailable


@dataclass(frozen=True)
class Encrypted:
    """A broker that also listens under TLS, and the certificate by which it is known."""

    world: RabbitWorld
    port: int
    certificate: Path

    def bus(self, service: str, host: str = "127.0.0.1", query: str | None = None) -> RabbitBus:
        password = self.world.broker.place.secret(service)
        asked = f"?cafile={self.certificate}" if query is None else query
        return RabbitBus(f"amqps://chamdiem_{service}:{password}@{host}:{self.port}/{self.world.vhost}{asked}")


def make_certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate of its own authority for 127.0.0.1, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "broker")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "broker.crt", folder / "broker.key"
    paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return paths


@pytest.fixture(scope="module")
async def encrypted(real_servers: RealServers, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Encrypted]:
    await real_servers.have("rabbitmq")  # skips where this machine cannot have one
    folder = tmp_path_factory.mktemp("tls")
    certificate, key = make_certificate(folder)
    with ReservedPorts(("amqps",), {}) as ports:
        port = ports.by_name["amqps"]
        lines = f"listeners.ssl.1 = 127.0.0.1:{port}\nssl_options.certfile = {certificate}\nssl_options.keyfile = {key}\n"
        broker = OwnBroker(folder / "servers", lines + "ssl_options.versions.1 = tlsv1.3\nssl_options.versions.2 = tlsv1.2\n")
        await broker.up()
        world = RabbitWorld(broker.server)
        await world.deploy()
        yield Encrypted(world, port, certificate)
        await world.close()
        await broker.down()


async def test_events_travel_under_tls(encrypted: Encrypted) -> None:
    reader = Reader()
    telling, taking = encrypted.bus("identity"), encrypted.bus("assessment")
    assert await telling.faults("identity") == []
    await taking.subscribe("assessment", frozenset({UNIT}), reader.deliver, reader.bury)
    await telling.publish([a_message(n) for n in range(50)])
    await eventually(lambda: reader.has(50))
    await taking.close()
    await telling.close()


@pytest.mark.parametrize(("host", "query"), [("127.0.0.1", ""), ("localhost", None)], ids=["unknown authority", "another name"])
async def test_a_broker_that_nobody_vouches_for_is_not_talked_to(encrypted: Encrypted, host: str, query: str | None) -> None:
    bus = encrypted.bus("identity", host, query)
    assert len(await bus.faults("identity")) == 1
    with pytest.raises(Unavailable):
        await bus.publish([a_message(1)])
