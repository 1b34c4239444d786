"""Each unit's head exports, approves and signs the report, then sends it at the instant its line says (Điều 9.2, 9.3)."""

from collections.abc import Sequence

from chamdiem.cycle.api import Problem
from chamdiem.cycle.lines import SentLine
from chamdiem.cycle.scene import Scene, Sheet
from chamdiem.cycle.sending_order import SENT, TimedSend
from chamdiem.cycle.stages.clocks import move_clocks
from chamdiem.cycle.stages.declaring import FileOfUnit, NotTaken, upload_content
from chamdiem.cycle.together import each

SIGNED_REPORT = "Báo cáo tự đánh giá (đã ký).pdf"


async def send_too_early(scene: Scene, sends: Sequence[TimedSend]) -> None:
    """The sends before the phase, at their instants: refused before anything else is looked at, also where there is no sheet."""
    for send in sends:
        await move_clocks(scene, send.at)
        sheet = scene.sheet_of(send.line)
        if sheet is None:
            scene.refuse_by_rule(SENT, send.line.line, "sent_at", "too-early")
        else:
            await _send(scene, sheet, send.line)


async def send_sheets(scene: Scene, sends: Sequence[TimedSend]) -> None:
    """The other sends in their order. Nothing is declared any more, so the reports are prepared side by side before."""
    in_time = {
        sheet: None for send in sends if (sheet := scene.sheet_of(send.line)) is not None and send.at <= scene.last_instant_of(sheet)
    }
    await each(in_time, lambda sheet: _approve(scene, sheet))
    for send in sends:
        sheet = scene.sheet_of(send.line)
        if sheet is None:
            scene.refuse_by_rule(SENT, send.line.line, *scene.place_fault(send.line))
            continue
        await move_clocks(scene, send.at)
        await _send(scene, sheet, send.line)


async def _approve(scene: Scene, sheet: Sheet) -> None:
    """Export, approve and attach, as far as the platform lets the head: sending says what is wrong otherwise."""
    head, api, place = scene.cast.heads[sheet.unit_code], scene.api, f"/assessment/sheets/{sheet.id}"
    try:
        exported = await api.post(head, f"{place}/report")
        await api.post(head, f"{place}/approve", {"fingerprint": exported["fingerprint"]})
        printed = await api.file(head, f"{place}/report.pdf")
        file = FileOfUnit(sheet.unit_code, sheet.program, SIGNED_REPORT)
        given = await upload_content(scene, file, len(printed), printed)
        if not isinstance(given, NotTaken):
            await api.put(head, f"{place}/signed-report", {"evidence_id": given})
    except Problem:
        return


async def _send(scene: Scene, sheet: Sheet, line: SentLine) -> None:
    try:
        await scene.api.post(scene.cast.heads[sheet.unit_code], f"/assessment/sheets/{sheet.id}/send")
    except Problem as problem:
        scene.refuse_problem(SENT, line.line, problem)
        return
    scene.sent.add(sheet.id)
    scene.counts["sent"] += 1
