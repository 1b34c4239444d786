"""SQL of second looks; each change is written with its history by one statement."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.second_look.domain import Answer, AskLine, SecondLook

_LOOKS = text("""
    SELECT sheet_id, item, account_id, note, state, version FROM second_look
     WHERE appraisal_id = :appraisal_id AND sheet_id = ANY(CAST(:sheets AS uuid[])) FOR UPDATE""")
_HISTORY = """
    INSERT INTO second_look_history (sheet_id, item, version, act, account_id, note, score, not_applicable, count, reason,
                                     changed_by, changed_at)
    SELECT sheet_id, item, version, {act}, account_id, note, score, not_applicable, count, reason, :by, clock_timestamp() FROM changed"""
_ASK = text(f"""
    WITH changed AS (
        INSERT INTO second_look (sheet_id, item, appraisal_id, account_id, note, state, not_applicable, reason, score_version, version,
                                 asked_by, asked_at)
        SELECT g.sheet_id, g.item, :appraisal_id, g.account_id, g.note, 'open', false, '', 0, 1, :by, clock_timestamp()
          FROM unnest(CAST(:sheets AS uuid[]), CAST(:items AS text[]), CAST(:accounts AS uuid[]), CAST(:notes AS text[]))
            AS g(sheet_id, item, account_id, note)
        ON CONFLICT (sheet_id, item) DO UPDATE
           SET appraisal_id = excluded.appraisal_id, account_id = excluded.account_id, note = excluded.note, state = 'open', score = NULL,
               not_applicable = false, count = NULL, reason = '', score_version = 0, version = second_look.version + 1,
               asked_by = excluded.asked_by, asked_at = excluded.asked_at, answered_at = NULL
        RETURNING *
    ) {_HISTORY.format(act="'asked'")}""")
_WITHDRAW = text(f"""
    WITH changed AS (
        UPDATE second_look l SET state = 'withdrawn', version = l.version + 1
          FROM unnest(CAST(:sheets AS uuid[]), CAST(:items AS text[])) AS g(sheet_id, item)
         WHERE l.sheet_id = g.sheet_id AND l.item = g.item AND l.appraisal_id = :appraisal_id AND l.state = 'open'
        RETURNING l.*
    ) {_HISTORY.format(act="'withdrawn'")}""")
_ANSWER = text(f"""
    WITH changed AS (
        UPDATE second_look l
           SET state = g.state, score = g.score, not_applicable = g.not_applicable, count = g.count, reason = g.reason,
               score_version = coalesce((SELECT c.version FROM appraised_score c WHERE c.sheet_id = l.sheet_id AND c.item = l.item), 0),
               version = l.version + 1, answered_at = clock_timestamp()
          FROM unnest(CAST(:sheets AS uuid[]), CAST(:items AS text[]), CAST(:states AS text[]), CAST(:scores AS numeric[]),
                      CAST(:not_applicables AS boolean[]), CAST(:counts AS bigint[]), CAST(:reasons AS text[]))
            AS g(sheet_id, item, state, score, not_applicable, count, reason)
         WHERE l.sheet_id = g.sheet_id AND l.item = g.item AND l.appraisal_id = :appraisal_id
        RETURNING l.*
    ) {_HISTORY.format(act="state")}""")
# Only the lead and the member who was asked: to other members a second look does not exist.
_LIST = text("""
    SELECT l.sheet_id, i.position, l.item, s.set_code, s.unit_code, s.unit_name, l.account_id, l.note, l.state, l.score, l.not_applicable,
           l.count, l.reason, l.asked_by, l.asked_at, l.answered_at, l.version,
           c.score AS present_score, coalesce(c.not_applicable, false) AS present_not_applicable, c.count AS present_count,
           coalesce(c.reason, '') AS present_reason, coalesce(c.version, 0) AS present_version,
           l.state IN ('confirmed', 'proposed') AND coalesce(c.version, 0) <> l.score_version AS changed_since
      FROM second_look l JOIN assigned_item i USING (sheet_id, item, appraisal_id) JOIN sheet_now s USING (sheet_id)
      LEFT JOIN appraised_score c USING (sheet_id, item)
     WHERE l.appraisal_id = :appraisal_id AND (:is_lead OR l.account_id = :account_id) AND l.state <> 'withdrawn' AND s.is_final
       AND (CAST(:only_unit AS text) IS NULL OR s.unit_code = :only_unit)
       AND (CAST(:after_sheet AS uuid) IS NULL OR (l.sheet_id, i.position) > (CAST(:after_sheet AS uuid), CAST(:after_position AS int)))
     ORDER BY l.sheet_id, i.position LIMIT :limit""")
_COUNT_OPEN = text("""
    SELECT count(*) FROM second_look l JOIN assigned_item i USING (sheet_id, item, appraisal_id)
     WHERE l.appraisal_id = :appraisal_id AND l.state = 'open'""")


async def of_sheets(tx: AsyncConnection, appraisal_id: UUID, sheets: Sequence[UUID]) -> dict[tuple[UUID, str], SecondLook]:
    """Second looks on these sheets, kept from being answered twice at once."""
    rows = await tx.execute(_LOOKS, {"appraisal_id": appraisal_id, "sheets": list(sheets)})
    return {(r.sheet_id, r.item): SecondLook(r.account_id, r.note, r.state, r.version) for r in rows}


async def ask(tx: AsyncConnection, appraisal_id: UUID, lines: Sequence[AskLine], by: UUID) -> None:
    """Ask, ask somebody else instead, or take back."""
    rows = sorted(lines, key=lambda line: (line.sheet_id, line.item))
    asked = [line for line in rows if line.account_id is not None]
    withdrawn = [line for line in rows if line.account_id is None]
    if asked:
        more = {"accounts": [line.account_id for line in asked], "notes": [line.note for line in asked]}
        await tx.execute(_ASK, {**_keys(asked), **more, "appraisal_id": appraisal_id, "by": by})
    if withdrawn:
        await tx.execute(_WITHDRAW, {**_keys(withdrawn), "appraisal_id": appraisal_id, "by": by})


async def answer(tx: AsyncConnection, appraisal_id: UUID, answers: Mapping[tuple[UUID, str], Answer], by: UUID) -> None:
    """Keep a member's answers."""
    rows = sorted(answers.items(), key=lambda one: one[0])
    if rows:
        values = {
            "sheets": [key[0] for key, _ in rows],
            "items": [key[1] for key, _ in rows],
            "states": [a.state for _, a in rows],
            "scores": [a.score for _, a in rows],
            "not_applicables": [a.not_applicable for _, a in rows],
            "counts": [a.count for _, a in rows],
            "reasons": [a.reason for _, a in rows],
        }
        await tx.execute(_ANSWER, {**values, "appraisal_id": appraisal_id, "by": by})


async def list_for(
    tx: AsyncConnection,
    appraisal_id: UUID,
    account_id: UUID,
    *,
    is_lead: bool,
    only_unit: str | None,
    after: tuple[UUID, int] | None,
    limit: int,
) -> list[Any]:
    """Second looks that exist for the account, with what stands now, by sheet and place in the set."""
    after_sheet, after_position = after or (None, None)
    values = {"appraisal_id": appraisal_id, "account_id": account_id, "is_lead": is_lead, "only_unit": only_unit}
    return list((await tx.execute(_LIST, {**values, "after_sheet": after_sheet, "after_position": after_position, "limit": limit})).all())


async def count_open(tx: AsyncConnection, appraisal_id: UUID) -> int:
    """How many wait for an answer."""
    return int((await tx.execute(_COUNT_OPEN, {"appraisal_id": appraisal_id})).scalar_one())


def _keys(lines: Sequence[AskLine]) -> dict[str, Any]:
    return {"sheets": [line.sheet_id for line in lines], "items": [line.item for line in lines]}
