"""Sending and recalling a sheet (scoring-rules.md section 4; Điều 9.3)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chamdiem_assessment.phase.domain import TooLate, shown
from chamdiem_assessment.report.domain import Present, require_complete
from chamdiem_assessment.sheet.domain import NotApproved, SelfAssessment, SelfAssessmentStatus, Sheet, require_not_sent, require_reason
from chamdiem_kit.errors import Conflict, NotFound
from chamdiem_rules.instants import working_days_late


class SignedReportMissing(Conflict):
    type = "assessment/signed-report-missing"
    title = "Chưa đính kèm báo cáo đã ký"


class NotSent(Conflict):
    type = "assessment/not-sent"
    title = "Kết quả tự đánh giá chưa được gửi"


class AppraisalBegun(Conflict):
    type = "assessment/appraisal-begun"
    title = "Đã bắt đầu thẩm định"


class ReceiptNotFound(NotFound):
    type = "assessment/receipt-not-found"
    title = "Chưa có biên nhận"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was sent, when, and its fingerprint. `sent_at` is the judged instant, `received_at` the database's clock.

    `days_late` counts working days after the deadline, 0 in time (scoring-rules.md section 3).
    """

    sheet_id: UUID
    version: int
    sent_at: datetime
    received_at: datetime
    sent_by: UUID
    late: bool
    days_late: int
    report_fingerprint: str
    receipt_number: str


def send_self_assessment(sheet: Sheet, present: Present, by: UUID) -> tuple[SelfAssessment, Receipt]:
    """The sheet once sent, with its receipt.

    Raises, the first that holds: `TooEarly`, `AlreadySent`, `TooLate`, `Incomplete` or else `NotApproved`, `SignedReportMissing`.
    """
    window, state = sheet.window, sheet.state
    window.require_begun()
    require_not_sent(state)
    window.require_not_over()
    if state.status is not SelfAssessmentStatus.APPROVED or state.report_fingerprint is None:
        require_complete(present)
        raise NotApproved("Lãnh đạo đơn vị phê duyệt báo cáo trước khi gửi (Điều 9.2).")
    if state.signed_report_id is None:
        raise SignedReportMissing("Hãy đính kèm báo cáo đã ký dạng PDF rồi gửi.")
    sent = state.moved(SelfAssessmentStatus.SENT, sheet.real_now, sent_at=window.now)
    days_late = working_days_late(window.deadline, window.now, window.holidays)
    receipt = Receipt(
        sheet_id=state.sheet_id,
        version=sent.version,
        sent_at=window.now,
        received_at=sheet.real_now,
        sent_by=by,
        late=days_late > 0,
        days_late=days_late,
        report_fingerprint=state.report_fingerprint,
        receipt_number=f"{sheet.of.set_code}/{sheet.of.unit_code}/{state.sheet_id.hex[-8:].upper()}-{sent.version}",
    )
    return sent, receipt


def recall_self_assessment(sheet: Sheet, reason: str) -> SelfAssessment:
    """The sheet back in drafting, to the deadline and before the appraisal phase.

    Raises `NotSent`, `AppraisalBegun`, `TooLate`, `ReasonMissing`.
    """
    if not sheet.state.is_sent:
        raise NotSent("Chỉ thu hồi được kết quả đã gửi.")
    if sheet.window.now >= sheet.window.appraisal_from:
        raise AppraisalBegun(f"Thẩm định bắt đầu từ {shown(sheet.window.appraisal_from)}, không thu hồi được nữa.")
    if sheet.window.now > sheet.window.deadline:
        raise TooLate(f"Chỉ thu hồi được đến hết thời hạn {shown(sheet.window.deadline)}; đề nghị lãnh đạo Sở Nội vụ gia hạn nếu cần.")
    require_reason(reason)
    return sheet.state.moved(SelfAssessmentStatus.DRAFTING, sheet.real_now)
