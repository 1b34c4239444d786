"""On the real server: what each role may, and that nobody gets round it."""

import asyncio
from collections.abc import AsyncIterator
from itertools import product
from uuid import uuid4

import asyncpg
import pytest
from tests.support.real_servers import RealServers

from chamdiem.provision.declarations import INFRA
from chamdiem.provision.postgresql import SERVICES, Role, WantedDatabase, create_databases, wanted_database
from chamdiem.servers.postgresql import PostgreSQL
from chamdiem_kit.migrate import at_head, upgrade


@pytest.fixture(scope="session")
async def server(real_servers: RealServers) -> PostgreSQL:
    server = await real_servers.have("postgresql")
    assert isinstance(server, PostgreSQL)
    return server


class Migrated:
    """A database of its own of one service, migrated by its owner."""

    def __init__(self, server: PostgreSQL, service: str) -> None:
        name = f"t_{uuid4().hex[:16]}"
        self.server, self.package = server, f"chamdiem_{service}"
        self.wanted = WantedDatabase(name, owner=Role(f"{name}_owner", "o'w\"ner"), writer=Role(name, "writer"))

    async def make(self) -> None:
        await create_databases(self.server.admin_dsn, [self.wanted])
        await asyncio.to_thread(upgrade, self.package, self.url(self.wanted.owner, quoted="o%27w%22ner"))

    async def drop(self) -> None:
        admin = await asyncpg.connect(self.server.admin_dsn, ssl=False)
        await admin.execute(f"DROP DATABASE {self.wanted.name} WITH (FORCE)")
        for role in self.wanted.roles:
            await admin.execute(f"DROP ROLE {role.name}")
        await admin.close()

    @property
    def writer(self) -> Role:
        assert self.wanted.writer is not None
        return self.wanted.writer

    def url(self, role: Role, quoted: str | None = None) -> str:
        return self.wanted.url(self.server.address, Role(role.name, quoted or role.password))

    async def connect(self, role: Role) -> "asyncpg.Connection[asyncpg.Record]":
        return await connect(self.server, role, self.wanted.name)


async def connect(server: PostgreSQL, role: Role, database: str) -> "asyncpg.Connection[asyncpg.Record]":
    host, port = server.address.split(":")
    return await asyncpg.connect(host=host, port=int(port), user=role.name, password=role.password, database=database, ssl=False)


@pytest.fixture
async def migrated(server: PostgreSQL) -> AsyncIterator[Migrated]:
    made = Migrated(server, "ranking")
    await made.make()
    yield made
    await made.drop()


@pytest.mark.parametrize("service", SERVICES)
async def test_every_services_migrations_run_as_its_owner_and_its_writer_sees_that_they_have(server: PostgreSQL, service: str) -> None:
    made = Migrated(server, service)
    await made.make()
    try:
        assert await asyncio.to_thread(at_head, made.package, made.url(made.writer))
        writer = await made.connect(made.writer)
        tables = [row[0] for row in await writer.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        assert {"outbox", "inbox", "dead_letter"} <= set(tables)
        for table in tables:
            await writer.fetch(f"SELECT FROM {table} LIMIT 1")
        await writer.close()
    finally:
        await made.drop()


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE outbox ADD COLUMN more text",
        "ALTER TABLE result_history DISABLE TRIGGER ALL",
        "ALTER TABLE result_history OWNER TO CURRENT_USER",
        "DROP TABLE outbox",
        "DROP TRIGGER frozen_result_history ON result_history",
        "TRUNCATE result_history",
        "TRUNCATE outbox",
        "CREATE TABLE more (name text)",
        "CREATE TABLE outbox_too (LIKE outbox)",
        "CREATE SCHEMA more",
        "CREATE EXTENSION pg_trgm",
        "CREATE FUNCTION more() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$",
        "CREATE TRIGGER more BEFORE UPDATE ON result_history FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "CREATE RULE more AS ON INSERT TO outbox DO INSTEAD NOTHING",
        "CREATE INDEX more ON outbox (type)",
        "SET session_replication_role = replica",
        "SET ROLE postgres",
        "SET ROLE {owner}",
        "SET SESSION AUTHORIZATION {owner}",
        "GRANT {owner} TO {writer}",
        "ALTER ROLE {writer} SUPERUSER",
        "ALTER ROLE {owner} PASSWORD 'known'",
        "CREATE ROLE more",
        "CREATE DATABASE more",
        "ALTER DATABASE {database} OWNER TO {writer}",
        "ALTER SYSTEM SET fsync = off",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT ALL ON TABLES TO {writer}",
        "UPDATE alembic_version SET version_num = 'another'",
        "DELETE FROM alembic_version",
        "COPY outbox TO PROGRAM 'cat'",
        "COPY outbox FROM '/etc/passwd'",
        "SELECT pg_read_file('postgresql.conf')",
        "SELECT pg_ls_dir('.')",
        "SELECT lo_import('/etc/passwd')",
        "SELECT pg_reload_conf()",
        "SELECT rolpassword FROM pg_authid",
    ],
)
async def test_a_writer_is_refused(migrated: Migrated, statement: str) -> None:
    writer = await migrated.connect(migrated.writer)
    names = {"owner": migrated.wanted.owner.name, "writer": migrated.writer.name, "database": migrated.wanted.name}
    try:
        with pytest.raises((asyncpg.InsufficientPrivilegeError, asyncpg.InvalidParameterValueError)):
            await writer.execute(statement.format(**names))
    finally:
        await writer.close()


