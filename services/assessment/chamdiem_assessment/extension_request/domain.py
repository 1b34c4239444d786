"""Asking for an extension of the own deadline, until aggregation; one open request a unit and period (rights.md "Assessment"). Pure."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from chamdiem_assessment.period.domain import AlreadyAggregated, ExtensionNotLater, OwnUnit, Period, PeriodNotOpen, Stage
from chamdiem_assessment.phase.domain import shown
from chamdiem_kit.errors import Conflict, FieldError, Invalid, NotFound


class RequestNotFound(NotFound):
    type = "assessment/extension-request-not-found"
    title = "Không có đề nghị gia hạn này"


class RequestWaiting(Conflict):
    type = "assessment/extension-request-waiting"
    title = "Đã có đề nghị gia hạn đang chờ trả lời"
    advice = "Hãy chờ Sở Nội vụ trả lời, hoặc rút đề nghị đó trước."


class RequestDecided(Conflict):
    type = "assessment/extension-request-decided"
    title = "Đề nghị gia hạn đã được trả lời"


class RequestStatus(StrEnum):
    """`open` until it is granted, refused or withdrawn; then it never changes."""

    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ExtensionRequest:
    """Who asked for which unit until when and why, and what became of it; times are real. `extension_number`: what granted it."""

    id: UUID
    period_id: UUID
    unit_code: str
    to: datetime
    reason: str
    asked_by: UUID
    asked_at: datetime
    status: RequestStatus = RequestStatus.OPEN
    decided_by: UUID | None = None
    decided_at: datetime | None = None
    decision_reason: str = ""
    extension_number: int | None = None


def require_askable(period: Period, unit_code: str, to: datetime, reason: str, now: datetime) -> None:
    """Raise unless the unit may ask for this: `PeriodNotOpen`, `AlreadyAggregated`, a blank reason is `Invalid`, `ExtensionNotLater`.

    `now` is the judged instant.
    """
    if period.stage is not Stage.OPEN:
        raise PeriodNotOpen("Chỉ đề nghị gia hạn được trong kỳ đánh giá đang mở.")
    if period.is_aggregated:
        raise AlreadyAggregated("Không gia hạn được sau khi kết quả đã tổng hợp.")
    require_reason(reason, "Hãy nêu lý do đề nghị gia hạn.")
    given = period.extensions.get(unit_code)
    deadline = max(period.phases.self_assessment_to, given.to) if given else period.phases.self_assessment_to
    if to <= max(deadline, now):
        detail = f"Hãy chọn thời điểm sau thời hạn hiện tại {shown(deadline)} và sau lúc này."
        raise ExtensionNotLater(detail, errors=(FieldError("/to", detail),))


def grant(request: ExtensionRequest, number: int, by: UUID, now: datetime) -> ExtensionRequest:
    """The request once the extension of that number was given. Raises `RequestDecided`."""
    _require_open(request)
    return replace(request, status=RequestStatus.GRANTED, extension_number=number, decided_by=by, decided_at=now)


def refuse(request: ExtensionRequest, reason: str, by: UUID, now: datetime, *, is_conflicted: bool) -> ExtensionRequest:
    """The request refused. Raises `OwnUnit` where who decides belongs to the unit, `RequestDecided`; a blank reason is `Invalid`."""
    if is_conflicted:
        raise OwnUnit("Việc của đơn vị mình do người quản lý khác quyết định.")
    _require_open(request)
    require_reason(reason, "Hãy nêu lý do từ chối.")
    return replace(request, status=RequestStatus.REFUSED, decision_reason=reason, decided_by=by, decided_at=now)


def withdraw(request: ExtensionRequest, by: UUID, now: datetime) -> ExtensionRequest:
    """The request taken back by the unit. Raises `RequestDecided`."""
    _require_open(request)
    return replace(request, status=RequestStatus.WITHDRAWN, decided_by=by, decided_at=now)


def allowed_actions(request: ExtensionRequest, *, decides: bool, is_own: bool) -> list[str]:
    """What may be done with a request by who `decides` for the unit, or is head of the unit itself."""
    if request.status is not RequestStatus.OPEN:
        return []
    return (["grant", "refuse"] if decides else []) + (["withdraw"] if is_own else [])


def require_reason(reason: str, detail: str) -> None:
    """Raise `Invalid` for a blank reason."""
    if not reason.strip():
        raise Invalid(detail, errors=(FieldError("/reason", detail),), type_="assessment/value-missing", title_="Thiếu giá trị")


def _require_open(request: ExtensionRequest) -> None:
    if request.status is not RequestStatus.OPEN:
        raise RequestDecided(f"Đề nghị này đã xong lúc {shown(request.decided_at)}; hãy tải lại danh sách.")
