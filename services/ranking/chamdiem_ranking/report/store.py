"""SQL of what only the printed table says besides the lines: when units sent."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

_SENT = text("""
    SELECT s.unit_code, a.sent_at FROM known_sheet s LEFT JOIN known_self_assessment a USING (sheet_id)
     WHERE s.period_id = :period_id AND s.ranking_group = :ranking_group""")


async def sent_at(tx: AsyncConnection, period_id: UUID, ranking_group: str) -> dict[str, datetime | None]:
    """By unit of a group when it sent; None where it did not."""
    rows = await tx.execute(_SENT, {"period_id": period_id, "ranking_group": ranking_group})
    return {row.unit_code: row.sent_at for row in rows}
