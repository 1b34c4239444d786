"""SQL of imports: which units are known by which names, and whether a year may be imported."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_ranking.imported.domain import ImportUnknown, KnownUnits

_UNITS = text("""
    SELECT DISTINCT unit_code, unit_name FROM (
        SELECT unit_code, unit_name FROM known_sheet WHERE unit_code = ANY(:codes) OR unit_name = ANY(:names)
         UNION ALL
        SELECT unit_code, body->>'unit_name' FROM published_line WHERE unit_code = ANY(:codes) OR body->>'unit_name' = ANY(:names)) u
     ORDER BY unit_code, unit_name""")
_RUN_HERE = text("SELECT EXISTS (SELECT 1 FROM known_period WHERE program = :program AND year = :year AND NOT rehearsal)")
# FOR UPDATE on the first version: two corrections at once come one after the other.
_NEWEST = text("""
    SELECT period_id, program, year,
           (SELECT max(n.result_version) FROM publication n WHERE n.period_id = p.period_id) AS result_version
      FROM publication p WHERE period_id = :period_id AND imported AND result_version = 1 FOR UPDATE""")


async def known_units(tx: AsyncConnection, codes: Sequence[str], names: Sequence[str]) -> KnownUnits:
    """What is known of the units that a table names."""
    codes_of: dict[str, set[str]] = {}
    name_of: dict[str, str] = {}
    for row in await tx.execute(_UNITS, {"codes": list(codes), "names": list(names)}):
        codes_of.setdefault(row.unit_name, set()).add(row.unit_code)
        name_of[row.unit_code] = row.unit_name
    return KnownUnits({name: frozenset(found) for name, found in codes_of.items()}, name_of)


async def is_run_here(tx: AsyncConnection, program: str, year: int) -> bool:
    """Whether an official period of this year was opened on the platform."""
    return bool((await tx.execute(_RUN_HERE, {"program": program, "year": year})).scalar_one())


async def load_newest(tx: AsyncConnection, period_id: UUID) -> Any:
    """The newest version of an import, locked. Raises `ImportUnknown`, also for what was published here."""
    row = (await tx.execute(_NEWEST, {"period_id": period_id})).first()
    if row is None:
        raise ImportUnknown("Chỉ kết quả được nhập từ năm trước mới đính chính ở đây; hãy kiểm tra lại mã.")
    return row
