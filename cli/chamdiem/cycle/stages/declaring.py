"""Evidence and declared values: each unit's officer uploads the files that its lines name, then saves the lines of each sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import aiohttp

from chamdiem.cycle.api import Problem
from chamdiem.cycle.lines import DeclaredLine
from chamdiem.cycle.scene import Scene, Sheet
from chamdiem.cycle.together import batches, each
from chamdiem_rules.refusal import Refused
from chamdiem_rules.set_types import Program
from chamdiem_rules.text import clean_file_name

DECLARED = "declared.csv"
MOST_FILES = 100
_VERDICT_S = 30


@dataclass(frozen=True, slots=True)
class FileOfUnit:
    """One file as one unit hands it in for one program: uploaded once, whichever lines name it."""

    unit_code: str
    program: Program
    name: str


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Why a line that names a file is refused."""

    type: str
    message: str


Uploaded = Mapping[FileOfUnit, str | NotTaken]
"""File of a unit → its id at the platform, or why it was not taken."""


async def upload_evidence(scene: Scene) -> Uploaded:
    """Upload every file that a line with a sheet names and that is there."""
    wanted: dict[FileOfUnit, None] = {}
    for line in scene.folder.declared.lines:
        sheet = scene.sheet_of(line)
        if sheet is not None:
            files = (FileOfUnit(sheet.unit_code, sheet.program, name) for name in line.evidence_names)
            wanted |= dict.fromkeys(file for file in files if file.name in scene.folder.evidence)

    async def upload(file: FileOfUnit) -> str | NotTaken:
        return await upload_file(scene, file)

    answers = await each(wanted, upload)
    return dict(zip(wanted, answers, strict=True))


async def upload_file(scene: Scene, file: FileOfUnit) -> str | NotTaken:
    """Announce one file, put it into the object store, wait for the worker's verdict."""
    path = scene.folder.evidence[file.name]
    try:
        size_bytes = path.stat().st_size
        with path.open("rb") as content:
            return await upload_content(scene, file, size_bytes, content)
    except OSError as fault:
        return NotTaken("evidence-missing", f"Không đọc được tệp “{file.name}”: {fault.strerror or fault}.")


async def upload_content(scene: Scene, file: FileOfUnit, size_bytes: int, content: Any) -> str | NotTaken:
    """As `upload_file`, with the content at hand (bytes or an open file)."""
    officer, api = scene.cast.officers[file.unit_code], scene.api
    asked = {"period_id": scene.periods[file.program].id, "name": file.name, "size_bytes": size_bytes}
    try:
        announced = await api.post(officer, "/assessment/evidence", asked)
    except Problem as problem:
        return NotTaken(problem.type, problem.message)
    form = aiohttp.FormData(announced["upload"]["fields"])
    form.add_field("file", content, filename="file", content_type="application/octet-stream")
    await api.upload(announced["upload"]["url"], form)

    async def judged() -> dict[str, Any] | None:
        told = await api.post(officer, f"/assessment/evidence/{announced['id']}/uploaded", params={"wait_s": str(_VERDICT_S)})
        return told if told["status"] in ("accepted", "refused") else None

    verdict = await api.until(f"kết quả kiểm tra tệp “{file.name}”", judged)
    if verdict["status"] == "refused":
        return NotTaken("evidence-refused", f"Tệp “{file.name}” không được nhận: {verdict['refusal']}")
    return str(verdict["id"])


async def declare_values(scene: Scene, uploaded: Uploaded) -> None:
    """Save the declared lines, each sheet's in their order; what the platform refuses is kept with its reason."""
    by_sheet: dict[Sheet, list[tuple[DeclaredLine, dict[str, Any]]]] = {}
    for line in scene.folder.declared.lines:
        sheet = scene.sheet_of(line)
        if sheet is None:
            scene.refuse_by_rule(DECLARED, line.line, *scene.place_fault(line))
        elif line.not_applicable not in ("", "yes"):
            scene.refuse_by_rule(DECLARED, line.line, "not_applicable", "value-not-allowed")
        else:
            ids = _evidence_ids(scene, sheet, line, uploaded)
            if isinstance(ids, NotTaken):
                scene.refuse(DECLARED, line.line, "evidence", ids.type, ids.message)
            else:
                by_sheet.setdefault(sheet, []).append((line, _answer(line, ids)))
    await each(by_sheet.items(), lambda entry: _save(scene, *entry))


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
