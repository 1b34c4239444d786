"""The SQL of units; nobody else writes their tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.unit.domain import Unit, UnitNotFound, UnitType
from chamdiem_kit.word_search import finds
from chamdiem_rules.name_order import name_sort_key

_FIELDS = "code, name, unit_type, ranking_group, parent_code, valid_from, valid_to, predecessors, successor_code, version"
_LOAD = text(f"SELECT {_FIELDS} FROM unit WHERE code = :code")
_LOAD_TO_CHANGE = text(f"SELECT {_FIELDS} FROM unit WHERE code = :code FOR UPDATE")
_PAGE = f"""
    SELECT {_FIELDS} FROM unit
     WHERE (CAST(:after AS text) IS NULL OR name_sort_key > (SELECT name_sort_key FROM unit WHERE code = :after))
       AND (CAST(:unit_type AS text) IS NULL OR unit_type = :unit_type)
       AND (CAST(:ranking_group AS text) IS NULL OR ranking_group = :ranking_group)
       AND (CAST(:over AS boolean) IS NULL
            OR coalesce(valid_to < (clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, false) = :over)"""
_NAMES = text("SELECT code, name FROM unit WHERE code = ANY(:codes)")
_KNOWN = text("SELECT code FROM unit WHERE code = ANY(:codes)")
# The last day is the unit's still, as Vietnam counts days.
_RETIRED = text("""
    SELECT code FROM unit
     WHERE code = ANY(:codes) AND valid_to < (clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date""")
_BELOW = text(f"SELECT {_FIELDS} FROM unit WHERE parent_code = ANY(:codes) ORDER BY name_sort_key FOR UPDATE")
_PARENTS = text("""
    WITH RECURSIVE above (code, parent_code) AS (
        SELECT code, parent_code FROM unit WHERE code = ANY(:codes)
        UNION SELECT u.code, u.parent_code FROM unit u JOIN above a ON u.code = a.parent_code
    ) SELECT code, parent_code FROM above""")
_TYPES = text("SELECT code, title, level, version FROM unit_type ORDER BY code")
_KEEP_TYPES = text("""
    INSERT INTO unit_type (code, title, changed_by)
    SELECT DISTINCT code, code, CAST(:by AS uuid) FROM unnest(CAST(:codes AS text[])) AS code
    ON CONFLICT DO NOTHING""")
_SAVE_TYPE = text("""
    INSERT INTO unit_type (code, title, level, changed_by) VALUES (:code, :title, :level, :by)
    ON CONFLICT (code) DO UPDATE SET title = excluded.title, level = excluded.level, version = unit_type.version + 1,
        changed_by = excluded.changed_by, changed_at = clock_timestamp()
    RETURNING code, title, level, version""")
_HISTORY = """
    INSERT INTO unit_history (unit_code, version, act, body, changed_by)
    SELECT code, version, CAST(:act AS text), to_jsonb(saved), CAST(:by AS uuid) FROM saved"""
_ADD = text(f"""
    WITH saved AS (
        INSERT INTO unit (code, name, name_sort_key, unit_type, ranking_group, parent_code, valid_from, valid_to, predecessors,
                          successor_code, version)
        VALUES (:code, :name, :name_sort_key, :unit_type, :ranking_group, :parent_code, :valid_from, :valid_to, :predecessors,
                :successor_code, :version)
        RETURNING {_FIELDS}
    ) {_HISTORY}""")
_CHANGE = text(f"""
    WITH saved AS (
        UPDATE unit SET name = :name, name_sort_key = :name_sort_key, unit_type = :unit_type, ranking_group = :ranking_group,
               parent_code = :parent_code, valid_from = :valid_from, valid_to = :valid_to, predecessors = :predecessors,
               successor_code = :successor_code, version = :version
         WHERE code = :code RETURNING {_FIELDS}
    ) {_HISTORY}""")
# One writer of units at a time: what is taken and who is above whom is decided on what is loaded.
_ONE_WRITER = text("SELECT pg_advisory_xact_lock(hashtext('identity.unit'))")


async def begin_writing(tx: AsyncConnection) -> None:
    """Wait for other writers of units to end their transactions."""
    await tx.execute(_ONE_WRITER)


async def load(tx: AsyncConnection, code: str) -> Unit:
    """One unit. Raises `UnitNotFound`."""
    return _unit((await tx.execute(_LOAD, {"code": code})).mappings().first())


async def load_to_change(tx: AsyncConnection, code: str) -> Unit:
    """One unit, locked. Raises `UnitNotFound`."""
    return _unit((await tx.execute(_LOAD_TO_CHANGE, {"code": code})).mappings().first())


async def below(tx: AsyncConnection, codes: Iterable[str]) -> list[Unit]:
    """The units right below any of these, locked."""
    return [_unit(r) for r in (await tx.execute(_BELOW, {"codes": list(codes)})).mappings()]


async def page(tx: AsyncConnection, filters: Mapping[str, object], words: str | None, *, after: str | None, limit: int) -> list[Unit]:
    """Units that hold the words in name or code, in Vietnamese name order after the unit `after`."""
    values = {**filters, "after": after, "limit": limit}
    found = finds(words, "name || ' ' || code", values)
    rows = (await tx.execute(text(f"{_PAGE} AND {found} ORDER BY name_sort_key LIMIT :limit"), values)).mappings()
    return [_unit(r) for r in rows]


async def names(tx: AsyncConnection, codes: Iterable[str]) -> dict[str, str]:
    """The names of units by code."""
    return {r.code: r.name for r in await tx.execute(_NAMES, {"codes": list(codes)})}


async def known_codes(tx: AsyncConnection, codes: Iterable[str]) -> set[str]:
    """Those of the codes that are units."""
    return set((await tx.execute(_KNOWN, {"codes": list(codes)})).scalars())


async def retired_codes(tx: AsyncConnection, codes: Iterable[str]) -> set[str]:
    """Those of the codes that are units whose last day has passed."""
    return set((await tx.execute(_RETIRED, {"codes": list(codes)})).scalars())


async def parents(tx: AsyncConnection, codes: Iterable[str]) -> dict[str, str | None]:
    """Each of the codes that is a unit, and all above them, with its parent."""
    return {r.code: r.parent_code for r in await tx.execute(_PARENTS, {"codes": list(codes)})}


async def add(tx: AsyncConnection, units: Sequence[Unit], by: UUID) -> None:
    """Register units; an unknown type is created with its code as title."""
    await tx.execute(_KEEP_TYPES, {"codes": [u.unit_type for u in units], "by": by})
    await tx.execute(_ADD, [_row(u, "registered", by) for u in units])


async def change(tx: AsyncConnection, unit: Unit, act: str, by: UUID) -> None:
    """Keep a changed unit."""
    await tx.execute(_KEEP_TYPES, {"codes": [unit.unit_type], "by": by})
    await tx.execute(_CHANGE, _row(unit, act, by))


async def types(tx: AsyncConnection) -> list[UnitType]:
    """All unit types."""
    return [UnitType(**r) for r in (await tx.execute(_TYPES)).mappings()]


async def save_type(tx: AsyncConnection, code: str, title: str, level: str, by: UUID) -> UnitType:
    """Create or rename a unit type."""
    row = (await tx.execute(_SAVE_TYPE, {"code": code, "title": title, "level": level, "by": by})).mappings().one()
    return UnitType(**row)


def _row(unit: Unit, act: str, by: UUID) -> dict[str, object]:
    return {
        **asdict(unit),
        "predecessors": list(unit.predecessors),
        "name_sort_key": name_sort_key(unit.name, unit.code),
        "act": act,
        "by": by,
    }


def _unit(row: object) -> Unit:
    if row is None:
        raise UnitNotFound("Hãy kiểm tra lại mã đơn vị.")
    fields = dict(row)  # type: ignore[call-overload]
    return Unit(**{**fields, "predecessors": tuple(fields["predecessors"])})
