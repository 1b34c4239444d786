"""SQL of amending decisions: nobody else writes `set_amendment` and `amended_sheet`."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.amendment.domain import SheetAfter, SheetBefore, Versions
from chamdiem_assessment.document.domain import Decision
from chamdiem_assessment.period.domain import Period
from chamdiem_assessment.sheet import answer_store
from chamdiem_assessment.sheet import store as sheets

_ADD = text("""
    INSERT INTO set_amendment (period_id, set_code, from_set_id, to_set_id, decision, reason, deadline, items, amended_by, amended_at)
    VALUES (:period_id, :set_code, :from_set_id, :to_set_id, CAST(:decision AS jsonb), :reason, :deadline, CAST(:items AS jsonb), :by, :now)
    RETURNING id""")
_ADD_SHEETS = text("""
    INSERT INTO amended_sheet (amendment_id, sheet_id, status_before, status_after, rescored, emptied, gone, restored)
    SELECT :amendment_id, g.* FROM jsonb_to_recordset(CAST(:sheets AS jsonb))
        AS g (sheet_id uuid, status_before text, status_after text, rescored text[], emptied text[], gone text[], restored text[])""")
_COLUMNS = """
    m.id, m.period_id, m.set_code, m.from_set_id, m.to_set_id, m.decision, m.reason, m.deadline, m.items, m.amended_at,
    coalesce(k.body->>'holder_name', '') AS amended_by_name, f.version_number AS from_version, t.version_number AS to_version"""
_FROM = """
      FROM set_amendment m JOIN criteria_set f ON f.id = m.from_set_id JOIN criteria_set t ON t.id = m.to_set_id
      LEFT JOIN known_account k ON k.account_id = m.amended_by"""
_OF_PERIOD = text(f"""
    SELECT {_COLUMNS}, n.sheets, n.returned, n.changed {_FROM}
     CROSS JOIN LATERAL (
        SELECT count(*) AS sheets,
               count(*) FILTER (WHERE s.status_after = 'returned' AND s.status_before NOT IN ('returned', 'drafting')) AS returned,
               count(*) FILTER (WHERE s.rescored || s.emptied || s.gone || s.restored <> '{{}}') AS changed
          FROM amended_sheet s WHERE s.amendment_id = m.id) n
     WHERE m.period_id = :period_id ORDER BY m.id DESC""")
_OF_SHEET = text(f"""
    SELECT {_COLUMNS}, s.status_before, s.status_after, s.rescored, s.emptied, s.gone, s.restored
      {_FROM} JOIN amended_sheet s ON s.amendment_id = m.id WHERE s.sheet_id = :sheet_id ORDER BY m.id DESC""")
_SENT_AGENCIES = text("SELECT appraiser_code FROM known_appraisal WHERE period_id = :period_id AND NOT open")


@dataclass(frozen=True, slots=True)
class Amending:
    """Who amends by which decision, and why; `now` is the real time."""

    decision: Decision
    reason: str
    deadline: datetime | None
    by: UUID
    now: datetime


async def list_before(tx: AsyncConnection, period: Period, versions: Versions) -> list[SheetBefore]:
    """The period's sheets of the old version, with the answers that may become others."""
    found = await sheets.list_of_set(tx, period.id, versions.old_id)
    ids, items = [s.of.sheet_id for s in found], versions.affected
    answers = await answer_store.answers_of_sheets(tx, ids, items)
    past = await answer_store.past_answers(tx, ids, items)
    return [SheetBefore(s, answers[s.of.sheet_id], past[s.of.sheet_id]) for s in found]


async def save_amended(tx: AsyncConnection, amended: Sequence[SheetAfter], reasons: Mapping[UUID, str], *, by: UUID, now: datetime) -> None:
    """Keep what became of locked sheets and their answers."""
    await answer_store.retire(tx, {a.sheet.of.sheet_id: a.carried.gone for a in amended})
    await answer_store.amend(tx, {a.sheet.of.sheet_id: a.carried.written for a in amended}, by=by, now=now)
    states = [(a.state, reasons[a.sheet.of.sheet_id]) for a in amended if a.state is not None]
    await sheets.save_states(tx, states, act="amended", by=by)


async def add(tx: AsyncConnection, period_id: UUID, versions: Versions, amended: Sequence[SheetAfter], amending: Amending) -> UUID:
    """Keep the decision and what it did to every sheet; neither ever changes."""
    values = {
        "period_id": period_id,
        "set_code": versions.new.code,
        "from_set_id": versions.old_id,
        "to_set_id": versions.new_id,
        "decision": orjson.dumps(asdict(amending.decision)).decode(),
        "reason": amending.reason,
        "deadline": amending.deadline,
        "items": orjson.dumps(items_of(versions)).decode(),
        "by": amending.by,
        "now": amending.now,
    }
    amendment_id: UUID = (await tx.execute(_ADD, values)).scalar_one()
    lines = [
        {
            "sheet_id": a.sheet.of.sheet_id,
            "status_before": a.sheet.state.status.value,
            "status_after": a.status_after.value,
            "rescored": a.carried.rescored,
            "emptied": a.carried.emptied,
            "gone": a.carried.gone,
            "restored": a.carried.restored,
        }
        for a in amended
    ]
    await tx.execute(_ADD_SHEETS, {"amendment_id": amendment_id, "sheets": orjson.dumps(lines, default=str).decode()})
    return amendment_id


def items_of(versions: Versions) -> dict[str, list[dict[str, Any]]]:
    """What differs between the two versions, with the titles that people know."""
    anew = set(versions.named)
    changed = [
        {"code": c.code, "title": versions.new.items[c.code].title, "attributes": list(c.attributes), "declared_anew": c.code in anew}
        for c in versions.differs.changed
    ]
    return {
        "added": [{"code": c, "title": versions.new.items[c].title, "declared_anew": c in anew} for c in versions.differs.added],
        "changed": changed,
        "removed": [{"code": c, "title": versions.old.items[c].title} for c in versions.differs.removed],
    }


async def list_of_period(tx: AsyncConnection, period_id: UUID) -> list[dict[str, Any]]:
    """The period's amending decisions, the newest first, with how many sheets each touched."""
    return [dict(r) for r in (await tx.execute(_OF_PERIOD, {"period_id": period_id})).mappings()]


async def list_of_sheet(tx: AsyncConnection, sheet_id: UUID) -> list[dict[str, Any]]:
    """The amending decisions that a sheet went through, the newest first, with what each did to it."""
    return [dict(r) for r in (await tx.execute(_OF_SHEET, {"sheet_id": sheet_id})).mappings()]


async def sent_agencies(tx: AsyncConnection, period_id: UUID) -> frozenset[str]:
    """Agencies whose appraisal of the period is closed."""
    return frozenset((await tx.execute(_SENT_AGENCIES, {"period_id": period_id})).scalars())
