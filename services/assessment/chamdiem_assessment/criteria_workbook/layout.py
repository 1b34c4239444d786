"""Which part of a criteria set stands in which sheet and column. Titles are what people see; both directions go by these tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final


class Kind(Enum):
    """How a value stands in a cell."""

    TEXT = "text"
    NUMBER = "number"
    BOOLEAN = "boolean"
    LIST = "list"
    DAYS = "days"


@dataclass(frozen=True)
class Column:
    """One column: its title, the keys that lead to its value in a row's node, and words for values that are identifiers."""

    title: str
    path: tuple[str, ...]
    kind: Kind = Kind.TEXT
    words: Mapping[str, str] = field(default_factory=dict)
    width: int = 14

    @property
    def values(self) -> dict[str, str]:
        """Word, without case → identifier."""
        return {word.casefold(): value for value, word in self.words.items()}


UNBOUNDED: Final = "không giới hạn"
YES, NO = "Có", "Không"
LEVELS: Final = ("Lĩnh vực", "Tiêu chí", "Tiêu chí thành phần")

_METHODS: Final = {"levels": "Bậc thang", "ratio": "Tỷ lệ", "yes_no": "Có hoặc không", "deduction": "Trừ điểm", "survey": "Khảo sát"}
_INPUTS: Final = {"choice": "Chọn bậc", "percent": "Theo tỷ lệ %", "count": "Theo số lượng"}
_ZERO: Final = {"zero": "0 điểm", "max_score": "Điểm tối đa", "not_applicable": "Không áp dụng"}
_SOURCES: Final = {
    "par_index.index_percent": "Chỉ số CCHC",
    "workflow.submission_delay": "Số ngày nộp chậm",
    "workflow.self_vs_appraised_gap": "Chênh lệch tự chấm và thẩm định",
}
_PROGRAMS: Final = {"par_index": "Chỉ số CCHC", "task_completion": "Hoàn thành nhiệm vụ"}
_CONVERSIONS: Final = {"mean_weight": "Trung bình trọng số", "positive_share": "Tỷ lệ tích cực"}

GENERAL_SHEET: Final = "Bộ tiêu chí"
GENERAL: Final = (
    Column("Mã bộ tiêu chí", ("code",)),
    Column("Chương trình", ("program",), words=_PROGRAMS),
    Column("Tên", ("title",)),
    Column("Tên ngắn", ("short_title",)),
    Column("Loại hình đơn vị", ("unit_types",), Kind.LIST),
    Column("Năm đánh giá", ("assessment_year",), Kind.NUMBER),
    Column("Căn cứ", ("based_on",), Kind.LIST),
    Column("Thang điểm", ("max_score",), Kind.NUMBER),
    Column("Điểm thẩm định tối đa", ("appraised_max",), Kind.NUMBER),
    Column("Điểm khảo sát tối đa", ("survey_max",), Kind.NUMBER),
    Column("Số chữ số thập phân của điểm", ("score_decimals",), Kind.NUMBER),
    Column("Làm tròn", ("rounding",)),
    Column("Số chữ số thập phân của chỉ số", ("index", "decimals"), Kind.NUMBER),
    Column("Trần điểm thưởng", ("adjustments", "bonus_cap"), Kind.NUMBER),
    Column("Trần điểm trừ", ("adjustments", "deduction_cap"), Kind.NUMBER),
    Column("Xếp hạng theo", ("ranking", "rank_by"), words={"index": "Chỉ số", "final_score": "Tổng điểm"}),
    Column(
        "Khi bằng điểm",
        ("ranking", "tie_rule"),
        words={"shared_rank_dense": "Đồng hạng 1, 2, 2, 3", "shared_rank_gap": "Đồng hạng 1, 2, 2, 4", "tie_break": "Xét tiêu chí phụ"},
    ),
    Column("Tiêu chí phụ", ("ranking", "tie_break_keys"), Kind.LIST),
)

AGENCIES_SHEET: Final = "Cơ quan thẩm định"
AGENCIES: Final = (Column("Mã", ()), Column("Mã đơn vị", ("unit",), width=28), Column("Tên", ("title",), width=36))

