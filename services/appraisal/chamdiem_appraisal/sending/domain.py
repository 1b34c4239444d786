"""Sending an appraisal, reopening it, extending its phase (scoring rules §4; Điều 10.3). Pure."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime

from chamdiem_appraisal.assignment.asking import require_answerable
from chamdiem_appraisal.assignment.domain import AlreadySent, Appraisal, AppraisalStatus, require_not_sent, require_phase
from chamdiem_appraisal.known.domain import Period
from chamdiem_kit.errors import Conflict, DomainError, FieldError, Forbidden, Invalid

PUBLISHED = "published"
_LAST_YEAR = 9000
"""An instant at the calendar's very end has no date elsewhere."""


class ScoresMissing(Conflict):
    type = "appraisal/scores-missing"
    title = "Còn tiêu chí chưa có điểm thẩm định"


class SheetsStillOpen(Conflict):
    type = "appraisal/sheets-still-open"
    title = "Còn đơn vị trong thời hạn gửi kết quả tự đánh giá"


class SecondLooksOpen(Conflict):
    type = "appraisal/second-looks-open"
    title = "Còn đề nghị xem lại chưa được trả lời"


class NotSent(Conflict):
    type = "appraisal/not-sent"
    title = "Kết quả thẩm định chưa được gửi"


class ResultPublished(Conflict):
    type = "appraisal/result-published"
    title = "Kết quả của kỳ đánh giá đã được công bố"


class ConflictOfInterest(Forbidden):
    type = "appraisal/conflict-of-interest"
    title = "Không được thao tác đối với đơn vị của chính mình"


class PhaseWithoutEnd(Conflict):
    type = "appraisal/phase-without-end"
    title = "Giai đoạn thẩm định không có thời hạn"


class ExtensionNotLater(Invalid):
    type = "appraisal/extension-not-later"
    title = "Thời hạn gia hạn không muộn hơn thời hạn hiện tại"


class BadTime(Invalid):
    type = "appraisal/bad-time"
    title = "Thời điểm không đúng định dạng"


class ReasonDue(Invalid):
    type = "appraisal/value-missing"
    title = "Thiếu giá trị"


@dataclass(frozen=True)
class Readiness:
    """What still stands between an appraisal and its sending: leaves without an answer, and sheets that can still be sent.

    `asked` counts the questions of the round, `unsent` those of them that no unit knows yet; `second_looks` wait for a member's answer.
    """

    unscored: int
    open_sheets: int
    asked: int = 0
    unsent: int = 0
    second_looks: int = 0


def obstacles(appraisal: Appraisal, period: Period, readiness: Readiness) -> tuple[DomainError, ...]:
    """Everything that forbids sending now, first what is told first. `AlreadySent` stands alone: nothing is left to be mended."""
    try:
        require_not_sent(appraisal, period)
    except AlreadySent as sent:
        return (sent,)
    found: list[DomainError] = []
    checks: list[Callable[[], None]] = [lambda: require_phase(period), lambda: _require_ready(readiness)]
    if readiness.unsent:
        checks.append(lambda: require_answerable(appraisal, period))
    for check in checks:
        try:
            check()
        except DomainError as refusal:
            found.append(refusal)
    return tuple(found)


def send_appraisal(appraisal: Appraisal, period: Period, readiness: Readiness, now: datetime) -> Appraisal:
    """The appraisal once sent, at the instant `now` by the period's clock.

    Raises `AlreadySent`, `PhaseNotBegun`, `PhaseEnded`, `SheetsStillOpen`, `ScoresMissing` while an assigned leaf has neither a score
    nor an agreed claim, `SecondLooksOpen`, or `ClarificationOver` where a new question could not be answered. A count that nobody
    confirmed is 0 and stops nothing. A round that asked is followed by another, one that asked nothing is the agency's last.
    """
    for obstacle in obstacles(appraisal, period, readiness):
        raise obstacle
    # A later round may change only leaves on which a unit was asked something; where nothing was, this one is the last.
    return replace(
        appraisal,
        status=AppraisalStatus.SENT,
        round=appraisal.round if readiness.asked else period.last_round,
        asked=readiness.asked,
        sent_at=now,
        version=appraisal.version + 1,
        closed_units=frozenset(),
    )


def _require_ready(readiness: Readiness) -> None:
    if readiness.open_sheets:
        raise SheetsStillOpen(f"Còn {readiness.open_sheets} phiếu chưa gửi và chưa hết thời hạn gửi; hãy chờ rồi gửi.")
    if readiness.unscored:
        raise ScoresMissing(f"Còn {readiness.unscored} điểm chưa chấm; hãy chấm đủ rồi gửi.")
    if readiness.second_looks:
        raise SecondLooksOpen(f"Còn {readiness.second_looks} đề nghị xem lại đang chờ; hãy chờ thành viên trả lời, hoặc rút đề nghị.")


def reopen_appraisal(appraisal: Appraisal, reason: str, *, conflicted: Collection[str], units: Collection[str], result: str) -> Appraisal:
    """The appraisal reopened by a manager for the `units` on its sheets, less the `conflicted` ones, which stay closed.

    A manager without that conflict may reopen the rest later. Raises `ReasonDue`, `NotSent`, `ResultPublished`, or `ConflictOfInterest`
    where every unit is one the manager must not act for.
    """
    require_reason(reason)
    if result == PUBLISHED:
        raise ResultPublished("Sau khi công bố, hãy đính chính kết quả thay cho việc mở lại.")
    shut = frozenset(units) if appraisal.status is AppraisalStatus.SENT else appraisal.closed_units
    if not shut and appraisal.status is not AppraisalStatus.SENT:
        raise NotSent("Cơ quan thẩm định vẫn đang chấm; không cần mở lại.")
    still_shut = shut & frozenset(conflicted)
    if shut and still_shut == shut:
        raise ConflictOfInterest("Hãy đề nghị tài khoản quản lý không thuộc đơn vị này mở lại.")
    return replace(appraisal, status=AppraisalStatus.REOPENED, version=appraisal.version + 1, closed_units=still_shut)


def reopen_by_event(appraisal: Appraisal, units: Collection[str] = ()) -> Appraisal:
    """Reopened since units may send again or items came from another agency (rules §4); `units` are closed no longer."""
    shut = appraisal.closed_units - frozenset(units)
    return replace(appraisal, status=AppraisalStatus.REOPENED, version=appraisal.version + 1, closed_units=shut)


def extend_phase(period: Period, to: datetime, reason: str, result: str) -> None:
    """Raise `ReasonDue`, `BadTime`, `ResultPublished`, `PhaseWithoutEnd` or `ExtensionNotLater` where `to` cannot be its new end."""
    require_reason(reason)
    if result == PUBLISHED:
        raise ResultPublished("Sau khi công bố, hãy đính chính kết quả thay cho việc gia hạn.")
    if to.year > _LAST_YEAR:
        raise BadTime("Hãy chọn thời điểm gần hơn.", errors=(FieldError("/to", "Hãy chọn thời điểm gần hơn."),))
    if period.appraisal_to is None:
        raise PhaseWithoutEnd("Không cần gia hạn.")
    if to <= period.appraisal_to:
        raise ExtensionNotLater(
            "Hãy chọn thời điểm sau thời hạn hiện tại.", errors=(FieldError("/to", "Hãy chọn thời điểm sau thời hạn hiện tại."),)
        )


def require_reason(reason: str) -> None:
    """Raise `ReasonDue` for a blank reason."""
    if not reason.strip():
        raise ReasonDue("Hãy nêu lý do.", errors=(FieldError("/reason", "Hãy nêu lý do."),))
