"""What an amending decision makes of a period and its sheets (scoring-rules.md section 2; rights.md "Assessment"). Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from chamdiem_assessment.amendment.carrying import Carried, carry, is_declared
from chamdiem_assessment.document.domain import Decision, Document
from chamdiem_assessment.period.domain import (
    AlreadyAggregated,
    Extension,
    ExtensionNotLater,
    Period,
    PeriodNotOpen,
    SetInPeriod,
    Stage,
    extend_deadline,
)
from chamdiem_assessment.phase.domain import shown
from chamdiem_assessment.sheet.answer import Answer
from chamdiem_assessment.sheet.domain import SelfAssessment, SelfAssessmentStatus, Sheet
from chamdiem_kit.errors import Conflict, FieldError, Invalid
from chamdiem_rules.difference import SetDifference, difference
from chamdiem_rules.fault import Fault
from chamdiem_rules.set_types import CriteriaSet


class SetNotInPeriod(Conflict):
    type = "assessment/set-not-in-period"
    title = "Kỳ đánh giá không dùng phiên bản bộ tiêu chí này"


class VersionNotNewer(Invalid):
    type = "assessment/version-not-newer"
    title = "Không phải phiên bản mới hơn của cùng bộ tiêu chí"


class DeadlineMissing(Invalid):
    type = "assessment/deadline-missing"
    title = "Thiếu thời hạn cho các phiếu phải kê khai lại"


@dataclass(frozen=True)
class Versions:
    """The version that a period has and the one it gets. `named`: the items for which a sheet goes back, in the new set's order."""

    old_id: UUID
    new_id: UUID
    old: CriteriaSet
    new: CriteriaSet
    differs: SetDifference
    named: tuple[str, ...]

    @property
    def affected(self) -> tuple[str, ...]:
        """Items of either version whose answers may become others."""
        if self.old.score_decimals != self.new.score_decimals:
            return tuple({**self.old.items, **self.new.items})
        changed = tuple(change.code for change in self.differs.changed)
        return (*changed, *self.differs.added, *self.differs.removed)


@dataclass(frozen=True, slots=True)
class SheetBefore:
    """A sheet of the old version with its answers to the affected items; `past` as in `carry`."""

    sheet: Sheet
    answers: Mapping[str, Answer]
    past: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class SheetAfter:
    """What becomes of a sheet. `state` None: nobody wrote to it, or nothing on it changes."""

    sheet: Sheet
    carried: Carried
    state: SelfAssessment | None
    goes_back: bool

    @property
    def told_again(self) -> bool:
        """Whether it stays sent with other self-scores, so that the others have to hear of them."""
        return self.state is not None and self.state.is_sent

    @property
    def status_after(self) -> SelfAssessmentStatus:
        """The state it is in then."""
        return (self.state or self.sheet.state).status


def versions_of(old: tuple[UUID, CriteriaSet], new: tuple[UUID, CriteriaSet]) -> Versions:
    """What differs, and what a unit has to declare anew: its method or options changed, or it is new."""
    differs = difference(old[1], new[1])
    asked = {*differs.declared_anew, *differs.added}
    named = tuple(code for code, item in new[1].items.items() if code in asked and is_declared(item))
    return Versions(old[0], new[0], old[1], new[1], differs, named)


def require_amendable(period: Period) -> None:
    """Raise `PeriodNotOpen`, `AlreadyAggregated`."""
    if period.stage is not Stage.OPEN:
        raise PeriodNotOpen("Chỉ sửa đổi được bộ tiêu chí của kỳ đánh giá đang mở; kỳ đang chuẩn bị thì chọn bộ tiêu chí khác.")
    if period.is_aggregated:
        raise AlreadyAggregated("Chỉ sửa đổi bộ tiêu chí trước khi tổng hợp kết quả; muốn sửa, trước hết phải mở lại kết quả.")


def require_newer(period: Period, old: Document, new: Document) -> None:
    """Raise `SetNotInPeriod`, or `VersionNotNewer` unless `new` is a later version of the same set."""
    if all(s.criteria_set_id != old.id for s in period.sets):
        raise SetNotInPeriod("Bộ tiêu chí của kỳ vừa được thay; hãy tải lại trang rồi xem lại.")
    if new.code != old.code or new.version_number <= old.version_number:
        detail = f"Hãy chọn phiên bản của {old.code} ban hành sau phiên bản {old.version_number}."
        raise VersionNotNewer(detail, errors=(FieldError("/to_criteria_set_id", detail),))


