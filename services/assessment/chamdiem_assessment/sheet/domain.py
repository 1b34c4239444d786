"""A unit's self-assessment: its states, and who may change it when (scoring-rules.md section 4; glossary section 9)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from chamdiem_assessment.phase.domain import Window, shown
from chamdiem_assessment.sheet.outlook import Outlook, is_appraised
from chamdiem_kit.errors import Conflict, Invalid, NotFound
from chamdiem_rules.refusal import TITLES
from chamdiem_rules.set_types import CriteriaSet


class SelfAssessmentStatus(StrEnum):
    """The states a unit brings its sheet into. `not_started` is a sheet nobody wrote to; it has no row."""

    NOT_STARTED = "not_started"
    DRAFTING = "drafting"
    AWAITING_APPROVAL = "awaiting_approval"
    RETURNED = "returned"
    APPROVED = "approved"
    SENT = "sent"


NOT_SENT = "not_sent"
"""Shown instead of the state of a sheet that can no longer be sent."""
IN_APPRAISAL, APPRAISED, PUBLISHED = "in_appraisal", "appraised", "published"
"""Shown of a sent sheet from the appraisal phase on."""
CLARIFICATION_OPEN, CLARIFICATION_SENT = "clarification_open", "clarification_sent"
"""Shown while a window is open in which the unit was asked something, of a sheet that was never sent too."""
_NOTHING_TOLD = Outlook()
_WITH_THE_UNIT = frozenset(
    {
        SelfAssessmentStatus.NOT_STARTED,
        SelfAssessmentStatus.DRAFTING,
        SelfAssessmentStatus.AWAITING_APPROVAL,
        SelfAssessmentStatus.RETURNED,
    }
)


class SheetNotFound(NotFound):
    type = "assessment/sheet-not-found"
    title = "Không tìm thấy phiếu chấm điểm"


class UnknownItem(NotFound):
    type = "assessment/unknown-item"
    title = TITLES["unknown-item"]


class AlreadySent(Conflict):
    type = "assessment/already-sent"
    title = TITLES["already-sent"]


class AlreadyApproved(Conflict):
    type = "assessment/already-approved"
    title = "Báo cáo đã được lãnh đạo phê duyệt nên không sửa được"


class NotApproved(Conflict):
    type = "assessment/not-approved"
    title = "Báo cáo chưa được lãnh đạo phê duyệt"


class Incomplete(Conflict):
    type = "assessment/incomplete"
    title = TITLES["incomplete"]


class NotSubmitted(Conflict):
    type = "assessment/not-submitted"
    title = "Phiếu chưa được trình lãnh đạo phê duyệt"


class AlreadySubmitted(Conflict):
    type = "assessment/already-submitted"
    title = "Phiếu đã được trình lãnh đạo phê duyệt"


class SetAmended(Conflict):
    type = "assessment/set-amended"
    title = "Tiêu chí vừa được sửa đổi theo quyết định"


class ReasonMissing(Invalid):
    type = "assessment/reason-missing"
    title = "Thiếu lý do"


@dataclass(frozen=True, slots=True)
class SheetOf:
    """What a sheet is: one unit, one version of a set, one period; name of the unit as when the period opened."""

    sheet_id: UUID
    period_id: UUID
    criteria_set_id: UUID
    set_code: str
    unit_code: str
    unit_name: str
    program: str
    year: int
    rehearsal: bool


@dataclass(frozen=True, slots=True)
class SelfAssessment:
    """The state of a sheet. `version` counts changes of state; answers have versions of their own."""

    sheet_id: UUID
    status: SelfAssessmentStatus
    version: int = 0
    exported_fingerprint: str | None = None
    exported_by: UUID | None = None
    exported_at: datetime | None = None
    report_fingerprint: str | None = None
    approved_by: UUID | None = None
    approved_at: datetime | None = None
    signed_report_id: UUID | None = None
    sent_at: datetime | None = None
    changed_at: datetime | None = None

    @property
    def is_sent(self) -> bool:
        """Whether editing ended (Điều 9.3)."""
        return self.status is SelfAssessmentStatus.SENT

    def moved(self, status: SelfAssessmentStatus, now: datetime, **changes: object) -> "SelfAssessment":
        """The next version, in `status`; what belongs to an approval goes with it."""
        if status in _WITH_THE_UNIT and status is not self.status:
            changes = {"report_fingerprint": None, "approved_by": None, "approved_at": None, "signed_report_id": None, "sent_at": None}
        return replace(self, status=status, version=self.version + 1, changed_at=now, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as loaded for one request; `real_now` is the database's clock."""

    of: SheetOf
    window: Window
    state: SelfAssessment
    real_now: datetime
    outlook: Outlook = _NOTHING_TOLD


