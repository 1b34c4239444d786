"""Copies of foreign facts: the newest version of each is kept, an older one is passed over; none refers to another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.appraisal import AppraisalState, AppraisedSheetChangedV1
from chamdiem_contracts.assessment import CriteriaSetPublishedV1, PeriodState, SelfAssessmentState, SurveyClosedV1, SurveyFormsPublishedV1
from chamdiem_rules.assign import ConflictRule, appraisers_of_sheet
from chamdiem_rules.criteria_set import CriteriaSet, read_criteria_set
from chamdiem_rules.document import load_json
from chamdiem_rules.name_order import name_sort_key
from chamdiem_rules.survey_forms import SurveyForms, read_survey_forms

_SAVE_SET = text("""
    INSERT INTO known_criteria_set (criteria_set_id, code, version, body) VALUES (:id, :code, :version, CAST(:body AS jsonb))
    ON CONFLICT (criteria_set_id) DO NOTHING""")
_SAVE_FORMS = text("""
    INSERT INTO known_survey_forms (survey_forms_id, version, body) VALUES (:id, :version, CAST(:body AS jsonb))
    ON CONFLICT (survey_forms_id) DO NOTHING""")
_SAVE_PERIOD = text("""
    INSERT INTO known_period (period_id, program, year, rehearsal, par_period_id, clock_version, version, body)
    VALUES (:period_id, :program, :year, :rehearsal, :par_period_id, :clock_version, :version, CAST(:body AS jsonb))
    ON CONFLICT (period_id) DO UPDATE SET par_period_id = excluded.par_period_id, clock_version = excluded.clock_version,
           version = excluded.version, body = excluded.body
     WHERE known_period.version < excluded.version
    RETURNING old.body IS NULL OR old.body - CAST(:clock AS text[]) <> new.body - CAST(:clock AS text[]) AS changed""")
_CLOCK_FIELDS = ["clock_at", "clock_version", "version"]
_SAVE_SHEET = text("""
    INSERT INTO known_sheet (sheet_id, period_id, criteria_set_id, set_code, unit_code, unit_name, unit_type, ranking_group, name_sort_key)
    VALUES (:sheet_id, :period_id, :criteria_set_id, :set_code, :unit_code, :unit_name, :unit_type, :ranking_group, :name_sort_key)
    ON CONFLICT (sheet_id) DO UPDATE SET criteria_set_id = excluded.criteria_set_id, set_code = excluded.set_code
     WHERE known_sheet.criteria_set_id <> excluded.criteria_set_id""")
_SAVE_SELF_ASSESSMENT = text("""
    INSERT INTO known_self_assessment (sheet_id, version, sent_at, body) VALUES (:sheet_id, :version, :sent_at, CAST(:body AS jsonb))
    ON CONFLICT (sheet_id) DO UPDATE SET version = excluded.version, sent_at = excluded.sent_at, body = excluded.body
     WHERE known_self_assessment.version < excluded.version""")
_SAVE_APPRAISED = text("""
    INSERT INTO known_appraised_sheet (appraisal_id, sheet_id, version, body)
    VALUES (:appraisal_id, :sheet_id, :version, CAST(:body AS jsonb))
    ON CONFLICT (sheet_id, appraisal_id) DO UPDATE SET version = excluded.version, body = excluded.body
     WHERE known_appraised_sheet.version < excluded.version""")
_SAVE_APPRAISAL = text("""
    INSERT INTO known_appraisal (appraisal_id, period_id, appraiser_code, version, body)
    VALUES (:appraisal_id, :period_id, :appraiser_code, :version, CAST(:body AS jsonb))
    ON CONFLICT (appraisal_id) DO UPDATE SET version = excluded.version, body = excluded.body
     WHERE known_appraisal.version < excluded.version""")
_SAVE_SURVEY = text("""
    INSERT INTO known_survey (campaign_id, form, version, period_ids) VALUES (:campaign_id, :form, :version, :period_ids)
    ON CONFLICT (campaign_id, form) DO UPDATE SET version = excluded.version, period_ids = excluded.period_ids
     WHERE known_survey.version < excluded.version
    RETURNING form""")
_SAVE_SURVEY_OF_UNIT = text("""
    INSERT INTO known_survey_of_unit (campaign_id, form, unit_code, valid, counts)
    VALUES (:campaign_id, :form, :unit_code, :valid, CAST(:counts AS jsonb))
    ON CONFLICT (campaign_id, unit_code, form) DO UPDATE SET valid = excluded.valid, counts = excluded.counts""")
_STALE_SHEET = text("""
    INSERT INTO stale_sheet (sheet_id, period_id) SELECT sheet_id, period_id FROM known_sheet WHERE sheet_id = :sheet_id
    ON CONFLICT DO NOTHING""")
_STALE_SHEETS_OF_PERIOD = text("""
    INSERT INTO stale_sheet (sheet_id, period_id) SELECT sheet_id, period_id FROM known_sheet WHERE period_id = ANY(:period_ids)
    ON CONFLICT DO NOTHING""")
_STALE_PERIOD = text("""
    INSERT INTO stale_period (period_id) SELECT unnest(CAST(:period_ids AS uuid[])) ON CONFLICT DO NOTHING""")
_STALE_PERIOD_OF_SHEET = text("""
    INSERT INTO stale_period (period_id) SELECT period_id FROM known_sheet WHERE sheet_id = :sheet_id ON CONFLICT DO NOTHING""")
_PERIODS_OF_SET = text("SELECT period_id, body FROM known_period")
CHANNEL = "chamdiem_stale"
_NOTIFY = text(f"SELECT pg_notify('{CHANNEL}', '')")


async def save_criteria_set(tx: AsyncConnection, event: CriteriaSetPublishedV1) -> None:
    """Keep a published set; it never changes."""
    body = orjson.dumps(event.document).decode()
    await tx.execute(_SAVE_SET, {"id": event.criteria_set_id, "code": event.code, "version": event.version, "body": body})


async def save_survey_forms(tx: AsyncConnection, event: SurveyFormsPublishedV1) -> None:
    """Keep published forms; they never change."""
    await tx.execute(_SAVE_FORMS, {"id": event.survey_forms_id, "version": event.version, "body": orjson.dumps(event.document).decode()})


async def save_period(tx: AsyncConnection, event: PeriodState) -> bool:
    """Keep a period with its sheets. Whether more than its clock changed, so that its sheets are to be judged again."""
    saved = await tx.execute(
        _SAVE_PERIOD,
        {
            "period_id": event.period_id,
            "program": event.program,
            "year": event.year,
            "rehearsal": event.rehearsal,
            "par_period_id": event.par_period_id,
            "clock_version": event.clock_version,
            "version": event.version,
            "body": event.model_dump_json(exclude={"sheets"}),
            "clock": _CLOCK_FIELDS,
        },
    )
    changed = saved.scalar()
    if changed and event.sheets:
        await tx.execute(
            _SAVE_SHEET,
            [
                {
                    "sheet_id": s.sheet_id,
                    "period_id": event.period_id,
                    "criteria_set_id": s.criteria_set_id,
                    "set_code": s.set_code,
                    "unit_code": s.unit_code,
                    "unit_name": s.unit_name,
                    "unit_type": s.unit_type,
                    "ranking_group": s.ranking_group,
                    "name_sort_key": name_sort_key(s.unit_name, s.unit_code),
                }
                for s in event.sheets
            ],
        )
    return bool(changed)


async def save_self_assessment(tx: AsyncConnection, event: SelfAssessmentState) -> None:
    """Keep what a sheet said when it was sent, or that it was recalled."""
    sent_at = event.sent_at if event.status == "sent" else None
    body = event.model_dump_json(include={"answers", "status"})
    await tx.execute(_SAVE_SELF_ASSESSMENT, {"sheet_id": event.sheet_id, "version": event.version, "sent_at": sent_at, "body": body})


async def save_appraised_sheet(tx: AsyncConnection, event: AppraisedSheetChangedV1) -> None:
    """Keep what one agency gave to one sheet."""
    await tx.execute(
        _SAVE_APPRAISED,
        {"appraisal_id": event.appraisal_id, "sheet_id": event.sheet_id, "version": event.version, "body": event.model_dump_json()},
    )


async def save_appraisal(tx: AsyncConnection, event: AppraisalState) -> None:
    """Keep the state of an agency's appraisal."""
    await tx.execute(
        _SAVE_APPRAISAL,
        {
            "appraisal_id": event.appraisal_id,
            "period_id": event.period_id,
            "appraiser_code": event.appraiser_code,
            "version": event.version,
            "body": event.model_dump_json(),
        },
    )


