"""SQL of sending: what is missing, progress, versions of what is told of each sheet, extensions of the phase."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.assignment.domain import Appraisal
from chamdiem_appraisal.clarification import store as clarification
from chamdiem_appraisal.second_look import store as second_look
from chamdiem_appraisal.sending.domain import Readiness
from chamdiem_kit.accounts import KnownAccount, accounts_by_id

_MISSING_LEAF = "i.kind = 'leaf' AND c.score IS NULL AND c.not_applicable IS NOT TRUE"
_READINESS = text(f"""
    SELECT (SELECT count(*) FROM assigned_item i LEFT JOIN appraised_score c USING (sheet_id, item)
             WHERE i.appraisal_id = :appraisal_id AND {_MISSING_LEAF}) AS unscored,
           (SELECT count(*) FROM appraised_sheet t JOIN sheet_now s USING (sheet_id)
             WHERE t.appraisal_id = :appraisal_id AND NOT s.is_final) AS open_sheets""")
_MISSING = text(f"""
    SELECT i.sheet_id, i.position, i.item, s.set_code, s.unit_code
      FROM appraisal a JOIN assigned_item i ON i.appraisal_id = a.id JOIN known_sheet s USING (sheet_id)
      LEFT JOIN appraised_score c USING (sheet_id, item)
     WHERE a.id = :appraisal_id AND (:sees_all OR a.appraiser_code = CAST(:agency AS text)) AND {_MISSING_LEAF}
       AND (CAST(:only_unit AS text) IS NULL OR s.unit_code = :only_unit)
       AND (CAST(:after_sheet AS uuid) IS NULL OR (i.sheet_id, i.position) > (CAST(:after_sheet AS uuid), CAST(:after_position AS int)))
     ORDER BY i.sheet_id, i.position LIMIT :limit""")
_TO_SEND = text("""
    SELECT s.sheet_id, s.set_code, s.unit_code, s.unit_name, s.is_final,
           count(*) FILTER (WHERE i.kind = 'leaf') AS assigned,
           count(*) FILTER (WHERE i.kind = 'leaf' AND (c.score IS NOT NULL OR c.not_applicable)) AS scored,
           count(*) FILTER (WHERE c.score IS NOT NULL AND (w.is_claim OR c.score <> coalesce(w.self_score, 0))) AS differs,
           count(*) FILTER (WHERE c.not_applicable) AS agreed_claims,
           count(*) FILTER (WHERE i.kind = 'adjustment') AS adjustments,
           count(*) FILTER (WHERE i.kind = 'adjustment' AND c.count IS NOT NULL) AS confirmed,
           (SELECT count(*) FROM assigned_knock_out k JOIN knock_out_confirmation f USING (sheet_id, code)
             WHERE k.appraisal_id = a.id AND k.sheet_id = s.sheet_id AND f.confirmed) AS knock_outs,
           (SELECT count(*) FROM clarification_question q
             WHERE q.appraisal_id = a.id AND q.sheet_id = s.sheet_id AND q.round = :round) AS questions
      FROM appraisal a JOIN appraised_sheet t ON t.appraisal_id = a.id JOIN sheet_now s USING (sheet_id)
      LEFT JOIN assigned_item i ON i.sheet_id = s.sheet_id AND i.appraisal_id = a.id
      LEFT JOIN known_answer w ON w.sheet_id = i.sheet_id AND w.item = i.item
      LEFT JOIN appraised_score c ON c.sheet_id = i.sheet_id AND c.item = i.item
     WHERE a.id = :appraisal_id AND (CAST(:only_unit AS text) IS NULL OR s.unit_code = :only_unit)
     GROUP BY a.id, s.sheet_id, s.set_code, s.unit_code, s.unit_name, s.is_final
     ORDER BY s.unit_code, s.set_code""")
_MEMBERS_OF = text("""
    SELECT account_id FROM known_account
     WHERE body->>'kind' = 'appraisal' AND body->>'appraiser_code' = :agency AND body->>'status' <> 'ended'""")
_NEXT_VERSIONS = text("""
    UPDATE appraised_sheet SET version = version + 1
     WHERE appraisal_id = :appraisal_id AND (CAST(:sheets AS uuid[]) IS NULL OR sheet_id = ANY(CAST(:sheets AS uuid[])))
       AND (version > 0 OR NOT :told_before)
    RETURNING sheet_id, version""")
_UNITS = text("SELECT DISTINCT s.unit_code FROM appraised_sheet t JOIN known_sheet s USING (sheet_id) WHERE t.appraisal_id = :appraisal_id")
_SHEETS_OF_UNITS = text("""
    SELECT s.sheet_id, s.unit_code, sa.sent_at FROM known_sheet s LEFT JOIN known_self_assessment sa
        ON sa.sheet_id = s.sheet_id AND sa.status = 'sent'
     WHERE s.period_id = :period_id AND s.unit_code = ANY(CAST(:units AS text[])) ORDER BY s.sheet_id""")
_RESULT = text("SELECT status FROM known_result WHERE period_id = :period_id")
_EXTEND = text("""
    INSERT INTO phase_extension (period_id, to_at, reason, given_by, given_at) VALUES (:period_id, :to, :reason, :by, clock_timestamp())
    RETURNING id, period_id, to_at, reason, given_by, given_at""")
_EXTENSIONS = text("""
    SELECT id, period_id, to_at, reason, given_by, given_at FROM phase_extension
     WHERE period_id = :period_id AND (CAST(:after AS uuid) IS NULL OR id > CAST(:after AS uuid)) ORDER BY id LIMIT :limit""")
_HISTORY = text("""
    SELECT h.id, h.act, h.round, h.version, h.reason, h.changed_by, h.changed_at
      FROM appraisal a JOIN appraisal_history h ON h.appraisal_id = a.id
     WHERE a.id = :appraisal_id AND (:sees_all OR a.appraiser_code = CAST(:agency AS text))
       AND (CAST(:after AS bigint) IS NULL OR h.id > CAST(:after AS bigint)) ORDER BY h.id LIMIT :limit""")


async def readiness(tx: AsyncConnection, appraisal: Appraisal) -> Readiness:
    """What still stands between the appraisal and its sending, and what its round asks."""
    row = (await tx.execute(_READINESS, {"appraisal_id": appraisal.id})).one()
    questions = await clarification.asked_in(tx, appraisal)
    return Readiness(row.unscored, row.open_sheets, questions.asked, questions.unsent, await second_look.count_open(tx, appraisal.id))


async def missing_in_sight(
    tx: AsyncConnection, sight: dict[str, Any], appraisal_id: UUID, after: tuple[UUID, int] | None, limit: int
) -> list[Any]:
    """Leaves of an appraisal without an answer, by sheet and place in the set."""
    after_sheet, after_position = after or (None, None)
    values = {**sight, "appraisal_id": appraisal_id, "after_sheet": after_sheet, "after_position": after_position, "limit": limit}
    return list((await tx.execute(_MISSING, values)).all())


async def sheets_to_send(tx: AsyncConnection, sight: dict[str, Any], appraisal: Appraisal) -> list[Any]:
    """What of each sheet the sending would lock, by unit."""
    return list((await tx.execute(_TO_SEND, {**sight, "appraisal_id": appraisal.id, "round": appraisal.round})).all())


async def members_of(tx: AsyncConnection, agency: str) -> list[KnownAccount]:
    """The agency's accounts that have not ended."""
    ids = list((await tx.execute(_MEMBERS_OF, {"agency": agency})).scalars())
    return sorted(await accounts_by_id(tx, ids), key=lambda account: account.username)


