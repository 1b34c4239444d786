"""The models of the tables are the tables that the migrations make."""

import asyncio

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Text, create_engine
from sqlmodel import AutoString
from tests.support.databases import Databases

from chamdiem_appraisal.assignment import tables as _assignment  # noqa: F401
from chamdiem_appraisal.clarification import tables as _clarification  # noqa: F401
from chamdiem_appraisal.knock_out import tables as _knock_out  # noqa: F401
from chamdiem_appraisal.known import tables as _known  # noqa: F401
from chamdiem_appraisal.record import tables as _record  # noqa: F401
from chamdiem_appraisal.scoring import tables as _scoring  # noqa: F401
from chamdiem_appraisal.second_look import tables as _second_look  # noqa: F401
from chamdiem_appraisal.sending import tables as _sending  # noqa: F401
from chamdiem_appraisal.sheet import tables as _sheet  # noqa: F401
from chamdiem_appraisal.tables_base import AppraisalTable

_OF_THE_KIT = {"outbox", "inbox", "inbox_part", "dead_letter", "idempotency", "known_account", "ended_session", "alembic_version"}


def _differences(url: str) -> list[str]:
    engine = create_engine(url.replace("+asyncpg", "+psycopg"))
    try:
        with engine.connect() as connection:
            found = compare_metadata(MigrationContext.configure(connection), AppraisalTable.metadata)
    finally:
        engine.dispose()
    told = []
    for change in found:
        kind = change[0] if isinstance(change, tuple) else change[0][0]
        # Indexes, keys and checks live in the migration alone, where each has its name.
        # A model's `str` has a type of SQLModel's own, which is text in PostgreSQL.
        if kind == "modify_type" and isinstance(change[0][-2], Text) and isinstance(change[0][-1], AutoString):
            continue
        if kind in {"add_column", "remove_column", "add_table", "modify_nullable", "modify_type"}:
            told.append(str(change))
        if kind == "remove_table" and change[1].name not in _OF_THE_KIT:
            told.append(str(change))
    return told


async def test_models_and_migrations_agree(databases: Databases) -> None:
    url = await databases.fresh("chamdiem_appraisal")
    try:
        assert await asyncio.to_thread(_differences, url) == []
    finally:
        await databases.drop(url)
