"""What results stand on, as read from the copies. Sets and forms never change, so this process reads each once."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.appraisal import AppraisalState
from chamdiem_contracts.assessment import Decision, PeriodState
from chamdiem_rules.assign import ConflictRule, appraisers_of_sheet
from chamdiem_rules.criteria_set import CriteriaSet, read_criteria_set
from chamdiem_rules.document import load_json
from chamdiem_rules.survey_forms import SurveyForms, read_survey_forms

_PERIOD = text("SELECT body FROM known_period WHERE period_id = :period_id")
_SETS = text("""
    SELECT criteria_set_id, CAST(body->'document' AS text) AS document, body->'decision' AS decision
      FROM known_criteria_set WHERE criteria_set_id = ANY(:ids)""")
_FORMS = text("SELECT CAST(body AS text) FROM known_survey_forms WHERE survey_forms_id = :id")
_APPRAISALS = text("SELECT body FROM known_appraisal WHERE period_id = :period_id ORDER BY appraiser_code, appraisal_id")
_NOT_YET = text("""
    SELECT count(*) FROM unnest(CAST(:sheets AS uuid[]), CAST(:versions AS bigint[])) AS named(sheet_id, version)
      LEFT JOIN known_appraised_sheet a ON a.appraisal_id = :appraisal_id AND a.sheet_id = named.sheet_id
     WHERE a.version IS NULL OR a.version < named.version""")
_SURVEYS = text("SELECT form FROM known_survey WHERE :period_id = ANY(period_ids) AND closed")
_DEPENDENTS = text("SELECT period_id FROM known_period WHERE par_period_id = :period_id")
_CLOCK = text("SELECT clock_version, body->>'clock_at' AS clock_at FROM known_period WHERE period_id = :period_id")
_UNITS_OF_SETS = text("""
    SELECT criteria_set_id, array_agg(unit_code) FILTER (WHERE unit_code = ANY(:own)) AS own,
           count(*) FILTER (WHERE unit_code <> ALL(:own)) AS others
      FROM known_sheet WHERE period_id = :period_id GROUP BY criteria_set_id""")
_MOST_KEPT = 64


@dataclass(frozen=True)
class SetOfRules:
    """A criteria set with the decision that issued it."""

    criteria_set: CriteriaSet
    decision: Decision


@dataclass(frozen=True)
class RulesOfPeriod:
    """The sets of a period by id, and its forms."""

    issued: Mapping[UUID, SetOfRules]
    forms: SurveyForms | None

    @property
    def sets(self) -> Mapping[UUID, CriteriaSet]:
        """The sets themselves."""
        return {id_: issued.criteria_set for id_, issued in self.issued.items()}


_kept_forms: OrderedDict[UUID, SurveyForms] = OrderedDict()
_kept_sets: OrderedDict[tuple[UUID, UUID | None], SetOfRules] = OrderedDict()


def _keep(kept: OrderedDict[Any, Any], key: Any, value: Any) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > _MOST_KEPT:
        kept.popitem(last=False)


async def period_of(tx: AsyncConnection, period_id: UUID) -> PeriodState | None:
    """The period as last told, without its sheets; None while it is not known."""
    body = (await tx.execute(_PERIOD, {"period_id": period_id})).scalar()
    return None if body is None else PeriodState.model_validate(body)


async def rules_of(tx: AsyncConnection, period: PeriodState) -> RulesOfPeriod | None:
    """What a period is judged by; None while a set or the forms have not arrived."""
    forms = None
    if period.survey_forms_id is not None:
        forms = await _forms(tx, period.survey_forms_id)
        if forms is None:
            return None
    wanted = {s.criteria_set_id: (s.criteria_set_id, period.survey_forms_id) for s in period.criteria_sets}
    missing = [id_ for id_, key in wanted.items() if key not in _kept_sets]
    if missing:
        for row in await tx.execute(_SETS, {"ids": missing}):
            read = read_criteria_set(load_json(row.document), forms)
            _keep(_kept_sets, wanted[row.criteria_set_id], SetOfRules(read, Decision.model_validate(row.decision)))
    found = {id_: _kept_sets[key] for id_, key in wanted.items() if key in _kept_sets}
    return RulesOfPeriod(found, forms) if len(found) == len(wanted) else None


async def _forms(tx: AsyncConnection, survey_forms_id: UUID) -> SurveyForms | None:
    if survey_forms_id not in _kept_forms:
        document = (await tx.execute(_FORMS, {"id": survey_forms_id})).scalar()
        if document is None:
            return None
        _keep(_kept_forms, survey_forms_id, read_survey_forms(load_json(document)))
    return _kept_forms[survey_forms_id]


async def appraisals_of(tx: AsyncConnection, period_id: UUID) -> list[AppraisalState]:
    """Every appraisal of a period as last told."""
    return [AppraisalState.model_validate(b) for b in (await tx.execute(_APPRAISALS, {"period_id": period_id})).scalars()]


async def has_all_sheets_of(tx: AsyncConnection, appraisal: AppraisalState) -> bool:
    """Whether every appraised sheet that a sent appraisal names has arrived, in that version or a newer one."""
    named = {"sheets": [s.sheet_id for s in appraisal.sheets], "versions": [s.version for s in appraisal.sheets]}
    return not (await tx.execute(_NOT_YET, {"appraisal_id": appraisal.appraisal_id, **named})).scalar_one()


async def closed_forms(tx: AsyncConnection, period_id: UUID) -> frozenset[str]:
    """The closed forms that serve a period."""
    return frozenset((await tx.execute(_SURVEYS, {"period_id": period_id})).scalars())


async def periods_using_par(tx: AsyncConnection, period_id: UUID) -> list[UUID]:
    """Task-completion periods that name this PAR period."""
    return list((await tx.execute(_DEPENDENTS, {"period_id": period_id})).scalars())


async def clock_of(tx: AsyncConnection, period_id: UUID) -> tuple[int, datetime | None] | None:
    """The clock's version and instant as known here."""
    row = (await tx.execute(_CLOCK, {"period_id": period_id})).first()
    return None if row is None else (row.clock_version, None if row.clock_at is None else datetime.fromisoformat(row.clock_at))


def conflict_rule(period: PeriodState) -> ConflictRule:
    """Who replaces an agency on its own unit's sheet."""
    return ConflictRule(period.conflict_enabled, period.conflict_replacements)


async def appraisers_of(tx: AsyncConnection, period: PeriodState, rules: RulesOfPeriod) -> list[str]:
    """The agencies with an item assigned in the period, replacements for own units included (rules §4)."""
    conflict = conflict_rule(period)
    own = {a.unit_code for s in rules.sets.values() for a in s.appraisers.values()}
    found: set[str] = set()
    for row in await tx.execute(_UNITS_OF_SETS, {"period_id": period.period_id, "own": sorted(own)}):
        # Units that are no agency's own are all appraised alike: a unit without a name stands for them.
        units: Iterable[str] = [*(row.own or ()), *([""] if row.others else [])]
        for unit in units:
            found |= appraisers_of_sheet(rules.sets[row.criteria_set_id], unit, conflict).keys()
    return sorted(found)