async def next_versions(
    tx: AsyncConnection, appraisal_id: UUID, sheets: Sequence[UUID] | None = None, *, told_before: bool = False
) -> dict[UUID, int]:
    """Sheet → the version of what is told of it now. `told_before`: only sheets of which something was told."""
    values = {"appraisal_id": appraisal_id, "sheets": None if sheets is None else list(sheets), "told_before": told_before}
    return {row.sheet_id: row.version for row in sorted(await tx.execute(_NEXT_VERSIONS, values), key=lambda r: r.sheet_id)}


async def units_of(tx: AsyncConnection, appraisal_id: UUID) -> frozenset[str]:
    """Units on whose sheets the appraisal has anything."""
    return frozenset((await tx.execute(_UNITS, {"appraisal_id": appraisal_id})).scalars())


async def sheets_of_units(tx: AsyncConnection, period_id: UUID, units: Sequence[str]) -> list[Any]:
    """Sheets of these units with when they were sent."""
    return list((await tx.execute(_SHEETS_OF_UNITS, {"period_id": period_id, "units": list(units)})).all())


async def result_status(tx: AsyncConnection, period_id: UUID) -> str:
    """How far the period's result is, as last told; '' before anything was."""
    return (await tx.execute(_RESULT, {"period_id": period_id})).scalar_one_or_none() or ""


async def save_extension(tx: AsyncConnection, period_id: UUID, to: datetime, reason: str, by: UUID) -> Any:
    """Log an extension of the appraisal phase."""
    return (await tx.execute(_EXTEND, {"period_id": period_id, "to": to, "reason": reason, "by": by})).one()


async def extensions_of(tx: AsyncConnection, period_id: UUID, after: UUID | None, limit: int) -> list[Any]:
    """All extensions of the phase, oldest first."""
    return list((await tx.execute(_EXTENSIONS, {"period_id": period_id, "after": after, "limit": limit})).all())


async def history_in_sight(tx: AsyncConnection, sight: dict[str, Any], appraisal_id: UUID, after: int | None, limit: int) -> list[Any]:
    """What became of an appraisal, oldest first."""
    return list((await tx.execute(_HISTORY, {**sight, "appraisal_id": appraisal_id, "after": after, "limit": limit})).all())
