"""SQL of confirmed knock-outs; change and history by one statement."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.knock_out.domain import KnockOutLine, KnockOutOnSheet
from chamdiem_kit.access import Actor

_ON_SHEETS = text("""
    SELECT g.n, s.unit_code, s.criteria_set_id, s.survey_forms_id, s.is_final,
           k.code IS NOT NULL
           AND (NOT s.conflict_enabled OR s.unit_code <> ALL(CAST(:person_units AS text[])))
           AND (CAST(:only_unit AS text) IS NULL OR s.unit_code = :only_unit) AS is_mine
      FROM unnest(CAST(:sheets AS uuid[]), CAST(:codes AS text[])) WITH ORDINALITY AS g(sheet_id, code, n)
      JOIN sheet_now s ON s.sheet_id = g.sheet_id AND s.period_id = :period_id
      LEFT JOIN assigned_knock_out k ON k.sheet_id = g.sheet_id AND k.code = g.code AND k.appraisal_id = :appraisal_id""")
_SAVE = text("""
    WITH saved AS (
        INSERT INTO knock_out_confirmation (sheet_id, code, confirmed, version, confirmed_by, confirmed_at)
        SELECT g.sheet_id, g.code, g.confirmed, 1, :by, clock_timestamp()
          FROM unnest(CAST(:sheets AS uuid[]), CAST(:codes AS text[]), CAST(:confirmed AS boolean[])) AS g(sheet_id, code, confirmed)
        ON CONFLICT (sheet_id, code) DO UPDATE
           SET confirmed = excluded.confirmed, version = knock_out_confirmation.version + 1, confirmed_by = excluded.confirmed_by,
               confirmed_at = excluded.confirmed_at
         WHERE knock_out_confirmation.confirmed <> excluded.confirmed
        RETURNING sheet_id, code, new.version, old.confirmed AS confirmed_before, new.confirmed, new.confirmed_at
    ) INSERT INTO knock_out_confirmation_history (sheet_id, code, version, confirmed_before, confirmed, changed_by, changed_at)
      SELECT sheet_id, code, version, confirmed_before, confirmed, :by, confirmed_at FROM saved""")
_REMOVE = text("""
    WITH removed AS (
        UPDATE knock_out_confirmation c SET confirmed = false, version = c.version + 1, confirmed_at = clock_timestamp()
          FROM unnest(CAST(:sheets AS uuid[]), CAST(:codes AS text[])) AS g(sheet_id, code)
         WHERE c.sheet_id = g.sheet_id AND c.code = g.code AND c.confirmed
        RETURNING c.sheet_id, c.code, new.version, new.confirmed_at
    ) INSERT INTO knock_out_confirmation_history (sheet_id, code, version, confirmed_before, confirmed, changed_by, changed_at)
      SELECT sheet_id, code, version, true, false, NULL, confirmed_at FROM removed""")
_LIST = text("""
    SELECT k.sheet_id, k.code, s.set_code, s.unit_code, coalesce(c.confirmed, false) AS confirmed, coalesce(c.version, 0) AS version
      FROM appraisal a JOIN assigned_knock_out k ON k.appraisal_id = a.id JOIN sheet_now s USING (sheet_id)
      LEFT JOIN knock_out_confirmation c USING (sheet_id, code)
     WHERE a.id = :appraisal_id AND (:sees_all OR a.appraiser_code = CAST(:agency AS text)) AND s.is_final
       AND (CAST(:only_unit AS text) IS NULL OR s.unit_code = :only_unit)
       AND (CAST(:after_sheet AS uuid) IS NULL OR (k.sheet_id, k.code) > (CAST(:after_sheet AS uuid), CAST(:after_code AS text)))
     ORDER BY k.sheet_id, k.code LIMIT :limit""")
_CONFIRMED = text("""
    SELECT k.sheet_id, k.code FROM assigned_knock_out k JOIN knock_out_confirmation c USING (sheet_id, code)
     WHERE k.appraisal_id = :appraisal_id AND k.sheet_id = ANY(CAST(:sheets AS uuid[])) AND c.confirmed ORDER BY k.sheet_id, k.code""")


async def on_sheets(
    tx: AsyncConnection, lines: Sequence[KnockOutLine], actor: Actor, *, appraisal_id: UUID, period_id: UUID
) -> dict[int, tuple[KnockOutOnSheet, UUID | None]]:
    """What stands at each line, by its place, with the forms its set is read with; a sheet outside the period is left out."""
    rows = await tx.execute(
        _ON_SHEETS,
        {
            "sheets": [line.sheet_id for line in lines],
            "codes": [line.code if line.code.isprintable() else "" for line in lines],
            "appraisal_id": appraisal_id,
            "period_id": period_id,
            "person_units": sorted(actor.person_units),
            "only_unit": actor.only_for_unit,
        },
    )
    return {
        row.n - 1: (
            KnockOutOnSheet(lines[row.n - 1].sheet_id, row.unit_code, row.criteria_set_id, row.is_final, row.is_mine),
            row.survey_forms_id,
        )
        for row in rows
    }


async def save(tx: AsyncConnection, lines: Sequence[KnockOutLine], *, by: UUID) -> None:
    """Keep what was confirmed or taken back; a line that changes nothing leaves no history."""
    rows = sorted(lines, key=lambda line: (line.sheet_id, line.code))
    if rows:
        values = {"sheets": [r.sheet_id for r in rows], "codes": [r.code for r in rows], "confirmed": [r.confirmed for r in rows], "by": by}
        await tx.execute(_SAVE, values)


async def remove(tx: AsyncConnection, knock_outs: Sequence[tuple[UUID, str]]) -> None:
    """Take back what an agency confirmed that confirms no longer."""
    await tx.execute(_REMOVE, {"sheets": [s for s, _ in knock_outs], "codes": [c for _, c in knock_outs]})


async def list_in_sight(
    tx: AsyncConnection, sight: dict[str, Any], appraisal_id: UUID, after: tuple[UUID, str] | None, limit: int
) -> list[Any]:
    """Manual knock-outs of an appraisal on sheets that are sent or can no longer be."""
    after_sheet, after_code = after or (None, None)
    values = {**sight, "appraisal_id": appraisal_id, "after_sheet": after_sheet, "after_code": after_code, "limit": limit}
    return list((await tx.execute(_LIST, values)).all())


async def confirmed_on(tx: AsyncConnection, appraisal_id: UUID, sheets: Sequence[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Sheet → codes the agency confirmed."""
    found: dict[UUID, tuple[str, ...]] = {}
    for row in await tx.execute(_CONFIRMED, {"appraisal_id": appraisal_id, "sheets": list(sheets)}):
        found[row.sheet_id] = (*found.get(row.sheet_id, ()), row.code)
    return found
