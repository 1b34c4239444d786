"""This year: the PAR index in the midst of self-assessment, task completion in appraisal; the next year planned, and a rehearsal."""

from chamdiem.cycle.together import each
from chamdiem.demo.appraising import appraise, ask, send
from chamdiem.demo.calendar import Calendar
from chamdiem.demo.filing import approve, fill, give_back, give_leaves, submit
from chamdiem.demo.filing import send as send_sheet
from chamdiem.demo.last_year import end_self_assessment
from chamdiem.demo.opening import change_phases, open_period, par_of, plan_period, tasks_of
from chamdiem.demo.people import APPROVED_UNIT, RETURNED_UNIT, SHOWN_UNIT, SUB_UNIT, WAITING_UNIT
from chamdiem.demo.scene import PlayedPeriod, Scene
from chamdiem.demo.surveying import hand_out_links, hold_survey

_BEGUN_DAYS_AGO = 21
_RETURNED = "Số liệu tiêu chí 1.1.3 chưa khớp với báo cáo quý; đề nghị rà soát và bổ sung báo cáo kết quả thực hiện kế hoạch."
_EXTENDED = "Đơn vị vừa sáp nhập phòng chuyên môn, cần thêm thời gian tổng hợp số liệu."
# Of this year's PAR index: who has sent, and who stands where between nothing and the whole sheet.
_SENT = ("so-tai-chinh", "so-ngoai-vu", "thanh-tra-tinh", "huyen-tho-xuan", "thanh-pho-sam-son")
_WAITING = (WAITING_UNIT, "huyen-ha-trung")
_RETURNED_UNITS = (RETURNED_UNIT, "huyen-ba-thuoc")
_APPROVED = (APPROVED_UNIT, "thi-xa-bim-son")
_PARTLY = {
    SHOWN_UNIT: 0.55,
    "so-noi-vu": 0.8,
    "so-tu-phap": 0.35,
    "van-phong-ubnd-tinh": 0.2,
    "so-khoa-hoc-va-cong-nghe": 0.95,
    "ban-dan-toc": 0.1,
    "thanh-pho-thanh-hoa": 0.7,
    "huyen-muong-lat": 0.15,
    "huyen-quan-hoa": 0.45,
}
_EXTENDED_UNIT = "huyen-muong-lat"
# Of task completion: these never sent, these sent late, and as far the agencies have come.
_NEVER_SENT = ("ban-dan-toc", "huyen-quan-son", "truong-cao-dang-nghe-nghi-son")
_LATE = ("so-lao-dong-thuong-binh-va-xa-hoi", "huyen-lang-chanh")
_DONE_AGENCY = "STC"
_APPRAISED = {"SNV": 0.4, "STP": 0.5, "TTT": 1.0, "SKHDT": 0.15}
_ASKED = (SHOWN_UNIT, "so-xay-dung", "huyen-tho-xuan", "so-tu-phap")


async def begin_this_year(scene: Scene) -> None:
    """Both programs, as far as they have come."""
    par = await _par_index(scene)
    await _task_completion(scene, par)


async def plan_next_year(scene: Scene) -> None:
    """The next period of the PAR index, planned and not open."""
    later = Calendar(scene.calendar.now.replace(year=scene.calendar.now.year + 1, day=min(scene.calendar.now.day, 28)))
    await plan_period(scene, par_of(scene), scene.calendar.year + 1, later.in_self_assessment())


async def rehearse(scene: Scene) -> None:
    """A rehearsal with a clock of its own, in which anything may be tried."""
    sets = par_of(scene, "district")
    at = scene.calendar.at_close(-2).replace(hour=8)
    phases = scene.calendar.in_self_assessment()
    await open_period(scene, sets, scene.calendar.year, phases, rehearsal=True, clock_at=at.isoformat())


async def _par_index(scene: Scene) -> PlayedPeriod:
    period = await open_period(scene, par_of(scene), scene.calendar.year, scene.calendar.in_self_assessment())
    complete = {*_SENT, *_WAITING, *_RETURNED_UNITS, *_APPROVED}

    async def come_so_far(unit_code: str) -> None:
        sheet = period.sheets[unit_code]
        shown = unit_code in (SHOWN_UNIT, WAITING_UNIT, RETURNED_UNIT)
        await fill(scene, period, sheet, share=1.0 if unit_code in complete else _PARTLY[unit_code], files=scene.files if shown else {})
        if unit_code in (*_WAITING, *_RETURNED_UNITS):
            await submit(scene, sheet)
        if unit_code in _RETURNED_UNITS:
            await give_back(scene, sheet, _RETURNED)
        if unit_code in _APPROVED:
            await approve(scene, period, sheet)
        if unit_code in _SENT:
            await send_sheet(scene, period, sheet)

    await each([*complete, *_PARTLY], come_so_far)
    await give_leaves(scene, period.sheets[SHOWN_UNIT], SUB_UNIT, last=4)
    extension = {"unit_code": _EXTENDED_UNIT, "to": scene.calendar.at_close(8).isoformat(), "reason": _EXTENDED}
    await scene.api.post(scene.company.manager, f"/assessment/periods/{period.id}/extensions", extension)
    half = [sheet.unit for sheet in period.sheets.values() if sheet.unit.unit_type == "department"][::2]
    campaign = await hold_survey(scene, [period], half, close=False)
    await hand_out_links(scene, campaign, "KS-ND", SHOWN_UNIT, made=12, answered=7)
    return period


async def _task_completion(scene: Scene, par: PlayedPeriod) -> None:
    calendar = scene.calendar
    period = await open_period(scene, tasks_of(scene), calendar.year, calendar.still_open(_BEGUN_DAYS_AGO), par_period_id=par.id)

    async def file(unit_code: str) -> None:
        sheet = period.sheets[unit_code]
        await fill(scene, period, sheet, by_head=unit_code != SHOWN_UNIT, files=scene.files if unit_code == SHOWN_UNIT else {})
        await send_sheet(scene, period, sheet)

    await each([code for code in period.sheets if code not in (*_NEVER_SENT, *_LATE)], file)
    await change_phases(scene, period, calendar.late_only(_BEGUN_DAYS_AGO, scene.instant()))
    await each(_LATE, file)
    await fill(scene, period, period.sheets[_NEVER_SENT[0]], share=0.6, by_head=True)
    await end_self_assessment(scene, period, _BEGUN_DAYS_AGO)
    await each(_APPRAISED, lambda agency: appraise(scene, period, agency, share=_APPRAISED[agency]))
    await appraise(scene, period, _DONE_AGENCY)
    await ask(scene, period, _DONE_AGENCY, _ASKED)
    await send(scene, period, _DONE_AGENCY)
