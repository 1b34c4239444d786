"""SQL of appraised scores; each change is written with its history by one statement."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.assignment.domain import Appraisal
from chamdiem_appraisal.scoring.domain import ItemOnSheet, Kept, ScoreLine, stays_under
from chamdiem_kit.access import Actor
from chamdiem_rules.appraise import SelfPosition
from chamdiem_rules.criteria_set import CriteriaSet

# What the account may score: its agency's, given to it by the lead where the lead gave work at all, and never of a unit of the person.
# A round bound to questions changes what the one before asked about, what it gave itself, and what was removed meanwhile.
_ITEMS = text("""
    SELECT g.n, s.unit_code, s.criteria_set_id, s.survey_forms_id, s.is_final, w.self_score, coalesce(w.is_claim, false) AS is_claim,
           coalesce(w.claimed_count, 0) AS claimed_count, coalesce(c.version, 0) AS version,
           i.item IS NOT NULL
           AND (NOT s.conflict_enabled OR s.unit_code <> ALL(CAST(:person_units AS text[])))
           AND (CAST(:only_unit AS text) IS NULL OR s.unit_code = :only_unit)
           AND (:is_lead OR NOT EXISTS (SELECT FROM member_assignment m WHERE m.appraisal_id = :appraisal_id)
                OR EXISTS (SELECT FROM member_assignment m
                            WHERE m.appraisal_id = :appraisal_id AND m.account_id = :account_id
                              AND (m.sheets IS NULL OR g.sheet_id = ANY(m.sheets))
                              AND (m.items IS NULL OR g.item = ANY(m.items)))) AS is_mine,
           NOT CAST(:bound AS boolean) OR c.round = :round
           OR (c.score IS NULL AND c.not_applicable IS NOT TRUE AND c.count IS NULL AND (i.kind = 'leaf' OR c.version IS NOT NULL))
           OR EXISTS (SELECT FROM clarification_question q
                       WHERE q.sheet_id = g.sheet_id AND q.item = g.item AND q.round = :round - 1 AND q.sent_at IS NOT NULL) AS in_round
      FROM unnest(CAST(:sheets AS uuid[]), CAST(:items AS text[])) WITH ORDINALITY AS g(sheet_id, item, n)
      JOIN sheet_now s ON s.sheet_id = g.sheet_id AND s.period_id = :period_id
      LEFT JOIN assigned_item i ON i.sheet_id = g.sheet_id AND i.item = g.item AND i.appraisal_id = :appraisal_id
      LEFT JOIN known_answer w ON w.sheet_id = g.sheet_id AND w.item = g.item
      LEFT JOIN appraised_score c ON c.sheet_id = g.sheet_id AND c.item = g.item""")

# Score and history in one statement: neither is written without the other. Nothing comes back for a row that changed meanwhile.
_SAVE = text("""
    WITH saved AS (
        INSERT INTO appraised_score (sheet_id, item, score, not_applicable, count, reason, version, scored_by, scored_at, round)
        SELECT g.sheet_id, g.item, g.score, g.not_applicable, g.count, g.reason, g.version, :by, clock_timestamp(), :round
          FROM unnest(CAST(:sheets AS uuid[]), CAST(:items AS text[]), CAST(:scores AS numeric[]), CAST(:not_applicables AS boolean[]),
                      CAST(:counts AS bigint[]), CAST(:reasons AS text[]), CAST(:versions AS int[]))
            AS g(sheet_id, item, score, not_applicable, count, reason, version)
        ON CONFLICT (sheet_id, item) DO UPDATE
           SET score = excluded.score, not_applicable = excluded.not_applicable, count = excluded.count, reason = excluded.reason,
               version = excluded.version, scored_by = excluded.scored_by, scored_at = excluded.scored_at, round = excluded.round
         WHERE appraised_score.version = excluded.version - 1
        RETURNING sheet_id, item, old.score AS score_before, old.not_applicable AS not_applicable_before, old.count AS count_before,
                  old.reason AS reason_before, new.score, new.not_applicable, new.count, new.reason, new.version, new.scored_at
    ), kept AS (
        INSERT INTO appraised_score_history (sheet_id, item, version, act, score_before, not_applicable_before, count_before, reason_before,
                                             score, not_applicable, count, reason, changed_by, changed_at, round)
        SELECT sheet_id, item, version, :act, score_before, not_applicable_before, count_before, reason_before,
               score, not_applicable, count, reason, :by, scored_at, :round
          FROM saved
    ) SELECT sheet_id, item, version, scored_at FROM saved""")

_REMOVE = """
    WITH removed AS (
        UPDATE appraised_score c
           SET score = NULL, not_applicable = false, count = NULL, reason = '', version = c.version + 1, scored_at = clock_timestamp()
          FROM unnest(CAST(:sheets AS uuid[]), CAST(:items AS text[])) AS g(sheet_id, item)
         WHERE c.sheet_id = g.sheet_id AND (g.item IS NULL OR c.item = g.item)
           AND (c.score IS NOT NULL OR c.not_applicable OR c.count IS NOT NULL) AND {only}
        RETURNING c.sheet_id, c.item, old.score AS score_before, old.not_applicable AS not_applicable_before, old.count AS count_before,
                  old.reason AS reason_before, new.version, new.scored_at, new.round
    ), kept AS (
        INSERT INTO appraised_score_history (sheet_id, item, version, act, score_before, not_applicable_before, count_before, reason_before,
                                             score, not_applicable, count, reason, changed_by, changed_at, round)
        SELECT sheet_id, item, version, :act, score_before, not_applicable_before, count_before, reason_before,
               NULL, false, NULL, '', NULL, scored_at, round
          FROM removed
    ) SELECT count(*) FROM removed"""
# A sheet that was sent after the extension may have been scored anew before this event came: those scores were given to what was sent.
_REMOVE_OF_SHEETS = text(
    _REMOVE.format(
        only="c.scored_at < coalesce((SELECT s.received_at FROM known_self_assessment s"
        " WHERE s.sheet_id = c.sheet_id AND s.status = 'sent'), 'infinity')"
    )
)
_REMOVE_ITEMS = text(_REMOVE.format(only="true"))
# Thousands of sheets hold few different answers: these are judged, not the scores one by one.
_STANDING = text("""
    SELECT DISTINCT s.criteria_set_id, c.item, c.score, c.not_applicable
      FROM known_sheet s JOIN appraised_score c USING (sheet_id)
     WHERE s.period_id = :period_id AND (c.score IS NOT NULL OR c.not_applicable OR c.count IS NOT NULL)""")
_STANDING_AS = text("""
    SELECT c.sheet_id, c.item, i.appraisal_id
      FROM unnest(CAST(:sets AS uuid[]), CAST(:items AS text[]), CAST(:scores AS numeric[]), CAST(:not_applicables AS boolean[]))
        AS g(criteria_set_id, item, score, not_applicable)
      JOIN known_sheet s ON s.period_id = :period_id AND s.criteria_set_id = g.criteria_set_id
      JOIN appraised_score c ON c.sheet_id = s.sheet_id AND c.item = g.item AND c.score IS NOT DISTINCT FROM g.score
       AND c.not_applicable = g.not_applicable AND (c.score IS NOT NULL OR c.not_applicable OR c.count IS NOT NULL)
      JOIN assigned_item i ON i.sheet_id = c.sheet_id AND i.item = c.item
     ORDER BY c.sheet_id, i.position""")
_KEEP_ROUND = text("""
    INSERT INTO round_score (sheet_id, item, round, score, not_applicable, count, reason, scored_by, scored_at)
    SELECT i.sheet_id, i.item, :round, c.score, c.not_applicable, c.count, c.reason, c.scored_by, c.scored_at
      FROM assigned_item i JOIN appraised_score c USING (sheet_id, item) WHERE i.appraisal_id = :appraisal_id
    ON CONFLICT (sheet_id, item, round) DO UPDATE
       SET score = excluded.score, not_applicable = excluded.not_applicable, count = excluded.count, reason = excluded.reason,
           scored_by = excluded.scored_by, scored_at = excluded.scored_at""")
_PRESENT = text("""
    SELECT score::text, not_applicable, count, reason, version, scored_by, scored_at FROM appraised_score
     WHERE sheet_id = :sheet_id AND item = :item""")
_GIVEN = text("""
    SELECT c.sheet_id, c.item, c.score, c.not_applicable, c.count, c.reason, c.scored_by, c.scored_at
      FROM assigned_item i JOIN appraised_score c USING (sheet_id, item)
     WHERE i.appraisal_id = :appraisal_id AND i.sheet_id = ANY(CAST(:sheets AS uuid[]))
       AND (c.score IS NOT NULL OR c.not_applicable OR c.count IS NOT NULL)
     ORDER BY i.sheet_id, i.position""")


async def items_of(
    tx: AsyncConnection, lines: Sequence[ScoreLine], actor: Actor, appraisal: Appraisal, *, is_lead: bool
) -> dict[int, tuple[ItemOnSheet, UUID | None]]:
    """What stands at each line's item, by the line's place; a sheet outside the period is left out. With the forms its set is read with."""
    rows = await tx.execute(
        _ITEMS,
        {
            "sheets": [line.sheet_id for line in lines],
            # A code that cannot be stored is no code of any set.
            "items": [line.item if line.item.isprintable() else "" for line in lines],
            "appraisal_id": appraisal.id,
            "period_id": appraisal.period_id,
            "round": appraisal.round,
            "bound": appraisal.is_bound_to_questions,
            "account_id": actor.account_id,
            "is_lead": is_lead,
            "person_units": sorted(actor.person_units),
            "only_unit": actor.only_for_unit,
        },
    )
    found = {}
    for row in rows:
        place = row.n - 1
        line = lines[place]
        position = SelfPosition(row.self_score if row.self_score is not None else Decimal(0), row.is_claim)
        item = ItemOnSheet(
            line.sheet_id,
            line.item,
            row.unit_code,
            row.criteria_set_id,
            row.is_final,
            row.is_mine,
            position,
            row.claimed_count,
            row.version,
            row.in_round,
        )
        found[place] = (item, row.survey_forms_id)
    return found


async def save(
    tx: AsyncConnection, kept: Iterable[Kept], *, by: UUID, round_: int, act: str = "scored"
) -> dict[tuple[UUID, str], datetime]:
    """Keep scores that stand at the version before theirs; answers when each was kept, and leaves out what somebody changed meanwhile."""
    rows = sorted(kept, key=lambda k: (k.sheet_id, k.item))
    if not rows:
        return {}
    result = await tx.execute(
        _SAVE,
        {
            "sheets": [k.sheet_id for k in rows],
            "items": [k.item for k in rows],
            "scores": [k.score for k in rows],
            "not_applicables": [k.not_applicable for k in rows],
            "counts": [k.count for k in rows],
            "reasons": [k.reason for k in rows],
            "versions": [k.version for k in rows],
            "by": by,
            "round": round_,
            "act": act,
        },
    )
    return {(r.sheet_id, r.item): r.scored_at for r in result}


async def remove_of_sheets(tx: AsyncConnection, sheets: Sequence[UUID]) -> int:
    """Remove what was given to sheets that open again by an extension; the history keeps it."""
    values = {"sheets": list(sheets), "items": [None] * len(sheets), "act": "removed_by_extension"}
    return int((await tx.execute(_REMOVE_OF_SHEETS, values)).scalar_one())


async def standing_unfit(tx: AsyncConnection, period_id: UUID, sets: Mapping[UUID, CriteriaSet]) -> list[Any]:
    """What stands in the period and cannot under its present set, items that no agency has any more among it: sheet, item, appraisal."""
    unfit = [
        row
        for row in await tx.execute(_STANDING, {"period_id": period_id})
        if not stays_under(sets[row.criteria_set_id].item(row.item), row.score, not_applicable=row.not_applicable)
    ]
    if not unfit:
        return []
    columns = {
        "sets": [row.criteria_set_id for row in unfit],
        "items": [row.item for row in unfit],
        "scores": [row.score for row in unfit],
        "not_applicables": [row.not_applicable for row in unfit],
    }
    return list((await tx.execute(_STANDING_AS, {**columns, "period_id": period_id})).all())


async def remove_items(tx: AsyncConnection, items: Sequence[tuple[UUID, str]], act: str) -> int:
    """Remove what stands at items that belong to another agency now, or whose set was amended."""
    values = {"sheets": [s for s, _ in items], "items": [i for _, i in items], "act": act}
    return int((await tx.execute(_REMOVE_ITEMS, values)).scalar_one())


async def keep_round(tx: AsyncConnection, appraisal_id: UUID, round_: int) -> None:
    """Keep what stands when a round is sent, for who may see it while the next is written."""
    await tx.execute(_KEEP_ROUND, {"appraisal_id": appraisal_id, "round": round_})


async def present(tx: AsyncConnection, sheet_id: UUID, item: str) -> dict[str, Any] | None:
    """What stands at an item now, for who lost a race."""
    row = (await tx.execute(_PRESENT, {"sheet_id": sheet_id, "item": item})).mappings().first()
    return None if row is None else dict(row)


async def given_to(tx: AsyncConnection, appraisal_id: UUID, sheets: Sequence[UUID]) -> list[Any]:
    """All that the agency gave to the sheets, in the set's order."""
    return list((await tx.execute(_GIVEN, {"appraisal_id": appraisal_id, "sheets": list(sheets)})).all())
