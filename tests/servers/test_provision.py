"""`chamdiem provision` with nothing but the servers' own administrators: an empty province with somebody who can sign in."""

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.e2e.processes import command
from tests.support.real_servers import RealServers

from chamdiem.embedded.errors import SignInRefused
from chamdiem.servers.keycloak import Keycloak
from chamdiem.servers.minio import MinIO
from chamdiem.servers.postgresql import PostgreSQL
from chamdiem.servers.rabbitmq import RabbitMQ
from chamdiem.sign_in.code_flow import PasswordChangeDue, sign_in


@pytest.fixture(scope="module")
async def told(real_servers: RealServers) -> Mapping[str, str]:
    """All that provisioning is told besides the services' settings: the servers' own administrators."""
    postgresql, rabbitmq = await real_servers.have("postgresql"), await real_servers.have("rabbitmq")
    minio, keycloak = await real_servers.have("minio"), await real_servers.have("keycloak")
    await real_servers.have("nginx")
    assert isinstance(postgresql, PostgreSQL) and isinstance(rabbitmq, RabbitMQ)
    assert isinstance(minio, MinIO) and isinstance(keycloak, Keycloak)
    settings = {
        "postgresql_address": postgresql.address,
        "postgresql_password": postgresql.place.secret("postgres"),
        "rabbitmq_management_url": rabbitmq.admin.management_url,
        "rabbitmq_password": rabbitmq.admin.password,
        "s3_endpoint": minio.address,
        "s3_password": minio.root.secret_key,
        "keycloak_url": keycloak.admin.url,
        "keycloak_admin": keycloak.admin.username,
        "keycloak_password": keycloak.admin.password,
        "backchannel_logout_url": keycloak.wanted().backchannel_logout_url,
    }
    return {f"CHAMDIEM_PROVISION_{name.upper()}": value for name, value in settings.items()}


async def provision(folder: Path, environment: Mapping[str, str], *arguments: str) -> tuple[int, str, str]:
    """Exit status, what was said, what was complained of."""
    settings = ("--settings", str(folder / "settings"))
    async with command("provision", *settings, *arguments, environment=environment, stderr=asyncio.subprocess.PIPE) as running:
        said, complained = await asyncio.wait_for(running.process.communicate(), 240)
        return running.process.returncode or 0, said.decode(), complained.decode()


async def test_an_empty_province_gets_all_it_needs_and_its_first_administrator(
    real_servers: RealServers, told: Mapping[str, str], tmp_path: Path
) -> None:
    file, keycloak = tmp_path / "administrator.json", await real_servers.have("keycloak")
    assert isinstance(keycloak, Keycloak)
    environment = {**told, "CHAMDIEM_PROVISION_ADMINISTRATOR_FILE": str(file)}
    status, said, complained = await provision(real_servers.folder, environment)
    assert (status, complained) == (0, "")
    assert said.count("\n") == 6
    assert file.stat().st_mode & 0o077 == 0
    first = json.loads(file.read_text("utf-8"))
    assert first["password"] not in said
    where = (keycloak.issuer, keycloak.cli_client, "http://127.0.0.1/callback")
    with pytest.raises(PasswordChangeDue):
        await sign_in(*where, first["username"], first["password"])
    tokens = await sign_in(*where, first["username"], first["password"], new_password="Mat-khau-moi-2026")
    assert tokens.changed
    status, said, _ = await provision(real_servers.folder, environment)
    assert (status, "đã có từ trước" in said) == (0, True)
    with pytest.raises(SignInRefused):
        await sign_in(*where, first["username"], first["password"])


async def test_a_server_whose_administrator_is_not_given_is_left_as_it_is(real_servers: RealServers, told: Mapping[str, str]) -> None:
    status, said, complained = await provision(real_servers.folder, {}, "--only", "rabbitmq", "--only", "minio")
    assert (status, complained, said.count("giữ nguyên")) == (0, "", 2)


@pytest.mark.parametrize(
    ("step", "changed", "named"),
    [
        ("postgresql", {"CHAMDIEM_PROVISION_POSTGRESQL_PASSWORD": "wrong-secret-7"}, "PostgreSQL"),
        ("postgresql", {"CHAMDIEM_IDENTITY_MIGRATION_DATABASE_URL": "postgresql+asyncpg://a:b@h/c"}, "migration_database_url của identity"),
        ("rabbitmq", {"CHAMDIEM_PROVISION_RABBITMQ_PASSWORD": "wrong-secret-7"}, "mật khẩu quản trị"),
        ("rabbitmq", {"CHAMDIEM_RANKING_BUS_URL": "amqp://somebody:else@h/chamdiem"}, "chamdiem_ranking"),
        ("minio", {"CHAMDIEM_PROVISION_S3_PASSWORD": "wrong-secret-7"}, "Kho tài liệu"),
        ("keycloak", {"CHAMDIEM_PROVISION_KEYCLOAK_PASSWORD": "wrong-secret-7"}, "Keycloak không nhận"),
    ],
)
async def test_what_is_refused_is_said_in_a_sentence_without_the_secret(
    real_servers: RealServers, told: Mapping[str, str], step: str, changed: Mapping[str, str], named: str
) -> None:
    status, _, complained = await provision(real_servers.folder, {**told, **changed}, "--only", step)
    assert (status, named in complained, "wrong-secret-7" in complained) == (1, True, False), complained
    assert "Traceback" not in complained
