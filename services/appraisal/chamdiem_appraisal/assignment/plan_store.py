"""SQL of a period's assignment: what was made from what, opening appraisals, assigning by a plan, and what a plan has no longer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.assignment.domain import Appraisal, AppraisalStatus, Plan
from chamdiem_appraisal.known.domain import Period

_DONE = text("SELECT made_from, period_version FROM period_assignment WHERE period_id = :period_id")
_NOTE = text("UPDATE period_assignment SET period_version = :version WHERE period_id = :period_id AND period_version < :version")
_SAVE_MADE_FROM = text("""
    INSERT INTO period_assignment (period_id, made_from, period_version) VALUES (:period_id, :made_from, :version)
    ON CONFLICT (period_id) DO UPDATE SET made_from = excluded.made_from, period_version = excluded.period_version""")
_OPEN = text("""
    INSERT INTO appraisal (period_id, appraiser_code) SELECT :period_id, unnest(CAST(:agencies AS text[]))
    ON CONFLICT (period_id, appraiser_code) DO NOTHING
    RETURNING id, period_id, appraiser_code, round, status, sent_at, version, closed_units, asked""")
_SAVE_SHEETS = text("""
    INSERT INTO appraised_sheet (appraisal_id, sheet_id)
    SELECT a.id, g.sheet_id
      FROM unnest(CAST(:agencies AS text[]), CAST(:sheets AS uuid[])) AS g(agency, sheet_id)
      JOIN appraisal a ON a.period_id = :period_id AND a.appraiser_code = g.agency
    ON CONFLICT DO NOTHING""")
_SAVE_ITEMS = text("""
    INSERT INTO assigned_item (sheet_id, item, appraisal_id, kind, position)
    SELECT g.sheet_id, g.item, a.id, g.kind, g.position
      FROM unnest(CAST(:sheets AS uuid[]), CAST(:items AS text[]), CAST(:kinds AS text[]), CAST(:positions AS int[]),
                  CAST(:agencies AS text[]))
        AS g(sheet_id, item, kind, position, agency)
      JOIN appraisal a ON a.period_id = :period_id AND a.appraiser_code = g.agency
    ON CONFLICT (sheet_id, item) DO UPDATE
       SET appraisal_id = excluded.appraisal_id, position = excluded.position, kind = excluded.kind
     WHERE (assigned_item.appraisal_id, assigned_item.position, assigned_item.kind)
           IS DISTINCT FROM (excluded.appraisal_id, excluded.position, excluded.kind)
    RETURNING sheet_id, item, old.appraisal_id AS from_id, new.appraisal_id AS to_id""")
_SAVE_KNOCK_OUTS = text("""
    INSERT INTO assigned_knock_out (sheet_id, code, appraisal_id)
    SELECT g.sheet_id, g.code, a.id
      FROM unnest(CAST(:sheets AS uuid[]), CAST(:codes AS text[]), CAST(:agencies AS text[])) AS g(sheet_id, code, agency)
      JOIN appraisal a ON a.period_id = :period_id AND a.appraiser_code = g.agency
    ON CONFLICT (sheet_id, code) DO UPDATE SET appraisal_id = excluded.appraisal_id
     WHERE assigned_knock_out.appraisal_id IS DISTINCT FROM excluded.appraisal_id
    RETURNING sheet_id, code, old.appraisal_id AS from_id, new.appraisal_id AS to_id""")

# What the plan has no longer. Its scores are removed before, with their history; a question that units know stays in theirs.
_DROPPED_ITEMS = text("""
    SELECT i.sheet_id, i.item, i.appraisal_id FROM assigned_item i JOIN known_sheet s USING (sheet_id)
     WHERE s.period_id = :period_id
       AND (i.sheet_id, i.item) NOT IN (SELECT * FROM unnest(CAST(:sheets AS uuid[]), CAST(:items AS text[])))
     ORDER BY i.sheet_id, i.position""")
_DROPPED_KNOCK_OUTS = text("""
    SELECT k.sheet_id, k.code, k.appraisal_id FROM assigned_knock_out k JOIN known_sheet s USING (sheet_id)
     WHERE s.period_id = :period_id
       AND (k.sheet_id, k.code) NOT IN (SELECT * FROM unnest(CAST(:sheets AS uuid[]), CAST(:codes AS text[])))
     ORDER BY k.sheet_id, k.code""")
_DROP_ITEMS = [
    text(f"""
    DELETE FROM {table} d USING unnest(CAST(:sheets AS uuid[]), CAST(:items AS text[])) AS g(sheet_id, item)
     WHERE d.sheet_id = g.sheet_id AND d.item = g.item""")
    for table in ("appraised_score", "clarification_question", "assigned_item")
]
_DROP_KNOCK_OUTS = [
    text(f"""
    DELETE FROM {table} d USING unnest(CAST(:sheets AS uuid[]), CAST(:codes AS text[])) AS g(sheet_id, code)
     WHERE d.sheet_id = g.sheet_id AND d.code = g.code""")
    for table in ("knock_out_confirmation", "assigned_knock_out")
]


async def done_for(tx: AsyncConnection, period_id: UUID) -> tuple[str, int]:
    """What the period's present assignment was made from, and the newest state of the period whose effects are done; ('', 0): none."""
    row = (await tx.execute(_DONE, {"period_id": period_id})).first()
    return ("", 0) if row is None else (row.made_from, row.period_version)


