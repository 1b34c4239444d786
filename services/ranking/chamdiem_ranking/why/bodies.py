"""What is answered to "why": numbers as texts, each with a Vietnamese sentence and with what it came from."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel


class WhyQuestionOut(BaseModel):
    """Một câu hỏi: số trả lời theo phương án, số được tính, tỷ lệ (trống: không ai trả lời nên không tính vào trung bình)."""

    question: str
    text: str
    counts: dict[str, int]
    counted: int
    percent: str | None


class WhyFormOut(BaseModel):
    """Một phiếu khảo sát: trọng số, trọng số sau khi chia lại, số phiếu hợp lệ, vì sao bị bỏ (`too_few`, `no_answers`)."""

    form: str
    title: str
    weight: str
    used_weight: str
    valid: int
    min_responses: int
    percent: str | None
    left_out: str | None
    questions: list[WhyQuestionOut]


class WhyDeclaredOut(BaseModel):
    """Đơn vị đã kê khai gì, nguyên văn."""

    option: str | None
    numerator: str | None
    denominator: str | None
    count: int | None
    is_claim: bool
    explanation: str
    evidence: list[str]


class WhyGivenOut(BaseModel):
    """Cơ quan thẩm định đã cho gì, vì sao."""

    appraiser_code: str
    score: str | None
    count: int | None
    not_applicable: bool
    reason: str
    scored_at: datetime


class WhyItemOut(BaseModel):
    """Một tiêu chí hoặc mục điểm: điểm, nguồn của điểm và từng bước bằng lời."""

    item: str
    title: str
    kind: Literal["leaf", "bonus", "deduction"]
    source: Literal["appraisal", "survey", "system"]
    max_score: str
    self_score: str | None
    appraised_score: str | None
    final_score: str | None
    not_applicable: bool
    count: int | None
    declared: WhyDeclaredOut | None
    given: WhyGivenOut | None
    survey: list[WhyFormOut]
    sentences: list[str]


class WhyNumberOut(BaseModel):
    """Một số tổng: giá trị hiển thị, giá trị chính xác, được cộng từ các mục nào."""

    name: str
    value: str
    exact: str
    items: list[str]
    sentence: str


class WhyFieldOut(BaseModel):
    """Một lĩnh vực: điểm đạt được, điểm tối đa, cộng từ các tiêu chí nào."""

    code: str
    title: str
    value: str
    max_score: str
    items: list[str]


class WhyDelayOut(BaseModel):
    """Gửi đúng hạn hay chậm: `working_days` trống khi không gửi (`never_sent`) hoặc còn gửi được."""

    deadline: datetime
    last_instant: datetime
    extended: bool
    sent_at: datetime | None
    working_days: int | None
    never_sent: bool
    sentence: str


class WhyKnockOutOut(BaseModel):
    """Một điều kiện khống chế: có xảy ra không, có hạ mức không."""

    code: str
    title: str
    check: str
    max_level: str
    holds: bool
    lowers: bool
    sentence: str


class WhyLevelOut(BaseModel):
    """Mức theo chỉ số, rồi mức sau các điều kiện khống chế."""

    level: str
    title: str
    by_index: str
    min_percent: str
    knock_outs: list[WhyKnockOutOut]
    sentences: list[str]


class WhyRankOut(BaseModel):
    """Thứ hạng trong nhóm."""

    rank: int | None
    units: int
    shared_with: int
    rank_by: str
    tie_rule: str
    sentence: str


class WhyOut(BaseModel):
    """Vì sao kết quả của một đơn vị là như vậy. `being_computed`: có số liệu mới đang được tính, hãy xem lại sau giây lát."""

    sheet_id: UUID
    period_id: UUID
    program: str
    year: int
    rehearsal: bool
    status: str
    result_version: int
    being_computed: bool
    set_code: str
    set_title: str
    set_decision: str
    unit_code: str
    unit_name: str
    ranking_group: str
    delay: WhyDelayOut
    par_index: WhyNumberOut | None
    items: list[WhyItemOut]
    fields: list[WhyFieldOut]
    totals: list[WhyNumberOut]
    level: WhyLevelOut
    rank: WhyRankOut
