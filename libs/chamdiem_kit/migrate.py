"""Migrations: Alembic for each service's own database, and the tables of the kit that every service has."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, pool
from sqlalchemy.engine import make_url

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
        context.configure(connection=connection, target_metadata=metadata, transaction_per_migration=True)
        connection.exec_driver_sql("SET lock_timeout = '5s'")
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
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"), poolclass=pool.NullPool)
    with engine.connect() as connection:
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


def upgrade(package: str, url: str) -> None:
    """Bring a service's database to the newest migration. Blocking; called by the command as a step of its own, as the database's owner."""
    command.upgrade(alembic_config(package, url), "head")
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"), poolclass=pool.NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql(_VERSIONS_ARE_THE_OWNERS)
