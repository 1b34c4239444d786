"""SQL of questions; a change is written with its history by one statement, and what was sent is never changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.assignment.domain import Appraisal
from chamdiem_appraisal.clarification.domain import QuestionLine

_SENT = text("""
    SELECT sheet_id, item FROM clarification_question
     WHERE round = :round AND sent_at IS NOT NULL AND sheet_id = ANY(CAST(:sheets AS uuid[]))""")
_ASK = text("""
    WITH asked AS (
        INSERT INTO clarification_question (sheet_id, item, round, appraisal_id, question, asked_by, asked_at)
        SELECT g.sheet_id, g.item, :round, :appraisal_id, g.question, :by, clock_timestamp()
          FROM unnest(CAST(:sheets AS uuid[]), CAST(:items AS text[]), CAST(:questions AS text[])) AS g(sheet_id, item, question)
        ON CONFLICT (sheet_id, item, round) DO UPDATE
           SET question = excluded.question, asked_by = excluded.asked_by, asked_at = excluded.asked_at,
               appraisal_id = excluded.appraisal_id
         WHERE clarification_question.sent_at IS NULL
           AND (clarification_question.question, clarification_question.appraisal_id)
               IS DISTINCT FROM (excluded.question, excluded.appraisal_id)
        RETURNING sheet_id, item, round, question, asked_at
    ) INSERT INTO clarification_question_history (sheet_id, item, round, act, question, changed_by, changed_at)
      SELECT sheet_id, item, round, 'asked', question, :by, asked_at FROM asked""")
_WITHDRAW = text("""
    WITH withdrawn AS (
        DELETE FROM clarification_question q
         USING unnest(CAST(:sheets AS uuid[]), CAST(:items AS text[])) AS g(sheet_id, item)
         WHERE q.sheet_id = g.sheet_id AND q.item = g.item AND q.round = :round AND q.sent_at IS NULL
        RETURNING q.sheet_id, q.item, q.round, q.question
    ) INSERT INTO clarification_question_history (sheet_id, item, round, act, question, changed_by, changed_at)
      SELECT sheet_id, item, round, 'withdrawn', question, :by, clock_timestamp() FROM withdrawn""")
# A question about an item that went to another agency meanwhile is not sent.
_OF_ROUND = """
      FROM clarification_question q JOIN assigned_item i USING (sheet_id, item, appraisal_id)
     WHERE q.appraisal_id = :appraisal_id AND q.round = :round"""
_COUNT = text(f"SELECT count(*) AS asked, count(*) FILTER (WHERE q.sent_at IS NULL) AS unsent {_OF_ROUND}")
_SEND = text(f"""
    UPDATE clarification_question SET sent_at = :now
     WHERE (sheet_id, item, round) IN (SELECT q.sheet_id, q.item, q.round {_OF_ROUND}) AND sent_at IS NULL RETURNING sheet_id""")
_NEXT_VERSIONS = text("""
    UPDATE appraised_sheet SET clarification_version = clarification_version + 1
     WHERE appraisal_id = :appraisal_id AND sheet_id = ANY(CAST(:sheets AS uuid[])) RETURNING sheet_id, clarification_version""")
_ALL_SENT = text("""
    SELECT q.sheet_id, q.item, q.round, q.question, q.asked_at FROM clarification_question q
     WHERE q.appraisal_id = :appraisal_id AND q.sheet_id = ANY(CAST(:sheets AS uuid[])) AND q.sent_at IS NOT NULL
     ORDER BY q.sheet_id, q.round, q.item""")
_COLUMNS = """
           q.sheet_id, q.item, q.round, q.question, q.asked_by, q.asked_at, q.sent_at,
           w.text AS answer, coalesce(w.evidence, '[]') AS evidence, w.answered_at
      FROM clarification_question q LEFT JOIN known_clarification_answer w USING (sheet_id, item, round)"""
_OF_SHEETS = text(f"""
    SELECT {_COLUMNS} WHERE q.sheet_id = ANY(CAST(:sheets AS uuid[])) AND (:drafts OR q.sent_at IS NOT NULL)
     ORDER BY q.sheet_id, q.item, q.round""")
_LIST = text(f"""
    SELECT i.position, s.set_code, s.unit_code, {_COLUMNS}
      JOIN assigned_item i USING (sheet_id, item) JOIN appraisal a ON a.id = i.appraisal_id JOIN sheet_now s USING (sheet_id)
     WHERE a.id = :appraisal_id AND (:sees_all OR a.appraiser_code = CAST(:agency AS text)) AND s.is_final
       AND (CAST(:only_unit AS text) IS NULL OR s.unit_code = :only_unit)
       AND (CAST(:after_sheet AS uuid) IS NULL
            OR (q.sheet_id, i.position, q.round) > (CAST(:after_sheet AS uuid), CAST(:after_position AS int), CAST(:after_round AS int)))
     ORDER BY q.sheet_id, i.position, q.round LIMIT :limit""")


@dataclass(frozen=True)
class Asked:
    """How many questions a round has, and how many of them no unit knows yet."""

    asked: int
    unsent: int


async def sent_of(tx: AsyncConnection, sheets: Sequence[UUID], round_: int) -> frozenset[tuple[UUID, str]]:
    """Sheet and item of the round's questions that units know."""
    return frozenset((r.sheet_id, r.item) for r in await tx.execute(_SENT, {"round": round_, "sheets": list(sheets)}))


