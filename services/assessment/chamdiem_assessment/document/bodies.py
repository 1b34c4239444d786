"""Bodies of requests and answers that criteria sets and survey forms share."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chamdiem_assessment.document.domain import Decision, Review
from chamdiem_assessment.document.yaml_text import yaml_of
from chamdiem_kit.refusals import as_invalid
from chamdiem_kit.texts import CleanText
from chamdiem_rules.document import MAX_CHARACTERS
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import clean_text

Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class DocumentIn(BaseModel):
    """Văn bản của tài liệu, YAML hoặc JSON."""

    model_config = ConfigDict(extra="forbid")
    document: str = Field(min_length=1)
    media_type: Literal["yaml", "json"]

    def text(self) -> str:
        """The document's text in NFC. Raises `Invalid`."""
        try:
            return clean_text(self.document, "document", MAX_CHARACTERS)
        except Refused as refused:
            raise as_invalid("assessment", refused) from refused


class DecisionIn(BaseModel):
    """Quyết định ban hành."""

    model_config = ConfigDict(extra="forbid")
    number: Annotated[CleanText, Field(min_length=1, max_length=200, pattern=r"\S")]
    issued_on: date
    file_sha256: Sha256 | None = None

    def value(self) -> Decision:
        """The decision as the domain has it."""
        return Decision(self.number, self.issued_on, self.file_sha256)


class PublishIn(BaseModel):
    model_config = ConfigDict(extra="forbid")
    decision: DecisionIn


class _Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class FindingOut(_Out):
    """Một lỗi hoặc lưu ý: chỗ trong tài liệu; dòng và cột (từ 1) nếu chính văn bản sai."""

    place: str
    message: str
    line: int
    column: int


class ReviewOut(_Out):
    code: str
    fingerprint: str | None
    faults: list[FindingOut]
    warnings: list[FindingOut]


class WrittenReviewOut(ReviewOut):
    """Kết quả kiểm tra kèm nội dung đọc được: `document` là cây chuẩn hóa (số viết thành chuỗi), `text` là văn bản YAML của cây đó."""

    document: Mapping[str, Any] | None
    text: str


def written_review(review: Review, *, wrapped: bool) -> WrittenReviewOut:
    """The review with what was read; `wrapped`: the YAML stands under `criteria_set`."""
    readable = review.canonical is not None
    told = ReviewOut.model_validate(review).model_dump()
    text = yaml_of(review.subject, wrapped=wrapped) if readable else ""
    return WrittenReviewOut(**told, document=review.subject if readable else None, text=text)


class DecisionOut(_Out):
    number: str
    issued_on: date
    file_sha256: str | None


class DocumentOut(_Out):
    """Một phiên bản, không kèm nội dung."""

    id: UUID
    code: str
    title: str = ""
    program: str | None = None
    unit_types: Sequence[str] = ()
    version_number: int
    status: Literal["draft", "published"]
    media_type: Literal["yaml", "json"]
    fingerprint: str | None
    survey_forms_id: UUID | None
    faults: list[FindingOut]
    warnings: list[FindingOut]
    decision: DecisionOut | None
    published_at: datetime | None
    version: int


class WholeDocumentOut(DocumentOut):
    """Một phiên bản với nội dung: `document` là cây chuẩn hóa (số viết thành chuỗi), `source` là văn bản đã nhập."""

    document: Mapping[str, Any] | None
    source: str
