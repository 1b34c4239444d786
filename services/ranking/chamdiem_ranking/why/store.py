"""SQL of what only "why" shows: what agencies gave with their reasons, and how many units share a rank."""

from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

_GIVEN = text("SELECT appraiser_code, body->'items' AS items_ FROM known_appraised_sheet WHERE sheet_id = :sheet_id ORDER BY appraisal_id")
_RANKED = text("""
    SELECT count(*) AS units, count(*) FILTER (WHERE rank = :rank AND sheet_id <> :sheet_id) AS shared_with
      FROM sheet_result WHERE period_id = :period_id AND ranking_group = :ranking_group""")
_MARKED = text("SELECT EXISTS (SELECT 1 FROM stale_sheet WHERE period_id = :period_id AND sheet_id = :sheet_id)")


async def given_to(tx: AsyncConnection, sheet_id: UUID) -> list[tuple[str, dict[str, Any]]]:
    """Agency and item, as told, of everything that was given to a sheet."""
    rows = await tx.execute(_GIVEN, {"sheet_id": sheet_id})
    return [(row.appraiser_code, item) for row in rows for item in row.items_]


async def ranked(tx: AsyncConnection, line: Any) -> tuple[int, int]:
    """How many units the line's group has, and how many others share its rank."""
    where = {"rank": line.rank, "sheet_id": line.sheet_id, "period_id": line.period_id, "ranking_group": line.ranking_group}
    row = (await tx.execute(_RANKED, where)).one()
    return row.units, row.shared_with


async def is_marked(tx: AsyncConnection, period_id: UUID, sheet_id: UUID) -> bool:
    """Whether the sheet is still to be computed again."""
    return bool((await tx.execute(_MARKED, {"period_id": period_id, "sheet_id": sheet_id})).scalar_one())
