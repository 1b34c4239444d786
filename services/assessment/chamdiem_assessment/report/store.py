"""SQL of approved snapshots, and what a report needs to know of the set it was scored by."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.criteria_set import store as sets
from chamdiem_assessment.evidence import store as files
from chamdiem_assessment.report.domain import Issued, Present, Snapshot
from chamdiem_assessment.sheet import answer_store
from chamdiem_assessment.sheet.domain import Sheet, SheetOf
from chamdiem_rules.set_types import CriteriaSet

_ISSUED = text(
    "SELECT fingerprint, decision->>'number' AS number, CAST(decision->>'issued_on' AS date) AS issued_on FROM criteria_set WHERE id = :id"
)
_BY_FINGERPRINT = text("""
    SELECT id FROM criteria_set WHERE status = 'published' AND code = :code AND fingerprint = :fingerprint
     ORDER BY version_number LIMIT 1""")
_KEEP = text("""
    INSERT INTO report_snapshot (sheet_id, fingerprint, document, first_approved_at) VALUES (:sheet_id, :fingerprint, :document, :now)
    ON CONFLICT (sheet_id, fingerprint) DO NOTHING""")
_LOAD = text("SELECT document, fingerprint FROM report_snapshot WHERE sheet_id = :sheet_id AND fingerprint = :fingerprint")

_MOST_KEPT = 256
_issued: dict[UUID, Issued] = {}


async def present_answers(tx: AsyncConnection, sheet: Sheet) -> Present:
    """The sheet's answers as they stand."""
    criteria_set = await sets.load_published(tx, sheet.of.criteria_set_id)
    issued = await issued_set(tx, sheet.of.criteria_set_id)
    answers = await answer_store.answers_of_sheet(tx, sheet.of.sheet_id)
    named = await files.by_id(tx, {i for a in answers.values() for i in a.evidence_ids})
    return Present(criteria_set, issued, answers, named)


async def issued_set(tx: AsyncConnection, criteria_set_id: UUID) -> Issued:
    """How a published set was issued; kept in the process since it never changes."""
    found = _issued.get(criteria_set_id)
    if found is None:
        row = (await tx.execute(_ISSUED, {"id": criteria_set_id})).one()
        found = Issued(row.fingerprint, row.number, row.issued_on)
        if len(_issued) >= _MOST_KEPT:
            _issued.clear()
        _issued[criteria_set_id] = found
    return found


async def set_of_snapshot(tx: AsyncConnection, of: SheetOf, snapshot: Snapshot) -> CriteriaSet:
    """The version that the snapshot was made by: the sheet may have got another one since, and the report is printed as it was approved."""
    named = snapshot.tree["set"]["fingerprint"]
    if named == (await issued_set(tx, of.criteria_set_id)).fingerprint:
        return await sets.load_published(tx, of.criteria_set_id)
    row = (await tx.execute(_BY_FINGERPRINT, {"code": of.set_code, "fingerprint": named})).one()
    return await sets.load_published(tx, row.id)


async def keep_snapshot(tx: AsyncConnection, sheet_id: UUID, snapshot: Snapshot, now: datetime) -> None:
    """Freeze an approved snapshot."""
    values = {"sheet_id": sheet_id, "fingerprint": snapshot.fingerprint, "document": snapshot.document, "now": now}
    await tx.execute(_KEEP, values)


async def load_snapshot(tx: AsyncConnection, sheet_id: UUID, fingerprint: str) -> Snapshot:
    """A snapshot that was approved."""
    row = (await tx.execute(_LOAD, {"sheet_id": sheet_id, "fingerprint": fingerprint})).one()
    return Snapshot(row.document, row.fingerprint)