def amended_period(period: Period, old_id: UUID, new: Document) -> Period:
    """The period with the new version in the old one's place."""
    given = SetInPeriod(new.id, new.code, new.fingerprint or "")
    sets = tuple(given if s.criteria_set_id == old_id else s for s in period.sets)
    return replace(period, sets=sets, version=period.version + 1)


def type_faults(versions: Versions) -> tuple[Fault, ...]:
    """A sheet stays its unit's: the new version has to be for the same types of units."""
    if set(versions.old.unit_types) == set(versions.new.unit_types):
        return ()
    return (Fault("to_criteria_set_id", "phiên bản mới phải dành cho đúng các loại hình đơn vị của phiên bản cũ."),)


def amend_sheet(versions: Versions, before: SheetBefore, now: datetime) -> SheetAfter:
    """What becomes of one sheet. It goes back to its unit where the unit handed it on and has something to declare anew.

    An approval also falls where only computed scores become others: what was approved is no longer what would be sent.
    """
    sheet, state = before.sheet, before.sheet.state
    carried = carry(before.answers, before.past, versions.new)
    handed_on = {SelfAssessmentStatus.AWAITING_APPROVAL, SelfAssessmentStatus.APPROVED, SelfAssessmentStatus.SENT}
    goes_back = state.status in handed_on and bool(versions.named)
    goes_back |= state.status is SelfAssessmentStatus.APPROVED and not carried.is_empty
    if state.status is SelfAssessmentStatus.NOT_STARTED or (carried.is_empty and not versions.named):
        return SheetAfter(sheet, carried, None, goes_back=False)
    status = SelfAssessmentStatus.RETURNED if goes_back else state.status
    return SheetAfter(sheet, carried, state.moved(status, now), goes_back)


def extend_for_amendment(
    period: Period, amended: Sequence[SheetAfter], deadline: datetime | None, decision: Decision, given: tuple[datetime, UUID]
) -> tuple[Period, list[Extension]]:
    """The period with `deadline` given to every unit whose sheet goes back and whose own deadline is earlier.

    `given`: the real time, and by whom. Raises `DeadlineMissing`, `ExtensionNotLater`.
    """
    now = period.now(given[0])
    returned = [a.sheet for a in amended if a.goes_back]
    if deadline is None:
        late = [s for s in returned if s.window.deadline <= now]
        if late:
            detail = f"{len(late)} phiếu phải trở về đơn vị khi thời hạn đã qua; hãy ghi thời hạn để đơn vị kê khai lại và gửi."
            raise DeadlineMissing(detail, errors=(FieldError("/deadline", detail),))
        return period, []
    if deadline <= now:
        detail = f"Hãy chọn thời hạn sau lúc này ({shown(now)})."
        raise ExtensionNotLater(detail, errors=(FieldError("/deadline", detail),))
    extended, extensions = period, []
    for sheet in returned:
        if sheet.window.deadline < deadline:
            extended, extension = extend_deadline(
                extended, sheet.of.unit_code, deadline, f"Sửa đổi bộ tiêu chí: {decided(decision)}", given[0], given[1]
            )
            extensions.append(extension)
    return replace(extended, version=period.version), extensions


def reason_of(versions: Versions, decision: Decision, after: SheetAfter, deadline: datetime | None) -> str:
    """What the unit reads beside the change of its sheet."""
    said = [f"{decided(decision)} sửa đổi bộ tiêu chí."]
    if versions.named:
        said.append(f"Kê khai lại: {', '.join(versions.named)}.")
    if after.goes_back:
        until = max(deadline, after.sheet.window.deadline) if deadline else after.sheet.window.deadline
        said.append(f"Thời hạn gửi: {shown(until)}.")
    return " ".join(said)


def decided(decision: Decision) -> str:
    """The decision as it is named in a sentence."""
    return f"Quyết định số {decision.number} ngày {decision.issued_on:%d/%m/%Y}"
