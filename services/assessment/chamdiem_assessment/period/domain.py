"""An assessment period: what may be changed when, until when a unit may send, how its own clock moves (rules §3, §4, §9)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from chamdiem_kit.errors import Conflict, FieldError, Forbidden, Invalid, NotFound
from chamdiem_rules.assign import ConflictRule
from chamdiem_rules.fault import Fault
from chamdiem_rules.period_check import Phases


class PeriodNotFound(NotFound):
    type = "assessment/period-not-found"
    title = "Không có kỳ đánh giá này"


class PeriodRefused(Invalid):
    type = "assessment/period-refused"
    title = "Kỳ đánh giá chưa đủ điều kiện mở"


def refuse_period(faults: Iterable[Fault]) -> None:
    """Raise `PeriodRefused` with every fault by its place; nothing where there is none."""
    errors = tuple(FieldError(_pointer(f.place), str(f)) for f in faults)
    if errors:
        raise PeriodRefused(f"Còn {len(errors)} điểm chưa đúng; hãy sửa rồi thử lại.", errors=errors)


def _pointer(place: str) -> str:
    return "/" + place.replace("[", "/").replace("]", "").replace(".", "/") if place else ""


class PeriodFixed(Conflict):
    type = "assessment/period-fixed"
    title = "Nội dung này của kỳ đánh giá không thay đổi được"


class PeriodNotPlanned(Conflict):
    type = "assessment/period-not-planned"
    title = "Kỳ đánh giá đã được mở"


class PeriodNotOpen(Conflict):
    type = "assessment/period-not-open"
    title = "Kỳ đánh giá không ở trạng thái đang mở"


class PeriodExists(Conflict):
    type = "assessment/period-exists"
    title = "Chương trình này đã có kỳ đánh giá đang mở trong năm"
    advice = "Hãy dùng kỳ đang mở, hoặc đóng kỳ đó trước khi mở kỳ khác."


class AlreadyAggregated(Conflict):
    type = "assessment/already-aggregated"
    title = "Kết quả của kỳ đánh giá đã được tổng hợp"


class NoOwnClock(Conflict):
    type = "assessment/no-own-clock"
    title = "Chỉ kỳ diễn tập mới có đồng hồ riêng"


class ClockBackwards(Conflict):
    type = "assessment/clock-backwards"
    title = "Đồng hồ diễn tập chỉ được chỉnh tới"


class ExtensionNotLater(Invalid):
    type = "assessment/extension-not-later"
    title = "Gia hạn không muộn hơn thời hạn"


class OwnUnit(Forbidden):
    type = "assessment/own-unit"
    title = "Không được quyết định cho chính đơn vị của mình"


class UnknownUnit(NotFound):
    type = "assessment/unknown-unit"
    title = "Không có đơn vị này"


class UnitNotInSet(NotFound):
    type = "assessment/unit-not-in-set"
    title = "Đơn vị không có phiếu chấm điểm trong kỳ đánh giá"


class Stage(StrEnum):
    """What people decided; the dates decide the rest (`status_at`)."""

    PLANNED = "planned"
    OPEN = "open"
    ARCHIVED = "archived"


@dataclass(frozen=True)
class SetInPeriod:
    """A version of a criteria set that the period uses."""

    criteria_set_id: UUID
    code: str
    fingerprint: str


@dataclass(frozen=True)
class Extension:
    """A unit's longer deadline; the newest one given counts. `number` counts the period's extensions."""

    number: int
    unit_code: str
    to: datetime
    reason: str
    given_at: datetime
    given_by: UUID


@dataclass(frozen=True)
class Period:
    """One program, one year, its phases and rules. `extensions` holds the newest of each unit; `result_status` is what ranking told."""

    id: UUID
    program: str
    year: int
    rehearsal: bool
    stage: Stage
    sets: tuple[SetInPeriod, ...]
    survey_forms_id: UUID | None
    par_period_id: UUID | None
    phases: Phases
    holidays: tuple[date, ...]
    conflict: ConflictRule
    lock_scope: str
    clarification_rounds: int
    unit_sees_scores: str
    clock_at: datetime | None
    clock_version: int
    version: int
    extensions: Mapping[str, Extension]
    result_status: str | None

    def now(self, real: datetime) -> datetime:
        """The instant this period's deadlines are judged by."""
        return self.clock_at if self.clock_at is not None else real

    @property
    def is_aggregated(self) -> bool:
        """Whether ranking has aggregated the result and nothing reopened it since."""
        return self.result_status in {"aggregated", "agreed", "published"}

    def set_by_code(self, code: str) -> SetInPeriod | None:
        """The period's set of that code."""
        return next((s for s in self.sets if s.code == code), None)


def status_at(period: Period, now: datetime) -> str:
    """The glossary's `period.status` at the judged instant `now`."""
    if period.stage is not Stage.OPEN:
        return period.stage
    if period.result_status == "published":
        return "published"
    if period.phases.appraisal_to is not None and now > period.phases.appraisal_to:
        return "appraisal_closed"
    return "self_assessment_closed" if now > period.phases.late_until else "open"


def sees_planned(kind: str) -> bool:
    """Whether accounts of this kind see a period that is not open yet."""
    return kind in {"management", "administration"}


