"""SQL of what an account sees of a sheet: the WHERE clauses decide, for the sheet, its items, its history and its evidence alike."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.access import LEAD, sight_of
from chamdiem_appraisal.assignment.domain import Appraisal, as_seen
from chamdiem_appraisal.assignment.store import ROUND_COLUMNS, appraisal_and_period
from chamdiem_appraisal.known.domain import Period
from chamdiem_kit.access import Actor

# Home Affairs' leaders see whole sheets; the council once the result is aggregated; the unit itself its own from then, or once published.
_SEES_WHOLE = """:sees_all OR (:in_council AND coalesce(r.status IN ('aggregated', 'agreed', 'published'), false))
            OR (s.unit_code = CAST(:own_unit AS text)
                AND coalesce(r.status = 'published'
                             OR (s.unit_sees_scores <> 'published' AND r.status IN ('aggregated', 'agreed')), false))"""
# From the window of clarification on, where the period says so, the unit sees what the rounds before gave: never what is being written.
_SEES_ROUND = "s.clarified_round > 0 AND s.unit_sees_scores = 'clarification' AND s.unit_code = CAST(:own_unit AS text)"
# A sheet exists for an account once it is sent or can no longer be, where it is seen whole or its agency has something on it.
_SHEET_IN_SIGHT = f"""
       s.is_final AND (CAST(:only_unit AS text) IS NULL OR s.unit_code = :only_unit)
       AND ({_SEES_WHOLE}
            OR ({_SEES_ROUND} AND EXISTS (SELECT FROM round_score q WHERE q.sheet_id = s.sheet_id AND q.round <= s.clarified_round))
            OR EXISTS (SELECT FROM appraised_sheet t JOIN appraisal o ON o.id = t.appraisal_id
                        WHERE t.sheet_id = s.sheet_id AND o.appraiser_code = CAST(:agency AS text)))"""

_SHEET = text(f"""
    SELECT s.*, {_SEES_WHOLE} AS sees_whole, sa.report_fingerprint, coalesce(sa.late, false) AS late, cs.fingerprint AS set_fingerprint,
           cs.decision
      FROM sheet_now s LEFT JOIN known_result r USING (period_id)
      LEFT JOIN known_self_assessment sa ON sa.sheet_id = s.sheet_id AND sa.status = 'sent'
      LEFT JOIN known_criteria_set cs USING (criteria_set_id)
     WHERE s.sheet_id = :sheet_id AND {_SHEET_IN_SIGHT}""")

_ITEM_COLUMNS = """
           i.sheet_id, i.item, i.kind, i.position, a.appraiser_code, w.option, w.numerator, w.denominator, w.claimed_count,
           coalesce(w.is_claim, false) AS is_claim,
           CASE WHEN i.kind = 'leaf' AND w.is_claim IS NOT TRUE THEN coalesce(w.self_score, 0) END AS self_score,
           coalesce(w.explanation, '') AS explanation, coalesce(w.evidence, '[]') AS evidence,
           c.score, coalesce(c.not_applicable, false) AS not_applicable, c.count, coalesce(c.reason, '') AS reason,
           coalesce(c.version, 0) AS version, c.scored_by, c.scored_at"""
_ITEM_JOINS = """
      assigned_item i JOIN appraisal a ON a.id = i.appraisal_id JOIN sheet_now s ON s.sheet_id = i.sheet_id
      LEFT JOIN known_result r ON r.period_id = s.period_id
      LEFT JOIN known_answer w ON w.sheet_id = i.sheet_id AND w.item = i.item
      LEFT JOIN appraised_score c ON c.sheet_id = i.sheet_id AND c.item = i.item"""
_ITEM_IN_SIGHT = f"""
       s.is_final AND (CAST(:only_unit AS text) IS NULL OR s.unit_code = :only_unit)
       AND ({_SEES_WHOLE} OR a.appraiser_code = CAST(:agency AS text))"""

# What the account may score of its agency's, as `scoring.store` judges it when it writes.
_MAY_WRITE = """
           (a.appraiser_code = CAST(:agency AS text)
            AND (NOT s.conflict_enabled OR s.unit_code <> ALL(CAST(:person_units AS text[])))
            AND s.unit_code <> ALL(a.closed_units)
            AND (:is_lead OR NOT EXISTS (SELECT FROM member_assignment n WHERE n.appraisal_id = i.appraisal_id)
                 OR EXISTS (SELECT FROM member_assignment n
                             WHERE n.appraisal_id = i.appraisal_id AND n.account_id = :account_id
                               AND (n.sheets IS NULL OR i.sheet_id = ANY(n.sheets)) AND (n.items IS NULL OR i.item = ANY(n.items))))
            AND (NOT CAST(:bound AS boolean) OR c.round = :round
                 OR (c.score IS NULL AND c.not_applicable IS NOT TRUE AND c.count IS NULL AND (i.kind = 'leaf' OR c.version IS NOT NULL))
                 OR EXISTS (SELECT FROM clarification_question q
                             WHERE q.sheet_id = i.sheet_id AND q.item = i.item AND q.round = :round - 1 AND q.sent_at IS NOT NULL)))"""

_ITEMS_OF_SHEET = text(f"SELECT {_ITEM_COLUMNS} FROM {_ITEM_JOINS} WHERE i.sheet_id = :sheet_id AND {_ITEM_IN_SIGHT} ORDER BY i.position")
_ROUND_ITEMS_OF_SHEET = text(f"""
    SELECT {_ITEM_COLUMNS}
      FROM assigned_item i JOIN appraisal a ON a.id = i.appraisal_id JOIN sheet_now s ON s.sheet_id = i.sheet_id
      LEFT JOIN known_answer w ON w.sheet_id = i.sheet_id AND w.item = i.item
      JOIN LATERAL (SELECT q.*, 0 AS version FROM round_score q
                     WHERE q.sheet_id = i.sheet_id AND q.item = i.item AND q.round <= s.clarified_round
                     ORDER BY q.round DESC LIMIT 1) c ON true
     WHERE i.sheet_id = :sheet_id AND s.is_final AND {_SEES_ROUND} ORDER BY i.position""")
_ROUND_SCORES = text(f"""
    SELECT q.item, q.round, q.score, q.not_applicable
      FROM assigned_item i JOIN appraisal a ON a.id = i.appraisal_id JOIN sheet_now s ON s.sheet_id = i.sheet_id
      LEFT JOIN known_result r ON r.period_id = s.period_id
      JOIN round_score q ON q.sheet_id = i.sheet_id AND q.item = i.item
     WHERE i.sheet_id = :sheet_id AND {_ITEM_IN_SIGHT} ORDER BY q.item, q.round""")
_ITEMS_OF_APPRAISAL = text(f"""
    SELECT {_ITEM_COLUMNS}, s.set_code, s.unit_code, s.unit_name, s.ranking_group, s.is_sent, coalesce(sa.late, false) AS late,
           s.criteria_set_id, s.survey_forms_id, coalesce(m.accounts, '{{}}') AS assigned_to, {_MAY_WRITE} AS may_write
      FROM {_ITEM_JOINS}
      LEFT JOIN known_self_assessment sa ON sa.sheet_id = i.sheet_id AND sa.status = 'sent'
      LEFT JOIN LATERAL (SELECT array_agg(DISTINCT account_id) AS accounts FROM member_assignment m
                          WHERE m.appraisal_id = i.appraisal_id AND (m.sheets IS NULL OR i.sheet_id = ANY(m.sheets))
                            AND (m.items IS NULL OR i.item = ANY(m.items))) m ON true
     WHERE i.appraisal_id = :appraisal_id AND (:sees_all OR a.appraiser_code = CAST(:agency AS text)) AND {_ITEM_IN_SIGHT}
       AND (CAST(:of_sheet AS uuid) IS NULL OR i.sheet_id = CAST(:of_sheet AS uuid))
       AND (CAST(:of_set AS text) IS NULL OR s.set_code = :of_set) AND (CAST(:of_item AS text) IS NULL OR i.item = :of_item)
       AND (CAST(:after_sheet AS uuid) IS NULL OR (i.sheet_id, i.position) > (CAST(:after_sheet AS uuid), CAST(:after_position AS int)))
     ORDER BY i.sheet_id, i.position LIMIT :limit""")
_KNOCK_OUTS = text(f"""
    SELECT k.code, a.appraiser_code, coalesce(c.confirmed, false) AS confirmed
      FROM assigned_knock_out k JOIN appraisal a ON a.id = k.appraisal_id JOIN sheet_now s ON s.sheet_id = k.sheet_id
      LEFT JOIN known_result r ON r.period_id = s.period_id
      LEFT JOIN knock_out_confirmation c ON c.sheet_id = k.sheet_id AND c.code = k.code
     WHERE k.sheet_id = :sheet_id AND {_ITEM_IN_SIGHT} ORDER BY k.code""")
_AGENCIES = text(f"""
    SELECT {ROUND_COLUMNS},
           (SELECT coalesce(max(c.round), 0) FROM assigned_item i JOIN appraised_score c USING (sheet_id, item)
             WHERE i.appraisal_id = a.id) AS newest_round
      FROM appraised_sheet t JOIN appraisal a ON a.id = t.appraisal_id JOIN known_period p ON p.period_id = a.period_id
      JOIN sheet_now s ON s.sheet_id = t.sheet_id LEFT JOIN known_result r ON r.period_id = s.period_id
     WHERE t.sheet_id = :sheet_id AND {_ITEM_IN_SIGHT} ORDER BY a.appraiser_code""")
_HISTORY = text(f"""
    SELECT h.id, h.version, h.act, h.score_before, h.not_applicable_before, h.count_before, h.reason_before,
           h.score, h.not_applicable, h.count, h.reason, h.changed_by, h.changed_at
      FROM assigned_item i JOIN appraisal a ON a.id = i.appraisal_id JOIN sheet_now s ON s.sheet_id = i.sheet_id
      LEFT JOIN known_result r ON r.period_id = s.period_id
      JOIN appraised_score_history h ON h.sheet_id = i.sheet_id AND h.item = i.item
     WHERE i.sheet_id = :sheet_id AND i.item = :item AND {_ITEM_IN_SIGHT}
       AND (CAST(:after AS bigint) IS NULL OR h.id > CAST(:after AS bigint)) ORDER BY h.id LIMIT :limit""")
_ITEM_EXISTS = text(f"""
    SELECT 1 FROM assigned_item i JOIN appraisal a ON a.id = i.appraisal_id JOIN sheet_now s ON s.sheet_id = i.sheet_id
      LEFT JOIN known_result r ON r.period_id = s.period_id
     WHERE i.sheet_id = :sheet_id AND i.item = :item AND {_ITEM_IN_SIGHT}""")
_EVIDENCE = text(f"""
    SELECT e.value ->> 'name' AS name, e.value ->> 'media_type' AS media_type
      FROM {_ITEM_JOINS}
      CROSS JOIN LATERAL (SELECT jsonb_array_elements(w.evidence)
                           UNION ALL
                          SELECT jsonb_array_elements(k.evidence) FROM known_clarification_answer k
                           WHERE k.sheet_id = i.sheet_id AND k.item = i.item) e(value)
     WHERE i.sheet_id = :sheet_id AND e.value ->> 'sha256' = :sha256 AND {_ITEM_IN_SIGHT} ORDER BY i.position LIMIT 1""")
_LOG_LINK = text("""
    INSERT INTO evidence_link_log (sheet_id, sha256, account_id, given_at) VALUES (:sheet_id, :sha256, :account_id, clock_timestamp())
    RETURNING given_at""")

_CELLS_OF_APPRAISAL = text(f"""
    SELECT i.sheet_id, i.item, i.kind, w.claimed_count, coalesce(w.is_claim, false) AS is_claim,
           CASE WHEN i.kind = 'leaf' AND w.is_claim IS NOT TRUE THEN coalesce(w.self_score, 0) END AS self_score,
           c.score, coalesce(c.not_applicable, false) AS not_applicable, c.count, coalesce(c.reason, '') AS reason,
           coalesce(jsonb_array_length(w.evidence), 0) AS files,
           EXISTS (SELECT FROM clarification_question q WHERE q.sheet_id = i.sheet_id AND q.item = i.item) AS asked,
           coalesce(m.accounts, '{{}}') AS assigned_to, {_MAY_WRITE} AS may_write
      FROM {_ITEM_JOINS}
      LEFT JOIN LATERAL (SELECT array_agg(DISTINCT account_id) AS accounts FROM member_assignment m
                          WHERE m.appraisal_id = i.appraisal_id AND (m.sheets IS NULL OR i.sheet_id = ANY(m.sheets))
                            AND (m.items IS NULL OR i.item = ANY(m.items))) m ON true
     WHERE i.appraisal_id = :appraisal_id AND (:sees_all OR a.appraiser_code = CAST(:agency AS text)) AND {_ITEM_IN_SIGHT}
     ORDER BY i.sheet_id, i.position""")
_SHEETS_OF_APPRAISAL = text("""
    SELECT s.sheet_id, s.set_code, s.criteria_set_id, s.survey_forms_id, s.unit_code, s.unit_name, s.ranking_group, s.is_sent, s.is_final,
           s.last_instant, CASE WHEN s.is_sent THEN s.sent_at END AS sent_at, coalesce(sa.late, false) AS late
      FROM appraised_sheet t JOIN appraisal a ON a.id = t.appraisal_id JOIN sheet_now s USING (sheet_id)
      LEFT JOIN known_self_assessment sa ON sa.sheet_id = t.sheet_id AND sa.status = 'sent'
     WHERE a.id = :appraisal_id AND (:sees_all OR a.appraiser_code = CAST(:agency AS text))
       AND (CAST(:only_unit AS text) IS NULL OR s.unit_code = :only_unit)
     ORDER BY s.unit_code, s.set_code""")

Parameters = dict[str, Any]


@dataclass(frozen=True)
class Seer:
    """An account before one agency's appraisal: what it sees, and what it may write of it."""

    actor: Actor
    appraisal: Appraisal

    @property
    def parameters(self) -> Parameters:
        """For the SQL."""
        return {
            **sight_of(self.actor).parameters,
            "appraisal_id": self.appraisal.id,
            "round": self.appraisal.round,
            "bound": self.appraisal.is_bound_to_questions,
            "account_id": self.actor.account_id,
            "is_lead": LEAD in self.actor.roles,
            "person_units": sorted(self.actor.person_units),
        }


