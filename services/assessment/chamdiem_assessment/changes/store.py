"""SQL that reads a sheet's steps, and its answers as they stood at one of them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.changes.domain import Step
from chamdiem_assessment.sheet.answer import Answer
from chamdiem_assessment.sheet.answer_store import VALUES, answer_of

_STEPS = text("""
    SELECT h.version, h.act, h.reason, coalesce(k.body->>'holder_name', '') AS changed_by_name, h.changed_at
      FROM self_assessment_history h LEFT JOIN known_account k ON k.account_id = h.changed_by
     WHERE h.sheet_id = :sheet_id ORDER BY h.version""")
# A step holds the sheet's row against every save, so what was saved before it bears an earlier time.
_AT = text(f"""
    SELECT DISTINCT ON (item) item, {VALUES} FROM (
        SELECT item, {VALUES}, version, saved_at FROM answer WHERE sheet_id = :sheet_id
        UNION ALL
        SELECT item, {VALUES}, version, saved_at FROM answer_history WHERE sheet_id = :sheet_id) a
     WHERE saved_at <= :at ORDER BY item, version DESC""")


async def steps_of(tx: AsyncConnection, sheet_id: UUID) -> list[Step]:
    """Every change of the sheet's state, oldest first."""
    return [Step(*row) for row in await tx.execute(_STEPS, {"sheet_id": sheet_id})]


async def answers_at(tx: AsyncConnection, sheet_id: UUID, at: datetime) -> dict[str, Answer]:
    """The sheet's answers by item as they stood at that instant of the database's clock."""
    return {row[0]: answer_of(row, ()) for row in await tx.execute(_AT, {"sheet_id": sheet_id, "at": at})}
