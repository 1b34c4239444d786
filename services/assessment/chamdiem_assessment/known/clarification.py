"""What agencies asked units about leaves (`appraisal.clarification.requested`)."""

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.appraisal import ClarificationRequestedV1
from chamdiem_kit.inbox import Received

_SAVE = text("""
    INSERT INTO known_clarification (appraisal_id, sheet_id, version, appraiser_code, questions)
    VALUES (:appraisal_id, :sheet_id, :version, :appraiser_code, CAST(:questions AS jsonb))
    ON CONFLICT (sheet_id, appraisal_id) DO UPDATE
       SET version = excluded.version, appraiser_code = excluded.appraiser_code, questions = excluded.questions
     WHERE known_clarification.version < excluded.version""")


async def on_clarification_requested(tx: AsyncConnection, event: Received[ClarificationRequestedV1]) -> None:
    """Keep the newest state of an agency's questions about a sheet."""
    told = event.data
    questions = orjson.dumps([question.model_dump(mode="json") for question in told.questions]).decode()
    await tx.execute(_SAVE, {**told.model_dump(include={"appraisal_id", "sheet_id", "version", "appraiser_code"}), "questions": questions})
