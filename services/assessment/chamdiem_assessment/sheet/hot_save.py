"""The hottest write: one answer saved by one statement on the driver's own connection.

The statement itself asks for the own unit, the set's version, the state, the window, the files and the version, and does nothing where one
of them says no; then the ordinary way (`routes`) goes over it again and names the reason.
"""

from decimal import Decimal
from typing import Any
from uuid import UUID

import asyncpg
import orjson

from chamdiem_assessment.phase.store import CAN_WRITE
from chamdiem_assessment.sheet.answer import Answer, Given, declare_value
from chamdiem_assessment.sheet.answer_store import KEEP_REPLACED, RETURNING, SETTING, VALUES
from chamdiem_assessment.sheet.fixed import forget_sheet, set_of_own_sheet
from chamdiem_kit.access import Actor
from chamdiem_kit.db import Database
from chamdiem_rules.refusal import Refused

# FOR SHARE: an approval or a send waits for saves under way, and a save that waited for one sees the state it left. So does an amending
# decision, which locks the sheet first as this does; a save that waited for one finds that the sheet has another version of the set.
_SAVE = f"""
    WITH mine AS MATERIALIZED (
        SELECT o.sheet_id, o.unit_code, o.period_id FROM period_sheet o
         WHERE o.sheet_id = $1 AND o.unit_code = $2 AND o.criteria_set_id = $17 FOR SHARE),
    state AS MATERIALIZED (
        SELECT s.sheet_id FROM mine JOIN self_assessment s USING (sheet_id)
         WHERE s.status IN ('drafting', 'awaiting_approval', 'returned') FOR SHARE OF s),
    opened AS MATERIALIZED (
        SELECT o.sheet_id, clock_timestamp() AS now FROM state JOIN mine o USING (sheet_id) JOIN period p ON p.id = o.period_id
         WHERE {CAN_WRITE}
           AND (cardinality($13::uuid[]) = 0 OR cardinality($13::uuid[]) = (
                SELECT count(*) FROM evidence e WHERE e.id = ANY ($13::uuid[]) AND e.status = 'accepted'
                   AND e.period_id = o.period_id AND e.unit_code = o.unit_code))),
    saved AS (
        INSERT INTO answer (sheet_id, item, {VALUES}, warnings, version, saved_by, saved_at)
        SELECT sheet_id, $4, $5, $6, $7, $8, $9, $10, $11::numeric, $12::bigint, $16, $13::uuid[], $14::text[], 1, $15, now FROM opened
         WHERE $3::bigint = 0 OR EXISTS (SELECT 1 FROM answer a WHERE a.sheet_id = $1 AND a.item = $4)
        ON CONFLICT (sheet_id, item) DO UPDATE SET {SETTING}, version = answer.version + 1 WHERE answer.version = $3::bigint
        {RETURNING}, new.saved_at),
    {KEEP_REPLACED}
    SELECT version, saved_at, CASE WHEN cardinality($13::uuid[]) > 0 THEN (
           SELECT json_agg(json_build_object('id', e.id, 'name', e.name, 'sha256', e.sha256, 'size_bytes', e.size_bytes,
                                             'media_type', e.media_type) ORDER BY array_position($13::uuid[], e.id))
             FROM evidence e WHERE e.id = ANY ($13::uuid[]))::text END AS files
      FROM saved"""


async def save_at_once(
    database: Database, sheet_id: UUID, given: Given, expected: int, actor: Actor, seen_set: UUID | None
) -> dict[str, Any] | None:
    """The saved answer as it is answered, or None where it was not saved and the ordinary way has to say why.

    `seen_set` is the version of the set that who saves had before him, None: not said.
    """
    held = await set_of_own_sheet(database, sheet_id, actor.unit_code, seen_set)
    if held is None:
        return None
    try:
        answer = declare_value(held.criteria_set, given)
    except Refused:
        return None
    if len(answer.evidence_ids) != len(set(given.evidence)):
        return None
    try:
        async with database.driver() as connection:
            row = await connection.fetchrow(_SAVE, *_parameters(sheet_id, answer, expected, actor), held.id)
    except asyncpg.PostgresError:
        return None
    if row is None:
        forget_sheet(sheet_id)
        return None
    return _answered(answer, row, actor)


def _parameters(sheet_id: UUID, a: Answer, expected: int, actor: Actor) -> tuple[Any, ...]:
    score: Decimal | None = a.self_score
    return (
        sheet_id,
        actor.unit_code,
        expected,
        a.item,
        a.option,
        a.numerator,
        a.denominator,
        a.count,
        a.not_applicable,
        a.is_claim,
        score,
        a.claimed_count,
        list(a.evidence_ids),
        list(a.warnings),
        actor.account_id,
        a.explanation,
    )


def _answered(a: Answer, row: Any, actor: Actor) -> dict[str, Any]:
    return {
        "item": a.item,
        "option": a.option,
        "numerator": a.numerator,
        "denominator": a.denominator,
        "count": a.count,
        "not_applicable": a.not_applicable,
        "is_claim": a.is_claim,
        "self_score": None if a.self_score is None else f"{a.self_score:f}",
        "explanation": a.explanation,
        "evidence": orjson.loads(row["files"]) if row["files"] else [],
        "version": row["version"],
        "saved_at": row["saved_at"],
        "saved_by": actor.account_id,
        "saved_by_name": actor.holder_name,
        "warnings": a.warnings,
    }
