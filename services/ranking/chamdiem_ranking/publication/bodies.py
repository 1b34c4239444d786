"""What is told of publications: rows as they are stored → what people and files read."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chamdiem_kit.paging import Page
from chamdiem_kit.texts import CleanText
from chamdiem_ranking.earlier.domain import RankBefore, rank_change
from chamdiem_ranking.result.bodies import FieldOut


class DecisionIn(BaseModel):
    """Quyết định công bố: số, ngày và mã SHA-256 của tệp đã ký (nếu có)."""

    model_config = ConfigDict(extra="forbid")

    number: CleanText = Field(min_length=1, max_length=200, pattern=r"\S")
    issued_on: date
    file_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None


class PublishIn(BaseModel):
    """Công bố lần đầu."""

    model_config = ConfigDict(extra="forbid")

    decision: DecisionIn


class CorrectIn(BaseModel):
    """Công bố bản đính chính, kèm lý do."""

    model_config = ConfigDict(extra="forbid")

    decision: DecisionIn
    reason: CleanText = Field(max_length=10_000)


class DecisionOut(BaseModel):
    number: str
    issued_on: date
    file_sha256: str | None


class PublicationOut(BaseModel):
    """Một lần công bố; `newest_version` lớn hơn `result_version` nghĩa là đã có bản đính chính.

    `imported`: kết quả của năm trước được nhập vào hệ thống như đã công bố, `published_at` là lúc nhập.
    """

    model_config = ConfigDict(from_attributes=True)

    period_id: UUID
    program: str
    year: int
    result_version: int
    newest_version: int
    decision: DecisionOut
    reason: str
    imported: bool
    published_at: datetime
    fingerprint: str


class PublishedLineOut(BaseModel):
    """Kết quả đã công bố của một đơn vị; điểm trống là bảng nhập từ năm trước không có.

    `previous_rank`: thứ hạng năm trước trong cùng nhóm; `rank_change`: lên (dương) hay xuống (âm) bao nhiêu bậc.
    `previous_unit_name`: tên đơn vị cũ khi đó là thứ hạng của đơn vị duy nhất đã hợp nhất vào đơn vị này; trống khi là của chính đơn vị.
    """

    ranking_group: str
    rank: int | None
    previous_rank: int | None
    previous_unit_name: str | None
    rank_change: int | None
    unit_code: str
    unit_name: str
    set_code: str
    self_total: str | None
    appraised_total: str | None
    survey_total: str | None
    bonus: str | None
    deduction: str | None
    final_score: str | None
    applicable_max: str | None
    index_percent: str
    index_exact: str | None
    level: str
    level_title: str
    knocked_out_by: list[str]
    field_totals: dict[str, str]


class GroupOut(BaseModel):
    ranking_group: str
    units: int


class PublishedOut(Page[PublishedLineOut]):
    """Một lần công bố với các nhóm xếp hạng, các lĩnh vực và từng dòng kết quả; `previous_year_known`: năm trước có kết quả để so."""

    publication: PublicationOut
    groups: list[GroupOut]
    fields: list[FieldOut]
    previous_year_known: bool


class CheckOut(BaseModel):
    """Văn bản mang mã kiểm tra này là gì, và còn hiệu lực không (`superseded`: đã có bản đính chính).

    `period_id`: có khi kết quả công bố xem được ở `/published/{period_id}`.
    """

    fingerprint: str
    kind: Literal["ranking", "publication", "self_assessment", "appraisal_record", "submission", "decision", "minutes"]
    title: str
    program: str | None
    year: int | None
    rehearsal: bool
    ranking_group: str | None
    unit_code: str | None
    unit_name: str | None
    result_version: int | None
    superseded: bool
    imported: bool
    period_id: UUID | None
    decision: DecisionOut | None
    published_at: datetime | None
    first_at: datetime


_TITLES = {
    "ranking": "Bảng tổng hợp và xếp hạng",
    "publication": "Kết quả xếp hạng đã công bố",
    "self_assessment": "Báo cáo kết quả tự đánh giá, chấm điểm",
    "appraisal_record": "Phiếu thẩm định",
    "submission": "Dự thảo tờ trình công bố kết quả",
    "decision": "Dự thảo quyết định công bố kết quả",
    "minutes": "Dự thảo biên bản họp Hội đồng thẩm định",
}


def publication_out(row: Any) -> PublicationOut:
    """A row of `store.of_period` or `store.newest`."""
    return PublicationOut.model_validate({**row._mapping, "decision": row.decision})


def published_line(body: Mapping[str, Any], previous_ranks: Mapping[tuple[str, str], RankBefore]) -> PublishedLineOut:
    """A frozen line with what is compared when it is read: a correction of the year before changes it."""
    previous = previous_ranks.get((body["ranking_group"], body["unit_code"]))
    compared = {
        "previous_rank": previous and previous.rank,
        "previous_unit_name": previous and previous.of,
        "rank_change": rank_change(body["rank"], previous),
    }
    return PublishedLineOut.model_validate({**body, **compared})


def check_out(row: Any) -> CheckOut:
    """A row of `store.check`."""
    is_report = row.kind in {"self_assessment", "appraisal_record"}
    return CheckOut(
        fingerprint=row.fingerprint,
        kind=row.kind,
        title=_TITLES[row.kind],
        program=row.program,
        year=row.year,
        rehearsal=bool(row.rehearsal),
        ranking_group=row.subject if row.kind == "ranking" else None,
        unit_code=row.subject if is_report else None,
        unit_name=row.unit_name,
        result_version=row.result_version,
        superseded=not is_report and (row.newest_version or 0) > (row.result_version or 0),
        imported=bool(row.imported),
        period_id=row.period_id if row.newest_version else None,
        decision=None if row.decision is None else DecisionOut.model_validate(row.decision),
        published_at=row.published_at,
        first_at=row.first_at,
    )
