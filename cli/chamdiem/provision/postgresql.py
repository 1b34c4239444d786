"""Databases and roles: an owner who migrates and a writer who works, for each service; nobody sees another's database."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

import asyncpg

SERVICES = ("identity", "assessment", "appraisal", "ranking", "gateway")
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_IDLE_IN_TRANSACTION = "5min"
_LOCK = 0x6368616D  # one provisioning at a time; "cham"


@dataclass(frozen=True)
class Role:
    """A role that signs in by password."""

    name: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class WantedDatabase:
    """One database. Without a `writer` its owner does the work too (Keycloak migrates itself)."""

    name: str
    owner: Role
    writer: Role | None = None

    @property
    def roles(self) -> tuple[Role, ...]:
        """Whoever may open it."""
        return (self.owner,) if self.writer is None else (self.owner, self.writer)

    def url(self, address: str, role: Role) -> str:
        """`postgresql+asyncpg://…` for one of its roles; `address` is `host:port`. The password must need no quoting in a URL."""
        return f"postgresql+asyncpg://{role.name}:{role.password}@{address}/{self.name}"


def wanted_database(owner_url: str, writer_url: str) -> WantedDatabase:
    """The database and the two roles that a service's `migration_database_url` and `database_url` name.

    Raises `ValueError` when they name two databases, one role, or no password.
    """
    owner, writer = urlsplit(owner_url), urlsplit(writer_url)
    if owner.path != writer.path or owner.username == writer.username:
        raise ValueError("the two URLs must name one database and two roles")
    roles = [Role(unquote(url.username or ""), unquote(url.password or "")) for url in (owner, writer)]
    if not all(role.password for role in roles):
        raise ValueError("a URL without a password")
    return WantedDatabase(owner.path.lstrip("/"), owner=roles[0], writer=roles[1])


async def create_databases(admin_dsn: str, wanted: Sequence[WantedDatabase]) -> None:
    """Make what is missing and set every right and password again. `admin_dsn`: a superuser's, any database.

    Raises `ValueError` for a name that needs quoting, and what the server raises.
    """
    for database in wanted:
        for name in (database.name, *(role.name for role in database.roles)):
            if not _NAME.fullmatch(name):
                raise ValueError(f"not a plain name: {name}")
    admin = await asyncpg.connect(admin_dsn, ssl=False if _is_near(admin_dsn) else "prefer")
    try:
        await admin.execute(f"SELECT pg_advisory_lock({_LOCK})")
        # What PostgreSQL gives to everybody: to open these two and to read whatever somebody leaves there.
        await admin.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC")
        for database in wanted:
            await _create(admin, database)
            await _grant_inside(admin_dsn, database)
    finally:
        await admin.close()


async def _create(admin: Any, database: WantedDatabase) -> None:
    for role in database.roles:
        await _create_role(admin, role)
    if not await admin.fetchval("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", database.name):
        await admin.execute(f"CREATE DATABASE {database.name} OWNER {database.owner.name} TEMPLATE template0 ENCODING 'UTF8'")
    await admin.execute(f"REVOKE ALL ON DATABASE {database.name} FROM PUBLIC")
    if database.writer is not None:
        # Temporary tables: a rebuild keeps what it has handled in one.
        await admin.execute(f"GRANT CONNECT, TEMPORARY ON DATABASE {database.name} TO {database.writer.name}")
        # A process that froze inside a transaction would hold its locks for ever.
        await admin.execute(f"ALTER ROLE {database.writer.name} SET idle_in_transaction_session_timeout = '{_IDLE_IN_TRANSACTION}'")


async def _create_role(admin: Any, role: Role) -> None:
    if not await admin.fetchval("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)", role.name):
        await admin.execute(f"CREATE ROLE {role.name}")
    quoted = await admin.fetchval("SELECT quote_literal($1::text)", role.password)
    await admin.execute(f"ALTER ROLE {role.name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD {quoted}")


async def _grant_inside(admin_dsn: str, database: WantedDatabase) -> None:
    """Rights in the schema; the default ones make what later migrations create usable for the writer without a further step."""
    inside = await asyncpg.connect(_of_database(admin_dsn, database.name), ssl=False if _is_near(admin_dsn) else "prefer")
    owner, writer = database.owner.name, database.writer
    try:
        await inside.execute(f"ALTER SCHEMA public OWNER TO {owner}; REVOKE ALL ON SCHEMA public FROM PUBLIC")
        if writer is not None:
            await inside.execute(f"""
                GRANT USAGE ON SCHEMA public TO {writer.name};
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {writer.name};
                GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {writer.name};
                ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {writer.name};
                ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {writer.name}""")
            if await inside.fetchval("SELECT to_regclass('public.alembic_version') IS NOT NULL"):
                # As `chamdiem_kit.migrate` leaves it: which migrations have run is for the owner to say.
                await inside.execute(f"REVOKE INSERT, UPDATE, DELETE ON alembic_version FROM {writer.name}")
    finally:
        await inside.close()


def _of_database(dsn: str, database: str) -> str:
    return dsn.rpartition("/")[0] + f"/{database}"


def _is_near(dsn: str) -> bool:
    """Within one machine nothing is encrypted."""
    return urlsplit(dsn).hostname in {"127.0.0.1", "localhost", "::1"}
