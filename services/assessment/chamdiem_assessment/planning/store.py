"""Gathers what a period's opening is judged by."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.criteria_set import store as criteria_sets
from chamdiem_assessment.document.domain import DocumentNotFound
from chamdiem_assessment.known.unit import units_valid_on
from chamdiem_assessment.period.domain import Period, PeriodNotFound
from chamdiem_assessment.period.store import list_sheets, load_period
from chamdiem_assessment.planning.domain import Opening, UnitToAssess
from chamdiem_assessment.survey_forms import store as survey_forms
from chamdiem_rules.criteria_set import CriteriaSet, faults_of
from chamdiem_rules.document import Node
from chamdiem_rules.fault import Fault, Findings
from chamdiem_rules.instants import VIETNAM
from chamdiem_rules.survey_forms import SurveyForms


async def load_opening(tx: AsyncConnection, period: Period) -> Opening:
    """All that decides whether the period may open now."""
    sets = [await criteria_sets.load_published(tx, s.criteria_set_id) for s in period.sets]
    day = period.phases.self_assessment_from.astimezone(VIETNAM).date()
    units = await units_valid_on(tx, sorted({t for s in sets for t in s.unit_types}), day)
    par = await _par_period(tx, period.par_period_id)
    return Opening(
        period=period,
        sets=sets,
        units=[UnitToAssess(u.code, u.name, u.unit_type, u.ranking_group) for u in units],
        par_period=par,
        par_sets=[await criteria_sets.load_published(tx, s.criteria_set_id) for s in par.sets] if par else (),
        other_sets=await _other_sets(tx, period, sets),
        form_faults=await _form_faults(tx, period, sets),
    )


async def load_opened(tx: AsyncConnection, period: Period) -> Opening:
    """What decides about a change of an open period: its sets and the units that have a sheet."""
    sets = [await criteria_sets.load_published(tx, s.criteria_set_id) for s in period.sets]
    units = [UnitToAssess(s["unit_code"], s["unit_name"], s["unit_type"], s["ranking_group"]) for s in await list_sheets(tx, period.id)]
    return Opening(period=period, sets=sets, units=units, other_sets=await _other_sets(tx, period, sets))


async def load_amended(tx: AsyncConnection, period: Period) -> Opening:
    """All that decides whether an open period may have the versions that `period` names; the units are those that have a sheet."""
    opening = await load_opening(tx, period)
    return replace(opening, units=(await load_opened(tx, period)).units)


async def load_reference_faults(tx: AsyncConnection, survey_forms_id: UUID | None, par_period_id: UUID | None) -> tuple[Fault, ...]:
    """Survey forms that are not published, and a PAR period that does not exist."""
    faults = []
    if survey_forms_id is not None:
        try:
            await survey_forms.load_published(tx, survey_forms_id)
        except DocumentNotFound:
            faults.append(Fault("survey_forms_id", "không có phiếu khảo sát đã ban hành với mã định danh này."))
    if par_period_id is not None and await _par_period(tx, par_period_id) is None:
        faults.append(Fault("par_period_id", "không có kỳ đánh giá này."))
    return tuple(faults)


async def _par_period(tx: AsyncConnection, period_id: UUID | None) -> Period | None:
    if period_id is None:
        return None
    try:
        return await load_period(tx, period_id)
    except PeriodNotFound:
        return None


async def _other_sets(tx: AsyncConnection, period: Period, sets: Sequence[CriteriaSet]) -> list[CriteriaSet]:
    known = {code for s in sets for code in s.appraisers}
    missing = set(period.conflict.replacements.values()) - known
    if not missing:
        return []
    return [s for s in await criteria_sets.newest_published(tx) if missing & s.appraisers.keys()]


async def _form_faults(tx: AsyncConnection, period: Period, sets: Sequence[CriteriaSet]) -> list[Fault]:
    forms = await survey_forms.load_published(tx, period.survey_forms_id) if period.survey_forms_id else None
    faults: list[Fault] = []
    for place, (in_period, criteria_set) in enumerate(zip(period.sets, sets, strict=True)):
        if not criteria_set.survey_forms:
            continue
        document = await criteria_sets.documents.load(tx, in_period.criteria_set_id, drafts=False)
        if document.survey_forms_id == period.survey_forms_id:
            continue
        if forms is None:
            faults.append(Fault("survey_forms_id", f"bộ tiêu chí {criteria_set.code} có tiêu chí khảo sát; hãy chọn phiếu khảo sát."))
            continue
        found = await asyncio.to_thread(_judge, dict(document.document or {}), forms)
        faults += [Fault(f"criteria_sets[{place}]" + (f".{f.place}" if f.place else ""), f.message) for f in found.faults]
    return faults


def _judge(tree: Node, forms: SurveyForms) -> Findings:
    return faults_of(tree, forms)
