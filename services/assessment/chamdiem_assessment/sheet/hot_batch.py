"""Many answers of one sheet saved by one statement on the driver's own connection, the first write to the sheet included.

As in `hot_save`, the statement itself asks for the own unit, the set's version, the state, the window and the files, and saves nothing
where one of them says no; then the ordinary way (`routes`) goes over it again and names the reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg

from chamdiem_assessment.phase.store import CAN_WRITE
from chamdiem_assessment.sheet.answer import Answer, Given, declare_value
from chamdiem_assessment.sheet.answer_store import KEEP_REPLACED, LINES, RETURNING, SETTING, VALUES, as_lines
from chamdiem_assessment.sheet.fixed import forget_sheet, set_of_own_sheet
from chamdiem_kit.access import Actor
from chamdiem_kit.db import Database
from chamdiem_kit.refusals import as_invalid, refused_line
from chamdiem_rules.refusal import Refused

# `begun` makes the sheet's row at the first write; where two write first at once, one of them finds neither a row to lock nor one to make,
# and goes the ordinary way. FOR SHARE: an approval or a send waits for saves under way, and a save that waited sees the state it left,
# and bears a time after it (`held`): what changed since is told by these times.
_SAVE = f"""
    WITH mine AS MATERIALIZED (
        SELECT o.sheet_id, o.unit_code, o.period_id FROM period_sheet o
         WHERE o.sheet_id = $1 AND o.unit_code = $2 AND o.criteria_set_id = $6 FOR SHARE),
    opened AS MATERIALIZED (
        SELECT o.sheet_id, clock_timestamp() AS now FROM mine o JOIN period p ON p.id = o.period_id
         WHERE {CAN_WRITE}
           AND cardinality($5::uuid[]) = (SELECT count(*) FROM evidence e WHERE e.id = ANY ($5::uuid[]) AND e.status = 'accepted'
                                             AND e.period_id = o.period_id AND e.unit_code = o.unit_code)),
    begun AS (
        INSERT INTO self_assessment (sheet_id, status, version, changed_by, changed_at) SELECT sheet_id, 'drafting', 1, $3, now FROM opened
        ON CONFLICT (sheet_id) DO NOTHING RETURNING *),
    begun_noted AS (
        INSERT INTO self_assessment_history (sheet_id, version, act, status, reason, changed_by, changed_at)
        SELECT sheet_id, version, 'begun', status, '', changed_by, changed_at FROM begun),
    state AS MATERIALIZED (
        SELECT s.sheet_id FROM mine JOIN self_assessment s USING (sheet_id)
         WHERE s.status IN ('drafting', 'awaiting_approval', 'returned') FOR SHARE OF s),
    held AS MATERIALIZED (
        SELECT sheet_id, clock_timestamp() AS now FROM state UNION ALL SELECT sheet_id, changed_at FROM begun),
    saved AS (
        INSERT INTO answer (sheet_id, item, {VALUES}, warnings, version, saved_by, saved_at)
        SELECT o.sheet_id, g.*, 1, $3, h.now FROM opened o JOIN held h USING (sheet_id), {LINES.format("$4::jsonb")} ORDER BY g.item
        ON CONFLICT (sheet_id, item) DO UPDATE SET {SETTING}, version = answer.version + 1
        {RETURNING}),
    {KEEP_REPLACED}
    SELECT item, version FROM saved"""


@dataclass(frozen=True, slots=True)
class SavedLines:
    """What became of the lines; `refused` has the fields of `RefusedLineOut`, `versions` the new versions by item."""

    refused: list[dict[str, Any]]
    versions: dict[str, int]


async def save_lines_at_once(
    database: Database, sheet_id: UUID, lines: Sequence[Given], actor: Actor, seen_set: UUID | None
) -> SavedLines | None:
    """The saved lines, or None where nothing was saved and the ordinary way has to say why; `seen_set` as in `hot_save`."""
    held = await set_of_own_sheet(database, sheet_id, actor.unit_code, seen_set)
    if held is None:
        return None
    good: dict[str, Answer] = {}
    refused: list[dict[str, Any]] = []
    files: set[UUID] = set()
    for index, line in enumerate(lines):
        try:
            answer = declare_value(held.criteria_set, line)
        except Refused as fault:
            refused.append(refused_line(index, as_invalid("assessment", fault), fault.column))
            continue
        if len(answer.evidence_ids) != len(set(line.evidence)):
            return None
        files.update(answer.evidence_ids)
        good[answer.item] = answer
    if not good:
        return None
    try:
        async with database.driver() as connection:
            written = as_lines(list(good.values()))
            rows = await connection.fetch(_SAVE, sheet_id, actor.unit_code, actor.account_id, written, list(files), held.id)
    except asyncpg.PostgresError:
        return None
    if not rows:
        forget_sheet(sheet_id)
        return None
    return SavedLines(refused, dict(rows))