async def save_survey(tx: AsyncConnection, event: SurveyClosedV1) -> None:
    """Keep the totals of a closed form."""
    mine = {"campaign_id": event.campaign_id, "form": event.form}
    saved = await tx.execute(_SAVE_SURVEY, {**mine, "version": event.version, "period_ids": list(event.period_ids)})
    if saved.first() is None or not event.units:
        return
    rows = []
    for unit in event.units:
        counts: dict[str, dict[str, int]] = {}
        for c in unit.counts:
            counts.setdefault(c.question, {})[c.option] = c.count
        rows.append({**mine, "unit_code": unit.unit_code, "valid": unit.valid, "counts": orjson.dumps(counts).decode()})
    await tx.execute(_SAVE_SURVEY_OF_UNIT, rows)


async def mark_sheet_stale(tx: AsyncConnection, sheet_id: UUID) -> None:
    """The sheet's result is to be computed again, and its period judged again."""
    await tx.execute(_STALE_SHEET, {"sheet_id": sheet_id})
    await tx.execute(_STALE_PERIOD_OF_SHEET, {"sheet_id": sheet_id})
    await tx.execute(_NOTIFY)


async def mark_periods_stale(tx: AsyncConnection, period_ids: Sequence[UUID], *, sheets_too: bool) -> None:
    """Periods are to be judged again; with `sheets_too` each of their sheets is computed again first."""
    if sheets_too:
        await tx.execute(_STALE_SHEETS_OF_PERIOD, {"period_ids": list(period_ids)})
    await tx.execute(_STALE_PERIOD, {"period_ids": list(period_ids)})
    await tx.execute(_NOTIFY)