async def note_done(tx: AsyncConnection, period_id: UUID, version: int) -> None:
    """The effects of this state of an assigned period are done."""
    await tx.execute(_NOTE, {"period_id": period_id, "version": version})


@dataclass(frozen=True)
class Replanned:
    """What a plan changed: opened appraisals; items and knock-outs that went to another agency, rows with `from_id` and `to_id`; what it
    has no longer, rows with `appraisal_id`; `grown`: appraisals with items that were not there before.
    """

    opened: Sequence[Appraisal]
    moved_items: Sequence[Any]
    moved_knock_outs: Sequence[Any]
    dropped_items: Sequence[Any]
    dropped_knock_outs: Sequence[Any]
    grown: frozenset[UUID]


async def save_plan(tx: AsyncConnection, period: Period, plan: Plan, digest: str, *, first: bool) -> Replanned:
    """Open what is missing and assign by the plan; `first`: nothing was assigned before. What it has no longer stays until `drop`."""
    period_id = period.id
    rows = (await tx.execute(_OPEN, {"period_id": period_id, "agencies": list(plan.agencies)})).all()
    pairs = sorted({(i.appraiser_code, i.sheet_id) for i in plan.items} | {(k.appraiser_code, k.sheet_id) for k in plan.knock_outs})
    sheets = {"agencies": [agency for agency, _ in pairs], "sheets": [sheet for _, sheet in pairs], "period_id": period_id}
    await tx.execute(_SAVE_SHEETS, sheets)
    items = await tx.execute(
        _SAVE_ITEMS,
        {
            "period_id": period_id,
            "sheets": [i.sheet_id for i in plan.items],
            "items": [i.item for i in plan.items],
            "kinds": [i.kind for i in plan.items],
            "positions": [i.position for i in plan.items],
            "agencies": [i.appraiser_code for i in plan.items],
        },
    )
    knock_outs = await tx.execute(
        _SAVE_KNOCK_OUTS,
        {
            "period_id": period_id,
            "sheets": [k.sheet_id for k in plan.knock_outs],
            "codes": [k.code for k in plan.knock_outs],
            "agencies": [k.appraiser_code for k in plan.knock_outs],
        },
    )
    await tx.execute(_SAVE_MADE_FROM, {"period_id": period_id, "made_from": digest, "version": period.version})
    changed = items.all()
    planned = {"period_id": period_id, "sheets": [i.sheet_id for i in plan.items], "items": [i.item for i in plan.items]}
    named = {"period_id": period_id, "sheets": [k.sheet_id for k in plan.knock_outs], "codes": [k.code for k in plan.knock_outs]}
    return Replanned(
        opened=[_opened(row) for row in rows],
        moved_items=[row for row in changed if row.from_id is not None and row.from_id != row.to_id],
        moved_knock_outs=[row for row in knock_outs if row.from_id is not None and row.from_id != row.to_id],
        dropped_items=() if first else (await tx.execute(_DROPPED_ITEMS, planned)).all(),
        dropped_knock_outs=() if first else (await tx.execute(_DROPPED_KNOCK_OUTS, named)).all(),
        grown=frozenset(row.to_id for row in changed if row.from_id is None),
    )


async def drop(tx: AsyncConnection, replanned: Replanned) -> None:
    """Forget items and knock-outs that the plan has no longer; what stood there was removed before."""
    items, knock_outs = replanned.dropped_items, replanned.dropped_knock_outs
    if items:
        for statement in _DROP_ITEMS:
            await tx.execute(statement, {"sheets": [i.sheet_id for i in items], "items": [i.item for i in items]})
    if knock_outs:
        for statement in _DROP_KNOCK_OUTS:
            await tx.execute(statement, {"sheets": [k.sheet_id for k in knock_outs], "codes": [k.code for k in knock_outs]})


def _opened(row: Any) -> Appraisal:
    status = AppraisalStatus(row.status)
    return Appraisal(row.id, row.period_id, row.appraiser_code, row.round, status, row.sent_at, row.version)
