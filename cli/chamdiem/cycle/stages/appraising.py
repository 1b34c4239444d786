"""Each agency's lead scores the lines of the agency's items, on sent sheets and on those that can no longer be sent (rules §4)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import timedelta
from typing import Any

from chamdiem.cycle.api import Problem
from chamdiem.cycle.lines import AppraisedLine
from chamdiem.cycle.scene import Scene, Sheet
from chamdiem.cycle.stages.clocks import move_clocks
from chamdiem.cycle.together import batches, each
from chamdiem_rules.set_types import Program

APPRAISED = "appraised.csv"
_REASON = "Gia hạn thẩm định: còn đơn vị được gửi sau khi giai đoạn thẩm định kết thúc."
_AFTER = timedelta(microseconds=1)


@dataclass(frozen=True)
class AppraisedSheet:
    """Who appraises and confirms what on a sheet, as the appraisal service says: agency by item, and by manual knock-out."""

    items: Mapping[str, str]
    knock_outs: Mapping[str, str]

    @property
    def any_agency(self) -> str | None:
        """An agency that sees the sheet: whoever is asked about what nobody appraises there."""
        return next((agency for agencies in (self.items, self.knock_outs) for agency in agencies.values()), None)


Assignments = Mapping[str, AppraisedSheet]
"""By sheet id."""


async def begin_appraisal(scene: Scene) -> Assignments:
    """Move the clocks to when every sheet can be appraised, and wait until the appraisal service has each as it was sent."""
    phases = scene.folder.plan.phases
    clocks = [period.clock_at for period in scene.periods.values()]
    ended = [scene.last_instant_of(sheet) + _AFTER for sheet in scene.sheets.values()]
    at = max([phases.appraisal_from, *clocks, *ended])
    await move_clocks(scene, at)
    if phases.appraisal_to is not None and at > phases.appraisal_to:
        for period in scene.periods.values():
            asked = {"to": at.isoformat(), "reason": _REASON}
            await scene.api.post(scene.cast.manager, f"/appraisal/periods/{period.id}/phase-extension", asked)
    found = await each(scene.sheets.values(), lambda sheet: _as_sent(scene, sheet))
    return {sheet.id: appraised for sheet, appraised in zip(scene.sheets.values(), found, strict=True)}


async def _as_sent(scene: Scene, sheet: Sheet) -> AppraisedSheet:
    async def seen() -> dict[str, Any] | None:
        try:
            found: dict[str, Any] = await scene.api.get(scene.cast.manager, f"/appraisal/sheets/{sheet.id}")
        except Problem as problem:
            if problem.status == 404:
                return None
            raise
        return found if found["is_sent"] == (sheet.id in scene.sent) else None

    found = await scene.api.until("phiếu đã gửi ở dịch vụ thẩm định", seen)
    return AppraisedSheet(
        items={item["item"]: item["appraiser_code"] for item in found["items"] if item["appraiser_code"]},
        knock_outs={knock_out["code"]: knock_out["appraiser_code"] for knock_out in found["knock_outs"]},
    )


async def appraise(scene: Scene, assignments: Assignments) -> None:
    """Save the appraised lines, each agency's in their order."""
    by_appraisal: dict[tuple[Program, str], list[tuple[AppraisedLine, dict[str, Any]]]] = {}
    for line in scene.folder.appraised.lines:
        sheet = scene.sheet_of(line)
        if sheet is None:
            scene.refuse_by_rule(APPRAISED, line.line, *scene.place_fault(line))
            continue
        if line.not_applicable not in ("", "yes"):
            scene.refuse_by_rule(APPRAISED, line.line, "not_applicable", "value-not-allowed")
            continue
        assigned = assignments[sheet.id]
        agency = assigned.items.get(line.item) or assigned.any_agency
        if agency is None:
            scene.refuse_by_rule(APPRAISED, line.line, "item", "unknown-item" if sheet.criteria.item(line.item) is None else "system-item")
            continue
        by_appraisal.setdefault((sheet.program, agency), []).append((line, _score(sheet, line)))
    await each(by_appraisal.items(), lambda entry: _save(scene, *entry))


async def _save(scene: Scene, appraisal: tuple[Program, str], lines: list[tuple[AppraisedLine, dict[str, Any]]]) -> None:
    lead = scene.cast.leads[appraisal[1]]
    for batch in batches(lines, lambda entry: _size(entry[0])):
        place = f"/appraisal/appraisals/{scene.appraisals[appraisal]}/scores"
        refused = await scene.api.batch(lead, place, [score for _, score in batch])
        for problem in refused:
            scene.refuse_problem(APPRAISED, batch[problem.index][0].line, problem, problem.column)
        scene.counts["appraised"] += len(batch) - len(refused)


def _score(sheet: Sheet, line: AppraisedLine) -> dict[str, Any]:
    return {
        "sheet_id": sheet.id,
        "item": line.item,
        "score": line.score,
        "count": line.count,
        "not_applicable": line.not_applicable == "yes",
        "reason": line.reason,
    }


def _size(line: AppraisedLine) -> int:
    return sum(len(str(getattr(line, field.name))) for field in fields(line))
