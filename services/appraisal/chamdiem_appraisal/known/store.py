"""SQL of what others told: periods with their sheets, sent sheets with their answers, units, results."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.known.domain import NewExtension, Period, PeriodNews, SheetRef
from chamdiem_contracts.assessment import Extension, PeriodState, SelfAssessmentState
from chamdiem_contracts.identity import UnitChangedV1
from chamdiem_contracts.ranking import ResultState
from chamdiem_rules.assign import ConflictRule
from chamdiem_rules.period_check import ClarificationWindow

# One event at a time may find out that all it takes to assign a period is known; two at once would each miss the other's news.
_ALONE = text("SELECT pg_advisory_xact_lock(hashtext('chamdiem.appraisal.assignment'))")

_SAVE_UNIT = text("""
    INSERT INTO known_unit (code, version, name, unit_type) VALUES (:code, :version, :name, :unit_type)
    ON CONFLICT (code) DO UPDATE SET version = excluded.version, name = excluded.name, unit_type = excluded.unit_type
     WHERE known_unit.version < excluded.version""")

_SAVE_RESULT = text("""
    INSERT INTO known_result (period_id, version, status) VALUES (:period_id, :version, :status)
    ON CONFLICT (period_id) DO UPDATE SET version = excluded.version, status = excluded.status
     WHERE known_result.version < excluded.version""")

_SAVE_PERIOD = text("""
    INSERT INTO known_period (period_id, version, program, year, rehearsal, status, survey_forms_id, self_assessment_to, late_until,
                              appraisal_from, appraisal_to, holidays, conflict_enabled, conflict_replacements, lock_scope,
                              clarification_rounds, clarification_from, clarification_to, unit_sees_scores, clock_at, clock_version)
    VALUES (:period_id, :version, :program, :year, :rehearsal, :status, :survey_forms_id, :self_assessment_to, :late_until,
            :appraisal_from, :appraisal_to, CAST(:holidays AS date[]), :conflict_enabled, CAST(:conflict_replacements AS jsonb),
            :lock_scope, :clarification_rounds, CAST(:clarification_from AS timestamptz[]), CAST(:clarification_to AS timestamptz[]),
            :unit_sees_scores, :clock_at, :clock_version)
    ON CONFLICT (period_id) DO UPDATE
       SET version = excluded.version, program = excluded.program, year = excluded.year, rehearsal = excluded.rehearsal,
           status = excluded.status,
           survey_forms_id = excluded.survey_forms_id, self_assessment_to = excluded.self_assessment_to, late_until = excluded.late_until,
           appraisal_from = excluded.appraisal_from, appraisal_to = excluded.appraisal_to, holidays = excluded.holidays,
           conflict_enabled = excluded.conflict_enabled, conflict_replacements = excluded.conflict_replacements,
           lock_scope = excluded.lock_scope, clarification_rounds = excluded.clarification_rounds,
           clarification_from = excluded.clarification_from, clarification_to = excluded.clarification_to,
           unit_sees_scores = excluded.unit_sees_scores, clock_at = excluded.clock_at, clock_version = excluded.clock_version
     WHERE known_period.version < excluded.version
    RETURNING old.late_until AS late_until_before""")

_EXTENSIONS = text("SELECT unit_code, given_at, to_at FROM known_extension WHERE period_id = :period_id ORDER BY given_at")
_SAVE_EXTENSIONS = text("""
    INSERT INTO known_extension (period_id, unit_code, given_at, to_at)
    VALUES (:period_id, :unit_code, :given_at, :to_at) ON CONFLICT DO NOTHING""")

_SAVE_SHEETS = text("""
    INSERT INTO known_sheet (sheet_id, period_id, criteria_set_id, set_code, unit_code, unit_name, ranking_group, deadline, last_instant)
    SELECT sheet_id, :period_id, criteria_set_id, set_code, unit_code, unit_name, ranking_group, deadline, last_instant
      FROM unnest(CAST(:sheet_id AS uuid[]), CAST(:criteria_set_id AS uuid[]), CAST(:set_code AS text[]), CAST(:unit_code AS text[]),
                  CAST(:unit_name AS text[]), CAST(:ranking_group AS text[]), CAST(:deadline AS timestamptz[]),
                  CAST(:last_instant AS timestamptz[]))
        AS s(sheet_id, criteria_set_id, set_code, unit_code, unit_name, ranking_group, deadline, last_instant)
     ORDER BY sheet_id
    ON CONFLICT (sheet_id) DO UPDATE
       SET criteria_set_id = excluded.criteria_set_id, unit_name = excluded.unit_name, ranking_group = excluded.ranking_group,
           deadline = excluded.deadline, last_instant = excluded.last_instant
     WHERE (known_sheet.criteria_set_id, known_sheet.unit_name, known_sheet.ranking_group, known_sheet.deadline, known_sheet.last_instant)
           IS DISTINCT FROM
           (excluded.criteria_set_id, excluded.unit_name, excluded.ranking_group, excluded.deadline, excluded.last_instant)""")

_PERIOD = text("""
    SELECT p.*, coalesce(p.clock_at, statement_timestamp()) AS judged_at,
           CASE WHEN p.appraisal_to IS NOT NULL THEN greatest(p.appraisal_to, (
               SELECT max(e.to_at) FROM phase_extension e WHERE e.period_id = p.period_id)) END AS appraisal_end
      FROM known_period p WHERE p.period_id = :period_id""")
_LOCK_PERIOD = text("SELECT 1 FROM known_period WHERE period_id = :period_id FOR UPDATE")
_PERIODS_OF_SET = text("""
    SELECT DISTINCT p.period_id FROM known_sheet s JOIN known_period p USING (period_id)
     WHERE s.criteria_set_id = :id OR p.survey_forms_id = :id""")
_SHEETS = text("SELECT sheet_id, criteria_set_id, set_code, unit_code FROM known_sheet WHERE period_id = :period_id ORDER BY sheet_id")
_TOLD_OTHERWISE = {"criteria_sets", "sheets", "extensions", "par_period_id", "self_assessment_from", "holidays", "clarifications"}
_CLOCK = text("SELECT clock_version, clock_at FROM known_period WHERE period_id = :period_id")

_SAVE_SELF_ASSESSMENT = text("""
    INSERT INTO known_self_assessment (sheet_id, version, status, sent_at, late, report_fingerprint, received_at)
    VALUES (:sheet_id, :version, :status, :sent_at, :late, :report_fingerprint,
            coalesce(CAST(:arrived_at AS timestamptz), clock_timestamp()))
    ON CONFLICT (sheet_id) DO UPDATE
       SET version = excluded.version, status = excluded.status, sent_at = excluded.sent_at, late = excluded.late,
           report_fingerprint = excluded.report_fingerprint, received_at = excluded.received_at
     WHERE known_self_assessment.version < excluded.version
    RETURNING sheet_id""")
_DROP_ANSWERS = text("DELETE FROM known_answer WHERE sheet_id = :sheet_id")
_SAVE_ANSWERS = text("""
    INSERT INTO known_answer (sheet_id, item, option, numerator, denominator, claimed_count, is_claim, self_score, explanation, evidence)
    SELECT :sheet_id, item, option, numerator, denominator, count, is_claim, self_score, explanation, evidence
      FROM jsonb_to_recordset(CAST(:answers AS jsonb))
        AS a(item text, option text, numerator text, denominator text, count bigint, is_claim boolean, self_score numeric, explanation text,
             evidence jsonb)""")


async def alone(tx: AsyncConnection) -> None:
    """Until the transaction ends no other event is judged for whether a period can be assigned."""
    await tx.execute(_ALONE)


async def save_unit(tx: AsyncConnection, told: UnitChangedV1) -> None:
    """Keep the unit's newest version."""
    await tx.execute(_SAVE_UNIT, {"code": told.code, "version": told.version, "name": told.name, "unit_type": told.unit_type})


