"""HTTP operations that take criteria sets as files and hand them out as files."""

import asyncio
import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

import orjson
from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

from chamdiem_assessment.access import MayReadSets, MayWriteSets, Right
from chamdiem_assessment.criteria_set.domain import review_set
from chamdiem_assessment.criteria_set.store import documents, load_forms
from chamdiem_assessment.criteria_workbook.reading import MAX_BYTES, read_workbook
from chamdiem_assessment.criteria_workbook.writing import write_workbook
from chamdiem_assessment.document.bodies import WrittenReviewOut, written_review
from chamdiem_assessment.document.domain import Document, require_faultless
from chamdiem_assessment.document.yaml_text import yaml_of
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.spreadsheet import decoded
from chamdiem_rules.survey_forms import SurveyForms

router = service_router("assessment", "/criteria-sets", tags=["criteria-sets"])

_BASE64_BYTES = MAX_BYTES * 4 // 3 + 4


class FileFormat(StrEnum):
    YAML = "yaml"
    XLSX = "xlsx"


_MEDIA = {
    FileFormat.YAML: "application/yaml",
    FileFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class WorkbookIn(BaseModel):
    """Tệp XLSX dạng base64, theo mẫu của tệp tải về; kèm phiên bản phiếu khảo sát mà tiêu chí khảo sát dùng."""

    model_config = ConfigDict(extra="forbid")
    content: str = Field(max_length=_BASE64_BYTES)
    survey_forms_id: UUID | None = None


class CellFaultOut(BaseModel):
    """Một lỗi theo ô, ví dụ `Tiêu chí!D12`; `place` là chỗ tương ứng trong bộ tiêu chí, trống nếu chính bảng tính sai."""

    cell: str
    place: str
    message: str


class ReadWorkbookOut(WrittenReviewOut):
    """Bộ tiêu chí đọc từ bảng tính, với từng lỗi theo ô."""

    cell_faults: Sequence[CellFaultOut]


@router.post("/readings")
async def read_criteria_workbook(body: WorkbookIn, _: MayWriteSets, ctx: Ctx) -> ReadWorkbookOut:
    """Đọc và kiểm tra bộ tiêu chí từ tệp XLSX; nêu từng lỗi theo ô, không lưu gì."""
    content = decoded(body.content)
    async with ctx.snapshot() as tx:
        _named, forms = await load_forms(tx, body.survey_forms_id)
    return await asyncio.to_thread(_read, content, forms)


@router.get("/{criteria_set_id}/file.{file_format}", response_class=Response)
async def download_criteria_set(criteria_set_id: UUID, file_format: FileFormat, actor: MayReadSets, ctx: Ctx) -> Response:
    """Tải bộ tiêu chí về dạng YAML hoặc XLSX; dạng XLSX chỉ khi không còn lỗi."""
    async with ctx.snapshot() as tx:
        found = await documents.load(tx, criteria_set_id, drafts=actor.may(Right.WRITE_SETS))
    content = await asyncio.to_thread(_file, found, file_format)
    headers = {
        "Content-Disposition": f'attachment; filename="{_safe(found.code)}-v{found.version_number}.{file_format}"',
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=_MEDIA[file_format], headers=headers)


def _read(content: bytes, forms: SurveyForms | None) -> ReadWorkbookOut:
    book = read_workbook(content)
    review = review_set(orjson.dumps(book.tree).decode(), "json", forms)
    own = [CellFaultOut(cell=fault.cell, place="", message=fault.message) for fault in book.faults]
    judged = [CellFaultOut(cell=book.cell_at(f.place), place=f.place, message=f.message) for f in review.faults]
    return ReadWorkbookOut(**written_review(review, wrapped=True).model_dump(), cell_faults=[*own, *judged])


def _file(document: Document, file_format: FileFormat) -> bytes:
    if file_format is FileFormat.XLSX:
        require_faultless(document.faults)
        return write_workbook(document.document or {})
    if document.media_type == "yaml" or document.document is None:
        return document.source.encode()
    return yaml_of(document.document, wrapped=True).encode()


def _safe(code: str) -> str:
    plain = unicodedata.normalize("NFD", code.replace("đ", "d").replace("Đ", "D")).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-") or "bo-tieu-chi"
