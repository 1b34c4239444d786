"""Leads confirm the manual knock-outs of their agency (rules §6)."""

from typing import Any

from chamdiem.cycle.lines import KnockOutLine
from chamdiem.cycle.scene import Scene
from chamdiem.cycle.stages.appraising import Assignments
from chamdiem.cycle.together import batches, each
from chamdiem_rules.set_types import Program

KNOCK_OUTS = "knock_outs.csv"


async def confirm_knock_outs(scene: Scene, assignments: Assignments) -> None:
    """Confirm the lines; of a repeated one the first stands."""
    by_appraisal: dict[tuple[Program, str], list[tuple[KnockOutLine, dict[str, Any]]]] = {}
    named: set[tuple[str, str]] = set()
    for line in scene.folder.knock_outs.lines:
        sheet = scene.sheet_of(line)
        if sheet is None:
            scene.refuse_by_rule(KNOCK_OUTS, line.line, *scene.place_fault(line))
            continue
        assigned = assignments[sheet.id]
        agency = assigned.knock_outs.get(line.code) or assigned.any_agency
        if agency is None:
            type_ = "unknown-knock-out" if sheet.criteria.knock_out(line.code) is None else "not-manual"
            scene.refuse_by_rule(KNOCK_OUTS, line.line, "code", type_)
        elif line.code in assigned.knock_outs and (sheet.id, line.code) in named:
            scene.refuse_by_rule(KNOCK_OUTS, line.line, "code", "duplicate")
        else:
            named.add((sheet.id, line.code))
            asked = {"sheet_id": sheet.id, "code": line.code, "confirmed": True}
            by_appraisal.setdefault((sheet.program, agency), []).append((line, asked))
    await each(by_appraisal.items(), lambda entry: _confirm(scene, *entry))


async def _confirm(scene: Scene, appraisal: tuple[Program, str], lines: list[tuple[KnockOutLine, dict[str, Any]]]) -> None:
    lead = scene.cast.leads[appraisal[1]]
    for batch in batches(lines, lambda entry: len(entry[0].code)):
        place = f"/appraisal/appraisals/{scene.appraisals[appraisal]}/knock-outs"
        for problem in await scene.api.batch(lead, place, [asked for _, asked in batch]):
            scene.refuse_problem(KNOCK_OUTS, batch[problem.index][0].line, problem, problem.column)