async def save_result(tx: AsyncConnection, told: ResultState) -> None:
    """Keep how far the result of a period is."""
    await tx.execute(_SAVE_RESULT, {"period_id": told.period_id, "version": told.version, "status": told.status})


async def save_period(tx: AsyncConnection, told: PeriodState) -> PeriodNews | None:
    """Keep the period with its sheets and tell which extensions are new; None where something newer is known."""
    before = (await tx.execute(_SAVE_PERIOD, _period_values(told))).first()
    if before is None:
        return None
    news = await _new_extensions(tx, told, before.late_until_before)
    in_force = _in_force(told.extensions)
    await tx.execute(
        _SAVE_SHEETS,
        {
            "period_id": told.period_id,
            "sheet_id": [s.sheet_id for s in told.sheets],
            "criteria_set_id": [s.criteria_set_id for s in told.sheets],
            "set_code": [s.set_code for s in told.sheets],
            "unit_code": [s.unit_code for s in told.sheets],
            "unit_name": [s.unit_name for s in told.sheets],
            "ranking_group": [s.ranking_group for s in told.sheets],
            "deadline": [in_force.get(s.unit_code, told.self_assessment_to) for s in told.sheets],
            "last_instant": [max(told.late_until, in_force.get(s.unit_code, told.late_until)) for s in told.sheets],
        },
    )
    sheets = tuple(SheetRef(s.sheet_id, s.criteria_set_id, s.set_code, s.unit_code) for s in told.sheets)
    return PeriodNews(sheets, news)


async def load_period(tx: AsyncConnection, period_id: UUID) -> Period | None:
    """The period, None while it is not known."""
    row = (await tx.execute(_PERIOD, {"period_id": period_id})).first()
    return None if row is None else period_of(row)


