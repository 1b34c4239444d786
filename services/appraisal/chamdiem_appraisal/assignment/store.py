"""SQL of appraisals and assignments."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.assignment.domain import Appraisal, AppraisalNotFound, AppraisalStatus, MemberLine, in_present_round
from chamdiem_appraisal.known.domain import Period
from chamdiem_appraisal.known.store import period_of

_LOG = text("""
    INSERT INTO appraisal_history (appraisal_id, act, round, version, reason, changed_by, changed_at)
    VALUES (:appraisal_id, :act, :round, :version, :reason, :changed_by, clock_timestamp())""")
# Looked for only while a round waits for answers. `a.asked` stands in the row that is locked: who waited for a sending sees it, and
# whatever this finds by an older snapshot is no more than that.
_ANSWERED = """
           CASE WHEN a.status = 'sent' AND a.round <= p.clarification_rounds THEN (
               SELECT count(*) FROM clarification_question q JOIN known_clarification_answer w USING (sheet_id, item, round)
                WHERE q.appraisal_id = a.id AND q.round = a.round AND q.sent_at IS NOT NULL) ELSE 0 END AS answered"""
ROUND_COLUMNS = f"""
           a.id, a.appraiser_code, a.round, a.status AS appraisal_status, a.sent_at, a.version AS appraisal_version, a.closed_units,
           a.asked, {_ANSWERED}, p.*, coalesce(p.clock_at, statement_timestamp()) AS judged_at,
           CASE WHEN p.appraisal_to IS NOT NULL THEN greatest(p.appraisal_to, (
               SELECT max(e.to_at) FROM phase_extension e WHERE e.period_id = p.period_id)) END AS appraisal_end"""
"""Of an appraisal `a` and its period `p`: what `appraisal_and_period` reads."""
_WITH_PERIOD = f"SELECT {ROUND_COLUMNS} FROM appraisal a JOIN known_period p USING (period_id)"
# FOR SHARE: sending waits for scores being saved, so none slips in behind its event.
_HOLD_OWN = text(f"{_WITH_PERIOD} WHERE a.id = :id AND a.appraiser_code = :agency FOR SHARE OF a")
_LOCK_OWN = text(f"{_WITH_PERIOD} WHERE a.id = :id AND a.appraiser_code = :agency FOR UPDATE OF a")
_LOCK_ANY = text(f"{_WITH_PERIOD} WHERE a.id = :id FOR UPDATE OF a")
_LOCK_OF_SHEETS = text(f"""{_WITH_PERIOD}
     WHERE a.id IN (SELECT appraisal_id FROM appraised_sheet WHERE sheet_id = ANY(CAST(:sheets AS uuid[])))
     ORDER BY a.id FOR UPDATE OF a""")
_LOCK_IDS = text(f"{_WITH_PERIOD} WHERE a.id = ANY(CAST(:ids AS uuid[])) ORDER BY a.id FOR UPDATE OF a")
_SAVE = text("""
    UPDATE appraisal
       SET status = :status, round = :round, sent_at = :sent_at, version = :version, closed_units = CAST(:closed_units AS text[]),
           asked = :asked
     WHERE id = :id""")

_DROP_MEMBERS = text("DELETE FROM member_assignment WHERE appraisal_id = :appraisal_id")
_SAVE_MEMBERS = text("""
    INSERT INTO member_assignment (appraisal_id, line, account_id, sheets, items)
    VALUES (:appraisal_id, :line, :account_id, CAST(:sheets AS uuid[]), CAST(:items AS text[]))""")
_MEMBERS = text("SELECT account_id, sheets, items FROM member_assignment WHERE appraisal_id = :appraisal_id ORDER BY line")
_MEMBERS_VERSION = text("SELECT members_version FROM appraisal WHERE id = :appraisal_id")
_NEXT_MEMBERS_VERSION = text(
    "UPDATE appraisal SET members_version = members_version + 1 WHERE id = :appraisal_id RETURNING members_version"
)
_LOG_MEMBERS = text("""
    INSERT INTO member_assignment_history (appraisal_id, version, lines, changed_by, changed_at)
    VALUES (:appraisal_id, :version, CAST(:lines AS jsonb), :changed_by, clock_timestamp())""")
_KNOWN_SHEETS = text("SELECT sheet_id FROM appraised_sheet WHERE appraisal_id = :appraisal_id")
_KNOWN_ITEMS = text("SELECT DISTINCT item FROM assigned_item WHERE appraisal_id = :appraisal_id")

APPRAISAL_IN_SIGHT = "(:sees_all OR a.appraiser_code = CAST(:agency AS text))"
"""Whose appraisal it is: the agency's own, or every one for Home Affairs' leaders."""

_LIST = f"""
    SELECT {ROUND_COLUMNS}, n.assigned, n.scored, n.newest_round, n.adjustments, n.confirmed, l.second_looks, l.second_looks_mine,
           h.act AS reopened_act, h.reason AS reopened_reason, h.changed_at AS reopened_at
      FROM appraisal a JOIN known_period p USING (period_id)
      LEFT JOIN LATERAL (
           SELECT act, reason, changed_at FROM appraisal_history
            WHERE appraisal_id = a.id AND a.status = 'reopened' AND act NOT IN ('opened', 'sent') ORDER BY id DESC LIMIT 1) h ON true
     CROSS JOIN LATERAL (
           SELECT count(*) FILTER (WHERE i.kind = 'leaf') AS assigned,
                  count(*) FILTER (WHERE i.kind = 'leaf' AND (s.score IS NOT NULL OR s.not_applicable)) AS scored,
                  count(*) FILTER (WHERE i.kind = 'adjustment') AS adjustments,
                  count(*) FILTER (WHERE s.count IS NOT NULL) AS confirmed,
                  coalesce(max(s.round), 0) AS newest_round
             FROM assigned_item i JOIN known_sheet k USING (sheet_id) LEFT JOIN appraised_score s USING (sheet_id, item)
            WHERE i.appraisal_id = a.id AND (CAST(:only_unit AS text) IS NULL OR k.unit_code = :only_unit)) n
     CROSS JOIN LATERAL (
           SELECT count(*) FILTER (WHERE :is_lead OR o.account_id = CAST(:asked AS uuid)) AS second_looks,
                  count(*) FILTER (WHERE o.account_id = CAST(:asked AS uuid)) AS second_looks_mine
             FROM second_look o JOIN assigned_item i USING (sheet_id, item, appraisal_id) JOIN known_sheet k USING (sheet_id)
            WHERE o.appraisal_id = a.id AND o.state = 'open' AND (CAST(:only_unit AS text) IS NULL OR k.unit_code = :only_unit)) l
     WHERE {APPRAISAL_IN_SIGHT}
       AND (CAST(:only_unit AS text) IS NULL OR EXISTS (SELECT FROM appraised_sheet t JOIN known_sheet k USING (sheet_id)
                                                         WHERE t.appraisal_id = a.id AND k.unit_code = :only_unit))"""
_OF_PERIOD = text(f"""{_LIST} AND (CAST(:period_id AS uuid) IS NULL OR p.period_id = :period_id)
       AND (CAST(:after AS uuid) IS NULL OR a.id > CAST(:after AS uuid)) ORDER BY a.id LIMIT :limit""")
_ONE = text(f"{_LIST} AND a.id = :id")


async def log(tx: AsyncConnection, appraisals: Sequence[Appraisal], act: str, *, reason: str = "", changed_by: UUID | None = None) -> None:
    """Keep what became of appraisals, each in its present version."""
    if appraisals:
        rows = [
            {"appraisal_id": a.id, "act": act, "round": a.round, "version": a.version, "reason": reason, "changed_by": changed_by}
            for a in appraisals
        ]
        await tx.execute(_LOG, rows)


async def hold_own(tx: AsyncConnection, appraisal_id: UUID, agency: str | None) -> tuple[Appraisal, Period]:
    """The agency's appraisal with its period, kept from being sent until the transaction ends. Raises `AppraisalNotFound`."""
    return _found((await tx.execute(_HOLD_OWN, {"id": appraisal_id, "agency": agency})).first())


