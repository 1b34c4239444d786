"""The phases of the demonstration's periods, around the day on which it is made."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from chamdiem_rules.instants import VIETNAM

_DAY = timedelta(days=1)
_CLOSE_HOUR = 17
_FIRST_MONTH_OF_A_CYCLE = 7


@dataclass(frozen=True)
class Calendar:
    """`now` in Vietnamese time; `year` is the one that is assessed."""

    now: datetime

    @property
    def year(self) -> int:
        """This year, in the first half of a year still the one before."""
        return self.now.year if self.now.month >= _FIRST_MONTH_OF_A_CYCLE else self.now.year - 1

    def at_close(self, days: int) -> datetime:
        """17:00 of the day so many days from now."""
        return datetime.combine(self.now.date() + days * _DAY, datetime.min.time(), VIETNAM).replace(hour=_CLOSE_HOUR)

    def in_self_assessment(self) -> dict[str, Any]:
        """Units are at work: begun nine days ago, six to go, and three more for the late."""
        late_until = self.at_close(9)
        return {
            "self_assessment": _phase(self.at_close(-9).replace(hour=0), self.at_close(6)) | {"late_until": late_until.isoformat()},
            "appraisal": _phase(late_until, self.at_close(32)),
            "clarification": [_phase(self.at_close(20).replace(hour=8), self.at_close(25))],
        }

    def still_open(self, begun_days_ago: int) -> dict[str, Any]:
        """As planned, before self-assessment is ended by hand today."""
        to = self.now + 2 * _DAY
        return {
            "self_assessment": _phase(self.at_close(-begun_days_ago).replace(hour=0), to) | {"late_until": to.isoformat()},
            "appraisal": _phase(to, self.at_close(24)),
            "clarification": [_phase(to, self.at_close(10))],
        }

    def late_only(self, begun_days_ago: int, ended_at: datetime) -> dict[str, Any]:
        """The deadline has passed; the late may still send."""
        planned = self.still_open(begun_days_ago)
        planned["self_assessment"]["to"] = ended_at.isoformat()
        return planned

    def in_appraisal(self, begun_days_ago: int, ended_at: datetime, late_until: datetime) -> dict[str, Any]:
        """Nobody sends any more; agencies appraise, and units answer what they are asked."""
        return {
            "self_assessment": _phase(self.at_close(-begun_days_ago).replace(hour=0), ended_at) | {"late_until": late_until.isoformat()},
            "appraisal": _phase(late_until, self.at_close(24)),
            "clarification": [_phase(late_until, self.at_close(10))],
        }


def _phase(begins: datetime, ends: datetime) -> dict[str, Any]:
    return {"from": begins.isoformat(), "to": ends.isoformat()}
