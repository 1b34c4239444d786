"""Units as identity told them (`identity.unit.changed`); an older version is passed over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.identity import UnitChangedV1
from chamdiem_kit.inbox import Received

_SAVE = text("""
    INSERT INTO known_unit (code, version, name, unit_type, ranking_group, parent_code, valid_from, valid_to, predecessors)
    VALUES (:code, :version, :name, :unit_type, :ranking_group, :parent_code, :valid_from, :valid_to, :predecessors)
    ON CONFLICT (code) DO UPDATE
       SET version = excluded.version, name = excluded.name, unit_type = excluded.unit_type, ranking_group = excluded.ranking_group,
           parent_code = excluded.parent_code, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
           predecessors = excluded.predecessors
     WHERE known_unit.version < excluded.version""")
_BY_CODE = text("SELECT code, name, unit_type, ranking_group, parent_code FROM known_unit WHERE code = ANY(CAST(:codes AS text[]))")
_VALID_ON = text("""
    SELECT code, name, unit_type, ranking_group, parent_code FROM known_unit
     WHERE unit_type = ANY(CAST(:unit_types AS text[]))
       AND (valid_from IS NULL OR valid_from <= :day) AND (valid_to IS NULL OR valid_to >= :day)
     ORDER BY code""")


@dataclass(frozen=True)
class KnownUnit:
    """A unit as far as assessment needs it."""

    code: str
    name: str
    unit_type: str
    ranking_group: str
    parent_code: str | None


async def on_unit_changed(tx: AsyncConnection, event: Received[UnitChangedV1]) -> None:
    """Keep the unit's newest version; sheets of opened periods keep what held when the period opened."""
    await tx.execute(_SAVE, {**event.data.model_dump(exclude={"successor_code"}), "predecessors": list(event.data.predecessors)})


async def units_by_code(tx: AsyncConnection, codes: Sequence[str]) -> dict[str, KnownUnit]:
    """Those of the units that are known."""
    return {r.code: KnownUnit(*r) for r in await tx.execute(_BY_CODE, {"codes": list(codes)})}


async def units_valid_on(tx: AsyncConnection, unit_types: Sequence[str], day: date) -> list[KnownUnit]:
    """Units of these types that are valid on `day`, both ends inclusive, by code."""
    return [KnownUnit(*r) for r in await tx.execute(_VALID_ON, {"unit_types": list(unit_types), "day": day})]
