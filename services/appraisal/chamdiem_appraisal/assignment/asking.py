"""Whether an appraisal's round takes questions, and whether the units could still answer them (rules §4, rounds). Pure."""

from chamdiem_appraisal.assignment.domain import Appraisal
from chamdiem_appraisal.known.domain import Period
from chamdiem_kit.errors import Conflict


class NoClarification(Conflict):
    type = "appraisal/no-clarification"
    title = "Sau vòng thẩm định này không có giải trình"


class ClarificationOver(Conflict):
    type = "appraisal/clarification-over"
    title = "Đã hết thời gian giải trình"


def require_asking(appraisal: Appraisal, period: Period) -> None:
    """Raise `NoClarification` in the last round or where no window follows, `ClarificationOver` once it has closed."""
    if appraisal.round >= period.last_round:
        raise NoClarification("Đây là vòng cuối; hãy chấm điểm và nêu lý do.")
    if period.window_after(appraisal.round) is None:
        raise NoClarification("Kỳ đánh giá chưa có thời gian giải trình sau vòng này; hãy đề nghị lãnh đạo Sở Nội vụ bổ sung.")
    require_answerable(appraisal, period)


def require_answerable(appraisal: Appraisal, period: Period) -> None:
    """Raise `ClarificationOver` where a question of this round could not be answered any more."""
    if period.is_clarified(appraisal.round):
        raise ClarificationOver("Đơn vị không trả lời được nữa; hãy bỏ yêu cầu giải trình, hoặc đề nghị lùi thời gian giải trình của kỳ.")