async def test_a_writer_gives_nobody_what_is_not_its_to_give(migrated: Migrated) -> None:
    writer = await migrated.connect(migrated.writer)
    # The server only warns of a grant that grants nothing.
    await writer.execute("GRANT ALL ON outbox TO PUBLIC")
    assert not await writer.fetchval(
        "SELECT EXISTS (SELECT FROM pg_class, aclexplode(relacl) acl WHERE relname = 'outbox' AND acl.grantee = 0)"
    )
    await writer.close()


async def test_the_writer_works_with_what_a_later_migration_makes(migrated: Migrated) -> None:
    owner, writer = await migrated.connect(migrated.wanted.owner), await migrated.connect(migrated.writer)
    await owner.execute("CREATE TABLE later (number int GENERATED BY DEFAULT AS IDENTITY, name text); CREATE SEQUENCE later_sequence")
    await writer.execute("INSERT INTO later (name) VALUES ('a'); UPDATE later SET name = 'b'")
    assert await writer.fetchval("SELECT name FROM later") == "b"
    assert await writer.fetchval("SELECT nextval('later_sequence')") == 1
    await writer.execute("DELETE FROM later")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await writer.execute("TRUNCATE later")
    await owner.close()
    await writer.close()


async def test_a_rebuilds_lock_and_temporary_table_and_a_relays_lock_and_listening_are_the_writers(migrated: Migrated) -> None:
    writer = await migrated.connect(migrated.writer)
    async with writer.transaction():
        await writer.execute("LOCK TABLE inbox IN EXCLUSIVE MODE")
        await writer.execute("CREATE TEMPORARY TABLE handled_before ON COMMIT DROP AS SELECT message_id FROM inbox")
        await writer.execute("DELETE FROM inbox")
    await writer.execute("SELECT pg_advisory_lock(1); LISTEN outbox; SELECT pg_notify('outbox', '')")
    await writer.close()


async def test_no_role_opens_a_database_that_is_not_its_own(server: PostgreSQL) -> None:
    databases = server.databases()
    admin = await asyncpg.connect(server.admin_dsn, ssl=False)
    every = [row[0] for row in await admin.fetch("SELECT datname FROM pg_database WHERE datallowconn")]
    await admin.close()
    assert {"postgres", "template1", "keycloak", *(f"chamdiem_{service}" for service in SERVICES)} <= set(every)
    for database, other in product(databases, every):
        for role in database.roles:
            if other == database.name:
                await (await connect(server, role, other)).close()
            else:
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    await connect(server, role, other)


async def test_provisioning_again_changes_no_right_and_sets_a_new_password(migrated: Migrated) -> None:
    async def rights() -> list[asyncpg.Record]:
        admin = await asyncpg.connect(migrated.server.admin_dsn.rpartition("/")[0] + f"/{migrated.wanted.name}", ssl=False)
        found = await admin.fetch("""
            SELECT relname AS name, relacl::text FROM pg_class WHERE relnamespace = 'public'::regnamespace
            UNION ALL SELECT datname, datacl::text FROM pg_database WHERE datname = current_database()
            UNION ALL SELECT 'default', defaclacl::text FROM pg_default_acl
            UNION ALL SELECT nspname, nspacl::text FROM pg_namespace ORDER BY 1, 2""")
        await admin.close()
        return list(found)

    before = await rights()
    changed = WantedDatabase(migrated.wanted.name, owner=migrated.wanted.owner, writer=Role(migrated.writer.name, "thay-doi"))
    await create_databases(migrated.server.admin_dsn, [changed])
    assert await rights() == before
    with pytest.raises(asyncpg.InvalidPasswordError):
        await migrated.connect(migrated.writer)
    await (await migrated.connect(Role(migrated.writer.name, "thay-doi"))).close()


async def test_provisioning_from_two_places_at_once_ends_well(server: PostgreSQL) -> None:
    made = Migrated(server, "identity")
    await asyncio.gather(*(create_databases(server.admin_dsn, [made.wanted]) for _ in range(4)))
    await (await made.connect(made.writer)).close()
    await made.drop()


def test_the_wanted_database_is_read_from_the_pair_of_urls() -> None:
    read = wanted_database("postgresql+asyncpg://a_owner:p%2Fw@h:1/a", "postgresql+asyncpg://a:q@h:1/a")
    assert read == WantedDatabase("a", owner=Role("a_owner", "p/w"), writer=Role("a", "q"))
    for owner, writer in (("postgresql://a_owner:p@h/a", "postgresql://a:p@h/b"), ("postgresql://a:p@h/a", "postgresql://a:p@h/a")):
        with pytest.raises(ValueError, match="one database and two roles"):
            wanted_database(owner, writer)


async def test_the_server_runs_as_declared(server: PostgreSQL) -> None:
    admin = await asyncpg.connect(server.admin_dsn, ssl=False)
    for line in (INFRA / "postgresql/postgresql.conf").read_text().splitlines():
        if line and not line.startswith("#"):
            name, value = (part.strip().strip("'") for part in line.split("="))
            assert (await admin.fetchval("SELECT setting FROM pg_settings WHERE lower(name) = $1", name)).strip() == value.strip(), name
    await admin.close()


async def test_names_that_need_quoting_are_refused(server: PostgreSQL) -> None:
    with pytest.raises(ValueError, match="not a plain name"):
        await create_databases(server.admin_dsn, [WantedDatabase('a"; DROP', owner=Role("a", "b"))])
