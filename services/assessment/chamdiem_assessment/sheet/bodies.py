"""What goes in and comes out of the sheet's operations. Numbers are texts, judged by the rules."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from chamdiem_assessment.evidence.domain import Evidence
from chamdiem_assessment.sheet.answer import Given, KeptAnswer
from chamdiem_assessment.sheet.domain import SelfAssessment
from chamdiem_kit.refusals import as_invalid
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import clean_text

MAX_LINES = 1000
MAX_FILES = 100


class AnswerIn(BaseModel):
    """Số liệu kê khai của một tiêu chí hoặc mục điểm; chỉ điền trường mà cách chấm của tiêu chí dùng."""

    model_config = ConfigDict(extra="forbid")

    option: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    count: str | None = None
    not_applicable: bool = False
    explanation: str = ""
    evidence: list[str] = Field(default_factory=list, max_length=MAX_FILES, description="Mã các tệp tài liệu kiểm chứng đã được nhận")
    unfinished: bool = Field(
        default=False, description="Lưu cả khi số liệu kê khai chưa đủ: phần đã có được giữ, tiêu chí vẫn tính là còn thiếu"
    )
    criteria_set_id: UUID | None = Field(
        default=None,
        description="Phiên bản bộ tiêu chí mà người nhập đang xem; mục đã được sửa đổi từ phiên bản ấy thì bị từ chối (409)",
    )

    def given(self, item: str) -> Given:
        """As the rules judge it."""
        return Given(
            item=item,
            option=self.option or "",
            numerator=self.numerator or "",
            denominator=self.denominator or "",
            count=self.count or "",
            not_applicable=self.not_applicable,
            explanation=self.explanation,
            evidence=tuple(self.evidence),
            unfinished=self.unfinished,
        )


class AnswerLine(AnswerIn):
    """Một dòng của lần lưu nhiều tiêu chí."""

    item: str


class AnswersIn(BaseModel):
    """Nhiều tiêu chí cùng lúc, theo thứ tự; dòng sau của cùng tiêu chí thay dòng trước."""

    model_config = ConfigDict(extra="forbid")

    lines: list[AnswerLine] = Field(max_length=MAX_LINES)


class ReasonIn(BaseModel):
    """Lý do."""

    model_config = ConfigDict(extra="forbid")

    reason: str


class EvidenceOfItemOut(BaseModel):
    """Một tệp tài liệu kiểm chứng của tiêu chí."""

    id: UUID
    name: str
    sha256: str
    size_bytes: int
    media_type: str


class AnswerOut(BaseModel):
    """Số liệu đã lưu của một tiêu chí; `self_score` trống với đề nghị không áp dụng và mục điểm thưởng, điểm trừ."""

    item: str
    option: str | None
    numerator: str | None
    denominator: str | None
    count: str | None
    not_applicable: bool
    is_claim: bool
    self_score: str | None
    explanation: str
    evidence: list[EvidenceOfItemOut]
    version: int
    saved_at: AwareDatetime
    saved_by: UUID
    saved_by_name: str
    warnings: list[str]


class AnswerVersionOut(AnswerOut):
    """Một phiên bản của số liệu; cảnh báo chỉ có ở phiên bản hiện tại. `amended`: do quyết định sửa đổi bộ tiêu chí mà có."""

    amended: bool = False


class MissingKeyOut(BaseModel):
    """Một nội dung còn thiếu: `value` số liệu kê khai, `evidence` tài liệu kiểm chứng hoặc giải trình."""

    item: str
    kind: str


class ReadOnlyOut(BaseModel):
    """Vì sao không nhập được lúc này: quy định nào, từ khi nào, ai gỡ được."""

    type: str
    title: str
    detail: str


class SheetOut(BaseModel):
    """Phiếu chấm điểm của một đơn vị; `version` đổi khi trạng thái của phiếu đổi, mỗi tiêu chí có phiên bản riêng."""

    sheet_id: UUID
    period_id: UUID
    criteria_set_id: UUID
    set_code: str
    unit_code: str
    unit_name: str
    program: str
    year: int
    rehearsal: bool
    status: str
    version: int
    items: list[AnswerOut]
    given_items: list[str] | None = Field(description="Với đơn vị trực thuộc: những mục được giao; trống là cả phiếu")
    self_total: str
    missing_count: int
    missing: list[MissingKeyOut]
    read_only: ReadOnlyOut | None
    clock_at: AwareDatetime | None
    opens_at: AwareDatetime
    deadline: AwareDatetime
    last_instant: AwareDatetime
    exported_fingerprint: str | None
    report_fingerprint: str | None
    approved_at: AwareDatetime | None
    signed_report_id: UUID | None
    sent_at: AwareDatetime | None
    allowed_actions: list[str]


class OwnSheetOut(BaseModel):
    """Một phiếu của đơn vị mình trong danh sách các kỳ; `clock_at` là giờ của kỳ diễn tập."""

    sheet_id: UUID
    period_id: UUID
    criteria_set_id: UUID
    set_code: str
    set_title: str
    unit_code: str
    unit_name: str
    program: str
    year: int
    rehearsal: bool
    status: str
    self_total: str
    missing_count: int
    clock_at: AwareDatetime | None
    opens_at: AwareDatetime
    deadline: AwareDatetime
    last_instant: AwareDatetime
    sent_at: AwareDatetime | None
    late: bool
    may_write: bool


class StateOut(BaseModel):
    """Trạng thái của phiếu sau một thao tác."""

    sheet_id: UUID
    status: str
    version: int
    changed_at: AwareDatetime | None
    report_fingerprint: str | None
    signed_report_id: UUID | None


class RefusedLineOut(BaseModel):
    """Một dòng bị từ chối: vị trí từ 0, cột đầu tiên có lỗi, và lỗi."""

    index: int
    column: str
    problem: dict[str, Any]


class BatchOut(BaseModel):
    """Kết quả lưu nhiều dòng; `versions` là phiên bản mới của từng tiêu chí đã lưu."""

    saved: int
    refused: list[RefusedLineOut]
    versions: dict[str, int]


class MissingOut(BaseModel):
    """Một nội dung còn thiếu: `value` số liệu kê khai, `evidence` tài liệu kiểm chứng hoặc giải trình."""

    item: str
    kind: str
    detail: str


class MissingListOut(BaseModel):
    """Những nội dung còn thiếu, theo thứ tự của bộ tiêu chí."""

    items: list[MissingOut]


class StateChangeOut(BaseModel):
    """Một lần đổi trạng thái của phiếu."""

    version: int
    act: str
    status: str
    reason: str
    report_fingerprint: str | None
    changed_by: UUID
    changed_by_name: str
    changed_at: AwareDatetime


class StateHistoryOut(BaseModel):
    """Các lần đổi trạng thái của phiếu, từ cũ đến mới."""

    items: list[StateChangeOut]


def answer_fields(kept: KeptAnswer, files: Mapping[UUID, Evidence]) -> dict[str, Any]:
    """The fields of `AnswerOut`."""
    a = kept.answer
    return {
        "item": a.item,
        "option": a.option,
        "numerator": a.numerator,
        "denominator": a.denominator,
        "count": a.count,
        "not_applicable": a.not_applicable,
        "is_claim": a.is_claim,
        "self_score": None if a.self_score is None else f"{a.self_score:f}",
        "explanation": a.explanation,
        "evidence": [evidence_fields(files[i]) for i in a.evidence_ids],
        "version": kept.version,
        "saved_at": kept.saved_at,
        "saved_by": kept.saved_by,
        "saved_by_name": kept.saved_by_name,
        "warnings": a.warnings,
    }


def evidence_fields(file: Evidence) -> dict[str, Any]:
    """The fields of `EvidenceOfItemOut`."""
    return {"id": file.id, "name": file.name, "sha256": file.sha256, "size_bytes": file.size_bytes, "media_type": file.media_type}


def files_of(answers: Iterable[KeptAnswer]) -> Sequence[UUID]:
    """The ids of all files that the answers name, once each."""
    return list({i: None for kept in answers for i in kept.answer.evidence_ids})


def state_out(state: SelfAssessment) -> StateOut:
    """The state as it is answered."""
    return StateOut(
        sheet_id=state.sheet_id,
        status=state.status.value,
        version=state.version,
        changed_at=state.changed_at,
        report_fingerprint=state.report_fingerprint,
        signed_report_id=state.signed_report_id,
    )


def clean_reason(reason: str) -> str:
    """The reason in NFC. Raises `Invalid` where it cannot be kept."""
    try:
        return clean_text(reason, "reason")
    except Refused as refused:
        raise as_invalid("assessment", refused) from refused