async def lock_own(tx: AsyncConnection, appraisal_id: UUID, agency: str | None) -> tuple[Appraisal, Period]:
    """The same, locked: scores being saved are waited for."""
    return _found((await tx.execute(_LOCK_OWN, {"id": appraisal_id, "agency": agency})).first())


async def lock_any(tx: AsyncConnection, appraisal_id: UUID) -> tuple[Appraisal, Period]:
    """Any agency's appraisal, locked; for managers."""
    return _found((await tx.execute(_LOCK_ANY, {"id": appraisal_id})).first())


async def lock_of_sheets(tx: AsyncConnection, sheets: Sequence[UUID]) -> list[tuple[Appraisal, Period]]:
    """Every appraisal with an item or knock-out on one of the sheets, locked in the order of their ids."""
    return [_found(row) for row in (await tx.execute(_LOCK_OF_SHEETS, {"sheets": list(sheets)})).all()]


async def lock_ids(tx: AsyncConnection, ids: Sequence[UUID]) -> list[tuple[Appraisal, Period]]:
    """These appraisals, locked in the order of their ids."""
    return [_found(row) for row in (await tx.execute(_LOCK_IDS, {"ids": list(ids)})).all()]


async def save(tx: AsyncConnection, appraisal: Appraisal) -> None:
    """Keep an appraisal that is locked."""
    await tx.execute(
        _SAVE,
        {
            "id": appraisal.id,
            "status": appraisal.status.value,
            "round": appraisal.round,
            "sent_at": appraisal.sent_at,
            "version": appraisal.version,
            "closed_units": sorted(appraisal.closed_units),
            "asked": appraisal.asked,
        },
    )


