"""Each unit's head sends what was approved at the instant its line says (Điều 9.3)."""

from collections.abc import Sequence

from chamdiem.cycle.api import Problem
from chamdiem.cycle.lines import SentLine
from chamdiem.cycle.scene import Scene, Sheet
from chamdiem.cycle.sending_order import SENT, TimedSend
from chamdiem.cycle.stages.clocks import move_clocks


async def send_too_early(scene: Scene, sends: Sequence[TimedSend]) -> None:
    """The sends before the phase, at their instants: refused before anything else is looked at, also where there is no sheet."""
    for send in sends:
        await move_clocks(scene, send.at)
        sheet = scene.sheet_of(send.line)
        if sheet is None:
            scene.refuse_by_rule(SENT, send.line.line, "sent_at", "too-early")
        else:
            await _send(scene, sheet, send.line)


def sheets_to_approve(scene: Scene, sends: Sequence[TimedSend]) -> list[Sheet]:
    """The sheets that a head is about to send while they still may be sent."""
    placed = ((send.at, scene.sheet_of(send.line)) for send in sends)
    return list({sheet: None for at, sheet in placed if sheet is not None and at <= scene.last_instant_of(sheet)})


async def send_sheets(scene: Scene, sends: Sequence[TimedSend]) -> None:
    """The other sends in their order."""
    for send in sends:
        sheet = scene.sheet_of(send.line)
        if sheet is None:
            scene.refuse_by_rule(SENT, send.line.line, *scene.place_fault(send.line))
            continue
        await move_clocks(scene, send.at)
        await _send(scene, sheet, send.line)


async def _send(scene: Scene, sheet: Sheet, line: SentLine) -> None:
    try:
        await scene.api.post(scene.cast.heads[sheet.unit_code], f"/assessment/sheets/{sheet.id}/send")
    except Problem as problem:
        scene.refuse_problem(SENT, line.line, problem)
        return
    scene.sent.add(sheet.id)
    scene.counts["sent"] += 1
