"""When an appeal may be made, and how it may be answered. Pure."""

from enum import StrEnum

from chamdiem_kit.errors import Conflict, Forbidden, Invalid, NotFound
from chamdiem_rules.text import is_blank


class Outcome(StrEnum):
    """The result stands, or was corrected."""

    UPHELD = "upheld"
    CORRECTED = "corrected"


class AppealUnknown(NotFound):
    type = "ranking/appeal-not-found"
    title = "Không có kiến nghị này"


class NothingToAppeal(NotFound):
    type = "ranking/nothing-to-appeal"
    title = "Đơn vị không có kết quả đã công bố trong kỳ này"


class AppealOpen(Conflict):
    type = "ranking/appeal-open"
    title = "Đơn vị đang có một kiến nghị chờ trả lời"
    advice = "Hãy đợi Sở Nội vụ trả lời rồi mới gửi kiến nghị khác."


class AlreadyAnswered(Conflict):
    type = "ranking/appeal-answered"
    title = "Kiến nghị đã được trả lời"


class NotCorrected(Conflict):
    type = "ranking/not-corrected"
    title = "Chưa có bản đính chính sau kết quả bị kiến nghị"


class AppealTextMissing(Invalid):
    type = "ranking/appeal-text-missing"
    title = "Thiếu nội dung"


class OwnAppeal(Forbidden):
    type = "ranking/own-unit"
    title = "Không trả lời kiến nghị của đơn vị mình"


def require_text(text: str) -> None:
    """Raise `AppealTextMissing` for an appeal or an answer that says nothing."""
    if is_blank(text):
        raise AppealTextMissing("Hãy nêu rõ nội dung và lý do.")


def require_answerable(answered: bool, outcome: Outcome, *, appealed_version: int, newest_version: int) -> None:
    """Raise `AlreadyAnswered`, or `NotCorrected` where the answer names a correction that was not published."""
    if answered:
        raise AlreadyAnswered("Mỗi kiến nghị được trả lời một lần; đơn vị có thể gửi kiến nghị khác.")
    if outcome is Outcome.CORRECTED and newest_version <= appealed_version:
        raise NotCorrected("Hãy công bố bản đính chính trước, rồi trả lời kiến nghị.")
