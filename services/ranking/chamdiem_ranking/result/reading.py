"""SQL of what is shown of results; whose lines are seen stands in the WHERE clause."""

from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

# A manager sees results from the first appraisal sent, a council member from aggregation, a head the own unit's line from then on.
_VISIBLE = """
    (:sees_provisional OR (p.status <> 'provisional' AND (:sees_all OR s.unit_code = :own_unit)))"""
_RESULTS = text(f"""
    SELECT s.sheet_id, k.program, s.ranking_group, r.rank, s.unit_code, s.unit_name, s.set_code, s.criteria_set_id, r.self_total_micro,
           r.appraised_total_micro, r.survey_total_micro, r.bonus_micro, r.deduction_micro, r.final_score_micro, r.applicable_max_micro,
           r.level, r.level_by_index, r.knocked_out_by, r.field_totals, r.unscored
      FROM known_sheet s JOIN sheet_result r USING (sheet_id) JOIN result p ON p.period_id = s.period_id
      JOIN known_period k ON k.period_id = s.period_id
     WHERE s.period_id = :period_id AND {_VISIBLE}
     ORDER BY s.ranking_group COLLATE "C", r.rank, s.name_sort_key""")
_ITEMS = text(f"""
    SELECT s.sheet_id, s.set_code, s.unit_code, s.criteria_set_id, i.item, i.self_score_micro, i.appraised_score_micro, i.final_score_micro,
           i.not_applicable, i.count, i.is_adjustment
      FROM known_sheet s JOIN item_result i USING (sheet_id) JOIN result p ON p.period_id = s.period_id
     WHERE s.period_id = :period_id AND {_VISIBLE}
     ORDER BY s.sheet_id, i.position""")


async def results(tx: AsyncConnection, period_id: UUID, *, sees_provisional: bool, sees_all: bool, own_unit: str | None) -> list[Any]:
    """The lines of a period's result that the reader may see, by group and rank."""
    who = {"sees_provisional": sees_provisional, "sees_all": sees_all, "own_unit": own_unit}
    return list((await tx.execute(_RESULTS, {"period_id": period_id, **who})).all())


async def items(tx: AsyncConnection, period_id: UUID, *, sees_provisional: bool, sees_all: bool, own_unit: str | None) -> list[Any]:
    """Every item of those lines."""
    who = {"sees_provisional": sees_provisional, "sees_all": sees_all, "own_unit": own_unit}
    return list((await tx.execute(_ITEMS, {"period_id": period_id, **who})).all())
