"""Leads send their appraisals; then everybody waits until each program is aggregated or is known to wait for what does not come."""

from typing import Any

from chamdiem.cycle.api import Problem
from chamdiem.cycle.scene import PlayedPeriod, Scene, Unsent
from chamdiem.cycle.together import each
from chamdiem_rules.set_types import Program

Waiting = frozenset[tuple[str, str]]
"""What a result waits for: kind and name."""


async def send_appraisals(scene: Scene) -> None:
    """Each lead sends the agency's appraisals, PAR index first; what cannot be sent is kept with the items that lack a score."""
    agencies = dict.fromkeys(agency for _, agency in scene.appraisals)
    await each(agencies, lambda agency: _send_all_of(scene, agency))


async def wait_for_results(scene: Scene) -> dict[Program, bool]:
    """Program → whether it was aggregated, once nothing is under way any more."""
    return {period.program: await _wait(scene, period) for period in scene.periods.values()}


async def _send_all_of(scene: Scene, agency: str) -> None:
    for (program, code), appraisal_id in scene.appraisals.items():
        if code != agency:
            continue
        try:
            await scene.api.post(scene.cast.leads[agency], f"/appraisal/appraisals/{appraisal_id}/send")
        except Problem as problem:
            if problem.type != "scores-missing":
                raise
            listed = scene.api.pages(scene.cast.manager, f"/appraisal/appraisals/{appraisal_id}/missing")
            missing = [(m["set_code"], m["unit_code"], m["item"]) async for m in listed]
            scene.unsent.append(Unsent(program, agency, tuple(missing)))


async def _wait(scene: Scene, period: PlayedPeriod) -> bool:
    lacking = _lacking(scene, period.program)
    # Where no appraisal is sent and no survey form closed nothing is computed, and nothing is waited for by name.
    nothing_to_compute = scene.campaign_id is None and lacking >= {
        ("appraisal", agency) for program, agency in scene.appraisals if program is period.program
    }

    async def settled() -> bool | None:
        result: dict[str, Any] = await scene.api.get(scene.cast.manager, f"/ranking/periods/{period.id}")
        if not lacking:
            return result["status"] == "aggregated" or None
        waiting = frozenset((w["kind"], w["name"]) for w in result["waiting_for"])
        return True if waiting == lacking or nothing_to_compute else None

    await scene.api.until(f"kết quả tổng hợp của chương trình {period.program}", settled)
    return not lacking


def _lacking(scene: Scene, program: Program) -> Waiting:
    lacking = {("appraisal", unsent.agency) for unsent in scene.unsent if unsent.program is program}
    uses_par = any(planned.criteria.uses_par_index for planned in scene.folder.plan.sets if planned.criteria.program is program)
    if program is not Program.PAR_INDEX and uses_par and _lacking(scene, Program.PAR_INDEX):
        lacking.add(("par_index", ""))
    return frozenset(lacking)