async def sheet_in_sight(tx: AsyncConnection, sight: Parameters, sheet_id: UUID) -> Any | None:
    """The sheet, None where it does not exist for the account."""
    return (await tx.execute(_SHEET, {**sight, "sheet_id": sheet_id})).first()


async def items_of_sheet(tx: AsyncConnection, sight: Parameters, sheet_id: UUID) -> list[Any]:
    """Its items in sight, in the set's order."""
    return list((await tx.execute(_ITEMS_OF_SHEET, {**sight, "sheet_id": sheet_id})).all())


async def items_of_appraisal(
    tx: AsyncConnection,
    seer: Seer,
    *,
    sheet_id: UUID | None,
    leaf: tuple[str | None, str | None],
    after: tuple[UUID, int] | None,
    limit: int,
) -> list[Any]:
    """Items of an appraisal on sheets that are sent or can no longer be, by sheet and place in the set; `leaf`: set and code, None: all."""
    after_sheet, after_position = after or (None, None)
    of_set, of_item = leaf
    values = {
        "of_sheet": sheet_id,
        "of_set": of_set,
        "of_item": of_item,
        "after_sheet": after_sheet,
        "after_position": after_position,
        "limit": limit,
    }
    return list((await tx.execute(_ITEMS_OF_APPRAISAL, {**seer.parameters, **values})).all())