async def periods_waiting_for(
    tx: AsyncConnection, *, criteria_set_id: UUID | None = None, survey_forms_id: UUID | None = None
) -> list[UUID]:
    """Known periods that use a set or forms which arrived after them."""
    rows = (await tx.execute(_PERIODS_OF_SET)).all()
    return [
        r.period_id
        for r in rows
        if (criteria_set_id is not None and any(s["criteria_set_id"] == str(criteria_set_id) for s in r.body["criteria_sets"]))
        or (survey_forms_id is not None and r.body["survey_forms_id"] == str(survey_forms_id))
    ]


_PERIOD = text("SELECT body FROM known_period WHERE period_id = :period_id")
_SETS = text("SELECT criteria_set_id, body::text AS body FROM known_criteria_set WHERE criteria_set_id = ANY(:ids)")
_FORMS = text("SELECT body::text AS body FROM known_survey_forms WHERE survey_forms_id = :id")
_APPRAISALS = text("SELECT body FROM known_appraisal WHERE period_id = :period_id ORDER BY appraiser_code")
_SURVEYS = text("SELECT campaign_id, form FROM known_survey WHERE :period_id = ANY(period_ids)")
_DEPENDENTS = text("SELECT period_id FROM known_period WHERE par_period_id = :period_id")
_CLOCK = text("SELECT clock_version, body->>'clock_at' AS clock_at FROM known_period WHERE period_id = :period_id")
_HELD_VERSIONS = text("""
    SELECT a.sheet_id, a.version FROM known_appraised_sheet a WHERE a.appraisal_id = :appraisal_id""")


