"""The sheets of one unit over all periods, with what each still lacks."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.criteria_set import store as sets
from chamdiem_assessment.delegation.store import GIVEN, held_on
from chamdiem_assessment.sheet.answer import padded
from chamdiem_assessment.sheet.domain import Sheet, shown_status, why_read_only
from chamdiem_assessment.sheet.store import SHEET_COLUMNS, sheet_of
from chamdiem_rules.complete import AnswerState, missing_items
from chamdiem_rules.set_types import CriteriaSet
from chamdiem_rules.text import is_blank

_OF_UNIT = text(f"""
    SELECT {SHEET_COLUMNS}
      FROM period_sheet o JOIN period p ON p.id = o.period_id LEFT JOIN self_assessment s ON s.sheet_id = o.sheet_id
     WHERE (o.unit_code = :own_unit OR o.sheet_id IN (SELECT d.sheet_id FROM {GIVEN} WHERE d.sub_unit_code = :own_unit))
       AND (CAST(:program AS text) IS NULL OR p.program = :program)
       AND (CAST(:after AS uuid) IS NULL OR o.sheet_id < :after)
     ORDER BY o.sheet_id DESC LIMIT :limit""")
# An explanation is looked at only where no file stands for it.
_ANSWERS = text("""
    SELECT sheet_id, item, self_score, is_claim, claimed_count, cardinality(evidence_ids) > 0 AS has_evidence,
           CASE WHEN cardinality(evidence_ids) > 0 THEN '' ELSE explanation END AS explanation
      FROM answer WHERE sheet_id = ANY (CAST(:sheets AS uuid[]))""")


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """One sheet as its unit finds it in a list."""

    sheet_id: UUID
    period_id: UUID
    criteria_set_id: UUID
    set_code: str
    set_title: str
    unit_code: str
    unit_name: str
    program: str
    year: int
    rehearsal: bool
    status: str
    self_total: str
    missing_count: int
    clock_at: datetime | None
    opens_at: datetime
    deadline: datetime
    last_instant: datetime
    sent_at: datetime | None
    late: bool
    may_write: bool


async def list_of_unit(tx: AsyncConnection, own_unit: str | None, program: str | None, after: UUID | None, limit: int) -> list[OwnSheet]:
    """The unit's sheets and those of which it was given leaves, newest first; none for who has no unit."""
    values = {"own_unit": own_unit, "program": program, "after": after, "limit": limit}
    sheets = [sheet_of(r) for r in await tx.execute(_OF_UNIT, values)]
    answers: dict[UUID, list[Any]] = defaultdict(list)
    for row in await tx.execute(_ANSWERS, {"sheets": [s.of.sheet_id for s in sheets]}):
        answers[row.sheet_id].append(row)
    given = [s.of.sheet_id for s in sheets if s.of.unit_code != own_unit]
    held = await held_on(tx, given, own_unit) if given else {}
    return [_own(s, answers[s.of.sheet_id], await sets.load_published(tx, s.of.criteria_set_id), held.get(s.of.sheet_id)) for s in sheets]


def _own(sheet: Sheet, answers: list[Any], criteria_set: CriteriaSet, held: frozenset[str] | None) -> OwnSheet:
    of, window, sent_at = sheet.of, sheet.window, sheet.state.sent_at
    scores = (a.self_score for a in answers if a.self_score is not None and (held is None or a.item in held))
    total = sum(scores, padded(Decimal(0), criteria_set.score_decimals))
    return OwnSheet(
        sheet_id=of.sheet_id,
        period_id=of.period_id,
        criteria_set_id=of.criteria_set_id,
        set_code=of.set_code,
        set_title=criteria_set.title,
        unit_code=of.unit_code,
        unit_name=of.unit_name,
        program=of.program,
        year=of.year,
        rehearsal=of.rehearsal,
        status=shown_status(sheet, criteria_set),
        self_total=f"{total:f}",
        missing_count=sum(1 for m in missing_items(criteria_set, {a.item: _state(a) for a in answers}) if held is None or m.item in held),
        clock_at=window.now if of.rehearsal else None,
        opens_at=window.opens,
        deadline=window.deadline,
        last_instant=window.last_instant,
        sent_at=sent_at,
        late=sent_at is not None and sent_at > window.deadline,
        may_write=why_read_only(sheet) is None,
    )


def _state(a: Any) -> AnswerState:
    return AnswerState(a.self_score is not None or a.is_claim, a.has_evidence, not is_blank(a.explanation), a.claimed_count or 0)
