"""SQL that reads what the units of a period declared, in the sheets that they sent."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.declared_values.domain import DeclaredLine
from chamdiem_assessment.sheet.answer_store import VALUES, answer_of

_NAMED = ", ".join(f"a.{column}" for column in VALUES.split(", "))
_SENT = text(f"""
    SELECT o.criteria_set_id, o.unit_code, o.unit_name, o.ranking_group, s.sent_at, a.item, {_NAMED}, a.warnings
      FROM period_sheet o
      JOIN self_assessment s ON s.sheet_id = o.sheet_id AND s.status = 'sent'
      JOIN answer a ON a.sheet_id = o.sheet_id
     WHERE o.period_id = :period_id
       AND (CAST(:units AS text[]) IS NULL OR o.unit_code = ANY (CAST(:units AS text[])))
       AND (CAST(:group AS text) IS NULL OR o.ranking_group = :group)
     ORDER BY o.ranking_group, o.unit_code, o.set_code LIMIT :limit""")


async def declared_of_period(
    tx: AsyncConnection, period_id: UUID, units: Sequence[str] | None, group: str | None, limit: int
) -> list[DeclaredLine]:
    """The answers of sent sheets, of `units` or all, sorted by unit."""
    values = {"period_id": period_id, "units": None if units is None else list(units), "group": group, "limit": limit}
    lines = []
    for set_id, unit_code, unit_name, ranking_group, sent_at, *answer, warnings in await tx.execute(_SENT, values):
        lines.append(DeclaredLine(set_id, unit_code, unit_name, ranking_group, sent_at, answer_of(answer, warnings)))
    return lines
