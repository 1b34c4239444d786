"""SQL that finds a unit's sheet of the period before."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

# A unit's own sheet goes first, then that of the one unit merged into it, or of that one's: values of several cannot be added up.
# A rehearsal may look back on another one; a real period never does.
_BEFORE = text("""
    WITH RECURSIVE line (code, steps) AS (
        SELECT CAST(:own_unit AS text), 0
         UNION ALL
        SELECT u.predecessors[1], l.steps + 1 FROM line l JOIN known_unit u ON u.code = l.code
         WHERE cardinality(u.predecessors) = 1 AND l.steps < 10
    )
    SELECT b.sheet_id, b.period_id, b.criteria_set_id, p.year, CASE WHEN l.steps > 0 THEN coalesce(k.name, l.code) END AS of_unit
      FROM period_sheet o JOIN period now ON now.id = o.period_id
      JOIN line l ON true
      JOIN period_sheet b ON b.unit_code = l.code
      JOIN period p ON p.id = b.period_id AND p.program = now.program AND p.year < now.year AND (now.rehearsal OR NOT p.rehearsal)
      LEFT JOIN known_unit k ON k.code = l.code
     WHERE o.sheet_id = :sheet_id AND o.unit_code = :own_unit
     ORDER BY l.steps, p.year DESC, p.rehearsal, b.sheet_id DESC LIMIT 1""")
_PREDECESSORS = text("""
    SELECT coalesce(k.name, p.code) FROM known_unit u CROSS JOIN unnest(u.predecessors) WITH ORDINALITY AS p (code, place)
      LEFT JOIN known_unit k ON k.code = p.code
     WHERE u.code = :unit AND cardinality(u.predecessors) > 1 ORDER BY p.place""")


@dataclass(frozen=True, slots=True)
class SheetBefore:
    """The sheet of the nearest earlier year in which the unit had one; `of_unit` names another unit whose it was."""

    sheet_id: UUID
    period_id: UUID
    criteria_set_id: UUID
    year: int
    of_unit: str | None


async def sheet_before(tx: AsyncConnection, sheet_id: UUID, own_unit: str | None) -> SheetBefore | None:
    """The own unit's sheet before this one, or its one predecessor's; None where there is none."""
    row = (await tx.execute(_BEFORE, {"sheet_id": sheet_id, "own_unit": own_unit})).first()
    return None if row is None else SheetBefore(*row)


async def several_predecessors(tx: AsyncConnection, unit: str) -> list[str]:
    """The names of the units that were merged into this one, where they are several."""
    return list((await tx.execute(_PREDECESSORS, {"unit": unit})).scalars())