async def save(tx: AsyncConnection, appraisal: Appraisal, lines: Sequence[QuestionLine], by: UUID) -> None:
    """Ask, ask otherwise, or take back; what changes nothing leaves no history."""
    rows = sorted(lines, key=lambda line: (line.sheet_id, line.item))
    asked, back = [r for r in rows if r.question], [r for r in rows if not r.question]
    common = {"round": appraisal.round, "by": by}
    if asked:
        given = {"sheets": [r.sheet_id for r in asked], "items": [r.item for r in asked], "questions": [r.question for r in asked]}
        await tx.execute(_ASK, {**common, **given, "appraisal_id": appraisal.id})
    if back:
        await tx.execute(_WITHDRAW, {**common, "sheets": [r.sheet_id for r in back], "items": [r.item for r in back]})


async def asked_in(tx: AsyncConnection, appraisal: Appraisal) -> Asked:
    """The questions of the appraisal's present round."""
    row = (await tx.execute(_COUNT, {"appraisal_id": appraisal.id, "round": appraisal.round})).one()
    return Asked(row.asked, row.unsent)


async def send(tx: AsyncConnection, appraisal: Appraisal, round_: int, now: datetime) -> dict[UUID, int]:
    """Mark the round's questions as sent; sheet with new ones → the version of what is told of it now."""
    values = {"appraisal_id": appraisal.id, "round": round_, "now": now}
    sheets = sorted(set((await tx.execute(_SEND, values)).scalars()))
    if not sheets:
        return {}
    rows = await tx.execute(_NEXT_VERSIONS, {"appraisal_id": appraisal.id, "sheets": sheets})
    return {row.sheet_id: row.clarification_version for row in sorted(rows, key=lambda r: r.sheet_id)}


async def all_sent(tx: AsyncConnection, appraisal_id: UUID, sheets: Sequence[UUID]) -> list[Any]:
    """Every question that the agency ever sent about the sheets."""
    return list((await tx.execute(_ALL_SENT, {"appraisal_id": appraisal_id, "sheets": list(sheets)})).all())


async def of_sheets(tx: AsyncConnection, sheets: Sequence[UUID], *, drafts: bool) -> list[Any]:
    """Questions about the sheets with their answers, by sheet, item and round; with `drafts` those too that no unit knows."""
    return list((await tx.execute(_OF_SHEETS, {"sheets": list(sheets), "drafts": drafts})).all())


async def list_in_sight(
    tx: AsyncConnection, sight: dict[str, Any], appraisal_id: UUID, after: tuple[UUID, int, int] | None, limit: int
) -> list[Any]:
    """An appraisal's questions by sheet, place in the set and round."""
    after_sheet, after_position, after_round = after or (None, None, None)
    place = {"after_sheet": after_sheet, "after_position": after_position, "after_round": after_round}
    return list((await tx.execute(_LIST, {**sight, **place, "appraisal_id": appraisal_id, "limit": limit})).all())