TREE_SHEET: Final = "Tiêu chí"
TREE: Final = (
    Column("Cấp", ()),
    Column("Mã", ("code",), width=10),
    Column("Tên", ("title",), width=60),
    Column("Điểm tối đa", ("max_score",), Kind.NUMBER),
    Column("Cơ quan thẩm định", ("appraiser",)),
    Column("Tự chấm", ("self_scored",), Kind.BOOLEAN),
    Column("Được đề nghị không áp dụng", ("not_applicable_allowed",), Kind.BOOLEAN),
    Column("Cách chấm", ("scoring", "method"), words=_METHODS),
    Column("Cách nhập", ("scoring", "input"), words=_INPUTS),
    Column("Đơn vị tính", ("scoring", "unit")),
    Column("Tử số", ("scoring", "numerator", "label"), width=30),
    Column("Ký hiệu tử số", ("scoring", "numerator", "symbol")),
    Column("Mẫu số", ("scoring", "denominator", "label"), width=30),
    Column("Ký hiệu mẫu số", ("scoring", "denominator", "symbol")),
    Column("Mẫu số cố định", ("scoring", "denominator", "constant"), Kind.NUMBER),
    Column("Ngưỡng tối thiểu (%)", ("scoring", "floor", "below_percent"), Kind.NUMBER),
    Column("Điểm dưới ngưỡng", ("scoring", "floor", "score"), Kind.NUMBER),
    Column("Mẫu số bằng không", ("scoring", "zero_denominator"), words=_ZERO),
    Column("Công thức", ("scoring", "formula"), width=26),
    Column("Điểm bắt đầu", ("scoring", "start_score"), Kind.NUMBER),
    Column("Trừ mỗi lần", ("scoring", "per_occurrence"), Kind.NUMBER),
    Column("Điểm thấp nhất", ("scoring", "min_score"), Kind.NUMBER),
    Column("Nguồn số liệu tự động", ("scoring", "auto_source"), words=_SOURCES),
    Column("Quy đổi khảo sát", ("scoring", "conversion"), words=_CONVERSIONS),
    Column("Tài liệu kiểm chứng", ("evidence",), Kind.LIST, width=40),
    Column("Cơ sở", ("basis",)),
)

BANDS_SHEET: Final = "Bậc điểm"
BANDS: Final = (
    Column("Mã tiêu chí", (), width=10),
    Column("Bậc", ("id",), width=8),
    Column("Nội dung", ("label",), width=60),
    Column("Từ", ("min",), Kind.NUMBER),
    Column("Dưới", ("below",), Kind.NUMBER),
    Column("Điểm", ("score",), Kind.NUMBER),
)
SURVEY_SHEET: Final = "Nguồn khảo sát"
SURVEY: Final = (
    Column("Mã tiêu chí", (), width=10),
    Column("Phiếu", ("form",)),
    Column("Câu hỏi", ("questions",), Kind.LIST, width=30),
    Column("Trọng số", ("weight",), Kind.NUMBER),
)
DELAYS_SHEET: Final = "Bậc chậm"
DELAYS: Final = (
    Column("Mã tiêu chí", (), width=10),
    Column("Số ngày tối đa", ("max_days",), Kind.DAYS),
    Column("Bậc", ("level",)),
)
ADJUSTMENTS_SHEET: Final = "Thưởng, trừ"
_KINDS: Final = {"bonus": "Thưởng", "deduction": "Trừ"}
ADJUSTMENTS: Final = (
    Column("Mã", ("code",), width=8),
    Column("Loại", ("kind",), words=_KINDS),
    Column("Phương pháp", ("method",), words=_KINDS),
    Column("Tên", ("title",), width=60),
    Column("Điểm mỗi lần", ("per_occurrence",), Kind.NUMBER),
    Column("Đơn vị tính", ("unit",)),
    Column("Tối đa", ("cap",), Kind.NUMBER),
    Column("Cơ quan thẩm định", ("appraiser",)),
    Column("Nguồn số liệu tự động", ("auto_source",), words=_SOURCES),
    Column("Tài liệu kiểm chứng", ("evidence",), Kind.LIST, width=40),
    Column("Cơ sở", ("basis",)),
)
RESULTS_SHEET: Final = "Mức kết quả"
RESULTS: Final = (Column("Mã", ("code",)), Column("Tên", ("title",), width=36), Column("Từ (%)", ("min_percent",), Kind.NUMBER))
KNOCK_OUTS_SHEET: Final = "Điều kiện khống chế"
KNOCK_OUTS: Final = (
    Column("Mã", ("code",), width=8),
    Column("Nội dung", ("title",), width=60),
    Column("Mức cao nhất", ("max_level",)),
    Column("Điều kiện", ("check",), width=34, words={"manual": "Cơ quan xác nhận"}),
    Column("Cơ quan xác nhận", ("appraiser",)),
)
OTHER_SHEET: Final = "Khác"
OTHER: Final = (Column("Thuộc tính", (), width=36), Column("Giá trị (JSON)", (), width=90))
OTHER_PATHS: Final = (
    ("classification", "threshold_note"),
    ("classification", "alternative_profiles"),
    ("classification", "excellent_quota"),
)

TABLES: Final = {
    AGENCIES_SHEET: AGENCIES,
    TREE_SHEET: TREE,
    BANDS_SHEET: BANDS,
    SURVEY_SHEET: SURVEY,
    DELAYS_SHEET: DELAYS,
    ADJUSTMENTS_SHEET: ADJUSTMENTS,
    RESULTS_SHEET: RESULTS,
    KNOCK_OUTS_SHEET: KNOCK_OUTS,
    OTHER_SHEET: OTHER,
}
