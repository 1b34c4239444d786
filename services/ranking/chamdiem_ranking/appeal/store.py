"""SQL of appeals; whose they are stands in the WHERE."""

from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_ranking.appeal.domain import AppealUnknown

_COLUMNS = """
    a.id, a.period_id, a.result_version, a.unit_code, a.unit_name, a.body, a.asked_by_name, a.asked_at, a.outcome, a.reason,
    a.corrected_version, a.answered_by_name, a.answered_at, a.version,
    (SELECT max(p.result_version) FROM publication p WHERE p.period_id = a.period_id) AS newest_version"""
_MINE = "(CAST(:unit AS text) IS NULL OR a.unit_code = :unit)"
_PUBLISHED = text("""
    SELECT p.result_version, l.body->>'unit_name' AS unit_name
      FROM publication p JOIN published_line l USING (period_id, result_version)
     WHERE p.period_id = :period_id AND NOT p.imported AND l.unit_code = :unit ORDER BY p.result_version DESC LIMIT 1""")
_ADD = text("""
    INSERT INTO appeal (period_id, result_version, unit_code, unit_name, body, asked_by, asked_by_name)
    VALUES (:period_id, :result_version, :unit, :unit_name, :body, :asked_by, :asked_by_name) RETURNING id""")
_LOAD = text(f"SELECT {_COLUMNS} FROM appeal a WHERE a.id = :id AND {_MINE}")
_LOAD_LOCKED = text(f"SELECT {_COLUMNS} FROM appeal a WHERE a.id = :id AND {_MINE} FOR UPDATE")
_LIST = text(f"""
    SELECT {_COLUMNS} FROM appeal a
     WHERE a.period_id = :period_id AND {_MINE} AND (CAST(:after AS uuid) IS NULL OR a.id > :after) ORDER BY a.id LIMIT :limit""")
_ANSWER = text("""
    UPDATE appeal SET outcome = :outcome, reason = :reason, corrected_version = :corrected_version, answered_by = :answered_by,
           answered_by_name = :answered_by_name, answered_at = clock_timestamp(), version = version + 1 WHERE id = :id""")


async def published_of(tx: AsyncConnection, period_id: UUID, unit: str) -> Any | None:
    """The newest publication in which the unit stands; what was imported is not appealed against here."""
    return (await tx.execute(_PUBLISHED, {"period_id": period_id, "unit": unit})).first()


async def add(tx: AsyncConnection, **appeal: Any) -> UUID:
    """A new appeal; the database refuses a second open one of the unit."""
    return UUID(str((await tx.execute(_ADD, appeal)).scalar_one()))


async def load(tx: AsyncConnection, appeal_id: UUID, *, unit: str | None, lock: bool = False) -> Any:
    """An appeal, of `unit` where one is named. Raises `AppealUnknown`, also for another unit's."""
    row = (await tx.execute(_LOAD_LOCKED if lock else _LOAD, {"id": appeal_id, "unit": unit})).first()
    if row is None:
        raise AppealUnknown("Hãy kiểm tra lại mã kiến nghị.")
    return row


async def list_of_period(tx: AsyncConnection, period_id: UUID, *, unit: str | None, after: UUID | None, limit: int) -> list[Any]:
    """A period's appeals, oldest first; of `unit` where one is named."""
    return list((await tx.execute(_LIST, {"period_id": period_id, "unit": unit, "after": after, "limit": limit})).all())


async def answer(tx: AsyncConnection, appeal_id: UUID, **given: Any) -> None:
    """The answer, once for good."""
    await tx.execute(_ANSWER, {"id": appeal_id, **given})
