"""Copies of foreign facts: the newest version of each is kept, an older one is passed over; none refers to another.

What decides results and has changed is marked: the job in `result.aggregation` computes marked sheets and judges marked periods again.
"""

import hashlib
from collections.abc import Sequence
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.appraisal import AppraisalState, AppraisedSheetChangedV1, RecordPrintedV1
from chamdiem_contracts.assessment import (
    CriteriaSetPublishedV1,
    PeriodState,
    SelfAssessmentState,
    SurveyClosedV1,
    SurveyFormsPublishedV1,
    SurveyReopenedV1,
)
from chamdiem_contracts.identity import UnitChangedV1
from chamdiem_rules.name_order import name_sort_key

CHANNEL = "chamdiem_stale"

_SAVE_SET = text("""
    INSERT INTO known_criteria_set (criteria_set_id, code, version, body) VALUES (:id, :code, :version, CAST(:body AS jsonb))
    ON CONFLICT (criteria_set_id) DO NOTHING""")
_SAVE_FORMS = text("""
    INSERT INTO known_survey_forms (survey_forms_id, version, body) VALUES (:id, :version, CAST(:body AS jsonb))
    ON CONFLICT (survey_forms_id) DO NOTHING""")
# What no number depends on; a change of these alone computes no sheet again.
_IDLE_FIELDS = [
    *("version", "status", "clock_at", "clock_version", "self_assessment_from", "appraisal_from", "appraisal_to", "lock_scope"),
    *("clarification_rounds", "clarifications", "unit_sees_scores", "conflict_enabled", "conflict_replacements"),
]
_SAVE_PERIOD = text("""
    INSERT INTO known_period (period_id, program, year, rehearsal, par_period_id, clock_version, version, sheets_digest, body)
    VALUES (:period_id, :program, :year, :rehearsal, :par_period_id, :clock_version, :version, :sheets_digest, CAST(:body AS jsonb))
    ON CONFLICT (period_id) DO UPDATE SET par_period_id = excluded.par_period_id, clock_version = excluded.clock_version,
           version = excluded.version, sheets_digest = excluded.sheets_digest, body = excluded.body
     WHERE known_period.version < excluded.version
    RETURNING coalesce(old.sheets_digest, '') <> new.sheets_digest AS new_sheets,
              old.body IS NULL OR old.sheets_digest <> new.sheets_digest
              OR old.body - CAST(:idle AS text[]) <> new.body - CAST(:idle AS text[])
              OR (old.body->>'status' = 'archived') <> (new.body->>'status' = 'archived') AS decides_sheets,
              old.body->'conflict_enabled' IS DISTINCT FROM new.body->'conflict_enabled'
              OR old.body->'conflict_replacements' IS DISTINCT FROM new.body->'conflict_replacements' AS new_appraisers""")
_SAVE_SHEETS = text("""
    INSERT INTO known_sheet (sheet_id, period_id, criteria_set_id, set_code, unit_code, unit_name, unit_type, ranking_group, name_sort_key)
    SELECT sheet_id, :period_id, criteria_set_id, set_code, unit_code, unit_name, unit_type, ranking_group, name_sort_key
      FROM unnest(CAST(:sheet_id AS uuid[]), CAST(:criteria_set_id AS uuid[]), CAST(:set_code AS text[]), CAST(:unit_code AS text[]),
                  CAST(:unit_name AS text[]), CAST(:unit_type AS text[]), CAST(:ranking_group AS text[]), CAST(:name_sort_key AS text[]))
        AS s(sheet_id, criteria_set_id, set_code, unit_code, unit_name, unit_type, ranking_group, name_sort_key)
    ON CONFLICT (sheet_id) DO UPDATE SET criteria_set_id = excluded.criteria_set_id, set_code = excluded.set_code""")
_SAVE_SELF_ASSESSMENT = text("""
    INSERT INTO known_self_assessment (sheet_id, version, sent_at, body) VALUES (:sheet_id, :version, :sent_at, CAST(:body AS jsonb))
    ON CONFLICT (sheet_id) DO UPDATE SET version = excluded.version, sent_at = excluded.sent_at, body = excluded.body
     WHERE known_self_assessment.version < excluded.version
    RETURNING sheet_id""")
_SAVE_UNIT = text("""
    INSERT INTO known_unit (code, version, name, predecessors) VALUES (:code, :version, :name, :predecessors)
    ON CONFLICT (code) DO UPDATE SET version = excluded.version, name = excluded.name, predecessors = excluded.predecessors
     WHERE known_unit.version < excluded.version""")
_KEEP_REPORT = text("""
    INSERT INTO printed_document (fingerprint, kind, period_id, subject) VALUES (:fingerprint, :kind, :period_id, :unit_code)
    ON CONFLICT DO NOTHING""")
