"""How a unit's window is read from the period's tables; others put the columns into their own one statement."""

from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.period.domain import PeriodNotFound
from chamdiem_assessment.phase.domain import Window
from chamdiem_kit.clock import judged_now

# `o` is a row of `period_sheet`, `p` its period. `clock_timestamp()` is the instant that counts: the whole request is here by then.
WINDOW_COLUMNS = """
    p.self_assessment_from, p.self_assessment_to, p.late_until, p.appraisal_from, p.holidays,
    p.clock_at, p.stage, clock_timestamp() AS real_now,
    (SELECT e.to_at FROM period_extension e WHERE e.period_id = p.id AND e.unit_code = o.unit_code
      ORDER BY e.number DESC LIMIT 1) AS extended_to"""
# The same window as a condition: whether the unit may write now (`Window.can_write`), for a statement that reads nothing first.
CAN_WRITE = """
    p.stage = 'open' AND coalesce(p.clock_at, clock_timestamp()) BETWEEN p.self_assessment_from AND greatest(
        p.self_assessment_to, p.late_until, (SELECT e.to_at FROM period_extension e
          WHERE e.period_id = p.id AND e.unit_code = o.unit_code ORDER BY e.number DESC LIMIT 1))"""
# Of a sheet `o` and its period `p`: questions whose window is open now, and how many of them the unit has answered.
OPEN_QUESTIONS = """
    SELECT count(*) AS asked, count(c.sent_at) AS answered
      FROM known_clarification k CROSS JOIN LATERAL jsonb_to_recordset(k.questions) AS q(round int, item text)
      LEFT JOIN clarification_answer c ON c.sheet_id = k.sheet_id AND c.item = q.item AND c.round = q.round
     WHERE k.sheet_id = o.sheet_id AND p.stage = 'open' AND q.round <= p.clarification_rounds
       AND coalesce(p.clock_at, clock_timestamp()) BETWEEN p.clarification_from[q.round] AND p.clarification_to[q.round]"""
_HAS_OPEN_QUESTION = text(f"""
    SELECT 1 FROM period_sheet o JOIN period p ON p.id = o.period_id CROSS JOIN LATERAL ({OPEN_QUESTIONS}) n
     WHERE o.period_id = :period_id AND o.unit_code = :unit_code AND n.asked > n.answered LIMIT 1""")
_OF_UNIT = text(f"""
    SELECT {WINDOW_COLUMNS} FROM period_sheet o JOIN period p ON p.id = o.period_id
     WHERE o.period_id = :period_id AND o.unit_code = :unit_code LIMIT 1""")


def window_of(row: Any) -> Window:
    """The window in a row that has `WINDOW_COLUMNS`."""
    deadline = max(row.self_assessment_to, row.extended_to) if row.extended_to else row.self_assessment_to
    return Window(
        opens=row.self_assessment_from,
        deadline=deadline,
        last_instant=max(row.late_until, deadline),
        appraisal_from=row.appraisal_from,
        holidays=tuple(row.holidays),
        is_open=row.stage == "open",
        now=judged_now(row.clock_at, row.real_now),
    )


async def has_open_question(tx: AsyncConnection, period_id: UUID, unit_code: str | None) -> bool:
    """Whether the unit may answer a question now, and so bring files for it."""
    return (await tx.execute(_HAS_OPEN_QUESTION, {"period_id": period_id, "unit_code": unit_code})).first() is not None


async def window_of_unit(tx: AsyncConnection, period_id: UUID, unit_code: str | None) -> Window:
    """The unit's window in a period. Raises `PeriodNotFound`, also where the unit has no sheet in it."""
    row = (await tx.execute(_OF_UNIT, {"period_id": period_id, "unit_code": unit_code})).first()
    if row is None:
        raise PeriodNotFound("Đơn vị không có phiếu chấm điểm trong kỳ đánh giá này.")
    return window_of(row)
