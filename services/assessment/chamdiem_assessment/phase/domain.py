"""When a unit may work on its sheet (scoring-rules.md section 4)."""

from dataclasses import dataclass
from datetime import date, datetime

from chamdiem_kit.errors import Conflict
from chamdiem_rules.instants import VIETNAM
from chamdiem_rules.refusal import TITLES


class TooEarly(Conflict):
    type = "assessment/too-early"
    title = TITLES["too-early"]


class TooLate(Conflict):
    type = "assessment/too-late"
    title = TITLES["too-late"]


@dataclass(frozen=True, slots=True)
class Window:
    """When the unit may work on its sheet: from `opens` to `last_instant`, both inclusive, while `is_open`; in time until `deadline`.

    `now` is the judged instant: a rehearsal's own clock, else the database's.
    """

    opens: datetime
    deadline: datetime
    last_instant: datetime
    appraisal_from: datetime
    holidays: tuple[date, ...]
    is_open: bool
    now: datetime

    @property
    def has_begun(self) -> bool:
        """Whether the self-assessment phase has begun."""
        return self.opens <= self.now

    @property
    def is_over(self) -> bool:
        """Whether the unit can no longer send."""
        return self.now > self.last_instant or not self.is_open

    @property
    def can_write(self) -> bool:
        """Whether the phase has begun and the last instant has not passed."""
        return self.has_begun and not self.is_over

    def require_begun(self) -> None:
        """Raise `TooEarly` before the self-assessment phase."""
        if not self.has_begun:
            raise TooEarly(f"Giai đoạn tự đánh giá bắt đầu lúc {shown(self.opens)}; hãy thực hiện từ thời điểm đó.")

    def require_not_over(self) -> None:
        """Raise `TooLate` after the unit's last instant, or once the period was closed."""
        if self.is_over:
            raise TooLate(f"Thời điểm cuối của đơn vị là {shown(self.last_instant)}; muốn làm tiếp, đề nghị lãnh đạo Sở Nội vụ gia hạn.")


def shown(instant: datetime | None) -> str:
    """An instant as people in Vietnam read it."""
    return instant.astimezone(VIETNAM).strftime("%H:%M ngày %d/%m/%Y") if instant else ""
