"""Criteria sets and forms are published, the rehearsals planned and opened, deadlines extended, the survey campaign begun."""

from datetime import date, datetime
from typing import Any

from chamdiem.cycle.api import part
from chamdiem.cycle.plan import SURVEY_FORMS_CODE, PlannedSet
from chamdiem.cycle.scene import PlayedPeriod, Scene, Sheet
from chamdiem.cycle.together import each
from chamdiem_rules.assign import appraisers_of_sheet, knock_out_appraiser_of
from chamdiem_rules.period_check import PlannedUnit
from chamdiem_rules.set_types import Program


async def publish_documents(scene: Scene) -> None:
    """Draft and publish the forms, then the sets, as they stand in the folder."""
    plan, api, manager = scene.folder.plan, scene.api, scene.cast.manager
    issued_on = date(min(max(plan.year, 1), 9999), 1, 1).isoformat()

    async def publish(kind: str, body: dict[str, Any], number: str) -> dict[str, Any]:
        draft = await api.post(manager, f"/assessment/{kind}", body)
        decision = {"number": f"Diễn tập {number}"[:200], "issued_on": issued_on}
        published: dict[str, Any] = await api.post(manager, f"/assessment/{kind}/{draft['id']}/publish", {"decision": decision})
        return published

    if plan.forms is not None:
        forms = await publish("survey-forms", {"document": plan.forms.text, "media_type": "yaml"}, "phiếu khảo sát")
        scene.survey_forms_id = forms["id"]
        scene.fingerprints[SURVEY_FORMS_CODE] = forms["fingerprint"]

    async def publish_set(planned: PlannedSet) -> None:
        body = {"document": planned.text, "media_type": "yaml", "survey_forms_id": scene.survey_forms_id}
        published = await publish("criteria-sets", body, planned.criteria.code)
        scene.set_ids[planned.criteria.code] = published["id"]
        scene.fingerprints[planned.criteria.code] = published["fingerprint"]

    await each(plan.sets, publish_set)


async def open_periods(scene: Scene, clock_at: datetime) -> None:
    """One rehearsal a program, PAR first so that task completion can name it; their clocks begin at `clock_at`."""
    for program in Program:
        if any(planned.criteria.program is program for planned in scene.folder.plan.sets):
            await _open(scene, program, clock_at)
    await _extend_deadlines(scene)
    if scene.survey_forms_id is not None and scene.periods:
        asked = {"survey_forms_id": scene.survey_forms_id, "period_ids": [p.id for p in scene.periods.values()]}
        campaign = await scene.api.post(scene.cast.manager, "/assessment/survey-campaigns", asked)
        scene.campaign_id = campaign["id"]
    for period in scene.periods.values():
        await _wait_until_told(scene, period)


async def _open(scene: Scene, program: Program, clock_at: datetime) -> None:
    plan, api, manager = scene.folder.plan, scene.api, scene.cast.manager
    sets = {planned.criteria.code: planned.criteria for planned in plan.sets if planned.criteria.program is program}
    par = scene.periods.get(Program.PAR_INDEX) if program is not Program.PAR_INDEX else None
    asked = {
        "program": program.value,
        "year": plan.year,
        "rehearsal": True,
        "clock_at": clock_at.isoformat(),
        "criteria_set_ids": [scene.set_ids[code] for code in sets],
        "survey_forms_id": scene.survey_forms_id,
        "par_period_id": par.id if par else None,
        "phases": {
            "self_assessment": {
                "from": plan.phases.self_assessment_from.isoformat(),
                "to": plan.phases.self_assessment_to.isoformat(),
                "late_until": plan.phases.late_until.isoformat(),
            },
            "appraisal": {"from": plan.phases.appraisal_from.isoformat()}
            | ({"to": plan.phases.appraisal_to.isoformat()} if plan.phases.appraisal_to else {}),
        },
        "holidays": [day.isoformat() for day in plan.holidays],
        "conflict_appraiser": {"enabled": plan.conflict.enabled, "replacements": dict(plan.conflict.replacements)},
    }
    planned = await api.post(manager, "/assessment/periods", asked)
    due = {(code, unit.code) for code, criteria in sets.items() for unit in _assessed(scene, criteria.unit_types)}

    async def all_units_known() -> bool | None:
        opening = await api.get(manager, f"/assessment/periods/{planned['id']}/opening")
        return {(s["set_code"], s["unit_code"]) for s in opening["sheets"]} == due or None

    await api.until("mọi đơn vị ở dịch vụ tự đánh giá", all_units_known)
    await api.post(manager, f"/assessment/periods/{planned['id']}/open")
    scene.periods[program] = PlayedPeriod(planned["id"], program, clock_at, plan.phases.appraisal_to)
    async for sheet in api.pages(manager, f"/assessment/periods/{planned['id']}/sheets"):
        criteria = sets[sheet["set_code"]]
        scene.sheets[criteria.code, sheet["unit_code"]] = Sheet(sheet["sheet_id"], criteria, sheet["unit_code"])
        scene.counts["sheets"] += 1


def _assessed(scene: Scene, unit_types: tuple[str, ...]) -> list[PlannedUnit]:
    registered = set(scene.units)
    return [unit for unit in scene.folder.plan.units if unit.code in registered and unit.unit_type in unit_types]


async def _extend_deadlines(scene: Scene) -> None:
    for extension in scene.folder.plan.extensions:
        period = scene.periods.get(Program(extension.program))
        if period is None or not any(s.program is period.program and s.unit_code == extension.unit_code for s in scene.sheets.values()):
            continue  # a unit without a sheet in that program has no deadline to extend
        asked = {"unit_code": extension.unit_code, "to": extension.to.isoformat(), "reason": extension.reason}
        who = scene.cast.manager_of(extension.unit_code)
        await scene.api.post(who, f"/assessment/periods/{part(period.id)}/extensions", asked)


async def _wait_until_told(scene: Scene, period: PlayedPeriod) -> None:
    """Until the appraisals of the period exist, so that whoever looks for them finds them."""
    conflict = scene.folder.plan.conflict
    due: set[str | None] = {None}
    for sheet in scene.sheets.values():
        if sheet.program is period.program:
            due |= appraisers_of_sheet(sheet.criteria, sheet.unit_code, conflict).keys()
            manual = (k.code for k in sheet.criteria.knock_outs if k.is_manual)
            due |= {knock_out_appraiser_of(sheet.criteria, code, sheet.unit_code, conflict) for code in manual}

    async def appraisals() -> dict[str, str] | None:
        listed = scene.api.pages(scene.cast.manager, "/appraisal/appraisals", {"period_id": period.id})
        found = {appraisal["appraiser_code"]: appraisal["id"] async for appraisal in listed}
        return found if found.keys() >= due - {None} else None

    found = await scene.api.until("các kết quả thẩm định của kỳ", appraisals)
    scene.appraisals |= {(period.program, agency): id_ for agency, id_ in found.items()}
