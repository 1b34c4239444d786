"""`chamdiem provision`: running servers brought to what the services need, databases migrated, and somebody who can sign in.

Each step may be done again at any time: it makes what is missing and mends what differs. Secrets are those of the services' own settings.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import asyncpg
from minio.error import MinioException
from urllib3.exceptions import HTTPError

from chamdiem.embedded.folder import write_private
from chamdiem.provision.first_administrator import Handed, handed, make_first_administrator
from chamdiem.provision.keycloak import RealmAdmin, RealmRefused, WantedRealm, create_realm
from chamdiem.provision.minio import SERVICES as STORE_USERS
from chamdiem.provision.minio import StoreKeys, WantedStore, create_store
from chamdiem.provision.postgresql import Role, WantedDatabase, create_databases, wanted_database
from chamdiem.provision.rabbitmq import BrokerAdmin, BrokerRefused
from chamdiem.provision.rabbitmq import provision as create_broker
from chamdiem.provision.settings import ProvisionSettings
from chamdiem.service_names import ServiceName
from chamdiem.single_service import provider_of
from chamdiem_gateway.settings import read_gateway_settings
from chamdiem_identity.provider.keycloak import read_keycloak_settings
from chamdiem_identity.provider.port import ProviderRefused, ProviderUnavailable
from chamdiem_kit.migrate import upgrade
from chamdiem_kit.settings import read_migration_url, read_object_store_settings, read_settings

Say = Callable[[str], None]
"""Tells a person one Vietnamese line."""


class ProvisionFailed(Exception):
    """A step could not be done; the text is a Vietnamese sentence."""


async def _postgresql(settings: ProvisionSettings, say: Say) -> None:
    if settings.postgresql_password is None:
        return say("PostgreSQL: giữ nguyên (không có postgresql_password).")
    databases = []
    for service in ServiceName:
        name = service.value
        try:
            databases.append(wanted_database(read_migration_url(name), read_settings(name).database_url.get_secret_value()))
        except ValueError as fault:
            raise ProvisionFailed(f"database_url và migration_database_url của {name} phải nêu cùng cơ sở dữ liệu, hai vai trò.") from fault
    if settings.keycloak_database_password is not None:
        databases.append(WantedDatabase("keycloak", owner=Role("keycloak", settings.keycloak_database_password.get_secret_value())))
    password = quote(settings.postgresql_password.get_secret_value(), safe="")
    try:
        await create_databases(f"postgresql://{settings.postgresql_admin}:{password}@{settings.postgresql_address}/postgres", databases)
    except (asyncpg.PostgresError, OSError, TimeoutError) as fault:
        raise ProvisionFailed(f"PostgreSQL ở {settings.postgresql_address} không nhận: {fault or type(fault).__name__}") from fault
    say(f"PostgreSQL: {len(databases)} cơ sở dữ liệu cùng các vai trò.")


async def _migrate(settings: ProvisionSettings, say: Say) -> None:
    for service in ServiceName:
        await asyncio.to_thread(upgrade, f"chamdiem_{service.value}", read_migration_url(service.value))
    say("Cơ sở dữ liệu: đã ở phiên bản mới nhất.")


async def _rabbitmq(settings: ProvisionSettings, say: Say) -> None:
    if settings.rabbitmq_password is None:
        return say("RabbitMQ: giữ nguyên (không có rabbitmq_password).")
    urls = {service.value: urlsplit(read_settings(service.value).bus_url.get_secret_value()) for service in ServiceName}
    for name, url in urls.items():
        if url.username != f"chamdiem_{name}" or not url.password:
            raise ProvisionFailed(f"bus_url của {name} phải nêu người dùng chamdiem_{name} cùng mật khẩu.")
    admin = BrokerAdmin(settings.rabbitmq_management_url, settings.rabbitmq_admin, settings.rabbitmq_password.get_secret_value())
    try:
        await asyncio.to_thread(create_broker, admin, {name: unquote(url.password or "") for name, url in urls.items()})
    except BrokerRefused as fault:
        raise ProvisionFailed(str(fault)) from fault
    say("RabbitMQ: hàng đợi, quyền và người dùng của các dịch vụ.")


async def _minio(settings: ProvisionSettings, say: Say) -> None:
    if settings.s3_password is None:
        return say("Kho tài liệu: giữ nguyên (không có s3_password).")
    stores = {service: read_object_store_settings(service) for service in STORE_USERS}
    keys = {name: StoreKeys(s.s3_access_key.get_secret_value(), s.s3_secret_key.get_secret_value()) for name, s in stores.items()}
    writer = stores["assessment"]
    wanted = WantedStore(keys if settings.s3_own_users else {}, writer.receiving_bucket, writer.evidence_bucket)
    root = StoreKeys(settings.s3_admin, settings.s3_password.get_secret_value())
    try:
        await create_store(settings.s3_endpoint, root, wanted, secure=settings.s3_secure)
    except (MinioException, HTTPError) as fault:
        raise ProvisionFailed(f"Kho tài liệu ở {settings.s3_endpoint} không nhận: {fault}") from fault
    say(f"Kho tài liệu: hai ngăn, khóa lưu giữ{' và người dùng của các dịch vụ' if settings.s3_own_users else ''}.")


async def _keycloak(settings: ProvisionSettings, say: Say) -> None:
    if settings.keycloak_password is None:
        return say("Keycloak: giữ nguyên (không có keycloak_password).")
    gateway, identity = read_gateway_settings(), read_keycloak_settings()
    wanted = WantedRealm(
        public_origin=gateway.public_origin,
        backchannel_logout_url=settings.backchannel_logout_url,
        gateway_secret=gateway.client_secret.get_secret_value(),
        identity_secret=identity.keycloak_client_secret.get_secret_value(),
        realm=identity.keycloak_realm,
    )
    admin = RealmAdmin(settings.keycloak_url, settings.keycloak_admin, settings.keycloak_password.get_secret_value())
    try:
        await create_realm(admin, wanted)
    except RealmRefused as fault:
        raise ProvisionFailed(str(fault)) from fault
    say(f"Keycloak: vùng {wanted.realm} cùng các ứng dụng.")


async def _administrator(settings: ProvisionSettings, say: Say) -> None:
    identity = read_settings("identity")
    wanted = _kept(settings.administrator_file) or handed(settings.administrator_username, settings.administrator_name)

    def keep(person: Handed) -> None:
        if settings.administrator_file is not None:
            content = {"username": person.username, "holder_name": person.holder_name, "password": person.password}
            write_private(settings.administrator_file, json.dumps(content, ensure_ascii=False) + "\n", durable=True)

    try:
        made = await make_first_administrator(identity.database_url.get_secret_value(), provider_of(identity), wanted, keep)
    except (ProviderRefused, ProviderUnavailable) as fault:
        raise ProvisionFailed(f"Chưa tạo được quản trị viên đầu tiên: {fault}") from fault
    if not made:
        return say("Quản trị viên đầu tiên: đã có từ trước.")
    where = f"tệp {settings.administrator_file}" if settings.administrator_file else wanted.password
    say(f"Quản trị viên đầu tiên: {wanted.username}; mật khẩu một lần, phải đổi khi đăng nhập: {where}")


def _kept(file: Path | None) -> Handed | None:
    """What an earlier, interrupted run wrote down."""
    if file is None or not file.exists():
        return None
    return Handed(**json.loads(file.read_text("utf-8")))


STEPS: Mapping[str, Callable[[ProvisionSettings, Say], Awaitable[None]]] = {
    "postgresql": _postgresql,
    "migrate": _migrate,
    "rabbitmq": _rabbitmq,
    "minio": _minio,
    "keycloak": _keycloak,
    "administrator": _administrator,
}


async def provision(settings: ProvisionSettings, say: Say, only: tuple[str, ...] = ()) -> None:
    """Do the steps (those of `only`, or all) in their order. Raises `ProvisionFailed`, `SettingsFault`, `MigrationRefused`."""
    for name, step in STEPS.items():
        if not only or name in only:
            await step(settings, say)
