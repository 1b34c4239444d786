"""How far a unit has come with its sheet: its officer enters, its head approves, returns and sends."""

from typing import Any

from chamdiem.cycle.api import PlatformFault
from chamdiem.cycle.people import Person
from chamdiem.demo.answers import answers_of
from chamdiem.demo.scene import PlayedPeriod, Scene, SheetOfUnit

SIGNED_REPORT = "Báo cáo tự đánh giá (đã ký).pdf"
_VERDICT_S = 30


async def fill(
    scene: Scene,
    period: PlayedPeriod,
    sheet: SheetOfUnit,
    *,
    share: float = 1.0,
    files: dict[str, bytes] | None = None,
    by_head: bool = False,
) -> None:
    """Enter the first `share` of the sheet; each of `files` with one of its first leaves that asks for evidence."""
    who = (scene.company.head if by_head else scene.company.officer)(sheet.unit.code)
    lines = answers_of(sheet.criteria, sheet.unit, period.year)
    lines = lines[: max(1, round(len(lines) * share))]
    with_evidence = [line for line in lines if sheet.criteria.items[line["item"]].evidence]
    for line, (name, content) in zip(with_evidence, (files or {}).items(), strict=False):
        line["evidence"] = [await upload(scene, who, period, name, content)]
    if refused := await scene.api.batch(who, f"/assessment/sheets/{sheet.id}/items", lines):
        problem = refused[0]
        raise PlatformFault(f"Không lưu được {sheet.unit.name}, tiêu chí {lines[problem.index]['item']}: {problem.message}")


async def give_leaves(scene: Scene, sheet: SheetOfUnit, sub_unit_code: str, *, last: int) -> None:
    """The officer gives the sheet's `last` leaves to a sub-unit."""
    lines = [{"item": leaf.code, "sub_unit_code": sub_unit_code} for leaf in sheet.criteria.leaves if leaf.self_scored][-last:]
    await scene.api.patch(scene.company.officer(sheet.unit.code), f"/assessment/sheets/{sheet.id}/sharing", {"lines": lines})


async def submit(scene: Scene, sheet: SheetOfUnit) -> None:
    """The officer asks the head to approve."""
    await scene.api.post(scene.company.officer(sheet.unit.code), f"/assessment/sheets/{sheet.id}/submit")


async def give_back(scene: Scene, sheet: SheetOfUnit, reason: str) -> None:
    """The head returns what was submitted."""
    await scene.api.post(scene.company.head(sheet.unit.code), f"/assessment/sheets/{sheet.id}/return", {"reason": reason})


async def approve(scene: Scene, period: PlayedPeriod, sheet: SheetOfUnit) -> None:
    """The head exports, approves exactly that, and attaches it signed."""
    head, place = scene.company.head(sheet.unit.code), f"/assessment/sheets/{sheet.id}"
    async with scene.at_once:
        exported = await scene.api.post(head, f"{place}/report")
        await scene.api.post(head, f"{place}/approve", {"fingerprint": exported["fingerprint"]})
    file = await upload(scene, head, period, SIGNED_REPORT, scene.signed_report)
    await scene.api.put(head, f"{place}/signed-report", {"evidence_id": file})


async def send(scene: Scene, period: PlayedPeriod, sheet: SheetOfUnit) -> None:
    """A complete sheet is approved and sent."""
    await approve(scene, period, sheet)
    await scene.api.post(scene.company.head(sheet.unit.code), f"/assessment/sheets/{sheet.id}/send")


async def upload(scene: Scene, who: Person, period: PlayedPeriod, name: str, content: bytes) -> str:
    """A file of the person's unit, accepted; its id."""
    asked = {"period_id": period.id, "name": name, "size_bytes": len(content)}
    announced = await scene.api.post(who, "/assessment/evidence", asked)
    await scene.api.upload(announced["upload"]["url"], announced["upload"]["headers"], content)

    async def judged() -> dict[str, Any] | None:
        told = await scene.api.post(who, f"/assessment/evidence/{announced['id']}/uploaded", params={"wait_s": str(_VERDICT_S)})
        return told if told["status"] in ("accepted", "refused") else None

    verdict = await scene.api.until(f"kết quả kiểm tra tệp “{name}”", judged)
    if verdict["status"] == "refused":
        raise PlatformFault(f"Tệp “{name}” không được nhận: {verdict['refusal']}")
    return str(verdict["id"])
