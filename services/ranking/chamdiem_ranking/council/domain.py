"""Council sessions and agreement on a result (Điều 11.2; rules §7). Pure."""

from chamdiem_kit.errors import Conflict, Invalid, NotFound
from chamdiem_ranking.result.domain import ResultStatus
from chamdiem_rules.text import is_blank


class SessionUnknown(NotFound):
    type = "ranking/session-not-found"
    title = "Không có phiên họp Hội đồng này"


class SessionOpen(Conflict):
    type = "ranking/session-open"
    title = "Kỳ đánh giá đang có một phiên họp Hội đồng mở"
    advice = "Hãy kết thúc phiên đang mở trước."


class SessionClosed(Conflict):
    type = "ranking/session-closed"
    title = "Phiên họp Hội đồng đã kết thúc"


class NotAggregated(Conflict):
    type = "ranking/not-aggregated"
    title = "Kết quả chưa được tổng hợp"


class AlreadyAgreed(Conflict):
    type = "ranking/already-agreed"
    title = "Hội đồng đã thống nhất kết quả này"


class NoteMissing(Invalid):
    type = "ranking/note-missing"
    title = "Thiếu nội dung ý kiến không thống nhất"


class ItemUnknown(Invalid):
    type = "ranking/unknown-item"
    title = "Không có tiêu chí hoặc mục điểm này trong bộ tiêu chí của kỳ"


def require_aggregated(status: ResultStatus | None) -> None:
    """Raise `NotAggregated` while the result is provisional (rights.md: council work begins with aggregation)."""
    if status is None or status is ResultStatus.PROVISIONAL:
        raise NotAggregated("Hãy đợi đủ kết quả thẩm định và khảo sát; hệ thống sẽ tự tổng hợp.")


def require_agreeable(status: ResultStatus | None) -> None:
    """Raise `NotAggregated` or `AlreadyAgreed` unless the result waits for the council's agreement."""
    require_aggregated(status)
    if status is not ResultStatus.AGGREGATED:
        raise AlreadyAgreed("Kết quả đã được thống nhất; chỉ khi số liệu thay đổi mới cần thống nhất lại.")


def require_note(agrees: bool, note: str) -> None:
    """Raise `NoteMissing` for an objection that says nothing."""
    if not agrees and is_blank(note):
        raise NoteMissing("Hãy nêu rõ nội dung không thống nhất.")
