"""Each unit by itself: its officer uploads the files that its lines name and saves the lines; its head approves what will be sent."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from typing import Any

from chamdiem.cycle.lines import DeclaredLine
from chamdiem.cycle.scene import Scene, Sheet
from chamdiem.cycle.stages.approving import approve
from chamdiem.cycle.stages.uploading import FileOfUnit, NotTaken, upload_file
from chamdiem.cycle.together import batches, each
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import clean_file_name

DECLARED = "declared.csv"
MOST_FILES = 100
_FILES_AT_ONCE = 4

Uploaded = Mapping[FileOfUnit, str | NotTaken]
"""File of a unit → its id at the platform, or why it was not taken."""


async def declare_and_approve(scene: Scene, to_send: Collection[Sheet]) -> None:
    """Save every declared line, each sheet's in their order, then approve the sheets of `to_send`.

    Units are strangers to each other, so some upload while the reports of others are printed.
    """
    by_unit: dict[str, list[tuple[Sheet, DeclaredLine]]] = {sheet.unit_code: [] for sheet in to_send}
    for line in scene.folder.declared.lines:
        sheet = scene.sheet_of(line)
        if sheet is None:
            scene.refuse_by_rule(DECLARED, line.line, *scene.place_fault(line))
        elif line.not_applicable not in ("", "yes"):
            scene.refuse_by_rule(DECLARED, line.line, "not_applicable", "value-not-allowed")
        else:
            by_unit.setdefault(sheet.unit_code, []).append((sheet, line))

    async def play(unit_code: str) -> None:
        await _declare(scene, by_unit[unit_code])
        await each([sheet for sheet in to_send if sheet.unit_code == unit_code], lambda sheet: approve(scene, sheet))

    await each(by_unit, play)


async def _declare(scene: Scene, lines: Sequence[tuple[Sheet, DeclaredLine]]) -> None:
    uploaded = await _upload_all(scene, lines)
    by_sheet: dict[Sheet, list[tuple[DeclaredLine, dict[str, Any]]]] = {}
    for sheet, line in lines:
        ids = _evidence_ids(scene, sheet, line, uploaded)
        if isinstance(ids, NotTaken):
            scene.refuse(DECLARED, line.line, "evidence", ids.type, ids.message)
        else:
            by_sheet.setdefault(sheet, []).append((line, _answer(line, ids)))
    await each(by_sheet.items(), lambda entry: _save(scene, *entry))


async def _upload_all(scene: Scene, lines: Sequence[tuple[Sheet, DeclaredLine]]) -> Uploaded:
    wanted = {
        FileOfUnit(sheet.unit_code, sheet.program, name): None
        for sheet, line in lines
        for name in line.evidence_names
        if name in scene.folder.evidence
    }
    answers = await each(wanted, lambda file: upload_file(scene, file), at_once=_FILES_AT_ONCE)
    return dict(zip(wanted, answers, strict=True))


async def _save(scene: Scene, sheet: Sheet, lines: list[tuple[DeclaredLine, dict[str, Any]]]) -> None:
    officer = scene.cast.officers[sheet.unit_code]
    for batch in batches(lines, lambda entry: _size(entry[0])):
        refused = await scene.api.batch(officer, f"/assessment/sheets/{sheet.id}/items", [answer for _, answer in batch])
        for problem in refused:
            scene.refuse_problem(DECLARED, batch[problem.index][0].line, problem, problem.column)
        scene.counts["declared"] += len(batch) - len(refused)


def _evidence_ids(scene: Scene, sheet: Sheet, line: DeclaredLine, uploaded: Uploaded) -> list[str] | NotTaken:
    """The ids of the files a line names, or why the first of them that is at fault is not taken."""
    ids: dict[str, None] = {}
    for name in line.evidence_names:
        try:
            kept = clean_file_name(name)
        except Refused as refused:
            return NotTaken(refused.code, refused.detail)
        if kept not in scene.folder.evidence:
            return NotTaken("evidence-missing", f"Không có tệp “{kept}” trong thư mục evidence; hãy bổ sung tệp hoặc sửa tên.")
        given = uploaded[FileOfUnit(sheet.unit_code, sheet.program, name)]
        if isinstance(given, NotTaken):
            return given
        ids[given] = None
    if len(ids) > MOST_FILES:
        return NotTaken("evidence-refused", f"Một dòng kèm nhiều nhất {MOST_FILES} tệp; hãy gộp bớt tệp.")
    return list(ids)


def _answer(line: DeclaredLine, evidence: list[str]) -> dict[str, Any]:
    return {
        "item": line.item,
        "option": line.option,
        "numerator": line.numerator,
        "denominator": line.denominator,
        "count": line.count,
        "not_applicable": line.not_applicable == "yes",
        "explanation": line.explanation,
        "evidence": evidence,
    }


def _size(line: DeclaredLine) -> int:
    return sum(len(str(getattr(line, field.name))) for field in fields(line))
