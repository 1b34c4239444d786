"""A database, a role and a password for each service; none can open another's."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import asyncpg

from chamdiem.embedded.folder import DataFolder

SERVICES = ("identity", "assessment", "appraisal", "ranking", "gateway")
_SECRETS = "databases.json"


@dataclass(frozen=True)
class ServiceDatabase:
    """Database and role have one name. The password is letters, digits, `-` and `_` only, so it stands in a URL as it is."""

    name: str
    password: str

    def url(self, port: int) -> str:
        return f"postgresql+asyncpg://{self.name}:{self.password}@127.0.0.1:{port}/{self.name}"

    def __repr__(self) -> str:
        return f"ServiceDatabase({self.name})"  # a password stays out of logs


async def create_service_databases(folder: DataFolder, admin_dsn: str, services: Sequence[str]) -> dict[str, ServiceDatabase]:
    """Make what is missing, keep what is there. The passwords are in the folder's `databases.json`, before any role has one."""
    known = folder.read_json(_SECRETS)
    wanted = {service: ServiceDatabase(f"chamdiem_{service}", known.get(service) or secrets.token_urlsafe(24)) for service in services}
    if any(service not in known for service in services):
        folder.write_json(_SECRETS, known | {service: database.password for service, database in wanted.items()})
    admin = await asyncpg.connect(admin_dsn, ssl=False)
    try:
        for database in wanted.values():
            await _create(admin, database)
    finally:
        await admin.close()
    return wanted


async def _create(admin: Any, database: ServiceDatabase) -> None:
    """One role, then one database that only it may open. A start cut short between the two is completed by the next."""
    name = database.name
    if not await admin.fetchval("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)", name):
        await admin.execute(f"CREATE ROLE {name} LOGIN PASSWORD '{database.password}'")
    if not await admin.fetchval("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", name):
        await admin.execute(f"CREATE DATABASE {name} OWNER {name}")
    if await admin.fetchval("SELECT datacl IS NULL FROM pg_database WHERE datname = $1", name):
        await admin.execute(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")
