"""Last year's PAR index of the departments: sent, appraised, aggregated, and before the council now."""

from datetime import datetime, timedelta
from typing import Any

from chamdiem.cycle.api import Problem
from chamdiem.cycle.together import each
from chamdiem.demo.appraising import appraise, send
from chamdiem.demo.filing import fill
from chamdiem.demo.filing import send as send_sheet
from chamdiem.demo.opening import change_phases, open_period, par_of
from chamdiem.demo.scene import PlayedPeriod, Scene
from chamdiem.demo.surveying import hold_survey

_BEGUN_DAYS_AGO = 40
_NOTE = "Đề nghị rà soát lại tỷ lệ hồ sơ giải quyết đúng hạn trước khi kết luận."


async def play_last_year(scene: Scene) -> PlayedPeriod:
    """The period, aggregated, with an open session of the council."""
    sets = par_of(scene, "department")
    period = await open_period(scene, sets, scene.calendar.year - 1, scene.calendar.still_open(_BEGUN_DAYS_AGO))

    async def file(unit_code: str) -> None:
        sheet = period.sheets[unit_code]
        await fill(scene, period, sheet, by_head=True)
        await send_sheet(scene, period, sheet)

    await each(period.sheets, file)
    await end_self_assessment(scene, period, _BEGUN_DAYS_AGO)
    await each(period.appraisals, lambda agency: _appraise_all(scene, period, agency))
    await hold_survey(scene, [period], [sheet.unit for sheet in period.sheets.values()], close=True)
    await _until_aggregated(scene, period)
    await _convene(scene, period)
    return period


async def end_self_assessment(scene: Scene, period: PlayedPeriod, begun_days_ago: int) -> None:
    """Nobody sends any more from now on; returns when appraisal goes by it and has every sheet that was sent."""
    sent_at = await _last_sent(scene, period)
    deadline = datetime.fromisoformat(period.body["phases"]["self_assessment"]["to"])
    late_until = sent_at + timedelta(microseconds=1)
    ended_at = min(deadline, late_until)
    await change_phases(scene, period, scene.calendar.in_appraisal(begun_days_ago, ended_at, late_until))
    await _until_known(scene, period, late_until)


async def _last_sent(scene: Scene, period: PlayedPeriod) -> datetime:
    listed = scene.api.pages(scene.company.manager, f"/assessment/periods/{period.id}/sheets")
    return max([datetime.fromisoformat(sheet["sent_at"]) async for sheet in listed if sheet["sent_at"]])


async def _until_known(scene: Scene, period: PlayedPeriod, appraisal_from: datetime) -> None:
    manager = scene.company.manager
    sheets = [s async for s in scene.api.pages(manager, f"/assessment/periods/{period.id}/sheets") if s["sent_at"]]

    async def phases_known() -> bool | None:
        appraisals = [a async for a in scene.api.pages(manager, "/appraisal/appraisals", {"period_id": period.id})]
        return all(datetime.fromisoformat(a["appraisal_from"]) == appraisal_from for a in appraisals) or None

    async def sheet_known(sheet: dict[str, Any]) -> None:
        async def seen() -> bool | None:
            try:
                found = await scene.api.get(manager, f"/appraisal/sheets/{sheet['sheet_id']}")
            except Problem as problem:
                if problem.status == 404:
                    return None
                raise
            return found["is_sent"] or None

        await scene.api.until("phiếu đã gửi ở dịch vụ thẩm định", seen)

    await scene.api.until("các giai đoạn ở dịch vụ thẩm định", phases_known)
    await each(sheets, sheet_known)


async def _appraise_all(scene: Scene, period: PlayedPeriod, agency: str) -> None:
    await appraise(scene, period, agency)
    await send(scene, period, agency)


async def _until_aggregated(scene: Scene, period: PlayedPeriod) -> None:
    async def aggregated() -> bool | None:
        try:
            result = await scene.api.get(scene.company.manager, f"/ranking/periods/{period.id}")
        except Problem as problem:
            if problem.status == 404:
                return None
            raise
        return result["status"] == "aggregated" or None

    await scene.api.until("kết quả tổng hợp của năm trước", aggregated)


async def _convene(scene: Scene, period: PlayedPeriod) -> None:
    session = await scene.api.post(scene.company.manager, f"/ranking/periods/{period.id}/council-sessions")
    member, chair = scene.company.council
    place = f"/ranking/council-sessions/{session['id']}/agreements"
    await scene.api.post(member, place, {"item": "1.1.1", "agrees": True, "note": ""})
    await scene.api.post(chair, place, {"item": "3.4.1", "agrees": False, "note": _NOTE})
