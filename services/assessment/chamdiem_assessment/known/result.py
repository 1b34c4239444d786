"""How far the result of a period is (`ranking.result.*`): extensions and changes end with aggregation, a period is published by ranking."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.ranking import ResultState
from chamdiem_kit.inbox import Received

_SAVE = text("""
    INSERT INTO known_result (period_id, version, status) VALUES (:period_id, :version, :status)
    ON CONFLICT (period_id) DO UPDATE SET version = excluded.version, status = excluded.status
     WHERE known_result.version < excluded.version""")


async def on_result_changed(tx: AsyncConnection, event: Received[ResultState]) -> None:
    """Keep the newest status of the period's result."""
    told = event.data
    await tx.execute(_SAVE, {"period_id": told.period_id, "version": told.version, "status": told.status})
