"""Appraisals, and which agency scores which item of which sheet (scoring rules §4). Pure."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from chamdiem_appraisal.known.domain import Period, SheetRef
from chamdiem_kit.errors import Conflict, Invalid, NotFound
from chamdiem_rules.assign import ConflictRule, appraiser_of, knock_out_appraiser_of
from chamdiem_rules.criteria_set import CriteriaSet, Leaf


class AppraisalNotFound(NotFound):
    type = "appraisal/not-found"
    title = "Không có kết quả thẩm định này"
    advice = "Kết quả thẩm định không có hoặc không thuộc cơ quan của tài khoản này; hãy kiểm tra lại."


class SheetNotFound(NotFound):
    type = "appraisal/sheet-not-found"
    title = "Không có phiếu chấm điểm này"


class AlreadySent(Conflict):
    type = "appraisal/already-sent"
    title = "Kết quả thẩm định đã được gửi"


class PhaseNotBegun(Conflict):
    type = "appraisal/phase-not-begun"
    title = "Chưa đến thời gian thẩm định"


class PhaseEnded(Conflict):
    type = "appraisal/phase-ended"
    title = "Đã hết thời gian thẩm định"


class UnknownMember(Invalid):
    type = "appraisal/unknown-member"
    title = "Không có thành viên thẩm định này trong cơ quan"


class NotAssigned(NotFound):
    type = "appraisal/not-assigned"
    title = "Tiêu chí này không được phân công cho tài khoản"


class AppraisalStatus(StrEnum):
    """As `appraisal.status` of the glossary."""

    PENDING = "pending"
    IN_PROGRESS = "in_progress"
    SENT = "sent"
    REOPENED = "reopened"


@dataclass(frozen=True)
class Appraisal:
    """One agency's appraisal of one period. `closed_units`: units a reopening left closed, since its manager may not act for them.

    `asked` counts the questions of the round that was sent.
    """

    id: UUID
    period_id: UUID
    appraiser_code: str
    round: int
    status: AppraisalStatus
    sent_at: datetime | None
    version: int
    closed_units: frozenset[str] = frozenset()
    asked: int = 0

    @property
    def is_bound_to_questions(self) -> bool:
        """Whether only leaves that the round before asked about may change (rules §4, rounds)."""
        return self.round > 1 and self.status is not AppraisalStatus.REOPENED

    def is_open(self, last_round: int) -> bool:
        """Whether the assignment is open: until its last round is sent (Điều 10.3)."""
        return self.status is not AppraisalStatus.SENT or self.round < last_round


def in_present_round(appraisal: Appraisal, period: Period, answered: int) -> Appraisal:
    """The appraisal as it is now: a sent round that asked is followed by the next once units answered all, or no longer can.

    Nobody presses a button for it, and nothing is stored until somebody writes.
    """
    if appraisal.status is not AppraisalStatus.SENT or appraisal.round >= period.last_round:
        return appraisal
    if answered < appraisal.asked and not period.is_clarified(appraisal.round):
        return appraisal
    return replace(appraisal, status=AppraisalStatus.PENDING, round=appraisal.round + 1, asked=0)


def require_writing(appraisal: Appraisal, period: Period) -> None:
    """Raise `AlreadySent`, `PhaseNotBegun` or `PhaseEnded` where nothing may be written; both ends of the phase are inclusive."""
    require_not_sent(appraisal, period)
    require_phase(period)


def require_not_sent(appraisal: Appraisal, period: Period) -> None:
    """Raise `AlreadySent`, between rounds too."""
    if appraisal.status is AppraisalStatus.SENT:
        if appraisal.is_open(period.last_round):
            raise AlreadySent("Đang chờ đơn vị giải trình; vòng sau bắt đầu khi các đơn vị trả lời xong hoặc hết thời gian giải trình.")
        raise AlreadySent("Muốn sửa, đề nghị lãnh đạo Sở Nội vụ mở lại.")


def require_phase(period: Period) -> None:
    """Raise `PhaseNotBegun` or `PhaseEnded` outside the appraisal phase with its extensions."""
    if period.judged_at < period.appraisal_from:
        raise PhaseNotBegun("Hãy chờ đến khi giai đoạn thẩm định bắt đầu.")
    if period.appraisal_to is not None and period.appraisal_to < period.judged_at:
        raise PhaseEnded("Muốn chấm tiếp, đề nghị lãnh đạo Sở Nội vụ gia hạn giai đoạn thẩm định.")


@dataclass(frozen=True)
class ItemAssignment:
    """One leaf or adjustment of one sheet, with the one agency that appraises it. `position` is its place in the set."""

    sheet_id: UUID
    item: str
    kind: str
    position: int
    appraiser_code: str


@dataclass(frozen=True)
class KnockOutAssignment:
    """One manual knock-out of one sheet, with the agency that confirms it."""

    sheet_id: UUID
    code: str
    appraiser_code: str


@dataclass(frozen=True)
class Plan:
    """Who appraises what in one period."""

    items: tuple[ItemAssignment, ...]
    knock_outs: tuple[KnockOutAssignment, ...]

    @property
    def agencies(self) -> tuple[str, ...]:
        """Every agency with an item or a manual knock-out, by code."""
        return tuple(sorted({i.appraiser_code for i in self.items} | {k.appraiser_code for k in self.knock_outs}))


def plan_assignments(sheets: Sequence[SheetRef], sets: Mapping[UUID, CriteriaSet], conflict: ConflictRule) -> Plan:
    """Every leaf and adjustment that has an appraiser, and every manual knock-out, with exactly one agency each."""
    items: list[ItemAssignment] = []
    knock_outs: list[KnockOutAssignment] = []
    for sheet in sheets:
        criteria_set = sets[sheet.criteria_set_id]
        for position, (code, item) in enumerate(criteria_set.items.items()):
            agency = appraiser_of(criteria_set, code, sheet.unit_code, conflict)
            if agency is not None and not item.is_system:
                kind = "leaf" if isinstance(item, Leaf) else "adjustment"
                items.append(ItemAssignment(sheet.id, code, kind, position, agency))
        for knock_out in criteria_set.knock_outs:
            agency = knock_out_appraiser_of(criteria_set, knock_out.code, sheet.unit_code, conflict)
            if agency is not None:
                knock_outs.append(KnockOutAssignment(sheet.id, knock_out.code, agency))
    return Plan(tuple(items), tuple(knock_outs))


def made_from(sheets: Sequence[SheetRef], conflict: ConflictRule) -> str:
    """A digest of all a plan hangs on, so that an event that changes none of it is passed over."""
    digest = hashlib.sha256(repr((conflict.enabled, sorted(conflict.replacements.items()))).encode())
    for sheet in sorted(sheets, key=lambda s: s.id):
        digest.update(sheet.id.bytes + sheet.criteria_set_id.bytes)
    return digest.hexdigest()


@dataclass(frozen=True)
class MemberLine:
    """Work the lead gives to one member: these items of these sheets; None: all of the agency's."""

    account_id: UUID
    sheets: tuple[UUID, ...] | None
    items: tuple[str, ...] | None


def as_seen(appraisal: Appraisal, newest_round: int) -> Appraisal:
    """With the status people see: a pending one is in progress once something was given in its round; `newest_round` 0: never."""
    if appraisal.status is AppraisalStatus.PENDING and newest_round >= appraisal.round:
        return replace(appraisal, status=AppraisalStatus.IN_PROGRESS)
    return appraisal