async def period_of(tx: AsyncConnection, period_id: UUID) -> PeriodState | None:
    """The period as last told, without its sheets; None while it is not known."""
    body = (await tx.execute(_PERIOD, {"period_id": period_id})).scalar()
    return None if body is None else PeriodState.model_validate(body)


@lru_cache(maxsize=64)
def _read_forms(body: str) -> SurveyForms:
    return read_survey_forms(load_json(body))


@lru_cache(maxsize=64)
def _read_set(body: str, forms_body: str | None) -> CriteriaSet:
    return read_criteria_set(load_json(body), None if forms_body is None else _read_forms(forms_body))


@dataclass(frozen=True)
class RulesOfPeriod:
    """The sets of a period by id, and its forms."""

    sets: Mapping[UUID, CriteriaSet]
    forms: SurveyForms | None


async def rules_of(tx: AsyncConnection, period: PeriodState) -> RulesOfPeriod | None:
    """What a period is judged by; None while a set or the forms have not arrived."""
    wanted = [s.criteria_set_id for s in period.criteria_sets]
    bodies = {r.criteria_set_id: r.body for r in await tx.execute(_SETS, {"ids": wanted})}
    forms_body: str | None = None
    if period.survey_forms_id is not None:
        forms_body = (await tx.execute(_FORMS, {"id": period.survey_forms_id})).scalar()
        if forms_body is None:
            return None
    if set(bodies) != set(wanted):
        return None
    return RulesOfPeriod(
        {id_: _read_set(body, forms_body) for id_, body in bodies.items()}, None if forms_body is None else _read_forms(forms_body)
    )


async def appraisals_of(tx: AsyncConnection, period_id: UUID) -> list[AppraisalState]:
    """Every appraisal of a period as last told."""
    return [AppraisalState.model_validate(b) for b in (await tx.execute(_APPRAISALS, {"period_id": period_id})).scalars()]


async def held_versions(tx: AsyncConnection, appraisal_id: UUID) -> dict[UUID, int]:
    """Which appraised sheets of an appraisal have arrived, and in which version."""
    return {r.sheet_id: r.version for r in await tx.execute(_HELD_VERSIONS, {"appraisal_id": appraisal_id})}


async def closed_forms(tx: AsyncConnection, period_id: UUID) -> dict[str, UUID]:
    """The closed forms that serve a period, with their campaign."""
    return {r.form: r.campaign_id for r in await tx.execute(_SURVEYS, {"period_id": period_id})}


async def periods_using_par(tx: AsyncConnection, period_id: UUID) -> list[UUID]:
    """Task-completion periods that name this PAR period."""
    return list((await tx.execute(_DEPENDENTS, {"period_id": period_id})).scalars())


async def clock_of(tx: AsyncConnection, period_id: UUID) -> tuple[int, datetime | None] | None:
    """The clock's version and instant as known here."""
    row = (await tx.execute(_CLOCK, {"period_id": period_id})).first()
    return None if row is None else (row.clock_version, None if row.clock_at is None else datetime.fromisoformat(row.clock_at))


_UNITS_OF_SETS = text("SELECT criteria_set_id, array_agg(unit_code) AS units FROM known_sheet WHERE period_id = :period_id GROUP BY 1")


async def appraisers_of(tx: AsyncConnection, period: PeriodState, rules: RulesOfPeriod) -> list[str]:
    """The agencies with an item assigned in the period, replacements for own units included (rules §4)."""
    conflict = ConflictRule(period.conflict_enabled, period.conflict_replacements)
    found: set[str] = set()
    for row in await tx.execute(_UNITS_OF_SETS, {"period_id": period.period_id}):
        criteria_set = rules.sets[row.criteria_set_id]
        own_units = {a.unit_code for a in criteria_set.appraisers.values()}
        # Units that are no agency's own are all appraised alike: one of them stands for the rest.
        others = [unit for unit in row.units if unit not in own_units][:1]
        for unit in [*others, *(own_units & set(row.units))]:
            found |= appraisers_of_sheet(criteria_set, unit, conflict).keys()
    return sorted(found)
