"""SQL that finds a unit's sheet of the period before."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

# A rehearsal may look back on another one; a real period never does.
_BEFORE = text("""
    SELECT b.sheet_id, b.period_id, b.criteria_set_id, p.year
      FROM period_sheet o JOIN period now ON now.id = o.period_id
      JOIN period_sheet b ON b.unit_code = o.unit_code
      JOIN period p ON p.id = b.period_id AND p.program = now.program AND p.year < now.year AND (now.rehearsal OR NOT p.rehearsal)
     WHERE o.sheet_id = :sheet_id AND o.unit_code = :own_unit
     ORDER BY p.year DESC, p.rehearsal, b.sheet_id DESC LIMIT 1""")


@dataclass(frozen=True, slots=True)
class SheetBefore:
    """The sheet of the nearest earlier year in which the unit had one."""

    sheet_id: UUID
    period_id: UUID
    criteria_set_id: UUID
    year: int


async def sheet_before(tx: AsyncConnection, sheet_id: UUID, own_unit: str | None) -> SheetBefore | None:
    """The own unit's sheet before this one, None where there is none."""
    row = (await tx.execute(_BEFORE, {"sheet_id": sheet_id, "own_unit": own_unit})).first()
    return None if row is None else SheetBefore(*row)
