"""What units answered to questions, as assessment told it."""

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.assessment import ClarificationSentV1
from chamdiem_kit.inbox import Received

_SAVE = text("""
    INSERT INTO known_clarification (sheet_id, version, sent_at) VALUES (:sheet_id, :version, :sent_at)
    ON CONFLICT (sheet_id) DO UPDATE SET version = excluded.version, sent_at = excluded.sent_at
     WHERE known_clarification.version < excluded.version
    RETURNING sheet_id""")
# What was sent never changes, so a newer event only adds.
_SAVE_ANSWERS = text("""
    INSERT INTO known_clarification_answer (sheet_id, item, round, text, evidence, answered_at)
    SELECT :sheet_id, item, round, text, evidence, answered_at
      FROM jsonb_to_recordset(CAST(:answers AS jsonb)) AS a(item text, round int, text text, evidence jsonb, answered_at timestamptz)
    ON CONFLICT DO NOTHING""")


async def on_clarification_sent(tx: AsyncConnection, event: Received[ClarificationSentV1]) -> None:
    """A unit answered: whether the next round may begin is asked where it is written to."""
    told = event.data
    saved = await tx.execute(_SAVE, {"sheet_id": told.sheet_id, "version": told.version, "sent_at": told.sent_at})
    if saved.first() is not None:
        answers = orjson.dumps([answer.model_dump(mode="json") for answer in told.answers]).decode()
        await tx.execute(_SAVE_ANSWERS, {"sheet_id": told.sheet_id, "answers": answers})
