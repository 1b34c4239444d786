"""SQL of answers to questions; an answer is written with the version it replaces by one statement."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.clarification.domain import AnswerWindow, Asked, GivenAnswer, Times
from chamdiem_kit.clock import judged_now

# Saving and sending of one sheet's answers wait for each other; nothing else does.
_HOLD = text("SELECT 1 FROM period_sheet WHERE sheet_id = :sheet_id FOR NO KEY UPDATE")
_TIMES = text("""
    SELECT p.clarification_from, p.clarification_to, p.clarification_rounds, p.stage, p.clock_at, clock_timestamp() AS real_now
      FROM period_sheet o JOIN period p ON p.id = o.period_id WHERE o.sheet_id = :sheet_id""")
_ASKED = text("""
    SELECT q.round, q.item, k.appraiser_code, q.question, q.asked_at,
           a.text, a.evidence_ids, a.version, a.saved_by, a.saved_at, a.sent_at, n.body->>'holder_name' AS saved_by_name
      FROM known_clarification k
      CROSS JOIN LATERAL jsonb_to_recordset(k.questions) AS q(round int, item text, question text, asked_at timestamptz)
      LEFT JOIN clarification_answer a ON a.sheet_id = k.sheet_id AND a.item = q.item AND a.round = q.round
      LEFT JOIN known_account n ON n.account_id = a.saved_by
     WHERE k.sheet_id = :sheet_id ORDER BY q.round, q.item""")
_SAVE = text("""
    WITH saved AS (
        INSERT INTO clarification_answer (sheet_id, item, round, text, evidence_ids, version, saved_by, saved_at)
        SELECT :sheet_id, :item, :round, :text, CAST(:evidence_ids AS uuid[]), 1, :by, :now
         WHERE :expected = 0 OR EXISTS (SELECT 1 FROM clarification_answer a
                                         WHERE a.sheet_id = :sheet_id AND a.item = :item AND a.round = :round)
        ON CONFLICT (sheet_id, item, round) DO UPDATE
           SET text = excluded.text, evidence_ids = excluded.evidence_ids, version = clarification_answer.version + 1,
               saved_by = excluded.saved_by, saved_at = excluded.saved_at
         WHERE clarification_answer.version = :expected
        RETURNING sheet_id, item, round, new.version, old.text AS was_text, old.evidence_ids AS was_evidence_ids,
                  old.version AS was_version, old.saved_by AS was_saved_by, old.saved_at AS was_saved_at),
    kept AS (
        INSERT INTO clarification_answer_history (sheet_id, item, round, text, evidence_ids, version, saved_by, saved_at)
        SELECT sheet_id, item, round, was_text, was_evidence_ids, was_version, was_saved_by, was_saved_at
          FROM saved WHERE was_version IS NOT NULL)
    SELECT version FROM saved""")
_SEND = text("""
    UPDATE clarification_answer c SET sent_at = :now
      FROM unnest(CAST(:items AS text[]), CAST(:rounds AS int[])) AS g(item, round)
     WHERE c.sheet_id = :sheet_id AND c.item = g.item AND c.round = g.round""")
_KEEP_SENDING = text("""
    INSERT INTO clarification_sending (sheet_id, version, answers, sent_by, sent_at, received_at)
    SELECT :sheet_id, 1 + coalesce(max(version), 0), :answers, :by, :now, :real_now FROM clarification_sending WHERE sheet_id = :sheet_id
    RETURNING version""")


async def hold(tx: AsyncConnection, sheet_id: UUID) -> None:
    """Keep others from saving or sending the sheet's answers until the transaction ends."""
    await tx.execute(_HOLD, {"sheet_id": sheet_id})


async def times_of(tx: AsyncConnection, sheet_id: UUID) -> Times:
    """The windows of the sheet's period, and the instant they are judged by."""
    row = (await tx.execute(_TIMES, {"sheet_id": sheet_id})).one()
    windows = tuple(map(AnswerWindow, row.clarification_from, row.clarification_to))[: row.clarification_rounds]
    return Times(windows, row.stage == "open", judged_now(row.clock_at, row.real_now), row.real_now)


async def asked_of(tx: AsyncConnection, sheet_id: UUID) -> list[Asked]:
    """Every question about the sheet with its answer, by round and item."""
    return [_asked(row) for row in await tx.execute(_ASKED, {"sheet_id": sheet_id})]


async def save(
    tx: AsyncConnection,
    sheet_id: UUID,
    question: Asked,
    answer: tuple[str, Sequence[UUID]],
    *,
    expected: int,
    by: UUID,
    now: datetime,
) -> int | None:
    """Keep an answer if its version is `expected` (0: there is none); the new version, or None where it is another."""
    said, files = answer
    values = {"sheet_id": sheet_id, "item": question.item, "round": question.round, "text": said, "evidence_ids": list(files)}
    row = (await tx.execute(_SAVE, {**values, "expected": expected, "by": by, "now": now})).first()
    return row.version if row else None


async def send(tx: AsyncConnection, sheet_id: UUID, sent: Sequence[Asked], times: Times, by: UUID) -> int:
    """Mark the answers as sent and keep that they were; how many times the sheet's unit has sent answers now."""
    values = {"sheet_id": sheet_id, "now": times.now}
    await tx.execute(_SEND, {**values, "items": [a.item for a in sent], "rounds": [a.round for a in sent]})
    kept = await tx.execute(_KEEP_SENDING, {**values, "answers": len(sent), "by": by, "real_now": times.real_now})
    version: int = kept.scalar_one()
    return version


def _asked(row: Any) -> Asked:
    answer = None
    if row.version is not None:
        name = row.saved_by_name or ""
        answer = GivenAnswer(row.text, tuple(row.evidence_ids), row.version, row.saved_by, name, row.saved_at, row.sent_at)
    return Asked(row.round, row.item, row.appraiser_code, row.question, row.asked_at, answer)