async def cells_of_appraisal(tx: AsyncConnection, seer: Seer) -> list[Any]:
    """Every item of an appraisal in few columns, by sheet and place in the set."""
    return list((await tx.execute(_CELLS_OF_APPRAISAL, seer.parameters)).all())


async def sheets_of_appraisal(tx: AsyncConnection, seer: Seer) -> list[Any]:
    """The sheets on which an appraisal has anything, those too that units may still send, by unit."""
    return list((await tx.execute(_SHEETS_OF_APPRAISAL, seer.parameters)).all())


async def knock_outs_of_sheet(tx: AsyncConnection, sight: Parameters, sheet_id: UUID) -> list[Any]:
    """Its manual knock-outs in sight."""
    return list((await tx.execute(_KNOCK_OUTS, {**sight, "sheet_id": sheet_id})).all())


async def round_items_of_sheet(tx: AsyncConnection, sight: Parameters, sheet_id: UUID) -> list[Any]:
    """The items of the own unit's sheet with what the rounds gave that were sent before the last window of clarification began."""
    return list((await tx.execute(_ROUND_ITEMS_OF_SHEET, {**sight, "sheet_id": sheet_id})).all())


async def round_scores_of_sheet(tx: AsyncConnection, sight: Parameters, sheet_id: UUID) -> list[Any]:
    """What each round gave to the items in sight, by item and round."""
    return list((await tx.execute(_ROUND_SCORES, {**sight, "sheet_id": sheet_id})).all())


