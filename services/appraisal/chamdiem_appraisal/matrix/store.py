"""SQL of the assignment's picture."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.assignment.domain import MemberLine
from chamdiem_appraisal.matrix.domain import Sheet

_SHEETS = text("""
    SELECT sheet_id, set_code, unit_code, unit_name, criteria_set_id FROM known_sheet
     WHERE period_id = :period_id AND (CAST(:only_unit AS text) IS NULL OR unit_code = :only_unit)
     ORDER BY set_code, unit_name, sheet_id""")
_ASSIGNED = text("""
    SELECT i.sheet_id, i.item, a.appraiser_code FROM assigned_item i JOIN appraisal a ON a.id = i.appraisal_id
     WHERE a.period_id = :period_id
     UNION ALL
    SELECT k.sheet_id, k.code, a.appraiser_code FROM assigned_knock_out k JOIN appraisal a ON a.id = k.appraisal_id
     WHERE a.period_id = :period_id""")
_LINES = text("""
    SELECT a.appraiser_code, m.account_id, m.sheets, m.items FROM appraisal a JOIN member_assignment m ON m.appraisal_id = a.id
     WHERE a.period_id = :period_id ORDER BY a.appraiser_code, m.line""")
_AGENCIES = text("SELECT appraiser_code, id FROM appraisal WHERE period_id = :period_id ORDER BY appraiser_code")


async def sheets(tx: AsyncConnection, period_id: UUID, only_unit: str | None) -> list[tuple[Sheet, UUID]]:
    """The period's sheets, each with the id of its set."""
    rows = await tx.execute(_SHEETS, {"period_id": period_id, "only_unit": only_unit})
    return [(Sheet(r.sheet_id, r.set_code, r.unit_code, r.unit_name), r.criteria_set_id) for r in rows]


async def assigned(tx: AsyncConnection, period_id: UUID) -> dict[UUID, dict[str, str]]:
    """Sheet → item or manual knock-out → agency."""
    found: dict[UUID, dict[str, str]] = {}
    for sheet_id, item, agency in await tx.execute(_ASSIGNED, {"period_id": period_id}):
        found.setdefault(sheet_id, {})[item] = agency
    return found


async def member_lines(tx: AsyncConnection, period_id: UUID) -> dict[str, Sequence[MemberLine]]:
    """Agency → what its lead gave to whom."""
    found: dict[str, list[MemberLine]] = {}
    for r in await tx.execute(_LINES, {"period_id": period_id}):
        sheets = None if r.sheets is None else tuple(r.sheets)
        found.setdefault(r.appraiser_code, []).append(MemberLine(r.account_id, sheets, None if r.items is None else tuple(r.items)))
    return dict(found)


async def agencies(tx: AsyncConnection, period_id: UUID) -> dict[str, UUID]:
    """Agency → its appraisal."""
    return {r.appraiser_code: r.id for r in await tx.execute(_AGENCIES, {"period_id": period_id})}
