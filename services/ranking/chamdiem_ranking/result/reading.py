"""SQL of what is shown of results; whose lines are seen stands in the WHERE clause."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

# A manager sees results from the first appraisal sent, a council member from aggregation, a head the own unit's line from then on.
_VISIBLE = """
    (:sees_provisional OR (p.status <> 'provisional' AND (:sees_all OR s.unit_code = :own_unit)))"""
_RESULTS = text(f"""
    SELECT s.sheet_id, k.program, s.ranking_group, r.rank, r.place, s.unit_code, s.unit_name, s.set_code, s.criteria_set_id,
           r.self_total_micro, r.appraised_total_micro, r.survey_total_micro, r.bonus_micro, r.deduction_micro, r.final_score_micro,
           r.applicable_max_micro, r.level, r.level_by_index, r.knocked_out_by, r.field_totals, r.unscored
      FROM sheet_result r JOIN known_sheet s USING (sheet_id) JOIN result p ON p.period_id = r.period_id
      JOIN known_period k ON k.period_id = r.period_id
     WHERE r.period_id = :period_id AND r.place > :after AND {_VISIBLE}
     ORDER BY r.place LIMIT :limit""")
_SHEETS = text(f"""
    SELECT r.sheet_id, s.set_code, s.unit_code, s.criteria_set_id
      FROM sheet_result r JOIN known_sheet s USING (sheet_id) JOIN result p ON p.period_id = r.period_id
     WHERE r.period_id = :period_id AND (CAST(:after AS uuid) IS NULL OR r.sheet_id > :after) AND {_VISIBLE}
     ORDER BY r.sheet_id LIMIT :limit""")
_ITEMS = text("""
    SELECT sheet_id, item, self_score_micro, appraised_score_micro, final_score_micro, not_applicable, count, is_adjustment
      FROM item_result WHERE sheet_id = ANY(:ids) ORDER BY sheet_id, position""")


async def results(tx: AsyncConnection, period_id: UUID, *, after: int, limit: int, **who: Any) -> list[Any]:
    """The lines of a period's result that the reader may see, by group, rank and name, after the place `after`."""
    return list((await tx.execute(_RESULTS, {"period_id": period_id, "after": after, "limit": limit, **who})).all())


async def sheets(tx: AsyncConnection, period_id: UUID, *, after: UUID | None, limit: int, **who: Any) -> list[Any]:
    """The sheets whose scores the reader may see, by id."""
    return list((await tx.execute(_SHEETS, {"period_id": period_id, "after": after, "limit": limit, **who})).all())


async def items(tx: AsyncConnection, ids: Sequence[UUID]) -> list[Any]:
    """Every item of these sheets, in the order of their sets."""
    return list((await tx.execute(_ITEMS, {"ids": list(ids)})).all())