async def list_in_sight(tx: AsyncConnection, sight: dict[str, Any], period_id: UUID | None, after: UUID | None, limit: int) -> list[Any]:
    """Appraisals with their counts, by id."""
    return list((await tx.execute(_OF_PERIOD, {**sight, "period_id": period_id, "after": after, "limit": limit})).all())


async def load_in_sight(tx: AsyncConnection, sight: dict[str, Any], appraisal_id: UUID) -> Any:
    """One appraisal with its counts. Raises `AppraisalNotFound`, for another agency's too."""
    row = (await tx.execute(_ONE, {**sight, "id": appraisal_id})).first()
    if row is None:
        raise AppraisalNotFound()
    return row


async def members(tx: AsyncConnection, appraisal_id: UUID) -> tuple[int, list[MemberLine]]:
    """The version and lines of the assignment among the members."""
    version = int((await tx.execute(_MEMBERS_VERSION, {"appraisal_id": appraisal_id})).scalar_one())
    rows = (await tx.execute(_MEMBERS, {"appraisal_id": appraisal_id})).all()
    return version, [MemberLine(r.account_id, _tuple(r.sheets), _tuple(r.items)) for r in rows]


async def assigned_to_agency(tx: AsyncConnection, appraisal_id: UUID) -> tuple[frozenset[UUID], frozenset[str]]:
    """The sheets and the item codes that an appraisal has anything of."""
    sheets = (await tx.execute(_KNOWN_SHEETS, {"appraisal_id": appraisal_id})).scalars()
    items = (await tx.execute(_KNOWN_ITEMS, {"appraisal_id": appraisal_id})).scalars()
    return frozenset(sheets), frozenset(items)


async def save_members(tx: AsyncConnection, appraisal_id: UUID, lines: Sequence[MemberLine], changed_by: UUID) -> int:
    """Replace the assignment among the members and answer its new version."""
    version = int((await tx.execute(_NEXT_MEMBERS_VERSION, {"appraisal_id": appraisal_id})).scalar_one())
    await tx.execute(_DROP_MEMBERS, {"appraisal_id": appraisal_id})
    rows = [
        {
            "appraisal_id": appraisal_id,
            "line": number,
            "account_id": line.account_id,
            "sheets": None if line.sheets is None else list(line.sheets),
            "items": None if line.items is None else list(line.items),
        }
        for number, line in enumerate(lines)
    ]
    if rows:
        await tx.execute(_SAVE_MEMBERS, rows)
    kept = orjson.dumps([{"account_id": line.account_id, "sheets": line.sheets, "items": line.items} for line in lines]).decode()
    await tx.execute(_LOG_MEMBERS, {"appraisal_id": appraisal_id, "version": version, "lines": kept, "changed_by": changed_by})
    return version


def appraisal_and_period(row: Any) -> tuple[Appraisal, Period]:
    """From a row with `ROUND_COLUMNS`: the appraisal in its present round."""
    period = period_of(row)
    status, shut = AppraisalStatus(row.appraisal_status), frozenset(row.closed_units)
    stored = Appraisal(row.id, row.period_id, row.appraiser_code, row.round, status, row.sent_at, row.appraisal_version, shut, row.asked)
    return in_present_round(stored, period, row.answered), period


def _found(row: Any) -> tuple[Appraisal, Period]:
    if row is None:
        raise AppraisalNotFound()
    return appraisal_and_period(row)


def _tuple(values: Any) -> tuple[Any, ...] | None:
    return None if values is None else tuple(values)
