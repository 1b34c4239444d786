"""Bodies of requests that plan a period."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chamdiem_contracts.assessment import Program
from chamdiem_kit.instants import Instant
from chamdiem_kit.texts import CleanText
from chamdiem_rules.assign import ConflictRule
from chamdiem_rules.period_check import ClarificationWindow, Phases

Code = Annotated[CleanText, Field(min_length=1)]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SelfAssessmentPhaseIn(_In):
    """Giai đoạn tự đánh giá: từ, thời hạn, và thời điểm cuối nhận nộp chậm (mặc định bằng thời hạn)."""

    from_: Instant = Field(alias="from")
    to: Instant
    late_until: Instant | None = None


class AppraisalPhaseIn(_In):
    """Giai đoạn thẩm định; không ghi `to` thì không có hạn."""

    from_: Instant | None = Field(default=None, alias="from")
    to: Instant | None = None


class ClarificationPhaseIn(_In):
    """Thời gian đơn vị giải trình sau một vòng thẩm định; trả lời được đến hết `to`."""

    from_: Instant = Field(alias="from")
    to: Instant


class PhasesIn(_In):
    """Các giai đoạn; `clarification` theo thứ tự các vòng, vòng không có thời gian giải trình thì không hỏi được."""

    self_assessment: SelfAssessmentPhaseIn
    appraisal: AppraisalPhaseIn = AppraisalPhaseIn()
    clarification: Annotated[Sequence[ClarificationPhaseIn], Field(max_length=2)] = ()

    def value(self) -> Phases:
        """The phases with their defaults."""
        own = self.self_assessment
        late_until = own.late_until or own.to
        windows = tuple(ClarificationWindow(c.from_, c.to) for c in self.clarification)
        return Phases(own.from_, own.to, late_until, self.appraisal.from_ or late_until, self.appraisal.to, windows)


class ConflictIn(_In):
    """Cơ quan thẩm định thay: cơ quan nào chấm thay trên phiếu của chính đơn vị mình."""

    enabled: bool = True
    replacements: Annotated[Mapping[Code, Code], Field(max_length=5000)] = {}


class PeriodIn(_In):
    """Một kỳ đánh giá: một chương trình, một năm."""

    program: Program
    year: int = Field(ge=1000, le=9999)
    rehearsal: bool = False
    clock_at: Instant | None = None
    criteria_set_ids: Annotated[Sequence[UUID], Field(max_length=1000)]
    survey_forms_id: UUID | None = None
    par_period_id: UUID | None = None
    phases: PhasesIn
    holidays: Annotated[Sequence[date], Field(max_length=10_000)] = ()
    conflict_appraiser: ConflictIn = ConflictIn()
    lock_scope: Literal["sign_in", "writing"] = "sign_in"
    clarification_rounds: int = Field(default=0, ge=0, le=2)
    unit_sees_scores: Literal["clarification", "aggregated", "published"] = "aggregated"

    def conflict(self) -> ConflictRule:
        """The replacements as the rules have them."""
        return ConflictRule(self.conflict_appraiser.enabled, dict(self.conflict_appraiser.replacements))