_SAVE_APPRAISED = text("""
    INSERT INTO known_appraised_sheet (appraisal_id, sheet_id, appraiser_code, version, body)
    VALUES (:appraisal_id, :sheet_id, :appraiser_code, :version, CAST(:body AS jsonb))
    ON CONFLICT (sheet_id, appraisal_id) DO UPDATE SET version = excluded.version, body = excluded.body
     WHERE known_appraised_sheet.version < excluded.version
    RETURNING sheet_id""")
_SAVE_APPRAISAL = text("""
    INSERT INTO known_appraisal (appraisal_id, period_id, appraiser_code, version, body)
    VALUES (:appraisal_id, :period_id, :appraiser_code, :version, CAST(:body AS jsonb))
    ON CONFLICT (appraisal_id) DO UPDATE SET version = excluded.version, body = excluded.body
     WHERE known_appraisal.version < excluded.version""")
_SAVE_SURVEY = text("""
    INSERT INTO known_survey (campaign_id, form, version, period_ids, closed)
    VALUES (:campaign_id, :form, :version, :period_ids, :closed)
    ON CONFLICT (campaign_id, form) DO UPDATE
       SET version = excluded.version, period_ids = excluded.period_ids, closed = excluded.closed
     WHERE known_survey.version < excluded.version
    RETURNING form""")
_CLEAR_SURVEY_OF_UNIT = text("DELETE FROM known_survey_of_unit WHERE campaign_id = :campaign_id AND form = :form")
_SAVE_SURVEY_OF_UNIT = text("""
    INSERT INTO known_survey_of_unit (campaign_id, form, unit_code, valid, counts)
    SELECT :campaign_id, :form, unit_code, valid, CAST(counts AS jsonb)
      FROM unnest(CAST(:unit_code AS text[]), CAST(:valid AS bigint[]), CAST(:counts AS text[])) AS u(unit_code, valid, counts)
    ON CONFLICT (campaign_id, unit_code, form) DO UPDATE SET valid = excluded.valid, counts = excluded.counts""")
_MARK_SHEET = text("INSERT INTO stale_sheet (sheet_id, period_id) VALUES (:sheet_id, :period_id)")
_MARK_SHEETS_OF_PERIODS = text("""
    INSERT INTO stale_sheet (sheet_id, period_id) SELECT sheet_id, period_id FROM known_sheet WHERE period_id = ANY(:period_ids)""")
_MARK_PERIODS = text("INSERT INTO stale_period (period_id) SELECT unnest(CAST(:period_ids AS uuid[]))")
_WAKE = text(f"SELECT pg_notify('{CHANNEL}', '')")


async def save_criteria_set(tx: AsyncConnection, event: CriteriaSetPublishedV1) -> None:
    """Keep a published set; it never changes. Periods that waited for it are still marked."""
    body = orjson.dumps({"decision": event.decision.model_dump(mode="json"), "document": event.document}).decode()
    await tx.execute(_SAVE_SET, {"id": event.criteria_set_id, "code": event.code, "version": event.version, "body": body})
    await tx.execute(_WAKE)


async def save_survey_forms(tx: AsyncConnection, event: SurveyFormsPublishedV1) -> None:
    """Keep published forms; they never change. Periods that waited for them are still marked."""
    body = orjson.dumps(event.document).decode()
    await tx.execute(_SAVE_FORMS, {"id": event.survey_forms_id, "version": event.version, "body": body})
    await tx.execute(_WAKE)


async def save_period(tx: AsyncConnection, event: PeriodState) -> None:
    """Keep a period with its sheets, and mark what its change decides: a moved clock marks the period, a new deadline its sheets too."""
    sheets = [s.model_dump(mode="json") for s in event.sheets]
    saved = (
        await tx.execute(
            _SAVE_PERIOD,
            {
                "period_id": event.period_id,
                "program": event.program,
                "year": event.year,
                "rehearsal": event.rehearsal,
                "par_period_id": event.par_period_id,
                "clock_version": event.clock_version,
                "version": event.version,
                "sheets_digest": hashlib.sha256(orjson.dumps(sheets)).hexdigest(),
                "body": event.model_dump_json(exclude={"sheets"}),
                "idle": _IDLE_FIELDS,
            },
        )
    ).first()
    if saved is None:
        return
    if saved.new_sheets and event.sheets:
        await _save_sheets(tx, event)
    await mark_periods(tx, [event.period_id], sheets_too=saved.decides_sheets or saved.new_appraisers)


async def _save_sheets(tx: AsyncConnection, event: PeriodState) -> None:
    names = ("sheet_id", "criteria_set_id", "set_code", "unit_code", "unit_name", "unit_type", "ranking_group")
    columns = {name: [getattr(s, name) for s in event.sheets] for name in names}
    columns["name_sort_key"] = [name_sort_key(s.unit_name, s.unit_code) for s in event.sheets]
    await tx.execute(_SAVE_SHEETS, {"period_id": event.period_id, **columns})


