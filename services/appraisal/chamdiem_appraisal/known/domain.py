"""What appraisal must know of a period and a sheet to judge its writes. Pure."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from chamdiem_rules.assign import ConflictRule
from chamdiem_rules.period_check import ClarificationWindow


@dataclass(frozen=True)
class Period:
    """A period as the newest event told it; `appraisal_to` with the phase's extensions counted, None: without end.

    `judged_at` is the instant deadlines are judged by: the rehearsal's clock, else the database's.
    """

    id: UUID
    program: str
    year: int
    rehearsal: bool
    status: str
    survey_forms_id: UUID | None
    late_until: datetime
    appraisal_from: datetime
    appraisal_to: datetime | None
    conflict: ConflictRule
    lock_scope: str
    clarification_rounds: int
    clock_at: datetime | None
    judged_at: datetime
    holidays: tuple[date, ...] = ()
    version: int = 1
    clarifications: tuple[ClarificationWindow, ...] = ()

    @property
    def last_round(self) -> int:
        """The number of the round whose scores count."""
        return self.clarification_rounds + 1

    def window_after(self, round_: int) -> ClarificationWindow | None:
        """When units answer what that round asked; None where the period has no such window."""
        return self.clarifications[round_ - 1] if round_ <= min(self.clarification_rounds, len(self.clarifications)) else None

    def is_clarified(self, round_: int) -> bool:
        """Whether units can no longer answer what that round asked."""
        window = self.window_after(round_)
        return window is None or window.closes_at < self.judged_at


@dataclass(frozen=True)
class SheetRef:
    """A sheet of a period."""

    id: UUID
    criteria_set_id: UUID
    set_code: str
    unit_code: str


@dataclass(frozen=True)
class NewExtension:
    """An extension first seen in an event, the last instant to send that held before it, and when it was given by the period's clock."""

    unit_code: str
    to: datetime
    given_at: datetime
    last_instant_before: datetime
    reason: str = ""

    @property
    def came_too_late_to_keep_scores(self) -> bool:
        """Whether the unit could no longer send when it was given, so that scores may stand on a sheet that now opens again (rules §4)."""
        return self.last_instant_before < self.given_at


@dataclass(frozen=True)
class PeriodNews:
    """What an event changed: nothing where it was older than what is known."""

    sheets: tuple[SheetRef, ...] = ()
    extensions: tuple[NewExtension, ...] = field(default=())
