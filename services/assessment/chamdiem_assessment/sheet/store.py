"""SQL of self-assessments: a sheet with its window, and every change of its state. Answers: `answer_store`."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.evidence.store import Reader
from chamdiem_assessment.phase.store import OPEN_QUESTIONS, WINDOW_COLUMNS, window_of
from chamdiem_assessment.sheet.domain import SelfAssessment, SelfAssessmentStatus, Sheet, SheetNotFound, SheetOf, begin
from chamdiem_assessment.sheet.outlook import Outlook

Lock = Literal["share", "update"]

# Asked for sent sheets and where units are asked something only: those that are written to pay nothing for it.
OUTLOOK_COLUMN = f"""
    CASE WHEN s.status = 'sent' OR p.clarification_rounds > 0 THEN json_build_object(
        'closed', (SELECT coalesce(json_agg(a.appraiser_code), '[]') FROM known_appraisal a WHERE a.period_id = p.id AND NOT a.open),
        'result', (SELECT k.status FROM known_result k WHERE k.period_id = p.id),
        'questions', CASE WHEN p.clarification_rounds > 0 THEN (SELECT to_json(n) FROM ({OPEN_QUESTIONS}) n) END,
        'conflict_enabled', p.conflict_enabled, 'replacements', p.conflict_replacements)::text END AS outlook"""
SHEET_COLUMNS = f"""o.sheet_id, o.period_id, o.criteria_set_id, o.set_code, o.unit_code, o.unit_name, p.program, p.year, p.rehearsal,
    {WINDOW_COLUMNS},
    s.status, s.version, s.exported_fingerprint, s.exported_by, s.exported_at, s.report_fingerprint, s.approved_by, s.approved_at,
    s.signed_report_id, s.sent_at, s.changed_at, {OUTLOOK_COLUMN}"""
"""Of a sheet `o`, its period `p` and its state `s` (null where nobody wrote to it)."""

# The state is locked inside the one statement that also reads the window: a save waits for a send, and then sees what it left.
# The sheet itself is locked before it: who waited for an amending decision sees the version of the set that it gave.
_SHEET = """
    WITH mine AS MATERIALIZED (SELECT o.* FROM period_sheet o WHERE o.sheet_id = :sheet_id AND {own} {lock_sheet}),
    state AS MATERIALIZED (SELECT s.* FROM mine JOIN self_assessment s USING (sheet_id) {lock})
    SELECT {columns}
      FROM mine o JOIN period p ON p.id = o.period_id LEFT JOIN state s ON true"""
_OWN = "o.unit_code = :own_unit"
_LOCKED = {
    "share": text(_SHEET.format(columns=SHEET_COLUMNS, own=_OWN, lock_sheet="FOR SHARE OF o", lock="FOR SHARE OF s")),
    "update": text(_SHEET.format(columns=SHEET_COLUMNS, own=_OWN, lock_sheet="FOR SHARE OF o", lock="FOR UPDATE OF s")),
}
# A manager sees a sheet once it is sent; one that was not sent does not exist for him.
READABLE = (
    _SHEET.format(
        columns=SHEET_COLUMNS,
        own="(o.unit_code = :own_unit OR (:manager AND (CAST(:only_for_unit AS text) IS NULL OR o.unit_code = :only_for_unit)))",
        lock_sheet="",
        lock="",
    )
    + " WHERE o.unit_code = :own_unit OR s.status = 'sent'"
)
"""A sheet that the reader `own_unit`, `manager`, `only_for_unit` may see."""
_READABLE = text(READABLE)
_STATE = [f.name for f in fields(SelfAssessment)]
_KEEP = """
    INSERT INTO self_assessment_history (sheet_id, version, act, status, reason, report_fingerprint, changed_by, changed_at)
    SELECT sheet_id, version, :act, status, :reason, report_fingerprint, changed_by, changed_at FROM saved"""
_BEGIN = text(f"""
    WITH saved AS (
        INSERT INTO self_assessment (sheet_id, status, version, changed_by, changed_at)
        VALUES (:sheet_id, :status, :version, :changed_by, :changed_at) ON CONFLICT (sheet_id) DO NOTHING RETURNING *)
    {_KEEP}""")
_SAVE = text(f"""
    WITH saved AS (
        UPDATE self_assessment SET ({", ".join(_STATE[1:])}, changed_by) = ROW ({", ".join(f":{c}" for c in _STATE[1:])}, :changed_by)
         WHERE sheet_id = :sheet_id RETURNING *)
    {_KEEP}""")
_STATE_COLUMNS = """sheet_id uuid, status text, version bigint, exported_fingerprint text, exported_by uuid, exported_at timestamptz,
           report_fingerprint text, approved_by uuid, approved_at timestamptz, signed_report_id uuid, sent_at timestamptz,
           changed_at timestamptz, reason text"""
_SAVE_ALL = text(f"""
    WITH given AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(CAST(:states AS jsonb)) AS g ({_STATE_COLUMNS})),
    saved AS (
        UPDATE self_assessment s SET ({", ".join(_STATE[1:])}, changed_by) = ROW ({", ".join(f"g.{c}" for c in _STATE[1:])}, :changed_by)
          FROM given g WHERE s.sheet_id = g.sheet_id RETURNING s.*, g.reason)
    INSERT INTO self_assessment_history (sheet_id, version, act, status, reason, report_fingerprint, changed_by, changed_at)
    SELECT sheet_id, version, :act, status, reason, report_fingerprint, changed_by, changed_at FROM saved""")
# Two statements: who waits for the sheets within the other would not see who began one meanwhile.
_LOCK_OF_SET = text("""
    SELECT 1 FROM period_sheet WHERE period_id = :period_id AND criteria_set_id = :criteria_set_id ORDER BY sheet_id FOR UPDATE""")
_LOCK_STATES = text("""
    SELECT 1 FROM self_assessment s JOIN period_sheet o USING (sheet_id)
     WHERE o.period_id = :period_id AND o.criteria_set_id = :criteria_set_id ORDER BY s.sheet_id FOR UPDATE OF s""")
_OF_SET = text(f"""
    SELECT {SHEET_COLUMNS}
      FROM period_sheet o JOIN period p ON p.id = o.period_id LEFT JOIN self_assessment s ON s.sheet_id = o.sheet_id
     WHERE o.period_id = :period_id AND o.criteria_set_id = :criteria_set_id ORDER BY o.sheet_id""")
_HISTORY = text("""
    SELECT h.version, h.act, h.status, h.reason, h.report_fingerprint, h.changed_by, h.changed_at,
           coalesce(k.body->>'holder_name', '') AS changed_by_name
      FROM self_assessment_history h LEFT JOIN known_account k ON k.account_id = h.changed_by
     WHERE h.sheet_id = :sheet_id ORDER BY h.version""")
_AMENDED_AT = text("SELECT changed_at FROM self_assessment_history WHERE sheet_id = :sheet_id AND act = 'amended'")


async def load_own(tx: AsyncConnection, sheet_id: UUID, own_unit: str | None, lock: Lock) -> Sheet:
    """A sheet of the own unit with its state locked: shared to save answers, for update to change the state.

    A sheet nobody wrote to has no row to lock yet (`load_begun`). Raises `SheetNotFound`, also for another unit's.
    """
    return sheet_of((await tx.execute(_LOCKED[lock], {"sheet_id": sheet_id, "own_unit": own_unit})).first())


async def load_begun(tx: AsyncConnection, sheet: Sheet, by: UUID, lock: Lock) -> Sheet:
    """The sheet with its row made, where this is the first write, and locked."""
    if sheet.state.status is not SelfAssessmentStatus.NOT_STARTED:
        return sheet
    state = begin(sheet.state, sheet.real_now)
    values = {"sheet_id": state.sheet_id, "status": state.status.value, "version": state.version}
    await tx.execute(_BEGIN, {**values, "act": "begun", "reason": "", "changed_by": by, "changed_at": state.changed_at})
    return await load_own(tx, state.sheet_id, sheet.of.unit_code, lock)


async def load_readable(tx: AsyncConnection, sheet_id: UUID, reader: Reader) -> Sheet:
    """A sheet that the reader may see. Raises `SheetNotFound`."""
    return sheet_of((await tx.execute(_READABLE, {"sheet_id": sheet_id, **asdict(reader)})).first())


async def save_state(tx: AsyncConnection, state: SelfAssessment, *, act: str, by: UUID, reason: str = "") -> None:
    """Keep the new state of a sheet locked for update, and the line of its history."""
    values = {name: getattr(state, name) for name in _STATE}
    await tx.execute(_SAVE, {**values, "status": state.status.value, "changed_by": by, "act": act, "reason": reason})


async def lock_of_set(tx: AsyncConnection, period_id: UUID, criteria_set_id: UUID) -> None:
    """Hold every sheet of that version of a set, so that nobody saves, approves or sends one until the transaction ends."""
    values = {"period_id": period_id, "criteria_set_id": criteria_set_id}
    await tx.execute(_LOCK_OF_SET, values)
    await tx.execute(_LOCK_STATES, values)


async def list_of_set(tx: AsyncConnection, period_id: UUID, criteria_set_id: UUID) -> list[Sheet]:
    """The period's sheets of that version of a set."""
    return [sheet_of(r) for r in await tx.execute(_OF_SET, {"period_id": period_id, "criteria_set_id": criteria_set_id})]


