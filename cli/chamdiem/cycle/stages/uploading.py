"""A unit's files: announced, put into the object store by a signed link, judged by the platform's worker."""

from dataclasses import dataclass
from typing import IO, Any

from chamdiem.cycle.api import Problem
from chamdiem.cycle.scene import Scene
from chamdiem_rules.set_types import Program

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


async def upload_file(scene: Scene, file: FileOfUnit) -> str | NotTaken:
    """Upload a file of the folder; its id at the platform, or why it was not taken."""
    path = scene.folder.evidence[file.name]
    try:
        size_bytes = path.stat().st_size
        with path.open("rb") as content:
            return await upload_content(scene, file, size_bytes, content)
    except OSError as fault:
        return NotTaken("evidence-missing", f"Không đọc được tệp “{file.name}”: {fault.strerror or fault}.")


async def upload_content(scene: Scene, file: FileOfUnit, size_bytes: int, content: bytes | IO[bytes]) -> str | NotTaken:
    """As `upload_file`, with the content at hand."""
    officer, api = scene.cast.officers[file.unit_code], scene.api
    asked = {"period_id": scene.periods[file.program].id, "name": file.name, "size_bytes": size_bytes}
    try:
        announced = await api.post(officer, "/assessment/evidence", asked)
    except Problem as problem:
        return NotTaken(problem.type, problem.message)
    await api.upload(announced["upload"]["url"], announced["upload"]["headers"], content)

    async def judged() -> dict[str, Any] | None:
        told = await api.post(officer, f"/assessment/evidence/{announced['id']}/uploaded", params={"wait_s": str(_VERDICT_S)})
        return told if told["status"] in ("accepted", "refused") else None

    verdict = await api.until(f"kết quả kiểm tra tệp “{file.name}”", judged)
    if verdict["status"] == "refused":
        return NotTaken("evidence-refused", f"Tệp “{file.name}” không được nhận: {verdict['refusal']}")
    return str(verdict["id"])
