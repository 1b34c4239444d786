"""Criteria sets and forms are published; periods planned, opened, and their phases changed."""

from typing import Any

from chamdiem.demo.documents import SetDocument
from chamdiem.demo.scene import PlayedPeriod, Scene, SheetOfUnit
from chamdiem_rules.set_types import CriteriaSet, Program

_REPLACEMENTS = {
    "SNV": "STP",
    "STP": "SNV",
    "STC": "VPUBND",
    "STTTT": "VPUBND",
    "SKHCN": "VPUBND",
    "SKHDT": "VPUBND",
    "TTT": "VPUBND",
    "VPUBND": "SNV",
}


async def publish_documents(scene: Scene) -> None:
    """The forms, then every set, by decisions of the year before the assessed one's end."""
    forms = await _publish(scene, "survey-forms", {"document": scene.documents.forms_text, "media_type": "yaml"}, 3871)
    scene.forms_id = forms
    for number, (code, document) in enumerate(scene.documents.sets.items(), 4606):
        scene.set_ids[code] = await _publish(scene, "criteria-sets", _set_body(scene, document), number)


async def draft_next_set(scene: Scene) -> None:
    """A draft for the year to come, which differs a little from what is in force."""
    document = next(iter(scene.documents.sets.values()))
    title = document.criteria.title
    changed = SetDocument(document.text.replace(title, f"{title} (dự thảo sửa đổi)"), document.criteria)
    await scene.api.post(scene.company.manager, "/assessment/criteria-sets", _set_body(scene, changed))


def _set_body(scene: Scene, document: SetDocument) -> dict[str, Any]:
    return {"document": document.text, "media_type": "yaml", "survey_forms_id": scene.forms_id}


async def _publish(scene: Scene, kind: str, body: dict[str, Any], number: int) -> str:
    draft = await scene.api.post(scene.company.manager, f"/assessment/{kind}", body)
    decision = {"number": f"{number}/QĐ-UBND", "issued_on": f"{scene.calendar.year - 1}-11-06"}
    published = await scene.api.post(scene.company.manager, f"/assessment/{kind}/{draft['id']}/publish", {"decision": decision})
    return str(published["id"])


async def plan_period(scene: Scene, sets: list[CriteriaSet], year: int, phases: dict[str, Any], **fields: Any) -> PlayedPeriod:
    """A period of these sets' program, planned."""
    program = sets[0].program
    body = {
        "program": program.value,
        "year": year,
        "criteria_set_ids": [scene.set_ids[criteria.code] for criteria in sets],
        "survey_forms_id": scene.forms_id,
        "phases": phases,
        "holidays": [],
        "conflict_appraiser": {"enabled": True, "replacements": _REPLACEMENTS},
        "clarification_rounds": len(phases.get("clarification", ())),
        "unit_sees_scores": "clarification",
        "lock_scope": "writing",
        **fields,
    }
    planned = await scene.api.post(scene.company.manager, "/assessment/periods", body)
    return PlayedPeriod(planned["id"], program, year, body, planned["version"])


async def open_period(scene: Scene, sets: list[CriteriaSet], year: int, phases: dict[str, Any], **fields: Any) -> PlayedPeriod:
    """As `plan_period`, and opened: its sheets and appraisals are there."""
    period = await plan_period(scene, sets, year, phases, **fields)
    api, manager = scene.api, scene.company.manager
    due = {unit.code for unit in scene.documents.units if any(unit.unit_type in criteria.unit_types for criteria in sets)}

    async def all_units_known() -> bool | None:
        opening = await api.get(manager, f"/assessment/periods/{period.id}/opening")
        return {sheet["unit_code"] for sheet in opening["sheets"]} == due or None

    await api.until("mọi đơn vị ở dịch vụ tự đánh giá", all_units_known)
    period.version = (await api.post(manager, f"/assessment/periods/{period.id}/open"))["version"]
    units = {unit.code: unit for unit in scene.documents.units}
    by_code = {criteria.code: criteria for criteria in sets}
    async for sheet in api.pages(manager, f"/assessment/periods/{period.id}/sheets"):
        period.sheets[sheet["unit_code"]] = SheetOfUnit(sheet["sheet_id"], units[sheet["unit_code"]], by_code[sheet["set_code"]])
    due_agencies = {leaf.appraiser for criteria in sets for leaf in criteria.leaves if leaf.appraiser}

    async def appraisals() -> dict[str, str] | None:
        listed = api.pages(manager, "/appraisal/appraisals", {"period_id": period.id})
        found = {appraisal["appraiser_code"]: appraisal["id"] async for appraisal in listed}
        return found if found.keys() >= due_agencies else None

    period.appraisals = await api.until("các kết quả thẩm định của kỳ", appraisals)
    return period


async def change_phases(scene: Scene, period: PlayedPeriod, phases: dict[str, Any]) -> None:
    """Give an open period other phases, and wait until appraisal and ranking go by them."""
    period.body["phases"] = phases
    place = f"/assessment/periods/{period.id}"
    changed = await scene.api.put(scene.company.manager, place, period.body, version=period.version)
    period.version = changed["version"]


def par_of(scene: Scene, *unit_types: str) -> list[CriteriaSet]:
    """The sets of the PAR index for these types of unit."""
    return scene.documents.sets_of(Program.PAR_INDEX, *unit_types)


def tasks_of(scene: Scene) -> list[CriteriaSet]:
    """All sets of task completion."""
    return scene.documents.sets_of(Program.TASK_COMPLETION)