async def save_states(tx: AsyncConnection, states: Sequence[tuple[SelfAssessment, str]], *, act: str, by: UUID) -> None:
    """As `save_state` for many sheets, each with its reason."""
    if states:
        lines = orjson.dumps([{**asdict(state), "reason": reason} for state, reason in states], default=str).decode()
        await tx.execute(_SAVE_ALL, {"states": lines, "act": act, "changed_by": by})


async def history_of_state(tx: AsyncConnection, sheet_id: UUID) -> list[dict[str, Any]]:
    """Every change of the sheet's state, oldest first."""
    return [dict(r) for r in (await tx.execute(_HISTORY, {"sheet_id": sheet_id})).mappings()]


async def times_of_amendments(tx: AsyncConnection, sheet_id: UUID) -> frozenset[datetime]:
    """When amending decisions changed the sheet; the answers that they changed bear the same times."""
    return frozenset((await tx.execute(_AMENDED_AT, {"sheet_id": sheet_id})).scalars())


def sheet_of(r: Any) -> Sheet:
    """The sheet in a row that has `SHEET_COLUMNS`. Raises `SheetNotFound` for None."""
    if r is None:
        raise SheetNotFound("Phiếu không có hoặc không thuộc đơn vị của tài khoản này.")
    state = SelfAssessment(r.sheet_id, SelfAssessmentStatus.NOT_STARTED)
    if r.status is not None:
        state = SelfAssessment(
            sheet_id=r.sheet_id,
            status=SelfAssessmentStatus(r.status),
            version=r.version,
            exported_fingerprint=r.exported_fingerprint,
            exported_by=r.exported_by,
            exported_at=r.exported_at,
            report_fingerprint=r.report_fingerprint,
            approved_by=r.approved_by,
            approved_at=r.approved_at,
            signed_report_id=r.signed_report_id,
            sent_at=r.sent_at,
            changed_at=r.changed_at,
        )
    return Sheet(
        of=SheetOf(
            sheet_id=r.sheet_id,
            period_id=r.period_id,
            criteria_set_id=r.criteria_set_id,
            set_code=r.set_code,
            unit_code=r.unit_code,
            unit_name=r.unit_name,
            program=r.program,
            year=r.year,
            rehearsal=r.rehearsal,
        ),
        window=window_of(r),
        state=state,
        real_now=r.real_now,
        outlook=Outlook.read(orjson.loads(r.outlook)) if r.outlook else Outlook(),
    )
