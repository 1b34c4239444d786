"""SQL that reads the sheets of a period without looking inside them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.criteria_set import store as sets
from chamdiem_assessment.progress.domain import SheetProgress, progress_of
from chamdiem_assessment.sheet.store import SHEET_COLUMNS, sheet_of

_PROGRESS = f"""
    SELECT {SHEET_COLUMNS}, o.unit_type, o.ranking_group,
           (SELECT count(*) FROM answer a WHERE a.sheet_id = o.sheet_id AND (a.self_score IS NOT NULL OR a.is_claim)) AS declared
      FROM period_sheet o JOIN period p ON p.id = o.period_id LEFT JOIN self_assessment s ON s.sheet_id = o.sheet_id
     WHERE o.period_id = :period_id AND (CAST(:units AS text[]) IS NULL OR o.unit_code = ANY (CAST(:units AS text[])))"""
_LIST = text(f"{_PROGRESS} AND (CAST(:after AS uuid) IS NULL OR o.sheet_id > :after) ORDER BY o.sheet_id LIMIT :limit")
_ONE = text(f"{_PROGRESS} AND o.set_code = :set_code AND o.unit_code = :unit_code")


async def list_of_period(
    tx: AsyncConnection, period_id: UUID, units: Sequence[str] | None, after: UUID | None, limit: int
) -> list[SheetProgress]:
    """The period's sheets, or those of `units`."""
    values = {"period_id": period_id, "units": None if units is None else list(units), "after": after, "limit": limit}
    return [await _progress(tx, r) for r in (await tx.execute(_LIST, values)).all()]


async def find(tx: AsyncConnection, period_id: UUID, set_code: str, unit_code: str, units: Sequence[str] | None) -> SheetProgress | None:
    """The sheet of one unit and set, None where there is none among those of `units`."""
    values = {"period_id": period_id, "units": None if units is None else list(units), "set_code": set_code, "unit_code": unit_code}
    row = (await tx.execute(_ONE, values)).first()
    return await _progress(tx, row) if row else None


async def _progress(tx: AsyncConnection, r: Any) -> SheetProgress:
    criteria_set = await sets.load_published(tx, r.criteria_set_id)
    return progress_of(sheet_of(r), r.unit_type, r.ranking_group, r.declared, criteria_set)
