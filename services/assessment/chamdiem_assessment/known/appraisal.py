"""How far each agency is with a period (`appraisal.appraisal.*`): shown by the sheets' status, it decides no write."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.appraisal import AppraisalState
from chamdiem_kit.inbox import Received

_SAVE = text("""
    INSERT INTO known_appraisal (appraisal_id, period_id, appraiser_code, version, round, open)
    VALUES (:appraisal_id, :period_id, :appraiser_code, :version, :round, :open)
    ON CONFLICT (appraisal_id) DO UPDATE SET version = excluded.version, round = excluded.round, open = excluded.open
     WHERE known_appraisal.version < excluded.version""")


async def on_appraisal_changed(tx: AsyncConnection, event: Received[AppraisalState]) -> None:
    """Keep the newest state of an agency's appraisal."""
    await tx.execute(_SAVE, event.data.model_dump(include={"appraisal_id", "period_id", "appraiser_code", "version", "round", "open"}))