def require_editable(sheet: Sheet) -> None:
    """Raise unless values may be entered now: `TooEarly`, `AlreadySent`, `TooLate`, `AlreadyApproved`, in this order."""
    sheet.window.require_begun()
    require_not_sent(sheet.state)
    sheet.window.require_not_over()
    if sheet.state.status is SelfAssessmentStatus.APPROVED:
        raise AlreadyApproved(
            f"Lãnh đạo đã phê duyệt lúc {shown(sheet.state.approved_at)}; muốn sửa, cán bộ nhập liệu hoặc lãnh đạo hủy phê duyệt trước."
        )


def why_read_only(sheet: Sheet) -> Conflict | None:
    """The refusal that a save would meet now, None where values may be entered."""
    try:
        require_editable(sheet)
    except Conflict as why:
        return why
    return None


def require_not_sent(state: SelfAssessment) -> None:
    """Raise `AlreadySent`."""
    if state.is_sent:
        raise AlreadySent(
            f"Đã gửi lúc {shown(state.sent_at)}; lãnh đạo đơn vị thu hồi được khi chưa hết thời hạn và chưa bắt đầu thẩm định."
        )


def begin(state: SelfAssessment, now: datetime) -> SelfAssessment:
    """The state at the first write."""
    return state.moved(SelfAssessmentStatus.DRAFTING, now)


def require_same_item(item: str, seen: CriteriaSet | None, present: CriteriaSet) -> None:
    """Raise `SetAmended` unless the item is the same in the version that was seen; `seen` None: a version that the period never had."""
    if seen is None or seen.item(item) != present.item(item):
        raise SetAmended(
            f"Tiêu chí {item} không còn như trên trang: bộ tiêu chí của kỳ đã được thay theo quyết định sửa đổi. "
            "Nội dung vừa nhập chưa được lưu và vẫn còn trên trang; hãy tải lại phiếu, xem tiêu chí mới rồi lưu lại."
        )


def submit_for_approval(sheet: Sheet) -> SelfAssessment:
    """The sheet brought before the head. Raises as `require_editable`, `AlreadySubmitted`."""
    require_editable(sheet)
    if sheet.state.status is SelfAssessmentStatus.AWAITING_APPROVAL:
        raise AlreadySubmitted(f"Đã trình lúc {shown(sheet.state.changed_at)}; lãnh đạo đơn vị phê duyệt hoặc trả lại.")
    return sheet.state.moved(SelfAssessmentStatus.AWAITING_APPROVAL, sheet.real_now)


def return_for_revision(sheet: Sheet, reason: str) -> SelfAssessment:
    """The sheet given back by the head with a reason. Raises as `require_editable`, `NotSubmitted`, `ReasonMissing`."""
    require_editable(sheet)
    if sheet.state.status is not SelfAssessmentStatus.AWAITING_APPROVAL:
        raise NotSubmitted("Chỉ trả lại được phiếu đang chờ phê duyệt.")
    require_reason(reason)
    return sheet.state.moved(SelfAssessmentStatus.RETURNED, sheet.real_now)


def require_reason(reason: str) -> None:
    """Raise `ReasonMissing` for a blank reason."""
    if not reason.strip():
        raise ReasonMissing("Hãy nêu lý do.")


def shown_status(sheet: Sheet, criteria_set: CriteriaSet) -> str:
    """The glossary's status as people see it: a sheet that can no longer be sent is `not_sent`, a sent one goes on to `published`."""
    clarifying = ""
    if sheet.outlook.asked:
        clarifying = CLARIFICATION_SENT if sheet.outlook.answered >= sheet.outlook.asked else CLARIFICATION_OPEN
    if not sheet.state.is_sent:
        return (clarifying or NOT_SENT) if sheet.window.is_over else sheet.state.status.value
    if sheet.outlook.result_status == PUBLISHED:
        return PUBLISHED
    if clarifying:
        return clarifying
    if is_appraised(sheet.outlook, sheet.of.criteria_set_id, criteria_set, sheet.of.unit_code):
        return APPRAISED
    return IN_APPRAISAL if sheet.window.now >= sheet.window.appraisal_from else sheet.state.status.value


def allowed_actions(sheet: Sheet, rights: Mapping[str, bool]) -> list[str]:
    """What an account with these rights may do to the sheet now; `rights` says for each act whether the account holds its right."""
    status, window = sheet.state.status, sheet.window
    open_acts: list[str] = []
    if window.can_write and status in _WITH_THE_UNIT:
        open_acts += ["save", "approve"]
        open_acts += ["return"] if status is SelfAssessmentStatus.AWAITING_APPROVAL else ["submit"]
    if not sheet.state.is_sent:
        open_acts.append("export")
    if status is SelfAssessmentStatus.APPROVED:
        open_acts.append("void_approval")
        if window.can_write:
            open_acts += ["attach_signed_report"] + (["send"] if sheet.state.signed_report_id else [])
    if sheet.state.is_sent and window.now <= window.deadline and window.now < window.appraisal_from:
        open_acts.append("recall")
    return [act for act in open_acts if rights.get(act, False)]
