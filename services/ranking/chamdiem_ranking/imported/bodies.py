"""Bodies of imports: a table as texts, and what was found in it."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chamdiem_kit.texts import CleanText
from chamdiem_ranking.imported.domain import POINTS, GivenLine

MAX_LINES = 5000
MAX_FIELDS = 100
_Code = Annotated[CleanText, Field(min_length=1, max_length=50, pattern=r"^[^/\\\s]+$")]
_Cell = Annotated[CleanText, Field(max_length=1000)]
_Points = Annotated[str, Field(max_length=30, pattern=r"^[0-9]{1,15}(\.[0-9]{1,6})?$")]


class ImportDecisionIn(BaseModel):
    """Quyết định đã công bố kết quả: số, ngày và mã SHA-256 của tệp quyết định."""

    model_config = ConfigDict(extra="forbid")

    number: CleanText = Field(min_length=1, max_length=200, pattern=r"\S")
    issued_on: date
    file_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class ImportFieldIn(BaseModel):
    """Một lĩnh vực có điểm trong bảng; `max_score` trống nếu không biết."""

    model_config = ConfigDict(extra="forbid")

    code: _Code
    title: CleanText = Field(min_length=1, max_length=500, pattern=r"\S")
    max_score: _Points | None = None


class ImportLineIn(BaseModel):
    """Một đơn vị của bảng; mọi ô là chuỗi, số dùng dấu chấm, ô trống là chuỗi rỗng.

    Cần mã hoặc tên đơn vị (như năm đó), nhóm xếp hạng, và chỉ số hoặc tổng điểm cùng điểm tối đa áp dụng.
    """

    model_config = ConfigDict(extra="forbid")

    unit_code: _Cell = ""
    unit_name: _Cell = ""
    ranking_group: _Cell = ""
    rank: _Cell = ""
    self_total: _Cell = ""
    appraised_total: _Cell = ""
    survey_total: _Cell = ""
    bonus: _Cell = ""
    deduction: _Cell = ""
    final_score: _Cell = ""
    applicable_max: _Cell = ""
    index_percent: _Cell = ""
    level: _Cell = ""
    field_totals: dict[str, _Cell] = Field(default_factory=dict, max_length=MAX_FIELDS)

    def given(self) -> GivenLine:
        """As it is judged."""
        return GivenLine(
            unit_code=self.unit_code,
            unit_name=self.unit_name,
            ranking_group=self.ranking_group,
            rank=self.rank,
            index_percent=self.index_percent,
            level=self.level,
            points={column: getattr(self, column) for column in POINTS},
            field_totals=self.field_totals,
        )


class ImportIn(BaseModel):
    """Bảng kết quả đã công bố của một chương trình trong một năm trước."""

    model_config = ConfigDict(extra="forbid")

    program: Literal["par_index", "task_completion"]
    year: Annotated[int, Field(ge=2000, le=2100)]
    decision: ImportDecisionIn
    fields: list[ImportFieldIn] = Field(default_factory=list, max_length=MAX_FIELDS)
    lines: list[ImportLineIn] = Field(min_length=1, max_length=MAX_LINES)


class ImportCorrectionIn(ImportIn):
    """Bảng thay bảng đã nhập, kèm lý do; bản cũ vẫn được giữ."""

    reason: CleanText = Field(max_length=10_000)


class ImportFaultOut(BaseModel):
    """Một ô chưa đúng: dòng (từ 0), cột (`field_totals/<mã>` với điểm lĩnh vực) và lỗi."""

    index: int
    column: str
    problem: dict[str, Any]


class ImportRemarkOut(BaseModel):
    """Một ô cần xem lại nhưng vẫn nhập được."""

    index: int
    column: str
    detail: str


class ImportGroupOut(BaseModel):
    ranking_group: str
    units: int


class ImportCheckOut(BaseModel):
    """Kết quả kiểm tra thử: không có `faults` thì nhập được. `exists`: năm này đã nhập, muốn thay phải đính chính."""

    lines: int
    groups: list[ImportGroupOut]
    exists: UUID | None
    faults: list[ImportFaultOut]
    remarks: list[ImportRemarkOut]
