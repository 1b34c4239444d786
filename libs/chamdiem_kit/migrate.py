"""Migrations: Alembic for each service's own database, and the tables of the kit that every service has."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, pool
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import OperationalError

_LOCK = 0x6D696772  # "migr"; each service has a database of its own
_LOCK_TIMEOUT_S = 5
_TRIES = 12
_LOCK_NOT_AVAILABLE = "55P03"

KIT_TABLES = """
CREATE TABLE outbox (
    seq bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_outbox PRIMARY KEY,
    id uuid NOT NULL CONSTRAINT uq_outbox_id UNIQUE,
    event_id uuid NOT NULL,
    part int NOT NULL,
    parts int NOT NULL,
    type text NOT NULL,
    subject text NOT NULL,
    subject_version bigint NOT NULL,
    trace_id text NOT NULL,
    occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    data text NOT NULL,
    published_at timestamptz
);
CREATE INDEX ix_outbox_unpublished ON outbox (seq) WHERE published_at IS NULL;
CREATE TABLE inbox (
    message_id uuid CONSTRAINT pk_inbox PRIMARY KEY,
    event_id uuid NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE inbox_part (
    event_id uuid NOT NULL,
    part int NOT NULL,
    parts int NOT NULL,
    data text NOT NULL,
    CONSTRAINT pk_inbox_part PRIMARY KEY (event_id, part)
);
CREATE TABLE dead_letter (
    message_id uuid CONSTRAINT pk_dead_letter PRIMARY KEY,
    event_id uuid NOT NULL,
    part int NOT NULL,
    parts int NOT NULL,
    source text NOT NULL,
    type text NOT NULL,
    subject text NOT NULL,
    subject_version bigint NOT NULL,
    trace_id text NOT NULL,
    occurred_at timestamptz NOT NULL,
    data text NOT NULL,
    reason text NOT NULL,
    buried_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE idempotency (
    account_id uuid NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    answer jsonb,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT pk_idempotency PRIMARY KEY (account_id, key)
);
CREATE TABLE known_account (
    account_id uuid CONSTRAINT pk_known_account PRIMARY KEY,
    sub text NOT NULL,
    version bigint NOT NULL,
    body jsonb NOT NULL
);
CREATE INDEX ix_known_account_sub ON known_account (sub);
CREATE TABLE ended_session (
    session_id text CONSTRAINT pk_ended_session PRIMARY KEY,
    refused_until timestamptz NOT NULL
);
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are frozen', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""
"""First statement of every service's first migration: `op.execute(KIT_TABLES)`. `refuse_change` freezes a table by trigger."""


def run_in_alembic(metadata: Any) -> None:
    """Body of every service's `migrations/env.py`."""
    from alembic import context  # noqa: PLC0415  exists only while Alembic runs

    url = make_url(context.config.get_main_option("sqlalchemy.url") or "")
    engine = create_engine(url.set(drivername="postgresql+psycopg"), poolclass=pool.NullPool)
    with engine.connect() as connection:
        context.configure(
            connection=connection, target_metadata=metadata, transaction_per_migration=True, on_version_apply=_keep_versions_the_owners
        )
        # Two deployments at once: the second finds everything done.
        connection.exec_driver_sql(f"SELECT pg_advisory_lock({_LOCK})")
        connection.exec_driver_sql(f"SET lock_timeout = '{_LOCK_TIMEOUT_S}s'")
        connection.commit()
        with context.begin_transaction():
            context.run_migrations()


def alembic_config(package: str, url: str) -> Config:
    """Alembic's configuration for a service's package, whose migrations lie in `<package>/migrations`."""
    config = Config()
    config.set_main_option("script_location", str(Path(str(files(package))) / "migrations"))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config


def at_head(package: str, url: str) -> bool:
    """Whether a service's database already has the newest migration. Blocking, and much quicker than finding nothing to do."""
    newest = ScriptDirectory.from_config(alembic_config(package, url)).get_current_head()
    with _connected(url) as connection:
        return MigrationContext.configure(connection).get_current_revision() == newest


# What the default rights of new tables gave the writer too: which migrations have run is for the owner to say.
_VERSIONS_ARE_THE_OWNERS = """
DO $$
DECLARE grantee text;
BEGIN
    FOR grantee IN SELECT DISTINCT acl.grantee::regrole::text FROM pg_class, aclexplode(relacl) acl
                    WHERE pg_class.oid = 'alembic_version'::regclass AND acl.grantee NOT IN (0, relowner)
    LOOP
        EXECUTE 'REVOKE ALL ON alembic_version FROM ' || grantee || '; GRANT SELECT ON alembic_version TO ' || grantee;
    END LOOP;
END $$
"""


def _keep_versions_the_owners(ctx: MigrationContext, *_: Any, **__: Any) -> None:
    """In the transaction of each migration, so that no moment of a crash leaves it undone."""
    if ctx.connection is not None:
        ctx.connection.exec_driver_sql(_VERSIONS_ARE_THE_OWNERS)


class MigrationRefused(Exception):
    """A database was not migrated; the text is a Vietnamese sentence that says what to do."""


def upgrade(package: str, url: str) -> bool:
    """Bring a service's database to the newest migration, as its owner; whether there was anything to do. Blocking.

    Each migration is a transaction of its own. One that would wait long for a table in use gives way and is tried again, so that nobody
    stands in a queue behind it. Raises `MigrationRefused`, also where the database is newer than this code.
    """
    service = package.removeprefix("chamdiem_")
    try:
        if at_head(package, url):
            return False
        _require_not_newer(package, url)
        for left in reversed(range(_TRIES)):
            try:
                command.upgrade(alembic_config(package, url), "head")
                break
            except OperationalError as fault:
                if getattr(fault.orig, "sqlstate", "") != _LOCK_NOT_AVAILABLE or not left:
                    raise
    except OperationalError as fault:
        if getattr(fault.orig, "sqlstate", "") == _LOCK_NOT_AVAILABLE:
            raise MigrationRefused(f"Bảng của {service} bị một giao dịch dài giữ; hãy chờ giao dịch ấy xong rồi chạy lại.") from fault
        raise MigrationRefused(f"Không nối được cơ sở dữ liệu của {service}; hãy kiểm tra máy chủ và migration_database_url.") from fault
    return True


def _require_not_newer(package: str, url: str) -> None:
    with _connected(url) as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in ScriptDirectory.from_config(alembic_config(package, url)).walk_revisions()}
    if found is not None and found not in known:
        service = package.removeprefix("chamdiem_")
        raise MigrationRefused(f"Cơ sở dữ liệu của {service} ở phiên bản {found}, mới hơn chương trình này; hãy cài bản mới hơn.")


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    with create_engine(make_url(url).set(drivername="postgresql+psycopg"), poolclass=pool.NullPool).connect() as connection:
        yield connection
