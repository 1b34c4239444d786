"""Rows of what comes out of a cycle, and their text (docs/design/cycle-folder.md, "What comes out")."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from chamdiem_rules.numbers import format_score


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One item on one sheet: points, or none where the column stays empty."""

    set: str
    unit: str
    item: str
    self_score: Decimal | None
    appraised_score: Decimal | None
    final_score: Decimal | None
    not_applicable: bool

    def cells(self, score_decimals: int) -> tuple[str, ...]:
        points = (fixed(p, score_decimals) for p in (self.self_score, self.appraised_score, self.final_score))
        return (self.set, self.unit, self.item, *points, "yes" if self.not_applicable else "")


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One unit's result in its group of a program that was aggregated. `index_percent` and `index_exact` are already rounded,
    by the set's `index.decimals` and to 12 digits; both in per cent. `knocked_out_by`: codes in the set's order."""

    program: str
    ranking_group: str
    rank: int
    unit: str
    set: str
    self_total: Decimal
    appraised_total: Decimal
    survey_total: Decimal
    bonus: Decimal
    deduction: Decimal
    final_score: Decimal
    applicable_max: Decimal
    index_percent: str
    index_exact: str
    level: str
    knocked_out_by: tuple[str, ...]

    def cells(self, score_decimals: int) -> tuple[str, ...]:
        points = (
            self.self_total,
            self.appraised_total,
            self.survey_total,
            self.bonus,
            self.deduction,
            self.final_score,
            self.applicable_max,
        )
        return (
            *(self.program, self.ranking_group, str(self.rank), self.unit, self.set),
            *(fixed(p, score_decimals) for p in points),
            *(self.index_percent, self.index_exact, self.level, ";".join(self.knocked_out_by)),
        )


@dataclass(frozen=True, slots=True)
class Missing:
    """One item that kept a program from being aggregated: whose score, of which unit."""

    program: str
    appraiser: str
    set: str
    unit: str
    item: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was played: accepted units, sheets, sends and lines, lines refused, and events told."""

    units: int
    sheets: int
    sent: int
    declared: int
    appraised: int
    rejected: int
    events: int


@dataclass(frozen=True, slots=True)
class Stage:
    """How long one stage of the cycle took; `seconds` of wall time, to the millisecond."""

    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class CycleSummary:
    """What `cycle.json` holds. `fingerprints`: code of a set or of the survey forms → SHA-256; `platform`: the profile."""

    status: Literal["aggregated", "incomplete"]
    missing: tuple[Missing, ...]
    counts: Counts
    stages: tuple[Stage, ...]
    versions: dict[str, str]
    fingerprints: dict[str, str]
    platform: str


def fixed(points: Decimal | None, decimals: int) -> str:
    """Points with exactly `decimals` digits after the point; empty for none."""
    return "" if points is None else format_score(points, decimals)


def csv_line(cells: tuple[str, ...]) -> str:
    """One RFC 4180 record ended by LF, quoted where needed; a carriage return alone is quoted too, as a reader may break there."""
    return ",".join(f'"{c.replace(chr(34), chr(34) * 2)}"' if any(s in c for s in '",\r\n') else c for c in cells) + "\n"