def visible_to(period: Period, kind: str) -> Period:
    """The period itself. Raises `PeriodNotFound` where it is planned and the kind of account does not see such."""
    if period.stage is Stage.PLANNED and not sees_planned(kind):
        raise PeriodNotFound("Hãy kiểm tra lại mã kỳ đánh giá.")
    return period


def change_period(before: Period, after: Period) -> Period:
    """The period as changed: all of a planned one but that it is a rehearsal; of an open one phases, holidays, replacements, display.

    Raises `PeriodNotOpen` once archived, `AlreadyAggregated`, `PeriodFixed` naming what cannot change.
    """
    if before.stage is Stage.ARCHIVED:
        raise PeriodNotOpen("Kỳ đánh giá đã lưu trữ, không sửa được nữa.")
    if before.is_aggregated:
        raise AlreadyAggregated("Muốn sửa, trước hết phải mở lại kết quả.")
    fixed = {"rehearsal": before.rehearsal != after.rehearsal, "clock_at": before.clock_at != after.clock_at}
    if before.stage is Stage.OPEN:
        fixed |= {
            "program": before.program != after.program,
            "year": before.year != after.year,
            "criteria_set_ids": [s.criteria_set_id for s in before.sets] != [s.criteria_set_id for s in after.sets],
            "survey_forms_id": before.survey_forms_id != after.survey_forms_id,
            "par_period_id": before.par_period_id != after.par_period_id,
            "clarification_rounds": before.clarification_rounds != after.clarification_rounds,
        }
    errors = tuple(FieldError(f"/{name}", "Hãy giữ nguyên giá trị đã có.") for name, differs in fixed.items() if differs)
    if errors:
        raise PeriodFixed("Kỳ đã mở chỉ sửa được các giai đoạn, ngày nghỉ, cơ quan thẩm định thay và cách hiển thị.", errors=errors)
    return replace(after, version=before.version + 1)


def open_period(period: Period) -> Period:
    """The period once opened. Raises `PeriodNotPlanned`."""
    if period.stage is not Stage.PLANNED:
        raise PeriodNotPlanned("Hãy xem lại trạng thái của kỳ đánh giá.")
    return replace(period, stage=Stage.OPEN, version=period.version + 1)


def close_period(period: Period) -> Period:
    """The period once archived: nothing is entered any more. Raises `PeriodNotOpen`."""
    if period.stage is not Stage.OPEN:
        raise PeriodNotOpen("Chỉ đóng được kỳ đánh giá đang mở.")
    return replace(period, stage=Stage.ARCHIVED, version=period.version + 1)


def move_clock(period: Period, at: datetime) -> Period:
    """The rehearsal with its clock at `at`; the same instant again counts as a move (rules §9).

    Raises `NoOwnClock` for a normal period, `PeriodNotOpen` once archived, `ClockBackwards`.
    """
    if period.clock_at is None:
        raise NoOwnClock("Thời hạn của kỳ chính thức tính theo giờ thực; không chỉnh được đồng hồ.")
    if period.stage is Stage.ARCHIVED:
        raise PeriodNotOpen("Kỳ diễn tập đã lưu trữ.")
    if at < period.clock_at:
        raise ClockBackwards(f"Hãy chọn thời điểm từ {period.clock_at.isoformat()} trở đi.")
    return replace(period, clock_at=at, clock_version=period.clock_version + 1, version=period.version + 1)


def require_unit(unit_code: str, with_sheet: Collection[str], *, is_known: bool) -> None:
    """Raise `UnknownUnit` or `UnitNotInSet` unless the unit has a sheet in the period."""
    if unit_code not in with_sheet:
        if is_known:
            raise UnitNotInSet("Loại hình của đơn vị không được chấm trong kỳ này, hoặc đơn vị chưa có khi kỳ mở.")
        raise UnknownUnit("Hãy kiểm tra lại mã đơn vị.")


def extend_deadline(
    period: Period, unit_code: str, to: datetime, reason: str, given_at: datetime, given_by: UUID
) -> tuple[Period, Extension]:
    """The period with the unit's longer deadline, also after it passed, until aggregation (rules §4; rights.md).

    `given_at` is the real time. Raises `PeriodNotOpen`, `AlreadyAggregated`, `ExtensionNotLater`; a blank reason is `Invalid`.
    """
    if period.stage is not Stage.OPEN:
        raise PeriodNotOpen("Chỉ gia hạn được trong kỳ đánh giá đang mở.")
    if period.is_aggregated:
        raise AlreadyAggregated("Không gia hạn được sau khi kết quả đã tổng hợp.")
    if not reason.strip():
        detail = "Hãy nêu lý do gia hạn."
        raise Invalid(detail, errors=(FieldError("/reason", detail),), type_="assessment/value-missing", title_="Thiếu giá trị")
    if to <= period.phases.self_assessment_to:
        detail = f"Hãy chọn thời điểm sau thời hạn tự đánh giá {period.phases.self_assessment_to.isoformat()}."
        raise ExtensionNotLater(detail, errors=(FieldError("/to", detail),))
    number = 1 + max((e.number for e in period.extensions.values()), default=0)
    extension = Extension(number, unit_code, to, reason, given_at, given_by)
    extended = replace(period, extensions={**period.extensions, unit_code: extension}, version=period.version + 1)
    return extended, extension