async def save_self_assessment(tx: AsyncConnection, event: SelfAssessmentState) -> None:
    """Keep what a sheet said when it was sent, or that it was recalled; the fingerprint of a sent report can be checked for ever."""
    sent_at = event.sent_at if event.status == "sent" else None
    body = event.model_dump_json(include={"answers", "status"})
    mine = {"sheet_id": event.sheet_id, "version": event.version, "sent_at": sent_at, "body": body}
    if event.report_fingerprint is not None:
        report = {"fingerprint": event.report_fingerprint, "period_id": event.period_id, "unit_code": event.unit_code}
        await tx.execute(_KEEP_REPORT, {**report, "kind": "self_assessment"})
    if (await tx.execute(_SAVE_SELF_ASSESSMENT, mine)).first() is not None:
        await mark_sheet(tx, event.sheet_id, event.period_id)


async def save_printed_record(tx: AsyncConnection, event: RecordPrintedV1) -> None:
    """Keep the fingerprint of an appraisal record, to be checked for ever."""
    record = {"fingerprint": event.fingerprint, "period_id": event.period_id, "unit_code": event.unit_code}
    await tx.execute(_KEEP_REPORT, {**record, "kind": "appraisal_record"})


async def save_appraised_sheet(tx: AsyncConnection, event: AppraisedSheetChangedV1) -> None:
    """Keep what one agency gave to one sheet."""
    mine = {"appraisal_id": event.appraisal_id, "sheet_id": event.sheet_id, "appraiser_code": event.appraiser_code}
    saved = await tx.execute(
        _SAVE_APPRAISED, {**mine, "version": event.version, "body": event.model_dump_json(include={"items", "knock_outs"})}
    )
    if saved.first() is not None:
        await mark_sheet(tx, event.sheet_id, event.period_id)


async def save_appraisal(tx: AsyncConnection, event: AppraisalState) -> None:
    """Keep the state of an agency's appraisal."""
    mine = {"appraisal_id": event.appraisal_id, "period_id": event.period_id, "appraiser_code": event.appraiser_code}
    await tx.execute(_SAVE_APPRAISAL, {**mine, "version": event.version, "body": event.model_dump_json()})
    await mark_periods(tx, [event.period_id], sheets_too=False)


async def save_survey(tx: AsyncConnection, event: SurveyClosedV1) -> None:
    """Keep the totals of a closed form."""
    mine = {"campaign_id": event.campaign_id, "form": event.form}
    if not await _is_newer(tx, event, closed=True):
        return
    units, valid, counts = [], [], []
    for unit in event.units:
        by_question: dict[str, dict[str, int]] = {}
        for c in unit.counts:
            by_question.setdefault(c.question, {})[c.option] = c.count
        units.append(unit.unit_code)
        valid.append(unit.valid)
        counts.append(orjson.dumps(by_question).decode())
    await tx.execute(_CLEAR_SURVEY_OF_UNIT, mine)
    await tx.execute(_SAVE_SURVEY_OF_UNIT, {**mine, "unit_code": units, "valid": valid, "counts": counts})
    await mark_periods(tx, event.period_ids, sheets_too=True)


async def save_survey_reopened(tx: AsyncConnection, event: SurveyReopenedV1) -> None:
    """Keep that a form is open again; its totals go, and what stood on them is provisional."""
    if await _is_newer(tx, event, closed=False):
        await tx.execute(_CLEAR_SURVEY_OF_UNIT, {"campaign_id": event.campaign_id, "form": event.form})
        await mark_periods(tx, event.period_ids, sheets_too=True)


async def _is_newer(tx: AsyncConnection, event: SurveyClosedV1 | SurveyReopenedV1, *, closed: bool) -> bool:
    keys = {"campaign_id": event.campaign_id, "form": event.form, "version": event.version, "period_ids": list(event.period_ids)}
    return (await tx.execute(_SAVE_SURVEY, {**keys, "closed": closed})).first() is not None


async def mark_sheet(tx: AsyncConnection, sheet_id: UUID, period_id: UUID) -> None:
    """The sheet's result is to be computed again, and its period judged again. The period may still be unknown."""
    await tx.execute(_MARK_SHEET, {"sheet_id": sheet_id, "period_id": period_id})
    await mark_periods(tx, [period_id], sheets_too=False)


async def mark_periods(tx: AsyncConnection, period_ids: Sequence[UUID], *, sheets_too: bool) -> None:
    """Periods are to be judged again; with `sheets_too` each of their sheets is computed again first."""
    if not period_ids:
        return
    if sheets_too:
        await tx.execute(_MARK_SHEETS_OF_PERIODS, {"period_ids": list(period_ids)})
    await tx.execute(_MARK_PERIODS, {"period_ids": list(period_ids)})
    await tx.execute(_WAKE)


async def save_unit(tx: AsyncConnection, unit: UnitChangedV1) -> None:
    """Keep a unit's name and predecessors."""
    values = {"code": unit.code, "version": unit.version, "name": unit.name, "predecessors": list(unit.predecessors)}
    await tx.execute(_SAVE_UNIT, values)
