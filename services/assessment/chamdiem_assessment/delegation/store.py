"""SQL of given leaves; nobody else writes `leaf_share`. A sub-unit holds what its present parent unit gave it, and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

GIVEN = """leaf_share d JOIN known_unit n ON n.code = d.sub_unit_code AND n.unit_type = 'sub_unit'
                        JOIN period_sheet g ON g.sheet_id = d.sheet_id AND g.unit_code = n.parent_code"""
"""Leaves `d` of a sheet `g` that its unit gave to a sub-unit `n` of its own."""
_HELD = text(f"SELECT g.unit_code, d.item FROM {GIVEN} WHERE d.sheet_id = :sheet_id AND d.sub_unit_code = :sub_unit")
_PARENT = text(f"SELECT g.unit_code FROM {GIVEN} WHERE g.period_id = :period_id AND d.sub_unit_code = :sub_unit LIMIT 1")
_HELD_ON = text(f"""
    SELECT d.sheet_id, d.item FROM {GIVEN} WHERE d.sub_unit_code = :sub_unit AND d.sheet_id = ANY (CAST(:sheets AS uuid[]))""")
_LIST = text("""
    SELECT d.item, d.sub_unit_code, coalesce(n.name, d.sub_unit_code) AS name, d.given_at,
           coalesce(k.body->>'holder_name', '') AS given_by_name
      FROM leaf_share d LEFT JOIN known_unit n ON n.code = d.sub_unit_code LEFT JOIN known_account k ON k.account_id = d.given_by
     WHERE d.sheet_id = :sheet_id ORDER BY d.item""")
_SUB_UNITS = text("SELECT code, name FROM known_unit WHERE parent_code = :unit_code AND unit_type = 'sub_unit' ORDER BY name, code")
_GIVE = text("""
    WITH given AS (
    INSERT INTO leaf_share (sheet_id, item, sub_unit_code, given_by, given_at)
    SELECT :sheet_id, l.item, l.sub_unit_code, :given_by, :given_at
      FROM unnest(CAST(:items AS text[]), CAST(:sub_units AS text[])) AS l (item, sub_unit_code)
    ON CONFLICT (sheet_id, item) DO UPDATE
       SET sub_unit_code = excluded.sub_unit_code, given_by = excluded.given_by, given_at = excluded.given_at
     WHERE leaf_share.sub_unit_code <> excluded.sub_unit_code RETURNING *)
    INSERT INTO leaf_share_history (sheet_id, item, sub_unit_code, given_by, given_at)
    SELECT sheet_id, item, sub_unit_code, given_by, given_at FROM given ORDER BY item""")
_TAKE_BACK = text("""
    WITH taken AS (DELETE FROM leaf_share WHERE sheet_id = :sheet_id AND item = ANY (CAST(:items AS text[])) RETURNING sheet_id, item)
    INSERT INTO leaf_share_history (sheet_id, item, sub_unit_code, given_by, given_at)
    SELECT sheet_id, item, NULL, CAST(:given_by AS uuid), CAST(:given_at AS timestamptz) FROM taken ORDER BY item""")
_HISTORY = text("""
    SELECT h.item, h.sub_unit_code, coalesce(n.name, h.sub_unit_code, '') AS name, h.given_at,
           coalesce(k.body->>'holder_name', '') AS given_by_name
      FROM leaf_share_history h LEFT JOIN known_unit n ON n.code = h.sub_unit_code LEFT JOIN known_account k ON k.account_id = h.given_by
     WHERE h.sheet_id = :sheet_id ORDER BY h.id DESC LIMIT :limit""")


@dataclass(frozen=True, slots=True)
class Held:
    """What a sub-unit may work on in a sheet: whose it is, and which items."""

    unit_code: str
    items: frozenset[str]


@dataclass(frozen=True, slots=True)
class SubUnit:
    """A unit's sub-unit."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class GivenLeaf:
    """One leaf that was given."""

    item: str
    sub_unit_code: str
    sub_unit_name: str
    given_at: datetime
    given_by_name: str


@dataclass(frozen=True, slots=True)
class LeafGiving:
    """One time that a leaf was given; `sub_unit_code` None: taken back."""

    item: str
    sub_unit_code: str | None
    sub_unit_name: str
    given_at: datetime
    given_by_name: str


async def held_by(tx: AsyncConnection, sheet_id: UUID, sub_unit: str | None) -> Held | None:
    """What of the sheet was given to the sub-unit; None for nothing, and for who is no sub-unit of the sheet's unit."""
    rows = list(await tx.execute(_HELD, {"sheet_id": sheet_id, "sub_unit": sub_unit}))
    return Held(rows[0].unit_code, frozenset(r.item for r in rows)) if rows else None


async def held_on(tx: AsyncConnection, sheets: Sequence[UUID], sub_unit: str | None) -> dict[UUID, frozenset[str]]:
    """The items given to the sub-unit, by sheet."""
    found: dict[UUID, set[str]] = {}
    for row in await tx.execute(_HELD_ON, {"sheets": list(sheets), "sub_unit": sub_unit}):
        found.setdefault(row.sheet_id, set()).add(row.item)
    return {sheet_id: frozenset(items) for sheet_id, items in found.items()}


async def parent_in_period(tx: AsyncConnection, period_id: UUID, sub_unit: str | None) -> str | None:
    """The unit whose leaves the sub-unit holds in the period."""
    found: str | None = (await tx.execute(_PARENT, {"period_id": period_id, "sub_unit": sub_unit})).scalar()
    return found


async def list_of_sheet(tx: AsyncConnection, sheet_id: UUID) -> list[GivenLeaf]:
    """All leaves of the sheet that were given."""
    return [GivenLeaf(*r) for r in await tx.execute(_LIST, {"sheet_id": sheet_id})]


async def sub_units_of(tx: AsyncConnection, unit_code: str) -> list[SubUnit]:
    """The unit's sub-units."""
    return [SubUnit(*r) for r in await tx.execute(_SUB_UNITS, {"unit_code": unit_code})]


async def give(tx: AsyncConnection, sheet_id: UUID, leaves: Mapping[str, str | None], *, by: UUID, now: datetime) -> None:
    """Give items (item → sub-unit), or take them back (None). The sheet is locked."""
    given = {item: code for item, code in leaves.items() if code is not None}
    values = {"sheet_id": sheet_id, "given_by": by, "given_at": now, "items": list(given), "sub_units": list(given.values())}
    await tx.execute(_GIVE, values)
    taken = [item for item, code in leaves.items() if code is None]
    await tx.execute(_TAKE_BACK, {"sheet_id": sheet_id, "given_by": by, "given_at": now, "items": taken})


async def history_of_sheet(tx: AsyncConnection, sheet_id: UUID, limit: int) -> list[LeafGiving]:
    """Who gave which leaf to whom, or took it back, the newest first."""
    return [LeafGiving(*r) for r in await tx.execute(_HISTORY, {"sheet_id": sheet_id, "limit": limit})]