async def agencies_of_sheet(tx: AsyncConnection, sight: Parameters, sheet_id: UUID) -> list[tuple[Appraisal, Period]]:
    """The agencies in sight with something on the sheet: their appraisals as people see them."""
    found = []
    for row in (await tx.execute(_AGENCIES, {**sight, "sheet_id": sheet_id})).all():
        appraisal, period = appraisal_and_period(row)
        found.append((as_seen(appraisal, row.newest_round), period))
    return found


async def has_item(tx: AsyncConnection, sight: Parameters, sheet_id: UUID, item: str) -> bool:
    """Whether the item of the sheet exists for the account."""
    return item.isprintable() and (await tx.execute(_ITEM_EXISTS, {**sight, "sheet_id": sheet_id, "item": item})).first() is not None


async def history_of_item(tx: AsyncConnection, sight: Parameters, sheet_id: UUID, item: str, *, after: int | None, limit: int) -> list[Any]:
    """Every change of an item, oldest first."""
    values = {"sheet_id": sheet_id, "item": item, "after": after, "limit": limit}
    return list((await tx.execute(_HISTORY, {**sight, **values})).all())


async def evidence_in_sight(tx: AsyncConnection, sight: Parameters, sheet_id: UUID, sha256: str) -> Any | None:
    """Name and type of a file that stands at an item in sight, None where there is none of that digest."""
    return (await tx.execute(_EVIDENCE, {**sight, "sheet_id": sheet_id, "sha256": sha256})).first()


async def log_link(tx: AsyncConnection, sheet_id: UUID, sha256: str, account_id: UUID) -> Any:
    """Log that a link was given, and when."""
    return (await tx.execute(_LOG_LINK, {"sheet_id": sheet_id, "sha256": sha256, "account_id": account_id})).scalar_one()
