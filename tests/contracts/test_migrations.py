"""Migrations lead to what the table models say."""

import asyncio
import importlib
import pkgutil
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import BigInteger, Integer, MetaData, String, create_engine, pool
from sqlalchemy.engine import make_url
from sqlmodel import SQLModel
from tests.support.databases import Databases
from tests.support.services import SERVICES


@pytest.mark.parametrize("name", SERVICES)
async def test_a_migrated_database_has_the_tables_and_columns_of_the_models(databases: Databases, name: str) -> None:
    metadata = _metadata(f"chamdiem_{name}")
    url = await databases.fresh(f"chamdiem_{name}")
    assert await asyncio.to_thread(_differences, url, metadata) == []
    await databases.drop(url)


def _metadata(package: str) -> MetaData:
    for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        if module.name.endswith(".tables"):
            importlib.import_module(module.name)
    base = importlib.import_module(f"{package}.tables_base")
    (table_base,) = (v for v in vars(base).values() if isinstance(v, type) and issubclass(v, SQLModel) and v is not SQLModel)
    return table_base.metadata


def _differences(url: str, metadata: MetaData) -> list[Any]:
    """What Alembic would change in the tables that have a model: their columns, types and nullability."""
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"), poolclass=pool.NullPool)
    with engine.connect() as connection:
        options = {"include_name": lambda name, kind, _: kind != "table" or name in metadata.tables, "compare_type": _no_difference}
        found = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
    engine.dispose()
    flat = [change for step in found for change in (step if isinstance(step, list) else [step])]
    return [change for change in flat if change[0] in {"add_table", "add_column", "remove_column", "modify_type", "modify_nullable"}]


def _no_difference(_context: Any, _found: Any, _modelled: Any, found: Any, modelled: Any) -> bool | None:
    """False where the database holds all that the model may: a text is a text, and a whole number in Python has no width."""
    modelled = getattr(modelled, "impl_instance", modelled)
    if isinstance(found, String) and isinstance(modelled, String):
        return False
    if isinstance(found, BigInteger) and isinstance(modelled, Integer):
        return False
    return None