async def lock_period(tx: AsyncConnection, period_id: UUID) -> bool:
    """Hold the period's row; whether it is known."""
    return (await tx.execute(_LOCK_PERIOD, {"period_id": period_id})).first() is not None


async def periods_waiting_for(tx: AsyncConnection, id_: UUID) -> list[UUID]:
    """Periods that use the set or the survey forms of this id."""
    return list((await tx.execute(_PERIODS_OF_SET, {"id": id_})).scalars())


async def sheets_of_period(tx: AsyncConnection, period_id: UUID) -> tuple[SheetRef, ...]:
    """All sheets of a period."""
    return tuple(SheetRef(*row) for row in await tx.execute(_SHEETS, {"period_id": period_id}))


async def clock_of(tx: AsyncConnection, period_id: UUID) -> tuple[int, datetime | None] | None:
    """The version and the instant of a period's own clock; None where the period is not known."""
    row = (await tx.execute(_CLOCK, {"period_id": period_id})).first()
    return None if row is None else (row.clock_version, row.clock_at)


async def save_self_assessment(tx: AsyncConnection, told: SelfAssessmentState, *, arrived_at: datetime | None = None) -> None:
    """Keep a snapshot with its answers, or that it was recalled, unless something newer is known; it arrives now unless said otherwise."""
    values = told.model_dump(exclude={"answers", "period_id", "set_code", "unit_code"})
    saved = await tx.execute(_SAVE_SELF_ASSESSMENT, {**values, "arrived_at": arrived_at})
    if saved.first() is None:
        return
    await tx.execute(_DROP_ANSWERS, {"sheet_id": told.sheet_id})
    if told.status == "sent" and told.answers:
        answers = orjson.dumps([answer.model_dump(mode="json") for answer in told.answers]).decode()
        await tx.execute(_SAVE_ANSWERS, {"sheet_id": told.sheet_id, "answers": answers})


def period_of(row: Any) -> Period:
    """A period from a row of `known_period` with `judged_at` and `appraisal_end`."""
    return Period(
        id=row.period_id,
        program=row.program,
        year=row.year,
        rehearsal=row.rehearsal,
        status=row.status,
        survey_forms_id=row.survey_forms_id,
        late_until=row.late_until,
        appraisal_from=row.appraisal_from,
        appraisal_to=row.appraisal_end,
        conflict=ConflictRule(row.conflict_enabled, read_json(row.conflict_replacements)),
        lock_scope=row.lock_scope,
        clarification_rounds=row.clarification_rounds,
        clock_at=row.clock_at,
        judged_at=row.judged_at,
        holidays=tuple(row.holidays),
        version=row.version,
        clarifications=tuple(map(ClarificationWindow, row.clarification_from, row.clarification_to)),
    )


def read_json(value: Any) -> Any:
    """A jsonb value of a row as Python has it."""
    return orjson.loads(value) if isinstance(value, str | bytes) else value


def _period_values(told: PeriodState) -> Mapping[str, Any]:
    return {
        **told.model_dump(exclude=_TOLD_OTHERWISE),
        "clarification_from": [w.opens_at for w in told.clarifications],
        "clarification_to": [w.closes_at for w in told.clarifications],
        "holidays": list(told.holidays),
        "conflict_replacements": orjson.dumps(dict(told.conflict_replacements)).decode(),
    }


def _in_force(extensions: Sequence[Extension]) -> dict[str, datetime]:
    """Unit → the end of the extension given last."""
    return {e.unit_code: e.to for e in sorted(extensions, key=lambda e: e.given_at)}


async def _new_extensions(tx: AsyncConnection, told: PeriodState, late_until_before: datetime | None) -> tuple[NewExtension, ...]:
    if not told.extensions:
        return ()
    late_until = late_until_before or told.late_until
    known = (await tx.execute(_EXTENSIONS, {"period_id": told.period_id})).all()
    seen = {(row.unit_code, row.given_at) for row in known}
    ends = {row.unit_code: row.to_at for row in known}
    news = []
    for extension in sorted(told.extensions, key=lambda e: e.given_at):
        if (extension.unit_code, extension.given_at) in seen:
            continue
        # A rehearsal's extension is given at its clock, whatever time the log has.
        given_at = told.clock_at if told.clock_at is not None else extension.given_at
        last_instant = max(late_until, ends.get(extension.unit_code, late_until))
        news.append(NewExtension(extension.unit_code, extension.to, given_at, last_instant, extension.reason))
        ends[extension.unit_code] = extension.to
    if news:
        rows = [{"period_id": told.period_id, "unit_code": e.unit_code, "given_at": e.given_at, "to_at": e.to} for e in told.extensions]
        await tx.execute(_SAVE_EXTENSIONS, rows)
    return tuple(news)
