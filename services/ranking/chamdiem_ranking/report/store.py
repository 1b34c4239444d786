"""SQL of what only printed documents say besides the lines: when units sent, and which groups there are."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

_SENT = text("""
    SELECT s.unit_code, a.sent_at FROM known_sheet s LEFT JOIN known_self_assessment a USING (sheet_id)
     WHERE s.period_id = :period_id AND s.ranking_group = :ranking_group""")

_GROUPS = text("SELECT DISTINCT ranking_group FROM sheet_result WHERE period_id = :period_id ORDER BY ranking_group")


async def groups(tx: AsyncConnection, period_id: UUID) -> list[str]:
    """The ranking groups of a period's result."""
    return list((await tx.execute(_GROUPS, {"period_id": period_id})).scalars())


async def sent_at(tx: AsyncConnection, period_id: UUID, ranking_group: str) -> dict[str, datetime | None]:
    """By unit of a group when it sent; None where it did not."""
    rows = await tx.execute(_SENT, {"period_id": period_id, "ranking_group": ranking_group})
    return {row.unit_code: row.sent_at for row in rows}
