"""The unit's head exports the report, approves exactly it, and attaches it signed (Điều 9.2)."""

from chamdiem.cycle.api import Problem
from chamdiem.cycle.scene import Scene, Sheet
from chamdiem.cycle.stages.uploading import FileOfUnit, NotTaken, upload_content

SIGNED_REPORT = "Báo cáo tự đánh giá (đã ký).pdf"


async def approve(scene: Scene, sheet: Sheet) -> None:
    """As far as the platform lets the head: sending says what is wrong otherwise."""
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
